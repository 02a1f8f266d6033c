import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { addDays } from "../../platform/time/plainDate.ts";
import { outreachAccess } from "./access.ts";
import { incidentsOf, interventionsOf } from "./public.ts";
import { requireSites } from "./reach.ts";
import { type MinorLine, SiteVisitLine, StreetEvents } from "./workContract.ts";

/** Days for which the list looks back. */
const lookBack = 62;

type AlertRow = {
  id: string;
  at: string;
  by: string;
  siteName: string | null;
  told: MinorLine["told"] | null;
  closed: MinorLine["closed"];
};

/** Minors without a guardian that the actor's teams told of, with how it ended (R-OUT-08). */
async function listMinors(context: WorkContext): Promise<MinorLine[]> {
  const { organisationId, unitIds } = context.actor;
  const { rows } =
    await sql<AlertRow>`select e.subject_id as id, e.occurred_at as at, m.display_name as by, s.name as site_name,
      e.detail -> 'told' as told, (select jsonb_build_object('told', c.detail -> 'told', 'outcome', c.detail ->> 'outcome') from event c
        where c.organisation_id = e.organisation_id and c.subject_id = e.subject_id and c.kind = 'outreach.alert_closed' limit 1) as closed
    from event e join membership m on m.organisation_id = e.organisation_id and m.account_id = e.actor_id
      left join outreach_site s on s.organisation_id = e.organisation_id and s.id = (e.detail ->> 'siteId')::uuid
    where e.organisation_id = ${organisationId} and e.kind = 'outreach.alert' and e.detail ->> 'alert' = 'MINOR_WITHOUT_GUARDIAN'
      and (e.detail ->> 'unitId')::uuid = any (${[...unitIds]}::uuid[]) and e.occurred_at >= ${addDays(context.today, -lookBack)}::date
    order by e.occurred_at desc, e.id ${atMost}`.execute(context.tx);
  return rows.map((row) => ({ ...row, at: instantOf(row.at), told: row.told ?? [] }));
}

async function readEvents(context: WorkContext): Promise<StreetEvents> {
  const scope = { unitId: context.actor.unitIds, from: addDays(context.today, -lookBack), to: context.today };
  const interventions = await interventionsOf(context, scope);
  const incidents = StreetEvents.shape.incidents.parse(await incidentsOf(context, scope));
  return { interventions: interventions.reverse(), incidents: incidents.reverse(), minors: await listMinors(context) };
}

/** Visits without a card at one site, newest first. @throws Problem not_found `site.not_found` */
async function listVisits(context: WorkContext, siteId: string): Promise<SiteVisitLine[]> {
  await requireSites(context, outreachAccess["site.read"], [siteId]);
  const { rows } =
    await sql<SiteVisitLine>`select v.id, v.visited_at, v.left_at, v.people, v.men, v.women, v.children, m.display_name as by
    from outreach_site_visit v join membership m on m.organisation_id = v.organisation_id and m.account_id = v.recorded_by
    where v.organisation_id = ${context.actor.organisationId} and v.site_id = ${siteId} order by v.visited_at desc, v.id limit 50`.execute(
      context.tx,
    );
  return rows.map((row) => ({
    ...row,
    visitedAt: instantOf(row.visitedAt),
    leftAt: row.leftAt && instantOf(row.leftAt),
  }));
}

export const eventQueries = [
  defineQuery({
    name: "outreach.list-events",
    method: "GET",
    path: "/outreach/events",
    summary: "Emergencies, incidents and minors of my teams in the last two months",
    input: z.strictObject({}),
    answer: StreetEvents,
    verb: outreachAccess["intervention.read"],
    audit: (_, { interventions }) => ({
      objectType: "outreach-events",
      section: "STREET",
      detail: { interventions: interventions.length },
    }),
    run: readEvents,
  }),
  defineQuery({
    name: "site.list-visits",
    method: "GET",
    path: "/outreach/sites/:siteId/visits",
    summary: "Visits without a card at one place, newest first",
    input: z.strictObject({ siteId: z.uuid() }),
    answer: z.object({ visits: z.array(SiteVisitLine) }),
    verb: outreachAccess["site.read"],
    audit: null,
    run: async (context, { siteId }) => ({ visits: await listVisits(context, siteId) }),
  }),
];
