/** What is led: the programme itself and each of its annexes. */
export const leadingParts = ["PLAN", "VOCATIONAL", "INTERPERSONAL"] as const;
export type LeadingPart = (typeof leadingParts)[number];

/** Why somebody else leads from now on: the case is led by another, the leader no longer works here, is away, or otherwise. */
export const leadingReasons = ["CASE", "LEAVES", "ABSENCE", "OTHER"] as const;
