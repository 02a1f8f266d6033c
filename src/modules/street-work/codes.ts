/** Closed lists of the work report and the month. Words: messages.ts. Source: docs/domain/forms.md F-03 */
export const weathers = ["CLEAR", "CLOUDY", "RAIN", "SNOW", "WIND", "FOG", "HEAT"] as const;
export const reportSteps = ["SUBMITTED", "RETURNED", "ACCEPTED"] as const;
export const reportStates = ["DRAFT", ...reportSteps] as const;
export type ReportState = (typeof reportStates)[number];
export const trainingKinds = ["TRAINING", "SUPERVISION"] as const;
export const cardQualities = ["GOOD", "INCOMPLETE", "TO_DISCUSS"] as const;
export const cardLanguages = ["pl", "en", "uk"] as const;
export type CardLanguage = (typeof cardLanguages)[number];
export const infoCardKinds = [
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
] as const;
export type InfoCardKind = (typeof infoCardKinds)[number];
