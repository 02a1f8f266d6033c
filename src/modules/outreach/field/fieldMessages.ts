import { defineMessages, plural } from "../../../platform/messages.ts";

/** Words of the phone in the street. */
export const fieldMessages = defineMessages({
  "done.contact": { pl: "Karta kontaktu: {whom}", en: "Contact card: {whom}", uk: "Картка контакту: {whom}" },
  "done.known": { pl: "znana osoba", en: "somebody known", uk: "знайома особа" },
  "done.nobody": { pl: "osoba nieznana", en: "somebody unknown", uk: "невідома особа" },
  "done.group": {
    pl: plural({
      one: "Kontakt w grupie: {count} osoba",
      few: "Kontakt w grupie: {count} osoby",
      many: "Kontakt w grupie: {count} osób",
      other: "Kontakt w grupie: {count} osoby",
    }),
    en: plural({ one: "Group contact: {count} person", other: "Group contact: {count} people" }),
    uk: plural({
      one: "Контакт у групі: {count} особа",
      few: "Контакт у групі: {count} особи",
      many: "Контакт у групі: {count} осіб",
      other: "Контакт у групі: {count} особи",
    }),
  },
  "done.correction": { pl: "Korekta karty", en: "Correction of a card", uk: "Виправлення картки" },
  "done.shiftStart": { pl: "Początek dyżuru", en: "Start of the shift", uk: "Початок чергування" },
  "done.shiftEnd": { pl: "Koniec dyżuru", en: "End of the shift", uk: "Кінець чергування" },
  "done.site": { pl: "Miejsce: {name}", en: "Place: {name}", uk: "Місце: {name}" },
  "done.visit": { pl: "Wizyta w miejscu", en: "Visit to a place", uk: "Візит у місці" },
  "done.stock": { pl: "Zapas", en: "Stock", uk: "Запас" },
  "done.minor": { pl: "Małoletni bez opiekuna", en: "Minor without a guardian", uk: "Неповнолітній без опікуна" },
  "done.intervention": { pl: "Interwencja", en: "Intervention", uk: "Інтервенція" },
  "done.incident": { pl: "Zdarzenie niebezpieczne", en: "Dangerous incident", uk: "Небезпечна подія" },
  "done.assistance": { pl: "Towarzyszenie osobie", en: "Accompanying a person", uk: "Супровід особи" },
  "done.relation": { pl: "Zakończenie kontaktu", en: "End of contact", uk: "Завершення контакту" },
});
