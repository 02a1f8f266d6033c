import type { CommandContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { outcomeOf } from "./rules.ts";

/** A rise that was measured, as proof of a soft outcome; the actor becomes its assessor (R-OUTC-05). */
export type MeasuredRise = {
  evidenceId: string;
  personId: string;
  projectId: string;
  outcomeType: ReturnType<typeof outcomeOf>;
  before: number;
  after: number;
  occurredOn: PlainDate;
};

/** The room of outcomes stands on this room's floor: the house puts its door here. */
export const softOutcomes: {
  record: (context: CommandContext, rise: MeasuredRise) => Promise<void>;
  /** The measurement behind a rise that was taken is another now. */
  corrected: (context: CommandContext, evidenceId: string) => Promise<void>;
} = { record: untaken, corrected: untaken };

function untaken(): never {
  throw new Error("no room takes outcomes");
}
