import { defineMessages } from "../../../platform/messages.ts";
import { planOfProjectMessages } from "../plan/messages.ts";

/** Aims of a project (F-70). */
export const goalsMessages = defineMessages({
  goals: { pl: "Cele projektu", en: "Aims of the project", uk: "Цілі проєкту" },
  "goals.ask": { pl: "Po co jest ten projekt?", en: "What is this project for?", uk: "Навіщо цей проєкт?" },
  "goals.hint": {
    pl: "Wpisz cel główny i cele szczegółowe z wniosku. Przy każdym zaznacz, które zajęcia mu służą i po jakim wskaźniku widać, że jest osiągnięty.",
    en: "Put in the main aim and the specific ones of the application. Mark at each which classes serve it and by which indicator it is known to be reached.",
    uk: "Запишіть головну ціль і конкретні цілі з заявки. Біля кожної позначте, які заняття їй служать і за яким показником видно, що її досягнуто.",
  },
  "goals.edit": { pl: "Zmień cele", en: "Change the aims", uk: "Змінити цілі" },
  "goals.save": { pl: "Zapisz cele", en: "Save the aims", uk: "Зберегти цілі" },
  "goals.saved": { pl: "Zapisano cele projektu.", en: "Aims saved.", uk: "Цілі збережено." },
  "goals.none": { pl: "Nie wpisano celów", en: "No aims recorded", uk: "Цілей не записано" },
  "goals.noneNext": {
    pl: "Cel główny i cele szczegółowe łączą zajęcia ze wskaźnikami, a tabela pokazuje, któremu celowi brakuje godzin.",
    en: "Aims tie classes to indicators; the table then shows which aim lacks hours.",
    uk: "Цілі пов’язують заняття з показниками, а таблиця показує, якій цілі бракує годин.",
  },
  "goals.notAdded": {
    pl: "Jedne zajęcia mogą służyć kilku celom, dlatego godzin celów się nie dodaje. Godziny są ze wszystkich grup; brakuje tych, które się nie odbyły i nie stoją w kalendarzu.",
    en: "One class may serve several aims, so hours of aims are not added up. Hours are of all groups; missing are those neither held nor in the calendar.",
    uk: "Одні заняття можуть служити кільком цілям, тому годин цілей не додають. Години з усіх груп; бракує тих, що не відбулися й не стоять у календарі.",
  },
  "goals.teaching": {
    pl: "Godzina zajęć ma {minutes} minut.",
    en: "An hour of classes has {minutes} minutes.",
    uk: "Година занять має {minutes} хвилин.",
  },
  "goal.kind": { pl: "Rodzaj celu", en: "Kind of aim", uk: "Вид цілі" },
  "goal.MAIN": { pl: "cel główny", en: "main aim", uk: "головна ціль" },
  "goal.SPECIFIC": { pl: "cel szczegółowy", en: "specific aim", uk: "конкретна ціль" },
  "goal.words": { pl: "Cel", en: "Aim", uk: "Ціль" },
  "goal.modules": { pl: "Zajęcia, które mu służą", en: "Classes that serve it", uk: "Заняття, які їй служать" },
  "goal.modules.main": {
    pl: "Zajęcia celów szczegółowych liczą się same. Zaznacz tylko te, które służą wprost celowi głównemu.",
    en: "Classes of the specific aims count by themselves. Mark only those that serve the main aim directly.",
    uk: "Заняття конкретних цілей рахуються самі. Позначте лише ті, що служать прямо головній цілі.",
  },
  "goal.indicators": {
    pl: "Wskaźniki, które go mierzą",
    en: "Indicators that measure it",
    uk: "Показники, які її вимірюють",
  },
  "goal.allModules": {
    pl: "wszystkie zajęcia celów szczegółowych",
    en: "all classes of the specific aims",
    uk: "усі заняття конкретних цілей",
  },
  "goal.noIndicators": {
    pl: "Projekt nie ma jeszcze wskaźników. Dodaj je na karcie, a potem wróć tutaj.",
    en: "The project has no indicators yet. Add them on its card, then come back.",
    uk: "Проєкт ще не має показників. Додайте їх на картці, а потім поверніться сюди.",
  },
  "goal.gone": {
    pl: "{name} (nie ma już w żadnej grupie)",
    en: "{name} (in no group any more)",
    uk: "{name} (уже немає в жодній групі)",
  },
  "goal.planned": { pl: "Plan, h", en: "Plan, h", uk: "План, год" },
  "goal.held": { pl: "Odbyło się, h", en: "Held, h", uk: "Відбулося, год" },
  "goal.ahead": { pl: "W kalendarzu, h", en: "In the calendar, h", uk: "У календарі, год" },
  "goal.missing": { pl: "Brakuje, h", en: "Missing, h", uk: "Бракує, год" },
  "goal.percent": { pl: "{hours} ({percent} %)", en: "{hours} ({percent}%)", uk: "{hours} ({percent} %)" },
  "goal.lack.MODULES": {
    pl: "nie służą mu żadne zajęcia",
    en: "no classes serve it",
    uk: "їй не служать жодні заняття",
  },
  "goal.lack.INDICATORS": {
    pl: "nie mierzy go żaden wskaźnik",
    en: "no indicator measures it",
    uk: "її не вимірює жоден показник",
  },
  "goal.unserving": {
    pl: "Zajęcia, które nie służą żadnemu celowi: {names}",
    en: "Classes that serve no aim: {names}",
    uk: "Заняття, які не служать жодній цілі: {names}",
  },
  "goal.unmeasuring": {
    pl: "Wskaźniki, które nie mierzą żadnego celu: {names}",
    en: "Indicators that measure no aim: {names}",
    uk: "Показники, які не вимірюють жодної цілі: {names}",
  },
  "goal.figure": {
    pl: "Godziny, które się odbyły, z zaplanowanych",
    en: "Hours held of those planned",
    uk: "Години, що відбулися, із запланованих",
  },
  "row.add": planOfProjectMessages["row.add"],
  "row.remove": planOfProjectMessages["row.remove"],
  "row.removeNo": planOfProjectMessages["row.removeNo"],
  "row.no": planOfProjectMessages["row.no"],

  "project-goals.main_missing": {
    pl: "Brakuje celu głównego. Zaznacz, który z celów nim jest.",
    en: "The main aim is missing. Mark which one it is.",
    uk: "Бракує головної цілі. Позначте, яка з цілей нею є.",
  },
  "project-goals.main_twice": {
    pl: "Cel główny jest jeden. Pozostałe oznacz jako szczegółowe.",
    en: "There is one main aim. Mark the others as specific.",
    uk: "Головна ціль одна. Решту позначте як конкретні.",
  },
  "project-goals.words_twice": {
    pl: "Dwa cele brzmią tak samo. Zostaw jeden.",
    en: "Two aims say the same. Leave one.",
    uk: "Дві цілі звучать однаково. Залиште одну.",
  },
  "project-goals.link_twice": {
    pl: "Jedno powiązanie jest przy celu dwa razy. Otwórz ekran ponownie.",
    en: "One link stands twice at an aim. Open the screen again.",
    uk: "Один зв’язок стоїть біля цілі двічі. Відкрийте екран ще раз.",
  },
  "project-goals.strange_indicator": {
    pl: "Tego wskaźnika nie ma już na karcie projektu. Otwórz cele ponownie.",
    en: "That indicator is not on the project card any more. Open the aims again.",
    uk: "Цього показника вже немає на картці проєкту. Відкрийте цілі ще раз.",
  },
  "project-goals.strange_module": {
    pl: "Tych zajęć nie ma w żadnej grupie projektu. Otwórz cele ponownie.",
    en: "Those classes are in no group of the project. Open the aims again.",
    uk: "Цих занять немає в жодній групі проєкту. Відкрийте цілі ще раз.",
  },
});
