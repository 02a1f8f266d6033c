/** Spheres of a life, as plans have them. */
export const spheres = ["HOUSING", "FAMILY", "VOCATIONAL", "SOCIAL", "PSYCHOLOGICAL", "HEALTH", "LEGAL"] as const;
export const needOutcomes = ["MET", "PARTLY", "NOT_MET", "NO_LONGER_RELEVANT"] as const;
