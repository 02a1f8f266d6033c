/** Code lists of this room without their schemas, for screens. */
export const unitKinds = [
  "OUTREACH_TEAM",
  "SOCIAL_WORK",
  "SHELTER",
  "WARMING_CENTRE",
  "NIGHT_SHELTER",
  "FLATS",
  "CIS",
  "KIS",
  "LEGAL_CARE",
  "HEALTH",
  "OFFICE",
  "CITY_GUARD",
  "POLICE",
  "RAILWAY_GUARD",
  "BORDER_GUARD",
  "HOSPITAL",
  "OTHER",
] as const;
export const organisationKinds = ["OPS", "PCPR", "NGO", "CIS", "KIS", "CHURCH", "COMMUNE", "OTHER"] as const;
export const recoveryKinds = ["PASSWORD", "SECOND_FACTOR", "BOTH"] as const;
export const authorisationKinds = ["AUTHORISATION", "PLEDGE"] as const;
