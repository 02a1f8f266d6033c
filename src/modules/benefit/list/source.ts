import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { programmesOfUnit } from "../../centre/public.ts";
import { monthFacts, spansOfMonths } from "../month/facts.ts";
import type { PersonMonth, PersonSpans } from "../month/personMonth.ts";

type OfSome = { unitId: string; months: readonly PlainDate[] };
type Between = { unitId: string; from: PlainDate; to: PlainDate };

/**
 * Where the months of participants come from: what registers, excuses and programmes say of a unit's month. `running`: when programmes
 * of some months ran, in one reading; a month in which none did has nobody to pay. `spansOf`: what the amounts of some months come from,
 * oldest first, in one reading. Left out: every month is asked.
 */
export type MonthFacts = {
  (context: WorkContext, of: { unitId: string; month: PlainDate }): Promise<readonly PersonMonth[]>;
  running?(context: WorkContext, between: Between): Promise<readonly { from: PlainDate; to: PlainDate | null }[]>;
  spansOf?(context: WorkContext, of: OfSome): Promise<ReadonlyMap<PlainDate, readonly PersonSpans[]>>;
};

/** The months as the house has them. */
export const registeredMonths: MonthFacts = Object.assign(
  (context: WorkContext, of: { unitId: string; month: PlainDate }) => monthFacts(context, of),
  {
    spansOf: (context: WorkContext, of: OfSome) => spansOfMonths(context, of),
    running: async (context: WorkContext, between: Between) => {
      const programmes = await programmesOfUnit(context, between);
      return programmes.map(({ days, endedOn }) => ({ from: days.trialFrom, to: endedOn }));
    },
  },
);

/** What the amounts of some months come from, oldest first. */
export async function spansOf(
  context: WorkContext & OfMonths,
  { unitId, months }: OfSome,
): Promise<ReadonlyMap<PlainDate, readonly PersonSpans[]>> {
  const { factsOf } = context;
  if (factsOf.spansOf) return factsOf.spansOf(context, { unitId, months });
  const found = new Map<PlainDate, readonly PersonSpans[]>();
  for (const month of months) found.set(month, await factsOf(context, { unitId, month }));
  return found;
}

/** What computing a list needs beside a context. */
export type OfMonths = { factsOf: MonthFacts };

/** A run of an act or a read that computes lists, with the facts that the room was made with. */
export const withFacts =
  (factsOf: MonthFacts) =>
  <C extends WorkContext, I, A>(run: (context: C & OfMonths, input: I) => Promise<A>) =>
  (context: C, input: I): Promise<A> =>
    run({ ...context, factsOf }, input);
