import { sql } from "kysely";
import { type Actor, type Role, roles } from "../../platform/access.ts";
import type { Services } from "../../platform/command.ts";
import { instantOf, type Tx } from "../../platform/db.ts";
import { Problem } from "../../platform/problem.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { atDoor } from "../organisation/public.ts";
import { isIdle, type Standing } from "./rules.ts";

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

/**
 * Ends what is over by itself: a device of somebody who works here no more, and one that nobody used. What is ended is told.
 * @throws Problem unauthenticated `device.revoked` | forbidden `access.not_authorised`
 */
export async function requireLive(services: Services, author: Author, requestId: string): Promise<void> {
  const { actor, deviceId, live, revoked } = author;
  const now = services.clock.now().toISOString();
  const idle = isIdle(author.seenAt, now);
  if (revoked || !live || idle) {
    await atDoor(services, { ...actor, requestId }, async (tx, audit) => {
      await sql`insert into device_revocation (organisation_id, device_id, reason)
        values (${actor.organisationId}, ${deviceId}, ${live ? "IDLE" : "ACCOUNT_ENDED"}) on conflict do nothing`.execute(
        tx,
      );
      const told = await sql`update device_revocation set told_at = ${now}
        where organisation_id = ${actor.organisationId} and device_id = ${deviceId} and told_at is null`.execute(tx);
      if (told.numAffectedRows === 0n) return;
      await audit({ action: "device.tell-end", outcome: "done", objectType: "device", objectId: deviceId });
    });
    throw new Problem("unauthenticated", "device.revoked");
  }
  if (!actor.authorised) throw new Problem("forbidden", "access.not_authorised");
}

/** The rights that the author had at an instant, as far back as they are known. */
export async function standingAt(tx: Tx, { organisationId, accountId }: Actor, at: string): Promise<Standing> {
  const { rows } = await sql<{ roles: string[]; units: string[]; member: boolean; papers: boolean }>`
    select coalesce(s.roles, '{}') as roles, coalesce(s.units, '{}') as units,
      m.valid_from <= ${todayIn(at, timeZone)} and coalesce(m.valid_until, 'infinity') >= ${todayIn(at, timeZone)} and coalesce(m.ended_at, 'infinity') > ${at}
        and coalesce(m.held_at, 'infinity') > ${at} as member,
      (select count(distinct z.kind) = 2 from authorisation z where z.organisation_id = m.organisation_id and z.account_id = m.account_id
        and z.valid_from <= ${todayIn(at, timeZone)} and coalesce(z.valid_until, 'infinity') >= ${todayIn(at, timeZone)}
        and coalesce(z.withdrawn_at, 'infinity') > ${at}) as papers
    from membership m
    left join lateral (select roles, units from member_standing s where s.organisation_id = m.organisation_id and s.account_id = m.account_id
      and s.since <= ${at} order by s.since desc limit 1) s on true
    where m.organisation_id = ${organisationId} and m.account_id = ${accountId}`.execute(tx);
  const [row] = rows;
  if (!row) return { roles: [], unitIds: [], authorised: false };
  return { roles: known(row.roles), unitIds: row.units, authorised: row.member && row.papers };
}
