import { type CommandContext, type Done, lockRow, recordEvent } from "../../../platform/command.ts";
import { Problem, refuseIf } from "../../../platform/problem.ts";
import { addDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { addTaskFor, endTasksFrom } from "../../casework/public.ts";
import { ipzsAccess } from "./access.ts";
import {
  actVerbs,
  figuresOf,
  type IpzsAct,
  type IpzsDays,
  type IpzsLimits,
  type IpzsState,
  moveIpzs,
} from "./rules.ts";
import { findDays, limitsFor, noticesOn, purposes, requireIpzs, type StoredIpzs, seal } from "./store.ts";

/** What the law says where a refusal rests on it. */
const sources: Readonly<Record<string, string>> = {
  "ipzs.week_too_short": "art. 15 u.z.s. (R-CIS-07)",
  "ipzs.week_too_long": "art. 15 u.z.s. (R-CIS-07)",
  "ipzs.week_too_long_disability": "art. 15 ust. 2 ustawy o rehabilitacji",
  "ipzs.day_too_long_disability": "art. 15 ust. 2 ustawy o rehabilitacji (R-CIS-07)",
  "ipzs.day_hours_missing": "art. 15 ust. 2 ustawy o rehabilitacji (R-CIS-07)",
  "ipzs.participation_too_long": "art. 15 ust. 1–2 u.z.s.",
  "ipzs.signed_before_admission": "art. 12 ust. 4 u.z.s.",
  "ipzs.no_way_in": "art. 12 u.z.s. (R-CIS-03)",
  "entry.not_referred": "art. 12 u.z.s. (R-CIS-03)",
  "entry.programme_not_signed": "art. 12 ust. 4 u.z.s. (R-CIS-03)",
  "entry.ops_agreement_missing": "art. 12 ust. 4 u.z.s. (R-CIS-03)",
  "ipzs.extension_too_long": "art. 15 ust. 3 u.z.s.",
  "ipzs.after_job_too_long": "art. 13 ust. 5 u.z.s.",
  "ipzs.facts_missing": "art. 13 ust. 4–4b u.z.s.",
  "ipzs.day_off_in_trial": "art. 15 ust. 6a u.z.s.",
  "ipzs.days_off_used": "art. 15 ust. 6a i 6b u.z.s.",
};

/** @throws Problem refused with the codes that are not null and the article that the first of them rests on; goes on without any */
export function refuse(...codes: readonly (string | null)[]): void {
  refuseIf(codes, sourceOf(codes));
}

const sourceOf = (codes: readonly (string | null)[]): { source?: string } => {
  const source = codes.flatMap((code) => (code && sources[code]) || []).at(0);
  return source ? { source } : {};
};

/** Like `refuse`, where sentences name figures of the law: as they hold for this act. */
export function refuseBy(limits: IpzsLimits, ...codes: readonly (string | null)[]): void {
  refuseIf(codes, { ...figuresOf(limits), ...sourceOf(codes) });
}

/** The figures for an act of the day `on`, and the days of a programme that was agreed, whose trial is known. */
export async function daysFor(
  context: CommandContext,
  ipzs: StoredIpzs,
  on: PlainDate,
): Promise<{ limits: IpzsLimits; days: IpzsDays }> {
  const limits = await limitsFor(context, ipzs, on);
  const days = findDays(ipzs, limits);
  if (!days) throw new Error("a programme that was agreed has its trial");
  return { limits, days };
}

/** Writes the next step of a programme; `words` are sealed. Answers its number, from 1. */
export async function addStep(
  context: CommandContext,
  ipzs: { id: string; stepNo: number },
  step: { act: IpzsAct | "begin"; state: IpzsState; actedOn: PlainDate; words?: string },
): Promise<number> {
  const { organisationId, accountId } = context.actor;
  const { act, state, actedOn, words = "" } = step;
  const no = ipzs.stepNo + 1;
  const sealed = words.trim() === "" ? null : seal(context, purposes.step, `${ipzs.id}/${no}`, words.trim());
  await context.tx
    .insertInto("ipzsStep")
    .values({ organisationId, ipzsId: ipzs.id, no, act, state, actedOn, sealed, doneBy: accountId })
    .execute();
  return no;
}

/** Tells the timeline; `detail` holds codes, numbers and days only. */
export function tell(
  context: CommandContext,
  ipzs: Pick<StoredIpzs, "id" | "personId" | "caseId">,
  kind: string,
  detail: Record<string, unknown> = {},
) {
  const { id, personId, caseId } = ipzs;
  return recordEvent(context, { personId, caseId, kind, section: "SOCIAL", subject: { type: "ipzs", id }, detail });
}

export function done(ipzs: Pick<StoredIpzs, "id" | "personId">, more: Partial<Done> = {}): Done {
  return {
    ids: { ipzs: ipzs.id },
    about: { type: "ipzs", id: ipzs.id, personId: ipzs.personId, section: "SOCIAL" },
    ...more,
  };
}

/**
 * Locks the programme and asks whether the act is possible now.
 * @throws Problem not_found `ipzs.not_found` | refused by the rule
 */
export async function lockFor(
  context: CommandContext,
  ipzsId: string,
  act: IpzsAct,
): Promise<{ ipzs: StoredIpzs; state: IpzsState }> {
  const verb = ipzsAccess[actVerbs[act]];
  await requireIpzs(context, verb, ipzsId);
  await lockRow(context, "ipzs", ipzsId, "ipzs.not_found");
  const ipzs = await requireIpzs(context, verb, ipzsId);
  const { state, refusal } = moveIpzs(ipzs.state, act);
  if (state === null) throw new Problem("refused", refusal);
  return { ipzs, state };
}

const trialOf = (ipzsId: string) => ({ type: "ipzs_trial", id: ipzsId });
const endOf = (ipzsId: string) => ({ type: "ipzs_end", id: ipzsId });

/** The decision after the trial, and the end some days before it, become tasks of whoever decides. Source: docs/domain/journeys.md J6.3 */
export async function setDeadlines(
  context: CommandContext,
  { id, personId, caseId }: Pick<StoredIpzs, "id" | "personId" | "caseId">,
  due: { trialTo?: PlainDate; lastDay?: IpzsDays["lastDay"] },
): Promise<void> {
  const task = { personId, caseId, ownerId: context.actor.accountId };
  await endTasksFrom(context, trialOf(id), "DONE");
  await endTasksFrom(context, endOf(id), "NO_LONGER_RELEVANT");
  if (due.trialTo)
    await addTaskFor(context, { ...task, kind: "IPZS_TRIAL_ENDS", dueOn: due.trialTo, source: trialOf(id) });
  if (due.lastDay) {
    const { endNotice } = await noticesOn(context, context.today);
    const notice = addDays(due.lastDay, -endNotice);
    const dueOn = notice < context.today ? context.today : notice;
    await addTaskFor(context, { ...task, kind: "IPZS_ENDS", dueOn, source: endOf(id) });
  }
}
