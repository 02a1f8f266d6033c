import { type CommandContext, type Done, defineCommand, lockRow, requireBase } from "../../platform/command.ts";
import { onConstraint } from "../../platform/problem.ts";
import { outreachAccess } from "./access.ts";
import { ChangeSite, RecordSite, VisitSite } from "./contract.ts";
import { findTeam, requireShift, requireSites } from "./reach.ts";
import { seal } from "./sealed.ts";
import { changeSite } from "./siteChange.ts";

onConstraint("outreach_site_key", "conflict", "record.id_taken");
onConstraint("outreach_site_visit_key", "conflict", "record.id_taken");
onConstraint("outreach_site_visit_order", "refused", "site.left_before_visit");
onConstraint("outreach_site_visit_parts", "refused", "site.parts_exceed_people");

/** @throws Problem not_found (site, unit) | conflict `record.changed`, `record.id_taken` (known site, sent without base) */
async function recordSite(context: CommandContext, { siteId, unitId, exact, ...site }: RecordSite): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const about = { type: "outreach-site", id: siteId };
  if (context.base === undefined) {
    await context.tx
      .insertInto("outreachSite")
      .values({
        ...site,
        exactSealed: seal(context, "outreach.place", siteId, exact),
        organisationId,
        id: siteId,
        unitId: await findTeam(context, unitId),
        statusSince: context.today,
        recordedBy: accountId,
      })
      .execute();
    return { ids: { site: siteId }, version: 1, about };
  }
  await lockRow(context, "outreach_site", siteId, "site.not_found");
  await requireSites(context, outreachAccess["site.record"], [siteId]);
  const { version } = await context.tx
    .selectFrom("outreachSite")
    .select("version")
    .where("organisationId", "=", organisationId)
    .where("id", "=", siteId)
    .executeTakeFirstOrThrow();
  requireBase(context, version);
  const { lat = null, lon = null, access = null, owner = null, managerContact = null } = exact ?? {};
  const position = lat === null || lon === null ? null : { lat, lon };
  return changeSite(context, { siteId, fields: { ...site, access, owner, managerContact, position } });
}

/** @throws Problem not_found (site, shift) | refused `site.left_before_visit`, `site.parts_exceed_people` | conflict `record.id_taken` */
async function visitSite(context: CommandContext, { visitId, ...visit }: VisitSite): Promise<Done> {
  const verb = outreachAccess["site.visit"];
  await requireSites(context, verb, [visit.siteId]);
  if (visit.shiftId) await requireShift(context, verb, visit.shiftId);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("outreachSiteVisit")
    .values({ ...visit, organisationId, id: visitId, recordedBy: accountId })
    .execute();
  return { ids: { visit: visitId, site: visit.siteId }, about: { type: "outreach-site", id: visit.siteId } };
}

export const siteCommands = [
  defineCommand({
    type: "site.record",
    v: 1,
    offline: true,
    summary: "Records a place where people stay, or with a base changes it",
    payload: RecordSite,
    verb: outreachAccess["site.record"],
    run: recordSite,
  }),
  defineCommand({
    type: "site.change",
    v: 1,
    summary: "Edits fields of a place",
    payload: ChangeSite,
    verb: outreachAccess["site.change"],
    offline: true,
    run: changeSite,
  }),
  defineCommand({
    type: "site.visit",
    v: 1,
    offline: true,
    summary: "Notes a visit to a place without a card",
    payload: VisitSite,
    verb: outreachAccess["site.visit"],
    run: visitSite,
  }),
];
