import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import { parameterOn, valueOn } from "../../platform/law.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

const code = "PLAN_REVIEW_INTERVAL";

/** Months from one review to the next, as they hold on the day that is counted from. Source: docs/domain/rules.md R-IPWB-06 (design) */
export async function reviewMonths(context: WorkContext, from: PlainDate): Promise<number> {
  return Number((await parameterOn(context.tx, code, from)).value);
}

/** The same for each row of a list, inside its statement. `from`: the column of that day. */
export const reviewMonthsOf = (from: string) => valueOn(code, sql.ref(from));
