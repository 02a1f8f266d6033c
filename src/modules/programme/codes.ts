/** Why a class was cancelled. Apart from contract.ts, so that a screen does not carry the schema library. */
export const cancellationReasons = ["LEADER_ABSENT", "ROOM", "WEATHER", "OTHER"] as const;

/** Modules that may be a workshop; all others are talks, courses and meetings. */
export const handwork: readonly string[] = ["OWN", "WORKSHOP"];
