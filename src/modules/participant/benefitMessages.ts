import { defineMessages, type Lang, LOCALE } from "../../platform/messages.ts";

/** Words to the participant about their money. */
export const benefitMessages = defineMessages({
  title: { pl: "Twoje świadczenie", en: "Your benefit", uk: "Твоя виплата" },
  lead: {
    pl: "Każdy zatwierdzony miesiąc i skąd się wzięła każda kwota.",
    en: "Each approved month, and where each amount comes from.",
    uk: "Кожен затверджений місяць і звідки взялася кожна сума.",
  },
  back: { pl: "Co dalej", en: "What next", uk: "Що далі" },
  why: { pl: "Zobacz, skąd ta kwota", en: "See where this amount comes from", uk: "Подивись, звідки ця сума" },
  none: { pl: "Nie ma jeszcze żadnego miesiąca", en: "There is no month yet", uk: "Ще немає жодного місяця" },
  noneWhy: {
    pl: "Miesiąc pojawi się tutaj, kiedy kierownik centrum zatwierdzi listę wypłat.",
    en: "A month appears here once the manager of the centre has approved the list of payments.",
    uk: "Місяць з’явиться тут, коли керівник центру затвердить список виплат.",
  },
  paid: { pl: "Wypłacono {day}", en: "Paid on {day}", uk: "Виплачено {day}" },
  notPaid: {
    pl: "Zatwierdzone, jeszcze niewypłacone",
    en: "Approved, not paid yet",
    uk: "Затверджено, ще не виплачено",
  },
  "way.ACCOUNT": { pl: "na konto", en: "to your account", uk: "на рахунок" },
  "way.CASH": { pl: "w kasie", en: "in cash", uk: "готівкою" },
  bonus: { pl: "Premia: {reason}", en: "Bonus: {reason}", uk: "Премія: {reason}" },
  recovered: {
    pl: "Potrącone, bo wcześniej wypłacono za dużo",
    en: "Taken back, as too much was paid before",
    uk: "Утримано, бо раніше виплачено забагато",
  },
  carried: {
    pl: "Do potrącenia w następnych miesiącach: {amount}",
    en: "To be taken back in later months: {amount}",
    uk: "Буде утримано в наступних місяцях: {amount}",
  },
  correction: {
    pl: "Poprawka za {month}: było {before}, powinno być {now}",
    en: "Mended for {month}: it was {before}, it should be {now}",
    uk: "Виправлення за {month}: було {before}, має бути {now}",
  },
  pay: { pl: "Do wypłaty", en: "To be paid", uk: "До виплати" },
  slip: { pl: "Wydrukuj ten miesiąc", en: "Print this month", uk: "Надрукувати цей місяць" },
  wrong: {
    pl: "Coś się nie zgadza? Masz usprawiedliwienie? Powiedz pracownikowi socjalnemu centrum: poprawka wejdzie do następnej listy.",
    en: "Is something wrong? Have you an excuse? Tell the social worker of the centre: it is mended with the next list.",
    uk: "Щось не так? Маєш поважну причину? Скажи соціальному працівнику центру: виправлення ввійде до наступного списку.",
  },
});

/** "listopad 2026" of `2026-11` or a day of it. */
export const monthInWords = (month: string, lang: Lang): string =>
  new Intl.DateTimeFormat(LOCALE[lang], { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month.slice(0, 7)}-01T00:00:00Z`),
  );
