import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand, type WorkContext } from "../../platform/command.ts";
import { onConstraint, refuseIf } from "../../platform/problem.ts";
import { recordEvents } from "../../platform/recordEvents.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { proposeAssessments, regularityOn } from "../assessment/public.ts";
import { havingDayOff } from "../centre/public.ts";
import { memberIdsOn, requireSession, type SessionOfGroup } from "../programme/public.ts";
import { followExcuses } from "./absence/follow.ts";
import { askAboutAbsent } from "./absentInARow.ts";
import { attendanceAccess } from "./access.ts";
import { CloseRegister, MarkAttendance } from "./contract.ts";
import { keepLateMarks } from "./lateMarks.ts";
import {
  type AttendanceStatus,
  leadersOf,
  minutesPresent,
  refuseClosing,
  refuseDayOff,
  refuseInLockedMonth,
  refuseMark,
  refusePresenceAhead,
  warnLeaders,
  wasThere,
} from "./rules.ts";
import { settleMissingMarks, settleRegisterTasks } from "./tasks.ts";
import { visitsSince } from "./visits.ts";
import { holdRegister, type RegisterState, writeMarks } from "./writeMarks.ts";

onConstraint("register_closes_once", "refused", "attendance.already_closed");
onConstraint("register_leader_is_member", "invalid", "group.unknown_leader", "payload.leaderId");
onConstraint("register_substitute_is_member", "invalid", "group.unknown_leader", "payload.substituteId");
onConstraint("register_co_leader_is_member", "invalid", "group.unknown_leader", "payload.coLeaderIds");
onConstraint("register_issue_key", "conflict", "record.id_taken");

/** Who of these people has a day off of the centre that the session's group belongs to. */
async function daysOffAt(
  context: WorkContext,
  session: Pick<SessionOfGroup, "groupId" | "day">,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const { unitId } = await context.tx
    .selectFrom("classGroup")
    .select("unitId")
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", session.groupId)
    .executeTakeFirstOrThrow();
  return havingDayOff(context, personIds, { day: session.day, unitId });
}

const about = (sessionId: string) => ({ type: "session", id: sessionId, section: "ATTENDANCE" }) as const;

/**
 * Adds marks of a register; nothing is overwritten, the last one made counts. Two senders at once wait for each other. Marks that a
 * device brings after the register was closed never change it by themselves (docs/adr/0041).
 * @throws Problem not_found | refused (`attendance.not_a_member`, minutes longer than the session, presence ahead of the day,
 * a day off that nobody granted, `attendance.reason_missing` after closing, `attendance.month_locked`)
 */
async function markAttendance(context: CommandContext, payload: MarkAttendance): Promise<Done> {
  const { sessionId, reason } = payload;
  const state = await holdRegister(context, sessionId);
  const session = await requireSession(context, attendanceAccess["attendance.mark"], sessionId);
  const memberIds = await memberIdsOn(context, session, { asShown: true });
  const late = context.entry !== undefined && state.closed && !reason;
  const known = payload.marks.filter(({ personId }) => memberIds.includes(personId));
  // who left the group meanwhile takes nothing along of the others' marks that a device brings
  const marks = context.entry && known.length > 0 ? known : payload.marks;
  const register = { ...session, closed: state.closed && !late, memberIds };
  const off = marks.flatMap(({ personId, status }) => (status === "DAY_OFF" ? [personId] : []));
  const granted = await daysOffAt(context, session, off);
  refuseIf([
    ...marks.map(
      (mark) =>
        refuseMark(register, mark, reason) ??
        refusePresenceAhead(session.day, mark.status, context.today) ??
        refuseDayOff(mark, granted),
    ),
    refuseInLockedMonth({ locked: state.lockId !== null, closed: state.closed }),
  ]);
  if (late) return takeLate(context, session, state, marks);
  await writeMarks(context, session, state, marks, reason);
  await followExcuses(context, session, state, marks);
  if (state.closed) await settleMissingMarks(context, session);
  return {
    ids: { session: sessionId },
    about: about(sessionId),
    detail: { marks: marks.length, corrected: state.closed, ...(state.lockId ? { afterLock: true } : {}) },
  };
}

/** What a correction says that nobody typed. */
const fromDevice = "Wpis z urządzenia, zrobiony przed zamknięciem dziennika";

