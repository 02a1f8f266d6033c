import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import { canonicalJson } from "../../../platform/documents/canonicalJson.ts";
import { readStoredFile } from "../../../platform/files/fileRoutes.ts";
import { requireOwnFile } from "../../../platform/files/ownFile.ts";
import { foldName } from "../../../platform/foldName.ts";
import { Problem } from "../../../platform/problem.ts";
import { type ReadTable, readTable, UnreadableTable } from "../../../platform/spreadsheet/readTable.ts";
import { caseworkAccess } from "../../casework/access.ts";
import { personInReach, peselIndexOf, whereaboutsHidden } from "../../person/public.ts";
import type { CandidateCard } from "../candidates/contract.ts";
import { candidatesOf } from "../candidates/store.ts";
import { candidatesAtMost } from "../codes.ts";
import type { StoredRecruitment } from "../store.ts";
import { headingsText } from "./columns.ts";
import type { LearnedWords, ListPreview, Mapping, PreviewList } from "./contract.ts";
import {
  compareRows,
  type Known,
  likenessOf,
  lineOfRow,
  type ReadRow,
  readRows,
  rowText,
  unknownWords,
  withinWindow,
} from "./rows.ts";

/** The bytes of a list that the actor brought, and their keyed print. @throws Problem invalid `file.not_found` */
export async function listBytes(context: WorkContext, fileId: string): Promise<{ bytes: Uint8Array; print: Buffer }> {
  await requireOwnFile(context, fileId, "payload.fileId");
  const { bytes, sha256 } = await readStoredFile(context, fileId);
  return { bytes, print: Buffer.from(keyed(context, sha256), "hex") };
}

/** @throws Problem refused `table.*` with the row at fault */
export async function tableOf(bytes: Uint8Array): Promise<ReadTable> {
  try {
    return await readTable(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    throw new Problem("refused", error.refusal, error.row === undefined ? undefined : { row: error.row });
  }
}

const keyed = (context: WorkContext, text: string): string =>
  context.keys.keyedHash(context.actor.organisationId, "recruitment.row", text);

/** The keyed print of a row as it came, the how-manieth of its kind in the file; it differs between organisations. */
export const printOfRow = (context: WorkContext, card: CandidateCard, occurrence: number): Buffer =>
  Buffer.from(keyed(context, rowText(card, occurrence)), "hex");

/** The rows of one sheet. @throws Problem refused `import.no_sheet`, `import.too_many` */
export function sheetOf(table: ReadTable, sheet: number): string[][] {
  const found = table.sheets[sheet];
  if (!found) throw new Problem("refused", "import.no_sheet");
  return found.rows;
}

const senderKey = (sender: string): string => foldName(sender);
const headingsPrint = (titles: readonly string[]): Buffer => createHash("sha256").update(headingsText(titles)).digest();

/** What the columns of this sender's lists meant before; undefined where nobody said it. */
export async function rememberedMapping(
  context: WorkContext,
  sender: string,
  titles: readonly string[],
): Promise<{ mapping: Mapping; words: LearnedWords } | undefined> {
  const { rows } = await sql<{ mapping: Mapping; words: LearnedWords }>`select mapping, words from import_mapping
    where organisation_id = ${context.actor.organisationId} and sender_key = ${senderKey(sender)} and headings = ${headingsPrint(titles)}`.execute(
    context.tx,
  );
  return rows[0];
}

export async function rememberMapping(
  context: WorkContext,
  sender: string,
  titles: readonly string[],
  { mapping, words }: { mapping: Mapping; words: LearnedWords },
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await sql`insert into import_mapping (organisation_id, sender_key, headings, mapping, words, recorded_by)
    values (${organisationId}, ${senderKey(sender)}, ${headingsPrint(titles)}, ${JSON.stringify(mapping)}::jsonb, ${JSON.stringify(words)}::jsonb, ${accountId})
    on conflict (organisation_id, sender_key, headings) do update
      set mapping = excluded.mapping, words = excluded.words, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`.execute(
    context.tx,
  );
}

/** Persons with one of these PESELs, of those whom the reader works with; of others nothing is told (no oracle). */
async function peopleWith(context: WorkContext, pesels: readonly string[]): Promise<Map<string, number>> {
  const byIndex = new Map(pesels.map((pesel) => [peselIndexOf(context, pesel).toString("hex"), pesel]));
  if (byIndex.size === 0) return new Map();
  const { rows } = await sql<{
    personNo: number;
    index: string;
  }>`select p.person_no, encode(p.pesel_index, 'hex') as index from person p
    where p.organisation_id = ${context.actor.organisationId} and p.merged_into is null
      and p.pesel_index = any (${[...byIndex.keys()].map((index) => Buffer.from(index, "hex"))}::bytea[])
      and ${personInReach(context, caseworkAccess["case.read"], sql`p.id`)} and not ${whereaboutsHidden(context, sql.ref("p.id"))} limit ${candidatesAtMost}`.execute(
    context.tx,
  );
  return new Map(
    rows.flatMap(({ personNo, index }) => (byIndex.has(index) ? [[byIndex.get(index) ?? "", personNo]] : [])),
  );
}

async function knownOf(context: WorkContext, recruitment: StoredRecruitment, rows: readonly ReadRow[]): Promise<Known> {
  const { candidates } = await candidatesOf(context, recruitment);
  const cards = candidates.flatMap(({ card }) => (card ? [card] : []));
  const { rows: prints } = await sql<{ print: string }>`select encode(row_print, 'hex') as print from candidate_card
    where organisation_id = ${context.actor.organisationId} and recruitment_id = ${recruitment.recruitmentId} and row_print is not null limit ${candidatesAtMost}`.execute(
    context.tx,
  );
  return {
    candidates: new Set(cards.flatMap(({ pesel }) => (pesel === null ? [] : [pesel]))),
    rows: new Set(prints.map(({ print }) => print)),
    likeness: new Set(cards.map(likenessOf)),
    people: await peopleWith(
      context,
      rows.flatMap(({ card }) => (card.pesel === null ? [] : [card.pesel])),
    ),
  };
}

export type JudgedList = { rows: ReadRow[]; preview: ListPreview };

/**
 * Every row of the list as it would be taken in, judged by itself and against what is known. `seen` names what was judged: it changes
 * with the file, its reading, and whatever became known meanwhile.
 * @throws Problem refused `import.too_many`
 */
export async function judgeList(
  context: WorkContext,
  recruitment: StoredRecruitment,
  table: ReadTable,
  { sheet, headerRow, mapping, words, receivedOn }: Omit<PreviewList, "recruitmentId" | "fileId">,
): Promise<JudgedList> {
  const cells = sheetOf(table, sheet);
  const read = readRows(cells, { headerRow, mapping, words }, context.today);
  if (read.length > candidatesAtMost) throw new Problem("refused", "import.too_many");
  const known = await knownOf(context, recruitment, read);
  const printOf = (card: CandidateCard, occurrence: number) => printOfRow(context, card, occurrence).toString("hex");
  const rows = withinWindow(compareRows(read, known, printOf), recruitment, receivedOn);
  const seen = createHash("sha256")
    .update(canonicalJson(rows.map(({ row, card, appliedOn, faults }) => [row, card, appliedOn, faults])))
    .digest("hex");
  const empty = Math.max(0, cells.length - headerRow - rows.length);
  return { rows, preview: { rows: rows.map(lineOfRow), empty, unknownWords: unknownWords(rows), seen } };
}
