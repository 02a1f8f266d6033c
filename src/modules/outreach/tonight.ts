import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { parameterOn } from "../../platform/law.ts";
import { hoursAfter, instantAt, todayIn } from "../../platform/time/instant.ts";
import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";
import { openTasksFrom } from "../casework/public.ts";
import { outreachAccess } from "./access.ts";
import { detailOf, isStillPlanned } from "./assistance.ts";
import { type ShiftView, SiteLine, Tonight } from "./contract.ts";
import { countCards, current, placeHidden, streetName } from "./reads.ts";
import { frostEffects, siteDueOn } from "./rules.ts";
import { unseal, unsealText } from "./sealed.ts";

const timeZone = "Europe/Warsaw";

/** Degrees below which a frost alert holds, as the parameter says today. Source: docs/domain/rules.md R-OUT-07 */
export async function frostBelow(context: WorkContext): Promise<number> {
  return Number((await parameterOn(context.tx, "FROST_BELOW", context.today)).value);
}

/** The latest shift that the actor is in and that goes on. */
async function findMyShift(context: WorkContext): Promise<ShiftView | null> {
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql<
    Omit<ShiftView, "frost" | "counts">
  >`select s.id, s.unit_id, s.started_at, s.planned_end, s.lowest_celsius, s.route_id,
      (select json_agg(json_build_object('id', a.account_id, 'name', m.display_name) order by m.display_name) from outreach_shift_member a
        join membership m on m.organisation_id = a.organisation_id and m.account_id = a.account_id
        where a.organisation_id = s.organisation_id and a.shift_id = s.id) as members
    from outreach_shift s join outreach_shift_member me on me.organisation_id = s.organisation_id and me.shift_id = s.id and me.account_id = ${accountId}
    where s.organisation_id = ${organisationId}
      and not exists (select from outreach_shift_ending e where e.organisation_id = s.organisation_id and e.shift_id = s.id)
    order by s.started_at desc, s.id limit 1`.execute(context.tx);
  const [shift] = rows;
  if (!shift) return null;
  return {
    ...shift,
    startedAt: instantOf(shift.startedAt),
    plannedEnd: shift.plannedEnd && instantOf(shift.plannedEnd),
    frost: shift.lowestCelsius === null ? [] : [...frostEffects(shift.lowestCelsius, await frostBelow(context))],
    counts: await countCards(context, sql`c.shift_id = ${shift.id}`),
  };
}

type DueRow = Omit<Tonight["due"][number], "nextStep" | "dueOn" | "planned"> & {
  cardId: string;
  stepSealed: Buffer | null;
  nextContactOn: PlainDate | null;
  placeHidden: boolean;
};

/** People whose agreed step or planned contact is due by today, soonest first. A later card answers a planned contact. */
async function listDue(context: WorkContext): Promise<Tonight["due"]> {
  const { organisationId, unitIds } = context.actor;
  const tasks = await openTasksFrom(context, "contact", context.today);
  const ofCard = new Map(tasks.map((task) => [task.sourceId, task.dueOn]));
  const { rows } =
    await sql<DueRow>`select c.id as card_id, p.id as person_id, ${streetName} as name, s.area, s.name as site_name,
      ${placeHidden(context)} as place_hidden, c.step_sealed, c.next_contact_on
    from contact_card c join person p on p.organisation_id = c.organisation_id and p.id = c.person_id
      left join outreach_site s on s.organisation_id = c.organisation_id and s.id = coalesce(c.next_contact_site_id, c.site_id)
    where c.organisation_id = ${organisationId} and ${current} and p.death_date is null and (c.id = any (${[...ofCard.keys()]}::uuid[])
      or (c.unit_id = any (${[...unitIds]}::uuid[]) and c.next_contact_on <= ${context.today}
        and c.next_contact_on > ${addDays(context.today, -90)} and c.relation_end is null
        and not exists (select from contact_card b where b.organisation_id = c.organisation_id and b.person_id = c.person_id and b.contact_at > c.contact_at)))
    order by c.next_contact_on nulls first, c.id ${atMost}`.execute(context.tx);
  const agreed = rows.map(({ cardId, stepSealed, nextContactOn, placeHidden: hidden, ...row }) => ({
    ...row,
    planned: null,
    area: hidden ? null : row.area,
    siteName: hidden ? null : row.siteName,
    nextStep: hidden ? null : unsealText(context, "outreach.step", cardId, stepSealed),
    dueOn: ofCard.get(cardId) ?? nextContactOn ?? context.today,
  }));
  return [...agreed, ...(await listPlannedDue(context))].sort(
    (one, other) => one.dueOn.localeCompare(other.dueOn) || one.name.localeCompare(other.name, "pl"),
  );
}

type PlannedRow = { id: string; personId: string; name: string; plannedAt: string; detailSealed: Buffer };

/** Accompaniment agreed for today, or for a day before that nobody has told the end of; where a protected person is expected is for the named list (C7). */
async function listPlannedDue(context: WorkContext): Promise<Tonight["due"]> {
  const { organisationId, unitIds } = context.actor;
  const until = instantAt(addDays(context.today, 1), "00:00", timeZone);
  const { rows } =
    await sql<PlannedRow>`select a.id, coalesce(p.merged_into, p.id) as person_id, ${streetName} as name, a.planned_at, a.detail_sealed
    from assistance a join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
    where a.organisation_id = ${organisationId} and a.unit_id = any (${[...unitIds]}::uuid[]) and p.death_date is null
      and a.planned_at < ${until} and a.planned_at > ${hoursAfter(until, -91 * 24)} and ${isStillPlanned} and not ${placeHidden(context)}
    order by a.planned_at, a.id ${atMost}`.execute(context.tx);
  return rows.map(({ id, personId, name, plannedAt: at, detailSealed }) => {
    const plannedAt = instantOf(at);
    const planned = { id, plannedAt, ...detailOf(context, id, detailSealed) };
    return { personId, name, area: null, siteName: null, nextStep: null, dueOn: todayIn(plannedAt, timeZone), planned };
  });
}

