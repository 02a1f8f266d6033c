import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  lockRow,
  recordEvent,
  type WorkContext,
} from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { addPersonUnit, addTaskFor, endTasksFrom, requirePerson } from "../casework/public.ts";
import { outreachAccess } from "./access.ts";
import { findTeam, requireShift, requireUnit, type Verb } from "./reach.ts";
import { placeHidden, streetName } from "./reads.ts";
import { refuseContactTime, refusePlanChange } from "./rules.ts";
import { seal, unseal, unsealText } from "./sealed.ts";
import { AssistanceLine, ChangeAssistance, PlanAssistance, RecordAssistance } from "./workContract.ts";

onConstraint("assistance_key", "conflict", "record.id_taken");
onConstraint("assistance_ends_once", "refused", "assistance.already_recorded");
onConstraint("assistance_change_key", "conflict", "record.id_taken");

const timeZone = "Europe/Warsaw";
const Detail = AssistanceLine.pick({ institution: true, place: true, purpose: true });
type Detail = z.infer<typeof Detail>;

async function insertAssistance(
  context: CommandContext,
  of: { id: string; unitId: string; personId: string; plannedAt: string | null },
  detail: Detail,
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await addPersonUnit(context, of.personId, of.unitId);
  await context.tx
    .insertInto("assistance")
    .values({
      ...of,
      organisationId,
      detailSealed: seal(context, "outreach.assistance", of.id, detail) ?? Buffer.alloc(0),
      recordedBy: accountId,
    })
    .execute();
}

/** @throws Problem not_found (person, unit) | refused `assistance.before_today` | conflict `record.id_taken` */
async function planAssistance(context: CommandContext, given: PlanAssistance): Promise<Done> {
  const { assistanceId: id, personId, plannedAt, institution, place, purpose } = given;
  await requirePerson(context, outreachAccess["assistance.plan"], personId);
  const unitId = await findTeam(context, given.unitId);
  const open = { recorded: false, calledOff: false };
  refuseIf([refusePlanChange(open, todayIn(plannedAt, timeZone), todayIn(context.occurredAt, timeZone))]);
  await insertAssistance(context, { id, unitId, personId, plannedAt }, { institution, place, purpose });
  const source = { type: "assistance", id };
  await addPlanTask(context, { personId, unitId, plannedAt, source });
  await recordEvent(context, { personId, kind: "assistance.planned", section: "STREET", subject: source });
  return { ids: { assistance: id }, about: { ...source, personId, section: "STREET" } };
}

type PlanTask = { personId: string; unitId: string; plannedAt: string; source: { type: string; id: string } };

async function addPlanTask(context: CommandContext, { plannedAt, ...of }: PlanTask): Promise<void> {
  const dueOn = todayIn(plannedAt, timeZone);
  await addTaskFor(context, { ...of, ownerId: context.actor.accountId, kind: "ASSISTANCE", dueOn });
}

/**
 * Puts off what is planned, or calls it off; the last word of two counts, and both stay to be read.
 * @throws Problem not_found (person, `assistance.not_found`) | refused `assistance.already_recorded`, `assistance.called_off`,
 * `assistance.before_today` | conflict `record.id_taken`
 */
async function changeAssistance(context: CommandContext, given: ChangeAssistance): Promise<Done> {
  const { changeId, assistanceId: id, personId, plannedAt, reason, note } = given;
  const { organisationId, accountId } = context.actor;
  const verb = outreachAccess["assistance.change"];
  await requirePerson(context, verb, personId);
  await lockRow(context, "assistance", id, "assistance.not_found");
  const plan = await requirePlanned(context, verb, id, personId);
  const plannedOn = plannedAt === null ? null : todayIn(plannedAt, timeZone);
  refuseIf([refusePlanChange(plan, plannedOn, todayIn(context.occurredAt, timeZone))]);
  await context.tx
    .insertInto("assistanceChange")
    .values({
      organisationId,
      id: changeId,
      assistanceId: id,
      plannedBefore: plan.plannedAt,
      plannedAt,
      reason,
      noteSealed: seal(context, "outreach.note", changeId, note),
      recordedBy: accountId,
    })
    .execute();
  const source = { type: "assistance", id };
  await endTasksFrom(context, source, "NO_LONGER_RELEVANT");
  if (plannedAt) {
    await sql`update assistance set planned_at = ${plannedAt} where organisation_id = ${organisationId} and id = ${id}`.execute(
      context.tx,
    );
    await addPlanTask(context, { personId, unitId: plan.unitId, plannedAt, source });
  }
  await recordEvent(context, { personId, kind: "assistance.changed", section: "STREET", subject: source });
  return { ids: { assistance: id, change: changeId }, about: { ...source, personId, section: "STREET" } };
}

