import { formatDay } from "../../platform/ui/format.ts";
import { Status, type StatusTone } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { fitnessHeld, fitnessMessages } from "../assessment/messages.ts";
import type { FitnessState } from "../assessment/rules.ts";
import type { Register } from "./contract.ts";
import { attendanceMessages } from "./messages.ts";

const tones: Readonly<Record<FitnessState, StatusTone>> = {
  FIT: "confirmed",
  FIT_WITH_LIMITS: "confirmed",
  NOT_FIT: "danger",
  EXPIRED: "danger",
  NO_EXAM: "danger",
};

type Fitness = NonNullable<Register["people"][number]["fitness"]>;

/**
 * Whether somebody may work, green or red, in words too, and beside it what they do not do: that is not to be overlooked.
 * `colourOnly`: a tablet knows no more than whether they may go to the machine.
 */
export function FitnessMark({ fitness, colourOnly = false }: { fitness: Fitness; colourOnly?: boolean }) {
  const t = useMessages(fitnessMessages);
  const a = useMessages(attendanceMessages);
  if (colourOnly)
    return <Status tone={tones[fitness.state]}>{a(fitness.state === "FIT" ? "machine.yes" : "machine.no")}</Status>;
  return (
    <>
      <Status tone={tones[fitness.state]}>
        <span className="visually-hidden">{t("fitness")}: </span>
        {fitnessHeld(fitness, t, (day) => formatDay(day, t.lang))}
      </Status>
      {fitness.avoid.map((limit) => (
        <Status key={limit} tone={limit === "MACHINES" ? "danger" : "due"} icon="warning">
          {t(`limit.${limit}`)}
        </Status>
      ))}
    </>
  );
}
