import { instantAt, localTimeIn } from "../../../platform/time/instant.ts";
import { addDays } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import type { SaveWorkReport, SaveWorkReportInput } from "../contract.ts";
import type { ReportHere } from "./reportHere.ts";

const timeZone = "Europe/Warsaw";

type Institution = SaveWorkReport["institutions"][number]["kind"];

export type ReportValues = {
  reportId: string;
  from: string;
  to: string;
  weather: NonNullable<SaveWorkReport["weather"]> | "";
  lowest: number | undefined;
  institutions: readonly Institution[];
  /** What it was about, by institution. */
  institutionsAbout: Readonly<Partial<Record<Institution, string>>>;
  /** Hundredths of an hour as typed: `1.5`. */
  officeHours: number | undefined;
  equipment: string;
  reflections: string;
  strain: string;
  strainNote: string;
  asksForSupervision: boolean;
};

const clockOf = (at: string | null): string => (at ? localTimeIn(at, timeZone).time.slice(0, 5) : "");

/** The form as it was left, or as the shift itself fills it: nobody types hours that are known. */
export function valuesOf({ id, typed, strain, shift }: ReportHere): ReportValues {
  return {
    reportId: id ?? uuidv7(),
    from: clockOf(typed.actualStart ?? shift.startedAt),
    to: clockOf(typed.actualEnd ?? shift.endedAt),
    weather: typed.weather ?? "",
    lowest: typed.lowestCelsius ?? shift.lowestCelsius ?? undefined,
    institutions: typed.institutions.map(({ kind }) => kind),
    institutionsAbout: Object.fromEntries(typed.institutions.map(({ kind, about }) => [kind, about ?? ""])),
    officeHours: typed.officeHours ?? undefined,
    equipment: typed.equipment ?? "",
    reflections: typed.reflections ?? "",
    strain: strain ? String(strain.level) : "",
    strainNote: strain?.note ?? "",
    asksForSupervision: typed.asksForSupervision,
  };
}

/** The hours of a shift as instants: a clock before the start's is after midnight. */
export function hoursOf(startedAt: string, { from, to }: Pick<ReportValues, "from" | "to">) {
  const { day } = localTimeIn(startedAt, timeZone);
  const isClock = (text: string) => /^\d{2}:\d{2}$/.test(text);
  const start = isClock(from) ? instantAt(day, from, timeZone) : null;
  const end = !isClock(to) ? null : instantAt(from && to <= from ? addDays(day, 1) : day, to, timeZone);
  return { actualStart: start, actualEnd: end };
}

/** What goes over the wire. */
export function saveOf(values: ReportValues, { shiftId, shift }: ReportHere): SaveWorkReportInput {
  return {
    reportId: values.reportId,
    shiftId,
    ...hoursOf(shift.startedAt, values),
    weather: values.weather || null,
    lowestCelsius: values.lowest ?? null,
    institutions: values.institutions.map((kind) => ({
      kind,
      about: values.institutionsAbout[kind]?.trim() || null,
    })),
    officeHours: values.officeHours ?? null,
    reflections: values.reflections.trim() || null,
    equipment: values.equipment.trim() || null,
    strain: values.strain ? { level: Number(values.strain), note: values.strainNote.trim() || null } : null,
    asksForSupervision: values.asksForSupervision,
  };
}
