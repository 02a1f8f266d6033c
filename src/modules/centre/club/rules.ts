import { type PlainDate, periodEnd } from "../../../platform/time/plainDate.ts";
import type { ClubEnd } from "./codes.ts";

export type ClubRefusal =
  | "club.not_admitted"
  | "club.already_set"
  | "club.before_admission"
  | "club.ends_before_start"
  | "club.overlaps"
  | "club.over"
  | "club.not_ended"
  | "club.not_longer"
  | "club.agreed_after_end"
  | "club.day_in_future"
  | "club.end_outside_stay"
  | "club.reason_missing"
  | "club.certificate_before_end"
  | "club.valid_before_issued";

/** Days in a club, both inclusive. */
export type ClubPeriod = { startsOn: PlainDate; endsOn: PlainDate };

const overlaps = (a: ClubPeriod, b: ClubPeriod) => a.startsOn <= b.endsOn && b.startsOn <= a.endsOn;

/**
 * Why the length of a stay cannot be set so; null when it can. `others`: the person's other stays in the same club, each until its
 * end. Source: docs/domain/rules.md R-KIS-02
 */
export function refuseStay(
  stay: ClubPeriod,
  { admittedOn, others }: { admittedOn: PlainDate; others: readonly ClubPeriod[] },
): ClubRefusal | null {
  if (stay.endsOn < stay.startsOn) return "club.ends_before_start";
  if (stay.startsOn < admittedOn) return "club.before_admission";
  return others.some((other) => overlaps(stay, other)) ? "club.overlaps" : null;
}

/** Why a stay cannot be made longer: it is agreed before it ends, and ends later than it did. Source: docs/domain/rules.md R-KIS-02 */
export function refuseProlongation(
  stay: ClubPeriod & { endedOn: PlainDate | null },
  { agreedOn, endsOn }: { agreedOn: PlainDate; endsOn: PlainDate },
  { today, others }: { today: PlainDate; others: readonly ClubPeriod[] },
): ClubRefusal | null {
  if (stay.endedOn !== null) return "club.over";
  if (agreedOn > today) return "club.day_in_future";
  if (agreedOn > stay.endsOn) return "club.agreed_after_end";
  if (endsOn <= stay.endsOn) return "club.not_longer";
  return others.some((other) => overlaps({ ...stay, endsOn }, other)) ? "club.overlaps" : null;
}

/** Why a stay cannot end so. Another reason than those of the list says which. Source: docs/domain/rules.md R-KIS-02 */
export function refuseStayEnding(
  stay: ClubPeriod & { endedOn: PlainDate | null },
  { endedOn, reason, words }: { endedOn: PlainDate; reason: ClubEnd; words: string },
  today: PlainDate,
): ClubRefusal | null {
  if (stay.endedOn !== null) return "club.over";
  if (endedOn > today) return "club.day_in_future";
  if (endedOn < stay.startsOn || endedOn > stay.endsOn) return "club.end_outside_stay";
  return reason === "OTHER" && words.trim() === "" ? "club.reason_missing" : null;
}

/** Why a certificate cannot be given on a day; null when it can. Source: docs/domain/rules.md R-KIS-02 */
export function refuseCertificate(
  { endedOn }: { endedOn: PlainDate | null },
  { issuedOn, validUntil }: { issuedOn: PlainDate; validUntil: PlainDate | null },
  today: PlainDate,
): ClubRefusal | null {
  if (endedOn === null) return "club.not_ended";
  if (issuedOn > today) return "club.day_in_future";
  if (issuedOn < endedOn) return "club.certificate_before_end";
  return validUntil !== null && validUntil < issuedOn ? "club.valid_before_issued" : null;
}

export type GraduateLack = "graduate.months" | "graduate.certificate" | "graduate.contract";

/**
 * What somebody lacks to be a graduate of a club on a day; empty: a graduate. At least so many whole months, a certificate that is
 * valid that day, the contract realised. Source: docs/domain/rules.md R-KIS-04
 */
export function lacksOfGraduate(
  stay: { startsOn: PlainDate; endedOn: PlainDate | null },
  certificate: { validUntil: PlainDate | null; contractRealised: boolean | null } | null,
  { graduateMonths, today }: { graduateMonths: number; today: PlainDate },
): GraduateLack[] {
  const long = (stay.endedOn ?? today) >= periodEnd(stay.startsOn, graduateMonths);
  const valid = certificate !== null && (certificate.validUntil === null || certificate.validUntil >= today);
  return [
    ...(long ? [] : (["graduate.months"] as const)),
    ...(valid ? [] : (["graduate.certificate"] as const)),
    ...(certificate?.contractRealised ? [] : (["graduate.contract"] as const)),
  ];
}
