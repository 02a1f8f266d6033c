import { defineMessages } from "../../../platform/messages.ts";

/** Sentences that the profile gives to plans and contracts. */
export const proposalMessages = defineMessages({
  "source.wish": {
    pl: "Własne słowa osoby z profilu",
    en: "The person's own words in the profile",
    uk: "Власні слова особи з профілю",
  },
  "source.barrier": {
    pl: "Przeszkoda z profilu: {text}",
    en: "Barrier in the profile: {text}",
    uk: "Перешкода з профілю: {text}",
  },
  "source.homelessness": { pl: "Bez domu: {text}", en: "Without a home: {text}", uk: "Без дому: {text}" },
  "goal.NO_HOME": {
    pl: "Mieć stałe miejsce do mieszkania",
    en: "To have a lasting place to live",
    uk: "Мати постійне місце для життя",
  },
  "goal.NO_ADDRESS": {
    pl: "Mieć adres, pod którym można odbierać pisma",
    en: "To have an address for letters",
    uk: "Мати адресу для листів",
  },
  "goal.NO_DOCUMENTS": { pl: "Odzyskać dokumenty", en: "To get documents back", uk: "Відновити документи" },
  "goal.DEBT_ENFORCEMENT": { pl: "Uporządkować długi", en: "To put debts in order", uk: "Упорядкувати борги" },
  "goal.NO_QUALIFICATION_PROOF": {
    pl: "Potwierdzić to, co umiem w zawodzie",
    en: "To have proof of my trade",
    uk: "Підтвердити свій фах",
  },
  "goal.LONG_BREAK": {
    pl: "Wrócić do pracy krok po kroku",
    en: "To return to work step by step",
    uk: "Повернутися до праці крок за кроком",
  },
  "goal.EMPLOYER_PREJUDICE": {
    pl: "Znaleźć pracodawcę, który da szansę",
    en: "To find an employer who gives a chance",
    uk: "Знайти роботодавця, який дасть шанс",
  },
  "goal.TRANSPORT": {
    pl: "Móc dojechać do pracy",
    en: "To be able to get to work",
    uk: "Мати змогу доїхати до роботи",
  },
  "goal.LANGUAGE": { pl: "Lepiej mówić po polsku", en: "To speak Polish better", uk: "Краще говорити польською" },
  "goal.CARE_DUTIES": {
    pl: "Pogodzić opiekę nad bliskimi z planem",
    en: "To fit care for others with the plan",
    uk: "Поєднати догляд за близькими з планом",
  },
  "goal.LONELINESS": {
    pl: "Mieć ludzi, na których można liczyć",
    en: "To have people to count on",
    uk: "Мати людей, на яких можна покластися",
  },
  "goal.LOW_MOTIVATION": {
    pl: "Odzyskać wiarę w siebie",
    en: "To believe in myself again",
    uk: "Повернути віру в себе",
  },
  "goal.HEALTH": { pl: "Zadbać o zdrowie", en: "To look after my health", uk: "Подбати про здоров’я" },
  "goal.DISABILITY": {
    pl: "Uzyskać wsparcie, które mi przysługuje",
    en: "To get the support I am entitled to",
    uk: "Отримати підтримку, на яку я маю право",
  },
  "goal.ADDICTION": { pl: "Zadbać o zdrowie", en: "To look after my health", uk: "Подбати про здоров’я" },
  "goal.CRIMINAL_RECORD": {
    pl: "Uporządkować sprawy urzędowe",
    en: "To put official matters in order",
    uk: "Упорядкувати офіційні справи",
  },
  "text.homelessness": {
    pl: "Historia bezdomności. {lines}",
    en: "History of homelessness. {lines}",
    uk: "Історія бездомності. {lines}",
  },
  "text.neverHomeless": {
    pl: "Osoba nie była dotąd bez domu.",
    en: "The person has not been without a home so far.",
    uk: "Особа досі не була без дому.",
  },
  "text.work": { pl: "Praca: {text}", en: "Work: {text}", uk: "Робота: {text}" },
  "text.view": {
    pl: "Własne zdanie osoby: {text}",
    en: "The person's own view: {text}",
    uk: "Власна думка особи: {text}",
  },
  "text.interests": { pl: "Zainteresowania: {text}", en: "Interests: {text}", uk: "Зацікавлення: {text}" },
});
