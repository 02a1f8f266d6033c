import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  type WorkContext,
} from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { openAuthorKey, ownAuthorKey } from "../../platform/keys/authorKeys.ts";
import { onConstraint, Problem } from "../../platform/problem.ts";
import { notesToOpen, requireCase } from "../casework/public.ts";
import { assessmentAccess } from "./access.ts";
import { NoteLine, WriteNote } from "./contract.ts";

onConstraint("assessment_note_key", "conflict", "record.id_taken");

const purpose = "assessment.note";

/** @throws Problem not_found | forbidden */
async function writeNote(context: CommandContext, { noteId, caseId, text }: WriteNote): Promise<Done> {
  const { personId } = await requireCase(context, assessmentAccess["assessment.write-note"], caseId);
  const { organisationId, accountId } = context.actor;
  const { id: keyId, ring } = await ownAuthorKey(context);
  const sealed = Buffer.from(ring.encryptFor(organisationId, purpose, Buffer.from(text), noteId));
  await context.tx
    .insertInto("assessmentNote")
    .values({ organisationId, id: noteId, personId, caseId, authorId: accountId, keyId, sealed })
    .execute();
  return { ids: { note: noteId }, about: { type: "assessment_note", id: noteId, personId } };
}

/**
 * The text for its author, or for a substitute, while the case is in reach (R-ACC-01).
 * @throws Problem not_found for everybody else | refused `note.key_destroyed`
 */
async function readNote(context: WorkContext, noteId: string) {
  const { organisationId } = context.actor;
  type Row = { personId: string; caseId: string; keyId: string; sealed: Buffer; writtenAt: string };
  const { rows } = await sql<Row>`select n.person_id, n.case_id, n.key_id, n.sealed, n.written_at from assessment_note n
    where n.organisation_id = ${organisationId} and n.id = ${noteId} and ${notesToOpen(context)}`.execute(context.tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "note.not_found");
  const { personId, caseId, keyId, sealed, writtenAt } = row;
  await requireCase(context, assessmentAccess["assessment.read-note"], caseId);
  const ring = await openAuthorKey(context, keyId);
  if (!ring) throw new Problem("refused", "note.key_destroyed");
  const text = Buffer.from(ring.decryptFor(organisationId, purpose, sealed, noteId)).toString("utf8");
  return { id: noteId, personId, writtenAt: instantOf(writtenAt), text };
}

/** @throws Problem not_found `case.not_found`: out of the team, out of the case, one's own notes too (R-ACC-01) */
async function listNotes(context: WorkContext, caseId: string): Promise<NoteLine[]> {
  await requireCase(context, assessmentAccess["assessment.read-note"], caseId);
  const { organisationId, accountId } = context.actor;
  const { rows } =
    await sql<NoteLine>`select n.id, n.written_at, case when n.author_id <> ${accountId} then m.display_name end as author
    from assessment_note n join membership m on m.organisation_id = n.organisation_id and m.account_id = n.author_id
    where n.organisation_id = ${organisationId} and n.case_id = ${caseId} and ${notesToOpen(context)}
    order by n.written_at desc, n.id desc ${atMost}`.execute(context.tx);
  return rows.map((row) => ({ ...row, writtenAt: instantOf(row.writtenAt) }));
}

export const noteCommands = [
  defineCommand({
    type: "assessment.write-note",
    v: 1,
    summary: "Writes a working note under its author's own key",
    payload: WriteNote,
    verb: assessmentAccess["assessment.write-note"],
    run: writeNote,
  }),
];

export const noteQueries = [
  defineQuery({
    name: "assessment.read-note",
    method: "GET",
    path: "/assessment-notes/:noteId",
    summary: "A working note, for its author or the named substitute",
    input: z.strictObject({ noteId: z.uuid() }),
    answer: z.object({ id: z.uuid(), personId: z.uuid(), writtenAt: z.string(), text: z.string() }),
    verb: assessmentAccess["assessment.read-note"],
    audit: ({ noteId }, { personId }) => ({ objectType: "assessment_note", objectId: noteId, personId }),
    run: (context, { noteId }) => readNote(context, noteId),
  }),
  defineQuery({
    name: "assessment.list-notes",
    method: "GET",
    path: "/cases/:caseId/assessment-notes",
    summary: "Working notes of a case that the reader may open, newest first, without their text",
    input: z.strictObject({ caseId: z.uuid() }),
    answer: z.object({ notes: z.array(NoteLine) }),
    verb: assessmentAccess["assessment.read-note"],
    audit: null,
    run: async (context, { caseId }) => ({ notes: await listNotes(context, caseId) }),
  }),
];
