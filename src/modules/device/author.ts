import { sql } from "kysely";
import { type Actor, type Role, roles } from "../../platform/access.ts";
import type { Services } from "../../platform/command.ts";
import { instantOf, type Tx } from "../../platform/db.ts";
import { Problem } from "../../platform/problem.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { atDoor } from "../organisation/public.ts";
import { isIdle, type RightsHistory } from "./rules.ts";

const timeZone = "Europe/Warsaw";

/** The user of a device as they stand now. `actor.sessionId` is the device: the audit names it. */
export type Author = {
  deviceId: string;
  signingKey: Buffer;
  seenAt: string;
  /** Whether the device was ended. */
  revoked: boolean;
  /** Whether the account works here today. */
  live: boolean;
  actor: Actor;
};

type Row = {
  organisationId: string;
  accountId: string;
  displayName: string;
  signingKey: Buffer;
  seenAt: string;
  revokedAt: string | null;
  live: boolean;
  roles: string[];
  units: string[];
  personId: string | null;
  authorised: boolean;
};

const known = (names: readonly string[]): Role[] => roles.filter((role) => names.includes(role));

/** Undefined: there is no such device. */
export async function findAuthor(services: Services, deviceId: string): Promise<Author | undefined> {
  const now = services.clock.now();
  const { rows } =
    await sql<Row>`select organisation_id, account_id, display_name, signing_key, seen_at, revoked_at, live,
      roles, units, person_id, authorised
    from device_author(${deviceId}, ${now.toISOString()}, ${todayIn(now, timeZone)})`.execute(services.db);
  const [row] = rows;
  if (!row) return undefined;
  const { organisationId, accountId, displayName, personId, authorised, live, signingKey } = row;
  const actorRoles = known(row.roles);
  const actor = { organisationId, accountId, displayName, personId, authorised, roles: actorRoles, unitIds: row.units };
  const revoked = row.revokedAt !== null;
  return {
    deviceId,
    signingKey,
    seenAt: instantOf(row.seenAt),
    revoked,
    live,
    actor: { ...actor, sessionId: deviceId },
  };
}

/** Why a device is over, as its user is told: the office's own reasons are the office's. */
const causeOf = (reason: string, own: boolean) =>
  ["IDLE", "ACCOUNT_ENDED", "WORK_OFF"].includes(reason) ? reason : own ? "OWN" : "OFFICE";

/**
 * Ends what is over by itself: a device of somebody who works here no more, and one that nobody used. What is ended is told.
 * @throws Problem unauthenticated `device.revoked` with its `cause` | forbidden `access.not_authorised`
 */
export async function requireLive(services: Services, author: Author, requestId: string): Promise<void> {
  const { actor, deviceId, live, revoked } = author;
  const now = services.clock.now().toISOString();
  const idle = isIdle(author.seenAt, now);
  if (revoked || !live || idle) {
    const cause = await atDoor(services, { ...actor, requestId }, async (tx, audit) => {
      await sql`insert into device_revocation (organisation_id, device_id, reason)
        values (${actor.organisationId}, ${deviceId}, ${live ? "IDLE" : "ACCOUNT_ENDED"}) on conflict do nothing`.execute(
        tx,
      );
      const { rows } = await sql<{
        reason: string;
        own: boolean;
      }>`select reason, coalesce(revoked_by = ${actor.accountId}, false) as own
        from device_revocation where organisation_id = ${actor.organisationId} and device_id = ${deviceId}`.execute(tx);
      const told = await sql`update device_revocation set told_at = ${now}
        where organisation_id = ${actor.organisationId} and device_id = ${deviceId} and told_at is null`.execute(tx);
      if (told.numAffectedRows !== 0n)
        await audit({ action: "device.tell-end", outcome: "done", objectType: "device", objectId: deviceId });
      return causeOf(rows[0]?.reason ?? "", rows[0]?.own === true);
    });
    throw new Problem("unauthenticated", "device.revoked", { cause });
  }
  if (!actor.authorised) throw new Problem("forbidden", "access.not_authorised");
}

/** Everything that tells which rights a member had at any time, as far back as it is known. */
export async function readHistory(tx: Tx, { organisationId, accountId }: Actor): Promise<RightsHistory> {
  type Row = Omit<RightsHistory, "now"> & { roles: string[]; units: string[] };
  const { rows } = await sql<Row>`select m.valid_from, m.valid_until, coalesce(m.ended_at, m.held_at) as ended_at,
      (select coalesce(json_agg(json_build_object('kind', z.kind, 'validFrom', z.valid_from, 'validUntil', z.valid_until, 'withdrawnAt', z.withdrawn_at)), '[]')
        from authorisation z where z.organisation_id = m.organisation_id and z.account_id = m.account_id) as papers,
      (select coalesce(json_agg(json_build_object('since', nullif(s.since, '-infinity'), 'roles', s.roles, 'unitIds', s.units) order by s.since desc), '[]')
        from member_standing s where s.organisation_id = m.organisation_id and s.account_id = m.account_id) as standings,
      array(select r.role from membership_role r where r.organisation_id = m.organisation_id and r.account_id = m.account_id) as roles,
      array(select u.unit_id from membership_unit u where u.organisation_id = m.organisation_id and u.account_id = m.account_id) as units
    from membership m where m.organisation_id = ${organisationId} and m.account_id = ${accountId}`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error("a device without a member");
  const { roles: names, units, ...history } = row;
  return { ...history, now: { roles: names, unitIds: units } };
}
