import { defineMessages } from "../../platform/messages.ts";

/** Words of the review meeting. */
export const planReviewMessages = defineMessages({
  "taskOutcome.DONE": { pl: "Zrobione", en: "Done", uk: "Зроблено" },
  "taskOutcome.PARTLY": { pl: "Częściowo", en: "Partly", uk: "Частково" },
  "taskOutcome.NOT_DONE": { pl: "Niezrobione", en: "Not done", uk: "Не зроблено" },
  "taskOutcome.NO_LONGER_RELEVANT": { pl: "Nieaktualne", en: "No longer relevant", uk: "Неактуально" },
  "goalOutcome.KEPT": { pl: "Osiągnięty", en: "Reached", uk: "Досягнуто" },
  "goalOutcome.PARTLY": { pl: "Częściowo", en: "Partly", uk: "Частково" },
  "goalOutcome.NOT_KEPT": { pl: "Nieosiągnięty", en: "Not reached", uk: "Не досягнуто" },
  "goalOutcome.NO_LONGER_RELEVANT": { pl: "Nieaktualny", en: "No longer relevant", uk: "Неактуальна" },
  review: { pl: "Przegląd", en: "Review", uk: "Перегляд" },
  "review.make": { pl: "Zrób przegląd", en: "Review the plan", uk: "Переглянути план" },
  "review.save": { pl: "Zapisz przegląd", en: "Save the review", uk: "Зберегти перегляд" },
  "review.goals": { pl: "Jak jest z każdym celem?", en: "How is each goal going?", uk: "Як із кожною ціллю?" },
  "review.evidence": {
    pl: "Co wiadomo od ostatniego przeglądu",
    en: "What is known since the last review",
    uk: "Що відомо від останнього перегляду",
  },
  "review.next": { pl: "Co dalej?", en: "What next?", uk: "Що далі?" },
  decision: { pl: "Decyzja", en: "Decision", uk: "Рішення" },
  "decision.CONTINUE": { pl: "Idziemy dalej", en: "We go on", uk: "Йдемо далі" },
  "decision.CHANGE": { pl: "Zmieniamy plan", en: "We change the plan", uk: "Змінюємо план" },
  "decision.COMPLETE": { pl: "Kończymy: cel osiągnięty", en: "We finish: reached", uk: "Завершуємо: досягнуто" },
  "decision.INTERRUPT": { pl: "Przerywamy", en: "We stop", uk: "Перериваємо" },
  "review.lead": {
    pl: "Najpierw co obiecano i co się wydarzyło. Potem rozmowa. Wnioski i decyzja są wasze.",
    en: "First what was promised and what happened. Then the talk. Conclusions and the decision are yours.",
    uk: "Спершу що обіцяли і що сталося. Потім розмова. Висновки й рішення – ваші.",
  },
  "review.tasks": {
    pl: "Co obiecano i jak poszło?",
    en: "What was promised and how did it go?",
    uk: "Що обіцяли і як вийшло?",
  },
  "review.said": {
    pl: "Co mówi osoba?",
    en: "What does the person say?",
    uk: "Що каже особа?",
  },
  "review.last": {
    pl: "Poprzednio: {outcome}",
    en: "Last time: {outcome}",
    uk: "Минулого разу: {outcome}",
  },
  "review.beside": {
    pl: "Pozostałe fakty stoją przy celach, których dotyczą.",
    en: "The other facts stand beside the goals that they are about.",
    uk: "Інші факти стоять біля цілей, яких стосуються.",
  },
  "review.promised": {
    pl: "Co obiecano i jak poszło",
    en: "What was promised and how it went",
    uk: "Що обіцяли і як вийшло",
  },
  PLAN_PROMISE: {
    pl: "Zrobić, co nasza strona obiecała w programie",
    en: "Do what our side promised in the programme",
    uk: "Зробити, що наша сторона обіцяла в програмі",
  },
  REVIEW_PLAN: { pl: "Przegląd programu", en: "Review of the programme", uk: "Перегляд програми" },
});
