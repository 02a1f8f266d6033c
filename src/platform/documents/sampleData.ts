import type { DocumentFrame } from "./documentTypes.ts";

/** Content of `sample.typ`: invented people and places. */
export const sampleData = {
  frame: {
    organisation: {
      name: "Centrum Integracji Społecznej „Przystań” w Zamościu",
      address: "ul. Łąkowa 7, 22-400 Zamość\ntel. 84 000 00 00",
      note: "Egzemplarz dla uczestniczki",
    },
    number: "KS/2026/014",
    version: 3,
    issuedOn: "2026-11-22",
    place: "Zamość",
    basis: "Zawarty na podstawie art. 108 ustawy z dnia 12 marca 2004 r. o pomocy społecznej.",
    largePrint: false,
  } satisfies DocumentFrame,
  opening:
    "Strony zawierają kontrakt, aby wspólnie doprowadzić do samodzielnego zamieszkania i podjęcia pracy. Każda ze stron robi swoją część, a postęp jest omawiany co dwa tygodnie.",
  parties: [
    {
      role: "Uczestniczka",
      name: "Grażyna Żółć-Świętochłowska",
      detail: "adres do korespondencji: u prowadzącej schronisko",
    },
    {
      role: "Pracownik socjalny",
      name: "Anna Kędzierzawska",
      behalf: "Ośrodek Pomocy Społecznej",
      detail: "OPS w Chełmie",
    },
    {
      role: "Organizacja",
      name: "Łukasz Ćwiąkalski",
      behalf: "Centrum Integracji Społecznej",
      detail: "kierownik centrum",
    },
  ],
  duties: [
    {
      duty: "Wyrobienie dowodu osobistego; opłatę za zdjęcie pokrywa organizacja.",
      who: "Uczestniczka",
      due: "2026-12-04",
    },
    {
      duty: "Towarzyszenie w urzędzie i pomoc we wniosku o mieszkanie komunalne.",
      who: "Pracownik socjalny",
      due: "2026-12-11",
    },
    { duty: "Miejsce w warsztacie gastronomicznym, 30 godzin tygodniowo.", who: "Organizacja", due: "od 1 grudnia" },
    { duty: "Udział w zajęciach grupowych i rozmowach z doradcą zawodowym.", who: "Uczestniczka", due: "co tydzień" },
  ],
  choices: [
    { ticked: true, label: "Zgoda na rozmowę z lekarzem rodzinnym o terminach badań" },
    { ticked: false, label: "Druk powiększony dla uczestniczki" },
  ],
  aside: "Kontrakt zmienia się tylko aneksem. Przegląd najpóźniej po trzech miesiącach.",
  texts: ["Koszty dojazdu zwraca organizacja na podstawie biletów, do 10. dnia następnego miesiąca."],
};
