import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import {
  bumpVersion,
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  lockRow,
  requireBase,
  type WorkContext,
} from "../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { outreachAccess } from "./access.ts";
import { findTeam, requireSites, requireUnit } from "./reach.ts";
import { refuseRoute } from "./rules.ts";
import { EndRoute, RouteView, SaveRoute } from "./workContract.ts";

onConstraint("outreach_route_key", "conflict", "record.id_taken");
onConstraint("outreach_route_ends_once", "refused", "route.already_ended");

async function insertStops(context: CommandContext, routeId: string, siteIds: readonly string[]): Promise<void> {
  const { organisationId } = context.actor;
  await context.tx
    .insertInto("outreachRouteStop")
    .values(siteIds.map((siteId, i) => ({ organisationId, routeId, position: i + 1, siteId })))
    .execute();
}

/** @throws Problem not_found (site, unit, route) | refused `route.site_twice` | conflict `record.changed`, `record.id_taken` */
async function saveRoute(context: CommandContext, { routeId, unitId, siteIds, ...route }: SaveRoute): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  refuseIf([refuseRoute(siteIds)]);
  await requireSites(context, outreachAccess["route.save"], siteIds);
  const about = { type: "outreach-route", id: routeId };
  if (context.base === undefined) {
    const of = { organisationId, id: routeId, unitId: await findTeam(context, unitId), recordedBy: accountId };
    await context.tx
      .insertInto("outreachRoute")
      .values({ ...route, ...of })
      .execute();
    await insertStops(context, routeId, siteIds);
    return { ids: { route: routeId }, version: 1, about };
  }
  requireBase(context, await lockRoute(context, routeId));
  await context.tx
    .updateTable("outreachRoute")
    .set(route)
    .where("organisationId", "=", organisationId)
    .where("id", "=", routeId)
    .execute();
  await sql`delete from outreach_route_stop where organisation_id = ${organisationId} and route_id = ${routeId}`.execute(
    context.tx,
  );
  await insertStops(context, routeId, siteIds);
  return { ids: { route: routeId }, version: await bumpVersion(context, "outreach_route", routeId), about };
}

/** The version of a route of the actor's team, locked. @throws Problem not_found `route.not_found` */
async function lockRoute(context: CommandContext, routeId: string): Promise<number> {
  await lockRow(context, "outreach_route", routeId, "route.not_found");
  const { unitId, version } = await context.tx
    .selectFrom("outreachRoute")
    .select(["unitId", "version"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", routeId)
    .executeTakeFirstOrThrow();
  requireUnit(context, outreachAccess["route.save"], unitId, "route.not_found");
  return version;
}

/** @throws Problem not_found `route.not_found` | refused `route.already_ended` */
async function endRoute(context: CommandContext, { routeId }: EndRoute): Promise<Done> {
  await lockRoute(context, routeId);
  const { organisationId, accountId } = context.actor;
  await context.tx.insertInto("outreachRouteEnding").values({ organisationId, routeId, endedBy: accountId }).execute();
  return { ids: { route: routeId }, about: { type: "outreach-route", id: routeId } };
}

/** The team of a route that goes on. @throws Problem not_found `route.not_found` */
export async function requireRoute(context: WorkContext, routeId: string, unitId: string): Promise<void> {
  const { rows } = await sql`select 1 from outreach_route where organisation_id = ${context.actor.organisationId}
    and id = ${routeId} and unit_id = ${unitId}`.execute(context.tx);
  if (rows.length === 0) throw new Problem("not_found", "route.not_found");
}

/** Routes of some teams that are walked still, by weekday and hour. */
export async function listRoutes(context: WorkContext, unitIds = context.actor.unitIds): Promise<RouteView[]> {
  const { rows } = await sql<RouteView>`select r.id, r.unit_id, r.name, r.weekday,
      to_char(r.starts_at, 'HH24:MI') as starts_at, to_char(r.ends_at, 'HH24:MI') as ends_at, r.version,
      (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by t.position), '[]') from outreach_route_stop t
        join outreach_site s on s.organisation_id = t.organisation_id and s.id = t.site_id
        where t.organisation_id = r.organisation_id and t.route_id = r.id) as stops
    from outreach_route r
    where r.organisation_id = ${context.actor.organisationId} and r.unit_id = any (${[...unitIds]}::uuid[])
      and not exists (select from outreach_route_ending e where e.organisation_id = r.organisation_id and e.route_id = r.id)
    order by r.weekday nulls last, r.starts_at nulls last, r.name, r.id ${atMost}`.execute(context.tx);
  return rows;
}

export const routeCommands = [
  defineCommand({
    type: "route.save",
    v: 1,
    summary: "Plans a route over the team's sites, or with a base changes it",
    payload: SaveRoute,
    verb: outreachAccess["route.save"],
    run: saveRoute,
  }),
  defineCommand({
    type: "route.end",
    v: 1,
    summary: "Takes a route off the plan",
    payload: EndRoute,
    verb: outreachAccess["route.end"],
    run: endRoute,
  }),
];

export const routeQueries = [
  defineQuery({
    name: "route.list",
    method: "GET",
    path: "/outreach/routes",
    summary: "Planned routes of my team",
    input: z.strictObject({}),
    answer: z.object({ routes: z.array(RouteView) }),
    verb: outreachAccess["route.read"],
    audit: null,
    run: async (context) => ({ routes: await listRoutes(context) }),
  }),
];