/**
 * @throws Problem not_found (person, unit, shift, `assistance.not_found`) | refused `assistance.already_recorded`,
 * `contact.in_future` | conflict `record.id_taken`
 */
async function recordAssistance(context: CommandContext, given: RecordAssistance): Promise<Done> {
  const verb = outreachAccess["assistance.record"];
  const { assistanceId: id, personId, shiftId, startedAt, hours, result, note } = given;
  const { organisationId, accountId } = context.actor;
  await requirePerson(context, verb, personId);
  refuseIf([refuseContactTime(startedAt, context.now)]);
  const shift = shiftId ? await requireShift(context, verb, shiftId) : null;
  if (given.planned) await requirePlanned(context, verb, id, personId);
  else {
    const unitId = shift?.unitId ?? (await findTeam(context, given.unitId));
    const { institution, place } = given;
    await insertAssistance(context, { id, unitId, personId, plannedAt: null }, { institution, place, purpose: null });
  }
  await context.tx
    .insertInto("assistanceResult")
    .values({
      organisationId,
      assistanceId: id,
      shiftId,
      startedAt,
      hours: String(hours),
      result,
      noteSealed: seal(context, "outreach.note", id, note),
      recordedBy: accountId,
    })
    .execute();
  const subject = { type: "assistance", id };
  await endTasksFrom(context, subject, result === "DONE" ? "DONE" : result === "PARTLY" ? "PARTLY" : "NOT_DONE");
  await recordEvent(context, { personId, kind: "assistance.recorded", section: "STREET", subject, detail: { result } });
  return { ids: { assistance: id }, about: { ...subject, personId, section: "STREET" } };
}

/** @throws Problem not_found `assistance.not_found` for what is not planned with this person by a team of the actor */
async function requirePlanned(context: CommandContext, verb: Verb, id: string, personId: string) {
  const { rows } = await sql<{ unitId: string; plannedAt: string; recorded: boolean; calledOff: boolean }>`
    select a.unit_id, a.planned_at, ${isRecorded} as recorded, ${isCalledOff} as called_off from assistance a
    where a.organisation_id = ${context.actor.organisationId} and a.id = ${id} and a.planned_at is not null
      and a.person_id = any (same_person(${personId}))`.execute(context.tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "assistance.not_found");
  requireUnit(context, verb, row.unitId, "assistance.not_found");
  return row;
}

const isRecorded = sql<boolean>`exists (select from assistance_result r
  where r.organisation_id = a.organisation_id and r.assistance_id = a.id)`;
const isCalledOff = sql<boolean>`exists (select from assistance_change n
  where n.organisation_id = a.organisation_id and n.assistance_id = a.id and n.planned_at is null)`;

/** Of assistance `a`: agreed, neither done nor called off. */
export const isStillPlanned = sql<boolean>`(a.planned_at is not null and not ${isRecorded} and not ${isCalledOff})`;

/** What was agreed of assistance, from its seal. */
export const detailOf = (context: WorkContext, id: string, sealed: Uint8Array | null): Detail =>
  Detail.parse(unseal(context, "outreach.assistance", id, sealed));

type Row = Omit<AssistanceLine, "institution" | "place" | "purpose" | "result" | "changes"> & {
  detailSealed: Buffer;
  hidden: boolean;
  startedAt: string | null;
  hours: string | null;
  result: NonNullable<AssistanceLine["result"]>["result"] | null;
  noteSealed: Buffer | null;
  changes: (Omit<AssistanceLine["changes"][number], "note"> & { id: string; sealed: string | null })[];
};

