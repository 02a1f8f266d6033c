import { type Insertable, sql } from "kysely";
import { z } from "zod";
import { type CommandContext, type Done, defineCommand, type Reading } from "../../../platform/command.ts";
import type { CandidateCardTable, CandidateEvidenceTable, CandidateTable } from "../../../platform/db.gen.ts";
import { endFile } from "../../../platform/files/ownFile.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import type { ReadTable } from "../../../platform/spreadsheet/readTable.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { peselIndexOf } from "../../person/public.ts";
import { recruitmentAccess } from "../access.ts";
import { nextCandidateNo } from "../candidates/commands.ts";
import { factsOfCard } from "../candidates/facts.ts";
import { provenNow, sealCard } from "../candidates/store.ts";
import { candidatesAtMost, type ProvenFact } from "../codes.ts";
import { lockRecruitment, requireRecruitment } from "../store.ts";
import { provenBySender } from "./codes.ts";
import { titlesOf } from "./columns.ts";
import { AcceptList } from "./contract.ts";
import type { ReadRow } from "./rows.ts";
import { verdictOf } from "./rows.ts";
import { judgeList, listBytes, printOfRow, rememberMapping, sheetOf, tableOf } from "./store.ts";

onConstraint("candidate_import_key", "conflict", "record.id_taken");

/** The file is read before the transaction of the command: a list takes up to seconds, and nobody waits for its locks meanwhile. */
async function readBefore(reading: Reading, { recruitmentId, fileId }: AcceptList): Promise<ReadTable> {
  const bytes = await reading(async (context) => {
    await requireRecruitment(context, recruitmentAccess["candidate-list.accept"], recruitmentId);
    return (await listBytes(context, fileId)).bytes;
  });
  return tableOf(bytes);
}

const Prepared = z.custom<ReadTable>((value) => typeof value === "object" && value !== null && "sheets" in value);

type Written = {
  candidates: Insertable<CandidateTable>[];
  cards: Insertable<CandidateCardTable>[];
  evidence: Insertable<CandidateEvidenceTable>[];
};

/** Prints of the PESELs of a recruitment. */
async function peselIndexesOf(context: CommandContext, recruitmentId: string): Promise<Set<string>> {
  const { rows } = await sql<{ index: string }>`select encode(pesel_index, 'hex') as index from candidate_card
    where organisation_id = ${context.actor.organisationId} and recruitment_id = ${recruitmentId} and pesel_index is not null limit ${candidatesAtMost}`.execute(
    context.tx,
  );
  return new Set(rows.map(({ index }) => index));
}

/** Rows of the database for the rows of the list; ids and numbers in the order of the file. */
async function written(context: CommandContext, payload: AcceptList, rows: readonly ReadRow[]): Promise<Written> {
  const { importId, recruitmentId, source, receivedOn, confirmed } = payload;
  const proven = new Set<ProvenFact>(provenBySender[source]);
  const { organisationId, accountId: recordedBy } = context.actor;
  const first = await nextCandidateNo(context, recruitmentId);
  const all: Written = { candidates: [], cards: [], evidence: [] };
  const indexes = await peselIndexesOf(context, recruitmentId);
  for (const [at, { card, appliedOn, occurrence }] of rows.entries()) {
    const id = uuidv7();
    const own = { organisationId, recruitmentId };
    all.candidates.push({
      ...own,
      id,
      no: first + at,
      source,
      appliedOn: appliedOn ?? receivedOn,
      importId,
      recordedBy,
    });
    const index = card.pesel === null ? null : peselIndexOf(context, card.pesel);
    // a wrong number that stands at two people tells nothing: the second card goes without its print
    const isFirst = index !== null && !indexes.has(index.toString("hex"));
    if (isFirst) indexes.add(index.toString("hex"));
    all.cards.push({
      ...own,
      candidateId: id,
      sealed: sealCard(context, id, card, provenNow(card, {}, confirmed)),
      peselIndex: isFirst || !card.peselNeedsChecking ? index : null,
      rowPrint: printOfRow(context, card, occurrence),
    });
    const facts = factsOfCard(card, new Map());
    for (const fact of confirmed)
      if (facts[fact]?.value !== null && facts[fact]?.value !== undefined)
        all.evidence.push({
          organisationId,
          id: uuidv7(),
          candidateId: id,
          fact,
          source: proven.has(fact) ? "OFFICE" : "STATEMENT",
          seenOn: receivedOn,
          recordedBy,
        });
  }
  return all;
}

/**
 * Takes the chosen rows of a list in, all or none, as they were seen; the file ends with it, its keyed print stays.
 * @throws Problem not_found | conflict `import.changed` (the file or what is known is no longer what was seen) | refused `import.*`, `table.*`
 */
async function accept(context: CommandContext, payload: AcceptList): Promise<Done> {
  const { importId, recruitmentId, fileId, source, sender, receivedOn, taken, seen } = payload;
  const recruitment = await lockRecruitment(context, recruitmentAccess["candidate-list.accept"], recruitmentId);
  const { print } = await listBytes(context, fileId);
  const table = Prepared.parse(context.prepared);
  if (receivedOn > context.today) throw new Problem("refused", "candidate.applied_in_future");
  const { rows, preview } = await judgeList(context, recruitment, table, payload);
  if (preview.seen !== seen) throw new Problem("conflict", "import.changed");
  const wanted = new Set(taken);
  const chosen = rows.filter(({ row }) => wanted.has(row));
  refuseIf([
    chosen.length === wanted.size ? null : "import.unknown_row",
    chosen.some(({ faults }) => verdictOf(faults) === "stop") ? "import.row_stopped" : null,
  ]);
  const { candidates, cards, evidence } = await written(context, payload, chosen);
  const [lastOne] = candidates.slice(-1);
  refuseIf([Number(lastOne?.no ?? 0) > candidatesAtMost ? "import.too_many" : null]);
  const { organisationId, accountId: recordedBy } = context.actor;
  await context.tx
    .insertInto("candidateImport")
    .values({
      organisationId,
      id: importId,
      recruitmentId,
      source,
      sender,
      receivedOn,
      filePrint: print,
      rowsRead: rows.length,
      rowsTaken: chosen.length,
      recordedBy,
    })
    .execute();
  await context.tx.insertInto("candidate").values(candidates).execute();
  await context.tx.insertInto("candidateCard").values(cards).execute();
  if (evidence.length > 0)
    for (let at = 0; at < evidence.length; at += 2000)
      await context.tx
        .insertInto("candidateEvidence")
        .values(evidence.slice(at, at + 2000))
        .execute();
  await rememberMapping(context, sender, titlesOf(sheetOf(table, payload.sheet), payload.headerRow), payload);
  await endFile(context, fileId);
  return {
    ids: { import: importId },
    about: { type: "recruitment", id: recruitmentId },
    detail: { source, rows: rows.length, taken: chosen.length },
  };
}

export const importingCommands = [
  defineCommand({
    type: "candidate-list.accept",
    v: 1,
    summary: "Takes the chosen rows of a list of candidates in, all or none",
    payload: AcceptList,
    verb: recruitmentAccess["candidate-list.accept"],
    prepare: readBefore,
    run: accept,
  }),
];
