/** Who answers for accidents while somebody helps. Apart from contract.ts, so that a screen does not carry the schema library. */
export const insurances = ["ACCIDENT_BY_US", "ACCIDENT_BY_LAW", "NOT_ARRANGED"] as const;
export type Insurance = (typeof insurances)[number];

/** A volunteer comes of age on this birthday. */
export const adultYears = 18;
