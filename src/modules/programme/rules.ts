import { percentOf } from "../../platform/money.ts";
import { findHoliday, type HolidayCode } from "../../platform/time/calendar.ts";
import { addDays, type PlainDate, weekday } from "../../platform/time/plainDate.ts";

/**
 * What is to change of a group: the days on which classes come or go, or who belongs to it from a day on. `leaving`: memberships that
 * end on the day before; none where people come.
 */
export type GroupChange =
  | { groupId: string; classesOn: readonly PlainDate[] }
  | { groupId: string; membersFrom: PlainDate; leaving: readonly string[] };

export type ProgrammeWarning =
  | "programme.under_delivered"
  | "programme.over_delivered"
  | "programme.plan_exceeds_capacity";

export interface ProgrammeModule {
  code: string;
  form: "GROUP" | "INDIVIDUAL";
  plannedHours: number;
  /** As the source describes it; null = not said. */
  cadence: "EVERY_TWO_WEEKS" | "MONTHLY" | "AS_NEEDED" | null;
}

/** The eleven modules of the Radom club's programme, 439 hours. Source: docs/domain/rules.md R-PRG (S4). */
export const RADOM_MODULES = [
  { code: "PSYCHOEDUCATION", form: "GROUP", plannedHours: 48, cadence: null },
  { code: "SUPPORT_MEETINGS", form: "GROUP", plannedHours: 80, cadence: null },
  { code: "INDIVIDUAL_CONSULTATIONS", form: "INDIVIDUAL", plannedHours: 38, cadence: "EVERY_TWO_WEEKS" },
  { code: "LEISURE_INTEGRATION", form: "GROUP", plannedHours: 27, cadence: "MONTHLY" },
  { code: "NONFORMAL_EDUCATION", form: "GROUP", plannedHours: 36, cadence: "AS_NEEDED" },
  { code: "SELF_HELP_GROUP", form: "GROUP", plannedHours: 38, cadence: "EVERY_TWO_WEEKS" },
  { code: "COMMUNITY_ACTIVITY", form: "GROUP", plannedHours: 82, cadence: null },
  { code: "VOCATIONAL_PREFERENCES", form: "GROUP", plannedHours: 30, cadence: null },
  { code: "PROACTIVE_ATTITUDES", form: "GROUP", plannedHours: 15, cadence: null },
  { code: "COMPUTER_COURSE", form: "GROUP", plannedHours: 30, cadence: null },
  { code: "BUSINESS_BASICS", form: "GROUP", plannedHours: 15, cadence: null },
] as const satisfies readonly ProgrammeModule[];

export interface Cadence {
  weeks: number;
  meetingsPerWeek: number;
  hoursPerMeeting: number;
}

/** The Radom cycle. Source: docs/domain/rules.md R-PRG-01. */
export const RADOM_CADENCE: Cadence = { weeks: 38, meetingsPerWeek: 3, hoursPerMeeting: 4 };

export interface ProgrammeFit {
  capacityHours: number;
  /** Hours that must find room in the meetings. */
  plannedHours: number;
  /** Capacity minus plan; negative when the plan does not fit. */
  slackHours: number;
  /** Slack as a percentage of capacity with one decimal; null when it does not fit or there is no capacity. */
  slackPercent: number | null;
  warning: ProgrammeWarning | null;
}

/**
 * Whether the modules fit into the meetings. With `consultationsInsideCadence` false, individual modules are held outside
 * them. Source: docs/domain/rules.md R-PRG-01, R-PRG-02.
 */
export function programmeFit(
  modules: readonly Pick<ProgrammeModule, "form" | "plannedHours">[],
  cadence: Cadence,
  consultationsInsideCadence = true,
): ProgrammeFit {
  const capacityHours = cadence.weeks * cadence.meetingsPerWeek * cadence.hoursPerMeeting;
  const inside = modules.filter(({ form }) => consultationsInsideCadence || form === "GROUP");
  const plannedHours = inside.reduce((sum, { plannedHours: hours }) => sum + hours, 0);
  const slackHours = capacityHours - plannedHours;
  return {
    capacityHours,
    plannedHours,
    slackHours,
    slackPercent: slackHours < 0 ? null : percentOf(slackHours, capacityHours),
    warning: slackHours < 0 ? "programme.plan_exceeds_capacity" : null,
  };
}

export interface Meeting {
  day: PlainDate;
  /** From 1. */
  week: number;
}

export interface ProgrammeCalendar {
  /** Last day of the last week, inclusive. */
  endOn: PlainDate;
  /** Sorted by day. */
  meetings: readonly Meeting[];
  /** Meetings that fall on a public holiday and are not held. */
  lost: readonly (Meeting & { holiday: HolidayCode })[];
}

export interface CalendarOrder {
  startOn: PlainDate;
  weeks: number;
  /** 1 = Monday … 7 = Sunday; doubles count once. */
  weekdays: readonly number[];
}

/**
 * The meetings of a programme without public holidays, which are reported as lost. Week 1 starts on `startOn`, whatever
 * its weekday. Source: docs/domain/rules.md R-PRG-06.
 */
export function generateCalendar({ startOn, weeks, weekdays }: CalendarOrder): ProgrammeCalendar {
  const meetings: Meeting[] = [];
  const lost: (Meeting & { holiday: HolidayCode })[] = [];
  for (let offset = 0; offset < weeks * 7; offset += 1) {
    const day = addDays(startOn, offset);
    if (!weekdays.includes(weekday(day))) continue;
    const meeting = { day, week: Math.floor(offset / 7) + 1 };
    const holiday = findHoliday(day);
    if (holiday) lost.push({ ...meeting, holiday: holiday.code });
    else meetings.push(meeting);
  }
  return { endOn: addDays(startOn, weeks * 7 - 1), meetings, lost };
}

/**
 * Share of the plan that was delivered and a warning under 90 or over 110 per cent (the bands themselves are fine).
 * Percent null when nothing was planned. Source: docs/domain/rules.md R-PRG-04.
 */
export function realisation(
  plannedHours: number,
  heldHours: number,
): { percent: number | null; warning: ProgrammeWarning | null } {
  const percent = percentOf(heldHours, plannedHours);
  if (percent === null) return { percent, warning: null };
  if (heldHours * 100 < plannedHours * 90) return { percent, warning: "programme.under_delivered" };
  return { percent, warning: heldHours * 100 > plannedHours * 110 ? "programme.over_delivered" : null };
}

/**
 * Attendance of a person: minutes present of minutes held while enrolled, one decimal; null ("n/a") when nothing was held.
 * Source: docs/domain/rules.md R-PRG-07.
 */
export function attendanceRate(sessions: readonly { heldMinutes: number; presentMinutes: number }[]): number | null {
  const held = sessions.reduce((sum, session) => sum + session.heldMinutes, 0);
  return percentOf(
    sessions.reduce((sum, session) => sum + session.presentMinutes, 0),
    held,
  );
}
