import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { SupportForm } from "../codes.ts";

/** A service that somebody really had: in which months (`2026-11`) of those asked for, and on which day last. */
export type Received = { personId: string; form: SupportForm; months: readonly string[]; lastOn: PlainDate };

/**
 * What rooms know of services that were really given from a day on until today, of people in the actor's reach in that room and
 * whose whereabouts the actor may know. A merged record counts for the one that stays. `app` fills the list.
 */
export const receivedSources: ((context: WorkContext, since: PlainDate) => Promise<readonly Received[]>)[] = [];
