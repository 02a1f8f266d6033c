import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { EntryResult } from "../../platform/sync/contract.ts";
import { resultOf } from "./deliver.ts";

const purpose = "device.reason";

export function sealReason(context: WorkContext, entryId: string, reason: string): Buffer {
  return Buffer.from(context.keys.encryptFor(context.actor.organisationId, purpose, Buffer.from(reason), entryId));
}

export function openReason(context: WorkContext, entryId: string, sealed: Buffer | null): string | null {
  if (!sealed) return null;
  return Buffer.from(context.keys.decryptFor(context.actor.organisationId, purpose, sealed, entryId)).toString();
}

/** What became of the actor's own entries; what is not there was not received. */
export async function resultsOf(context: WorkContext, ids: readonly string[]): Promise<EntryResult[]> {
  const { organisationId, accountId } = context.actor;
  type Row = Parameters<typeof resultOf>[0] & { reasonSealed: Buffer | null };
  const { rows } =
    await sql<Row>`select e.id, e.outcome, e.code, e.version, e.conflict_id, d.reason_sealed from device_entry e
    left join device_entry_decision d on d.organisation_id = e.organisation_id and d.entry_id = e.id
    where e.organisation_id = ${organisationId} and e.author_id = ${accountId} and e.id = any (${[...ids]}::uuid[])`.execute(
      context.tx,
    );
  return rows.map((row) => {
    const reason = openReason(context, row.id, row.reasonSealed);
    return { ...resultOf(row), ...(reason === null ? {} : { details: { reason } }) };
  });
}
