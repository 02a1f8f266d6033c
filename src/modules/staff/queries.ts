import { sql } from "kysely";
import { z } from "zod";
import { may, reachesOf } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { unsealJson as open } from "../../platform/keys/sealedJson.ts";
import { type PlainDate, partsOf, plainDate } from "../../platform/time/plainDate.ts";
import { staffAccess } from "./access.ts";
import {
  type AvailableSlot,
  type VolunteerAgreement,
  VolunteerCard,
  VolunteerHours,
  type VolunteerLine,
  VolunteerList,
} from "./contract.ts";
import { ledOf, ledOtherwise, ledWaiting, proposalsFor } from "./led.ts";
import { holdsOn, isMinor, lacksOfAgreement } from "./rules.ts";
import { agreementRules, agreementsOf, ownUnits, purposes, requireVolunteer } from "./store.ts";

const text = z.string();

/** Hours of a week in which a volunteer can come, as SQL: the newest set. */
const slotsOf = sql<AvailableSlot[]>`coalesce((select w.slots from volunteer_availability w
  where w.organisation_id = v.organisation_id and w.volunteer_id = v.id order by w.recorded_at desc, w.id desc limit 1), '[]')`;

type ListRow = Omit<VolunteerLine, "agreement" | "waiting"> & {
  number: string | null;
  startsOn: PlainDate | null;
  endsOn: PlainDate | null;
  endedOn: PlainDate | null;
};

/** Volunteers of the actor's units, who helps now first. */
async function list(context: WorkContext): Promise<VolunteerList> {
  const { actor, today } = context;
  const yearBegan = plainDate(`${partsOf(today).year}-01-01`);
  const { rows } =
    await sql<ListRow>`select v.id, u.name as unit_name, v.first_name || ' ' || v.last_name as name, ${slotsOf} as slots,
      g.number, g.starts_on, g.ends_on, g.ended_on, h.minutes, h.last_on
    from volunteer v join unit u on u.organisation_id = v.organisation_id and u.id = v.unit_id
      left join lateral (select a.number, a.starts_on, a.ends_on, e.ended_on from volunteer_agreement a
        left join volunteer_agreement_ending e on e.organisation_id = a.organisation_id and e.agreement_id = a.id
        where a.organisation_id = v.organisation_id and a.volunteer_id = v.id and a.withdrawn_at is null
        order by a.starts_on <= ${today} and coalesce(e.ended_on, a.ends_on, ${today}) >= ${today} desc, a.starts_on desc, a.id desc limit 1) g on true
      cross join lateral (select coalesce(sum(x.minutes) filter (where x.day >= ${yearBegan}), 0)::int as minutes, max(x.day) as last_on
        from volunteer_hours x join volunteer_agreement y on y.organisation_id = x.organisation_id and y.id = x.agreement_id
        where x.organisation_id = v.organisation_id and y.volunteer_id = v.id and x.withdrawn_at is null) h
    where v.organisation_id = ${actor.organisationId} and v.unit_id = any (${[...actor.unitIds]}::uuid[])
    order by coalesce(g.starts_on <= ${today} and coalesce(g.ended_on, g.ends_on, ${today}) >= ${today}, false) desc, v.last_name, v.first_name, v.id ${atMost}`.execute(
      context.tx,
    );
  const mayKeep = reachesOf(actor, staffAccess["volunteer.record"]).size > 0;
  const confirms = reachesOf(actor, staffAccess["volunteer-hours.confirm"]).size > 0;
  const waiting =
    confirms &&
    (await ledWaiting(
      context,
      rows.map(({ id }) => id),
    ));
  return {
    volunteers: rows.map(({ number, startsOn, endsOn, endedOn, ...row }) => ({
      ...row,
      waiting: (waiting && waiting.get(row.id)?.length) || 0,
      agreement:
        number === null || startsOn === null
          ? null
          : { number, startsOn, endsOn: endedOn ?? endsOn, holds: holdsOn({ startsOn, endsOn, endedOn }, today) },
    })),
    units: await ownUnits(context),
    mayKeep,
    rules: await agreementRules(context, today),
  };
}

