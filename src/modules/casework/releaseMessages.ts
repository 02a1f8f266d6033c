import { defineMessages, plural } from "../../platform/messages.ts";

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
    pl: plural({
      one: "Do dnia zwolnienia nie przysługują świadczenia; pracę socjalną można prowadzić w ciągu {count} miesiąca przed zwolnieniem (art. 13 ustawy o pomocy społecznej). Dzień pochodzi z części „Karalność i orzeczenia”.",
      few: "Do dnia zwolnienia nie przysługują świadczenia; pracę socjalną można prowadzić w ciągu {count} miesięcy przed zwolnieniem (art. 13 ustawy o pomocy społecznej). Dzień pochodzi z części „Karalność i orzeczenia”.",
      many: "Do dnia zwolnienia nie przysługują świadczenia; pracę socjalną można prowadzić w ciągu {count} miesięcy przed zwolnieniem (art. 13 ustawy o pomocy społecznej). Dzień pochodzi z części „Karalność i orzeczenia”.",
      other:
        "Do dnia zwolnienia nie przysługują świadczenia; pracę socjalną można prowadzić w ciągu {count} miesiąca przed zwolnieniem (art. 13 ustawy o pomocy społecznej). Dzień pochodzi z części „Karalność i orzeczenia”.",
    }),
    en: plural({
      one: "No benefits until the day of release; social work may be done within {count} month before it (art. 13 of the Social Assistance Act). The day comes from the part “Convictions and rulings”.",
      other:
        "No benefits until the day of release; social work may be done within {count} months before it (art. 13 of the Social Assistance Act). The day comes from the part “Convictions and rulings”.",
    }),
    uk: plural({
      one: "До дня звільнення виплати не належать; соціальну роботу можна вести протягом {count} місяця перед звільненням (ст. 13 закону про соціальну допомогу). День узято з частини «Судимість і рішення».",
      few: "До дня звільнення виплати не належать; соціальну роботу можна вести протягом {count} місяців перед звільненням (ст. 13 закону про соціальну допомогу). День узято з частини «Судимість і рішення».",
      many: "До дня звільнення виплати не належать; соціальну роботу можна вести протягом {count} місяців перед звільненням (ст. 13 закону про соціальну допомогу). День узято з частини «Судимість і рішення».",
      other:
        "До дня звільнення виплати не належать; соціальну роботу можна вести протягом {count} місяця перед звільненням (ст. 13 закону про соціальну допомогу). День узято з частини «Судимість і рішення».",
    }),
  },
});
