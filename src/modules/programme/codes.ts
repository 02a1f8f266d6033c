/** Why a class was cancelled. Apart from contract.ts, so that a screen does not carry the schema library. */
export const cancellationReasons = ["LEADER_ABSENT", "ROOM", "WEATHER", "OTHER"] as const;

/** Modules that may be a workshop; all others are talks, courses and meetings. */
export const handwork: readonly string[] = ["OWN", "WORKSHOP"];

/** What cannot be at one time: a group, a room or a leader in two places. */
export const conflictKinds = ["GROUP_TWICE", "ROOM_TWICE", "LEADER_TWICE"] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** Who leads classes: a colleague with an account, somebody who helps without pay, or somebody whom a partner sends. */
export const leaderKinds = ["COLLEAGUE", "VOLUNTEER", "PARTNER"] as const;
export type LeaderKind = (typeof leaderKinds)[number];

/** How a session stands: ahead, waiting for its register, closed, or gone by without a word. */
export const sessionStates = ["AHEAD", "OPEN", "CLOSED", "MISSED"] as const;
export type SessionState = (typeof sessionStates)[number];
