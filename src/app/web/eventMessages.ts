import { defineMessages } from "../../platform/messages.ts";

/** Lines whose room has no words of its own for them, or keeps the same key for a refusal. */
export const eventMessages = defineMessages({
  "person.recorded": { pl: "Zapisano osobę", en: "Person recorded", uk: "Записано особу" },
  "person.changed": { pl: "Zmieniono dane osoby", en: "Person's data changed", uk: "Змінено дані особи" },
  "person.died": { pl: "Zapisano zgon: {on}", en: "Death recorded: {on}", uk: "Записано смерть: {on}" },
  "person.death_withdrawn": {
    pl: "Wycofano omyłkową datę zgonu",
    en: "A date of death entered in error was withdrawn",
    uk: "Вилучено помилкову дату смерті",
  },
  "person.identified": {
    pl: "Potwierdzono więcej o tożsamości",
    en: "More of the identity is known",
    uk: "Уточнено особу",
  },
  "person.stepped_back": {
    pl: "Cofnięto krok rozpoznania tożsamości",
    en: "A step of the identity was taken back",
    uk: "Крок ідентифікації скасовано",
  },
  "person.fact_added": { pl: "Dopisano fakt o osobie", en: "A fact was added", uk: "Додано факт" },
  "person.fact_ended": { pl: "Fakt przestał obowiązywać", en: "A fact no longer holds", uk: "Факт більше не діє" },
  "person.fact_withdrawn": {
    pl: "Wycofano błędnie zapisany fakt",
    en: "A fact recorded in error was withdrawn",
    uk: "Вилучено помилковий факт",
  },
  "person.fact_corrected": { pl: "Poprawiono fakt o osobie", en: "A fact was corrected", uk: "Факт виправлено" },
  "person.step_restored": {
    pl: "Przywrócono cofnięty krok rozpoznania tożsamości",
    en: "A step of the identity was given again",
    uk: "Скасований крок ідентифікації повернуто",
  },
  "person.merged": {
    pl: "Połączono z kartą tej samej osoby",
    en: "Joined with another record of the same person",
    uk: "Об’єднано з карткою тієї ж особи",
  },
  "person.unmerged": {
    pl: "Rozdzielono połączone karty",
    en: "Joined records were parted",
    uk: "Об’єднані картки розділено",
  },
  "duplicate.dismissed": {
    pl: "Potwierdzono, że to dwie różne osoby",
    en: "Confirmed as two different people",
    uk: "Підтверджено, що це дві різні особи",
  },
  "course.joined": { pl: "Rozpoczęto udział w kursie", en: "Joined a course", uk: "Розпочато участь у курсі" },
  "course.left": { pl: "Przerwano udział w kursie", en: "Left a course", uk: "Перервано участь у курсі" },
  "course.certified": {
    pl: "Wydano zaświadczenie o ukończeniu kursu",
    en: "Certificate of a course given",
    uk: "Видано довідку про закінчення курсу",
  },
  "consent.recorded": { pl: "Zapisano zgodę", en: "Consent recorded", uk: "Записано згоду" },
  "consent.withdrawn": { pl: "Wycofano zgodę", en: "Consent withdrawn", uk: "Згоду відкликано" },
  "representative.recorded": {
    pl: "Zapisano przedstawiciela",
    en: "Representative recorded",
    uk: "Записано представника",
  },
  "representative.ended": {
    pl: "Przedstawiciel przestał działać",
    en: "Representative ended",
    uk: "Представництво завершено",
  },
  "gate.decided": {
    pl: "Zdecydowano o etapie zaawansowanym",
    en: "Decided on the advanced stage",
    uk: "Вирішено щодо поглибленого етапу",
  },
  REVIEW_DRAWN_CARD: {
    pl: "Przejrzyj wylosowaną kartę z {on}",
    en: "Review the drawn card of {on}",
    uk: "Перегляньте витягнуту картку від {on}",
  },
  STREET_INCIDENT: {
    pl: "Zdarzenie niebezpieczne na dyżurze: zadzwoń do zespołu",
    en: "An incident in a shift: ring the team",
    uk: "Небезпечна подія на чергуванні: зателефонуйте команді",
  },
  ASSISTANCE: { pl: "Asysta umówiona z osobą", en: "Accompaniment agreed", uk: "Домовлений супровід" },
  AGREED_STEP: { pl: "Krok umówiony na ulicy", en: "A step agreed in the street", uk: "Крок, домовлений на вулиці" },
  GATHERING_WHO_CAME: {
    pl: "Zapisz, kto był na zaplanowanym spotkaniu",
    en: "Say who came to the meeting that was planned",
    uk: "Запишіть, хто був на запланованій зустрічі",
  },
});
