import { sql } from "kysely";
import { requireReach } from "../../../platform/access.ts";
import {
  bumpVersion,
  type CommandContext,
  type Done,
  defineCommand,
  lockRow,
  requireBase,
} from "../../../platform/command.ts";
import { sealJson } from "../../../platform/keys/sealedJson.ts";
import { sealText } from "../../../platform/keys/sealedText.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { addTaskFor, endTasksFrom, refuseForDead, requirePerson } from "../../casework/public.ts";
import { hiddenAmongIds } from "../../person/public.ts";
import { refuseMeeting } from "../../programme/public.ts";
import { activityAccess } from "../access.ts";
import { requireUnit } from "../reach.ts";
import { RecordExchange, RecordGathering, WithdrawExchange, WithdrawGathering } from "./contract.ts";
import { refuseExchange, refuseGathering } from "./rules.ts";
import { mayReadWords, purposes, requireGathering } from "./store.ts";

onConstraint("gathering_key", "conflict", "record.id_taken");
onConstraint("gathering_withdrawn_once", "not_found", "gathering.not_found");
onConstraint("service_exchange_key", "conflict", "record.id_taken");

const said = { source: "F-3A" };

/** People whom the actor may name as having been somewhere. @throws Problem not_found `person.not_found` | refused `case.person_died` */
async function requirePeople(context: CommandContext, personIds: readonly string[]): Promise<void> {
  for (const personId of personIds) {
    await requirePerson(context, activityAccess["gathering.record"], personId);
    await refuseForDead(context, personId);
  }
  if ((await hiddenAmongIds(context, personIds)).size > 0) throw new Problem("not_found", "person.not_found");
}

/** A volunteer of the unit whose agreement holds that day. @throws Problem refused `gathering.volunteer_without_agreement` */
async function requireLeader(
  context: CommandContext,
  { volunteerId, unitId, day }: Pick<RecordGathering, "volunteerId" | "unitId" | "day">,
): Promise<void> {
  if (volunteerId === null) return;
  const { rows } =
    await sql`select from volunteer v join volunteer_agreement a on a.organisation_id = v.organisation_id and a.volunteer_id = v.id
      left join volunteer_agreement_ending e on e.organisation_id = a.organisation_id and e.agreement_id = a.id
    where v.organisation_id = ${context.actor.organisationId} and v.id = ${volunteerId} and v.unit_id = ${unitId}
      and a.withdrawn_at is null and a.starts_on <= ${day} and coalesce(e.ended_on, a.ends_on, ${day}) >= ${day}`.execute(
      context.tx,
    );
  refuseIf([rows.length === 0 ? "gathering.volunteer_without_agreement" : null], { source: "F-63" });
}

/**
 * Whether a meeting that is ahead finds its room and its volunteer free; what was held, or waits for a word about who came, stands where it was. Holds the calendar.
 * @throws Problem refused as `refuseMeeting` says
 */
async function requirePlace(
  context: CommandContext,
  { gatheringId: id, unitId, day, startsAt, minutes, roomId, volunteerId: leaderId }: RecordGathering,
  before: string | null,
): Promise<void> {
  if (day <= context.today ? roomId === before : roomId === null && leaderId === null) return;
  const leader = day > context.today ? leaderId : null;
  const wanted = { id, unitId, day, startsAt, minutes, roomId, leaderId: leader };
  refuseIf([await refuseMeeting(context, wanted)], said);
}

const taskSource = (gatheringId: string) => ({ type: "gathering", id: gatheringId });

/** Whoever planned a meeting is asked on its day who was there; once that is said, no more. */
async function askWhoCame(
  context: CommandContext,
  { gatheringId, unitId, day, moved }: Pick<RecordGathering, "gatheringId" | "unitId" | "day"> & { moved: boolean },
): Promise<void> {
  const ahead = day > context.today;
  if (ahead && !moved) return;
  await endTasksFrom(context, taskSource(gatheringId), ahead ? "NO_LONGER_RELEVANT" : "DONE");
  if (ahead)
    await addTaskFor(context, {
      personId: null,
      ownerId: context.actor.accountId,
      unitId,
      kind: "GATHERING_WHO_CAME",
      dueOn: day,
      source: taskSource(gatheringId),
    });
}

