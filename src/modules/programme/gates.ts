import type { WorkContext } from "../../platform/command.ts";

/** What rooms above hold against moving or cancelling sessions, such as a register begun: a refusal code or null. */
export type SessionGate = (context: WorkContext, sessionIds: readonly string[]) => Promise<string | null>;
export const sessionGates: SessionGate[] = [];
