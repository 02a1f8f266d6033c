import { sql } from "kysely";
import { bumpVersion, type CommandContext, type Done, lockRow, type WorkContext } from "../../platform/command.ts";
import { ChangedBy, ChangedIn, keepConflicts, newsTo, nowChanged } from "../../platform/conflicts.ts";
import { mergeFields } from "../../platform/merge.ts";
import { invalidAt, Problem } from "../../platform/problem.ts";
import type { ConflictKind } from "../conflict/public.ts";
import { outreachAccess } from "./access.ts";
import { ChangeSite, type SiteFields, SiteLine } from "./contract.ts";
import { requireSites } from "./reach.ts";
import { seal, unseal } from "./sealed.ts";

type SiteState = { fields: SiteFields; version: number; marked: { changedIn: ChangedIn; changedBy: ChangedBy } };

/** A place with what is sealed opened. @throws Problem not_found `site.not_found` also for another team's */
async function loadSite(context: WorkContext, siteId: string): Promise<SiteState> {
  await requireSites(context, outreachAccess["site.change"], [siteId]);
  const { exactSealed, version, changedIn, changedBy, ...row } = await context.tx
    .selectFrom("outreachSite")
    .select(["name", "siteType", "area", "hazards", "entryRule", "facilitiesNearby", "status", "visitEveryDays"])
    .select(["exactSealed", "version", "changedIn", "changedBy"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", siteId)
    .executeTakeFirstOrThrow();
  const exact = SiteLine.shape.exact.parse(unseal(context, "outreach.place", siteId, exactSealed));
  const { lat = null, lon = null, access = null, owner = null, managerContact = null } = exact ?? {};
  const position = lat === null || lon === null ? null : { lat, lon };
  const fields = { ...row, access, owner, managerContact, position } as SiteFields; // check constraints and the contract know the same lists
  return { fields, version, marked: { changedIn: ChangedIn.parse(changedIn), changedBy: ChangedBy.parse(changedBy) } };
}

/**
 * Edits fields of a place one by one against the version that the sender saw.
 * @throws Problem not_found | invalid `record.base_missing` | conflict `record.changed` with `fields` that somebody else changed
 *   meanwhile; from a device those are kept as conflicts instead
 */
export async function changeSite(context: CommandContext, { siteId, fields: patch }: ChangeSite): Promise<Done> {
  if (context.base === undefined) throw invalidAt("base", "record.base_missing");
  await lockRow(context, "outreach_site", siteId, "site.not_found");
  const { fields: current, version, marked } = await loadSite(context, siteId);
  const { changes, conflicts } = mergeFields({
    base: context.base,
    changedIn: newsTo(context, marked),
    current,
    patch,
  });
  if (conflicts.length > 0 && !context.keepsConflicts)
    throw new Problem("conflict", "record.changed", { current: version, fields: conflicts });
  const record = { type: "outreach-site", id: siteId, personId: null };
  const kept =
    conflicts.length > 0 ? { conflictId: await keepConflicts(context, record, conflicts, marked.changedBy) } : {};
  const changed = Object.keys(changes);
  const about = { type: "outreach-site", id: siteId };
  if (changed.length === 0) return { ids: { site: siteId }, version, ...kept, about };
  const { access, owner, managerContact, position, ...columns } = { ...current, ...changes };
  const exact = access || owner || managerContact || position ? { access, owner, managerContact, ...position } : null;
  const next = version + 1;
  const { changedIn, changedBy } = nowChanged(context, marked, changed, next);
  await context.tx
    .updateTable("outreachSite")
    .set({
      ...columns,
      exactSealed: seal(context, "outreach.place", siteId, exact),
      ...(changes.status ? { statusSince: context.today } : {}),
      changedIn: JSON.stringify(changedIn),
      changedBy: JSON.stringify(changedBy),
    })
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", siteId)
    .execute();
  await bumpVersion(context, "outreach_site", siteId);
  return { ids: { site: siteId }, version: next, ...kept, about, detail: { fields: changed } };
}

/** Fields of a place in conflict: for the team alone, written as any edit is. */
export const siteConflicts: ConflictKind = {
  recordType: "outreach-site",
  inReach: (context, recordId) => sql<boolean>`exists (select from outreach_site s
    where s.organisation_id = ${context.actor.organisationId} and s.id = ${recordId} and s.unit_id = any (${[...context.actor.unitIds]}::uuid[]))
    and ${context.actor.roles.some((role) => role in outreachAccess["site.change"])}::boolean`,
  offDevice: () => sql<boolean>`false`,
  async load(context, recordId) {
    const { fields, version } = await loadSite(context, recordId);
    return { id: recordId, name: fields.name, version, values: fields };
  },
  async write(context, siteId, field, value) {
    const change = ChangeSite.safeParse({ siteId, fields: { [field]: value } });
    if (!change.success) throw invalidAt("payload.value", "conflict.value_unfit");
    return (await changeSite(context, change.data)).version;
  },
};
