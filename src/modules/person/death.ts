import type { CommandContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

/** A day of death as it was and as it became; null: none is known. */
export type DeathChange = { personId: string; before: PlainDate | null; deathDate: PlainDate | null };

/**
 * What rooms above this one do when a day of death is entered, changed or taken back, in the same transaction. The
 * composition fills the list; it is empty on its own. Source: docs/domain/forms.md F-00
 */
export const deathActs: ((context: CommandContext, change: DeathChange) => Promise<void>)[] = [];
