import type { Role } from "../../platform/access.ts";

/** Whose duty one can be booked into. The front desk sees this and a time, nothing more. Source: docs/domain/forms.md F-36 */
export const consultantRoles = [
  "SOCIAL_WORKER",
  "REINTEGRATION_SOCIAL_WORKER",
  "PSYCHOLOGIST",
  "ADDICTION_THERAPIST",
  "VOCATIONAL_COUNSELLOR",
  "LAWYER",
  "PEDAGOGUE",
] as const;
export type ConsultantRole = (typeof consultantRoles)[number];

/**
 * Roles of the house that hold a duty as such a consultant. A pedagogue is a consultant and no role of its own: an adviser
 * whose profession it is. Source: docs/domain/glossary.md 56
 */
export const holdersOf: Readonly<Record<ConsultantRole, readonly Role[]>> = {
  SOCIAL_WORKER: ["SOCIAL_WORKER"],
  REINTEGRATION_SOCIAL_WORKER: ["REINTEGRATION_SOCIAL_WORKER"],
  PSYCHOLOGIST: ["PSYCHOLOGIST"],
  ADDICTION_THERAPIST: ["ADDICTION_THERAPIST"],
  VOCATIONAL_COUNSELLOR: ["VOCATIONAL_COUNSELLOR"],
  LAWYER: ["LAWYER"],
  PEDAGOGUE: ["SOCIAL_WORKER", "REINTEGRATION_SOCIAL_WORKER", "PSYCHOLOGIST", "VOCATIONAL_COUNSELLOR"],
};

/** In which of these roles somebody may be on duty. */
export function dutyRolesOf(houseRoles: readonly string[]): ConsultantRole[] {
  return consultantRoles.filter((role) => holdersOf[role].some((holder) => houseRoles.includes(holder)));
}

/** What can be said of a booking that has had its hour. */
export const bookingOutcomes = ["CAME", "NO_SHOW"] as const;
export type BookingOutcome = (typeof bookingOutcomes)[number];

/** What hours of a consultant beside duties come from: notes of talks, meetings of an assessment, registers of classes. */
export const workSources = ["TALK", "INTERVIEW", "CLASS"] as const;
export type WorkSource = (typeof workSources)[number];

/** Why hours count otherwise than planned or proposed. Codes and no words, as the month goes to accountants. */
export const hoursReasons = ["SHORTER", "LONGER", "COUNTED_ELSEWHERE", "NOT_HELD", "WRONG_RECORD"] as const;
export type HoursReason = (typeof hoursReasons)[number];

/** How long an offer keeps a slot, and how close to the slot it may reach. */
export const offerHours = 24;
export const offerEndsBeforeHours = 2;

/** Source: docs/domain/forms.md, code list COUNSELLING_KIND */
export const counsellingKinds = [
  "SOCIAL",
  "PSYCHOLOGICAL",
  "VOCATIONAL",
  "LEGAL",
  "PEDAGOGICAL",
  "ADDICTION",
  "DEBT",
  "OTHER",
] as const;
export type CounsellingKind = (typeof counsellingKinds)[number];

/** With whom one is booked for advice of a kind; a booking keeps the role alone. */
export const rolesOfKind: Readonly<Record<CounsellingKind, readonly ConsultantRole[]>> = {
  SOCIAL: ["SOCIAL_WORKER", "REINTEGRATION_SOCIAL_WORKER"],
  PSYCHOLOGICAL: ["PSYCHOLOGIST"],
  VOCATIONAL: ["VOCATIONAL_COUNSELLOR"],
  LEGAL: ["LAWYER"],
  PEDAGOGICAL: ["PEDAGOGUE"],
  ADDICTION: ["ADDICTION_THERAPIST"],
  DEBT: ["LAWYER", "SOCIAL_WORKER", "REINTEGRATION_SOCIAL_WORKER"],
  OTHER: consultantRoles,
};

/** Source: docs/domain/forms.md F-2A */
export const channels = ["ONSITE", "PHONE", "ONLINE", "FIELD"] as const;
/** The participant's confirmation, which funders often ask for. `SIGNED`: on the paper that stays with the author. */
export const confirmations = ["NONE", "SIGNED", "REFUSED"] as const;

export const reminderChannels = ["SMS", "EMAIL"] as const;
/** What became of a reminder. `SENT`: the gateway or mail server took it; what it says later, it says of messages alone. */
export const reminderStates = [
  "PLANNED",
  "SENT",
  "DELIVERED",
  "NOT_DELIVERED",
  "REFUSED",
  "UNREACHABLE",
  "NOT_SET_UP",
  "UNSAFE",
] as const;
/** How somebody wants to be reminded: a slip of paper at once, a message the day before, or not at all. */
export const reminderPreferences = ["SLIP", "SMS", "EMAIL", "NONE"] as const;
export type ReminderPreferenceChannel = (typeof reminderPreferences)[number];
export type ReminderChannel = (typeof reminderChannels)[number];
