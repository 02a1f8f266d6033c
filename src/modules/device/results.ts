import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import { sealText, unsealText } from "../../platform/keys/sealedText.ts";
import type { EntryResult } from "../../platform/sync/contract.ts";
import { resultOf } from "./deliver.ts";

const purpose = "device.reason";

export const sealReason = (context: WorkContext, entryId: string, reason: string): Buffer =>
  sealText(context, purpose, entryId, reason);

export const openReason = (context: WorkContext, entryId: string, sealed: Buffer | null): string | null =>
  sealed && unsealText(context, purpose, entryId, sealed);

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
