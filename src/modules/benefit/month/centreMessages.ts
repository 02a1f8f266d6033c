import { defineMessages } from "../../../platform/messages.ts";

/** Words of every page that is of one centre and one month. */
export const centreMessages = defineMessages({
  month: { pl: "Miesiąc", en: "Month", uk: "Місяць" },
  unit: { pl: "Centrum", en: "Centre", uk: "Центр" },
  clear: { pl: "Wyczyść wybór", en: "Clear the choice", uk: "Очистити вибір" },
  noUnit: {
    pl: "Nie masz jednostki, która jest centrum",
    en: "None of your units is a centre",
    uk: "Жоден ваш підрозділ не є центром",
  },
  noUnitWhy: {
    pl: "Miesiąc prowadzą kierownik i pracownik socjalny CIS, program zajęć także instruktor. Jednostkę nadaje administrator organizacji.",
    en: "The manager and the social worker of a CIS run the month, instructors the class programme too. The administrator of the organisation gives the unit.",
    uk: "Місяць ведуть керівник і соціальний працівник CIS, програму занять — також інструктор. Підрозділ надає адміністратор організації.",
  },
  otherUnit: {
    pl: "Tego centrum nie ma wśród Twoich jednostek",
    en: "This centre is not among your units",
    uk: "Цього центру немає серед ваших підрозділів",
  },
  ownUnit: { pl: "Pokaż moje centrum", en: "Show my centre", uk: "Показати мій центр" },
  "month.unit_not_found": {
    pl: "Nie masz jednostki, która jest centrum.",
    en: "None of your units is a centre.",
    uk: "Жоден ваш підрозділ не є центром.",
  },
});
