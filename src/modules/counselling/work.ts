import { sql } from "kysely";
import { requireReach } from "../../platform/access.ts";
import { type CommandContext, type Done, defineCommand, type WorkContext } from "../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { endOfMonth, type PlainDate, plainDate } from "../../platform/time/plainDate.ts";
import { counsellingAccess } from "./access.ts";
import type { CounsellingKind, HoursReason, WorkSource } from "./codes.ts";
import { SetHourLimit, SettleWork } from "./contract.ts";
import { type Duty, lockOne, readDuties } from "./duties.ts";
import { countOnce, type HeldDay, refuseHours, type Work } from "./hoursRules.ts";
import { type Days, dutyDays } from "./rules.ts";

onConstraint("consultant_work_settlement_key", "conflict", "record.id_taken");
onConstraint("consultant_hour_limit_key", "conflict", "record.id_taken");
onConstraint("consultant_hour_limit_of_member", "not_found", "consultant-duty.not_found");

export type WorkOf = Work & { accountId: string };
/** What rooms tell of hours that some colleagues worked on some days (inclusive); what only its author opens, of the actor alone. */
export type HourSource = (context: WorkContext, within: Days, accountIds: readonly string[]) => Promise<WorkOf[]>;
export const hourSources: HourSource[] = [];

/** Talks by their notes; a mended one as it was last mended, under the id of the first. */
const talkHours: HourSource = async (context, { from, to }, accountIds) => {
  const { rows } = await sql<WorkOf>`select n.author_id as account_id, 'TALK' as source, n.kind, n.day,
      to_char(n.starts_at, 'HH24:MI') as starts_at, (extract(epoch from n.ends_at - n.starts_at) / 60)::int as minutes,
      (with recursive earlier as (select n.id, n.mends_id union all
          select m.id, m.mends_id from counselling_note m join earlier e on e.mends_id = m.id where m.organisation_id = n.organisation_id)
        select id from earlier where mends_id is null) as source_id
    from counselling_note n
    where n.organisation_id = ${context.actor.organisationId} and n.author_id = any (${[...accountIds]}::uuid[]) and n.day between ${from} and ${to}
      and not exists (select from counselling_note l where l.organisation_id = n.organisation_id and l.mends_id = n.id)
    order by n.day, n.starts_at, n.id limit 2000`.execute(context.tx);
  return rows;
};

/** All that was worked, by account. */
export async function workOf(
  context: WorkContext,
  within: Days,
  accountIds: readonly string[],
): Promise<Map<string, WorkOf[]>> {
  const told = await Promise.all([talkHours, ...hourSources].map((source) => source(context, within, accountIds)));
  return Map.groupBy(told.flat(), ({ accountId }) => accountId);
}

/** A line of work as it was taken over. */
export type SettledWork = {
  consultantId: string;
  source: WorkSource;
  sourceId: string;
  day: PlainDate;
  kind: CounsellingKind | null;
  proposedMinutes: number;
  settledMinutes: number;
  reason: HoursReason | null;
};

/** What was taken over of some days, the last word on each line. */
export async function settledWork(
  context: WorkContext,
  { from, to }: Days,
  consultantIds: readonly string[],
): Promise<SettledWork[]> {
  const { rows } = await sql<SettledWork>`select distinct on (s.consultant_id, s.day, s.source, s.source_id)
      s.consultant_id, s.source, s.source_id, s.day, s.kind, s.proposed_minutes, s.settled_minutes, s.reason
    from consultant_work_settlement s
    where s.organisation_id = ${context.actor.organisationId} and s.consultant_id = any (${[...consultantIds]}::uuid[]) and s.day between ${from} and ${to}
    order by s.consultant_id, s.day, s.source, s.source_id, s.settled_at desc, s.id desc limit 2000`.execute(
    context.tx,
  );
  return rows;
}

/** Days of duties that are held. */
export function heldDays(duties: readonly Duty[], within: Days): HeldDay[] {
  return duties.flatMap((duty) =>
    dutyDays(duty, within, duty.absences).flatMap(({ day, lost }) =>
      lost ? [] : [{ dutyId: duty.id, day, startsAt: duty.startsAt, endsAt: duty.endsAt }],
    ),
  );
}

