/** Closed lists of the street. Words: messages.ts. Source: docs/domain/forms.md, "Code lists". */
export const sexes = ["F", "M", "X", "UNKNOWN"] as const;
export const anonymityLevels = ["ANONYMOUS", "ALIAS", "NAMED"] as const;
export const siteTypes = [
  "STATION_RAIL",
  "STATION_BUS",
  "STREET",
  "PARK",
  "WOODS",
  "VACANT_BUILDING",
  "ALLOTMENT_HUT",
  "STAIRWELL",
  "BASEMENT",
  "WASTE_SHED",
  "HEATING_DUCT",
  "BUNKER",
  "CAR",
  "WAGON",
  "TENT",
  "UNDER_BRIDGE",
  "SHOPPING_CENTRE",
  "HOSPITAL_LOBBY",
  "OTHER",
] as const;
export const hazards = ["FIRE", "CO", "COLLAPSE", "DOGS", "TRACKS", "AGGRESSIVE_PERSONS"] as const;
export const entryRules = ["OPEN", "ASK", "NEVER_ALONE", "FORBIDDEN"] as const;
export const siteStates = ["ACTIVE", "EMPTY", "DEMOLISHED", "SECURED"] as const;
export const contactSources = [
  "PATROL",
  "REPORT_CITIZEN",
  "CITY_GUARD",
  "POLICE",
  "RAILWAY_GUARD",
  "HOSPITAL",
  "OTHER_PERSON",
  "SELF",
] as const;
export const companions = ["PARTNER", "FRIENDS", "CHILD", "DOG", "OTHER"] as const;
export const durations = ["UNDER_1M", "1_6M", "6_12M", "1_2Y", "2_5Y", "5_10Y", "OVER_10Y", "UNKNOWN"] as const;
export const supports = [
  "NONE",
  "OPS",
  "NIGHT_SHELTER",
  "HOMELESS_SHELTER",
  "WARMING_CENTRE",
  "SOUP_KITCHEN",
  "NGO",
  "HEALTH_CARE",
  "PUP",
  "FAMILY",
  "OTHER",
] as const;
export const needs = [
  "WARMTH",
  "FOOD",
  "CLOTHING",
  "HYGIENE",
  "SLEEPING_PLACE",
  "MEDICAL",
  "DETOX",
  "DOCUMENTS",
  "MONEY",
  "WORK",
  "LEGAL",
  "PSYCHOLOGICAL",
  "CONTACT_FAMILY",
  "SAFETY",
  "INFORMATION",
  "NONE",
] as const;
export const healthObservations = [
  "NONE",
  "HYPOTHERMIA",
  "FROSTBITE",
  "WOUND",
  "LEG_ULCER",
  "INFESTATION",
  "FEVER_COUGH",
  "MOBILITY_PROBLEM",
  "PREGNANCY",
  "WITHDRAWAL_SYMPTOMS",
  "SEIZURE",
  "CONFUSION",
  "SELF_HARM_SIGNS",
  "OTHER",
] as const;
export const substances = ["NONE", "ALCOHOL", "OTHER", "UNKNOWN"] as const;
export const documentStates = [
  "ID_VALID",
  "ID_MISSING",
  "ID_EXPIRED",
  "ID_IN_DEPOSIT",
  "PESEL_UNKNOWN",
  "RESIDENCE_CARD_VALID",
  "RESIDENCE_CARD_EXPIRED",
  "NO_INSURANCE_PROOF",
] as const;
export const safetyFlags = [
  "AGGRESSION",
  "WEAPON",
  "DOG",
  "INFECTIOUS_RISK",
  "VICTIM_OF_VIOLENCE",
  "CONFLICT_WITH_PERSON",
  "NEVER_ALONE",
  "OTHER",
] as const;
export const outreachActions = [
  "CONVERSATION",
  "INFORMATION",
  "IN_KIND_AID",
  "FIRST_AID",
  "AMBULANCE_CALLED",
  "POLICE_CALLED",
  "TRANSPORT",
  "ACCOMPANIMENT",
  "REFERRAL",
  "DOCUMENT_HELP",
  "PHONE_CALL_FOR_PERSON",
  "MOTIVATION_TALK",
  "CONTACT_REFUSED",
] as const;
export const infoTopics = [
  "RIGHTS",
  "SHELTERS",
  "FOOD",
  "HEALTH",
  "DOCUMENTS",
  "BENEFITS",
  "WORK",
  "DETOX",
  "LEGAL_AID",
  "FROST",
  "NONE",
] as const;
export const noticeWays = ["GIVEN_ORALLY", "CARD_GIVEN", "NOT_POSSIBLE"] as const;
export const attitudes = ["REFUSED", "RESERVED", "OPEN", "SEEKING_HELP"] as const;
export const changeAreas = [
  "HEALTH",
  "PLACE",
  "RELATIONS",
  "MOTIVATION",
  "DOCUMENTS",
  "INCOME",
  "SUBSTANCE_USE",
] as const;
export const directions = ["BETTER", "SAME", "WORSE"] as const;
export const stepOutcomes = ["DONE", "PARTLY", "NOT_DONE", "NO_LONGER_RELEVANT"] as const;
export const changeStages = [
  "PRECONTEMPLATION",
  "CONTEMPLATION",
  "PREPARATION",
  "ACTION",
  "MAINTENANCE",
  "RELAPSE",
] as const;
export const relationEnds = [
  "ENTERED_SHELTER",
  "MOVED",
  "HOSPITAL",
  "PRISON",
  "HOUSED",
  "LOST_CONTACT",
  "DECEASED",
  "OTHER",
] as const;
export const aidItems = [
  "HOT_DRINK",
  "SOUP",
  "FOOD_PACK",
  "WATER",
  "BLANKET",
  "SLEEPING_BAG",
  "CLOTHES",
  "SOCKS",
  "GLOVES_HAT",
  "HYGIENE_KIT",
  "DRESSING",
  "POWER_BANK",
  "OTHER",
] as const;
export type AidItem = (typeof aidItems)[number];

