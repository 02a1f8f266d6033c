import { getJson } from "../../../platform/ui/api.ts";
import { getCarrier, getDeviceState } from "../../../platform/ui/carrier.ts";
import { shiftsOnPhone } from "../../outreach/api.ts";
import type { InfoCard, WorkReportLine, WorkReportView } from "../contract.ts";
import { type HeldCards, type HeldReport, heldKinds } from "./held.ts";
import { lineOnPhone, type ReportHere, reportOnPhone } from "./reportHere.ts";

type Asking = { signal: AbortSignal };
type Line = Omit<WorkReportLine, "author" | "changedAt">;

/** One's own shifts with their reports, from the phone alone; null when it is not open. */
async function held(): Promise<{ reports: ReportHere[]; lines: Line[] } | null> {
  const carrier = getCarrier();
  const here = await shiftsOnPhone();
  if (!carrier || !here) return null;
  const [reports, pending] = await Promise.all([carrier.read<HeldReport>(heldKinds.report), carrier.pending()]);
  const made = here.shifts.map((shift) => ({ shift, report: reportOnPhone(shift, { ...here, reports, pending }) }));
  return {
    reports: made.map(({ report }) => report),
    lines: made.map(({ shift, report }) => lineOnPhone(shift, report)),
  };
}

export const ownReportsQuery = {
  queryKey: ["street-work", "own-reports"],
  queryFn: async ({ signal }: Asking): Promise<{ reports: readonly Line[] }> => {
    const onPhone = await held();
    return onPhone ? { reports: onPhone.lines } : getJson("/api/street-work/reports/mine", { signal });
  },
};

/** One's own report of a shift; null: no such shift on this phone. */
export const ownReportQuery = (shiftId: string) => ({
  queryKey: ["street-work", "own-report", shiftId],
  queryFn: async ({ signal }: Asking): Promise<{ report: ReportHere | null }> => {
    const onPhone = await held();
    const known = onPhone?.reports.find((report) => report.shiftId === shiftId);
    if (onPhone && (known || !navigator.onLine)) return { report: known ?? null };
    const { report } = await getJson<{ report: WorkReportView }>(`/api/street-work/shifts/${shiftId}/report`, {
      signal,
    });
    const last = report.steps.at(-1);
    return { report: { ...report, returnedFor: last?.step === "RETURNED" ? last.reason : null } };
  },
});

export const infoCardsQuery = {
  queryKey: ["street-work", "info-cards"],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<{ cards: readonly InfoCard[] }> => {
    const carrier = getDeviceState()?.pulledAt ? getCarrier() : null;
    const [onPhone] = carrier ? await carrier.read<HeldCards>(heldKinds.cards) : [];
    return onPhone ?? getJson("/api/street-work/info-cards", { signal });
  },
};
