import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineQuery,
  presentPayload,
  runWithin,
  type WorkContext,
} from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { Problem } from "../../platform/problem.ts";
import type { Entry, EntryResult } from "../../platform/sync/contract.ts";
import { offlineCommand } from "../../platform/sync/offlineCommands.ts";
import { openEntry } from "../../platform/sync/sealedEntry.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { deviceAccess } from "./access.ts";
import { readHistory } from "./author.ts";
import { EntryLine, OpenedEntry, OwnEntryLine, type RefuseEntry, type ReleaseEntry } from "./contract.ts";
import { ended, presented } from "./deliver.ts";
import { hiddenAmong } from "./hiddenEntries.ts";
import { openReason, sealReason } from "./results.ts";
import { saidBy, standingAt } from "./rules.ts";

type Row = Omit<EntryLine, "mayDecide" | "hidden"> & { unitIds: string[]; sealed: Buffer; v: number; deviceAt: string };

const iso = (row: Row): Row => ({
  ...row,
  saidAt: instantOf(row.saidAt),
  receivedAt: instantOf(row.receivedAt),
  deviceAt: instantOf(row.deviceAt),
});

/** Whether the reader leads a unit that the author was of, when the entry was made; nobody decides about their own. */
function leads({ actor }: WorkContext, verb: keyof typeof deviceAccess, { unitIds, authorId }: Row): boolean {
  const unit = unitIds.length === 0 || unitIds.some((id) => actor.unitIds.includes(id));
  return authorId !== actor.accountId && may(actor, deviceAccess[verb], { unit });
}

/** `besides`: an entry, with all others of its device. */
async function findWaiting(context: WorkContext, { besides = null }: { besides?: string | null } = {}): Promise<Row[]> {
  const { rows } =
    await sql<Row>`select e.id, e.device_id, d.name as device_name, e.author_id, m.display_name as author_name, e.type, e.v, e.said_at, e.device_at,
      e.received_at, e.code as held_for, e.unit_ids, e.sealed
    from device_entry e
    join device d on d.organisation_id = e.organisation_id and d.id = e.device_id
    join membership m on m.organisation_id = e.organisation_id and m.account_id = e.author_id
    where e.organisation_id = ${context.actor.organisationId} and e.outcome = 'quarantined'
      and (${besides}::uuid is null or e.device_id = (select one.device_id from device_entry one where one.organisation_id = e.organisation_id and one.id = ${besides}))
    order by e.received_at, e.seq ${atMost}`.execute(context.tx);
  return rows.map(iso);
}

/** What was sealed, opened; undefined when the organisation's key is another one by now. */
function opened(context: WorkContext, { id, deviceId, sealed }: Row): Entry | undefined {
  const text = sealed.toString("base64url");
  return openEntry(context.keys, context.actor.organisationId, { id, deviceId, sealed: text })?.entry;
}

/** @throws Problem refused `device.entry_broken` */
function entryOf(context: WorkContext, row: Row): Entry {
  const entry = opened(context, row);
  if (!entry) throw new Problem("refused", "device.entry_broken");
  return entry;
}

/** Those of the rows that say where somebody may be whose whereabouts are not for the reader (C7). */
async function hiddenOf(context: WorkContext, rows: readonly Row[]): Promise<Set<string>> {
  const entries = rows.map((row) => ({ id: row.id, deviceId: row.deviceId, payload: opened(context, row)?.payload }));
  return hiddenAmong(context, entries);
}

/** The entry that waits, in reach. @throws Problem not_found `device.entry_not_found` */
async function requireWaiting(context: WorkContext, entryId: string): Promise<Row> {
  const rows = await findWaiting(context, { besides: entryId });
  const row = rows.find(({ id }) => id === entryId);
  if (!row || !leads(context, "device-entry.decide", row) || (await hiddenOf(context, rows)).has(entryId))
    throw new Problem("not_found", "device.entry_not_found");
  return row;
}

/** Holds an entry for this decision, so that two at once are heard one after the other. */
async function lockWaiting(context: CommandContext, entryId: string): Promise<Row> {
  await sql`select 1 from device_entry where organisation_id = ${context.actor.organisationId} and id = ${entryId} for update`.execute(
    context.tx,
  );
  return requireWaiting(context, entryId);
}

async function decide(
  context: CommandContext,
  { id, heldFor }: Row,
  decision: "RELEASED" | "REFUSED",
  { outcome, code, version, conflictId }: EntryResult,
  reason: Buffer | null,
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await sql`update device_entry set outcome = ${outcome}, code = ${code ?? null}, version = ${version ?? null}, conflict_id = ${conflictId ?? null}, sealed = null
    where organisation_id = ${organisationId} and id = ${id}`.execute(context.tx);
  await sql`insert into device_entry_decision (organisation_id, entry_id, decision, held_for, reason_sealed, decided_by)
    values (${organisationId}, ${id}, ${decision}, ${heldFor}, ${reason}, ${accountId})`.execute(context.tx);
}

/**
 * Does what the author had done, as the author and with the rights of that time. Its outcome may be a refusal all the same.
 * @throws Problem not_found `device.entry_not_found` | refused `device.unknown_format`, `device.entry_broken`
 */
