import type { Lang, Translate } from "../../../platform/messages.ts";
import { formatDay } from "../../../platform/ui/format.ts";
import type { AnnexSnapshot, AnnexVersions } from "./contract.ts";
import { measureText } from "./measureWords.ts";
import type { annexMessages } from "./messages.ts";

type T = Translate<typeof annexMessages>;
type Step = AnnexSnapshot["steps"][number];

export function hoursText(t: T, lang: Lang, hours: number | null): string {
  return hours === null ? "" : `${hours.toLocaleString(lang)} ${t("hours.unit")}`;
}

/** From and until in one line; empty without days. */
export function daysText(t: T, lang: Lang, { fromOn, untilOn }: Pick<Step, "fromOn" | "untilOn">): string {
  if (fromOn && untilOn) return `${formatDay(fromOn, lang)} – ${formatDay(untilOn, lang)}`;
  if (fromOn) return `${t("fromOn")} ${formatDay(fromOn, lang)}`;
  return untilOn ? `${t("untilOn")} ${formatDay(untilOn, lang)}` : "";
}

/** A step in one line, for lists of differences. */
export function stepText(t: T, lang: Lang, step: Step): string {
  const parts = [
    t(`type.${step.type}`),
    step.provider,
    daysText(t, lang, step),
    hoursText(t, lang, step.hours),
    step.certificate,
    `${t("mover")}: ${t(`mover.${step.mover}`)}`,
    step.lacksDocument && t("lacks", { competence: step.competence }),
  ];
  return parts.filter(Boolean).join(", ");
}

export function goalText(t: T, goal: AnnexSnapshot["goals"][number]): string {
  const about = goal.competence && t(`competence.${goal.competence}`);
  return [about ? `${goal.text} (${about})` : goal.text, goal.reason && `${t("reason.short")}: ${goal.reason}`]
    .filter(Boolean)
    .join(". ");
}

export function formText(t: T, lang: Lang, form: AnnexSnapshot["forms"][number]): string {
  return [t(`form.${form.form}`), hoursText(t, lang, form.hours), form.note].filter(Boolean).join(", ");
}

/** `coaches`: names of those who were foreseen. */
export function contentText(
  t: T,
  lang: Lang,
  content: NonNullable<AnnexSnapshot["content"]>,
  coaches: AnnexVersions["coaches"],
): string {
  const coach = coaches.find(({ id }) => id === content.coachId)?.name;
  return [
    `${t("goal")}: ${content.goal}`,
    content.targetJobs && `${t("targetJobs")}: ${content.targetJobs}`,
    content.measures.length > 0 &&
      `${t("measures")}: ${content.measures.map((code) => measureText(t, lang, code, content.targets?.[code])).join(", ")}`,
    coach && `${t("coach.foreseen")}: ${coach}`,
    content.reviewOn.length > 0 &&
      `${t("reviewOn")}: ${content.reviewOn.map((day) => formatDay(day, lang)).join(", ")}`,
  ]
    .filter(Boolean)
    .join(". ");
}
