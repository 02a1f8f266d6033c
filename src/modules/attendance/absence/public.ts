import { type RawBuilder, sql } from "kysely";
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

/** People by the record that stays, each from a day of their own; `to` inclusive. */
type OfUnit = { unitId: string; people: readonly { personId: string; from: PlainDate }[]; to: PlainDate };

/**
 * Classes of people in the groups of a unit, each from a day of their own to one day, inclusive, by membership on the day of the class.
 * People are asked for by the record that stays, and what their other records hold comes with them. The caller has asked who sees them.
 */
export const classesOfPeople = (context: WorkContext, of: OfUnit): Promise<ClassOfPerson[]> =>
  classesOn(context, of, sql``, sql``);

/**
 * Of `classesOfPeople` those of days that may be anything else than there or free: with a mark of an absence on one of its classes, even
 * one that does not count any more, or within `asked`. Of such a day all classes.
 */
export const classesOfDaysAway = (
  context: WorkContext,
  of: OfUnit & { asked: readonly { personId: string; from: PlainDate; to: PlainDate }[] },
): Promise<ClassOfPerson[]> => {
  const { organisationId } = context.actor;
  const away = sql`away as materialized (
      select w.id, s.day from who w join attendance_entry e on e.organisation_id = ${organisationId} and e.person_id = w.record_id
          and e.status in ('ABSENT_UNEXCUSED', 'ABSENT_EXCUSED', 'SICK', 'DAY_OFF')
        join held_session s on s.organisation_id = ${organisationId} and s.id = e.session_id and s.day between w."from" and ${of.to}
      union select a."personId", d.day::date from jsonb_to_recordset(${JSON.stringify(of.asked)}::jsonb) as a("personId" uuid, "from" date, "to" date),
        generate_series(a."from", least(a."to", ${of.to}::date), '1 day') d (day)),`;
  return classesOn(context, of, away, sql`join away d on d.id = w.id and d.day = s.day`);
};

/** `limit 1` has each mark looked up by its class and person; without it all marks of the organisation are read and joined. */
async function classesOn(
  { tx, actor }: WorkContext,
  { unitId, people, to }: OfUnit,
  days: RawBuilder<unknown>,
  onThem: RawBuilder<unknown>,
): Promise<ClassOfPerson[]> {
  if (people.length === 0) return [];
  return readColumns<ClassOfPerson>(
    tx,
    ["personId", "sessionId", "day", "minutes", "status", "closed"],
    sql`with given as (select g."personId" as id, g."from" from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as g("personId" uuid, "from" date)),
      who as materialized (select g.id, g."from", g.id as record_id from given g
        union all select g.id, g."from", p.id from given g join person p on p.organisation_id = ${actor.organisationId} and p.merged_into = g.id),
      ${days}
      one as (
        select distinct on (w.id, s.id) w.id as person_id, s.id as session_id, s.day, s.starts_at, coalesce(c.held_minutes, s.minutes) as minutes,
          a.status, c.session_id is not null as closed
        from who w join group_membership m on m.organisation_id = ${actor.organisationId} and m.person_id = w.record_id
          join class_group g on g.organisation_id = ${actor.organisationId} and g.id = m.group_id and g.unit_id = ${unitId}
          join held_session s on s.organisation_id = ${actor.organisationId} and s.group_id = m.group_id
            and s.day between greatest(m.valid_from, w."from") and least(coalesce(m.valid_until, ${to}::date), ${to}::date)
          ${onThem}
          left join register_closing c on c.organisation_id = ${actor.organisationId} and c.session_id = s.id
          left join lateral (select t.status, t.occurred_at from counting_attendance t
            where t.organisation_id = ${actor.organisationId} and t.session_id = s.id and t.person_id = w.record_id limit 1) a on true
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
