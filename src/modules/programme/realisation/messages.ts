import { defineMessages } from "../../../platform/messages.ts";

export const realisationMessages = defineMessages({
  title: { pl: "Realizacja miesiąc po miesiącu", en: "Progress month by month", uk: "Виконання за місяцями" },
  lead: {
    pl: "Odbyte godziny pochodzą z zamkniętych dzienników. „Według planu” to równy bieg programu od pierwszego do ostatniego tygodnia, a modułu sezonowego – w jego sezonie.",
    en: "Hours held come from closed registers. “By plan” is an even course from the first week to the last, of a seasonal module within its season.",
    uk: "Проведені години — із закритих журналів. «За планом» — рівномірний хід програми від першого до останнього тижня, а сезонного модуля — у його сезоні.",
  },
  sum: {
    pl: "Do {day}: odbyte {held} z {due} godz. według planu ({percent}), to {whole} całego programu.",
    en: "By {day}: {held} of {due} h by plan held ({percent}), {whole} of the whole programme.",
    uk: "До {day}: проведено {held} із {due} год за планом ({percent}), це {whole} усієї програми.",
  },
  "months.title": { pl: "Miesiące", en: "Months", uk: "Місяці" },
  "modules.title": { pl: "Moduły: {month}", en: "Modules: {month}", uk: "Модулі: {month}" },
  month: { pl: "Miesiąc", en: "Month", uk: "Місяць" },
  module: { pl: "Moduł", en: "Module", uk: "Модуль" },
  held: { pl: "Odbyte w miesiącu", en: "Held in the month", uk: "Проведено за місяць" },
  lost: { pl: "Przepadło w miesiącu", en: "Lost in the month", uk: "Пропало за місяць" },
  due: { pl: "Według planu, razem", en: "By plan, together", uk: "За планом, разом" },
  heldTotal: { pl: "Odbyte, razem", en: "Held, together", uk: "Проведено, разом" },
  slippage: { pl: "Różnica", en: "Difference", uk: "Різниця" },
  duePercent: { pl: "Planu na ten dzień", en: "Of the plan to date", uk: "Плану на цей день" },
  planPercent: { pl: "Całego planu", en: "Of the whole plan", uk: "Усього плану" },
  plan: { pl: "Plan", en: "Plan", uk: "План" },
  meetings: { pl: "Dni zajęć", en: "Days of classes", uk: "Дні занять" },
  "meetings.of": { pl: "{held} z {due}", en: "{held} of {due}", uk: "{held} із {due}" },
  group: { pl: "Grupa", en: "Group", uk: "Група" },
  until: { pl: "Stan na", en: "As at", uk: "Стан на" },
  behind: { pl: "w tyle", en: "behind", uk: "позаду" },
  none: {
    pl: "Program grupy jeszcze się nie zaczął",
    en: "The group's programme has not begun",
    uk: "Програма групи ще не почалася",
  },
  noneNext: {
    pl: "Pierwszy miesiąc pojawi się tu w dniu rozpoczęcia programu.",
    en: "The first month comes here on the day the programme begins.",
    uk: "Перший місяць з’явиться тут у день початку програми.",
  },
  print: { pl: "Wydruk (PDF)", en: "Print (PDF)", uk: "Друк (PDF)" },
  export: { pl: "Arkusz (XLSX)", en: "Spreadsheet (XLSX)", uk: "Таблиця (XLSX)" },
  "lost.note": {
    pl: "Przepadły zajęcia odwołane i takie, które minęły bez dziennika. Zajęcia, które zastąpił nowy kalendarz, tu nie wchodzą.",
    en: "Lost are classes that were called off, and those that went by without a register. Classes that a new calendar replaced are left out.",
    uk: "Пропали заняття скасовані й ті, що минули без журналу. Заняття, які замінив новий календар, сюди не входять.",
  },
  hoursUnit: {
    pl: "Godziny po {minutes} minut.",
    en: "Hours of {minutes} minutes.",
    uk: "Години по {minutes} хвилин.",
  },
});
