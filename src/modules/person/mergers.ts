import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  lockRow,
  recordEvent,
  type WorkContext,
} from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { sealText } from "../../platform/keys/sealedText.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { personAccess } from "./access.ts";
import { MergeLine, MergePeople, PersonId, UnmergePeople } from "./contract.ts";
import { personIdsOf } from "./family.ts";
import { requireStanding } from "./reach.ts";
import { refuseMerge } from "./rules.ts";
import { fieldsOf, loadPerson, lockPerson, peselOf } from "./store.ts";

onConstraint("person_merge_key", "conflict", "record.id_taken");

/** What a merge changed besides the one pointer, so that it can be put back. */
const Moved = z.object({ children: z.array(z.uuid()), pairId: z.uuid().nullable() });

async function pointTo(context: CommandContext, ids: readonly string[], target: string | null): Promise<void> {
  if (ids.length === 0) return;
  // the version stays: a merged record is frozen as it was
  await context.tx
    .updateTable("person")
    .set({ mergedInto: target })
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "in", [...ids])
    .execute();
}

/**
 * Makes one person of two records. The merged one points to the kept one and stays as it was; rows of other rooms are not
 * rewritten, reads follow the pointer. Source: docs/domain/rules.md R-ID-07; security.md C65
 * @throws Problem not_found when either is out of reach; refused `person.merge_*`, `person.merged`
 */
async function mergePeople(context: CommandContext, { mergeId, keptId, mergedId, reason }: MergePeople): Promise<Done> {
  for (const id of [keptId, mergedId].sort()) {
    await requireStanding(context, personAccess["person.merge"], id);
    await lockRow(context, "person", id, "person.not_found");
  }
  const kept = await lockPerson(context, keptId);
  const merged = await lockPerson(context, mergedId);
  refuseIf([refuseMerge({ ...kept, pesel: peselOf(context, kept) }, { ...merged, pesel: peselOf(context, merged) })]);
  const { organisationId, accountId } = context.actor;
  const children = await context.tx
    .selectFrom("person")
    .select("id")
    .where("organisationId", "=", organisationId)
    .where("mergedInto", "=", mergedId)
    .execute();
  const [oneId = "", otherId = ""] = [keptId, mergedId].sort();
  const pair = await context.tx
    .updateTable("duplicatePair")
    .set({ answer: "MERGED", answeredBy: accountId, answeredAt: context.now })
    .where("organisationId", "=", organisationId)
    .where("oneId", "=", oneId)
    .where("otherId", "=", otherId)
    .where("answer", "is", null)
    .returning("id")
    .executeTakeFirst();
  const moved = Moved.parse({ children: children.map(({ id }) => id), pairId: pair?.id ?? null });
  const before = JSON.stringify({ kept: fieldsOf(context, kept), merged: fieldsOf(context, merged) });
  await context.tx
    .insertInto("personMerge")
    .values({
      organisationId,
      id: mergeId,
      keptId,
      mergedId,
      reason,
      moved: JSON.stringify(moved),
      before: sealText(context, "person.merge", mergeId, before),
      doneBy: accountId,
    })
    .execute();
  await pointTo(context, [mergedId, ...moved.children], keptId);
  await recordEvent(context, {
    personId: keptId,
    kind: "person.merged",
    section: "CORE",
    subject: { type: "person_merge", id: mergeId },
    detail: { personNo: merged.personNo },
  });
  return { ids: { merge: mergeId, person: keptId }, about: { type: "person_merge", id: mergeId, personId: keptId } };
}

/**
 * Makes two records again of what was one; both are as before, and what was written meanwhile stays where it was written.
 * @throws Problem not_found; refused `person.merge_already_undone`, `person.unmerge_later_first`
 */
