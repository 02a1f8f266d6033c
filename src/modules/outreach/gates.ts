import type { CommandContext } from "../../platform/command.ts";
import type { RecordContact } from "./contract.ts";

/** What rooms above do with a card that answers a report, in the card's own transaction. Filled by the app. */
export type ContactGate = (
  context: CommandContext,
  contact: { contactId: string; contactAt: string; reportRef: NonNullable<RecordContact["reportRef"]> },
) => Promise<void>;
export const contactGates: ContactGate[] = [];
