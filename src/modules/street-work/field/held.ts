import type { InfoCard, WorkReportView } from "../contract.ts";

/** What a phone holds of the street's work. `street.report`: one's own reports of late; `info.card`: all cards in one record. */
export const heldKinds = { report: "street.report", cards: "info.card" } as const;

/** One's own report as it was typed last, with what became of it. */
export type HeldReport = Pick<WorkReportView, "shiftId" | "state" | "typed" | "strain"> & {
  id: string;
  /** Why it was returned. */
  returnedFor: string | null;
};

export type HeldCards = { cards: readonly InfoCard[] };
