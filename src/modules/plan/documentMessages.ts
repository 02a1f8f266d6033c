import { defineMessages } from "../../platform/messages.ts";

/** Words on the papers of a programme. */
export const planDocumentMessages = defineMessages({
  "part.goal": {
    pl: "Cel",
    en: "Goal",
    uk: "Ціль",
  },
  "part.task": {
    pl: "Zadanie",
    en: "Task",
    uk: "Завдання",
  },
  "part.description": {
    pl: "Opis",
    en: "Description",
    uk: "Опис",
  },
  "plain.title": {
    pl: "Mój program",
    en: "My programme",
    uk: "Моя програма",
  },
  "plain.intro.IPWB": {
    pl: "To jest Twój program wychodzenia z bezdomności. Ułożyliśmy go razem z Tobą.",
    en: "This is your programme for leaving homelessness. We made it together with you.",
    uk: "Це твоя програма виходу з бездомності. Ми склали її разом із тобою.",
  },
  "plain.intro.PREVENTION": {
    pl: "To jest Twój program, który ma pomóc Ci nie stracić mieszkania. Ułożyliśmy go razem z Tobą.",
    en: "This is your programme, to help you not to lose your home. We made it together with you.",
    uk: "Це твоя програма, щоб не втратити житло. Ми склали її разом із тобою.",
  },
  "plain.copy": {
    pl: "Ta kartka jest dla Ciebie, prostymi słowami. Podpisuje się inny dokument, o tej samej treści.",
    en: "This page is for you, in plain words. What is signed is another document that says the same.",
    uk: "Цей аркуш для тебе, простими словами. Підписують інший документ такого самого змісту.",
  },
  "plain.when": {
    pl: "Od kiedy do kiedy",
    en: "From when to when",
    uk: "Відколи і доки",
  },
  "plain.period": {
    pl: "Program trwa od {from} do {until}.",
    en: "The programme lasts from {from} to {until}.",
    uk: "Програма триває від {from} до {until}.",
  },
  "plain.since": {
    pl: "Program zaczyna się {from}.",
    en: "The programme begins on {from}.",
    uk: "Програма починається {from}.",
  },
  "plain.want": {
    pl: "Czego chcę",
    en: "What I want",
    uk: "Чого я хочу",
  },
  "plain.mine": {
    pl: "Co robię ja",
    en: "What I do",
    uk: "Що роблю я",
  },
  "plain.others": {
    pl: "Co robią inni",
    en: "What others do",
    uk: "Що роблять інші",
  },
  "plain.meet": {
    pl: "Kiedy się spotykamy",
    en: "When we meet",
    uk: "Коли зустрічаємося",
  },
  "plain.review": {
    pl: "Najpóźniej {day} spotykamy się i sprawdzamy razem, co się udało.",
    en: "We meet by {day} and look together at what has worked.",
    uk: "Найпізніше {day} зустрічаємося і разом дивимося, що вдалося.",
  },
  "plain.reviewLater": {
    pl: "Dzień spotkania ustalimy razem.",
    en: "We will agree on the day together.",
    uk: "День зустрічі узгодимо разом.",
  },
  "plain.reviewWhat": {
    pl: "Na spotkaniu mówisz, jak jest u Ciebie. To, co powiesz, zapisujemy Twoimi słowami.",
    en: "At the meeting you say how things are. What you say is written down in your words.",
    uk: "На зустрічі ти кажеш, як справи. Твої слова записуємо.",
  },
  "plain.change": {
    pl: "Jeśli coś się nie udaje albo zmieniło, powiedz o tym jak najwcześniej. Program można zmienić.",
    en: "If something does not work or has changed, say so as soon as you can. The programme can be changed.",
    uk: "Якщо щось не вдається або змінилося, скажи якомога раніше. Програму можна змінити.",
  },
  "plain.ask": {
    pl: "Jeśli czegoś nie rozumiesz, zapytaj. Możesz poprosić o przeczytanie na głos.",
    en: "If you do not understand something, ask. You may ask for it to be read aloud.",
    uk: "Якщо чогось не розумієш, запитай. Можна попросити прочитати вголос.",
  },
  "document.title.IPWB": {
    pl: "Indywidualny program wychodzenia z bezdomności",
    en: "Individual programme for leaving homelessness",
    uk: "Індивідуальна програма виходу з бездомності",
  },
  "document.title.PREVENTION": {
    pl: "Indywidualny program dla osoby zagrożonej bezdomnością",
    en: "Individual programme for a person at risk of homelessness",
    uk: "Індивідуальна програма для особи під загрозою бездомності",
  },
  "document.basis": {
    pl: "Na podstawie art. 49 ustawy z dnia 12 marca 2004 r. o pomocy społecznej.",
    en: "Under article 49 of the Polish Act of 12 March 2004 on social assistance.",
    uk: "На підставі ст. 49 польського Закону від 12 березня 2004 р. про соціальну допомогу.",
  },
  "document.facts": { pl: "O programie", en: "About the programme", uk: "Про програму" },
  "document.person": { pl: "Imię i nazwisko", en: "Name", uk: "Ім’я та прізвище" },
  "document.from": { pl: "Od", en: "From", uk: "Від" },
  "document.until": { pl: "Do", en: "Until", uk: "До" },
  "document.noGoals": { pl: "Cele będą uzgodnione.", en: "Goals are to be agreed.", uk: "Цілі буде узгоджено." },
  "document.annexes": { pl: "Załączniki", en: "Annexes", uk: "Додатки" },
  "sign.title": { pl: "Podpisy", en: "Signatures", uk: "Підписи" },
  "signature.PERSON": { pl: "Osoba", en: "The person", uk: "Особа" },
  "signature.PARENT_OR_GUARDIAN": { pl: "Rodzic lub opiekun", en: "Parent or guardian", uk: "Батько, мати чи опікун" },
  "signature.GUARDIAN": { pl: "Opiekun prawny", en: "Guardian", uk: "Опікун" },
  "signature.CURATOR": { pl: "Kurator", en: "Curator", uk: "Куратор" },
  "signature.TEMPORARY_ADVISER": { pl: "Doradca tymczasowy", en: "Temporary adviser", uk: "Тимчасовий радник" },
  "signature.worker": { pl: "Pracownik socjalny", en: "Social worker", uk: "Соціальний працівник" },
  "signature.manager": { pl: "Kierownik OPS", en: "Manager of the OPS", uk: "Керівник OPS" },
});
