import { sql } from "kysely";
import { z } from "zod";
import { may, reachesOf } from "../../platform/access.ts";
import { pairsAtMost } from "./codes.ts";
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
import { canonicalJson } from "../../platform/documents/canonicalJson.ts";
import { foldName } from "../../platform/foldName.ts";
import { Problem } from "../../platform/problem.ts";
import { personAccess } from "./access.ts";
import {
  DismissDuplicate,
  DuplicateHit,
  DuplicatePair,
  FindDuplicates,
  MergeLine,
  type PersonHit,
  SeekDuplicates,
} from "./contract.ts";
import { selectMerges } from "./mergers.ts";
import { peselIndexOf } from "./pesel.ts";
import { findStanding, requireStanding } from "./reach.ts";
import { type DuplicateFacts, duplicateCertainty } from "./rules.ts";
import { displayName, type PersonRow } from "./store.ts";

type Candidate = Pick<PersonRow, "id" | "personNo" | "alias" | "firstName" | "lastName" | "birthDate" | "step"> & {
  samePesel: boolean;
};

function hitOf(row: Omit<Candidate, "samePesel">): PersonHit {
  return {
    id: row.id,
    personNo: row.personNo,
    name: displayName(row),
    alias: row.alias,
    birthYear: row.birthDate ? Number(row.birthDate.slice(0, 4)) : null,
    step: row.step as PersonHit["step"], // the check constraint knows the same list
  };
}

const rank = { certain: 0, probable: 1, possible: 2 };

/**
 * Records that may be the person who is being typed, surest first; only people within the actor's reach. An answer that names
 * somebody, and every question by a whole PESEL, stands in the audit with a keyed hash of what was typed.
 * Source: docs/domain/rules.md R-ID-07
 */
async function seekDuplicates(context: WorkContext, wanted: SeekDuplicates): Promise<{ candidates: DuplicateHit[] }> {
  const pesel = wanted.pesel?.replace(/\s/g, "") ?? "";
  const index = pesel.length === 11 ? peselIndexOf(context, pesel) : null;
  const birthDate = wanted.lastName ? wanted.birthDate : null;
  const metIds = wanted.alias ? wanted.metIds : [];
  const { rows } =
    await sql<Candidate>`select p.id, p.person_no, p.alias, p.first_name, p.last_name, p.birth_date, p.step,
      coalesce(p.pesel_index = ${index}, false) as same_pesel
    from person p where p.organisation_id = ${context.actor.organisationId} and p.merged_into is null and p.id is distinct from ${wanted.personId ?? null}::uuid
      and (p.pesel_index = ${index} or p.birth_date = ${birthDate} or p.id = any (${metIds}::uuid[])) limit 200`.execute(
      context.tx,
    );
  const place = [{ siteId: "met", day: context.today }];
  const typed: DuplicateFacts = {
    pesel: pesel || null,
    lastName: wanted.lastName,
    birthDate: wanted.birthDate,
    alias: wanted.alias,
    sightings: place,
  };
  const found: DuplicateHit[] = [];
  for (const row of rows) {
    const sightings = metIds.includes(row.id) ? place : [];
    const certainty = duplicateCertainty(typed, { ...row, pesel: row.samePesel ? pesel : null, sightings });
    if (certainty) found.push({ person: hitOf(row), certainty });
  }
  found.sort((a, b) => rank[a.certainty] - rank[b.certainty] || a.person.personNo - b.person.personNo);
  const candidates: DuplicateHit[] = [];
  for (const hit of found.slice(0, 10)) {
    const standing = await findStanding(context, hit.person.id);
    if (standing && may(context.actor, personAccess["person.find-duplicates"], standing.relation)) candidates.push(hit);
  }
  if (index || candidates.length > 0) {
    const typedKey = canonicalJson([
      pesel,
      ...[wanted.lastName, wanted.alias].map((name) => foldName(name ?? "")),
      birthDate,
    ]);
    await context.audit({
      action: "person.find-duplicates",
      outcome: "done",
      detail: {
        term: context.keys.keyedHash(context.actor.organisationId, "person.search", typedKey),
        found: candidates.map(({ person }) => person.id),
      },
    });
  }
  return { candidates };
}

/** Writes down pairs of the organisation that share surname and birth date; those answered before are not asked again. */
async function findDuplicates(context: CommandContext): Promise<Done> {
  const { organisationId } = context.actor;
  const { rows } = await sql<{ id: string }>`
    insert into duplicate_pair (organisation_id, id, one_id, other_id, certainty, reasons)
    select a.organisation_id, gen_random_uuid(), a.id, b.id, 'probable', array['LAST_NAME', 'BIRTH_DATE']
    from person a join person b on b.organisation_id = a.organisation_id and b.birth_date = a.birth_date and b.id > a.id and norm(b.last_name) = norm(a.last_name)
    where a.organisation_id = ${organisationId} and a.birth_date is not null and norm(a.last_name) <> '' and a.merged_into is null and b.merged_into is null
      and (a.pesel_index is null or b.pesel_index is null)
    on conflict on constraint duplicate_pair_once do nothing returning id`.execute(context.tx);
  return {
    ids: {},
    about: { type: "organisation", id: organisationId },
    detail: { found: rows.length },
  };
}