/** What the contracts of some consultants hold in a month, in minutes; who has no entry, or one that says none, is not there. */
export async function limitsOf(
  context: WorkContext,
  month: string,
  consultantIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ consultantId: string; minutes: number | null }>`select distinct on (l.consultant_id)
      l.consultant_id, l.minutes from consultant_hour_limit l
    where l.organisation_id = ${context.actor.organisationId} and l.consultant_id = any (${[...consultantIds]}::uuid[]) and l.from_month <= ${`${month}-01`}
    order by l.consultant_id, l.from_month desc, l.set_at desc, l.id desc limit 500`.execute(context.tx);
  return new Map(rows.flatMap(({ consultantId, minutes }) => (minutes === null ? [] : [[consultantId, minutes]])));
}

/** Duties of a consultant, to whom the actor stands as who has or plans them. @throws Problem not_found `consultant-duty.not_found` */
async function requireConsultant(
  context: WorkContext,
  verb: "settle" | "set-limit",
  consultantId: string,
): Promise<Duty[]> {
  const { accountId, unitIds } = context.actor;
  const duties = await readDuties(context, sql<boolean>`d.consultant_id = ${consultantId}`);
  const relation = { own: consultantId === accountId, unit: duties.some(({ unitId }) => unitIds.includes(unitId)) };
  requireReach(context.actor, counsellingAccess[`consultant-hours.${verb}`], relation, "consultant-duty.not_found");
  return duties;
}

/** Said again, the last word counts. @throws Problem not_found | refused `consultant-duty.no_such_work`, `consultant-duty.reason_missing` */
async function settleWork(context: CommandContext, payload: SettleWork): Promise<Done> {
  const { settlementId: id, consultantId, source, sourceId, day, minutes, reason } = payload;
  const duties = await requireConsultant(context, "settle", consultantId);
  await lockOne(context, consultantId);
  const within = { from: day, to: day };
  const work = (await workOf(context, within, [consultantId])).get(consultantId) ?? [];
  const isIt = (one: { source: WorkSource; sourceId: string }) => one.source === source && one.sourceId === sourceId;
  const proposed = countOnce(heldDays(duties, within), work).beside.find(isIt);
  const before = (await settledWork(context, within, [consultantId])).find(isIt);
  const known = proposed ?? (before && { minutes: before.proposedMinutes, kind: before.kind });
  if (!known) throw new Problem("refused", "consultant-duty.no_such_work");
  refuseIf([refuseHours(minutes, known.minutes, reason)]);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("consultantWorkSettlement")
    .values({
      organisationId,
      id,
      consultantId,
      source,
      sourceId,
      day,
      kind: known.kind,
      proposedMinutes: known.minutes,
      settledMinutes: minutes,
      reason,
      settledBy: accountId,
      settledAt: context.now,
    })
    .execute();
  return { ids: { settlement: id }, about: { type: "account", id: consultantId }, detail: { source, day, minutes } };
}

/** @throws Problem not_found `consultant-duty.not_found` */
async function setLimit(context: CommandContext, payload: SetHourLimit): Promise<Done> {
  const { limitId: id, consultantId, fromMonth, minutes } = payload;
  await requireConsultant(context, "set-limit", consultantId);
  const { organisationId, accountId } = context.actor;
  const from = plainDate(`${fromMonth}-01`);
  await context.tx
    .insertInto("consultantHourLimit")
    .values({ organisationId, id, consultantId, fromMonth: from, minutes, setBy: accountId, setAt: context.now })
    .execute();
  return { ids: { limit: id }, about: { type: "account", id: consultantId }, detail: { fromMonth, minutes } };
}

/** A month's days, both inclusive. */
export function daysOfMonth(month: string): Days {
  const from = plainDate(`${month}-01`);
  return { from, to: endOfMonth(from) };
}

export const hoursCommands = [
  defineCommand({
    type: "consultant-hours.settle",
    v: 1,
    summary:
      "Takes work of a consultant beside duties over into the month, as its record says or otherwise for a reason",
    payload: SettleWork,
    verb: counsellingAccess["consultant-hours.settle"],
    run: settleWork,
  }),
  defineCommand({
    type: "consultant-hours.set-limit",
    v: 1,
    summary: "Says how many hours a month the contract of a consultant holds",
    payload: SetHourLimit,
    verb: counsellingAccess["consultant-hours.set-limit"],
    run: setLimit,
  }),
];
