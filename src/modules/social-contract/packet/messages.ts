import { defineMessages } from "../../../platform/messages.ts";
import { partyMessages } from "../../../platform/signatures/partyMessages.ts";

/** Words of the packet of papers to sign. Kinds are those that rooms register. */
export const packetMessages = defineMessages({
  ...partyMessages,
  "title.packets": { pl: "Do podpisu", en: "To be signed", uk: "На підпис" },
  "title.packet": { pl: "Do podpisu: {name}", en: "To be signed: {name}", uk: "На підпис: {name}" },
  "packets.lead": {
    pl: "Co czeka na podpis i kto podpisuje. Jeden wydruk na osobę, z listą na wierzchu.",
    en: "What waits for a signature, and whose. One print for each person, with a list on top.",
    uk: "Що чекає на підпис і хто підписує. Один друк на особу, зі списком зверху.",
  },
  "packets.empty": {
    pl: "Nic nie czeka na podpis",
    en: "Nothing waits for a signature",
    uk: "Ніщо не чекає на підпис",
  },
  "packets.emptyText": {
    pl: "Kontrakty, aneksy, plany i profile pojawią się tutaj, gdy osoba zgodzi się na ich treść, a zgody, gdy czekają na podpis.",
    en: "Contracts, annexes, plans and profiles appear here once the person has agreed to their words, consents once they wait for a signature.",
    uk: "Контракти, угоди, плани й профілі з’являться тут, коли особа погодиться з їхнім змістом, а згоди, коли чекають на підпис.",
  },
  "act.printAll": {
    pl: "Drukuj wszystko na dziś (PDF)",
    en: "Print all for today (PDF)",
    uk: "Друк усього на сьогодні (PDF)",
  },
  "act.printMany": { pl: "Drukuj dla wielu osób", en: "Print for many people", uk: "Друк для багатьох осіб" },
  "act.printOne": { pl: "Drukuj pakiet (PDF)", en: "Print the packet (PDF)", uk: "Друк пакета (PDF)" },
  "act.printOneLarge": { pl: "Druk powiększony (PDF)", en: "Large print (PDF)", uk: "Великий друк (PDF)" },
  "back.contracts": { pl: "Kontrakty", en: "Contracts", uk: "Контракти" },
  "column.paper": { pl: "Dokument", en: "Paper", uk: "Документ" },
  "column.signs": { pl: "Kto podpisuje", en: "Who signs", uk: "Хто підписує" },
  "column.since": { pl: "Czeka od", en: "Waits since", uk: "Чекає від" },
  "column.done": { pl: "podpisano", en: "signed", uk: "підписано" },
  "kind.CONTRACT": { pl: "Kontrakt socjalny", en: "Social contract", uk: "Соціальний контракт" },
  "kind.CONTRACT_ANNEX": { pl: "Aneks do kontraktu", en: "Annex to a contract", uk: "Угода до контракту" },
  "kind.PLAN": { pl: "Program wychodzenia", en: "Exit programme", uk: "Програма виходу" },
  "kind.PLAN_VOCATIONAL": {
    pl: "Indywidualny plan rozwoju zawodowego",
    en: "Vocational development plan",
    uk: "Індивідуальний план професійного розвитку",
  },
  "kind.PLAN_INTERPERSONAL": {
    pl: "Indywidualna ścieżka rozwoju interpersonalnego",
    en: "Interpersonal development path",
    uk: "Індивідуальний шлях міжособистісного розвитку",
  },
  "kind.IPZS": {
    pl: "Indywidualny program zatrudnienia socjalnego",
    en: "Individual social employment programme",
    uk: "Індивідуальна програма соціального працевлаштування",
  },
  "kind.PROFILE": { pl: "Profil doświadczeń", en: "Experience profile", uk: "Профіль досвіду" },
  "kind.CONSENT": { pl: "Zgoda", en: "Consent", uk: "Згода" },
  "cover.title": { pl: "Dokumenty do podpisu", en: "Papers to sign", uk: "Документи на підпис" },
  "cover.lead": {
    pl: "Lista na wierzch. Po podpisaniu zaznacz kratkę i oddaj osobie jej egzemplarze.",
    en: "The list on top. Tick each once signed, and give the person their copies.",
    uk: "Список зверху. Після підпису позначте і віддайте особі її примірники.",
  },
  "cover.blocked": { pl: "Jeszcze nie do podpisu", en: "Not to be signed yet", uk: "Ще не на підпис" },
  "cover.note": {
    pl: "Tej listy się nie podpisuje. Osoba może zabrać każdy dokument do domu i podpisać później.",
    en: "This list is not signed. The person may take any paper home and sign later.",
    uk: "Цей список не підписують. Особа може взяти документ додому і підписати пізніше.",
  },
  "packet.empty": {
    pl: "Nic nie czeka na podpis, więc nie ma czego drukować.",
    en: "Nothing waits for a signature, so there is nothing to print.",
    uk: "Ніщо не чекає на підпис, тому нема що друкувати.",
  },
  "packet.too_many": {
    pl: "Czeka więcej niż {most} dokumentów. Wybierz „Drukuj dla wielu osób”.",
    en: "More than {most} papers wait. Choose “Print for many people”.",
    uk: "Чекає понад {most} документів. Виберіть «Друк для багатьох осіб».",
  },
});
