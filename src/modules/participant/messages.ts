import { defineMessages, plural } from "../../platform/messages.ts";

/** Words to the participant themselves: short sentences, no office language. */
export const participantMessages = defineMessages({
  title: { pl: "Co dalej, {name}", en: "What next, {name}", uk: "Що далі, {name}" },
  lead: {
    pl: "To jest Twoja strona. Widzisz tu to, co dotyczy Ciebie.",
    en: "This is your page. You see here what is about you.",
    uk: "Це твоя сторінка. Тут те, що стосується тебе.",
  },
  print: { pl: "Wydrukuj", en: "Print", uk: "Надрукувати" },

  "attendance.title": { pl: "Twoje zajęcia", en: "Your classes", uk: "Твої заняття" },
  "attendance.none": {
    pl: "Nie chodzisz teraz na zajęcia.",
    en: "You go to no classes now.",
    uk: "Зараз занять немає.",
  },
  "attendance.rate": {
    pl: "obecność na {percent} % zajęć",
    en: "you were at {percent}% of classes",
    uk: "присутність: {percent} %",
  },
  "attendance.notYet": { pl: "zajęcia dopiero się zaczną", en: "classes are yet to begin", uk: "заняття ще почнуться" },

  "readers.title": { pl: "Kto patrzył na Twoje dane", en: "Who looked at your data", uk: "Хто дивився твої дані" },
  "readers.lead": {
    pl: "Ostatni rok. Możesz zapytać każdą z tych osób, po co patrzyła, albo inspektora ochrony danych.",
    en: "The last year. You can ask each of these people why, or the data protection officer.",
    uk: "Останній рік. Можна запитати кожного, навіщо, або інспектора із захисту даних.",
  },
  "readers.none": { pl: "Nikt.", en: "Nobody.", uk: "Ніхто." },
  "readers.times": {
    pl: plural({ one: "{count} raz", few: "{count} razy", many: "{count} razy", other: "{count} razy" }),
    en: plural({ one: "once", other: "{count} times" }),
    uk: plural({ one: "{count} раз", few: "{count} рази", many: "{count} разів", other: "{count} разу" }),
  },
  "readers.all": { pl: "Pokaż wszystko", en: "Show all", uk: "Показати все" },
  "person.not_found": {
    pl: "To konto nie jest połączone z Twoją kartoteką. Powiedz o tym w klubie albo w ośrodku.",
    en: "This account is not tied to your file. Tell them at the club or at the centre.",
    uk: "Цей обліковий запис не пов’язаний із твоєю карткою. Скажи про це в клубі або центрі.",
  },
});
