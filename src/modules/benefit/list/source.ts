import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { PersonMonth } from "../month/personMonth.ts";

/** Where the months of participants come from: what registers, excuses and programmes say of a unit's month. */
export type MonthFacts = (
  context: WorkContext,
  of: { unitId: string; month: PlainDate },
) => Promise<readonly PersonMonth[]>;

/** What computing a list needs beside a context. */
export type OfMonths = { factsOf: MonthFacts };

/** A run of an act or a read that computes lists, with the facts that the room was made with. */
export const withFacts =
  (factsOf: MonthFacts) =>
  <C extends WorkContext, I, A>(run: (context: C & OfMonths, input: I) => Promise<A>) =>
  (context: C, input: I): Promise<A> =>
    run({ ...context, factsOf }, input);
