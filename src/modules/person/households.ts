import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  lockRow,
  recordEvent,
  type WorkContext,
} from "../../platform/command.ts";
import { invalidAt, onConstraint, Problem } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { personAccess } from "./access.ts";
import { AddHouseholdMember, EndHouseholdMember, HouseholdView, PersonId, RecordHousehold } from "./contract.ts";
import { endDated } from "./endDated.ts";
import { personIdsOf } from "./family.ts";
import { personInReach, requireStanding } from "./reach.ts";
import { areWhereaboutsHidden, whereaboutsHidden } from "./whereabouts.ts";

onConstraint("household_key", "conflict", "record.id_taken");
onConstraint("household_member_key", "conflict", "record.id_taken");

type Member = RecordHousehold["members"][number];

/**
 * Writes members and tells each one's timeline.
 * @throws Problem not_found | invalid `field.ends_before_it_starts` | refused `household.member_already`
 */
async function insertMembers(
  context: CommandContext,
  householdId: string,
  members: readonly Member[],
  verb: "household.record" | "household.add-member",
): Promise<void> {
  const { organisationId } = context.actor;
  for (const [i, { memberId, personId, relation, validFrom, validUntil }] of members.entries()) {
    await requireStanding(context, personAccess[verb], personId);
    if (validUntil !== null && validUntil < validFrom)
      throw invalidAt(
        verb === "household.record" ? `payload.members.${i}.validUntil` : "payload.validUntil",
        "field.ends_before_it_starts",
      );
    const { rows } =
      await sql`select from household_member where organisation_id = ${organisationId} and household_id = ${householdId}
      and person_id = any (${await personIdsOf(context, personId)}::uuid[])
      and daterange(valid_from, valid_until, '[]') && daterange(${validFrom}, ${validUntil}, '[]') limit 1`.execute(
        context.tx,
      );
    if (rows.length > 0) throw new Problem("refused", "household.member_already");
    await context.tx
      .insertInto("householdMember")
      .values({ organisationId, id: memberId, householdId, personId, relation, validFrom, validUntil })
      .execute();
    await recordEvent(context, {
      personId,
      kind: "household.joined",
      section: "CORE",
      subject: { type: "household", id: householdId },
      detail: { relation, validFrom },
    });
  }
}

async function recordHousehold(
  context: CommandContext,
  { householdId, name, members }: RecordHousehold,
): Promise<Done> {
  const { organisationId } = context.actor;
  await context.tx.insertInto("household").values({ organisationId, id: householdId, name }).execute();
  await insertMembers(context, householdId, members, "household.record");
  const [first] = members;
  return {
    ids: { household: householdId },
    version: 1,
    about: { type: "household", id: householdId, personId: first?.personId ?? null, section: "CORE" },
  };
}

/** A household is within reach of who reaches one of its members. @throws Problem not_found */
async function requireHousehold(context: CommandContext, householdId: string): Promise<void> {
  await lockRow(context, "household", householdId, "person.not_found");
  const { rows } =
    await sql`select from household_member m where m.organisation_id = ${context.actor.organisationId} and m.household_id = ${householdId}
    and ${personInReach(context, personAccess["household.add-member"], sql`m.person_id`)} limit 1`.execute(context.tx);
  if (rows.length === 0) throw new Problem("not_found", "person.not_found");
}

async function addMember(context: CommandContext, { householdId, ...member }: AddHouseholdMember): Promise<Done> {
  await requireHousehold(context, householdId);
  await insertMembers(context, householdId, [member], "household.add-member");
  return {
    ids: { member: member.memberId },
    about: { type: "household", id: householdId, personId: member.personId, section: "CORE" },
  };
}

/** `validUntil`: the last day, inclusive. @throws Problem not_found | invalid `field.ends_before_it_starts` */
async function endMember(context: CommandContext, { memberId, validUntil }: EndHouseholdMember): Promise<Done> {
  const verb = "household.end-member";
  const { personId, householdId } = await endDated(context, "household_member", verb, memberId, validUntil);
  await recordEvent(context, {
    personId,
    kind: "household.left",
    section: "CORE",
    subject: { type: "household", id: householdId },
    detail: { validUntil },
  });
  return { ids: { member: memberId }, about: { type: "household", id: householdId, personId, section: "CORE" } };
}

