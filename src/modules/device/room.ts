import { sql } from "kysely";
import { may } from "../../platform/access.ts";
import { type CommandContext, type Done, defineCommand, type Room } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";
import { deviceAccess } from "./access.ts";
import { RefuseEntry, ReleaseEntry, RenameDevice, RevokeDevice } from "./contract.ts";
import { officeDownloads, officeQueries } from "./office.ts";
import { phoneWorkCommand, phoneWorkQuery } from "./phoneWork.ts";
import { quarantineQueries, refuseEntry, releaseEntry } from "./quarantine.ts";
import { endDevice } from "./revoke.ts";

/** @throws Problem not_found `device.not_found`, for a device of somebody else too */
async function renameDevice({ tx, actor }: CommandContext, { deviceId, name }: RenameDevice): Promise<Done> {
  const renamed = await sql`update device set name = ${name}
    where organisation_id = ${actor.organisationId} and id = ${deviceId} and account_id = ${actor.accountId}`.execute(
    tx,
  );
  if (renamed.numAffectedRows === 0n) throw new Problem("not_found", "device.not_found");
  return { ids: { device: deviceId }, about: { type: "device", id: deviceId } };
}

/**
 * Ends a device: its own user, a lead of one of the user's units, or the administration. It is told at its next contact;
 * what it brings after this waits for a person.
 * @throws Problem not_found `device.not_found` | refused `device.already_revoked`
 */
async function revokeDevice(context: CommandContext, { deviceId, reason }: RevokeDevice): Promise<Done> {
  const { actor, tx } = context;
  const { rows } = await sql<{ own: boolean; unit: boolean }>`select d.account_id = ${actor.accountId} as own,
      exists (select from membership_unit u where u.organisation_id = d.organisation_id and u.account_id = d.account_id and u.unit_id = any (${[...actor.unitIds]}::uuid[])) as unit
    from device d where d.organisation_id = ${actor.organisationId} and d.id = ${deviceId}`.execute(tx);
  const [relation] = rows;
  if (!relation || !(relation.own || may(actor, deviceAccess["device.revoke"], relation)))
    throw new Problem("not_found", "device.not_found");
  if (!(await endDevice(tx, actor, deviceId, reason))) throw new Problem("refused", "device.already_revoked");
  return { ids: { device: deviceId }, about: { type: "device", id: deviceId }, detail: { reason } };
}

export const deviceRoom: Room = {
  name: "device",
  commands: [
    defineCommand({
      type: "device.rename",
      v: 1,
      summary: "Gives one's device another name",
      payload: RenameDevice,
      verb: deviceAccess["device.self"],
      run: renameDevice,
    }),
    defineCommand({
      type: "device.revoke",
      v: 1,
      summary: "Ends a device: lost, stolen, replaced",
      payload: RevokeDevice,
      verb: deviceAccess["device.revoke"],
      run: revokeDevice,
    }),
    phoneWorkCommand,
    defineCommand({
      type: "device-entry.release",
      v: 1,
      summary: "Lets an entry that waited count, as its author's",
      payload: ReleaseEntry,
      verb: deviceAccess["device-entry.decide"],
      run: releaseEntry,
    }),
    defineCommand({
      type: "device-entry.refuse",
      v: 1,
      summary: "Refuses an entry that waited, with a reason for its author",
      payload: RefuseEntry,
      verb: deviceAccess["device-entry.decide"],
      run: refuseEntry,
    }),
  ],
  queries: [...officeQueries, phoneWorkQuery, ...quarantineQueries],
  downloads: officeDownloads,
};