/** Planned and done accompaniment of a person by the actor's teams, newest first. @throws Problem not_found `person.not_found` */
async function listAssistance(context: WorkContext, personId: string): Promise<AssistanceLine[]> {
  await requirePerson(context, outreachAccess["assistance.read"], personId);
  const { organisationId, unitIds } = context.actor;
  const { rows } =
    await sql<Row>`select a.id, a.person_id, ${streetName} as name, a.planned_at, a.detail_sealed, ${placeHidden(context)} as hidden,
      r.started_at, r.hours, r.result, r.note_sealed,
      (select coalesce(json_agg(json_build_object('id', n.id, 'plannedBefore', n.planned_before, 'plannedAt', n.planned_at, 'reason', n.reason,
          'sealed', encode(n.note_sealed, 'hex'), 'by', m.display_name) order by n.recorded_at, n.id), '[]')
        from assistance_change n join membership m on m.organisation_id = n.organisation_id and m.account_id = n.recorded_by
        where n.organisation_id = a.organisation_id and n.assistance_id = a.id) as changes
    from assistance a join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
      left join assistance_result r on r.organisation_id = a.organisation_id and r.assistance_id = a.id
    where a.organisation_id = ${organisationId} and a.unit_id = any (${[...unitIds]}::uuid[]) and a.person_id = any (same_person(${personId}))
    order by coalesce(r.started_at, a.planned_at) desc, a.id ${atMost}`.execute(context.tx);
  // where and when a protected person is expected is for the named list (C7)
  const shown = rows.filter(({ hidden, result }) => !hidden || result !== null);
  const noteOf = (id: string, sealed: Uint8Array | null) => unsealText(context, "outreach.note", id, sealed);
  return shown.map(({ detailSealed, hidden, startedAt, hours, result, noteSealed, plannedAt, changes, ...row }) => {
    const detail = detailOf(context, row.id, detailSealed);
    const note = noteOf(row.id, noteSealed);
    return {
      ...row,
      changes: changes.map(({ id, sealed, ...change }) => ({
        ...change,
        plannedBefore: instantOf(change.plannedBefore),
        plannedAt: change.plannedAt && instantOf(change.plannedAt),
        note: hidden ? null : noteOf(id, sealed === null ? null : Buffer.from(sealed, "hex")),
      })),
      institution: detail.institution,
      place: hidden ? null : detail.place,
      purpose: hidden ? null : detail.purpose,
      plannedAt: plannedAt && instantOf(plannedAt),
      result:
        startedAt && result
          ? { startedAt: instantOf(startedAt), hours: Number(hours), result, note: hidden ? null : note }
          : null,
    };
  });
}

export const assistanceCommands = [
  defineCommand({
    type: "assistance.plan",
    v: 1,
    summary: "Plans to go with a person somewhere; becomes a task",
    payload: PlanAssistance,
    verb: outreachAccess["assistance.plan"],
    offline: true,
    run: planAssistance,
  }),
  defineCommand({
    type: "assistance.change",
    v: 1,
    offline: true,
    summary: "Puts off planned accompaniment or calls it off, with the reason",
    payload: ChangeAssistance,
    verb: outreachAccess["assistance.change"],
    run: changeAssistance,
  }),
  defineCommand({
    type: "assistance.record",
    v: 1,
    offline: true,
    summary: "Records that a person was accompanied, where, for how long and with what result",
    payload: RecordAssistance,
    verb: outreachAccess["assistance.record"],
    run: recordAssistance,
  }),
];

export const assistanceQueries = [
  defineQuery({
    name: "assistance.list-of-person",
    method: "GET",
    path: "/people/:personId/assistance",
    summary: "Planned and done accompaniment of a person, newest first",
    input: z.strictObject({ personId: z.uuid() }),
    answer: z.object({ assistance: z.array(AssistanceLine) }),
    verb: outreachAccess["assistance.read"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "STREET" }),
    run: async (context, { personId }) => ({ assistance: await listAssistance(context, personId) }),
  }),
];
