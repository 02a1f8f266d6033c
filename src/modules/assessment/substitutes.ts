import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { may, type Reach, type Relation, type Role, requireReach } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  lockRow,
  type WorkContext,
} from "../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { addTaskFor, endTasksFrom } from "../casework/public.ts";
import { assessmentAccess } from "./access.ts";
import { DecideSubstitute, NameSubstitute, type SubstitutionLine, Substitutions } from "./contract.ts";

// A substitute for an author's notes: named by one person, confirmed by another, for a time. Both are told, and the DPO is asked.

onConstraint("note_substitute_key", "conflict", "record.id_taken");
onConstraint("note_substitute_is_another", "refused", "note_substitute.same_person");
onConstraint("note_substitute_by_two", "refused", "note_substitute.needs_another");
onConstraint("note_substitute_not_by_itself", "refused", "note_substitute.not_oneself");
onConstraint("note_substitute_period", "refused", "note_substitute.ends_before_start");
onConstraint("note_substitute_ends_once", "refused", "note_substitute.already_ended");

const source = (id: string) => ({ type: "note_substitute", id });
/** Who has sealed notes: of assessments, and of talks (F-2A). */
const writers = [...Object.keys(assessmentAccess["assessment.write-note"]), "LAWYER"];

/** Memberships `m` that hold today and write notes by a role of theirs. */
function specialist(context: WorkContext): RawBuilder<boolean> {
  return sql<boolean>`(m.valid_from <= ${context.today} and coalesce(m.valid_until, ${context.today}) >= ${context.today} and m.ended_at is null
    and exists (select from membership_role r where r.organisation_id = m.organisation_id and r.account_id = m.account_id and r.role = any (${writers}::text[])))`;
}

/** Whether the account shares a unit with the actor. */
function sameUnit(context: WorkContext, account: RawBuilder<string>): RawBuilder<boolean> {
  return sql<boolean>`exists (select from membership_unit u where u.organisation_id = ${context.actor.organisationId} and u.account_id = ${account}
    and u.unit_id = any (${[...context.actor.unitIds]}::uuid[]))`;
}

/** @throws Problem not_found `note_substitute.unknown_author` | refused `note_substitute.*` */
async function nameSubstitute(context: CommandContext, payload: NameSubstitute): Promise<Done> {
  const { substitutionId: id, authorId, substituteId, reason, validFrom, validUntil } = payload;
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql<{
    id: string;
    unit: boolean;
  }>`select m.account_id as id, ${sameUnit(context, sql`m.account_id`)} as unit
    from membership m where m.organisation_id = ${organisationId} and m.account_id = any (${[authorId, substituteId]}::uuid[])
      and (m.account_id = ${authorId} or ${specialist(context)})`.execute(context.tx);
  const author = rows.find((row) => row.id === authorId);
  const relation = { own: authorId === accountId, unit: author?.unit === true };
  requireReach(
    context.actor,
    assessmentAccess["note-substitute.name"],
    author ? relation : {},
    "note_substitute.unknown_author",
  );
  if (!author) throw new Problem("not_found", "note_substitute.unknown_author");
  refuseIf([
    substituteId === authorId ? "note_substitute.same_person" : null,
    substituteId === accountId ? "note_substitute.not_oneself" : null,
    rows.some((row) => row.id === substituteId) ? null : "note_substitute.not_a_specialist",
    validUntil < validFrom ? "note_substitute.ends_before_start" : null,
    validUntil < context.today ? "note_substitute.over_already" : null,
  ]);
  await context.tx
    .insertInto("noteSubstitute")
    .values({ organisationId, id, authorId, substituteId, reason, validFrom, validUntil, namedBy: accountId })
    .execute();
  const { rows: officers } = await sql<{ accountId: string }>`select distinct account_id from membership_role
    where organisation_id = ${organisationId} and role = 'DPO' and account_id <> all (${[accountId, substituteId]}::uuid[])`.execute(
    context.tx,
  );
  for (const officer of officers) await tell(context, id, officer.accountId, "CONFIRM_NOTE_SUBSTITUTE");
  return { ids: { substitution: id }, about: source(id), detail: { authorId, substituteId, validFrom, validUntil } };
}

function tell(context: CommandContext, id: string, ownerId: string, kind: string): Promise<string> {
  return addTaskFor(context, { personId: null, ownerId, kind, dueOn: context.today, source: source(id) });
}

type Standing = {
  authorId: string;
  substituteId: string;
  namedBy: string;
  confirmedBy: string | null;
  unit: boolean;
  ended: boolean;
};

async function requireStanding(
  context: CommandContext,
  id: string,
  verb: Readonly<Partial<Record<Role, Reach>>>,
): Promise<Standing> {
  await lockRow(context, "note_substitute", id, "note_substitute.not_found");
  const { rows } =
    await sql<Standing>`select s.author_id, s.substitute_id, s.named_by, s.confirmed_by, ${sameUnit(context, sql`s.author_id`)} as unit,
      exists (select from note_substitute_ending e where e.organisation_id = s.organisation_id and e.substitute_row_id = s.id) as ended
    from note_substitute s where s.organisation_id = ${context.actor.organisationId} and s.id = ${id}`.execute(
      context.tx,
    );
  const [row] = rows;
  if (!row) throw new Problem("not_found", "note_substitute.not_found");
  const relation = { own: row.authorId === context.actor.accountId, unit: row.unit };
  requireReach(context.actor, verb, relation, "note_substitute.not_found");
  if (row.ended) throw new Problem("refused", "note_substitute.already_ended");
  return row;
}

