/** How exact a figure is. Source: docs/domain/reporting.md §1 (7) */
export const precisions = ["EXACT", "ABOUT", "MORE_THAN", "LESS_THAN"] as const;
export type Precision = (typeof precisions)[number];

/** What a figure counts: persons, or a rate that somebody else worked out. */
export const figureKinds = ["PERSONS", "PERCENT"] as const;
export type FigureKind = (typeof figureKinds)[number];

/** `PERCENT`: part of base, one decimal. `ONE_IN`: every so-manieth of the base. */
export const shareKinds = ["PERCENT", "ONE_IN"] as const;
export type ShareKind = (typeof shareKinds)[number];

/** Figures that the house can count itself. */
export const registerFigures = ["CLIENTS", "CLIENTS_UNEMPLOYED", "CLIENTS_OVER_24_MONTHS", "CLIENTS_HOMELESS"] as const;
export type RegisterFigure = (typeof registerFigures)[number];
