import { formatDay } from "../../../platform/ui/format.ts";
import { Status, type StatusTone } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { FitForWork } from "./contract.ts";
import { fitnessMessages } from "./messages.ts";
import type { FitnessState } from "./rules.ts";

const tones: Readonly<Record<FitnessState, StatusTone>> = {
  FIT: "confirmed",
  FIT_WITH_LIMITS: "confirmed",
  NOT_FIT: "danger",
  EXPIRED: "danger",
  NO_EXAM: "danger",
};

/** Whether somebody may work, until when and what not, in one line of words. */
export function useFitnessWords(): (fitness: FitForWork) => string {
  const t = useMessages(fitnessMessages);
  return ({ state, until, avoid }) =>
    [
      [t(`state.${state}`), until && t("until", { day: formatDay(until, t.lang) })].filter(Boolean).join(" "),
      ...avoid.map((limit) => t(`limit.${limit}`)),
    ].join(", ");
}

/** Green or red, in words too. */
export function FitnessMark({ fitness }: { fitness: FitForWork }) {
  const t = useMessages(fitnessMessages);
  const words = useFitnessWords();
  return (
    <Status tone={tones[fitness.state]}>
      <span className="visually-hidden">{t("fitness")}: </span>
      {words(fitness)}
    </Status>
  );
}
