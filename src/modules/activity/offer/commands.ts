import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand } from "../../../platform/command.ts";
import { oneAtATime } from "../../../platform/oneAtATime.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { proposeAssessments, proposeFirstTalks, regularityOn } from "../../assessment/public.ts";
import { refuseForDead, requirePerson } from "../../casework/public.ts";
import { areWhereaboutsHidden, recordAliasPerson } from "../../person/public.ts";
import { activityAccess } from "../access.ts";
import { daysSeen } from "../daysSeen.ts";
import { requireUnit } from "../reach.ts";
import { RecordVisits, WithdrawVisit } from "./contract.ts";
import { refuseVisits, whoCame } from "./rules.ts";

onConstraint("offer_visit_key", "conflict", "record.id_taken");
onConstraint("offer_visit_once_a_day", "refused", "offer.already_there");

const said = { source: "F-39" };

/** A known person whom the actor may name. @throws Problem not_found `person.not_found` | refused `case.person_died` */
async function requireKnown(context: CommandContext, personId: string): Promise<void> {
  await requirePerson(context, activityAccess["offer-visit.record"], personId);
  if (await areWhereaboutsHidden(context, personId)) throw new Problem("not_found", "person.not_found");
  await refuseForDead(context, personId);
}

/**
 * A class of the unit on that day, which none of `guests` belongs to: a member stands in the register.
 * @throws Problem not_found `offer.session_not_found` | refused `offer.member_already`
 */
async function requireOpenClass(
  { tx, actor }: CommandContext,
  sessionId: string,
  { unitId, day, guests }: { unitId: string; day: string; guests: readonly string[] },
): Promise<void> {
  const { rows } = await sql<{ taken: boolean }>`select exists (select from group_membership m
      where m.organisation_id = s.organisation_id and m.group_id = s.group_id and m.valid_from <= s.day and coalesce(m.valid_until, s.day) >= s.day
        and exists (select from unnest(${[...guests]}::uuid[]) g (id) where m.person_id = any (same_person(g.id)))) as taken
    from held_session s join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
    where s.organisation_id = ${actor.organisationId} and s.id = ${sessionId} and s.day = ${day} and g.unit_id = ${unitId}`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Problem("not_found", "offer.session_not_found");
  refuseIf([row.taken ? "offer.member_already" : null], { source: "J7.6" });
}

/** Who of the named came that day for that service already, under any of their records: `person service`. */
async function thereAlready(
  { tx, actor }: CommandContext,
  { unitId, day, visits }: RecordVisits,
): Promise<ReadonlySet<string>> {
  const named = visits.flatMap((visit) => whoCame(visit) ?? []);
  const { rows } = await sql<{
    key: string;
  }>`select p.id || ' ' || v.service as key from unnest(${named}::uuid[]) p (id)
    join offer_visit v on v.organisation_id = ${actor.organisationId} and v.person_id = any (same_person(p.id))
      and v.unit_id = ${unitId} and v.day = ${day} and v.withdrawn_at is null`.execute(tx);
  return new Set(rows.map(({ key }) => key));
}

async function insert({ tx, actor }: CommandContext, { unitId, day, visits }: RecordVisits): Promise<void> {
  await tx
    .insertInto("offerVisit")
    .values(
      visits.map(({ visitId, service, minutes, sessionId, people, ...visit }) => ({
        organisationId: actor.organisationId,
        id: visitId,
        unitId,
        day,
        service,
        personId: whoCame(visit),
        people,
        minutes,
        sessionId,
        recordedBy: actor.accountId,
      })),
    )
    .execute();
}

/** Enters who came. Who comes regularly is proposed for an assessment. Source: docs/domain/rules.md R-S0-01, R-S0-02 */
async function record(context: CommandContext, { unitId, day, visits }: RecordVisits): Promise<Done> {
  await requireUnit(context, activityAccess["offer-visit.record"], unitId);
  refuseIf([refuseVisits(day, visits, context.today)], said);
  const people = visits.map(whoCame).filter((id) => id !== null);
  const newcomers = new Map(visits.flatMap(({ newcomer }) => (newcomer ? [[newcomer.personId, newcomer.alias]] : [])));
  for (const personId of new Set(visits.flatMap((visit) => visit.personId ?? [])))
    await requireKnown(context, personId);
  for (const [personId, alias] of newcomers) await recordAliasPerson(context, { personId, unitId, alias });
  for (const sessionId of new Set(visits.flatMap((visit) => visit.sessionId ?? [])))
    await requireOpenClass(context, sessionId, {
      unitId,
      day,
      guests: visits.filter((visit) => visit.sessionId === sessionId).flatMap((visit) => visit.personId ?? []),
    });
  // two lists of one evening: who stands on it already is left there
  await oneAtATime(context.tx, "offer day", `${unitId} ${day}`);
  const there = await thereAlready(context, { unitId, day, visits });
  const fresh = visits.filter((visit) => !there.has(`${whoCame(visit)} ${visit.service}`));
  if (fresh.length > 0) await insert(context, { unitId, day, visits: fresh });
  const { since } = await regularityOn(context, context.today);
  if (people.length > 0) {
    const days = await daysSeen(context, people, since);
    await proposeAssessments(context, days);
    await proposeFirstTalks(context, unitId, days);
  }
  const counted = fresh.reduce((sum, visit) => sum + visit.people, 0);
  return {
    ids: { unit: unitId, already: String(visits.length - fresh.length) },
    about: { type: "unit", id: unitId },
    detail: { day, people: counted },
  };
}

/** Takes back a visit entered in error; the row stays. @throws Problem not_found, also when it was taken back before */
async function withdraw(context: CommandContext, { visitId }: WithdrawVisit): Promise<Done> {
  const { tx, actor, now } = context;
  const { rows } = await sql<{ unitId: string; personId: string | null }>`select unit_id, person_id from offer_visit
    where organisation_id = ${actor.organisationId} and id = ${visitId} and withdrawn_at is null for update`.execute(
    tx,
  );
  const [row] = rows;
  if (!row || (row.personId && (await areWhereaboutsHidden(context, row.personId))))
    throw new Problem("not_found", "offer.visit_not_found");
  await requireUnit(context, activityAccess["offer-visit.withdraw"], row.unitId, "offer.visit_not_found");
  await tx
    .updateTable("offerVisit")
    .set({ withdrawnAt: now, withdrawnBy: actor.accountId })
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", visitId)
    .execute();
  return { ids: { visit: visitId }, about: { type: "offer-visit", id: visitId, personId: row.personId } };
}

export const offerCommands = [
  defineCommand({
    type: "offer-visit.record",
    v: 1,
    summary: "Enters who came to the open offer on a day, by name, by alias or counted",
    payload: RecordVisits,
    verb: activityAccess["offer-visit.record"],
    offline: true,
    run: record,
  }),
  defineCommand({
    type: "offer-visit.withdraw",
    v: 1,
    summary: "Takes back a visit entered in error",
    payload: WithdrawVisit,
    verb: activityAccess["offer-visit.withdraw"],
    offline: true,
    run: withdraw,
  }),
];
