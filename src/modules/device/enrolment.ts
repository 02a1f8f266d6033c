import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { type Actor, requireVerb } from "../../platform/access.ts";
import type { AuditEntry } from "../../platform/audit.ts";
import type { Services } from "../../platform/command.ts";
import type { Tx } from "../../platform/db.ts";
import { invalidAt, onConstraint, Problem } from "../../platform/problem.ts";
import {
  type AnswerChallenge,
  type DeviceToken,
  type EnrolDevice,
  type Lease,
  leaseHours,
} from "../../platform/sync/contract.ts";
import { epochOf } from "../../platform/sync/feed.ts";
import { isSignedBy, isSigningKey, sealingKeyOf } from "../../platform/sync/sealedEntry.ts";
import { hoursAfter } from "../../platform/time/instant.ts";
import { atDoor, digest, spendProof } from "../organisation/public.ts";
import { deviceAccess } from "./access.ts";
import { findAuthor, requireLive } from "./author.ts";
import { requirePhoneWork } from "./phoneWork.ts";
import { mostDevices } from "./rules.ts";

onConstraint("device_once", "conflict", "record.id_taken");

const purpose = "device.share";
const tokenMinutes = 15;
const challengeMinutes = 2;

type Audit = (entry: AuditEntry) => Promise<void>;

/** Gives the share of a device that lives, and counts its 72 hours from now. */
async function lease(services: Services, tx: Tx, actor: Actor, deviceId: string): Promise<Lease> {
  const { organisationId } = actor;
  const now = services.clock.now().toISOString();
  const leaseUntil = hoursAfter(now, leaseHours);
  const { rows } = await sql<{ shareSealed: Buffer }>`update device set seen_at = ${now}, lease_until = ${leaseUntil}
    where organisation_id = ${organisationId} and id = ${deviceId} and account_id = ${actor.accountId} returning share_sealed`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Problem("not_found", "device.not_found");
  const share = Buffer.from(services.keys.decryptFor(organisationId, purpose, row.shareSealed, deviceId));
  return {
    share: share.toString("base64url"),
    leaseUntil,
    sealingKey: sealingKeyOf(services.keys, organisationId).toString("base64url"),
    epoch: await epochOf({ tx, actor }),
  };
}

/**
 * Makes a browser a device of the signed-in account. The same again with the same key answers as the first time.
 * @throws Problem forbidden | invalid `signingKey` | refused `session.proof_needed`, `device.work_off`, `device.too_many` | conflict `record.id_taken` |
 *   unauthenticated `device.revoked`
 */
export async function enrolDevice(
  services: Services,
  actor: Actor,
  requestId: string,
  { deviceId, name, signingKey, proof }: EnrolDevice,
): Promise<Lease> {
  requireVerb(actor, deviceAccess["device.self"]);
  if (!isSigningKey(signingKey)) throw invalidAt("signingKey", "field.invalid");
  const key = Buffer.from(signingKey, "base64url");
  const there = await findAuthor(services, deviceId);
  if (there) {
    const own = there.actor.accountId === actor.accountId && there.actor.organisationId === actor.organisationId;
    if (!own || !there.signingKey.equals(key)) throw new Problem("conflict", "record.id_taken");
    await requireLive(services, there, requestId);
  }
  const { organisationId, accountId } = actor;
  if (!there) await spendProof(services, accountId, proof);
  return atDoor(services, { organisationId, accountId, requestId }, async (tx, audit) => {
    if (!there) await addDevice(services, tx, audit, actor, { deviceId, name, key });
    return lease(services, tx, actor, deviceId);
  });
}

async function addDevice(
  services: Services,
  tx: Tx,
  audit: Audit,
  { organisationId, accountId }: Actor,
  { deviceId, name, key }: { deviceId: string; name: string; key: Buffer },
): Promise<void> {
  await requirePhoneWork(tx, organisationId);
  const now = services.clock.now().toISOString();
  const { rows } = await sql<{ live: number }>`select count(*)::int as live from device d
    where d.organisation_id = ${organisationId} and d.account_id = ${accountId} and not exists
      (select from device_revocation v where v.organisation_id = d.organisation_id and v.device_id = d.id)`.execute(tx);
  if ((rows[0]?.live ?? 0) >= mostDevices) throw new Problem("refused", "device.too_many");
  const sealed = Buffer.from(services.keys.encryptFor(organisationId, purpose, randomBytes(32), deviceId));
  await sql`insert into device (organisation_id, id, account_id, name, signing_key, share_sealed, lease_until)
    values (${organisationId}, ${deviceId}, ${accountId}, ${name}, ${key}, ${sealed}, ${now})`.execute(tx);
  await audit({ action: "device.enrol", outcome: "done", objectType: "device", objectId: deviceId });
}

