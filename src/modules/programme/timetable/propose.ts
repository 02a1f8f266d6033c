import { sql } from "kysely";
import type { CommandContext, Done, Reading, WorkContext } from "../../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { ThreadLost } from "../../../platform/threadQueue.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { programmeAccess } from "../access.ts";
import { requireOpenDays } from "../gates.ts";
import { mayInUnit } from "../queries.ts";
import { holdCalendar } from "../standing.ts";
import { breachesOf } from "./breaches.ts";
import { compareTimetables } from "./compare.ts";
import type { Proposal, ProposalId, ProposeTimetable } from "./contract.ts";
import { type Asked, fingerprintOf, type Loaded, loadProblem, placedOf } from "./load.ts";
import { lostMeetings } from "./lost.ts";
import { namesOf } from "./names.ts";
import { type PlannedTimetable, planTimetable } from "./planTimetable.ts";
import { settleClassTasks } from "./tasks.ts";

onConstraint("timetable_proposal_key", "conflict", "record.id_taken");

const askedOf = ({ groupIds, fromOn, keepMoved, withOptional }: ProposeTimetable): Asked => ({
  groupIds,
  from: fromOn,
  keepMoved,
  withOptional,
});

/** @throws Problem not_found (a unit out of reach, a group of another) | refused `timetable.meetings_missing`, `timetable.nothing_to_plan` */
async function loadAsked(context: WorkContext, unitId: string, asked: Asked): Promise<Loaded> {
  if (!mayInUnit(context, programmeAccess["timetable.propose"], unitId))
    throw new Problem("not_found", "group.not_found");
  const loaded = await loadProblem(context, asked);
  const ofUnit = loaded.groups.filter((group) => group.unitId === unitId);
  if (ofUnit.length !== new Set(asked.groupIds).size) throw new Problem("not_found", "group.not_found");
  const { groups } = loaded.problem;
  refuseIf([
    groups.some(({ meetings }) => meetings.length === 0) ? "timetable.meetings_missing" : null,
    groups.every(({ modules }) => modules.every(({ minutes }) => minutes === 0)) ? "timetable.nothing_to_plan" : null,
  ]);
  return loaded;
}

type Solved = { fingerprint: Buffer; timetable: PlannedTimetable };

/** The search takes seconds and holds no transaction meanwhile. @throws Problem as `loadAsked` | unavailable `timetable.too_long` */
export async function solveAsked(reading: Reading, payload: ProposeTimetable): Promise<Solved> {
  const loaded = await reading((context) => loadAsked(context, payload.unitId, askedOf(payload)));
  try {
    return { fingerprint: fingerprintOf(loaded), timetable: await planTimetable(loaded.problem) };
  } catch (error) {
    if (error instanceof ThreadLost) throw new Problem("unavailable", "timetable.too_long");
    throw error;
  }
}

/**
 * Keeps a timetable until somebody accepts it or asks for another: one for each who asks in a unit.
 * @throws Problem as `loadAsked` | conflict `timetable.outdated` when the world changed while it was searched for
 */
export async function proposeTimetable(context: CommandContext, payload: ProposeTimetable): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { proposalId: id, unitId } = payload;
  const loaded = await loadAsked(context, unitId, askedOf(payload));
  const { fingerprint, timetable } = solvedOf(context.prepared);
  if (!fingerprintOf(loaded).equals(fingerprint)) throw new Problem("conflict", "timetable.outdated");
  await sql`delete from timetable_proposal where organisation_id = ${organisationId} and unit_id = ${unitId} and made_by = ${accountId}`.execute(
    context.tx,
  );
  await context.tx
    .insertInto("timetableProposal")
    .values({
      organisationId,
      id,
      unitId,
      fromOn: loaded.problem.from,
      orderGiven: JSON.stringify(payload),
      fingerprint,
      plan: JSON.stringify(timetable),
      madeBy: accountId,
    })
    .execute();
  const { sessions, unplaced, worstGap } = timetable;
  const unplacedMinutes = unplaced.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    ids: { proposal: id },
    about: { type: "timetable", id },
    detail: { groups: payload.groupIds.length, sessions: sessions.length, unplacedMinutes, worstGap },
  };
}

function solvedOf(prepared: unknown): Solved {
  if (!prepared || typeof prepared !== "object" || !("timetable" in prepared))
    throw new Error("a timetable is solved before its command runs");
  return prepared as Solved; // what `solveAsked` answered
}

type ProposalRow = {
  unitId: string;
  fromOn: PlainDate;
  orderGiven: ProposeTimetable;
  fingerprint: Buffer;
  plan: PlannedTimetable;
};

