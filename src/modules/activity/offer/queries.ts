import { sql } from "kysely";
import { z } from "zod";
import { reachesOf } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { endOfMonth, type PlainDate, plainDate } from "../../../platform/time/plainDate.ts";
import { PlainDate as Day } from "../../../platform/time/schemas.ts";
import { hiddenAmongIds, shortName, whereaboutsHidden } from "../../person/public.ts";
import { activityAccess } from "../access.ts";
import { requireUnit } from "../reach.ts";
import { OfferDay, OfferMonth, OfferUnits } from "./contract.ts";
import { cameLately } from "./lately.ts";

/** Units whose open offer the actor works in; those of the whole organisation for whoever only counts. */
async function listUnits({ tx, actor }: WorkContext): Promise<OfferUnits> {
  const all = reachesOf(actor, activityAccess["offer-visit.read-month"]).has("organisation");
  const { rows } = await sql<OfferUnits["units"][number]>`select u.id, u.name from unit u
    where u.organisation_id = ${actor.organisationId} and (u.id = any (${[...actor.unitIds]}::uuid[])
      or ${all} and exists (select from offer_visit v where v.organisation_id = u.organisation_id and v.unit_id = u.id))
    order by u.name, u.id ${atMost}`.execute(tx);
  return { units: rows };
}

type Wish = { unitId: string; day: PlainDate };

async function visitsOn({ tx, actor }: WorkContext, { unitId, day }: Wish): Promise<OfferDay["visits"]> {
  const { rows } = await sql<OfferDay["visits"][number]>`select v.id, v.service, v.person_id,
      case when p.id is not null then ${shortName("p")} end as person_name, v.people, v.minutes, g.name as session_name, m.display_name as by
    from offer_visit v
      join membership m on m.organisation_id = v.organisation_id and m.account_id = v.recorded_by
      left join person p on p.organisation_id = v.organisation_id and p.id = v.person_id
      left join class_session s on s.organisation_id = v.organisation_id and s.id = v.session_id
      left join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
    where v.organisation_id = ${actor.organisationId} and v.unit_id = ${unitId} and v.day = ${day} and v.withdrawn_at is null
    order by v.recorded_at, v.id ${atMost}`.execute(tx);
  return rows;
}

async function sessionsOn({ tx, actor }: WorkContext, { unitId, day }: Wish): Promise<OfferDay["sessions"]> {
  const { rows } = await sql<
    OfferDay["sessions"][number]
  >`select s.id, g.name, to_char(s.starts_at, 'HH24:MI') as starts_at
    from held_session s join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
    where s.organisation_id = ${actor.organisationId} and g.unit_id = ${unitId} and s.day = ${day} order by s.starts_at, g.name, s.id ${atMost}`.execute(
    tx,
  );
  return rows;
}

/** What stands on a day. Of people of whom the reader may not know where they are, only how many. @throws Problem not_found */
async function readDay(context: WorkContext, wish: Wish): Promise<OfferDay> {
  await requireUnit(context, activityAccess["offer-visit.read-day"], wish.unitId);
  const visits = await visitsOn(context, wish);
  const hidden = await hiddenAmongIds(
    context,
    visits.flatMap(({ personId }) => personId ?? []),
  );
  const lately = await cameLately(context, { unitIds: [wish.unitId], day: wish.day }, (personId) =>
    whereaboutsHidden(context, personId),
  );
  const shown = visits.filter(({ personId }) => personId === null || !hidden.has(personId));
  return {
    day: wish.day,
    mayWrite: reachesOf(context.actor, activityAccess["offer-visit.record"]).size > 0,
    visits: shown,
    hidden: visits.length - shown.length,
    sessions: await sessionsOn(context, wish),
    lately: lately.map(({ personId, name, days }) => ({ personId, name, days })),
  };
}

const counts = sql`coalesce(sum(v.people), 0)::int as people, count(distinct coalesce(p.merged_into, p.id))::int as named,
  coalesce(sum(v.people) filter (where v.person_id is null), 0)::int as counted, coalesce(sum(v.minutes * v.people), 0)::int as minutes`;

/** A month in numbers, by service and by day; nobody is named. @throws Problem not_found */
async function readMonth(
  context: WorkContext,
  { unitId, month }: { unitId: string; month: string },
): Promise<OfferMonth> {
  await requireUnit(context, activityAccess["offer-visit.read-month"], unitId);
  const first = plainDate(`${month}-01`);
  const came = sql`from offer_visit v left join person p on p.organisation_id = v.organisation_id and p.id = v.person_id
    where v.organisation_id = ${context.actor.organisationId} and v.unit_id = ${unitId} and v.withdrawn_at is null
      and v.day between ${first}::date and ${endOfMonth(first)}::date`;
  const { rows: whole } = await sql<Omit<OfferMonth, "month" | "days" | "services">>`select ${counts} ${came}`.execute(
    context.tx,
  );
  const { rows: services } = await sql<
    OfferMonth["services"][number]
  >`select v.service, ${counts} ${came} group by v.service order by v.service ${atMost}`.execute(context.tx);
  const { rows: days } = await sql<
    OfferMonth["days"][number]
  >`select v.day, sum(v.people)::int as people ${came} group by v.day order by v.day ${atMost}`.execute(context.tx);
  const [total] = whole;
  return { month, people: 0, named: 0, counted: 0, minutes: 0, ...total, services, days };
}

export const offerQueries = [
  defineQuery({
    name: "offer-visit.list-units",
    method: "GET",
    path: "/open-offer/units",
    summary: "Units whose open offer one works in or counts",
    input: z.strictObject({}),
    answer: OfferUnits,
    verb: activityAccess["offer-visit.list-units"],
    audit: null,
    run: listUnits,
  }),
  defineQuery({
    name: "offer-visit.read-day",
    method: "GET",
    path: "/open-offer/:unitId/days/:day",
    summary: "Who came to the open offer of a unit on a day",
    input: z.strictObject({ unitId: z.uuid(), day: Day }),
    answer: OfferDay,
    verb: activityAccess["offer-visit.read-day"],
    audit: ({ unitId }) => ({ objectType: "unit", objectId: unitId }),
    run: readDay,
  }),
  defineQuery({
    name: "offer-visit.read-month",
    method: "GET",
    path: "/open-offer/:unitId/months/:month",
    summary: "A month of the open offer in numbers, nobody named",
    input: z.strictObject({ unitId: z.uuid(), month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
    answer: OfferMonth,
    verb: activityAccess["offer-visit.read-month"],
    audit: null,
    run: readMonth,
  }),
];
