import { sql } from "kysely";
import { type AuditEntry, writeAudit } from "../../platform/audit.ts";
import { systemClock } from "../../platform/clock.ts";
import { kyselyOf, openPool } from "../../platform/db.ts";

/** Who acts at the operators' door: no account has this id, so the audit never shows a member in its place. */
export const operatorAccountId = "00000000-0000-0000-0000-000000000000";
/** Where the act came from, as the audit's device. */
export const operatorDevice = "powrot command line";

/** Leaves an operator's act in the audit of each organisation. `url` is the owner's. */
export async function auditOperator(
  url: string,
  organisationIds: readonly string[],
  entry: Pick<AuditEntry, "action" | "detail">,
): Promise<void> {
  const db = kyselyOf(openPool(url, { max: 1 }));
  try {
    await db.transaction().execute(async (tx) => {
      const now = systemClock.now().toISOString();
      const { rows } = await sql<{ xid: string }>`select pg_current_xact_id()::text as xid`.execute(tx);
      for (const organisationId of organisationIds)
        await writeAudit(
          tx,
          {
            organisationId,
            actorId: operatorAccountId,
            now,
            xid: rows[0]?.xid ?? "",
            requestId: null,
            device: operatorDevice,
          },
          { ...entry, outcome: "done", objectType: "organisation", objectId: organisationId },
        );
    });
  } finally {
    await db.destroy();
  }
}
