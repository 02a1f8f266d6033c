import { defineMessages } from "../../platform/messages.ts";

/** Words around the parts of the room. */
export const activityMessages = defineMessages({
  title: { pl: "Klub i wydarzenia", en: "Club and events", uk: "Клуб і події" },
  parts: { pl: "Części", en: "Parts", uk: "Частини" },
  "part.offer": { pl: "Oferta otwarta", en: "Open offer", uk: "Відкрита пропозиція" },
  "part.courses": { pl: "Kursy", en: "Courses", uk: "Курси" },
  "part.gatherings": { pl: "Spotkania i wyjścia", en: "Meetings and outings", uk: "Зустрічі та виходи" },
  "part.exchange": { pl: "Wymiana usług", en: "Exchange of services", uk: "Обмін послугами" },
  "part.active": { pl: "Grupa najaktywniejsza", en: "Most active group", uk: "Найактивніша група" },
  "part.standard": { pl: "Standard klubu", en: "Standard of the club", uk: "Стандарт клубу" },
  "part.volunteers": { pl: "Wolontariusze", en: "Volunteers", uk: "Волонтерство" },
  unit: { pl: "Jednostka", en: "Unit", uk: "Підрозділ" },
  "unit.none": { pl: "Nie ma tu jeszcze zajęć otwartych.", en: "No activities here yet.", uk: "Заходів тут ще немає." },
  "find.hint": {
    pl: "Imię, nazwisko, pseudonim albo numer.",
    en: "First name, last name, alias or number.",
    uk: "Ім’я, прізвище, псевдонім або номер.",
  },
  "find.failed": {
    pl: "Szukanie wymaga sieci.",
    en: "Searching takes a network.",
    uk: "Для пошуку потрібна мережа.",
  },
  "find.none": { pl: "Nikogo takiego nie widać.", en: "Nobody like that is seen.", uk: "Нікого такого не видно." },
  "find.there": {
    pl: "Ta osoba jest już na liście.",
    en: "That person is on the list already.",
    uk: "Ця особа вже у списку.",
  },
  "tab.none": { pl: "Nie ma jeszcze niczego.", en: "Nothing yet.", uk: "Ще нічого немає." },
  "tab.visits": { pl: "Oferta otwarta", en: "Open offer", uk: "Відкрита пропозиція" },
  "tab.days": { pl: "Dni", en: "Days", uk: "Дні" },
  "tab.month": { pl: "Miesiąc", en: "Month", uk: "Місяць" },
  "tab.last": { pl: "Ostatnio", en: "Last", uk: "Востаннє" },
  "tab.courses": { pl: "Kursy", en: "Courses", uk: "Курси" },
  "tab.left": { pl: "przerwany", en: "left", uk: "перервано" },
  "tab.certificate": { pl: "zaświadczenie nr {number}", en: "certificate no. {number}", uk: "довідка № {number}" },
  "tab.gatherings": { pl: "Spotkania i wyjścia", en: "Meetings and outings", uk: "Зустрічі та виходи" },
  "tab.helped": { pl: "pomoc innym: {hours} h", en: "helped others: {hours} h", uk: "допомога іншим: {hours} год" },
  "tab.exchange": { pl: "Wymiana usług", en: "Exchange of services", uk: "Обмін послугами" },
  "tab.exchangeText": {
    pl: "Dane: {given} h, otrzymane: {received} h.",
    en: "Given: {given} h, received: {received} h.",
    uk: "Дано: {given} год, отримано: {received} год.",
  },
});
