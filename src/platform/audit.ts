import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "./db.ts";
import { uuidv7 } from "./uuid.ts";

/** What an entry says. Ids and codes only: never a name, a number of a document or text that somebody typed. */
export type AuditEntry = {
  action: string;
  outcome: "done" | "refused" | "forbidden" | "not_found" | "conflict" | "invalid";
  objectType?: string | null;
  objectId?: string | null;
  personId?: string | null;
  section?: string | null;
  reason?: string | null;
  commandId?: string | null;
  detail?: Readonly<Record<string, unknown>> | null;
};

/** `personId`: as the giver knows the person; null in the receiver's entry. */
export type ShareAuditEntry = { action: `share.${string}`; objectId: string; personId: string | null };

export type AuditContext = {
  organisationId: string;
  actorId: string | null;
  now: string;
  xid: string;
  requestId: string | null;
  device: string | null;
};

/** The stored form of an entry, as the hash sees it. `at` in milliseconds, so that no time format matters. */
export type AuditRow = {
  organisationId: string;
  id: string;
  xid: string;
  atMs: number;
  actorId: string | null;
  action: string;
  outcome: string;
  objectType: string | null;
  objectId: string | null;
  personId: string | null;
  section: string | null;
  reason: string | null;
  requestId: string | null;
  device: string | null;
  commandId: string | null;
  detail: string | null;
};

/** SHA-256 over all fields in a fixed order. */
export function auditHash(row: AuditRow): Buffer {
  const fields = [row.organisationId, row.id, row.xid, row.atMs, row.actorId, row.action, row.outcome, row.objectType];
  const more = [
    row.objectId,
    row.personId,
    row.section,
    row.reason,
    row.requestId,
    row.device,
    row.commandId,
    row.detail,
  ];
  return createHash("sha256")
    .update(JSON.stringify([...fields, ...more]))
    .digest();
}

/** The head of a segment: the head before it, then the hashes of its entries in order. */
export function segmentHead(previousHead: Buffer, entryHashes: readonly Buffer[]): Buffer {
  const hash = createHash("sha256").update(previousHead);
  for (const entryHash of entryHashes) hash.update(entryHash);
  return hash.digest();
}

function rowOf(context: AuditContext, entry: AuditEntry): AuditRow {
  return {
    organisationId: context.organisationId,
    id: uuidv7(),
    xid: context.xid,
    atMs: Date.parse(context.now),
    actorId: context.actorId,
    action: entry.action,
    outcome: entry.outcome,
    objectType: entry.objectType ?? null,
    objectId: entry.objectId ?? null,
    personId: entry.personId ?? null,
    section: entry.section ?? null,
    reason: entry.reason ?? null,
    requestId: context.requestId,
    device: context.device,
    commandId: entry.commandId ?? null,
    detail: entry.detail ? JSON.stringify(entry.detail) : null,
  };
}

/** Writes one entry in the transaction of what it tells of. */
export async function writeAudit(tx: Tx, context: AuditContext, entry: AuditEntry): Promise<void> {
  const row = rowOf(context, entry);
  await sql`insert into audit_entry (organisation_id, id, xid, at, actor_id, action, outcome, object_type, object_id, person_id, section,
      reason, request_id, device, command_id, detail, hash)
    values (${row.organisationId}, ${row.id}, ${row.xid}::xid8, ${context.now}, ${row.actorId}, ${row.action}, ${row.outcome}, ${row.objectType},
      ${row.objectId}, ${row.personId}, ${row.section}, ${row.reason}, ${row.requestId}, ${row.device}, ${row.commandId}, ${row.detail}::json, ${auditHash(row)})`.execute(
    tx,
  );
}

/**
 * Writes the entry of the other organisation of a share, about the same act by the same account. The database lets it pass only
 * for a share between the two; the device stays with the actor's own organisation.
 */
export async function writeShareAudit(
  tx: Tx,
  context: AuditContext,
  organisationId: string,
  entry: ShareAuditEntry,
): Promise<void> {
  const detail = { organisationId: context.organisationId };
  const whole = { ...entry, outcome: "done", objectType: "share", detail } as const;
  const row = rowOf({ ...context, organisationId, device: null }, whole);
  await sql`select mirror_share_audit(${JSON.stringify(row)}::jsonb, ${auditHash(row)})`.execute(tx);
}
