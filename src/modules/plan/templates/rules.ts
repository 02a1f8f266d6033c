import { addDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import type { PlanState } from "../rules.ts";

type Template = { kind: string; validFrom: PlainDate; validUntil: PlainDate | null };

/** Whether a template holds on a day; both of its days are inclusive. */
export function isInForce(template: Pick<Template, "validFrom" | "validUntil">, day: PlainDate): boolean {
  return template.validFrom <= day && (template.validUntil === null || template.validUntil >= day);
}

export type TemplateRefusal = "plan.template_not_in_force" | "plan.template_other_kind";

/** Why a template cannot be used for a plan today; empty = it can. */
export function refuseTemplate(
  template: Template,
  plan: { kind: string },
  today: PlainDate,
): readonly TemplateRefusal[] {
  const refusals: TemplateRefusal[] = [];
  if (!isInForce(template, today)) refusals.push("plan.template_not_in_force");
  if (template.kind !== plan.kind) refusals.push("plan.template_other_kind");
  return refusals;
}

/**
 * The day of a line: so many days from the start, never before today and never after the last day; null: to be agreed. On a
 * running plan a task has a day (F-25): until another is agreed it is the last one.
 */
export function dueFrom(
  dueAfterDays: number | null,
  plan: { startOn: PlainDate; endOn: PlainDate | null; state: PlanState },
  today: PlainDate,
): PlainDate | null {
  if (dueAfterDays === null) return plan.state === "ACTIVE" ? plan.endOn : null;
  const day = addDays(plan.startOn, dueAfterDays);
  const notPast = day < today ? today : day;
  return plan.endOn !== null && plan.endOn < notPast ? plan.endOn : notPast;
}
