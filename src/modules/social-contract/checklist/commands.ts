import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand, recordEvent } from "../../../platform/command.ts";
import { onConstraint, refuseIf } from "../../../platform/problem.ts";
import { addTaskFor, endTasksFrom, refuseForDead, requirePerson } from "../../casework/public.ts";
import { contractAccess } from "../access.ts";
import { NotePaper } from "./contract.ts";
import { refuseNote } from "./rules.ts";

onConstraint("checklist_note_key", "conflict", "record.id_taken");

const write = contractAccess["contract.write"];

/**
 * A paper is there, awaited from somebody until a day (their task), or not needed. The last note of a paper counts.
 * Source: docs/domain/rules.md R-S0-06.
 * @throws Problem not_found | refused
 */
async function notePaper(context: CommandContext, payload: NotePaper): Promise<Done> {
  const { noteId, personId, code, state, on, bringer, dueOn } = payload;
  await requirePerson(context, write, personId);
  await refuseForDead(context, personId);
  refuseIf([refuseNote(payload, context.today)]);
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql<{ id: string }>`select id from checklist_note
    where organisation_id = ${organisationId} and person_id = any (same_person(${personId})) and code = ${code} and state = 'AWAITED'
    order by recorded_at desc limit 1`.execute(context.tx);
  for (const { id } of rows)
    await endTasksFrom(context, { type: "checklist_note", id }, state === "THERE" ? "DONE" : "NO_LONGER_RELEVANT");
  await context.tx
    .insertInto("checklistNote")
    .values({
      organisationId,
      id: noteId,
      personId,
      code,
      state,
      onDay: on,
      broughtBy: bringer,
      dueOn,
      recordedBy: accountId,
    })
    .execute();
  if (state === "AWAITED" && dueOn !== null)
    await addTaskFor(context, {
      personId,
      ownerId: accountId,
      kind: "checklist.awaited",
      detail: { code },
      dueOn,
      source: { type: "checklist_note", id: noteId },
    });
  await recordEvent(context, {
    personId,
    caseId: null,
    kind: "checklist.noted",
    section: "SOCIAL",
    subject: { type: "checklist", id: noteId },
    detail: { code, state },
  });
  return {
    ids: { note: noteId },
    about: { type: "checklist", id: noteId, personId, section: "SOCIAL" },
    detail: { code, state },
  };
}

export const checklistCommands = [
  defineCommand({
    type: "checklist.note",
    v: 1,
    summary: "Notes that a paper is there, awaited or not needed",
    payload: NotePaper,
    verb: write,
    run: notePaper,
  }),
];