async function unmergePeople(context: CommandContext, { mergeId }: UnmergePeople): Promise<Done> {
  await lockRow(context, "person_merge", mergeId, "person.not_found");
  const { organisationId, accountId } = context.actor;
  const merge = await context.tx
    .selectFrom("personMerge")
    .select(["keptId", "mergedId", "moved", "undoneAt"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", mergeId)
    .executeTakeFirstOrThrow();
  await requireStanding(context, personAccess["person.unmerge"], merge.keptId);
  if (merge.undoneAt) throw new Problem("refused", "person.merge_already_undone");
  const kept = await loadPerson(context, merge.keptId);
  if (kept.mergedInto) throw new Problem("refused", "person.unmerge_later_first");
  const moved = Moved.parse(merge.moved);
  await pointTo(context, [merge.mergedId], null);
  await pointTo(context, moved.children, merge.mergedId);
  if (moved.pairId)
    await context.tx
      .updateTable("duplicatePair")
      .set({ answer: null, answeredBy: null, answeredAt: null })
      .where("organisationId", "=", organisationId)
      .where("id", "=", moved.pairId)
      .execute();
  await context.tx
    .updateTable("personMerge")
    .set({ undoneBy: accountId, undoneAt: context.now })
    .where("organisationId", "=", organisationId)
    .where("id", "=", mergeId)
    .execute();
  await recordEvent(context, {
    personId: merge.keptId,
    kind: "person.unmerged",
    section: "CORE",
    subject: { type: "person_merge", id: mergeId },
  });
  return {
    ids: { merge: mergeId, person: merge.mergedId },
    about: { type: "person_merge", id: mergeId, personId: merge.keptId },
  };
}

/**
 * Writes down that these may be the same person as the one just met: the same alias at the same place. Answered pairs are not
 * asked about again. For rooms that know where people were met. Source: docs/domain/rules.md R-ID-07
 */
export async function proposeSameAlias(
  context: CommandContext,
  personId: string,
  metIds: readonly string[],
): Promise<void> {
  if (metIds.length === 0) return;
  await sql`insert into duplicate_pair (organisation_id, id, one_id, other_id, certainty, reasons)
    select p.organisation_id, gen_random_uuid(), least(p.id, o.id), greatest(p.id, o.id), 'possible', array['ALIAS', 'SITE']
    from person p join person o on o.organisation_id = p.organisation_id and o.id = any (${[...metIds]}::uuid[]) and o.id <> p.id
      and o.merged_into is null and norm(o.alias) = norm(p.alias)
    where p.organisation_id = ${context.actor.organisationId} and p.id = ${personId} and p.merged_into is null and norm(p.alias) <> ''
    on conflict on constraint duplicate_pair_once do nothing`.execute(context.tx);
}

/** Merges that a condition on `g` picks, newest first. */
export async function selectMerges(
  context: WorkContext,
  where: RawBuilder<unknown>,
  most: number,
): Promise<MergeLine[]> {
  const { rows } =
    await sql<MergeLine>`select g.id, g.kept_id, g.merged_id, g.reason, g.done_at, g.undone_at, m.display_name as done_by, b.person_no as merged_no,
      coalesce(nullif(concat_ws(' ', a.first_name, a.last_name), ''), a.alias, '#' || a.person_no) as kept_name,
      coalesce(nullif(concat_ws(' ', b.first_name, b.last_name), ''), b.alias, '#' || b.person_no) as merged_name
    from person_merge g
    join person a on a.organisation_id = g.organisation_id and a.id = g.kept_id
    join person b on b.organisation_id = g.organisation_id and b.id = g.merged_id
    left join membership m on m.organisation_id = g.organisation_id and m.account_id = g.done_by
    where g.organisation_id = ${context.actor.organisationId} and ${where} order by g.done_at desc, g.id desc limit ${most}`.execute(
      context.tx,
    );
  return rows.map((row) => ({
    ...row,
    doneAt: instantOf(row.doneAt),
    undoneAt: row.undoneAt && instantOf(row.undoneAt),
  }));
}

/** Merges of a person, newest first, those undone too. */
async function listMerges(context: WorkContext, { personId }: PersonId): Promise<{ merges: MergeLine[] }> {
  const { rootId } = await requireStanding(context, personAccess["person.list-merges"], personId);
  const ids = await personIdsOf(context, rootId);
  return { merges: await selectMerges(context, sql`g.kept_id = any (${ids}::uuid[])`, 200) };
}

export const mergeCommands = [
  defineCommand({
    type: "person.merge",
    v: 1,
    summary: "Makes one person of two records, with the reason",
    payload: MergePeople,
    verb: personAccess["person.merge"],
    run: mergePeople,
  }),
  defineCommand({
    type: "person.unmerge",
    v: 1,
    summary: "Makes two records again of a merged person",
    payload: UnmergePeople,
    verb: personAccess["person.unmerge"],
    run: unmergePeople,
  }),
];

export const mergeQueries = [
  defineQuery({
    name: "person.list-merges",
    method: "GET",
    path: "/people/:personId/merges",
    summary: "Records merged into a person, and merges undone",
    input: PersonId,
    answer: z.object({ merges: z.array(MergeLine) }),
    verb: personAccess["person.list-merges"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "CORE" }),
    run: listMerges,
  }),
];
