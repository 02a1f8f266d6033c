import type { PendingCommand } from "../../../platform/device/contract.ts";
import type { ShiftHere } from "../../outreach/api.ts";
import type { SaveWorkReportInput, WorkReportLine, WorkReportView } from "../contract.ts";
import { reckonShift } from "../rules.ts";
import type { HeldReport } from "./held.ts";

/** What the form of a report needs to know, from the server or from the phone alone. */
export type ReportHere = Pick<
  WorkReportView,
  "id" | "shiftId" | "state" | "typed" | "strain" | "counted" | "siteNames"
> & {
  shift: Pick<
    WorkReportView["shift"],
    "startedAt" | "endedAt" | "plannedStart" | "plannedEnd" | "members" | "lowestCelsius" | "routeName"
  >;
  returnedFor: string | null;
};

export const nothingTyped: WorkReportView["typed"] = {
  actualStart: null,
  actualEnd: null,
  weather: null,
  lowestCelsius: null,
  institutions: [],
  officeHours: null,
  reflections: null,
  equipment: null,
  asksForSupervision: false,
};

/** The report of a shift as this phone knows it: counters by the server's own rule, words as they were typed last here or there. */
export function reportOnPhone(
  shift: ShiftHere,
  of: {
    reports: readonly HeldReport[];
    pending: readonly PendingCommand[];
    siteNames: Readonly<Record<string, string>>;
    routeNames: Readonly<Record<string, string>>;
  },
): ReportHere {
  const held = of.reports.find(({ shiftId }) => shiftId === shift.id);
  const saves = of.pending.flatMap(({ type, envelope }) => {
    const save = envelope.payload as SaveWorkReportInput; // built by this room's own form
    return type === "work-report.save" && save.shiftId === shift.id ? [save] : [];
  });
  const last = saves.at(-1);
  const id = last?.reportId ?? held?.id ?? null;
  const submitted = of.pending.some(
    ({ type, envelope, state }) =>
      type === "work-report.submit" &&
      state !== "refused" &&
      (envelope.payload as { reportId: string }).reportId === id, // as above
  );
  const { strain: lastStrain, reportId: _, shiftId: __, ...lastTyped } = last ?? { reportId: "", shiftId: "" };
  const heldTyped = held ? { ...nothingTyped, ...held.typed } : nothingTyped;
  const strain = last ? (lastStrain ?? null) : (held?.strain ?? null);
  return {
    id,
    shiftId: shift.id,
    state: submitted ? "SUBMITTED" : (held?.state ?? "DRAFT"),
    returnedFor: submitted ? null : (held?.returnedFor ?? null),
    typed: (last ? { ...nothingTyped, ...lastTyped } : heldTyped) as WorkReportView["typed"], // what the form itself has built
    strain: strain && { level: strain.level, note: strain.note ?? null },
    counted: reckonShift({
      cards: shift.cards,
      visits: shift.visits,
      assistanceHours: shift.assistance.map(({ hours }) => hours),
      interventions: shift.interventionIds.length,
      incidents: shift.incidentIds.length,
    }),
    siteNames: of.siteNames,
    shift: {
      startedAt: shift.startedAt,
      endedAt: shift.endedAt,
      plannedStart: shift.plannedStart,
      plannedEnd: shift.plannedEnd,
      members: [...shift.members],
      lowestCelsius: shift.lowestCelsius,
      routeName: shift.routeId ? (of.routeNames[shift.routeId] ?? null) : null,
    },
  };
}

/** A line of the list of one's own shifts and reports. */
export function lineOnPhone(shift: ShiftHere, report: ReportHere): Omit<WorkReportLine, "author" | "changedAt"> {
  return {
    id: report.id,
    shiftId: shift.id,
    startedAt: shift.startedAt,
    endedAt: shift.endedAt,
    state: report.state,
    asksForSupervision: report.typed.asksForSupervision,
    cards: shift.cards.length,
  };
}