/**
 * Households of a person with those members whose files the actor may open; the others are counted. Who lives with a protected
 * person says where they are: for who is not on their list they belong to no household (C7).
 */
async function listHouseholds(context: WorkContext, { personId }: PersonId): Promise<{ households: HouseholdView[] }> {
  await requireStanding(context, personAccess["household.list"], personId);
  const { organisationId } = context.actor;
  if (await areWhereaboutsHidden(context, personId)) return { households: [] };
  const ids = await personIdsOf(context, personId);
  const reached = personInReach(context, personAccess["household.list"], sql`m.person_id`);
  const { rows } = await sql<HouseholdView>`
    with member as (
      select m.*, ${reached} as reached from household_member m
      where m.organisation_id = ${organisationId} and not ${whereaboutsHidden(context, sql.ref("m.person_id"))}
        and m.household_id in (select household_id from household_member where organisation_id = ${organisationId} and person_id = any (${ids}::uuid[])))
    select h.id, h.name, count(*) filter (where not m.reached)::int as others,
      coalesce(jsonb_agg(jsonb_build_object('memberId', m.id, 'personId', coalesce(p.merged_into, p.id), 'relation', m.relation, 'validFrom', m.valid_from, 'validUntil', m.valid_until,
        'name', coalesce(nullif(concat_ws(' ', p.first_name, p.last_name), ''), p.alias, '#' || p.person_no)) order by m.valid_until is not null, m.valid_from, m.relation <> 'SELF', m.id) filter (where m.reached), '[]') as members
    from household h
    join member m on m.organisation_id = h.organisation_id and m.household_id = h.id
    join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
    where h.organisation_id = ${organisationId} group by h.id, h.name order by h.id ${atMost}`.execute(context.tx);
  return { households: rows };
}

/**
 * Which of `others` belong to a household with the person on `day`, of those the actor may know to live there: a household tells
 * where somebody is (C7). The caller has checked the reach.
 */
export async function livingWith(
  context: WorkContext,
  personId: string,
  others: readonly string[],
  day: PlainDate,
): Promise<ReadonlySet<string>> {
  if (others.length === 0 || (await areWhereaboutsHidden(context, personId))) return new Set();
  const { rows } = await sql<{ id: string }>`select w.id from unnest(${[...others]}::uuid[]) w (id)
    where not ${whereaboutsHidden(context, sql.ref("w.id"))} and exists (
      select from household_member a join household_member b on b.organisation_id = a.organisation_id and b.household_id = a.household_id
      where a.organisation_id = ${context.actor.organisationId} and a.person_id = any (same_person(${personId})) and b.person_id = any (same_person(w.id))
        and ${day} between a.valid_from and coalesce(a.valid_until, 'infinity') and ${day} between b.valid_from and coalesce(b.valid_until, 'infinity'))`.execute(
    context.tx,
  );
  return new Set(rows.map(({ id }) => id));
}

export const householdCommands = [
  defineCommand({
    type: "household.record",
    v: 1,
    summary: "Records a household with its first members",
    payload: RecordHousehold,
    verb: personAccess["household.record"],
    run: recordHousehold,
  }),
  defineCommand({
    type: "household.add-member",
    v: 1,
    summary: "Adds a member to a household",
    payload: AddHouseholdMember,
    verb: personAccess["household.add-member"],
    run: addMember,
  }),
  defineCommand({
    type: "household.end-member",
    v: 1,
    summary: "Says until when somebody belonged to a household",
    payload: EndHouseholdMember,
    verb: personAccess["household.end-member"],
    run: endMember,
  }),
];

export const householdQueries = [
  defineQuery({
    name: "household.list",
    method: "GET",
    path: "/people/:personId/households",
    summary: "Households of a person",
    input: PersonId,
    answer: z.object({ households: z.array(HouseholdView) }),
    verb: personAccess["household.list"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "CORE" }),
    run: listHouseholds,
  }),
];
