import { type RawBuilder, sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import {
  bumpVersion,
  type CommandContext,
  type Done,
  lockRow,
  requireBase,
  type WorkContext,
} from "../../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { programmeAccess } from "../access.ts";
import { daysJson, hoursJson, replaceDays, replaceHours } from "../hoursRows.ts";
import { mayInUnit } from "../queries.ts";
import type { OfUnit } from "../rooms/contract.ts";
import { settleClassTask } from "../timetable/tasks.ts";
import type { LeaderLine, OfferedVolunteer, RecordLeader } from "./contract.ts";
import { volunteersToLead } from "./volunteers.ts";

onConstraint("class_leader_account_is_member", "invalid", "group.unknown_leader", "payload.leaderId");
onConstraint("class_leader_key", "conflict", "record.id_taken");
onConstraint("class_leader_is_that_volunteer", "refused", "class-leader.is_volunteer");

/** Colleagues of a unit: who works there, or leads one of its groups or classes. */
const isOfUnit = (account: RawBuilder<unknown>, organisationId: string, unitId: string) => sql<boolean>`(
  exists (select from membership_unit u where u.organisation_id = ${organisationId} and u.account_id = ${account} and u.unit_id = ${unitId})
  or exists (select from class_group_leader n join class_group g on g.organisation_id = n.organisation_id and g.id = n.group_id
    where n.organisation_id = ${organisationId} and n.account_id = ${account} and g.unit_id = ${unitId})
  or exists (select from class_session s join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
    where s.organisation_id = ${organisationId} and s.leader_id = ${account} and g.unit_id = ${unitId}))`;

/** A colleague's hours are begun by any planner (many lead beyond their unit) and changed by those whom they concern. */
async function requireColleague({ tx, actor }: CommandContext, accountId: string, unitId: string): Promise<void> {
  const { rows } =
    await sql`select from class_leader where organisation_id = ${actor.organisationId} and id = ${accountId}
    and recorded_by <> ${actor.accountId} and not ${isOfUnit(sql`${accountId}::uuid`, actor.organisationId, unitId)}`.execute(
      tx,
    );
  if (rows.length > 0) throw new Problem("not_found", "class-leader.not_found");
}

/**
 * When somebody can lead. Hours of a colleague are one list for all units of the organisation: nobody is in two of them at once.
 * @throws Problem not_found (also hours that another unit wrote down of its own colleague) | conflict (changed meanwhile) | invalid `group.unknown_leader` | refused `class-leader.name_missing`
 */
export async function recordLeader(context: CommandContext, payload: RecordLeader): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { leaderId: id, unitId, kind, name, hours, away, ...card } = payload;
  if (!mayInUnit(context, programmeAccess["class-leader.record"], unitId))
    throw new Problem("not_found", "class-leader.not_found");
  const isColleague = kind === "COLLEAGUE";
  refuseIf([!isColleague && name === null ? "class-leader.name_missing" : null]);
  if (isColleague) await requireColleague(context, id, unitId);
  let version = 1;
  if (context.base === undefined) {
    const offered = kind === "VOLUNTEER" ? await volunteersToLead(context, unitId) : [];
    const isOfRegister = offered.some((each) => each.id === id);
    await context.tx
      .insertInto("classLeader")
      .values({
        organisationId,
        id,
        kind,
        accountId: isColleague ? id : null,
        unitId: isColleague ? null : unitId,
        volunteerId: isOfRegister ? id : null,
        name: isColleague || isOfRegister ? null : name,
        ...card,
        recordedBy: accountId,
      })
      .execute();
  } else {
    await lockRow(context, "class_leader", id, "class-leader.not_found");
    const known = await context.tx
      .selectFrom("classLeader")
      .select(["unitId", "version", "volunteerId"])
      .where("organisationId", "=", organisationId)
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const isKnown = known.unitId === null ? isColleague : known.unitId === unitId && !isColleague;
    if (!isKnown) throw new Problem("not_found", "class-leader.not_found");
    requireBase(context, known.version);
    await context.tx
      .updateTable("classLeader")
      .set({ kind, name: isColleague || known.volunteerId ? null : name, ...card })
      .where("organisationId", "=", organisationId)
      .where("id", "=", id)
      .execute();
    version = await bumpVersion(context, "class_leader", id);
  }
  await replaceHours(context, "class_leader_hours", id, hours);
  await replaceDays(context, "class_leader_away", id, away);
  await settleClassTask(context, { type: "class_leader", id });
  return { ids: { leader: id }, version, about: { type: "class_leader", id } };
}

/** Colleagues whose hours somebody wrote down, who leads in this unit without an account, and volunteers of its register who could. @throws Problem not_found for a unit out of reach */
export async function listLeaders(
  context: WorkContext,
  { unitId }: OfUnit,
): Promise<{ leaders: LeaderLine[]; volunteers: OfferedVolunteer[] }> {
  if (!mayInUnit(context, programmeAccess["class-leader.list"], unitId))
    throw new Problem("not_found", "project.unknown_unit");
  const { rows } =
    await sql<LeaderLine>`select l.id, l.kind, n.name, l.volunteer_id is not null as is_of_register, l.max_week_minutes, l.retired_on, l.version,
      ${hoursJson("class_leader_hours", sql.ref("l.organisation_id"), sql.ref("l.id"))} as hours,
      ${daysJson("class_leader_away", sql.ref("l.organisation_id"), sql.ref("l.id"))} as away,
      (select count(*)::int from held_session s where s.organisation_id = l.organisation_id and (s.leader_id = l.id or s.guest_id = l.id)
        and s.day >= ${context.today}) as ahead
    from class_leader l join named_class_leader n on n.organisation_id = l.organisation_id and n.id = l.id
    where l.organisation_id = ${context.actor.organisationId} and (l.unit_id is null or l.unit_id = ${unitId})
    order by l.retired_on is not null and l.retired_on <= ${context.today}, n.name, l.id ${atMost}`.execute(context.tx);
  const known = new Set(rows.map(({ id }) => id));
  return { leaders: rows, volunteers: (await volunteersToLead(context, unitId)).filter(({ id }) => !known.has(id)) };
}