/** @throws Problem not_found, also for one of a unit out of reach and for one that was accepted */
async function getProposal(
  context: WorkContext,
  verb: (typeof programmeAccess)["timetable.read-proposal" | "timetable.accept"],
  id: string,
): Promise<ProposalRow> {
  const row = await context.tx
    .selectFrom("timetableProposal")
    .select(["unitId", "fromOn", "orderGiven", "fingerprint", "plan"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row || !mayInUnit(context, verb, row.unitId)) throw new Problem("not_found", "timetable.not_found");
  return row as unknown as ProposalRow; // jsonb as it was written above
}

/** What a proposal makes of the calendar, beside it. @throws Problem not_found */
export async function readProposal(context: WorkContext, { proposalId: id }: ProposalId): Promise<Proposal> {
  const { unitId, fromOn, orderGiven, fingerprint, plan } = await getProposal(
    context,
    programmeAccess["timetable.read-proposal"],
    id,
  );
  const loaded = await loadProblem(context, askedOf(orderGiven));
  const { goes, stays, groups } = loaded;
  const change = compareTimetables(goes.map(placedOf), plan.sessions);
  const wayOf = new Map(plan.shortages.map((shortage) => [`${shortage.groupId} ${shortage.moduleId}`, shortage.ways]));
  return {
    id,
    unitId,
    fromOn,
    groupIds: orderGiven.groupIds,
    keepMoved: orderGiven.keepMoved,
    withOptional: orderGiven.withOptional,
    outdated: !fingerprintOf(loaded).equals(fingerprint),
    sessions: plan.sessions,
    stays: change.stays.length,
    comes: change.comes,
    goes: change.goes,
    moved: change.moved,
    kept: stays.filter(({ day }) => day >= fromOn).length,
    unplaced: plan.unplaced.map((each) => ({ ...each, ways: wayOf.get(`${each.groupId} ${each.moduleId}`) ?? [] })),
    lost: groups.flatMap((group) => lostMeetings(group, fromOn).map((meeting) => ({ groupId: group.id, ...meeting }))),
    worstGap: plan.worstGap,
    milliseconds: plan.milliseconds,
    names: await namesOf(context, orderGiven.groupIds),
  };
}

/**
 * Makes a proposal the calendar, all of it or nothing: classes that stand as they shall keep their ids, the others are cancelled as replaced, what is
 * new is written. It is judged once more by the checker, against the world as it is now.
 * @throws Problem not_found | conflict `timetable.outdated` (something it was made for changed: solve again)
 */
export async function acceptTimetable(context: CommandContext, { proposalId }: ProposalId): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  await holdCalendar(context);
  const { unitId, orderGiven, fingerprint, plan, fromOn } = await getProposal(
    context,
    programmeAccess["timetable.accept"],
    proposalId,
  );
  await sql`select from class_group where organisation_id = ${organisationId} and id = any (${orderGiven.groupIds}::uuid[]) order by id for update`.execute(
    context.tx,
  );
  // Whoever writes in a register of theirs has finished by now, or comes after this.
  await sql`select from class_session where organisation_id = ${organisationId} and group_id = any (${orderGiven.groupIds}::uuid[]) order by id for update`.execute(
    context.tx,
  );
  const loaded = await loadAsked(context, unitId, askedOf(orderGiven));
  const { problem, goes, groups } = loaded;
  const isSame = fingerprintOf(loaded).equals(fingerprint);
  if (!isSame || breachesOf(problem, plan.sessions).length > 0) throw new Problem("conflict", "timetable.outdated");
  const change = compareTimetables(
    goes.map((row) => ({ ...row, ...placedOf(row), guestId: row.guestId })),
    plan.sessions,
  );
  const gone = [...change.goes, ...change.moved.map(({ from }) => from)].map(({ id }) => id);
  await sql`insert into class_session_cancellation (organisation_id, session_id, reason, cancelled_by)
    select ${organisationId}, id, 'REPLACED', ${accountId} from unnest(${gone}::uuid[]) id`.execute(context.tx);
  const generations = new Map<string, string>();
  const touched = [...change.goes, ...change.comes, ...change.moved.flatMap(({ from, to }) => [from, to])];
  for (const group of groups) {
    const classesOn = touched.filter(({ groupId }) => groupId === group.id).map(({ day }) => day);
    await requireOpenDays(context, { groupId: group.id, classesOn });
    const id = uuidv7();
    generations.set(group.id, id);
    await context.tx
      .insertInto("calendarGeneration")
      .values({
        organisationId,
        id,
        groupId: group.id,
        fromOn,
        orderGiven: JSON.stringify(orderGiven),
        lost: JSON.stringify(lostMeetings(group, group.startsOn)),
        unplaced: JSON.stringify(plan.unplaced.filter(({ groupId }) => groupId === group.id)),
        madeBy: accountId,
      })
      .execute();
  }
  const comes = [...change.comes, ...change.moved.map(({ to }) => to)].map((session) => ({
    ...session,
    id: uuidv7(),
    generationId: generations.get(session.groupId),
  }));
  // A leader who has an account leads by it; one without leads as a guest.
  await sql`insert into class_session (organisation_id, id, group_id, module_id, generation_id, day, starts_at, minutes, room_id, leader_id, guest_id, leader_given_by)
    select ${organisationId}, s.id, s."groupId", s."moduleId", s."generationId", s.day, time '00:00' + s."startsAt" * interval '1 minute', s.minutes, s."roomId",
      l.account_id, case when l.account_id is null then l.id end, ${accountId}
    from jsonb_to_recordset(${JSON.stringify(comes)}::jsonb) as s(id uuid, "groupId" uuid, "moduleId" uuid, "generationId" uuid, day date, "startsAt" int,
        minutes int, "roomId" uuid, "leaderId" uuid)
      left join class_leader l on l.organisation_id = ${organisationId} and l.id = s."leaderId"`.execute(context.tx);
  await sql`delete from timetable_proposal where organisation_id = ${organisationId} and id = ${proposalId}`.execute(
    context.tx,
  );
  await settleClassTasks(context);
  return {
    ids: { proposal: proposalId, unit: unitId },
    about: { type: "timetable", id: proposalId },
    detail: { stays: change.stays.length, comes: comes.length, goes: gone.length },
  };
}
