import { defineMessages } from "../../../platform/messages.ts";

export const forecastMessages = defineMessages({
  "forecast.title": { pl: "Realizacja i prognoza", en: "Progress and forecast", uk: "Виконання і прогноз" },
  "forecast.lead": {
    pl: "Odbyte godziny pochodzą z zamkniętych dzienników. Prognoza zakłada, że wszystko, co stoi w kalendarzu, się odbędzie.",
    en: "Hours held come from closed registers. The forecast takes it that everything in the calendar will be held.",
    uk: "Проведені години — із закритих журналів. Прогноз припускає, що все, що є в календарі, відбудеться.",
  },
  "forecast.all": {
    pl: "Odbyte {held} z {planned} godz. W kalendarzu jeszcze {ahead} godz.",
    en: "{held} of {planned} h held. {ahead} h more in the calendar.",
    uk: "Проведено {held} із {planned} год. У календарі ще {ahead} год.",
  },
  "forecast.missing": {
    pl: "Brakuje {missing} godz., a w spotkaniach do końca programu wolne jest {free} godz.",
    en: "{missing} h are missing, and {free} h of meetings are free until the end.",
    uk: "Бракує {missing} год, а у зустрічах до кінця вільно {free} год.",
  },
  "forecast.tooLittle": {
    pl: "Reszta kalendarza tego nie pomieści: dodaj spotkania, skróć plan albo wydłuż program.",
    en: "The rest of the calendar cannot hold this: add meetings, plan less or go on longer.",
    uk: "Решта календаря цього не вмістить: додайте зустрічі, зменште план або продовжте програму.",
  },
  "forecast.unknown": {
    pl: "Nie wiadomo, ile się jeszcze zmieści: zapisz, kiedy grupa się spotyka.",
    en: "It is not known what still fits: save when the group meets.",
    uk: "Невідомо, скільки ще вміститься: збережіть, коли група зустрічається.",
  },
  "forecast.missed": {
    pl: "{hours} godz. minęło bez dziennika. Zamknij dzienniki albo zaplanuj te zajęcia od nowa.",
    en: "{hours} h went by without a register. Close the registers or plan these classes again.",
    uk: "{hours} год минуло без журналу. Закрийте журнали або заплануйте ці заняття знову.",
  },
  "forecast.empty": {
    pl: "Program grupy nie ma modułów",
    en: "The group's programme has no modules",
    uk: "У програмі групи немає модулів",
  },
  plan: { pl: "Ułóż zajęcia", en: "Plan classes", uk: "Скласти заняття" },
  module: { pl: "Moduł", en: "Module", uk: "Модуль" },
  planned: { pl: "Plan", en: "Plan", uk: "План" },
  held: { pl: "Odbyte", en: "Held", uk: "Проведено" },
  ahead: { pl: "W kalendarzu", en: "In the calendar", uk: "У календарі" },
  missing: { pl: "Brakuje", en: "Missing", uk: "Бракує" },
  fits: { pl: "Zmieści się", en: "Would fit", uk: "Вміститься" },
  end: { pl: "Na koniec", en: "At the end", uk: "Наприкінці" },
  picture: { pl: "Obraz", en: "Picture", uk: "Образ" },
  "picture.of": {
    pl: "odbyte {held}%, z kalendarzem {end}%",
    en: "held {held}%, with the calendar {end}%",
    uk: "проведено {held}%, з календарем {end}%",
  },
  optional: { pl: "na życzenie", en: "on request", uk: "за бажанням" },
  "warning.under": { pl: "poniżej 90% planu", en: "under 90% of the plan", uk: "менше 90% плану" },
  "warning.over": { pl: "ponad 110% planu", en: "over 110% of the plan", uk: "понад 110% плану" },
});
