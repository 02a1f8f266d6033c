import { sql } from "kysely";
import { type CommandContext, lockRow, recordEvent } from "../../platform/command.ts";
import { sealText } from "../../platform/keys/sealedText.ts";
import { recordEvents } from "../../platform/recordEvents.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import type { MarkLine } from "./contract.ts";
import { holdMonth } from "./month/store.ts";
import { minutesPresent } from "./rules.ts";

export type RegisterState = { closed: boolean; lockId: string | null };

/** Whether a register is closed, and the lock over its month. Nobody else writes in it, locks or opens it until this transaction ends. */
export async function holdRegister(context: CommandContext, sessionId: string): Promise<RegisterState> {
  const { organisationId } = context.actor;
  await lockRow(context, "class_session", sessionId, "session.not_found");
  const { rows } = await sql<{ unitId: string; month: string }>`select g.unit_id, to_char(s.day, 'YYYY-MM') as month
    from class_session s join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
    where s.organisation_id = ${organisationId} and s.id = ${sessionId}`.execute(context.tx);
  const [of] = rows;
  if (!of) throw new Error("a locked session is there");
  await holdMonth(context, of);
  // a statement of its own after the wait: what it reads is not older
  const { rows: states } = await sql<RegisterState>`select
      exists (select from register_closing c where c.organisation_id = ${organisationId} and c.session_id = ${sessionId}) as closed,
      (select l.id from locked_register_month l where l.organisation_id = ${organisationId} and l.unit_id = ${of.unitId}
        and l.month = ${`${of.month}-01`}) as lock_id`.execute(context.tx);
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
  { closed, lockId }: RegisterState,
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