/** The second person's word; from here on it opens. Author and substitute are told. @throws Problem not_found | refused */
async function confirmSubstitute(context: CommandContext, { substitutionId: id }: DecideSubstitute): Promise<Done> {
  const standing = await requireStanding(context, id, assessmentAccess["note-substitute.confirm"]);
  const { organisationId, accountId } = context.actor;
  refuseIf([
    standing.confirmedBy ? "note_substitute.already_confirmed" : null,
    [standing.namedBy, standing.substituteId].includes(accountId) ? "note_substitute.needs_another" : null,
  ]);
  await context.tx
    .updateTable("noteSubstitute")
    .set({ confirmedBy: accountId, confirmedAt: context.now })
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
  await endTasksFrom(context, source(id), "DONE");
  for (const told of [standing.authorId, standing.substituteId]) await tell(context, id, told, "NOTE_SUBSTITUTE_HOLDS");
  return { ids: { substitution: id }, about: source(id) };
}

/** Ends it before its last day, or takes it back before it was confirmed. @throws Problem not_found | refused */
async function endSubstitute(context: CommandContext, { substitutionId: id }: DecideSubstitute): Promise<Done> {
  await requireStanding(context, id, assessmentAccess["note-substitute.end"]);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("noteSubstituteEnding")
    .values({ organisationId, substituteRowId: id, endedBy: accountId })
    .execute();
  await endTasksFrom(context, source(id), "NO_LONGER_RELEVANT");
  return { ids: { substitution: id }, about: source(id) };
}

type Row = Omit<SubstitutionLine, "mayConfirm" | "mayEnd"> & {
  authorId: string;
  substituteId: string;
  namedById: string;
  unit: boolean;
};

/** What the reader decides about or takes part in, newest first, and whom they may name. */
async function listSubstitutes(context: WorkContext): Promise<Substitutions> {
  const { actor, today } = context;
  const { organisationId, accountId } = actor;
  const { rows } =
    await sql<Row>`select s.id, a.display_name as author, b.display_name as substitute, s.reason, s.valid_from, s.valid_until,
      n.display_name as named_by, c.display_name as confirmed_by, s.author_id, s.substitute_id, s.named_by as named_by_id,
      ${sameUnit(context, sql`s.author_id`)} as unit,
      case when e.ended_at is not null or s.valid_until < ${today} then 'ENDED' when s.confirmed_by is null then 'WAITING' else 'HOLDS' end as state
    from note_substitute s
    join membership a on a.organisation_id = s.organisation_id and a.account_id = s.author_id
    join membership b on b.organisation_id = s.organisation_id and b.account_id = s.substitute_id
    join membership n on n.organisation_id = s.organisation_id and n.account_id = s.named_by
    left join membership c on c.organisation_id = s.organisation_id and c.account_id = s.confirmed_by
    left join note_substitute_ending e on e.organisation_id = s.organisation_id and e.substitute_row_id = s.id
    where s.organisation_id = ${organisationId} order by s.named_at desc, s.id ${atMost}`.execute(context.tx);
  const { rows: people } = await sql<{
    id: string;
    name: string;
    unit: boolean;
  }>`select m.account_id as id, m.display_name as name,
      ${sameUnit(context, sql`m.account_id`)} as unit
    from membership m where m.organisation_id = ${organisationId} and ${specialist(context)} order by 2, 1 ${atMost}`.execute(
    context.tx,
  );
  const decides = (verb: "name" | "confirm" | "end", relation: Relation) =>
    may(actor, assessmentAccess[`note-substitute.${verb}`], relation);
  const relationOf = (authorId: string, unit: boolean): Relation => ({ own: authorId === accountId, unit });
  return {
    lines: rows
      .map(({ authorId, substituteId, namedById, unit, ...line }) => ({
        ...line,
        mine: authorId === accountId || substituteId === accountId,
        mayConfirm:
          line.state === "WAITING" && decides("confirm", {}) && ![namedById, substituteId].includes(accountId),
        mayEnd: line.state !== "ENDED" && decides("end", relationOf(authorId, unit)),
        reached: may(actor, assessmentAccess["note-substitute.list"], relationOf(authorId, unit)),
      }))
      .filter(({ mine, reached }) => mine || reached),
    authors: people.filter(({ id, unit }) => decides("name", relationOf(id, unit))),
    specialists: people.filter(({ id }) => id !== accountId),
  };
}

export const substituteCommands = [
  defineCommand({
    type: "note-substitute.name",
    v: 1,
    summary: "Names who may open an author's working notes for a time; another person has to confirm",
    payload: NameSubstitute,
    verb: assessmentAccess["note-substitute.name"],
    run: nameSubstitute,
  }),
  defineCommand({
    type: "note-substitute.confirm",
    v: 1,
    summary: "Confirms a named substitute as the second person",
    payload: DecideSubstitute,
    verb: assessmentAccess["note-substitute.confirm"],
    run: confirmSubstitute,
  }),
  defineCommand({
    type: "note-substitute.end",
    v: 1,
    summary: "Ends a substitute for working notes before the last day",
    payload: DecideSubstitute,
    verb: assessmentAccess["note-substitute.end"],
    run: endSubstitute,
  }),
];

export const substituteQueries = [
  defineQuery({
    name: "note-substitute.list",
    method: "GET",
    path: "/note-substitutes",
    summary: "Substitutes for working notes that the reader decides about or takes part in",
    input: z.strictObject({}),
    answer: Substitutions,
    verb: assessmentAccess["note-substitute.list"],
    audit: null,
    run: listSubstitutes,
  }),
];
