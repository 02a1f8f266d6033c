import { createHash } from "node:crypto";
import { sql } from "kysely";
import { type AuditEntry, writeAudit } from "../../platform/audit.ts";
import type { Services } from "../../platform/command.ts";
import type { Tx } from "../../platform/db.ts";

/** Who acts at a door: an account of one organisation, known by password, link or passkey; null for somebody without one. */
export type AtDoor = { organisationId: string; accountId: string | null; requestId: string | null };

/**
 * Runs one transaction for an act of signing in: secrets go by doors and not by commands, because a command keeps a hash of
 * what it was given, and a hash of a password can be guessed. The audit entry is written in the same transaction.
 */
export function atDoor<T>(
  services: Services,
  who: AtDoor,
  run: (tx: Tx, audit: (entry: AuditEntry) => Promise<void>) => Promise<T>,
): Promise<T> {
  const now = services.clock.now().toISOString();
  return services.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      xid: string;
    }>`select set_config('powrot.organisation_id', ${who.organisationId}, true),
      set_config('powrot.account_id', ${who.accountId ?? ""}, true), set_config('powrot.now', ${now}, true), pg_current_xact_id()::text as xid`.execute(
      tx,
    );
    const context = {
      organisationId: who.organisationId,
      actorId: who.accountId,
      now,
      xid: rows[0]?.xid ?? "",
      requestId: who.requestId,
      device: null,
    };
    return run(tx, (entry) => writeAudit(tx, context, entry));
  });
}

export function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
