import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { Days } from "./rules.ts";

/** Hours of a colleague that are given away, in minutes after midnight. */
export type BusyHours = { consultantId: string; day: PlainDate; from: number; until: number };

/** What rooms above know of the hours of some colleagues beside their duties, such as classes that they lead. */
export type BusySource = (
  context: WorkContext,
  within: Days,
  consultantIds: readonly string[],
) => Promise<readonly BusyHours[]>;
export const busySources: BusySource[] = [];

/** Hours of these colleagues in which a room above has them, in some days (inclusive). */
export async function hoursElsewhere(
  context: WorkContext,
  within: Days,
  consultantIds: readonly string[],
): Promise<BusyHours[]> {
  return (await Promise.all(busySources.map((source) => source(context, within, consultantIds)))).flat();
}
