import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";

/** Minutes that classes of one person held and that the person was there, on some days, inclusive; `app` registers the room of registers. */
export const classPresence: {
  of(
    context: WorkContext,
    wish: { personId: string; from: PlainDate; until: PlainDate },
  ): Promise<{ held: number; present: number }>;
} = { of: () => Promise.resolve({ held: 0, present: 0 }) };
