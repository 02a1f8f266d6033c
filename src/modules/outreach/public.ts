import { type RawBuilder, sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { instantAt } from "../../platform/time/instant.ts";
import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";
import { type CardFields, InterventionLine } from "./contract.ts";
import { current, earlier } from "./reads.ts";
import { unseal, unsealText } from "./sealed.ts";

export { tellCoordinators } from "./coordinators.ts";
export { contactGates } from "./gates.ts";
export { findTeam, requireShift, requireUnit } from "./reach.ts";
export { current as currentCards } from "./reads.ts";
export { siteConflicts } from "./siteChange.ts";
export { frostBelow } from "./tonight.ts";

const timeZone = "Europe/Warsaw";

/** What is asked about: one shift, or a team's days from `from` to `to`, inclusive, in the organisation's time zone. */
export type StreetScope = { shiftId: string } | { unitId: string | readonly string[]; from: PlainDate; to: PlainDate };

function within(scope: StreetScope, table: string, instant: string): RawBuilder<boolean> {
  if ("shiftId" in scope) return sql`${sql.ref(`${table}.shift_id`)} = ${scope.shiftId}`;
  const { unitId, from, to } = scope;
  return sql`${sql.ref(`${table}.unit_id`)} = any (${[unitId].flat()}::uuid[]) and ${sql.ref(`${table}.${instant}`)} >= ${instantAt(from, "00:00", timeZone)}
    and ${sql.ref(`${table}.${instant}`)} < ${instantAt(addDays(to, 1), "00:00", timeZone)}`;
}

export type StreetCard = {
  id: string;
  /** The record that stays where people were merged. */
  personId: string | null;
  notSeenBefore: boolean;
  repeat: boolean;
  contactAt: string;
  siteId: string | null;
  area: string | null;
  siteType: string | null;
  sex: string;
  ageBand: string;
  needs: readonly string[];
  actions: readonly string[];
  documents: readonly string[];
  /** What the person's last card before this one that speaks of documents said; empty without one. */
  documentsBefore: readonly string[];
  shiftId: string | null;
  aid: CardFields["aid"];
  accompanimentHours: number | null;
  workerIds: readonly string[];
};

const documentsBefore = sql`coalesce((select b.documents from contact_card b
    where b.organisation_id = c.organisation_id and b.person_id = any (same_person(c.person_id)) and (b.contact_at, b.id) < (c.contact_at, c.id)
      and b.id is distinct from c.corrects_id and cardinality(b.documents) > 0
      and not exists (select from contact_card n where n.organisation_id = b.organisation_id and n.corrects_id = b.id)
    order by b.contact_at desc, b.id desc limit 1), '{}')`;

/** Current cards of a shift or a team's days as counting needs them, by time. Source: docs/domain/rules.md R-OUT-03 to 05 */
export async function cardsOf(context: WorkContext, scope: StreetScope): Promise<StreetCard[]> {
  const { rows } = await sql<Omit<StreetCard, "accompanimentHours"> & { accompanimentHours: string | null }>`
    select c.id, (select m.id from person m where m.organisation_id = c.organisation_id and m.id = any (same_person(c.person_id)) and m.merged_into is null) as person_id,
      c.not_seen_before, e.number > 0 as repeat, c.contact_at, c.site_id, s.area, s.site_type, c.sex, c.age_band, c.needs, c.actions, c.accompaniment_hours,
      c.shift_id, c.documents, case when c.documents && '{ID_VALID,RESIDENCE_CARD_VALID}' then ${documentsBefore} else '{}' end as documents_before,
      (select coalesce(json_agg(json_build_object('item', a.item, 'quantity', a.quantity) order by a.item), '[]')
        from contact_aid a where a.organisation_id = c.organisation_id and a.contact_id = c.id) as aid,
      (select coalesce(json_agg(w.account_id), '[]') from contact_worker w where w.organisation_id = c.organisation_id and w.contact_id = c.id) as worker_ids
    from contact_card c cross join ${earlier} e
      left join outreach_site s on s.organisation_id = c.organisation_id and s.id = c.site_id
    where c.organisation_id = ${context.actor.organisationId} and ${current} and ${within(scope, "c", "contact_at")}
    order by c.contact_at, c.id limit 20000`.execute(context.tx);
  return rows.map((row) => ({
    ...row,
    contactAt: instantOf(row.contactAt),
    accompanimentHours: row.accompanimentHours === null ? null : Number(row.accompanimentHours),
  }));
}

export type StreetVisit = {
  siteId: string;
  visitedAt: string;
  leftAt: string | null;
  people: number;
  men: number | null;
  women: number | null;
  children: number | null;
};

/** Visits without a card in one shift, by time. */
export async function visitsOf(context: WorkContext, shiftId: string): Promise<StreetVisit[]> {
  const { rows } =
    await sql<StreetVisit>`select site_id, visited_at, left_at, people, men, women, children from outreach_site_visit
    where organisation_id = ${context.actor.organisationId} and shift_id = ${shiftId} order by visited_at, id ${atMost}`.execute(
      context.tx,
    );
  return rows.map((row) => ({
    ...row,
    visitedAt: instantOf(row.visitedAt),
    leftAt: row.leftAt && instantOf(row.leftAt),
  }));
}

/** Accompaniment that was recorded by itself, with whom it was done by. */
export async function assistanceOf(context: WorkContext, scope: StreetScope): Promise<{ hours: number; by: string }[]> {
  const where =
    "shiftId" in scope
      ? sql`r.shift_id = ${scope.shiftId}`
      : sql`a.unit_id = any (${[scope.unitId].flat()}::uuid[]) and ${days(scope)}`;
  const { rows } = await sql<{ hours: string; by: string }>`select r.hours, r.recorded_by as by
    from assistance_result r join assistance a on a.organisation_id = r.organisation_id and a.id = r.assistance_id
    where r.organisation_id = ${context.actor.organisationId} and ${where} order by r.started_at, a.id limit 20000`.execute(
    context.tx,
  );
  return rows.map(({ hours, by }) => ({ hours: Number(hours), by }));
}

const days = ({ from, to }: { from: PlainDate; to: PlainDate }) =>
  sql`r.started_at >= ${instantAt(from, "00:00", timeZone)} and r.started_at < ${instantAt(addDays(to, 1), "00:00", timeZone)}`;

const Detail = InterventionLine.pick({ kind: true, outcome: true, placeText: true, note: true });

/** Emergencies, by time. */
export async function interventionsOf(context: WorkContext, scope: StreetScope): Promise<InterventionLine[]> {
  const { rows } = await sql<
    Omit<InterventionLine, "kind" | "outcome" | "placeText" | "note"> & { detailSealed: Buffer }
  >`select i.id, i.services, i.called_at, i.arrived_at, i.ended_at, i.detail_sealed, s.name as site_name, m.display_name as by
    from outreach_intervention i join membership m on m.organisation_id = i.organisation_id and m.account_id = i.recorded_by
      left join outreach_site s on s.organisation_id = i.organisation_id and s.id = i.site_id
    where i.organisation_id = ${context.actor.organisationId} and ${within(scope, "i", "called_at")}
    order by i.called_at, i.id ${atMost}`.execute(context.tx);
  return rows.map(({ detailSealed, ...row }) => ({
    ...row,
    ...Detail.parse(unseal(context, "outreach.intervention", row.id, detailSealed)),
    calledAt: instantOf(row.calledAt),
    arrivedAt: row.arrivedAt && instantOf(row.arrivedAt),
    endedAt: row.endedAt && instantOf(row.endedAt),
  }));
}

export type StreetIncident = {
  id: string;
  kind: string;
  happenedAt: string;
  injured: boolean;
  reportedTo: readonly string[];
  note: string | null;
};

/** What happened to the workers, by time. */
export async function incidentsOf(context: WorkContext, scope: StreetScope): Promise<StreetIncident[]> {
  const { rows } = await sql<
    Omit<StreetIncident, "note"> & { noteSealed: Buffer | null }
  >`select i.id, i.kind, i.happened_at, i.injured, i.reported_to, i.note_sealed from outreach_incident i
    where i.organisation_id = ${context.actor.organisationId} and ${within(scope, "i", "happened_at")}
    order by i.happened_at, i.id ${atMost}`.execute(context.tx);
  return rows.map(({ noteSealed, ...row }) => ({
    ...row,
    happenedAt: instantOf(row.happenedAt),
    note: unsealText(context, "outreach.incident", row.id, noteSealed),
  }));
}

/** How many minors without a guardian a team told of in some days, inclusive. */
export async function countMinorAlerts(context: WorkContext, unitId: string, from: PlainDate, to: PlainDate) {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from event
    where organisation_id = ${context.actor.organisationId} and kind = 'outreach.alert' and detail ->> 'alert' = 'MINOR_WITHOUT_GUARDIAN'
      and detail ->> 'unitId' = ${unitId} and occurred_at >= ${instantAt(from, "00:00", timeZone)}
      and occurred_at < ${instantAt(addDays(to, 1), "00:00", timeZone)}`.execute(context.tx);
  return rows[0]?.n ?? 0;
}

/** How many contacts in the street with a person stand on some days, inclusive, corrected ones once. The caller has asked who reads it. */
export async function countContactsWith(
  context: WorkContext,
  { personId, from, until }: { personId: string; from: PlainDate; until: PlainDate },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from contact_card c
    where c.organisation_id = ${context.actor.organisationId} and c.person_id = any (same_person(${personId})) and ${current}
      and c.contact_at >= ${instantAt(from, "00:00", timeZone)} and c.contact_at < ${instantAt(addDays(until, 1), "00:00", timeZone)}`.execute(
    context.tx,
  );
  return rows[0]?.n ?? 0;
}
