import { sql } from "kysely";
import { listMost } from "./listMost.ts";

/** Ends the statement of a list, after its `order by`. Written out, not bound: the planner knows how few lines are wanted. */
export const atMost = sql`limit ${sql.lit(listMost)}`;