/**
 * The share again, by a session: after a lease that ended, or a changed secret.
 * @throws Problem not_found `device.not_found` | unauthenticated `device.revoked`
 */
export async function renewLease(
  services: Services,
  actor: Actor,
  requestId: string,
  deviceId: string,
): Promise<Lease> {
  requireVerb(actor, deviceAccess["device.self"]);
  const author = await findAuthor(services, deviceId);
  const { organisationId, accountId } = actor;
  if (author?.actor.accountId !== accountId || author.actor.organisationId !== organisationId)
    throw new Problem("not_found", "device.not_found");
  await requireLive(services, author, requestId);
  return atDoor(services, { organisationId, accountId, requestId }, async (tx, audit) => {
    await audit({ action: "device.lease", outcome: "done", objectType: "device", objectId: deviceId });
    return lease(services, tx, actor, deviceId);
  });
}

/**
 * A question that a device answers by its signature, once and within two minutes. The same for any id but that of a revoked
 * one: a closed phone, which cannot sign, learns that it is over too. An id has 74 bits of chance.
 * @throws Problem unauthenticated `device.revoked`
 */
export async function askDevice(services: Services, deviceId: string, requestId: string): Promise<string> {
  const author = await findAuthor(services, deviceId);
  if (author?.revoked) await requireLive(services, author, requestId);
  const challenge = randomBytes(32).toString("base64url");
  const until = new Date(services.clock.now().getTime() + challengeMinutes * 60_000).toISOString();
  await sql`select passkey_ask(${`device ${challenge}`}, null, ${until})`.execute(services.db);
  return challenge;
}

/**
 * A token for the device that signed the question, and its lease from now.
 * @throws Problem unauthenticated `device.unknown`, `device.refused`, `device.revoked` | forbidden `access.not_authorised`
 */
export async function openToken(
  services: Services,
  { deviceId, challenge, signature }: AnswerChallenge,
  requestId: string,
): Promise<DeviceToken> {
  const author = await findAuthor(services, deviceId);
  if (!author) throw new Problem("unauthenticated", "device.unknown");
  const now = services.clock.now();
  const { rows } = await sql<{
    ok: boolean;
  }>`select passkey_answer(${`device ${challenge}`}, null, ${now.toISOString()}) as ok`.execute(services.db);
  if (!rows[0]?.ok || !isSignedBy(author.signingKey, `powrot.device|${deviceId}|${challenge}`, signature))
    throw new Problem("unauthenticated", "device.refused");
  await requireLive(services, author, requestId);
  const { actor } = author;
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + tokenMinutes * 60_000).toISOString();
  const { organisationId, accountId } = actor;
  return atDoor(services, { organisationId, accountId, requestId }, async (tx, audit) => {
    await sql`delete from device_token where organisation_id = ${organisationId} and device_id = ${deviceId} and expires_at <= ${now.toISOString()}`.execute(
      tx,
    );
    await sql`insert into device_token (organisation_id, token_hash, device_id, expires_at)
      values (${organisationId}, ${digest(token)}, ${deviceId}, ${expiresAt})`.execute(tx);
    await audit({ action: "device.open-token", outcome: "done", objectType: "device", objectId: deviceId });
    return { token, expiresAt, lease: await lease(services, tx, actor, deviceId) };
  });
}

/** Who sends a request with this device token, or null. @throws Problem as `requireLive` */
export async function actorOfToken(services: Services, token: string, requestId: string): Promise<Actor | null> {
  const now = services.clock.now().toISOString();
  const { rows } = await sql<{
    deviceId: string | null;
  }>`select device_of_token(${digest(token)}, ${now}) as device_id`.execute(services.db);
  const deviceId = rows[0]?.deviceId;
  const author = deviceId ? await findAuthor(services, deviceId) : undefined;
  if (!author) return null;
  await requireLive(services, author, requestId);
  return author.actor;
}
