import { sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import { readColumns } from "../../../platform/db.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { AttendanceStatus } from "../rules.ts";
import type { AbsenceKind } from "./codes.ts";

export { type AbsenceEffect, absenceEffects } from "./effects.ts";

/** A class of a person in a unit, with the mark that counts; `minutes` as it was held, once its register is closed. */
export type ClassOfPerson = {
  personId: string;
  sessionId: string;
  day: PlainDate;
  minutes: number;
  status: AttendanceStatus | null;
  closed: boolean;
};

/**
 * Classes of people in the groups of a unit, each from a day of their own to one day, inclusive, by membership on the day of the class.
 * People are asked for by the record that stays, and what their other records hold comes with them. The caller has asked who sees them.
 *
 * `limit 1` has each mark looked up by its class and person; without it all marks of the organisation are read and joined.
 */
export async function classesOfPeople(
  { tx, actor }: WorkContext,
  { unitId, people, to }: { unitId: string; people: readonly { personId: string; from: PlainDate }[]; to: PlainDate },
): Promise<ClassOfPerson[]> {
  if (people.length === 0) return [];
  return readColumns<ClassOfPerson>(
    tx,
    ["personId", "sessionId", "day", "minutes", "status", "closed"],
    sql`with who as (select w."personId" as id, w."from" from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as w("personId" uuid, "from" date)),
      one as (
        select distinct on (w.id, s.id) w.id as person_id, s.id as session_id, s.day, s.starts_at, coalesce(c.held_minutes, s.minutes) as minutes,
          a.status, c.session_id is not null as closed
        from who w join person p on p.organisation_id = ${actor.organisationId} and (p.id = w.id or p.merged_into = w.id)
          join group_membership m on m.organisation_id = ${actor.organisationId} and m.person_id = p.id
          join class_group g on g.organisation_id = ${actor.organisationId} and g.id = m.group_id and g.unit_id = ${unitId}
          join held_session s on s.organisation_id = ${actor.organisationId} and s.group_id = m.group_id
            and s.day between greatest(m.valid_from, w."from") and least(coalesce(m.valid_until, ${to}::date), ${to}::date)
          left join register_closing c on c.organisation_id = ${actor.organisationId} and c.session_id = s.id
          left join lateral (select t.status, t.occurred_at from counting_attendance t
            where t.organisation_id = ${actor.organisationId} and t.session_id = s.id and t.person_id = p.id limit 1) a on true
        order by w.id, s.id, a.status is null, a.occurred_at desc)
    select person_id, session_id, day, minutes, status, closed from one order by person_id, day, starts_at, session_id`,
  );
}

/** Who of these people, by the record that stays, was ever marked sick. */
export async function everMarkedSick(
  { tx, actor }: WorkContext,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct coalesce(p.merged_into, p.id) as id from person p
      join attendance_entry e on e.organisation_id = p.organisation_id and e.person_id = p.id and e.status = 'SICK'
    where p.organisation_id = ${actor.organisationId} and coalesce(p.merged_into, p.id) = any (${[...personIds]}::uuid[])`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}

/** An excuse that waits for its answer or was accepted. Both days inclusive. */
export type StandingExcuse = {
  id: string;
  ipzsId: string;
  kind: AbsenceKind;
  from: PlainDate;
  to: PlainDate;
  accepted: boolean;
  hasDocument: boolean;
};

/** Excuses of some programmes that wait or were accepted, oldest first. The caller has asked who sees them. */
export async function excusesOf({ tx, actor }: WorkContext, ipzsIds: readonly string[]): Promise<StandingExcuse[]> {
  if (ipzsIds.length === 0) return [];
  const { rows } = await sql<StandingExcuse>`
    select id, ipzs_id, kind, from_on as from, to_on as to, state = 'ACCEPTED' as accepted, document_on is not null as has_document
    from standing_excuse where organisation_id = ${actor.organisationId} and ipzs_id = any (${[...ipzsIds]}::uuid[])
      and state in ('ASKED', 'ACCEPTED') order by from_on, id`.execute(tx);
  return rows;
}

/** Meals that closed registers of a unit say were given between two days, both inclusive; null where none of them says so. Source: docs/domain/rules.md R-CIS-08 */
export async function mealsGiven(
  { tx, actor }: WorkContext,
  { unitId, from, to }: { unitId: string; from: PlainDate; to: PlainDate },
): Promise<number | null> {
  const { rows } = await sql<{ meals: number | null }>`select sum(c.meals_issued)::int as meals
    from class_group g join held_session s on s.organisation_id = g.organisation_id and s.group_id = g.id and s.day between ${from} and ${to}
      join register_closing c on c.organisation_id = s.organisation_id and c.session_id = s.id
    where g.organisation_id = ${actor.organisationId} and g.unit_id = ${unitId}`.execute(tx);
  return rows[0]?.meals ?? null;
}
