import type pg from "pg";
import { type AuditRow, auditHash, segmentHead } from "./audit.ts";
import { faultOfPurge } from "./auditPurge.ts";
import { systemClock } from "./clock.ts";

const longestSegment = 1_000;
const genesis = Buffer.alloc(32);

export type SealedHead = { organisationId: string; no: number; head: string; sealedAt: string };

/**
 * Links entries that are committed and not yet linked, per organisation in the order of (xid, id), into segments of at
 * most 1,000. Only entries older than every running transaction are taken, so none that commits late is skipped.
 * `pool` connects as the keeper. Answers the new heads.
 */
export async function sealAll(pool: pg.Pool, now: Date): Promise<SealedHead[]> {
  const client = await pool.connect();
  const heads: SealedHead[] = [];
  try {
    await client.query("begin isolation level repeatable read");
    const { rows: lock } = await client.query<{ got: boolean }>("select pg_try_advisory_xact_lock(7076874) as got");
    if (!lock[0]?.got) {
      await client.query("rollback");
      return [];
    }
    const { rows: organisations } = await client.query<{ id: string }>("select id from organisation");
    for (const { id } of organisations) {
      for (;;) {
        const sealed = await sealOne(client, id, now);
        if (!sealed) break;
        heads.push(sealed);
      }
    }
    await client.query("commit");
    return heads;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

async function sealOne(client: pg.PoolClient, organisationId: string, now: Date): Promise<SealedHead | undefined> {
  const { rows: before } = await client.query<{ no: number; head: Buffer; lastXid: string; lastId: string }>(
    `select no, head, last_xid::text as "lastXid", entry_ids[cardinality(entry_ids)] as "lastId" from audit_segment where organisation_id = $1 order by no desc limit 1`,
    [organisationId],
  );
  const [last] = before;
  const { rows } = await client.query<{ id: string; xid: string; hash: Buffer }>(
    `select e.id, e.xid::text as xid, e.hash from audit_entry e where e.organisation_id = $1 and (xid, id) > ($2::xid8, $3::uuid)
       and e.xid < pg_snapshot_xmin(pg_current_snapshot()) order by e.xid, e.id limit ${longestSegment}`,
    [organisationId, last?.lastXid ?? "0", last?.lastId ?? "00000000-0000-0000-0000-000000000000"],
  );
  const end = rows.at(-1);
  if (!end) return undefined;
  const previous = last?.head ?? genesis;
  const head = segmentHead(
    previous,
    rows.map((row) => row.hash),
  );
  const no = (last?.no ?? 0) + 1;
  const sealedAt = now.toISOString();
  await client.query(
    "insert into audit_segment (organisation_id, no, sealed_at, last_xid, entry_ids, previous_head, head) values ($1, $2, $3, $4::xid8, $5, $6, $7)",
    [organisationId, no, sealedAt, end.xid, rows.map((row) => row.id), previous, head],
  );
  return { organisationId, no, head: head.toString("hex"), sealedAt };
}

type AuditFault = { organisationId: string; segment: number | null; entryId: string | null; fault: string };
export type Verification = { entries: number; segments: number; unsealed: number; faults: AuditFault[] };

type EntryRow = Omit<AuditRow, "organisationId" | "atMs"> & { atMs: string; hash: Buffer };
const entryColumns = `id, xid::text as xid, (extract(epoch from at) * 1000)::bigint::text as "atMs", actor_id as "actorId", action, outcome, object_type as "objectType",
  object_id as "objectId", person_id as "personId", section, reason, request_id as "requestId", device, command_id as "commandId", detail::text as detail, hash`;

/**
 * Reads the whole audit again: every entry against its own hash, every segment against its entries and the head before it,
 * gaps in the numbers, and the tail that is not linked yet. `knownHeads` (from outside the database) are compared too.
 * Names what was altered, removed, reordered, or purged before its time; what was purged in time leaves its head.
 */
export async function verifyAudit(
  client: pg.ClientBase,
  knownHeads: readonly SealedHead[] = [],
  now: Date = systemClock.now(),
): Promise<Verification> {
  const result: Verification = { entries: 0, segments: 0, unsealed: 0, faults: [] };
  const { rows: organisations } = await client.query<{ id: string }>("select id from organisation order by id");
  for (const { id } of organisations) await verifyOrganisation(client, id, now, result);
  for (const known of knownHeads) {
    const { rows } = await client.query<{ head: Buffer }>(
      "select head from audit_segment where organisation_id = $1 and no = $2",
      [known.organisationId, known.no],
    );
    if (rows[0]?.head.toString("hex") !== known.head)
      result.faults.push({
        organisationId: known.organisationId,
        segment: known.no,
        entryId: null,
        fault: rows[0] ? "head differs from the one kept outside" : "segment removed",
      });
  }
  return result;
}

async function verifyOrganisation(
  client: pg.ClientBase,
  organisationId: string,
  now: Date,
  result: Verification,
): Promise<void> {
  let previous: Buffer = genesis;
  let expectedNo = 1;
  let lastXid = "0";
  let lastId = "00000000-0000-0000-0000-000000000000";
  const fault = (segment: number | null, entryId: string | null, text: string) =>
    result.faults.push({ organisationId, segment, entryId, fault: text });
  for (;;) {
    const { rows: segments } = await client.query<{
      no: number;
      entryIds: string[];
      previousHead: Buffer;
      head: Buffer;
      purged: boolean;
      lastXid: string;
    }>(
      `select no, entry_ids as "entryIds", previous_head as "previousHead", head, purged_at is not null as purged, last_xid::text as "lastXid" from audit_segment where organisation_id = $1 and no >= $2 order by no limit 1`,
      [organisationId, expectedNo],
    );
    const [segment] = segments;
    if (!segment) break;
    if (segment.no !== expectedNo) fault(expectedNo, null, "segment removed");
    result.segments += 1;
    if (!segment.previousHead.equals(previous) && segment.no === expectedNo)
      fault(segment.no, null, "does not follow the segment before");
    if (segment.purged) {
      const wrong = await faultOfPurge(client, organisationId, segment.no, now);
      if (wrong) fault(segment.no, null, wrong);
    } else {
      const { rows } = await client.query<EntryRow>(
        `select ${entryColumns} from audit_entry where organisation_id = $1 and id = any ($2)`,
        [organisationId, segment.entryIds],
      );
      const byId = new Map(rows.map((row) => [row.id, row]));
      const hashes: Buffer[] = [];
      for (const id of segment.entryIds) {
        const row = byId.get(id);
        if (!row) fault(segment.no, id, "entry removed");
        else {
          const actual = hashOf(organisationId, row);
          if (!actual.equals(row.hash)) fault(segment.no, id, "entry altered");
          hashes.push(actual);
        }
      }
      result.entries += rows.length;
      if (hashes.length === segment.entryIds.length && !segmentHead(segment.previousHead, hashes).equals(segment.head))
        fault(segment.no, null, "entries altered or reordered");
    }
    previous = segment.head;
    expectedNo = segment.no + 1;
    lastXid = segment.lastXid;
    lastId = segment.entryIds.at(-1) ?? lastId;
  }
  const { rows: tail } = await client.query<EntryRow>(
    `select ${entryColumns} from audit_entry e where organisation_id = $1 and (e.xid, e.id) > ($2::xid8, $3::uuid) order by e.xid, e.id`,
    [organisationId, lastXid, lastId],
  );
  result.unsealed += tail.length;
  result.entries += tail.length;
  for (const row of tail)
    if (!hashOf(organisationId, row).equals(row.hash)) fault(null, row.id, "entry altered before it was linked");
  const { rows: counted } = await client.query<{ inside: number; linked: number }>(
    `select (select count(*)::int from audit_entry where organisation_id = $1 and (xid, id) <= ($2::xid8, $3::uuid)) as inside,
       (select coalesce(sum(cardinality(entry_ids)), 0)::int from audit_segment where organisation_id = $1 and purged_at is null) as linked`,
    [organisationId, lastXid, lastId],
  );
  const [count] = counted;
  if (count && count.inside > count.linked)
    fault(null, null, `${count.inside - count.linked} entries put in afterwards`);
}

function hashOf(organisationId: string, { hash: _, atMs, ...row }: EntryRow): Buffer {
  return auditHash({ ...row, organisationId, atMs: Number(atMs) });
}
