import { defineMessages } from "../../platform/messages.ts";

/** Source: docs/domain/rules.md R-JUR-06 */
export const releaseMessages = defineMessages({
  title: { pl: "Praca przed zwolnieniem", en: "Work before the release", uk: "Робота перед звільненням" },
  on: { pl: "Zwolnienie z zakładu karnego", en: "Release from prison", uk: "Звільнення з в’язниці" },
  opensOn: { pl: "Praca socjalna od", en: "Social work from", uk: "Соціальна робота від" },
  open: {
    pl: "można już prowadzić pracę socjalną",
    en: "social work may begin",
    uk: "вже можна вести соціальну роботу",
  },
  before: { pl: "jeszcze nie teraz", en: "not yet", uk: "ще не зараз" },
  law: {
    pl: "Do dnia zwolnienia nie przysługują świadczenia; pracę socjalną można prowadzić w ostatnich miesiącach przed zwolnieniem ({months}). Podstawa: art. 13 ustawy o pomocy społecznej. Dzień pochodzi z części „Karalność i orzeczenia”.",
    en: "No benefits until the day of release; social work may be done in the last months before it ({months}). Basis: art. 13 of the Social Assistance Act. The day comes from the part “Convictions and rulings”.",
    uk: "До дня звільнення виплати не належать; соціальну роботу можна вести в останні місяці перед звільненням ({months}). Підстава: ст. 13 закону про соціальну допомогу. День узято з частини «Судимість і рішення».",
  },
});
