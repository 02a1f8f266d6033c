import { addDays, ageOn, daysInclusive, type PlainDate } from "../../platform/time/plainDate.ts";
import { adultYears, type Insurance } from "./codes.ts";
import type { AgreementLack, AvailableSlot } from "./contract.ts";

export type VolunteerRefusal =
  | "volunteer.ends_before_start"
  | "volunteer.pledge_after_start"
  | "volunteer.day_in_future"
  | "volunteer.written_needed"
  | "volunteer.guardian_needed"
  | "volunteer.guardian_unknown"
  | "volunteer.agreement_over"
  | "volunteer.end_outside_agreement"
  | "volunteer.ends_before_hours"
  | "volunteer.has_hours"
  | "volunteer.day_outside_agreement"
  | "volunteer.more_than_a_day"
  | "volunteer.led_settled"
  | "volunteer.led_changed"
  | "volunteer.no_hours"
  | "volunteer.slot_backwards"
  | "volunteer.slots_overlap";

/** Whether somebody born so is no adult on `day`; false where the day of birth is not known. */
export function isMinor(birthDate: PlainDate | null, day: PlainDate): boolean {
  return birthDate !== null && ageOn(birthDate, day) < adultYears;
}

/** Days of an agreement, both counted; null: it has no end. */
function lengthOf({ startsOn, endsOn }: { startsOn: PlainDate; endsOn: PlainDate | null }): number | null {
  return endsOn === null ? null : endsOn < startsOn ? 0 : daysInclusive(startsOn, endsOn);
}

export type AgreementWish = {
  startsOn: PlainDate;
  endsOn: PlainDate | null;
  written: boolean;
  signedOn: PlainDate | null;
  pledgedOn: PlainDate;
  guardianConsentOn: PlainDate | null;
};

/**
 * Why an agreement cannot be concluded so; null when it can. One for more than `writtenAfterDays`, or without an end, is written;
 * a minor's has the consent of a guardian; the pledge of confidentiality comes before the first day. Source: docs/domain/forms.md F-63
 */
export function refuseAgreement(
  wish: AgreementWish,
  {
    birthDate,
    guardian,
    today,
    writtenAfterDays,
  }: { birthDate: PlainDate | null; guardian: string; today: PlainDate; writtenAfterDays: number },
): VolunteerRefusal | null {
  const length = lengthOf(wish);
  if (length !== null && length < 1) return "volunteer.ends_before_start";
  if (wish.pledgedOn > wish.startsOn) return "volunteer.pledge_after_start";
  for (const day of [wish.pledgedOn, wish.signedOn, wish.guardianConsentOn])
    if (day !== null && day > today) return "volunteer.day_in_future";
  if (!wish.written && (length === null || length > writtenAfterDays)) return "volunteer.written_needed";
  if (!isMinor(birthDate, wish.startsOn)) return null;
  if (guardian.trim() === "") return "volunteer.guardian_unknown";
  const consented = wish.guardianConsentOn !== null && wish.guardianConsentOn <= wish.startsOn;
  return consented ? null : "volunteer.guardian_needed";
}

/** What an agreement still lacks; nothing of it stops anybody from helping: people are reminded. Source: docs/domain/forms.md F-63 */
export function lacksOfAgreement(agreement: {
  written: boolean;
  signedOn: PlainDate | null;
  insurance: Insurance;
  birthDate: PlainDate | null;
}): AgreementLack[] {
  return [
    ...(agreement.written && agreement.signedOn === null ? (["SIGNATURE"] as const) : []),
    ...(agreement.insurance === "NOT_ARRANGED" ? (["INSURANCE"] as const) : []),
    ...(agreement.birthDate === null ? (["BIRTH_DATE"] as const) : []),
  ];
}

export type AgreementDays = { startsOn: PlainDate; endsOn: PlainDate | null; endedOn: PlainDate | null };

/** The last day of an agreement; null: nobody knows it yet. */
export function lastDayOf({ endsOn, endedOn }: AgreementDays): PlainDate | null {
  return endedOn ?? endsOn;
}

