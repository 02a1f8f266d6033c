import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import {
  holdsOn,
  isMinor,
  lacksOfAgreement,
  refuseAgreement,
  refuseAgreementEnd,
  refuseHours,
  refuseSettling,
  refuseSlots,
  refuseVolunteerCertificate,
} from "./rules.ts";

const today = day("2026-11-22");
const on = (value: string | null) => (value === null ? null : day(value));

describe("an agreement with a volunteer (F-63)", () => {
  const good = {
    startsOn: "2026-11-22",
    endsOn: "2027-01-31" as string | null,
    written: true,
    signedOn: "2026-11-22" as string | null,
    pledgedOn: "2026-11-22",
    guardianConsentOn: null as string | null,
  };
  const ask = (change: Partial<typeof good>, birthDate: string | null = null, guardian = "") => {
    const wish = { ...good, ...change };
    return refuseAgreement(
      {
        ...wish,
        startsOn: day(wish.startsOn),
        endsOn: on(wish.endsOn),
        signedOn: on(wish.signedOn),
        pledgedOn: day(wish.pledgedOn),
        guardianConsentOn: on(wish.guardianConsentOn),
      },
      { birthDate: on(birthDate), guardian, today, writtenAfterDays: 30 },
    );
  };
  test.each<[string, Partial<typeof good>, string | null]>([
    ["in writing", {}, null],
    ["for 30 days, by word of mouth", { written: false, signedOn: null, endsOn: "2026-12-21" }, null],
    [
      "for 31 days, by word of mouth",
      { written: false, signedOn: null, endsOn: "2026-12-22" },
      "volunteer.written_needed",
    ],
    ["without an end, by word of mouth", { written: false, signedOn: null, endsOn: null }, "volunteer.written_needed"],
    ["without an end, in writing", { endsOn: null }, null],
    ["of one day", { endsOn: "2026-11-22" }, null],
    ["that ends before it begins", { endsOn: "2026-11-21" }, "volunteer.ends_before_start"],
    ["pledged after the first day", { startsOn: "2026-11-20" }, "volunteer.pledge_after_start"],
    ["signed tomorrow", { signedOn: "2026-11-23" }, "volunteer.day_in_future"],
    ["not signed yet", { signedOn: null }, null],
  ])("%s", (_, change, refusal) => {
    expect(ask(change)).toBe(refusal);
  });

  test.each<[string, string | null, string, string | null, string | null]>([
    ["18 on the first day", "2008-11-22", "", null, null],
    ["18 on the day after", "2008-11-23", "Jan Nowak", null, "volunteer.guardian_needed"],
    ["a minor without a guardian", "2010-01-01", "", "2026-11-22", "volunteer.guardian_unknown"],
    ["a minor with consent", "2010-01-01", "Jan Nowak", "2026-11-22", null],
    ["whose day of birth nobody knows", null, "", null, null],
  ])("with somebody %s", (_, birthDate, guardian, guardianConsentOn, refusal) => {
    expect(ask({ guardianConsentOn }, birthDate, guardian)).toBe(refusal);
  });
});

test.each([
  ["2008-11-22", false],
  ["2008-11-23", true],
])("somebody born on %s is a minor today: %s", (birthDate, minor) => {
  expect(isMinor(day(birthDate), today)).toBe(minor);
});

test("what an agreement lacks is told: a signature where it is written, the answer for accidents", () => {
  expect(lacksOfAgreement({ written: true, signedOn: null, insurance: "NOT_ARRANGED", birthDate: null })).toEqual([
    "SIGNATURE",
    "INSURANCE",
    "BIRTH_DATE",
  ]);
  const known = { birthDate: day("1980-01-01") };
  expect(lacksOfAgreement({ written: false, signedOn: null, insurance: "ACCIDENT_BY_US", ...known })).toEqual([]);
});

const agreement = (endsOn: string | null = "2026-11-30", endedOn: string | null = null) => ({
  startsOn: day("2026-11-10"),
  endsOn: on(endsOn),
  endedOn: on(endedOn),
});