export const alerted = ["COORDINATOR", "POLICE_112", "OPS"] as const;
export const cardWarnings = ["outreach.single_worker"] as const;

export const interventionKinds = [
  "UNCONSCIOUS",
  "HYPOTHERMIA",
  "BLEEDING",
  "SUICIDE_THREAT",
  "SEIZURE",
  "POISONING",
  "VIOLENCE",
  "FIRE",
  "OTHER",
] as const;
export const services = ["AMBULANCE", "POLICE", "FIRE_BRIGADE", "CITY_GUARD", "RAILWAY_GUARD", "OTHER"] as const;
export const interventionOutcomes = [
  "HELPED_ON_SITE",
  "TAKEN_TO_HOSPITAL",
  "TAKEN_TO_SOBERING",
  "TAKEN_BY_POLICE",
  "TAKEN_TO_SHELTER",
  "REFUSED_HELP",
  "NOT_FOUND",
  "DIED",
  "UNKNOWN",
] as const;
export const incidentKinds = [
  "VERBAL_AGGRESSION",
  "PHYSICAL_AGGRESSION",
  "DOG_BITE",
  "NEEDLE_STICK",
  "INFECTION_EXPOSURE",
  "FALL",
  "TRAFFIC",
  "THEFT",
  "OTHER",
] as const;
export const reportedTo = ["COORDINATOR", "POLICE", "AMBULANCE", "EMPLOYER", "NOBODY"] as const;
export const minorOutcomes = [
  "GUARDIAN_CAME",
  "TAKEN_BY_POLICE",
  "TAKEN_BY_AMBULANCE",
  "OPS_TOOK_OVER",
  "LEFT",
] as const;
export const institutions = [
  "OPS",
  "PUP",
  "REGISTRY_OFFICE",
  "HEALTH_CARE",
  "DETOX",
  "SHELTER",
  "COURT",
  "POLICE",
  "ZUS",
  "BANK",
  "EMPLOYER",
  "FAMILY",
  "OTHER",
] as const;
export const assistanceResults = ["DONE", "PARTLY", "PERSON_DID_NOT_COME", "REFUSED_THERE", "POSTPONED"] as const;
/** Why an agreed accompaniment is put off or called off. */
export const planChangeReasons = ["PERSON_ASKED", "INSTITUTION", "TEAM", "OTHER"] as const;
export const stockReasons = ["DELIVERY", "COUNTED", "DAMAGED", "LOST", "EXPIRED", "GIVEN_BACK", "OTHER"] as const;
export const trainingParts = ["SOCIAL_ASSISTANCE", "LAW", "WORK_STANDARD", "FIRST_AID"] as const;

/** What a contact says to a report that somebody sent; only a class of it goes back (R-OUT-09). */
export const reportAnswers = [
  "FOUND",
  "TALK_HELD",
  "ACCEPTED_BED",
  "REFUSED",
  "NOT_FOUND",
  "TAKEN_TO_HOSPITAL",
] as const;
