import type { PlainDate } from "../../../platform/time/plainDate.ts";

export type PlanRefusal =
  | "project-plan.indicator_code_twice"
  | "project-plan.commune_twice"
  | "project-plan.task_ends_before_start"
  | "project-plan.report_ends_before_start"
  | "project-plan.sent_report_changed";
export type SendingRefusal = "project-plan.sent_in_future" | "project-plan.already_sent";

type Planned = { reportId: string; title: string; from: PlainDate; until: PlainDate; dueOn: PlainDate };
type Plan = {
  communes: readonly { teryt: string }[];
  tasks: readonly { startsOn: PlainDate | null; endsOn: PlainDate | null }[];
  indicators: readonly { code: string }[];
  reports: readonly Planned[];
};

const repeats = (values: readonly string[]) => new Set(values).size < values.length;

/** Why the lists cannot stand, or null. A report that was sent stays as it was. Source: docs/domain/forms.md F-70 */
export function refusePlan(plan: Plan, known: readonly (Planned & { sentOn: PlainDate | null })[]): PlanRefusal | null {
  if (repeats(plan.indicators.map(({ code }) => code.trim().toUpperCase()))) return "project-plan.indicator_code_twice";
  if (repeats(plan.communes.map(({ teryt }) => teryt))) return "project-plan.commune_twice";
  if (plan.tasks.some(({ startsOn, endsOn }) => startsOn !== null && endsOn !== null && endsOn < startsOn))
    return "project-plan.task_ends_before_start";
  if (plan.reports.some(({ from, until }) => until < from)) return "project-plan.report_ends_before_start";
  const planned = new Map(plan.reports.map((report) => [report.reportId, report]));
  const touched = known.some(({ reportId, title, from, until, dueOn, sentOn }) => {
    const now = planned.get(reportId);
    const same = now?.title === title && now.from === from && now.until === until && now.dueOn === dueOn;
    return sentOn !== null && !same;
  });
  return touched ? "project-plan.sent_report_changed" : null;
}

export function refuseSending(
  report: { sentOn: PlainDate | null },
  sentOn: PlainDate,
  today: PlainDate,
): SendingRefusal | null {
  if (report.sentOn !== null) return "project-plan.already_sent";
  return sentOn > today ? "project-plan.sent_in_future" : null;
}

/** How a report stands on a day: sent, late, due within two weeks, or later. */
export function reportState(
  { dueOn, sentOn }: { dueOn: PlainDate; sentOn: PlainDate | null },
  today: PlainDate,
  soon: PlainDate,
): "SENT" | "LATE" | "SOON" | "LATER" {
  if (sentOn !== null) return "SENT";
  if (dueOn < today) return "LATE";
  return dueOn <= soon ? "SOON" : "LATER";
}