/** Whether an agreement holds on a day; its first and last day count. */
export function holdsOn(agreement: AgreementDays, day: PlainDate): boolean {
  const last = lastDayOf(agreement);
  return agreement.startsOn <= day && (last === null || day <= last);
}

/** The agreement under which hours of a day fall: of several that hold, the one that began last. `agreements`: the newest first. */
export function agreementFor<A extends AgreementDays>(agreements: readonly A[], day: PlainDate): A | undefined {
  return agreements.find((agreement) => holdsOn(agreement, day));
}

/** Why what a volunteer led cannot be confirmed; null when it can. `led` undefined: it stands on the card, was left out, or registers no longer say so. */
export function refuseLed(
  led: { minutes: number; agreementId: string | null } | undefined,
  seenMinutes: number,
): VolunteerRefusal | null {
  if (!led) return "volunteer.led_settled";
  if (led.minutes !== seenMinutes) return "volunteer.led_changed";
  return led.agreementId === null ? "volunteer.day_outside_agreement" : null;
}

/** Why an agreement cannot end on a day; null when it can. It may end on its first day, not before hours that stand under it. */
export function refuseAgreementEnd(
  agreement: AgreementDays & { lastHoursOn: PlainDate | null },
  endedOn: PlainDate,
  today: PlainDate,
): VolunteerRefusal | null {
  if (agreement.endedOn !== null) return "volunteer.agreement_over";
  if (endedOn > today) return "volunteer.day_in_future";
  if (!holdsOn(agreement, endedOn)) return "volunteer.end_outside_agreement";
  return agreement.lastHoursOn !== null && endedOn < agreement.lastHoursOn ? "volunteer.ends_before_hours" : null;
}

/** Why what came after an agreement cannot be noted; null when it can. A minor's keeps the consent of a guardian. */
export function refuseSettling(
  agreement: AgreementDays,
  settling: { signedOn: PlainDate | null; guardianConsentOn: PlainDate | null },
  { birthDate, today }: { birthDate: PlainDate | null; today: PlainDate },
): VolunteerRefusal | null {
  for (const day of [settling.signedOn, settling.guardianConsentOn])
    if (day !== null && day > today) return "volunteer.day_in_future";
  return isMinor(birthDate, agreement.startsOn) && settling.guardianConsentOn === null
    ? "volunteer.guardian_needed"
    : null;
}

/** Why hours cannot be logged; null when they can. `loggedThatDay`: minutes that stand on the day already, under any agreement. */
export function refuseHours(
  agreement: AgreementDays,
  { day, minutes, loggedThatDay }: { day: PlainDate; minutes: number; loggedThatDay: number },
  today: PlainDate,
): VolunteerRefusal | null {
  if (day > today) return "volunteer.day_in_future";
  if (!holdsOn(agreement, day)) return "volunteer.day_outside_agreement";
  return loggedThatDay + minutes > 24 * 60 ? "volunteer.more_than_a_day" : null;
}

/** Why hours of a week cannot be kept; null when they can. Slots of a day may touch, not overlap. */
export function refuseSlots(slots: readonly AvailableSlot[]): VolunteerRefusal | null {
  if (slots.some(({ startsAt, endsAt }) => endsAt <= startsAt)) return "volunteer.slot_backwards";
  const clash = slots.some((a, at) =>
    slots.some((b, other) => other > at && a.weekday === b.weekday && a.startsAt < b.endsAt && b.startsAt < a.endsAt),
  );
  return clash ? "volunteer.slots_overlap" : null;
}

/** Why no certificate can be given; null when it can. `minutes`: logged until then. */
export function refuseVolunteerCertificate(
  { startsOn }: { startsOn: PlainDate },
  { issuedOn, minutes }: { issuedOn: PlainDate; minutes: number },
  today: PlainDate,
): VolunteerRefusal | null {
  if (issuedOn > today) return "volunteer.day_in_future";
  if (issuedOn < startsOn) return "volunteer.day_outside_agreement";
  return minutes === 0 ? "volunteer.no_hours" : null;
}

/** The longest agreement that needs no writing, for a hint beside the day. */
export function lastDayUnwritten(startsOn: PlainDate, writtenAfterDays: number): PlainDate {
  return addDays(startsOn, writtenAfterDays - 1);
}
