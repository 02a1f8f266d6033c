import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Actor } from "../../platform/access.ts";
import {
  type AnyCommand,
  type CommandAnswer,
  presentPayload,
  type RequestOrigin,
  runCommand,
  type Services,
} from "../../platform/command.ts";
import type { Tx } from "../../platform/db.ts";
import { parse } from "../../platform/http.ts";
import { Problem } from "../../platform/problem.ts";
import type { Entry, EntryResult, SealedEntry } from "../../platform/sync/contract.ts";
import { offlineCommand } from "../../platform/sync/offlineCommands.ts";
import { entryText, isOwnEntry, openEntry } from "../../platform/sync/sealedEntry.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { Instant } from "../../platform/time/schemas.ts";
import { atDoor } from "../organisation/public.ts";
import { type Author, findAuthor, readHistory } from "./author.ts";
import {
  actorAs,
  bothStandings,
  idsIn,
  isIdle,
  isTooOld,
  mostWaiting,
  type RightsHistory,
  type Standing,
  saidBy,
  standingAt,
} from "./rules.ts";

/** Who brings entries: the device of the token, or null for whoever is there. */
export type Bringer = { deviceId: string; actor: Actor } | null;

/** How an unexpected failure is told to the operator: ids only. */
export type TellFault = (entryId: string, error: unknown) => void;

type Opened = { sealed: SealedEntry; entry: Entry; author: Author; hash: Buffer; known: Known };
/** What the server knows before it takes a batch of one device. */
type Known = { stored: ReadonlyMap<string, StoredEntry>; history: RightsHistory };

/**
 * Takes entries that devices sealed: each is opened, its signature checked, and the command run as its author, once. What is
 * missing from the answer was not taken. Whoever is not the author learns only that an entry is safe.
 */
export async function deliver(
  services: Services,
  entries: readonly SealedEntry[],
  bringer: Bringer,
  origin: RequestOrigin,
  tell: TellFault,
): Promise<EntryResult[]> {
  const results = new Map<string, EntryResult>();
  const opened: Opened[] = [];
  for (const [deviceId, own] of Map.groupBy(entries, (entry) => entry.deviceId)) {
    const author = await findAuthor(services, deviceId);
    if (!author) continue; // a restored server may not know it yet: sent again, it is known after the user signed in
    const known = await readKnown(services, author, origin, own);
    for (const sealed of own) {
      const signed = openEntry(services.keys, author.actor.organisationId, sealed);
      if (signed && isOwnEntry(author.signingKey, signed) && Instant.safeParse(signed.entry.occurredAt).success) {
        const hash = createHash("sha256").update(entryText(signed.entry)).digest();
        opened.push({ sealed, entry: signed.entry, author, hash, known });
      } else results.set(sealed.id, { id: sealed.id, outcome: "invalid", code: "device.entry_broken" });
    }
  }
  opened.sort((a, b) => a.entry.deviceSeq - b.entry.deviceSeq); // of one device in the order in which it was done
  for (const one of opened) {
    const { id } = one.sealed;
    if (results.has(id)) continue;
    const result = await take(services, one, bringer, origin, tell).catch((error: unknown) => tell(id, error));
    if (!result) continue;
    const { actor } = one.author;
    const isAuthor =
      bringer?.actor.accountId === actor.accountId && bringer.actor.organisationId === actor.organisationId;
    results.set(id, isAuthor ? result : { id, outcome: "received" });
  }
  return entries.flatMap(({ id }) => results.get(id) ?? []);
}

type StoredEntry = {
  id: string;
  entryHash: Buffer;
  outcome: EntryResult["outcome"];
  code: string | null;
  version: number | null;
  conflictId: string | null;
};

export const resultOf = ({ id, outcome, code, version, conflictId }: Omit<StoredEntry, "entryHash">): EntryResult => ({
  id,
  outcome,
  ...(code ? { code } : {}),
  ...(version === null ? {} : { version }),
  ...(conflictId ? { conflictId } : {}),
});

async function readKnown(
  services: Services,
  { actor }: Author,
  { requestId }: RequestOrigin,
  entries: readonly SealedEntry[],
): Promise<Known> {
  const ids = entries.map(({ id }) => id);
  return atDoor(services, { ...actor, requestId }, async (tx) => {
    const { rows } = await sql<StoredEntry>`select id, entry_hash, outcome, code, version, conflict_id from device_entry
      where organisation_id = ${actor.organisationId} and id = any (${ids}::uuid[])`.execute(tx);
    return { stored: new Map(rows.map((row) => [row.id, row])), history: await readHistory(tx, actor) };
  });
}

