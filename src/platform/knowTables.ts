import type pg from "pg";

/**
 * Has PostgreSQL look at every table, as owner. By itself it does so only once some fifty rows of one have changed; a smaller one it takes
 * for a single row, and a plan built on that reckons the same sums again for each class of a group.
 */
export async function knowTables(owner: Pick<pg.ClientBase, "query">): Promise<void> {
  await owner.query("analyze");
}
