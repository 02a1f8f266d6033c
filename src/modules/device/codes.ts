/** Reasons for which somebody ends a device; `ACCOUNT_ENDED` and `IDLE` are the house's own. */
export const revokeReasons = ["LOST", "STOLEN", "REPLACED", "OWN", "OTHER"] as const;
