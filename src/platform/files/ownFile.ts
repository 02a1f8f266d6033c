import type { CommandContext } from "../command.ts";
import { invalidAt } from "../problem.ts";

/**
 * A file may be attached by the one who brought it: attaching opens it to the readers of the record.
 * @throws Problem invalid `file.not_found` at `path`
 */
export async function requireOwnFile(context: CommandContext, fileId: string | null, path: string): Promise<void> {
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
