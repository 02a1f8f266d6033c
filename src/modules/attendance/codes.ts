/** What is given out at a class. Source: docs/domain/forms.md F-35 `ppeIssued` */
export const ISSUED_ITEMS = [
  "CLOTHING",
  "SHOES",
  "GLOVES",
  "GLASSES",
  "HELMET",
  "HEARING",
  "MASK",
  "VEST",
  "OTHER",
] as const;
export type IssuedItem = (typeof ISSUED_ITEMS)[number];
