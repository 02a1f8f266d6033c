import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import { programmeAccess } from "./access.ts";
import type { ClassChoices } from "./contract.ts";
import { volunteersToLead } from "./leaders/volunteers.ts";
import { mayInUnit, requireGroup } from "./queries.ts";

type ChosenLeader = ClassChoices["leaders"][number];

/**
 * What a class of a group may be held in and by. Who does not plan its unit hands classes to those alone who lead the group (C7).
 * @throws Problem not_found
 */
export async function readChoices(context: WorkContext, groupId: string): Promise<ClassChoices> {
  const { unitId } = await requireGroup(context, programmeAccess["session.read-choices"], groupId);
  const { organisationId } = context.actor;
  const { rows: rooms } = await sql<ClassChoices["rooms"][number]>`select r.id, r.name, r.capacity from class_room r
    where r.organisation_id = ${organisationId} and r.unit_id = ${unitId} and coalesce(r.retired_on > ${context.today}, true)
    order by r.name, r.id ${atMost}`.execute(context.tx);
  const leaders = mayInUnit(context, programmeAccess["session.add"], unitId)
    ? await everybodyOf(context, unitId)
    : await leadersOfGroup(context, groupId);
  return { rooms, leaders };
}

async function leadersOfGroup(context: WorkContext, groupId: string): Promise<ChosenLeader[]> {
  const { rows } =
    await sql<ChosenLeader>`select distinct m.account_id as id, m.display_name as name, 'COLLEAGUE' as kind
    from class_group_leader l join membership m on m.organisation_id = l.organisation_id and m.account_id = l.account_id
    where l.organisation_id = ${context.actor.organisationId} and l.group_id = ${groupId}
      and l.valid_from <= ${context.today} and coalesce(l.valid_until, ${context.today}) >= ${context.today}
    order by m.display_name, m.account_id ${atMost}`.execute(context.tx);
  return rows;
}

/** Colleagues who work with groups, who leads in the unit without an account, and its volunteers who never led here. */
async function everybodyOf(context: WorkContext, unitId: string): Promise<ChosenLeader[]> {
  const { organisationId } = context.actor;
  const roles = Object.keys(programmeAccess["member.read"]);
  const { rows } =
    await sql<ChosenLeader>`select m.account_id as id, m.display_name as name, 'COLLEAGUE' as kind from membership m
      where m.organisation_id = ${organisationId} and m.valid_from <= ${context.today} and coalesce(m.valid_until, ${context.today}) >= ${context.today}
        and m.ended_at is null and m.held_at is null and m.person_id is null
        and exists (select from membership_role r where r.organisation_id = m.organisation_id and r.account_id = m.account_id and r.role = any (${roles}::text[]))
    union all
    select l.id, l.name, l.kind from named_class_leader l
      where l.organisation_id = ${organisationId} and l.unit_id = ${unitId} and coalesce(l.retired_on > ${context.today}, true)
    order by 2, 1 ${atMost}`.execute(context.tx);
  const { rows: known } = await sql<{ id: string }>`select id from class_leader
    where organisation_id = ${organisationId} and unit_id = ${unitId} and volunteer_id is not null ${atMost}`.execute(
    context.tx,
  );
  const led = new Set(known.map(({ id }) => id));
  const offered = (await volunteersToLead(context, unitId)).filter(({ id }) => !led.has(id));
  return [...rows, ...offered.map(({ id, name }): ChosenLeader => ({ id, name, kind: "VOLUNTEER" }))];
}
