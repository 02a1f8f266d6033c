/** Source: docs/domain/forms.md F-3A; a study visit is the S2 seed's, glossary 180 */
export const gatheringKinds = ["SELF_HELP", "COMMUNITY", "LEISURE", "INTEGRATION", "STUDY_VISIT"] as const;
export type GatheringKind = (typeof gatheringKinds)[number];

/** How a meeting stands: ahead; its day came and nobody said who was there; held. */
export const gatheringStates = ["PLANNED", "WAITING", "HELD"] as const;
export type GatheringState = (typeof gatheringStates)[number];

/** Who leads. */
export const gatheringLeads = ["STAFF", "VOLUNTEER", "SELF_RUN", "GUEST"] as const;
export type GatheringLead = (typeof gatheringLeads)[number];