async function certificatesOf(
  { tx, actor }: WorkContext,
  volunteerId: string,
): Promise<(VolunteerAgreement["certificates"][number] & { agreementId: string })[]> {
  const { rows } = await sql<
    VolunteerAgreement["certificates"][number] & { agreementId: string }
  >`select c.id, c.agreement_id, c.number, c.issued_on, c.until_on, c.minutes
    from volunteer_certificate c join volunteer_agreement a on a.organisation_id = c.organisation_id and a.id = c.agreement_id
    where c.organisation_id = ${actor.organisationId} and a.volunteer_id = ${volunteerId} order by c.issued_on desc, c.id desc ${atMost}`.execute(
    tx,
  );
  return rows;
}

type HoursRow = Omit<VolunteerCard["hours"][number], "otherwise"> & { sourceId: string | null };

async function hoursOf({ tx, actor }: WorkContext, volunteerId: string): Promise<HoursRow[]> {
  const { rows } =
    await sql<HoursRow>`select h.id, a.number as agreement_number, h.day, h.minutes, h.task, m.display_name as by, h.source, h.source_id
    from volunteer_hours h join volunteer_agreement a on a.organisation_id = h.organisation_id and a.id = h.agreement_id
      join membership m on m.organisation_id = h.organisation_id and m.account_id = h.recorded_by
    where h.organisation_id = ${actor.organisationId} and a.volunteer_id = ${volunteerId} and h.withdrawn_at is null
    order by h.day desc, h.id desc ${atMost}`.execute(tx);
  return rows;
}

async function expensesOf({ tx, actor }: WorkContext, volunteerId: string): Promise<VolunteerCard["expenses"]> {
  const { rows } = await sql<VolunteerCard["expenses"][number]>`select x.id, x.day, x.amount_grosze, x.what
    from volunteer_expense x join volunteer_agreement a on a.organisation_id = x.organisation_id and a.id = x.agreement_id
    where x.organisation_id = ${actor.organisationId} and a.volunteer_id = ${volunteerId} and x.withdrawn_at is null order by x.day desc, x.id desc ${atMost}`.execute(
    tx,
  );
  return rows;
}

async function trainingsOf({ tx, actor }: WorkContext, volunteerId: string): Promise<VolunteerCard["trainings"]> {
  const { rows } = await sql<VolunteerCard["trainings"][number]>`select id, held_on, topic from volunteer_training
    where organisation_id = ${actor.organisationId} and volunteer_id = ${volunteerId} order by held_on desc, id desc ${atMost}`.execute(
    tx,
  );
  return rows;
}

async function slotsOfOne({ tx, actor }: WorkContext, volunteerId: string): Promise<AvailableSlot[]> {
  const { rows } = await sql<{
    slots: AvailableSlot[];
  }>`select ${slotsOf} as slots from volunteer v where v.organisation_id = ${actor.organisationId} and v.id = ${volunteerId}`.execute(
    tx,
  );
  return rows[0]?.slots ?? [];
}