type PairRow = { id: string; certainty: DuplicatePair["certainty"]; reasons: string[]; foundAt: string } & {
  one: Omit<Candidate, "samePesel">;
  other: Omit<Candidate, "samePesel">;
};

/** Pairs that nobody has answered, both of whose people are within the actor's reach, the surest first. */
async function listDuplicates(context: WorkContext): Promise<{ pairs: DuplicatePair[]; merges: MergeLine[] }> {
  const { organisationId, unitIds } = context.actor;
  const side = (
    alias: "a" | "b",
  ) => sql`jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'personNo', ${sql.ref(`${alias}.person_no`)},
    'alias', ${sql.ref(`${alias}.alias`)}, 'firstName', ${sql.ref(`${alias}.first_name`)}, 'lastName', ${sql.ref(`${alias}.last_name`)},
    'birthDate', ${sql.ref(`${alias}.birth_date`)}, 'step', ${sql.ref(`${alias}.step`)})`;
  const everywhere = reachesOf(context.actor, personAccess["duplicate.list"]).has("organisation");
  const near = (
    id: string,
  ) => sql`(${everywhere} or exists (select from person_unit u where u.organisation_id = ${organisationId}
    and u.person_id = ${sql.ref(id)} and u.unit_id = any (${[...unitIds]}::uuid[])))`;
  const { rows } =
    await sql<PairRow>`select d.id, d.certainty, d.reasons, d.found_at, ${side("a")} as one, ${side("b")} as other
    from duplicate_pair d
    join person a on a.organisation_id = d.organisation_id and a.id = d.one_id and a.merged_into is null
    join person b on b.organisation_id = d.organisation_id and b.id = d.other_id and b.merged_into is null
    where d.organisation_id = ${organisationId} and d.answer is null and ${near("a.id")} and ${near("b.id")}
    order by array_position(array['certain', 'probable', 'possible'], d.certainty), d.found_at desc, d.id limit ${pairsAtMost}`.execute(
      context.tx,
    );
  return {
    pairs: rows.map(({ one, other, foundAt, ...row }) => ({
      ...row,
      foundAt: instantOf(foundAt),
      one: hitOf(one),
      other: hitOf(other),
    })),
    merges: await selectMerges(
      context,
      sql`g.undone_at is null and ${near("g.kept_id")} and ${near("g.merged_id")}`,
      20,
    ),
  };
}

/** Two people, not one: the pair is not asked about again. @throws Problem not_found | refused `duplicate.already_answered` */
async function dismissDuplicate(context: CommandContext, { pairId }: DismissDuplicate): Promise<Done> {
  await lockRow(context, "duplicate_pair", pairId, "person.not_found");
  const { organisationId, accountId } = context.actor;
  const pair = await context.tx
    .selectFrom("duplicatePair")
    .select(["oneId", "otherId", "answer"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", pairId)
    .executeTakeFirstOrThrow();
  for (const personId of [pair.oneId, pair.otherId])
    await requireStanding(context, personAccess["duplicate.dismiss"], personId);
  if (pair.answer) throw new Problem("refused", "duplicate.already_answered");
  await context.tx
    .updateTable("duplicatePair")
    .set({ answer: "DIFFERENT", answeredBy: accountId, answeredAt: context.now })
    .where("organisationId", "=", organisationId)
    .where("id", "=", pairId)
    .execute();
  await recordEvent(context, {
    personId: pair.oneId,
    kind: "duplicate.dismissed",
    section: "CORE",
    subject: { type: "duplicate_pair", id: pairId },
  });
  return { ids: { pair: pairId }, about: { type: "duplicate_pair", id: pairId, personId: pair.oneId } };
}

export const duplicateCommands = [
  defineCommand({
    type: "duplicate.find",
    v: 1,
    summary: "Looks through the organisation for records that may be one person",
    payload: FindDuplicates,
    verb: personAccess["duplicate.find"],
    run: findDuplicates,
  }),
  defineCommand({
    type: "duplicate.dismiss",
    v: 1,
    summary: "Says that two records are two people",
    payload: DismissDuplicate,
    verb: personAccess["duplicate.dismiss"],
    run: dismissDuplicate,
  }),
];

export const duplicateQueries = [
  defineQuery({
    name: "person.find-duplicates",
    method: "POST",
    path: "/people/duplicates",
    summary: "Records that may be the person being typed",
    input: SeekDuplicates,
    answer: z.object({ candidates: z.array(DuplicateHit) }),
    verb: personAccess["person.find-duplicates"],
    audit: null,
    run: seekDuplicates,
  }),
  defineQuery({
    name: "duplicate.list",
    method: "GET",
    path: "/duplicates",
    summary: "Pairs of records that may be one person, not answered yet, and the merges that hold",
    input: z.strictObject({}),
    answer: z.object({ pairs: z.array(DuplicatePair), merges: z.array(MergeLine) }),
    verb: personAccess["duplicate.list"],
    audit: null,
    run: listDuplicates,
  }),
];
