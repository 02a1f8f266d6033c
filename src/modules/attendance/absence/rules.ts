import { daysInclusive, type PlainDate } from "../../../platform/time/plainDate.ts";
import type { AttendanceStatus } from "../rules.ts";
import type { AbsenceKind, AbsenceReason, AbsenceState } from "./codes.ts";

/** The longest that one excuse covers (design): a longer one is a slip of the pen. */
const mostDays = 366;

export type AbsenceRefusal =
  | "absence.ends_before_start"
  | "absence.too_long"
  | "absence.outside_programme"
  | "absence.reason_missing"
  | "absence.reason_of_sickness"
  | "absence.day_in_future"
  | "absence.document_missing"
  | "absence.document_known"
  | "absence.overlaps"
  | "absence.answered"
  | "absence.not_accepted";

/** Why such an absence cannot be written down, or null. Days inclusive; it may lie ahead. Source: docs/domain/forms.md F-41 */
export function refuseAbsence(
  absence: {
    kind: AbsenceKind;
    from: PlainDate;
    to: PlainDate;
    reason: AbsenceReason | null;
    askedOn: PlainDate;
    documentOn: PlainDate | null;
  },
  programme: { from: PlainDate; to: PlainDate },
  today: PlainDate,
): AbsenceRefusal | null {
  const { kind, from, to, reason, askedOn, documentOn } = absence;
  if (to < from) return "absence.ends_before_start";
  if (daysInclusive(from, to) > mostDays) return "absence.too_long";
  if (from < programme.from || from > programme.to) return "absence.outside_programme";
  if (kind === "OTHER_EXCUSED" && reason === null) return "absence.reason_missing";
  if (kind === "SICKNESS" && reason !== null) return "absence.reason_of_sickness";
  return askedOn > today || (documentOn !== null && documentOn > today) ? "absence.day_in_future" : null;
}

/**
 * Why the manager cannot accept it, or null. Sickness is what a doctor has confirmed, so it needs the document; two accepted excuses do
 * not share a day. Source: docs/domain/rules.md R-CIS-23, R-CIS-24
 */
export function refuseAcceptance(
  excuse: { kind: AbsenceKind; from: PlainDate; to: PlainDate; hasDocument: boolean },
  accepted: readonly { from: PlainDate; to: PlainDate }[],
): AbsenceRefusal | null {
  if (excuse.kind === "SICKNESS" && !excuse.hasDocument) return "absence.document_missing";
  return accepted.some(({ from, to }) => from <= excuse.to && excuse.from <= to) ? "absence.overlaps" : null;
}

/** Why an act is not possible in a state, or null: what waits is answered once, what was accepted may be taken back. */
export function refuseStep(state: AbsenceState, step: "answer" | "withdraw" | "receive"): AbsenceRefusal | null {
  if (step === "withdraw") return state === "ACCEPTED" ? null : "absence.not_accepted";
  return state === "ASKED" ? null : "absence.answered";
}

/** Marks of the registers that an accepted excuse turns into its own. Presence stays; so does a day off that the manager granted. */
export const turns: Readonly<Record<AbsenceKind, { from: readonly AttendanceStatus[]; to: AttendanceStatus }>> = {
  SICKNESS: { from: ["ABSENT_UNEXCUSED", "ABSENT_EXCUSED"], to: "SICK" },
  OTHER_EXCUSED: { from: ["ABSENT_UNEXCUSED"], to: "ABSENT_EXCUSED" },
};

/** What stands in a closed register beside the mark that an excuse wrote. */
export const corrections = {
  accepted: "usprawiedliwienie przyjęte przez kierownika",
  withdrawn: "usprawiedliwienie cofnięte",
} as const;
