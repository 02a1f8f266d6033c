/** Why somebody leaves a club. The act names no list: these are the house's words. Source: docs/domain/rules.md R-KIS-02 */
export const clubEnds = [
  "COMPLETED",
  "JOB",
  "CONTRACT_ENDED",
  "RESIGNED",
  "STOPPED_COMING",
  "MOVED",
  "DECEASED",
  "OTHER",
] as const;
export type ClubEnd = (typeof clubEnds)[number];
