import { sql } from "kysely";
import { type CommandContext, type Done, lockRow, recordEvent } from "../../platform/command.ts";
import { sealText } from "../../platform/keys/sealedText.ts";
import { onConstraint, refuseIf } from "../../platform/problem.ts";
import { recordEvents } from "../../platform/recordEvents.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { proposeAssessments, regularityOn } from "../assessment/public.ts";
import { memberIdsOn, requireSession } from "../programme/public.ts";
import { attendanceAccess } from "./access.ts";
import type { CloseRegister, MarkAttendance } from "./contract.ts";
import {
  type AttendanceStatus,
  minutesPresent,
  refuseClosing,
  refuseMark,
  refusePresenceAhead,
  warnLeaders,
  wasThere,
} from "./rules.ts";
import { visitsSince } from "./visits.ts";

onConstraint("register_closes_once", "refused", "attendance.already_closed");
onConstraint("register_leader_is_member", "invalid", "group.unknown_leader", "payload.leaderId");
onConstraint("register_substitute_is_member", "invalid", "group.unknown_leader", "payload.substituteId");

async function isClosed(context: CommandContext, sessionId: string): Promise<boolean> {
  const { rows } =
    await sql`select from register_closing where organisation_id = ${context.actor.organisationId} and session_id = ${sessionId}`.execute(
      context.tx,
    );
  return rows.length > 0;
}

/**
 * Adds marks of a register; nothing is overwritten, the last mark of a person counts. Two senders at once wait for each other.
 * @throws Problem not_found | refused (`attendance.not_a_member`, minutes longer than the session, presence ahead of the day,
 * `attendance.reason_missing` after closing)
 */
export async function markAttendance(
  context: CommandContext,
  { sessionId, marks, reason }: MarkAttendance,
): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  await lockRow(context, "class_session", sessionId, "session.not_found");
  const session = await requireSession(context, attendanceAccess["attendance.mark"], sessionId);
  const closed = await isClosed(context, sessionId);
  const memberIds = await memberIdsOn(context, session, { asShown: true });
  const register = { ...session, closed, memberIds };
  refuseIf(
    marks.map(
      (mark) => refuseMark(register, mark, reason) ?? refusePresenceAhead(session.day, mark.status, context.today),
    ),
  );

  const correctionId = closed ? uuidv7() : null;
  if (correctionId && reason)
    await context.tx
      .insertInto("attendanceCorrection")
      .values({
        organisationId,
        id: correctionId,
        sessionId,
        reason: sealText(context, "attendance", correctionId, reason),
        correctedBy: accountId,
      })
      .execute();
  const rows = marks.map((mark) => ({ id: uuidv7(), ...mark }));
  await sql`insert into attendance_entry (organisation_id, id, session_id, person_id, status, minutes_late, minutes_left_early, correction_id, marked_by)
    select ${organisationId}, m.id, ${sessionId}, m."personId", m.status, m."minutesLate", m."minutesLeftEarly", ${correctionId}, ${accountId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(id uuid, "personId" uuid, status text, "minutesLate" int, "minutesLeftEarly" int)`.execute(
    context.tx,
  );
  if (closed)
    await recordEvents(
      context,
      marks.map((mark) => ({
        personId: mark.personId,
        kind: "attendance.corrected",
        section: "ATTENDANCE" as const,
        subject: { type: "session", id: sessionId },
        detail: {
          status: mark.status,
          presentMinutes: minutesPresent(mark, session.minutes),
          moduleCode: session.moduleCode,
          day: session.day,
        },
      })),
    );
  else
    await recordEvent(context, {
      personId: null,
      kind: "attendance.marked",
      section: "ATTENDANCE",
      subject: { type: "session", id: sessionId },
      detail: { marks: marks.length },
    });
  return {
    ids: { session: sessionId },
    about: { type: "session", id: sessionId, section: "ATTENDANCE" },
    detail: { marks: marks.length, corrected: closed },
  };
}

type Counting = { personId: string; status: AttendanceStatus; minutesLate: number; minutesLeftEarly: number };

/**
 * Closes a register and tells each person's timeline what counted. A leader with more than 10 present is noted, not refused.
 * @throws Problem not_found | refused (before the session, marks missing, later than 3 days without a reason, already closed)
 * Source: docs/domain/rules.md R-PRG-04, R-CIS-05
 */
export async function closeRegister(context: CommandContext, payload: CloseRegister): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { sessionId, topic, content, substituteId, heldMinutes, lateReason } = payload;
  await lockRow(context, "class_session", sessionId, "session.not_found");
  const session = await requireSession(context, attendanceAccess["register.close"], sessionId);
  const closed = await isClosed(context, sessionId);
  const memberIds = await memberIdsOn(context, session);
  const { rows: marks } =
    await sql<Counting>`select person_id, status, minutes_late, minutes_left_early from counting_attendance
    where organisation_id = ${organisationId} and session_id = ${sessionId}`.execute(context.tx);
  refuseIf([
    refuseClosing(
      { ...session, closed, memberIds },
      marks.map(({ personId }) => personId),
      context.today,
      lateReason,
    ),
  ]);

  const leaderId = payload.leaderId ?? session.leaderId ?? accountId;
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
      closedBy: accountId,
    })
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
  const warning = warnLeaders(present, substituteId ? 2 : 1);
  return {
    ids: { session: sessionId },
    about: { type: "session", id: sessionId, section: "ATTENDANCE" },
    detail: { present, heldMinutes, ...(warning ? { warning } : {}) },
  };
}
