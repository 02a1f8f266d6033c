import { defineMessages } from "../../platform/messages.ts";

/** Words of a volunteer's papers. Headings are the form's (F-63); sentences are working ones, not of a regulation. */
export const paperMessages = defineMessages({
  agreement: { pl: "Porozumienie o wolontariacie", en: "Agreement on volunteering", uk: "Угода про волонтерство" },
  certificate: {
    pl: "Zaświadczenie o wolontariacie",
    en: "Certificate of volunteering",
    uk: "Довідка про волонтерство",
  },
  organiser: { pl: "Korzystający", en: "Organisation", uk: "Організація" },
  "organiser.signs": { pl: "W imieniu organizacji", en: "For the organisation", uk: "Від імені організації" },
  volunteer: { pl: "Wolontariusz lub wolontariuszka", en: "Volunteer", uk: "Волонтер або волонтерка" },
  guardian: { pl: "Opiekun ustawowy", en: "Guardian", uk: "Законний представник" },
  address: { pl: "Adres", en: "Address", uk: "Адреса" },
  birthDate: { pl: "Data urodzenia", en: "Day of birth", uk: "Дата народження" },
  place: { pl: "Miejsce", en: "Place", uk: "Місце" },
  period: { pl: "Okres", en: "Period", uk: "Період" },
  "period.fromTo": { pl: "od {from} do {to}", en: "from {from} to {to}", uk: "від {from} до {to}" },
  "period.open": {
    pl: "od {from}, bez daty końcowej",
    en: "from {from}, without an end",
    uk: "від {from}, без кінцевої дати",
  },
  insurance: { pl: "Wypadki", en: "Accidents", uk: "Нещасні випадки" },
  "insurance.ACCIDENT_BY_US": {
    pl: "ubezpieczenie od następstw nieszczęśliwych wypadków zapewnia korzystający",
    en: "the organisation insures against accidents",
    uk: "страхування від нещасних випадків забезпечує організація",
  },
  "insurance.ACCIDENT_BY_LAW": {
    pl: "zaopatrzenie z tytułu wypadku na podstawie ustawy",
    en: "provided for by law",
    uk: "забезпечення на підставі закону",
  },
  "insurance.NOT_ARRANGED": { pl: "jeszcze nieustalone", en: "not arranged yet", uk: "ще не визначено" },
  tasks: { pl: "Zadania", en: "Tasks", uk: "Завдання" },
  trainings: { pl: "Szkolenia", en: "Training", uk: "Навчання" },
  "clause.unpaid": { pl: "Bez wynagrodzenia", en: "Without pay", uk: "Без оплати" },
  "clause.unpaid.text": {
    pl: "Strony zgodnie ustalają, że zadania są wykonywane dobrowolnie i bez wynagrodzenia.",
    en: "The parties agree that the tasks are done freely and without pay.",
    uk: "Сторони погоджуються, що завдання виконуються добровільно й без оплати.",
  },
  "clause.expenses": { pl: "Wydatki", en: "Expenses", uk: "Витрати" },
  "clause.expenses.text": {
    pl: "Zwrot wydatków uzgodnionych wcześniej następuje na podstawie dokumentów.",
    en: "Expenses agreed beforehand are paid back against documents.",
    uk: "Погоджені раніше витрати відшкодовуються на підставі документів.",
  },
  "clause.pledge": { pl: "Poufność", en: "Confidentiality", uk: "Конфіденційність" },
  "clause.pledge.text": {
    pl: "Zobowiązanie do zachowania poufności podpisano {day}. Obowiązuje także po zakończeniu porozumienia.",
    en: "The pledge of confidentiality was signed on {day}. It holds after the end as well.",
    uk: "Зобов’язання про конфіденційність підписано {day}. Воно діє й після завершення угоди.",
  },
  "clause.end": { pl: "Zakończenie", en: "End", uk: "Завершення" },
  "clause.end.text": {
    pl: "Każda ze stron może zakończyć porozumienie. Warunki zakończenia: ……………………………",
    en: "Either party may end the agreement. Conditions of the end: ……………………………",
    uk: "Кожна зі сторін може завершити угоду. Умови завершення: ……………………………",
  },
  "clause.guardian": { pl: "Zgoda opiekuna", en: "Consent of a guardian", uk: "Згода представника" },
  "clause.guardian.text": {
    pl: "{name} wyraża zgodę na wolontariat ({day}).",
    en: "{name} consents to the volunteering ({day}).",
    uk: "{name} погоджується на волонтерство ({day}).",
  },
  "certificate.says": {
    pl: "{name} pomaga jako wolontariusz lub wolontariuszka w: {unit}. Od {from} do {to} zapisano godzin: {hours}.",
    en: "{name} volunteers at {unit}. From {from} to {to} hours logged: {hours}.",
    uk: "{name} допомагає як волонтер або волонтерка у: {unit}. Від {from} до {to} записано годин: {hours}.",
  },
  "certificate.agreement": {
    pl: "Podstawa: porozumienie nr {number}.",
    en: "Basis: agreement no. {number}.",
    uk: "Підстава: угода № {number}.",
  },
  working: {
    pl: "Brzmienie robocze, nie wzór urzędowy. Przed podpisaniem organizacja sprawdza je z obowiązującą ustawą.",
    en: "Working wording, no official form. The organisation checks it against the law in force before signing.",
    uk: "Робоче формулювання, не офіційний зразок. Перед підписанням організація звіряє його з чинним законом.",
  },
});