async function takeLate(
  context: CommandContext,
  session: SessionOfGroup,
  state: RegisterState,
  marks: MarkAttendance["marks"],
): Promise<Done> {
  const { older, missing, conflictId } = await keepLateMarks(context, session.id, marks);
  await writeMarks(context, session, { closed: false, lockId: null }, older, null);
  await writeMarks(context, session, state, missing, fromDevice);
  await settleMissingMarks(context, session);
  return {
    ids: { session: session.id },
    ...(conflictId ? { conflictId } : {}),
    about: about(session.id),
    detail: { marks: older.length + missing.length, late: true },
  };
}

type Counting = { personId: string; status: AttendanceStatus; minutesLate: number; minutesLeftEarly: number };

/**
 * Closes a register and tells each person's timeline what counted. More than 10 present for each who ran the class is noted, not
 * refused. Whoever may not know of everybody in the group closes for those they know; who leads it is asked for the others.
 * @throws Problem not_found | refused (before the session, marks missing, later than 3 days without a reason, already closed, month locked)
 * Source: docs/domain/rules.md R-PRG-04, R-CIS-05
 */
async function closeRegister(context: CommandContext, payload: CloseRegister): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { sessionId, topic, content, substituteId, heldMinutes, lateReason, workDone, mealsIssued } = payload;
  const { closed, lockId } = await holdRegister(context, sessionId);
  const session = await requireSession(context, attendanceAccess["register.close"], sessionId);
  const memberIds = await memberIdsOn(context, session, { asShown: true });
  const { rows: marks } =
    await sql<Counting>`select person_id, status, minutes_late, minutes_left_early from counting_attendance
    where organisation_id = ${organisationId} and session_id = ${sessionId}`.execute(context.tx);
  const marked = marks.map(({ personId }) => personId);
  // what waited on a device was closed on the day on which its user did it
  const closedOn = context.entry ? todayIn(new Date(context.occurredAt), "Europe/Warsaw") : context.today;
  refuseIf([
    refuseInLockedMonth({ locked: lockId !== null, closed }),
    refuseClosing({ ...session, closed, memberIds }, marked, closedOn, lateReason),
    payload.issued.some(({ personId }) => !memberIds.includes(personId)) ? "attendance.not_a_member" : null,
  ]);

  const leaderId = payload.leaderId ?? session.leaderId ?? accountId;
  const leaders = leadersOf({ leaderId, substituteId, coLeaderIds: payload.coLeaderIds });
  const present = marks.filter(({ status }) => wasThere(status)).length;
  await context.tx
    .insertInto("registerClosing")
    .values({
      organisationId,
      sessionId,
      topic,
      content,
      leaderId,
      substituteId,
      heldMinutes,
      present,
      lateReason,
      workDone,
      mealsIssued,
      closedBy: accountId,
    })
    .execute();
  const coLeaders = leaders.slice(1).map((each) => ({ organisationId, sessionId, accountId: each }));
  if (coLeaders.length > 0) await context.tx.insertInto("registerCoLeader").values(coLeaders).execute();
  if (payload.issued.length > 0)
    await context.tx
      .insertInto("registerIssue")
      .values(
        payload.issued.map(({ issueId: id, ...line }) => ({
          organisationId,
          id,
          sessionId,
          ...line,
          issuedBy: accountId,
        })),
      )
      .execute();
  await recordEvents(
    context,
    marks.map((mark) => ({
      personId: mark.personId,
      kind: "attendance.recorded",
      section: "ATTENDANCE" as const,
      subject: { type: "session", id: sessionId },
      detail: {
        status: mark.status,
        presentMinutes: minutesPresent(mark, heldMinutes),
        moduleCode: session.moduleCode,
        day: session.day,
      },
    })),
  );
  const there = marks.filter(({ status }) => wasThere(status)).map(({ personId }) => personId);
  const { since } = await regularityOn(context, context.today);
  await proposeAssessments(context, await visitsSince(context, there, since));
  await settleRegisterTasks(context, session, marked);
  await askAboutAbsent(context, session, marks);
  const warning = warnLeaders(present, leaders.length);
  return {
    ids: { session: sessionId },
    about: about(sessionId),
    detail: { present, heldMinutes, leaders: leaders.length, ...(warning ? { warning } : {}) },
  };
}

export const attendanceCommands = [
  defineCommand({
    type: "attendance.mark",
    v: 1,
    summary: "Adds marks to a session's register",
    payload: MarkAttendance,
    verb: attendanceAccess["attendance.mark"],
    offline: true,
    run: markAttendance,
  }),
  defineCommand({
    type: "register.close",
    v: 1,
    summary: "Closes a session's register with its topic and hours",
    payload: CloseRegister,
    verb: attendanceAccess["register.close"],
    offline: true,
    run: closeRegister,
  }),
];
