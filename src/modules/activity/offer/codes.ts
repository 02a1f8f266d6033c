/** Services of the open offer. Source: docs/domain/forms.md F-39 */
export const offerServices = [
  "INTERNET",
  "READING_ROOM",
  "PRESS",
  "INTEGRATION",
  "WORKSHOP_OPEN",
  "COUNSELLING",
] as const;
export type OfferService = (typeof offerServices)[number];
