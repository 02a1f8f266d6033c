import { sql } from "kysely";
import type { CommandContext, WorkContext } from "../command.ts";
import { invalidAt } from "../problem.ts";

/**
 * A file may be attached by the one who brought it: attaching opens it to the readers of the record.
 * @throws Problem invalid `file.not_found` at `path`
 */
export async function requireOwnFile(context: WorkContext, fileId: string | null, path: string): Promise<void> {
  if (fileId === null) return;
  const file = await context.tx
    .selectFrom("storedFile")
    .select("id")
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", fileId)
    .where("uploadedBy", "=", context.actor.accountId)
    .executeTakeFirst();
  if (!file) throw invalidAt(path, "file.not_found");
}

/**
 * Ends a file for good, unless another record shows it too: then it stays with that one. Its bytes go once the transaction
 * is kept: the job `end-file` belongs to it.
 */
export async function endFile({ tx, actor }: CommandContext, fileId: string): Promise<void> {
  const { organisationId } = actor;
  await sql`savepoint file_ending`.execute(tx);
  const gone = await sql<{ storageName: string }>`delete from stored_file
    where organisation_id = ${organisationId} and id = ${fileId} returning storage_name`
    .execute(tx)
    .catch(async (error: unknown) => {
      if (!(error instanceof Error && "code" in error && error.code === "23503")) throw error;
      await sql`rollback to savepoint file_ending`.execute(tx);
      return { rows: [] };
    });
  for (const { storageName } of gone.rows)
    await sql`select add_job('end-file', ${JSON.stringify({ organisationId, storageName })}::json)`.execute(tx);
}
