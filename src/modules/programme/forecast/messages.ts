import { defineMessages, plural } from "../../../platform/messages.ts";

export const forecastMessages = defineMessages({
  "forecast.title": { pl: "Realizacja i prognoza", en: "Progress and forecast", uk: "Виконання і прогноз" },
  "forecast.lead": {
    pl: "Odbyte godziny pochodzą z zamkniętych dzienników. Prognoza zakłada, że odbędzie się wszystko, co w kalendarzu może się odbyć.",
    en: "Hours held come from closed registers. The forecast takes it that everything in the calendar that can be held will be.",
    uk: "Проведені години — із закритих журналів. Прогноз припускає, що відбудеться все, що в календарі може відбутися.",
  },
  "forecast.all": {
    pl: "Odbyte {held} z {planned} godz. W kalendarzu jeszcze {ahead} godz.",
    en: "{held} of {planned} h held. {ahead} h more in the calendar.",
    uk: "Проведено {held} із {planned} год. У календарі ще {ahead} год.",
  },
  "forecast.missing": {
    pl: "Brakuje {missing} godz. Do końca programu zmieści się z nich {fits} godz., a w spotkaniach wolne jest {free} godz.",
    en: "{missing} h are missing. {fits} h of them fit until the end, and {free} h of meetings are free.",
    uk: "Бракує {missing} год. До кінця вміститься з них {fits} год, а у зустрічах вільно {free} год.",
  },
  "forecast.tooLittle": {
    pl: "Reszta kalendarza tego nie pomieści: dodaj spotkania, skróć plan albo wydłuż program.",
    en: "The rest of the calendar cannot hold this: add meetings, plan less or go on longer.",
    uk: "Решта календаря цього не вмістить: додайте зустрічі, зменште план або продовжте програму.",
  },
  "forecast.end": {
    pl: "Na koniec wyjdzie {percent}% planu.",
    en: "The end will be {percent}% of the plan.",
    uk: "Наприкінці вийде {percent}% плану.",
  },
  "forecast.slack": {
    pl: "Plan {planned} godz. wobec {capacity} godz. spotkań: zapas {slack} godz.",
    en: "Plan {planned} h against {capacity} h of meetings: {slack} h to spare.",
    uk: "План {planned} год проти {capacity} год зустрічей: запас {slack} год.",
  },
  "forecast.exceeds": {
    pl: "Plan {planned} godz. nie mieści się w {capacity} godz. spotkań: o {over} godz. za dużo.",
    en: "The plan of {planned} h does not fit into {capacity} h of meetings: {over} h too many.",
    uk: "План {planned} год не вміщується у {capacity} год зустрічей: на {over} год забагато.",
  },
  "trouble.title": {
    pl: plural({
      one: "{count} zajęcia w kalendarzu wymagają uwagi",
      few: "{count} zajęcia w kalendarzu wymagają uwagi",
      many: "{count} zajęć w kalendarzu wymaga uwagi",
      other: "{count} zajęć w kalendarzu wymaga uwagi",
    }),
    en: plural({
      one: "{count} class in the calendar needs a look",
      other: "{count} classes in the calendar need a look",
    }),
    uk: plural({
      one: "{count} заняття в календарі потребує уваги",
      few: "{count} заняття в календарі потребують уваги",
      many: "{count} занять у календарі потребують уваги",
      other: "{count} заняття в календарі потребують уваги",
    }),
  },
  "trouble.lost": {
    pl: "{hours} godz. z tego nie może się odbyć tam, gdzie stoi, więc liczymy je jako brakujące.",
    en: "{hours} h of this cannot be held where they stand, so they count as missing.",
    uk: "{hours} год із цього не може відбутися там, де стоїть, тож рахуємо їх як відсутні.",
  },
  "trouble.line": { pl: "{day}, {time}: {module}", en: "{day}, {time}: {module}", uk: "{day}, {time}: {module}" },
  "trouble.cannot": { pl: "nie może się odbyć", en: "cannot be held", uk: "не може відбутися" },
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
