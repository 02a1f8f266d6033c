/** In what an indicator is counted; the unit is always named. Source: docs/domain/reporting.md §1 (1) */
export const indicatorUnits = ["PERSONS", "PERCENT", "HOURS", "EVENTS", "ITEMS", "ZLOTY"] as const;
export type IndicatorUnit = (typeof indicatorUnits)[number];
/** How often it is measured. */
export const frequencies = ["MONTHLY", "QUARTERLY", "HALF_YEARLY", "YEARLY", "AT_END", "CONTINUOUS"] as const;
export type Frequency = (typeof frequencies)[number];
