import { defineMessages } from "../../platform/messages.ts";

/** What stands on the card of a talk, beside its own words. Source: docs/domain/forms.md F-2A */
export const cardMessages = defineMessages({
  "card.title": { pl: "Karta porady", en: "Card of a talk", uk: "Картка поради" },
  "card.facts": { pl: "Porada", en: "The talk", uk: "Порада" },
  "card.person": { pl: "Osoba", en: "Person", uk: "Особа" },
  "card.anonymous": {
    pl: "bez nazwiska (oferta otwarta)",
    en: "without a name (open offer)",
    uk: "без прізвища (відкрита пропозиція)",
  },
  "card.kind": { pl: "Rodzaj porady", en: "Kind of advice", uk: "Вид поради" },
  "card.day": { pl: "Dzień", en: "Day", uk: "День" },
  "card.hours": { pl: "Godziny", en: "Hours", uk: "Години" },
  "card.time": {
    pl: "{from}–{to} ({minutes} min)",
    en: "{from}–{to} ({minutes} min)",
    uk: "{from}–{to} ({minutes} хв)",
  },
  "card.channel": { pl: "Forma", en: "Form", uk: "Форма" },
  "card.author": { pl: "Prowadzi", en: "Held by", uk: "Проводить" },
  "card.topic": { pl: "Temat", en: "Topic", uk: "Тема" },
  "card.agreements": { pl: "Ustalenia", en: "Agreements", uk: "Домовленості" },
  "card.referral": { pl: "Skierowanie", en: "Referral", uk: "Скерування" },
  "card.next": { pl: "Następna rozmowa", en: "Next talk", uk: "Наступна розмова" },
  "card.mends": {
    pl: "Poprawia wcześniejszą kartę",
    en: "Mends an earlier card",
    uk: "Виправляє попередню картку",
  },
  "card.mended": {
    pl: "Tę kartę poprawiono: jest późniejsza.",
    en: "This card was mended: there is a later one.",
    uk: "Цю картку виправлено: є пізніша.",
  },
  "card.confirmation": { pl: "Potwierdzenie osoby", en: "Confirmation by the person", uk: "Підтвердження особи" },
  "card.confirms": {
    pl: "Potwierdzam, że rozmowa odbyła się w tym dniu i w tych godzinach.",
    en: "I confirm that the talk was held on this day and at these hours.",
    uk: "Підтверджую, що розмова відбулася цього дня і в ці години.",
  },
  "card.refused": {
    pl: "Osoba nie chciała podpisać.",
    en: "The person would not sign.",
    uk: "Особа не захотіла підписати.",
  },
  "card.unsigned": {
    pl: "Osoba nie podała nazwiska i nie podpisuje karty.",
    en: "The person gave no name and does not sign the card.",
    uk: "Особа не назвала прізвища і не підписує картку.",
  },
  "card.working": {
    pl: "Brzmienie robocze: przepisy nie określają wzoru karty porady. Treści rozmowy na tej karcie nie ma. Podpisana karta zostaje u osoby, która rozmowę prowadziła.",
    en: "Working wording: no act of law gives a template of this card. The content of the talk is not on it. The signed card stays with whoever held the talk.",
    uk: "Робоче формулювання: зразок цієї картки правом не встановлено. Змісту розмови на ній немає. Підписана картка залишається в того, хто проводив розмову.",
  },
  "card.secret": {
    pl: "Porada prawna jest tajemnicą zawodową: tę kartę czyta tylko osoba, która jej udzieliła, i osoba, której dotyczy.",
    en: "Legal advice is a professional secret: only who gave it and the person it is about read this card.",
    uk: "Юридична порада є професійною таємницею: цю картку читає лише той, хто її надав, і особа, якої вона стосується.",
  },
});
