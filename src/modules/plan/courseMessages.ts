import { defineMessages } from "../../platform/messages.ts";

/** Words on the papers of a review meeting and of a programme's end. */
export const planCourseMessages = defineMessages({
  "course.title.REVIEW": {
    pl: "Notatka z przeglądu programu",
    en: "Note of a review",
    uk: "Нотатка з перегляду програми",
  },
  "course.title.END": { pl: "Zakończenie programu", en: "End of the programme", uk: "Завершення програми" },
  "course.title.NOW": { pl: "Przebieg programu", en: "Course of the programme", uk: "Перебіг програми" },
  "course.plain.REVIEW": {
    pl: "Mój program: nasze spotkanie",
    en: "My programme: our meeting",
    uk: "Моя програма: наша зустріч",
  },
  "course.plain.END": { pl: "Mój program się zakończył", en: "My programme has ended", uk: "Моя програма завершилась" },
  "course.plain.NOW": { pl: "Jak idzie mój program", en: "How my programme goes", uk: "Як іде моя програма" },
  "course.intro.REVIEW": {
    pl: "Spotkaliśmy się {day}. Sprawdziliśmy razem, co obiecano i co się wydarzyło.",
    en: "We met on {day}. Together we looked at what was promised and what happened.",
    uk: "Ми зустрілися {day}. Разом подивилися, що обіцяли і що сталося.",
  },
  "course.intro.END": {
    pl: "Twój program zakończył się {day}. Tu jest zapisane, co obiecano i co się wydarzyło.",
    en: "Your programme ended on {day}. This page says what was promised and what happened.",
    uk: "Твоя програма завершилась {day}. Тут написано, що обіцяли і що сталося.",
  },
  "course.intro.NOW": {
    pl: "Tu jest zapisane, co obiecano i co się dotąd wydarzyło. Stan na {day}.",
    en: "This page says what was promised and what has happened so far, as of {day}.",
    uk: "Тут написано, що обіцяли і що досі сталося. Станом на {day}.",
  },
  "course.kind": { pl: "Program", en: "Programme", uk: "Програма" },
  "course.by": { pl: "Prowadził(a)", en: "Led by", uk: "Провів(ла)" },
  "course.endedBy": { pl: "Zakończył(a)", en: "Ended by", uk: "Завершив(ла)" },
  "course.how": { pl: "Jak się zakończył", en: "How it ended", uk: "Як завершилась" },
  "course.went": { pl: "Jak poszło", en: "How it went", uk: "Як вийшло" },
  "course.notJudged": { pl: "jeszcze nie sprawdzono", en: "not looked at yet", uk: "ще не перевірено" },
  "course.none": { pl: "Nic nie zapisano.", en: "Nothing is written down.", uk: "Нічого не записано." },
  "course.noteFacts": {
    pl: "Notatka mówi, co obiecano, co się wydarzyło i co ustalono. Sama nie jest decyzją o pomocy.",
    en: "The note says what was promised, what happened and what was settled. It is no decision on assistance.",
    uk: "Нотатка каже, що обіцяли, що сталося і що узгодили. Вона не є рішенням про допомогу.",
  },
  "course.workingWords": {
    pl: "Prawo nie określa wzoru tej notatki. Jej układ jest roboczy.",
    en: "No law sets a form for this note. Its layout is a working one.",
    uk: "Право не визначає форми цієї нотатки. Її вигляд робочий.",
  },
  "plain.saidMine": { pl: "Co mówię ja", en: "What I say", uk: "Що кажу я" },
});
