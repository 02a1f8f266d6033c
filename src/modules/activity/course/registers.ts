import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { Attended } from "./rules.ts";

/**
 * What registers of a module tell of some people on some days, both inclusive: minutes held while they belonged to the group, and
 * minutes they were there. `app` registers the room that keeps registers.
 */
export const courseRegisters: {
  minutesOf(
    context: WorkContext,
    of: { moduleId: string; personIds: readonly string[]; from: PlainDate; until: PlainDate },
  ): Promise<ReadonlyMap<string, Attended>>;
} = { minutesOf: () => Promise.resolve(new Map()) };
