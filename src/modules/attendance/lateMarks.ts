import { sql } from "kysely";
import type { CommandContext } from "../../platform/command.ts";
import { keepConflicts } from "../../platform/conflicts.ts";
import { instantOf } from "../../platform/db.ts";
import type { MarkLine } from "./contract.ts";

type Counting = MarkLine & { id: string; markedBy: string; occurredAt: string };

const same = (one: MarkLine, other: MarkLine) =>
  one.status === other.status &&
  one.minutesLate === other.minutesLate &&
  one.minutesLeftEarly === other.minutesLeftEarly;

/**
 * What a device brings after somebody else closed its register. Marks older than those that count are told as they were, and change
 * nothing; of a newer one that says something else both stay, and a person decides (docs/adr/0041).
 * @returns marks older than those that count, marks of people who have none, and the first conflict that was kept
 */
export async function keepLateMarks(
  context: CommandContext,
  sessionId: string,
  marks: readonly MarkLine[],
): Promise<{ older: MarkLine[]; missing: MarkLine[]; conflictId: string | undefined }> {
  const { rows } =
    await sql<Counting>`select id, person_id, status, minutes_late, minutes_left_early, marked_by, occurred_at
    from counting_attendance where organisation_id = ${context.actor.organisationId} and session_id = ${sessionId}`.execute(
      context.tx,
    );
  const counting = new Map(rows.map((row) => [row.personId, { ...row, occurredAt: instantOf(row.occurredAt) }]));
  const older: MarkLine[] = [];
  const missing: MarkLine[] = [];
  let conflictId: string | undefined;
  for (const mark of marks) {
    const stands = counting.get(mark.personId);
    if (!stands) {
      missing.push(mark);
      continue;
    }
    if (same(mark, stands)) continue;
    if (context.occurredAt < stands.occurredAt) {
      older.push(mark);
      continue;
    }
    const { personId: _, ...yours } = mark;
    const { status, minutesLate, minutesLeftEarly } = stands;
    const conflict = { field: "mark", theirs: { status, minutesLate, minutesLeftEarly }, yours };
    const by = { mark: { by: stands.markedBy, at: stands.occurredAt } };
    const kept = await keepConflicts(
      context,
      { type: "attendance-mark", id: stands.id, personId: null },
      [conflict],
      by,
    );
    conflictId ??= kept;
  }
  return { older, missing, conflictId };
}
