import type { Translate } from "../../../platform/messages.ts";
import { formatDay } from "../../../platform/time/formats.ts";
import type { StatusLine, WorkHistory, WorkPeriod } from "./contract.ts";
import { asKnown } from "./historyValues.ts";
import type { historyMessages } from "./messages.ts";

/** The work history in words, the same on the screen and on paper. */
type Words = Translate<typeof historyMessages>;

/** Both days inclusive; `to` null: it goes on. */
export function timeText(from: string, to: string | null, t: Words): string {
  return `${formatDay(from, t.lang)} – ${to === null ? t("untilNow") : formatDay(to, t.lang)}`;
}

/** As much of both days as is known. */
export function periodTime({ from, to, exactness }: WorkPeriod, t: Words): string {
  return timeText(asKnown(from, exactness), to && asKnown(to, exactness), t);
}

/** Post and employer, or what the time was. */
export function workText({ post, employer, form }: WorkPeriod, t: Words): string {
  return [post, employer].filter(Boolean).join(", ") || t(`form.${form}`);
}

export function leavingText({ leaving, leavingNote }: WorkPeriod, t: Words): string {
  return [leaving ? t(`leaving.${leaving}`) : "", leavingNote].filter(Boolean).join(" · ");
}

/** What to ask about a gap, and how much of it the labour office knows. */
export function gapText({ registeredDays }: WorkHistory["gaps"][number], t: Words): string {
  return [t("gap.ask"), registeredDays > 0 && t("gap.registered", { count: registeredDays })].filter(Boolean).join(" ");
}

/** Why somebody counts as long-term unemployed or not, in one sentence. Source: docs/domain/rules.md R-LTU */
export function statusReason(line: StatusLine, t: Words): string {
  const since = line.since ? formatDay(line.since, t.lang) : "–";
  const { days, moreThanDays: more, overMonths: over, windowMonths, months } = line;
  const words = { since, days, more, over, window: windowMonths ?? 0, months: months ?? 0 };
  switch (line.rule) {
    case "LABOUR_LAW":
      return t(line.reason === "never" ? "reason.LABOUR_LAW.never" : "reason.LABOUR_LAW.counted", words);
    case "EU_MONITORING":
      if (line.reason === "not_registered") return t("reason.EU_MONITORING.not_registered");
      return t(line.reason === "exactly" ? "reason.EU_MONITORING.exactly" : "reason.EU_MONITORING.continuous", words);
    case "PROJECT_RULE":
      if (line.reason === "not_registered") return t("reason.PROJECT_RULE.not_registered");
      return t(line.reason === "exactly" ? "reason.PROJECT_RULE.exactly" : "reason.PROJECT_RULE.continuous", words);
  }
}
