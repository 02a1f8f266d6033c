/** Apart from contract.ts, so that a screen does not carry the schema library. */
export const rowKinds = ["TOTAL", "GROUP", "SEX", "AGE_BAND"] as const;
export const cellStates = ["ALL", "VERIFIED", "WAITING", "OUTSIDE_WINDOW", "MISSING"] as const;
