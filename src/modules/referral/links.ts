import { sql } from "kysely";
import { requireReach } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import { type CommandContext, type Done, lockRow, requireBase, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { referralAccess } from "./access.ts";
import type { LinkId, MakeShiftLink, ReportDoorView, SetReportDoor, ShiftLinkLine } from "./contract.ts";
import { findReportTeam } from "./reports.ts";
import { refuseLinkEnd } from "./rules.ts";

onConstraint("shift_link_key", "conflict", "record.id_taken");
onConstraint("shift_link_hash_once", "conflict", "record.id_taken");
onConstraint("report_door_code_once", "refused", "report-door.code_taken");

/** A link for one service and one shift. It gives no rights of a person: it reports, and reads its own answers. @throws Problem refused `shift-link.*` */
export async function makeLink(context: CommandContext, payload: MakeShiftLink): Promise<Done> {
  const { linkId, service, label, linkHash, expiresAt } = payload;
  refuseIf([refuseLinkEnd(expiresAt, context.now)]);
  const { organisationId, accountId, unitIds } = context.actor;
  const unitId = await findReportTeam(context.tx, organisationId);
  requireReach(
    context.actor,
    referralAccess["shift-link.make"],
    { unit: unitIds.includes(unitId) },
    "shift-link.not_found",
  );
  await context.tx
    .insertInto("shiftLink")
    .values({
      organisationId,
      id: linkId,
      unitId,
      service,
      label,
      linkHash: Buffer.from(linkHash, "hex"),
      expiresAt,
      madeBy: accountId,
    })
    .execute();
  return { ids: { link: linkId }, about: { type: "shift_link", id: linkId }, detail: { service } };
}

/** From now on the link opens nothing. @throws Problem not_found `shift-link.not_found` | refused `shift-link.over_already` */
export async function revokeLink(context: CommandContext, { linkId }: LinkId): Promise<Done> {
  await lockRow(context, "shift_link", linkId, "shift-link.not_found");
  const { organisationId, unitIds } = context.actor;
  const link = await context.tx
    .selectFrom("shiftLink")
    .select(["unitId", "revokedAt"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", linkId)
    .executeTakeFirstOrThrow();
  const unit = unitIds.includes(link.unitId);
  requireReach(context.actor, referralAccess["shift-link.revoke"], { unit }, "shift-link.not_found");
  if (link.revokedAt) throw new Problem("refused", "shift-link.over_already");
  await sql`update shift_link set revoked_at = ${context.now} where organisation_id = ${organisationId} and id = ${linkId}`.execute(
    context.tx,
  );
  return { ids: { link: linkId }, about: { type: "shift_link", id: linkId } };
}

/** Links of my teams, of the last thirty days, newest first, with how much each reported. */
export async function listLinks(context: WorkContext): Promise<{ links: ShiftLinkLine[] }> {
  const { rows } = await sql<ShiftLinkLine>`select l.id, l.service, l.label, l.made_at, l.expires_at, l.revoked_at,
      (select count(*)::int from notification n where n.organisation_id = l.organisation_id and n.link_id = l.id) as reports,
      coalesce(u.browsers, 0) as browsers, u.used_at
    from shift_link l
    left join lateral (select count(*)::int as browsers, max(x.last_at) as used_at from shift_link_use x
      where x.organisation_id = l.organisation_id and x.link_id = l.id) u on true
    where l.organisation_id = ${context.actor.organisationId} and l.unit_id = any (${[...context.actor.unitIds]}::uuid[])
      and l.expires_at > ${context.now}::timestamptz - interval '30 days'
    order by l.made_at desc, l.id ${atMost}`.execute(context.tx);
  return {
    links: rows.map((row) => ({
      ...row,
      madeAt: instantOf(row.madeAt),
      expiresAt: instantOf(row.expiresAt),
      revokedAt: row.revokedAt && instantOf(row.revokedAt),
      usedAt: row.usedAt && instantOf(row.usedAt),
    })),
  };
}

/** Opens, closes or moves the residents' page. @throws Problem not_found `report-door.unit_not_found` | conflict `record.changed` | refused `report-door.code_taken` */
export async function setReportDoor(context: CommandContext, payload: SetReportDoor): Promise<Done> {
  const { organisationId, accountId, unitIds } = context.actor;
  const unit = unitIds.includes(payload.unitId);
  requireReach(context.actor, referralAccess["report-door.set"], { unit }, "report-door.unit_not_found");
  const { code, unitId, isOpen } = payload;
  const areas = [...new Set(payload.areas)];
  const { rows } = await sql<{
    version: number;
  }>`insert into report_door (organisation_id, code, unit_id, is_open, areas, recorded_by)
    values (${organisationId}, ${code}, ${unitId}, ${isOpen}, ${areas}::text[], ${accountId})
    on conflict on constraint report_door_key do nothing returning version`.execute(context.tx);
  let version = rows[0]?.version;
  if (version === undefined) {
    const { rows: kept } = await sql<{
      version: number;
    }>`select version from report_door where organisation_id = ${organisationId} for update`.execute(context.tx);
    requireBase(context, kept[0]?.version ?? 1);
    await sql`update report_door set code = ${code}, unit_id = ${unitId}, is_open = ${isOpen}, areas = ${areas}::text[], version = version + 1
      where organisation_id = ${organisationId}`.execute(context.tx);
    version = (kept[0]?.version ?? 1) + 1;
  }
  return {
    ids: { organisation: organisationId },
    version,
    about: { type: "organisation", id: organisationId },
    detail: { isOpen },
  };
}

/** The areas that a place may be named by, and the residents' page when there is one. */
export async function readReportDoor(context: WorkContext): Promise<ReportDoorView> {
  const { rows } = await sql<NonNullable<ReportDoorView["door"]> & { areas: string[] }>`
    select code, unit_id, is_open, version, areas from report_door where organisation_id = ${context.actor.organisationId}`.execute(
    context.tx,
  );
  const [row] = rows;
  if (!row) return { areas: [], door: null }; // names of the team's own places are not for whoever reports
  const { areas, ...door } = row;
  return { areas, door };
}
