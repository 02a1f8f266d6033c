import { sql } from "kysely";
import type { Actor } from "../../platform/access.ts";
import type { Services } from "../../platform/command.ts";
import type { Tx } from "../../platform/db.ts";
import { Problem } from "../../platform/problem.ts";
import { atDoor } from "../organisation/public.ts";
import type { RevokeDevice } from "./contract.ts";

/** Ends a device; a second time changes nothing. Answers whether it was this time. */
export async function endDevice(
  tx: Tx,
  { organisationId, accountId }: Actor,
  deviceId: string,
  reason: RevokeDevice["reason"],
): Promise<boolean> {
  const ended = await sql`insert into device_revocation (organisation_id, device_id, reason, revoked_by)
    values (${organisationId}, ${deviceId}, ${reason}, ${accountId}) on conflict do nothing`.execute(tx);
  return ended.numAffectedRows === 1n;
}

/** One's own device is left: its user signs out of it for good. @throws Problem not_found `device.not_found` */
export async function revokeOwn(services: Services, actor: Actor, requestId: string, deviceId: string): Promise<void> {
  await atDoor(services, { ...actor, requestId }, async (tx, audit) => {
    const { rows } = await sql`select 1 from device where organisation_id = ${actor.organisationId} and id = ${deviceId}
      and account_id = ${actor.accountId}`.execute(tx);
    if (rows.length === 0) throw new Problem("not_found", "device.not_found");
    if (await endDevice(tx, actor, deviceId, "OWN"))
      await audit({
        action: "device.revoke",
        outcome: "done",
        reason: "OWN",
        objectType: "device",
        objectId: deviceId,
      });
  });
}
