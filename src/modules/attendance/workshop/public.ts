import type { WorkContext } from "../../../platform/command.ts";
import { endOfMonth, type PlainDate, plainDate } from "../../../platform/time/plainDate.ts";
import type { Habit, OpinionKind } from "./codes.ts";
import { firstWeekShown } from "./rules.ts";
import { byPerson, habitsOf, lastProgress, opinionsAbout, skillsOf } from "./store.ts";

/** An instructor's word about a month, with the grades of that month and how far the person had got by its end. */
export type WorkshopOpinion = {
  kind: OpinionKind;
  words: string;
  by: string;
  on: PlainDate;
  habits: Partial<Record<Habit, number>>;
  /** Sum of the levels of the last marked week up to the month's end, and what it could be. */
  levels: { sum: number; of: number } | null;
};

/**
 * What instructors say of some people for a bonus or an extension, about the month `YYYY-MM`; of each kind the last word. Who has
 * none is left out. The caller has checked that the actor reads these people's months, and whose whereabouts are hidden (C7).
 * Source: docs/domain/forms.md F-38
 */
export async function opinionsOf(
  context: WorkContext,
  personIds: readonly string[],
  month: string,
): Promise<ReadonlyMap<string, WorkshopOpinion[]>> {
  const first = plainDate(`${month}-01`);
  const last = endOfMonth(first);
  const opinions = await opinionsAbout(context, personIds, first);
  const told = [...new Set(opinions.map(({ personId }) => personId))];
  const [gradesOf, marksOf] = [
    byPerson(await habitsOf(context, told, first)),
    byPerson((await skillsOf(context, told, firstWeekShown(last))).filter(({ week }) => week <= last)),
  ];
  const of = byPerson(opinions);
  return new Map(
    told.map((personId) => [
      personId,
      of(personId).map(({ kind, words, by, on }) => ({
        kind,
        words,
        by,
        on,
        habits: Object.fromEntries(gradesOf(personId).map(({ habit, grade }) => [habit, grade])),
        levels: lastProgress(marksOf(personId)),
      })),
    ]),
  );
}
