import { defineMessages } from "../../../platform/messages.ts";

/** Words of timeline lines alone; they do not say why somebody was away. */
export const absenceLineMessages = defineMessages({
  "absence.asked": {
    pl: "Zgłoszono nieobecność: {from} – {to}",
    en: "An absence was told of: {from} – {to}",
    uk: "Повідомлено про відсутність: {from} – {to}",
  },
  "absence.accepted": {
    pl: "Usprawiedliwiono nieobecność: {from} – {to}",
    en: "An absence was excused: {from} – {to}",
    uk: "Відсутність визнано поважною: {from} – {to}",
  },
  "absence.refused": {
    pl: "Nie usprawiedliwiono nieobecności: {from} – {to}",
    en: "An absence was not excused: {from} – {to}",
    uk: "Відсутність не визнано поважною: {from} – {to}",
  },
  "absence.taken_back": {
    pl: "Cofnięto usprawiedliwienie: {from} – {to}",
    en: "An excuse was taken back: {from} – {to}",
    uk: "Пояснення скасовано: {from} – {to}",
  },
});
