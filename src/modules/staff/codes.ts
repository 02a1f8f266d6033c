/** Who answers for accidents while somebody helps. Apart from contract.ts, so that a screen does not carry the schema library. */
export const insurances = ["ACCIDENT_BY_US", "ACCIDENT_BY_LAW", "NOT_ARRANGED"] as const;
export type Insurance = (typeof insurances)[number];

/** Where hours of a card come from, beside those entered by hand: a class by its closed register, a meeting that was held. */
export const ledSourceKinds = ["CLASS", "MEETING"] as const;
export type LedSource = (typeof ledSourceKinds)[number];

/** A volunteer comes of age on this birthday. */
export const adultYears = 18;
