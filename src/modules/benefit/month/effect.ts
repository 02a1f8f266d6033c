import { addMonths, compareDays, endOfMonth, type PlainDate, startOfMonth } from "../../../platform/time/plainDate.ts";
import type { AbsenceEffect, absenceEffects } from "../../attendance/absence/public.ts";
import { findRunningProgramme } from "../../centre/public.ts";
import { benefitOf } from "../rules.ts";
import { type ReckonedMonth, reckonMonth } from "./facts.ts";

/** The benefit as the facts stand; nothing where no day is covered. */
export const benefitGrosze = ({
  spans,
  sickDaysUsedBefore,
}: Pick<ReckonedMonth, "spans" | "sickDaysUsedBefore">): number =>
  spans.length === 0 ? 0 : benefitOf(spans, sickDaysUsedBefore).benefitGrosze;

/**
 * What an excuse would change in the benefit of each month from its first day to this one, if it were accepted: the month as it stands
 * beside the month with it. Later months change too, where the limit of sickness is used up earlier. Months whose benefit stays are left out. Source: docs/domain/forms.md F-41 "effect preview"
 */
export const effectOfAbsence: typeof absenceEffects.of = async (context, { ipzsId, excuseId, kind, from, to }) => {
  const effects: AbsenceEffect[] = [];
  for (const month of monthsBetween(from, context.today)) {
    const programme = await findRunningProgramme(context, ipzsId, endOfMonth(month));
    if (!programme) return [];
    const of = { unitId: programme.unitId, month, programmes: [programme] };
    const [before] = await reckonMonth(context, of);
    const [after] = await reckonMonth(context, of, { ipzsId, excuseId, kind, from, to, accepted: true });
    if (!before || !after) continue;
    const [beforeGrosze, afterGrosze] = [benefitGrosze(before), benefitGrosze(after)];
    if (beforeGrosze !== afterGrosze) effects.push({ month, beforeGrosze, afterGrosze });
  }
  return effects;
};

function monthsBetween(from: PlainDate, to: PlainDate): PlainDate[] {
  const months: PlainDate[] = [];
  for (let month = startOfMonth(from); compareDays(month, to) <= 0; month = addMonths(month, 1)) months.push(month);
  return months;
}
