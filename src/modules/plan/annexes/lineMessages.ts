import { defineMessages } from "../../../platform/messages.ts";

/** Words of timeline lines and tasks alone; those of the screens are in messages.ts. */
export const annexLineMessages = defineMessages({
  VOCATIONAL_REVIEW: {
    pl: "Przegląd planu zawodowego",
    en: "Review of the vocational plan",
    uk: "Перегляд професійного плану",
  },
  TAKE_OVER_AGREED: {
    pl: "Przejmij plan zawodowy; osoba zgodziła się, co pracodawca może wiedzieć",
    en: "Take over the vocational plan; the person agreed what an employer may know",
    uk: "Прийміть професійний план; особа погодила, що може знати роботодавець",
  },
  TAKE_OVER_UNAGREED: {
    pl: "Przejmij plan zawodowy; pracodawcy nic o osobie nie wolno mówić",
    en: "Take over the vocational plan; nothing of the person may be told to an employer",
    uk: "Прийміть професійний план; роботодавцю нічого про особу казати не можна",
  },
  "vocational-plan.begun": {
    pl: "Zaczęto plan rozwoju zawodowego",
    en: "The vocational plan was begun",
    uk: "Почато план професійного розвитку",
  },
  "vocational-plan.agreed": {
    pl: "Uzgodniono plan rozwoju zawodowego",
    en: "The vocational plan was agreed",
    uk: "Узгоджено план професійного розвитку",
  },
  "vocational-plan.changed": {
    pl: "Zmieniono plan rozwoju zawodowego",
    en: "The vocational plan was changed",
    uk: "Змінено план професійного розвитку",
  },
  "vocational-plan.step_marked": {
    pl: "Oznaczono krok planu zawodowego",
    en: "A step of the vocational plan was marked",
    uk: "Позначено крок професійного плану",
  },
  "vocational-plan.handed_over": {
    pl: "Przekazano plan zawodowy trenerowi pracy",
    en: "The vocational plan was handed over to a job coach",
    uk: "Професійний план передано тренеру праці",
  },
  "interpersonal-path.begun": {
    pl: "Zaczęto ścieżkę rozwoju interpersonalnego",
    en: "The interpersonal path was begun",
    uk: "Почато шлях міжособистісного розвитку",
  },
  "interpersonal-path.agreed": {
    pl: "Uzgodniono ścieżkę rozwoju interpersonalnego",
    en: "The interpersonal path was agreed",
    uk: "Узгоджено шлях міжособистісного розвитку",
  },
  "interpersonal-path.changed": {
    pl: "Zmieniono ścieżkę rozwoju interpersonalnego",
    en: "The interpersonal path was changed",
    uk: "Змінено шлях міжособистісного розвитку",
  },
  "interpersonal-path.measured": {
    pl: "Zapisano pomiar umiejętności",
    en: "Competences were measured",
    uk: "Записано вимірювання вмінь",
  },
  "interpersonal-path.measure_corrected": {
    pl: "Poprawiono pomiar umiejętności",
    en: "A measurement of competences was corrected",
    uk: "Виправлено вимірювання вмінь",
  },
});
