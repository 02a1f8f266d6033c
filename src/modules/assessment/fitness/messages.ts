import { defineMessages, type Translate } from "../../../platform/messages.ts";
import type { FitForWork } from "./contract.ts";

/** What somebody does not do at work, without a word of why. */
export const limitMessages = defineMessages({
  "limit.LIFTING": { pl: "bez dźwigania", en: "no lifting", uk: "без підіймання вантажів" },
  "limit.HEIGHTS": { pl: "bez pracy na wysokości", en: "no work at heights", uk: "без роботи на висоті" },
  "limit.MACHINES": { pl: "bez pracy przy maszynach", en: "no work at machines", uk: "без роботи біля машин" },
  "limit.STANDING": { pl: "bez długiego stania", en: "no long standing", uk: "без довгого стояння" },
  "limit.DUST_OR_CHEMICALS": {
    pl: "bez pyłu i chemikaliów",
    en: "no dust or chemicals",
    uk: "без пилу й хімікатів",
  },
  "limit.NOISE": { pl: "bez hałasu", en: "no noise", uk: "без шуму" },
  "limit.NIGHT_WORK": { pl: "bez pracy w nocy", en: "no night work", uk: "без нічної роботи" },
  "limit.FULL_DAYS": { pl: "krótszy dzień pracy", en: "shorter working days", uk: "коротший робочий день" },
});

/** Fitness for work as people say it who lead the work: whether, until when and what not; never why. */
export const fitnessMessages = defineMessages({
  fitness: { pl: "Badania lekarskie", en: "Medical check", uk: "Медогляд" },
  "state.FIT": { pl: "badania ważne", en: "medical check valid", uk: "медогляд дійсний" },
  "state.FIT_WITH_LIMITS": { pl: "badania ważne", en: "medical check valid", uk: "медогляд дійсний" },
  "state.NOT_FIT": { pl: "niezdolność do pracy", en: "not fit for work", uk: "непридатність до праці" },
  "state.EXPIRED": { pl: "badania nieważne", en: "medical check has run out", uk: "медогляд недійсний" },
  "state.NO_EXAM": { pl: "brak badań", en: "no medical check", uk: "немає медогляду" },
  until: { pl: "do {day}", en: "until {day}", uk: "до {day}" },
  ended: { pl: "skończyły się {day}", en: "ended on {day}", uk: "закінчився {day}" },
  limited: { pl: "z ograniczeniami", en: "with limits", uk: "з обмеженнями" },
  ...limitMessages,
});

type Words = Translate<typeof fitnessMessages>;

/** Whether somebody may work and until when; of limits that nobody named, that there are some. */
export function fitnessHeld({ state, until, avoid }: FitForWork, t: Words, day: (on: string) => string): string {
  const held = t(`state.${state}`);
  if (state === "EXPIRED") return until ? `${held}, ${t("ended", { day: day(until) })}` : held;
  const untilThen = until ? `${held} ${t("until", { day: day(until) })}` : held;
  return state === "FIT_WITH_LIMITS" && avoid.length === 0 ? `${untilThen}, ${t("limited")}` : untilThen;
}

/** Whether somebody may work, until when and what not, in one line of words. */
export function fitnessText(fitness: FitForWork, t: Words, day: (on: string) => string): string {
  return [fitnessHeld(fitness, t, day), ...fitness.avoid.map((limit) => t(`limit.${limit}`))].join(", ");
}