type SiteRow = Omit<SiteLine, "exact" | "dueOn"> & { exactSealed: Buffer | null };

/** Places of the actor's teams, those due first. `frost`: each is due daily (R-OUT-07). */
export async function listSites(context: WorkContext, frost = false): Promise<SiteLine[]> {
  const { organisationId, unitIds } = context.actor;
  const { rows } =
    await sql<SiteRow>`select s.id, s.unit_id, s.name, s.site_type, s.area, s.hazards, s.entry_rule, s.status, s.facilities_nearby,
      s.visit_every_days, s.exact_sealed, s.version,
      greatest((select max(c.contact_at) from contact_card c where c.organisation_id = s.organisation_id and c.site_id = s.id),
        (select max(v.visited_at) from outreach_site_visit v where v.organisation_id = s.organisation_id and v.site_id = s.id)) as last_visit_at
    from outreach_site s where s.organisation_id = ${organisationId} and s.unit_id = any (${[...unitIds]}::uuid[])
    order by s.name ${atMost}`.execute(context.tx);
  const lines = rows.map(({ exactSealed, ...row }) => {
    const lastVisitAt = row.lastVisitAt && instantOf(row.lastVisitAt);
    const dueOn = siteDueOn(row, lastVisitAt ? todayIn(lastVisitAt, timeZone) : null, context.today, frost);
    const exact = SiteLine.shape.exact.parse(unseal(context, "outreach.place", row.id, exactSealed));
    return { ...row, lastVisitAt, dueOn, exact };
  });
  return lines.sort((one, other) => (one.dueOn ?? "9999").localeCompare(other.dueOn ?? "9999"));
}

type AlertRow = {
  id: string;
  at: string;
  by: string;
  siteName: string | null;
  detail: { alert: Tonight["alerts"][number]["alert"]; told?: Tonight["alerts"][number]["told"] };
};

/** Alerts of the actor's teams in the last 24 hours, newest first; each by the id that its sender gave it. */
export async function listAlerts(context: WorkContext): Promise<Tonight["alerts"]> {
  const { organisationId, unitIds } = context.actor;
  const { rows } =
    await sql<AlertRow>`select coalesce(e.subject_id, e.id) as id, e.recorded_at as at, m.display_name as by, s.name as site_name, e.detail
    from event e join membership m on m.organisation_id = e.organisation_id and m.account_id = e.actor_id
      left join outreach_site s on s.organisation_id = e.organisation_id and s.id = (e.detail ->> 'siteId')::uuid
    where e.organisation_id = ${organisationId} and e.kind = 'outreach.alert' and (e.detail ->> 'unitId')::uuid = any (${[...unitIds]}::uuid[])
      and e.occurred_at > ${hoursAfter(context.now, -24)} order by e.occurred_at desc, e.id limit 50`.execute(
      context.tx,
    );
  return rows.map(({ detail, at, ...row }) => ({
    ...row,
    at: instantOf(at),
    alert: detail.alert,
    told: detail.told ?? [],
  }));
}

async function readTonight(context: WorkContext): Promise<Tonight> {
  const { organisationId, unitIds } = context.actor;
  const units = [...unitIds];
  const { rows: teams } = await sql<{ id: string; name: string }>`select id, name from unit
    where organisation_id = ${organisationId} and id = any (${units}::uuid[]) order by kind = 'OUTREACH_TEAM' desc, name ${atMost}`.execute(
    context.tx,
  );
  const { rows: colleagues } = await sql<{
    id: string;
    name: string;
  }>`select m.account_id as id, m.display_name as name from membership m
    where m.organisation_id = ${organisationId} and m.valid_from <= ${context.today} and coalesce(m.valid_until, ${context.today}) >= ${context.today}
      and exists (select from membership_unit u where u.organisation_id = m.organisation_id and u.account_id = m.account_id and u.unit_id = any (${units}::uuid[]))
    order by m.display_name ${atMost}`.execute(context.tx);
  const { rows: stock } = await sql<Tonight["stock"][number]>`select item, sum(change)::int as left from aid_stock_entry
    where organisation_id = ${organisationId} and unit_id = any (${units}::uuid[]) group by item order by item ${atMost}`.execute(
    context.tx,
  );
  const shift = await findMyShift(context);
  const sites = await listSites(context, shift?.frost.includes("EXTRA_SITES_DAILY"));
  return {
    shift,
    units: teams,
    colleagues,
    due: await listDue(context),
    sites: sites.filter((site) => site.dueOn !== null && site.dueOn <= context.today),
    alerts: await listAlerts(context),
    stock,
  };
}

export const tonightQueries = [
  defineQuery({
    name: "outreach.tonight",
    method: "GET",
    path: "/outreach/tonight",
    summary: "My shift, people and places due, alerts, what is left to hand out",
    input: z.strictObject({}),
    answer: Tonight,
    verb: outreachAccess["outreach.read"],
    audit: (_, { due }) => ({ objectType: "outreach-tonight", section: "STREET", detail: { people: due.length } }),
    run: readTonight,
  }),
  defineQuery({
    name: "site.list",
    method: "GET",
    path: "/outreach/sites",
    summary: "Places of my team, those due first",
    input: z.strictObject({}),
    answer: z.object({ sites: z.array(SiteLine) }),
    verb: outreachAccess["site.read"],
    audit: null,
    run: async (context) => ({ sites: await listSites(context) }),
  }),
];
