import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand } from "../../platform/command.ts";
import { NoteReads } from "../../platform/sync/contract.ts";
import { everybody } from "./access.ts";

/** Looked at again and again, one is one reading: a phone that says otherwise buries nobody's list of readers. */
const sameMs = 15 * 60_000;

/**
 * Whom the user read on the device, as it tells: each is an entry like a reading at the office, with the device's own time
 * beside ours. Of people that the device never held nothing is noted. Source: docs/threat-model.md C3, C4
 */
async function noteReads(context: CommandContext, { reads }: NoteReads): Promise<Done> {
  const { tx, actor, now } = context;
  const people = reads.map(({ personId }) => personId);
  const { rows } = await sql<{ personId: string }>`select distinct person_id from device_holding
    where organisation_id = ${actor.organisationId} and device_id = ${actor.sessionId} and person_id = any (${people}::uuid[])`.execute(
    tx,
  );
  const held = new Set(rows.map(({ personId }) => personId));
  const told = new Set<string>();
  for (const { personId, at } of reads) {
    const readAt = at < now ? at : now;
    const reading = `${personId} ${Math.floor(Date.parse(readAt) / sameMs)}`;
    if (!held.has(personId) || told.has(reading)) continue;
    told.add(reading);
    const about = { objectType: "person", objectId: personId, personId, section: "STREET" };
    await context.audit({ action: "person-on-phone.read", outcome: "done", ...about, detail: { readAt } });
  }
  return { ids: {}, about: { type: "device", id: actor.sessionId ?? "" } };
}

/** Brought by the device itself, by its token; no session has it. */
export const noteReadsCommand = defineCommand({
  type: "device.note-reads",
  v: 1,
  summary: "Whom the user of a device read on it",
  payload: NoteReads,
  verb: everybody,
  run: noteReads,
});
