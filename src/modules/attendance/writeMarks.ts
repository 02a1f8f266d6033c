import { sql } from "kysely";
import { type CommandContext, recordEvent } from "../../platform/command.ts";
import { sealText } from "../../platform/keys/sealedText.ts";
import { Problem } from "../../platform/problem.ts";
import { recordEvents } from "../../platform/recordEvents.ts";
import { type PlainDate, startOfMonth } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import type { MarkLine } from "./contract.ts";
import { monthInTurn } from "./month/store.ts";
import { minutesPresent } from "./rules.ts";

/** `excused`: an excuse stands over the day of the class, of somebody of the organisation. */
export type RegisterState = { closed: boolean; lockId: string | null; excused: boolean };

/** Whether a register is closed, and the lock over its month. Nobody else writes in it, locks or opens it until this transaction ends. */
export async function holdRegister(context: CommandContext, sessionId: string): Promise<RegisterState> {
  const { organisationId } = context.actor;
  // the class first, then its month: a group stays in its unit, and the day is read of the row that is held
  const { rows } = await sql<{ unitId: string; day: PlainDate }>`select held.unit_id, held.day,
      ${monthInTurn(sql.ref("held.unit_id"), sql`to_char(held.day, 'YYYY-MM')`)}
    from (select g.unit_id, s.day from class_session s join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
      where s.organisation_id = ${organisationId} and s.id = ${sessionId} for update of s) held`.execute(context.tx);
  const [of] = rows;
  if (!of) throw new Problem("not_found", "session.not_found");
  // a statement of its own after the wait: what it reads is not older
  const { rows: states } = await sql<RegisterState>`select
      exists (select from register_closing c where c.organisation_id = ${organisationId} and c.session_id = ${sessionId}) as closed,
      (select l.id from locked_register_month l where l.organisation_id = ${organisationId} and l.unit_id = ${of.unitId}
        and l.month = ${startOfMonth(of.day)}) as lock_id,
      exists (select from absence_excuse x where x.organisation_id = ${organisationId} and x.to_on >= ${of.day} and x.from_on <= ${of.day}) as excused`.execute(
    context.tx,
  );
  const [state] = states;
  if (!state) throw new Error("a row without a table");
  return state;
}

type OfSession = { id: string; day: PlainDate; minutes: number; moduleCode: string };

/**
 * Adds marks to a register that `holdRegister` holds, and tells of them; nothing is overwritten, the last one made counts. In a closed
 * register they are a correction with its reason, in a locked month one for a later list. The caller has asked who may, and
 * that each of them may stand there.
 */
export async function writeMarks(
  context: CommandContext,
  session: OfSession,
  { closed, lockId }: Pick<RegisterState, "closed" | "lockId">,
  marks: readonly MarkLine[],
  reason: string | null,
): Promise<void> {
  if (marks.length === 0) return;
  const { organisationId, accountId } = context.actor;
  const correctionId = closed ? uuidv7() : null;
  if (correctionId)
    await context.tx
      .insertInto("attendanceCorrection")
      .values({
        organisationId,
        id: correctionId,
        sessionId: session.id,
        reason: sealText(context, "attendance", correctionId, reason ?? ""),
        correctedBy: accountId,
        lockId,
      })
      .execute();
  const madeAt = context.entry ? context.occurredAt : context.now; // only a device's word on when is signed
  const rows = marks.map((mark) => ({ id: uuidv7(), ...mark }));
  await sql`insert into attendance_entry (organisation_id, id, session_id, person_id, status, minutes_late, minutes_left_early, correction_id, marked_by, occurred_at)
    select ${organisationId}, m.id, ${session.id}, m."personId", m.status, m."minutesLate", m."minutesLeftEarly", ${correctionId}, ${accountId}, ${madeAt}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(id uuid, "personId" uuid, status text, "minutesLate" int, "minutesLeftEarly" int)`.execute(
    context.tx,
  );
  if (!closed)
    return recordEvent(context, {
      personId: null,
      kind: "attendance.marked",
      section: "ATTENDANCE",
      subject: { type: "session", id: session.id },
      detail: { marks: marks.length },
    });
  await recordEvents(
    context,
    marks.map((mark) => ({
      personId: mark.personId,
      kind: "attendance.corrected",
      section: "ATTENDANCE" as const,
      subject: { type: "session", id: session.id },
      detail: {
        status: mark.status,
        presentMinutes: minutesPresent(mark, session.minutes),
        moduleCode: session.moduleCode,
        day: session.day,
      },
    })),
  );
}