/** Undefined: not taken now. */
async function take(
  services: Services,
  one: Opened,
  bringer: Bringer,
  origin: RequestOrigin,
  tell: TellFault,
): Promise<EntryResult | undefined> {
  const { entry, author, hash } = one;
  const { organisationId, accountId } = author.actor;
  const at = { organisationId, accountId, requestId: origin.requestId };
  const said = new Date(entry.occurredAt).toISOString();
  const stored = one.known.stored.get(entry.id.toLowerCase()); // as the database writes ids
  if (stored && !stored.entryHash.equals(hash)) {
    await atDoor(services, at, (_, audit) =>
      audit({
        action: "device-entry.deliver",
        outcome: "conflict",
        reason: "command.id_reused",
        objectType: "device",
        objectId: author.deviceId,
      }),
    );
    return { id: entry.id, outcome: "conflict", code: "command.id_reused" };
  }
  if (stored) return resultOf(stored);

  const now = services.clock.now().toISOString();
  const rightsAt = saidBy(said, now);
  const then = standingAt(one.known.history, rightsAt, todayIn(rightsAt, "Europe/Warsaw"));
  const keep = (tx: Tx, result: EntryResult) => keepEntry(tx, one, bringer, then, result);
  const hold = (code: string) => holdBack(services, one, { ...at, code }, keep);
  if (author.revoked || !author.live || isIdle(author.seenAt, now)) return hold("device.revoked_entry");
  if (isTooOld(said, now)) return hold("device.too_old");
  const command = offlineCommand(entry.type);
  if (!command || entry.v > command.v) return hold("device.unknown_format");

  const both = bothStandings(then, { ...author.actor });
  const envelope = {
    id: entry.id,
    v: entry.v,
    base: entry.base,
    mends: entry.mends,
    occurredAt: said,
    payload: entry.payload,
  };
  const run = (decided: boolean) =>
    runCommand(
      services,
      actorAs(author.actor, both),
      { ...origin, device: author.deviceId },
      presented(command, entry),
      envelope,
      {
        entry: { deviceId: author.deviceId, seq: entry.deviceSeq },
        undecided: ({ kind }) => !decided && (kind === "forbidden" || kind === "not_found"),
        alongside: (tx, settled) => keep(tx, ended(entry.id, settled)),
      },
    );
  try {
    return ended(entry.id, await run(false));
  } catch (error) {
    if (!(error instanceof Problem)) {
      tell(entry.id, error);
      return hold("device.fault");
    }
    if (error.kind === "unavailable" || error.kind === "throttled") return undefined;
    if (error.kind === "forbidden" || error.kind === "not_found") {
      // it was theirs to do when they did it, or the server itself had given them the record: a person decides
      const lost = both.differs || (await wasHeld(services, at, author.deviceId, entry.payload));
      const isSettled =
        !lost &&
        (await run(true).then(
          () => undefined,
          (problem: unknown) => problem,
        ));
      return isSettled instanceof Problem ? ended(entry.id, isSettled) : hold("device.rights_changed");
    }
    if (error.kind !== "invalid") return ended(entry.id, error);
    const result = ended(entry.id, error);
    await atDoor(services, at, (tx) => keep(tx, result));
    return result;
  }
}

/** The command with this entry's payload in its present form, checked. */
export function presented(command: AnyCommand, { v, payload }: Entry): AnyCommand {
  return {
    ...command,
    run: (context) => command.run(context, parse(command.payload, presentPayload(command, v, payload), "payload")),
  };
}

export function ended(id: string, settled: CommandAnswer | Problem): EntryResult {
  if (settled instanceof Problem) {
    const { code, details } = settled;
    const kind = settled.kind === "unauthenticated" || settled.kind === "throttled" || settled.kind === "unavailable";
    return {
      id,
      outcome: kind ? "refused" : (settled.kind as EntryResult["outcome"]),
      code,
      ...(details ? { details } : {}),
    };
  }
  const { version, conflictId } = settled;
  return {
    id,
    outcome: conflictId ? "kept" : "done",
    ...(version === undefined ? {} : { version }),
    ...(conflictId ? { conflictId } : {}),
  };
}

/** Sets an entry aside until a person decides, with the sealed bytes as they came. Undefined: so many wait that it is not taken now. */
async function holdBack(
  services: Services,
  { entry, author }: Opened,
  { code, ...at }: { organisationId: string; accountId: string; requestId: string | null; code: string },
  keep: (tx: Tx, result: EntryResult) => Promise<void>,
): Promise<EntryResult | undefined> {
  const result: EntryResult = { id: entry.id, outcome: "quarantined", code };
  return atDoor(services, at, async (tx, audit) => {
    const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from device_entry
      where organisation_id = ${at.organisationId} and device_id = ${author.deviceId} and outcome = 'quarantined'`.execute(
      tx,
    );
    if ((rows[0]?.waiting ?? 0) >= mostWaiting) return undefined;
    await keep(tx, result);
    const about = { objectType: "device", objectId: author.deviceId, detail: { entry: entry.id, type: entry.type } };
    await audit({ action: "device-entry.hold", outcome: "done", reason: code, ...about });
    return result;
  });
}

async function keepEntry(
  tx: Tx,
  { entry, sealed, author, hash }: Opened,
  bringer: Bringer,
  then: Standing,
  { outcome, code, version, conflictId }: EntryResult,
): Promise<void> {
  const bytes = outcome === "quarantined" ? Buffer.from(sealed.sealed, "base64url") : null;
  const clock = Instant.safeParse(entry.deviceClock).success ? entry.deviceClock : entry.occurredAt;
  await sql`insert into device_entry (organisation_id, id, device_id, author_id, unit_ids, seq, type, v, entry_hash, said_at, device_at, brought_by,
      outcome, code, version, conflict_id, sealed)
    values (${author.actor.organisationId}, ${entry.id}, ${author.deviceId}, ${author.actor.accountId}, ${[...then.unitIds]}::uuid[], ${entry.deviceSeq},
      ${entry.type}, ${entry.v}, ${hash}, ${entry.occurredAt}, ${clock}, ${bringer?.deviceId ?? null},
      ${outcome}, ${code ?? null}, ${version ?? null}, ${conflictId ?? null}, ${bytes})
    on conflict (organisation_id, id) do nothing`.execute(tx);
}

/** Whether the device held one of the records that the payload names. */
async function wasHeld(
  services: Services,
  at: { organisationId: string; accountId: string; requestId: string | null },
  deviceId: string,
  payload: unknown,
): Promise<boolean> {
  const ids = [...idsIn(payload)];
  return atDoor(services, at, async (tx) => {
    const { rows } =
      await sql`select 1 from device_holding where organisation_id = ${at.organisationId} and device_id = ${deviceId}
      and (record_id = any (${ids}::uuid[]) or person_id = any (${ids}::uuid[])) limit 1`.execute(tx);
    return rows.length > 0;
  });
}