/** @throws Problem not_found `volunteer.not_found` */
export async function readVolunteer(context: WorkContext, volunteerId: string): Promise<VolunteerCard> {
  const { details, ...volunteer } = await requireVolunteer(context, staffAccess["volunteer.read"], volunteerId);
  const mayKeep = may(context.actor, staffAccess["volunteer.read-whole"], { unit: true });
  const certificates = await certificatesOf(context, volunteerId);
  const stored = await agreementsOf(context, { volunteerId });
  const confirms = may(context.actor, staffAccess["volunteer-hours.confirm"], { unit: true });
  const hours = await hoursOf(context, volunteerId);
  const led = confirms || hours.some(({ source }) => source !== null) ? await ledOf(context, volunteerId) : [];
  const otherwise = ledOtherwise(hours, led);
  const agreements = stored.map(
    ({
      volunteerId: _,
      endedOn,
      endedBy,
      endSealed,
      lastHoursOn: _last,
      settlings: _settlings,
      ...agreement
    }): VolunteerAgreement => ({
      ...agreement,
      expensesGrosze: mayKeep ? agreement.expensesGrosze : 0,
      ending:
        endedOn === null
          ? null
          : {
              endedOn,
              reason: mayKeep && endSealed ? text.parse(open(context, purposes.ending, agreement.id, endSealed)) : "",
              by: endedBy ?? "",
            },
      holds: holdsOn({ ...agreement, endedOn }, context.today),
      lacks: endedOn === null ? lacksOfAgreement({ ...agreement, birthDate: details.birthDate }) : [],
      certificates: certificates
        .filter(({ agreementId }) => agreementId === agreement.id)
        .map(({ agreementId: _agreement, ...certificate }) => certificate),
    }),
  );
  return {
    ...volunteer,
    mayKeep,
    details: mayKeep ? details : null,
    minor: isMinor(details.birthDate, context.today),
    slots: await slotsOfOne(context, volunteerId),
    trainings: await trainingsOf(context, volunteerId),
    agreements,
    hours: hours.map(({ sourceId: _, ...row }) => ({
      ...row,
      otherwise: otherwise.has(row.id) ? { minutes: otherwise.get(row.id) ?? null } : null,
    })),
    proposals: confirms ? await proposalsFor(context, { volunteerId, led }, stored) : [],
    expenses: mayKeep ? await expensesOf(context, volunteerId) : [],
    units: mayKeep ? await ownUnits(context) : [],
  };
}

/** Hours of one year by month, nobody named: of the whole organisation, or of the reader's units. */
async function readHours(context: WorkContext, { year }: { year: number }): Promise<VolunteerHours> {
  const { tx, actor } = context;
  const all = reachesOf(actor, staffAccess["volunteer.read-hours"]).has("organisation");
  const logged = sql`from volunteer_hours h join volunteer_agreement a on a.organisation_id = h.organisation_id and a.id = h.agreement_id
      join volunteer v on v.organisation_id = a.organisation_id and v.id = a.volunteer_id
    where h.organisation_id = ${actor.organisationId} and h.withdrawn_at is null and h.day >= make_date(${year}, 1, 1) and h.day < make_date(${year + 1}, 1, 1)
      and (${all} or v.unit_id = any (${[...actor.unitIds]}::uuid[]))`;
  const { rows: months } = await sql<
    VolunteerHours["months"][number]
  >`select extract(month from h.day)::int as month, count(distinct v.id)::int as volunteers, sum(h.minutes)::int as minutes
    ${logged} group by 1 order by 1 ${atMost}`.execute(tx);
  const { rows } = await sql<{ volunteers: number; minutes: number }>`select count(distinct v.id)::int as volunteers,
    coalesce(sum(h.minutes), 0)::int as minutes ${logged}`.execute(tx);
  return { year, months, minutes: rows[0]?.minutes ?? 0, volunteers: rows[0]?.volunteers ?? 0 };
}

export const staffQueries = [
  defineQuery({
    name: "volunteer.list",
    method: "GET",
    path: "/volunteers",
    summary: "Volunteers of one's units",
    input: z.strictObject({}),
    answer: VolunteerList,
    verb: staffAccess["volunteer.list"],
    audit: null,
    run: list,
  }),
  defineQuery({
    name: "volunteer.read",
    method: "GET",
    path: "/volunteers/:volunteerId",
    summary: "A volunteer: agreements, hours, expenses, training, certificates",
    input: z.strictObject({ volunteerId: z.uuid() }),
    answer: VolunteerCard,
    verb: staffAccess["volunteer.read"],
    audit: ({ volunteerId }) => ({ objectType: "volunteer", objectId: volunteerId }),
    run: (context, { volunteerId }) => readVolunteer(context, volunteerId),
  }),
  defineQuery({
    name: "volunteer.read-hours",
    method: "GET",
    path: "/volunteers-hours",
    summary: "Hours of volunteers by month, nobody named",
    input: z.strictObject({ year: z.coerce.number().int().min(2000).max(2199) }),
    answer: VolunteerHours,
    verb: staffAccess["volunteer.read-hours"],
    audit: null,
    run: readHours,
  }),
];
