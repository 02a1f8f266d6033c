export const needOutcomes = ["MET", "PARTLY", "NOT_MET", "NO_LONGER_RELEVANT"] as const;