export async function releaseEntry(context: CommandContext, { entryId }: ReleaseEntry): Promise<Done> {
  const row = await lockWaiting(context, entryId);
  const entry = entryOf(context, row);
  const command = offlineCommand(entry.type);
  if (!command || presentPayload(command, entry.v, entry.payload) === undefined)
    throw new Problem("refused", "device.unknown_format");
  const { tx, actor, now, keys, files } = context;
  const { organisationId } = actor;
  const base = { accountId: row.authorId, organisationId, displayName: row.authorName, personId: null };
  const said = new Date(entry.occurredAt).toISOString();
  const nobody = { ...base, roles: [], unitIds: [], authorised: false, sessionId: row.deviceId };
  const rightsAt = saidBy(said, row.receivedAt);
  const then = standingAt(await readHistory(tx, nobody), rightsAt, todayIn(rightsAt, "Europe/Warsaw"));
  const author = { ...nobody, ...then };
  const { id, v, mends, payload } = entry;
  const settled = await runWithin(
    tx,
    { clock: { now: () => new Date(now) }, keys, files },
    author,
    { requestId: null, device: row.deviceId },
    presented(command, entry),
    { id, v, base: entry.base, mends, occurredAt: said, payload },
    { nested: true, entry: { deviceId: row.deviceId, seq: entry.deviceSeq } },
  );
  await sql`select set_config('powrot.account_id', ${actor.accountId}, true)`.execute(tx);
  const result = ended(id, settled);
  await decide(context, row, "RELEASED", result, null);
  const about = { type: "device", id: row.deviceId };
  return {
    ids: { entry: id },
    about,
    detail: { entry: id, author: row.authorId, type: entry.type, outcome: result.outcome },
  };
}

/** @throws Problem not_found `device.entry_not_found` */
export async function refuseEntry(context: CommandContext, { entryId, reason }: RefuseEntry): Promise<Done> {
  const row = await lockWaiting(context, entryId);
  const refused: EntryResult = { id: entryId, outcome: "refused", code: "device.refused_by_lead" };
  await decide(context, row, "REFUSED", refused, sealReason(context, entryId, reason));
  const about = { type: "device", id: row.deviceId };
  return { ids: { entry: entryId }, about, detail: { entry: entryId, author: row.authorId, type: row.type } };
}

async function listOwn(context: WorkContext): Promise<OwnEntryLine[]> {
  type Own = OwnEntryLine & { reasonSealed: Buffer | null };
  const { organisationId, accountId } = context.actor;
  const { rows } =
    await sql<Own>`select e.id, e.type, e.said_at, coalesce(d.held_for, e.code) as held_for, e.outcome, e.code, d.decided_at, m.display_name as decided_by,
      d.reason_sealed
    from device_entry e
    left join device_entry_decision d on d.organisation_id = e.organisation_id and d.entry_id = e.id
    left join membership m on m.organisation_id = d.organisation_id and m.account_id = d.decided_by
    where e.organisation_id = ${organisationId} and e.author_id = ${accountId} and (e.outcome = 'quarantined' or d.entry_id is not null)
      and e.received_at > ${context.now}::timestamptz - interval '90 days'
    order by e.received_at desc, e.seq desc ${atMost}`.execute(context.tx);
  return rows.map(({ reasonSealed, ...row }) => ({
    ...row,
    saidAt: instantOf(row.saidAt),
    decidedAt: row.decidedAt && instantOf(row.decidedAt),
    reason: openReason(context, row.id, reasonSealed),
  }));
}

export const quarantineQueries = [
  defineQuery({
    name: "device-entry.list-mine",
    method: "GET",
    path: "/device-entries/mine",
    summary: "What of mine waited for a decision, and what became of it",
    input: z.strictObject({}),
    answer: z.object({ entries: z.array(OwnEntryLine) }),
    verb: deviceAccess["device.self"],
    audit: null,
    run: async (context) => ({ entries: await listOwn(context) }),
  }),
  defineQuery({
    name: "device-entry.list",
    method: "GET",
    path: "/device-entries",
    summary: "Entries of devices that wait for a decision: who, what and why, without what they say",
    input: z.strictObject({}),
    answer: z.object({ entries: z.array(EntryLine) }),
    verb: deviceAccess["device-entry.list"],
    audit: null,
    run: async (context) => {
      const rows = (await findWaiting(context)).filter((row) => leads(context, "device-entry.list", row));
      const led = rows.filter((row) => leads(context, "device-entry.decide", row));
      const [mine, hidden] = [new Set(led.map(({ id }) => id)), await hiddenOf(context, led)];
      const entries = rows.map((row) => ({
        ...row,
        mayDecide: mine.has(row.id) && !hidden.has(row.id),
        hidden: hidden.has(row.id),
      }));
      return { entries };
    },
  }),
  defineQuery({
    name: "device-entry.open",
    method: "GET",
    path: "/device-entries/:entryId",
    summary: "One entry that waits, with what it says",
    input: z.strictObject({ entryId: z.uuid() }),
    answer: OpenedEntry,
    verb: deviceAccess["device-entry.decide"],
    audit: ({ entryId }, { deviceId, authorId }) => ({
      objectType: "device",
      objectId: deviceId,
      detail: { entry: entryId, author: authorId },
    }),
    run: async (context, { entryId }) => {
      const row = await requireWaiting(context, entryId);
      return { ...row, mayDecide: true, hidden: false, payload: entryOf(context, row).payload };
    },
  }),
];
