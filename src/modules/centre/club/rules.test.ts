import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../../platform/time/plainDate.ts";
import type { ClubEnd } from "./codes.ts";
import { lacksOfGraduate, refuseCertificate, refuseProlongation, refuseStay, refuseStayEnding } from "./rules.ts";

const today = day("2026-11-22");
const period = (startsOn: string, endsOn: string) => ({ startsOn: day(startsOn), endsOn: day(endsOn) });

test.each<[string, string, string, string | null]>([
  ["from the day of the admission", "2026-11-20", "2027-05-19", null],
  ["one day", "2026-11-20", "2026-11-20", null],
  ["before it", "2026-11-19", "2027-05-19", "club.before_admission"],
  ["that ends before it begins", "2026-11-21", "2026-11-20", "club.ends_before_start"],
  ["that ends on the day before another begins", "2026-11-20", "2027-05-31", null],
  ["that ends on the day on which another begins", "2026-11-20", "2027-06-01", "club.overlaps"],
  ["that begins on the last day of another", "2027-12-31", "2028-06-01", "club.overlaps"],
  ["that begins on the day after another", "2028-01-01", "2028-06-01", null],
])("a stay %s (R-KIS-02)", (_, from, to, refusal) => {
  const others = [period("2027-06-01", "2027-12-31")];
  expect(refuseStay(period(from, to), { admittedOn: day("2026-11-20"), others })).toBe(refusal);
});

test.each<[string, string, string, string | null, string | null]>([
  ["agreed today", "2026-11-22", "2027-02-28", null, null],
  ["agreed on the last day", "2026-11-30", "2027-02-28", null, "club.day_in_future"],
  ["agreed tomorrow", "2026-11-23", "2027-02-28", null, "club.day_in_future"],
  ["that makes it no longer", "2026-11-22", "2026-11-30", null, "club.not_longer"],
  ["into the next stay", "2026-11-22", "2027-06-01", null, "club.overlaps"],
  ["of one that has ended", "2026-11-22", "2027-02-28", "2026-11-20", "club.over"],
])("a prolongation %s (R-KIS-02)", (_, agreedOn, endsOn, endedOn, refusal) => {
  const stay = { ...period("2026-06-01", "2026-11-30"), endedOn: endedOn === null ? null : day(endedOn) };
  const others = [period("2027-06-01", "2027-12-31")];
  const wish = { agreedOn: day(agreedOn), endsOn: day(endsOn) };
  expect(refuseProlongation(stay, wish, { today, others })).toBe(refusal);
});
test("a stay that is over by its day is not made longer afterwards", () => {
  const stay = { ...period("2026-06-01", "2026-11-20"), endedOn: null };
  const wish = { agreedOn: day("2026-11-21"), endsOn: day("2027-02-28") };
  expect(refuseProlongation(stay, wish, { today, others: [] })).toBe("club.agreed_after_end");
});

test.each<[string, ClubEnd, string, string | null, string | null]>([
  ["2026-11-22", "COMPLETED", "", null, null],
  ["2026-06-01", "RESIGNED", "", null, null],
  ["2026-05-31", "RESIGNED", "", null, "club.end_outside_stay"],
  ["2026-11-23", "JOB", "", null, "club.day_in_future"],
  ["2026-11-22", "OTHER", " ", null, "club.reason_missing"],
  ["2026-11-22", "OTHER", "szpital", null, null],
  ["2026-11-22", "JOB", "", "2026-11-20", "club.over"],
])("the end on %s, %s “%s” (R-KIS-02)", (on, reason, words, ended, refusal) => {
  const stay = { ...period("2026-06-01", "2026-11-30"), endedOn: ended === null ? null : day(ended) };
  expect(refuseStayEnding(stay, { endedOn: day(on), reason, words }, today)).toBe(refusal);
});

test.each<[string | null, string, string | null, string | null]>([
  ["2026-11-20", "2026-11-20", null, null],
  ["2026-11-20", "2026-11-22", "2027-05-22", null],
  ["2026-11-20", "2026-11-19", null, "club.certificate_before_end"],
  ["2026-11-20", "2026-11-23", null, "club.day_in_future"],
  ["2026-11-20", "2026-11-22", "2026-11-21", "club.valid_before_issued"],
  [null, "2026-11-22", null, "club.not_ended"],
])("of a stay that ended on %s a certificate of %s valid until %s (R-KIS-02)", (ended, issued, until, refusal) => {
  const wish = { issuedOn: day(issued), validUntil: until === null ? null : day(until) };
  expect(refuseCertificate({ endedOn: ended === null ? null : day(ended) }, wish, today)).toBe(refusal);
});

describe("a graduate of a club: six months, a certificate that is valid, the contract realised (R-KIS-04)", () => {
  const good = { validUntil: null, contractRealised: true };
  test.each<[string, string, typeof good | { validUntil: string; contractRealised: boolean } | null, string[]]>([
    ["2026-01-01", "2026-06-30", good, []],
    ["2026-01-01", "2026-06-29", good, ["graduate.months"]],
    ["2026-01-31", "2026-07-30", good, []],
    ["2026-01-01", "2026-06-30", null, ["graduate.certificate", "graduate.contract"]],
    ["2026-01-01", "2026-06-30", { ...good, contractRealised: false }, ["graduate.contract"]],
    ["2026-01-01", "2026-06-30", { validUntil: "2026-11-22", contractRealised: true }, []],
    ["2026-01-01", "2026-06-30", { validUntil: "2026-11-21", contractRealised: true }, ["graduate.certificate"]],
  ])("from %s to %s with %j lacks %j", (from, to, given, lacks) => {
    const stay = { startsOn: day(from), endedOn: day(to) };
    const certificate = given && { ...given, validUntil: given.validUntil === null ? null : day(given.validUntil) };
    expect(lacksOfGraduate(stay, certificate, { graduateMonths: 6, today })).toEqual(lacks);
  });
});