test.each<[string, string | null, string | null, boolean]>([
  ["2026-11-10", "2026-11-30", null, true],
  ["2026-11-09", "2026-11-30", null, false],
  ["2026-11-30", "2026-11-30", null, true],
  ["2026-12-01", "2026-11-30", null, false],
  ["2030-12-01", null, null, true],
  ["2026-11-21", null, "2026-11-20", false],
  ["2026-11-20", "2026-11-30", "2026-11-20", true],
])("on %s an agreement until %s, ended on %s, holds: %s", (when, endsOn, endedOn, holds) => {
  expect(holdsOn(agreement(endsOn, endedOn), day(when))).toBe(holds);
});

test.each<[string, string | null, string | null]>([
  ["2026-11-10", null, null],
  ["2026-11-22", null, null],
  ["2026-11-23", null, "volunteer.day_in_future"],
  ["2026-11-09", null, "volunteer.end_outside_agreement"],
  ["2026-11-20", "2026-11-15", "volunteer.agreement_over"],
])("an agreement ends on %s after it ended on %s: %s", (when, endedOn, refusal) => {
  expect(refuseAgreementEnd({ ...agreement("2026-11-30", endedOn), lastHoursOn: null }, day(when), today)).toBe(
    refusal,
  );
});

test("an agreement does not end before hours that stand under it", () => {
  const end = (on: string) => refuseAgreementEnd({ ...agreement(), lastHoursOn: day("2026-11-15") }, day(on), today);
  expect(end("2026-11-14")).toBe("volunteer.ends_before_hours");
  expect(end("2026-11-15")).toBeNull();
});

test("what comes after an agreement is not of tomorrow, and a minor keeps the guardian's consent", () => {
  const settle = (signedOn: string | null, consent: string | null, birthDate: string | null = null) =>
    refuseSettling(
      agreement(),
      { signedOn: on(signedOn), guardianConsentOn: on(consent) },
      { birthDate: on(birthDate), today },
    );
  expect(settle("2026-11-22", null)).toBeNull();
  expect(settle("2026-11-23", null)).toBe("volunteer.day_in_future");
  expect(settle(null, null, "2010-01-01")).toBe("volunteer.guardian_needed");
  expect(settle(null, "2026-11-10", "2010-01-01")).toBeNull();
});

test.each<[string, number, number, string | null]>([
  ["2026-11-22", 120, 0, null],
  ["2026-11-23", 120, 0, "volunteer.day_in_future"],
  ["2026-11-09", 120, 0, "volunteer.day_outside_agreement"],
  ["2026-11-22", 120, 1320, null],
  ["2026-11-22", 121, 1320, "volunteer.more_than_a_day"],
])("hours on %s: %i minutes beside %i", (when, minutes, loggedThatDay, refusal) => {
  expect(refuseHours(agreement(), { day: day(when), minutes, loggedThatDay }, today)).toBe(refusal);
});

test("hours of a week go forward and do not overlap; those that touch stand beside each other", () => {
  const slot = (weekday: number, startsAt: string, endsAt: string) => ({ weekday, startsAt, endsAt });
  expect(refuseSlots([])).toBeNull();
  expect(refuseSlots([slot(1, "09:00", "12:00"), slot(1, "12:00", "14:00"), slot(2, "09:00", "12:00")])).toBeNull();
  expect(refuseSlots([slot(1, "09:00", "09:00")])).toBe("volunteer.slot_backwards");
  expect(refuseSlots([slot(1, "09:00", "12:00"), slot(1, "11:59", "14:00")])).toBe("volunteer.slots_overlap");
});

test.each<[string, number, string | null]>([
  ["2026-11-22", 30, null],
  ["2026-11-22", 0, "volunteer.no_hours"],
  ["2026-11-23", 30, "volunteer.day_in_future"],
  ["2026-11-09", 30, "volunteer.day_outside_agreement"],
])("a certificate of %s over %i minutes", (issuedOn, minutes, refusal) => {
  expect(refuseVolunteerCertificate(agreement(), { issuedOn: day(issuedOn), minutes }, today)).toBe(refusal);
});
