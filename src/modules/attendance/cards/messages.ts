import { defineMessages, plural } from "../../../platform/messages.ts";

export const cardMessages = defineMessages({
  title: { pl: "Karty obecności", en: "Attendance cards", uk: "Картки присутності" },
  lead: {
    pl: "Karta ma kod, który zaznacza obecność. Nie ma na niej nazwiska; zgubioną kartę unieważnij.",
    en: "A card has a code that marks its person present. It bears no name; revoke one that is lost.",
    uk: "Картка має код, який позначає присутність. На ній немає прізвища; загублену картку анулюйте.",
  },
  none: { pl: "bez karty", en: "no card", uk: "без картки" },
  card: { pl: "karta {no}", en: "card {no}", uk: "картка {no}" },
  issuedOn: { pl: "wydana {day}", en: "issued {day}", uk: "видано {day}" },
  issue: {
    pl: plural({
      one: "Wydaj {count} kartę osobie bez karty",
      few: "Wydaj {count} karty osobom bez karty",
      many: "Wydaj {count} kart osobom bez karty",
      other: "Wydaj {count} karty osobom bez karty",
    }),
    en: plural({ one: "Issue {count} card to who has none", other: "Issue {count} cards to those who have none" }),
    uk: plural({
      one: "Видати {count} картку особі без картки",
      few: "Видати {count} картки особам без картки",
      many: "Видати {count} карток особам без картки",
      other: "Видати {count} картки особам без картки",
    }),
  },
  issued: {
    pl: "Karty wydane. Wydrukuj arkusz i rozdaj je według wykazu.",
    en: "Cards issued. Print the sheet and hand them out by the list.",
    uk: "Картки видано. Надрукуйте аркуш і роздайте їх за списком.",
  },
  everyone: { pl: "Każda osoba ma kartę.", en: "Everybody has a card.", uk: "Кожна особа має картку." },
  empty: { pl: "W grupie nie ma dziś nikogo", en: "Nobody is in the group today", uk: "Сьогодні в групі нікого немає" },
  emptyNext: {
    pl: "Karty wydaje się osobom z grupy. Dodaj uczestników w kartotece grupy.",
    en: "Cards are given to people of the group. Add participants on the group's page.",
    uk: "Картки видають особам із групи. Додайте учасників на сторінці групи.",
  },
  print: { pl: "Arkusz kart do wycięcia (PDF)", en: "Sheet of cards to cut out (PDF)", uk: "Аркуш карток (PDF)" },
  revoke: { pl: "Unieważnij", en: "Revoke", uk: "Анулювати" },
  "revoke.title": { pl: "Unieważnienie karty {no}", en: "Revoking card {no}", uk: "Анулювання картки {no}" },
  "revoke.text": {
    pl: "Karta od razu przestanie działać. Wpisy zrobione nią wcześniej zostają.",
    en: "The card stops working at once. Marks made with it stay.",
    uk: "Картка одразу перестане діяти. Попередні записи залишаться.",
  },
  reason: { pl: "Dlaczego?", en: "Why?", uk: "Чому?" },
  "reason.LOST": { pl: "zgubiona", en: "lost", uk: "загублена" },
  "reason.REPLACED": {
    pl: "zniszczona, wydajemy nową",
    en: "damaged, a new one is issued",
    uk: "пошкоджена, видаємо нову",
  },
  "reason.ENDED": { pl: "już niepotrzebna", en: "not needed any more", uk: "більше не потрібна" },
  revoked: { pl: "Karta unieważniona.", en: "Card revoked.", uk: "Картку анульовано." },

  "paper.title": { pl: "Karty obecności", en: "Attendance cards", uk: "Картки присутності" },
  "paper.basis": {
    pl: "Kod na karcie jest losowy i nie zawiera danych osoby. Wykaz przechowuj osobno.",
    en: "The code on a card is random and holds no personal data. Keep the list apart.",
    uk: "Код на картці випадковий і не містить даних особи. Зберігайте список окремо.",
  },
  "paper.card": { pl: "Karta", en: "Card", uk: "Картка" },
  "paper.alt": { pl: "Kod karty", en: "Code of the card", uk: "Код картки" },
  "paper.list": { pl: "Wykaz do wydania kart", en: "List for handing out", uk: "Список видачі карток" },
  "paper.no": { pl: "Karta", en: "Card", uk: "Картка" },
  "paper.person": { pl: "Osoba", en: "Person", uk: "Особа" },
  "paper.signature": { pl: "Podpis za odbiór", en: "Signature for receipt", uk: "Підпис про отримання" },
  "paper.none": { pl: "Nie ma ważnych kart.", en: "There are no valid cards.", uk: "Немає дійсних карток." },

  "attendance-card.already_revoked": {
    pl: "Ta karta jest już unieważniona.",
    en: "This card is revoked already.",
    uk: "Цю картку вже анульовано.",
  },
  "attendance-card.not_found": {
    pl: "Nie ma takiej karty w tej grupie.",
    en: "There is no such card in this group.",
    uk: "Немає такої картки в цій групі.",
  },
  "attendance.not_a_member": {
    pl: "Ktoś z listy nie należy dziś do grupy. Odśwież stronę.",
    en: "Somebody on the list is not in the group today. Reload the page.",
    uk: "Хтось зі списку сьогодні не в групі. Оновіть сторінку.",
  },
});
