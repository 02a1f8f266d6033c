import { sql } from "kysely";
import { z } from "zod";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  lockRow,
  type WorkContext,
} from "../../platform/command.ts";
import { onConstraint } from "../../platform/problem.ts";
import { personAccess } from "./access.ts";
import { AddHouseholdMember, EndHouseholdMember, HouseholdView, PersonId, RecordHousehold } from "./contract.ts";
import { personIdsOf } from "./family.ts";
import { requireStanding } from "./reach.ts";

onConstraint("household_key", "conflict", "record.id_taken");
onConstraint("household_member_key", "conflict", "record.id_taken");

async function recordHousehold(
  context: CommandContext,
  { householdId, name, members }: RecordHousehold,
): Promise<Done> {
  for (const { personId } of members) await requireStanding(context, personAccess["household.record"], personId);
  const { organisationId } = context.actor;
  await context.tx.insertInto("household").values({ organisationId, id: householdId, name }).execute();
  await context.tx
    .insertInto("householdMember")
    .values(members.map(({ memberId, ...member }) => ({ organisationId, id: memberId, householdId, ...member })))
    .execute();
  const [first] = members;
  return {
    ids: { household: householdId },
    version: 1,
    about: { type: "household", id: householdId, personId: first?.personId ?? null, section: "CORE" },
  };
}

/** A household is within reach of who reaches one of its members. */
async function requireHousehold(context: CommandContext, householdId: string): Promise<void> {
  await lockRow(context, "household", householdId, "person.not_found");
  const member = await context.tx
    .selectFrom("householdMember")
    .select("personId")
    .where("organisationId", "=", context.actor.organisationId)
    .where("householdId", "=", householdId)
    .orderBy("validFrom")
    .limit(1)
    .executeTakeFirstOrThrow();
  await requireStanding(context, personAccess["household.record"], member.personId);
}

async function addMember(
  context: CommandContext,
  { householdId, memberId, ...member }: AddHouseholdMember,
): Promise<Done> {
  await requireHousehold(context, householdId);
  await requireStanding(context, personAccess["household.add-member"], member.personId);
  const { organisationId } = context.actor;
  await context.tx
    .insertInto("householdMember")
    .values({ organisationId, id: memberId, householdId, ...member })
    .execute();
  return {
    ids: { member: memberId },
    about: { type: "household", id: householdId, personId: member.personId, section: "CORE" },
  };
}

async function endMember(context: CommandContext, { memberId, validUntil }: EndHouseholdMember): Promise<Done> {
  await lockRow(context, "household_member", memberId, "person.not_found");
  const { organisationId } = context.actor;
  const { personId, householdId } = await context.tx
    .selectFrom("householdMember")
    .select(["personId", "householdId"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", memberId)
    .executeTakeFirstOrThrow();
  await requireStanding(context, personAccess["household.end-member"], personId);
  await context.tx
    .updateTable("householdMember")
    .set({ validUntil })
    .where("organisationId", "=", organisationId)
    .where("id", "=", memberId)
    .execute();
  return { ids: { member: memberId }, about: { type: "household", id: householdId, personId, section: "CORE" } };
}

/** Households of a person with those members whom the actor's units work with too. */
async function listHouseholds(context: WorkContext, { personId }: PersonId): Promise<{ households: HouseholdView[] }> {
  await requireStanding(context, personAccess["household.list"], personId);
  const { organisationId, unitIds } = context.actor;
  const ids = await personIdsOf(context, personId);
  const { rows } = await sql<HouseholdView>`select h.id, h.name,
      jsonb_agg(jsonb_build_object('memberId', m.id, 'personId', m.person_id, 'relation', m.relation, 'validFrom', m.valid_from, 'validUntil', m.valid_until,
        'name', coalesce(nullif(concat_ws(' ', p.first_name, p.last_name), ''), p.alias, '#' || p.person_no)) order by m.valid_from, m.relation <> 'SELF', m.id) as members
    from household h
    join household_member m on m.organisation_id = h.organisation_id and m.household_id = h.id
    join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
    where h.organisation_id = ${organisationId}
      and h.id in (select household_id from household_member where organisation_id = ${organisationId} and person_id = any (${ids}::uuid[]))
      and (m.person_id = any (${ids}::uuid[]) or exists (select from person_unit u where u.organisation_id = m.organisation_id and u.person_id = m.person_id and u.unit_id = any (${[...unitIds]}::uuid[])))
    group by h.id, h.name order by h.id`.execute(context.tx);
  return { households: rows };
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