/** @throws Problem not_found | refused as `refuseGathering` says, `gathering.volunteer_without_agreement` */
async function record(context: CommandContext, payload: RecordGathering): Promise<Done> {
  const { gatheringId, participants, topic, need, ...facts } = payload;
  const { tx, actor } = context;
  const { organisationId } = actor;
  const verb = activityAccess["gathering.record"];
  await requireUnit(context, verb, facts.unitId);
  const sealed = sealJson(context, purposes.gathering, gatheringId, { topic, need });
  const known = await tx
    .selectFrom("gathering")
    .select("id")
    .where("organisationId", "=", organisationId)
    .where("id", "=", gatheringId)
    .executeTakeFirst();
  let version = 1;
  let kept: readonly string[] = [];
  let moved = true;
  if (known) {
    await lockRow(context, "gathering", gatheringId, "gathering.not_found");
    const before = await requireGathering(context, verb, gatheringId);
    requireBase(context, before.version);
    moved = before.day !== facts.day;
    // whom the editor may not see stays as they were entered
    const ids = before.participants.map(({ personId }) => personId);
    const hidden = await hiddenAmongIds(context, ids);
    kept = ids.filter((id) => hidden.has(id));
    requireReach(
      context.actor,
      mayReadWords(before.kind),
      { unit: true, own: before.recordedBy === actor.accountId },
      "gathering.not_found",
    );
    refuseIf([refuseGathering(payload, context.today, kept.length)], said);
    await requireLeader(context, facts);
    await requirePlace(context, payload, before.roomId);
    await requirePeople(
      context,
      participants.map(({ personId }) => personId).filter((id) => !ids.includes(id) || hidden.has(id)),
    );
    await tx
      .updateTable("gathering")
      .set({ ...facts, sealed })
      .where("organisationId", "=", organisationId)
      .where("id", "=", gatheringId)
      .execute();
    await sql`delete from gathering_participant where organisation_id = ${organisationId} and gathering_id = ${gatheringId}
      and person_id <> all (${[...kept]}::uuid[])`.execute(tx);
    version = await bumpVersion(context, "gathering", gatheringId);
  } else {
    refuseIf([refuseGathering(payload, context.today)], said);
    await requireLeader(context, facts);
    await requirePlace(context, payload, null);
    await requirePeople(
      context,
      participants.map(({ personId }) => personId),
    );
    await tx
      .insertInto("gathering")
      .values({ organisationId, id: gatheringId, ...facts, sealed, recordedBy: actor.accountId })
      .execute();
  }
  if (participants.length > 0)
    await tx
      .insertInto("gatheringParticipant")
      .values(participants.map((one) => ({ organisationId, gatheringId, ...one })))
      .execute();
  await askWhoCame(context, { gatheringId, unitId: facts.unitId, day: facts.day, moved });
  const people = participants.length + kept.length + facts.counted;
  return {
    ids: { gathering: gatheringId },
    version,
    about: { type: "gathering", id: gatheringId },
    detail: { day: facts.day, people },
  };
}

/** Takes back what was entered in error; the row stays. @throws Problem not_found, also when it was taken back before */
async function withdraw(context: CommandContext, { gatheringId }: WithdrawGathering): Promise<Done> {
  const { kind, recordedBy } = await requireGathering(context, activityAccess["gathering.withdraw"], gatheringId);
  const own = recordedBy === context.actor.accountId;
  requireReach(context.actor, mayReadWords(kind), { unit: true, own }, "gathering.not_found");
  const { organisationId, accountId: withdrawnBy } = context.actor;
  await context.tx.insertInto("gatheringWithdrawal").values({ organisationId, gatheringId, withdrawnBy }).execute();
  await endTasksFrom(context, taskSource(gatheringId), "NO_LONGER_RELEVANT");
  return { ids: { gathering: gatheringId }, about: { type: "gathering", id: gatheringId } };
}

/** @throws Problem not_found | refused as `refuseExchange` says */
async function recordExchange(context: CommandContext, payload: RecordExchange): Promise<Done> {
  const { exchangeId, unitId, day, giverId, receiverId, minutes, what } = payload;
  await requireUnit(context, activityAccess["exchange.record"], unitId);
  refuseIf([refuseExchange(payload, context.today)], said);
  await requirePeople(
    context,
    [giverId, receiverId].filter((id) => id !== null),
  );
  await context.tx
    .insertInto("serviceExchange")
    .values({
      organisationId: context.actor.organisationId,
      id: exchangeId,
      unitId,
      day,
      giverId,
      receiverId,
      minutes,
      sealed: sealText(context, purposes.exchange, exchangeId, what),
      recordedBy: context.actor.accountId,
    })
    .execute();
  return {
    ids: { exchange: exchangeId },
    about: { type: "service-exchange", id: exchangeId, personId: giverId ?? receiverId },
    detail: { minutes },
  };
}

/** @throws Problem not_found, also when it was taken back before */
async function withdrawExchange(context: CommandContext, { exchangeId }: WithdrawExchange): Promise<Done> {
  const { tx, actor, now } = context;
  const { rows } = await sql<{
    unitId: string;
    people: string[];
  }>`select unit_id, array_remove(array[giver_id, receiver_id], null) as people from service_exchange
    where organisation_id = ${actor.organisationId} and id = ${exchangeId} and withdrawn_at is null for update`.execute(
    tx,
  );
  const [row] = rows;
  if (!row || (await hiddenAmongIds(context, row.people)).size > 0)
    throw new Problem("not_found", "exchange.not_found");
  await requireUnit(context, activityAccess["exchange.withdraw"], row.unitId, "exchange.not_found");
  await tx
    .updateTable("serviceExchange")
    .set({ withdrawnAt: now, withdrawnBy: actor.accountId })
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", exchangeId)
    .execute();
  return { ids: { exchange: exchangeId }, about: { type: "service-exchange", id: exchangeId } };
}

export const gatheringCommands = [
  defineCommand({
    type: "gathering.record",
    v: 1,
    summary: "Enters a self-help meeting, community activity, outing or study visit, or changes it",
    payload: RecordGathering,
    verb: activityAccess["gathering.record"],
    run: record,
  }),
  defineCommand({
    type: "gathering.withdraw",
    v: 1,
    summary: "Takes back a meeting entered in error",
    payload: WithdrawGathering,
    verb: activityAccess["gathering.withdraw"],
    run: withdraw,
  }),
  defineCommand({
    type: "exchange.record",
    v: 1,
    summary: "Enters a service that one person did for another or for the neighbourhood",
    payload: RecordExchange,
    verb: activityAccess["exchange.record"],
    run: recordExchange,
  }),
  defineCommand({
    type: "exchange.withdraw",
    v: 1,
    summary: "Takes back an exchange entered in error",
    payload: WithdrawExchange,
    verb: activityAccess["exchange.withdraw"],
    run: withdrawExchange,
  }),
];
