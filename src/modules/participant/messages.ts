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
  "rights.title": { pl: "Coś się nie zgadza?", en: "Is something wrong?", uk: "Щось не так?" },
  "rights.correct": {
    pl: "Masz prawo zobaczyć swoje dane i je poprawić. Powiedz pracownikowi socjalnemu, co jest źle. Możesz też napisać do inspektora ochrony danych.",
    en: "You have the right to see your data and to have them corrected. Tell your social worker what is wrong. You can also write to the data protection officer.",
    uk: "Ти маєш право побачити свої дані та виправити їх. Скажи соціальному працівнику, що не так. Можна також написати інспектору із захисту даних.",
  },
  "rights.change": {
    pl: "Plan i kontrakt można zmienić. Powiedz, czego chcesz, na rozmowie albo wcześniej.",
    en: "The plan and the contract can be changed. Say what you want, at a talk or before it.",
    uk: "План і контракт можна змінити. Скажи, чого хочеш, на розмові або раніше.",
  },
  "rights.complain": {
    pl: "Możesz złożyć skargę do kierownika ośrodka. Wystarczy powiedzieć albo napisać. Skargę na to, jak używamy Twoich danych, przyjmuje Prezes Urzędu Ochrony Danych Osobowych.",
    en: "You can complain to the manager of the centre, by word or in writing. A complaint about how your data are used goes to the President of the Personal Data Protection Office.",
    uk: "Можна поскаржитися керівникові центру: сказати або написати. Скаргу на те, як ми використовуємо твої дані, приймає Голова Управління із захисту персональних даних.",
  },
  "rights.appeal": {
    pl: "Na każdej decyzji jest napisane, czy, gdzie i do kiedy można się odwołać. Ktoś z nas pomoże Ci to przeczytać.",
    en: "Every decision says whether, where and by when you can appeal. One of us helps you read it.",
    uk: "На кожному рішенні написано, чи, де і до якого дня можна оскаржити. Хтось із нас допоможе прочитати.",
  },
  "person.not_found": {
    pl: "To konto nie jest połączone z Twoją kartoteką. Powiedz o tym w klubie albo w ośrodku.",
    en: "This account is not tied to your file. Tell them at the club or at the centre.",
    uk: "Цей обліковий запис не пов’язаний із твоєю карткою. Скажи про це в клубі або центрі.",
  },
});
