import { defineMessages } from "../../platform/messages.ts";

/** Words of what a programme takes from the experience profile. */
export const fromProfileMessages = defineMessages({
  title: { pl: "Z profilu", en: "From the profile", uk: "З профілю" },
  lead: {
    pl: "Propozycje z wersji {no}. Weź, co chce osoba, i zapisz jej słowami. Reszta zostaje w profilu.",
    en: "Proposals from version {no}. Take what the person wants and write it in their words. The rest stays in the profile.",
    uk: "Пропозиції з версії {no}. Візьміть те, чого хоче особа, і запишіть її словами. Решта лишається в профілі.",
  },
  notAccepted: {
    pl: "Osoba nie odpowiedziała jeszcze na tę wersję profilu albo się z nią nie zgadza.",
    en: "The person has not answered this version of the profile yet, or does not agree with it.",
    uk: "Особа ще не відповіла на цю версію профілю або з нею не погоджується.",
  },
  closed: {
    pl: "Źródło widzi mniej osób niż program. Napisz cel tak, żeby go nie zdradzał.",
    en: "Fewer people see the source than the programme. Write the goal so that it does not give it away.",
    uk: "Джерело бачить менше людей, ніж програму. Напишіть ціль так, щоб вона його не розкривала.",
  },
  add: { pl: "Weź cel: {text}", en: "Take the goal: {text}", uk: "Взяти ціль: {text}" },
  taken: { pl: "już w programie", en: "in the programme already", uk: "уже в програмі" },
  takeMeans: {
    pl: "Dodaj z diagnozy: {means}",
    en: "Add from the assessment: {means}",
    uk: "Додати з діагнозу: {means}",
  },
  takeText: { pl: "Wstaw opis z profilu", en: "Insert the text of the profile", uk: "Вставити опис із профілю" },
  appendText: { pl: "Dopisz opis z profilu", en: "Add the text of the profile", uk: "Дописати опис із профілю" },
});
