import { sql } from "kysely";
import { listMost } from "./listMost.ts";

/** Ends the statement of a list, after its `order by`. */
export const atMost = sql`limit ${listMost}`;
