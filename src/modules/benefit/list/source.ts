import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { monthFacts } from "../month/facts.ts";
import type { PersonMonth } from "../month/personMonth.ts";

type MonthFacts = (context: WorkContext, of: { unitId: string; month: PlainDate }) => Promise<readonly PersonMonth[]>;

/** Where the months of participants come from: registers, excuses and programmes; a test puts its own facts in their place. */
export const monthSource: { factsOf: MonthFacts } = { factsOf: monthFacts };
