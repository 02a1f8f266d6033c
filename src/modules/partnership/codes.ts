/** Code lists of the room. */

/** Sections of a file that can be shared. What psychologists note for themselves is not among them: nobody else opens it. */
export const shareableSections = [
  "CORE",
  "SOCIAL",
  "STREET",
  "STAY",
  "ATTENDANCE",
  "EMPLOYMENT",
  "PSYCHOLOGICAL",
  "ADDICTION",
  "HEALTH",
  "COURT",
] as const;
export type ShareableSection = (typeof shareableSections)[number];

/** Letters of GDPR Art. 6(1). `ART_6_1_A`: the person's consent. Source: docs/domain/rules.md R-GDPR-01 */
export const legalBases = ["ART_6_1_A", "ART_6_1_C", "ART_6_1_D", "ART_6_1_E", "ART_6_1_F"] as const;
export type LegalBasis = (typeof legalBases)[number];
