import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../../platform/time/plainDate.ts";
import {
  lacksOfCourse,
  meetsThreshold,
  percentOf,
  refuseCourseCertificate,
  refuseJoining,
  refuseLeaving,
  refuseResult,
} from "./rules.ts";

const today = day("2026-11-22");

test.each([
  [360, 420, 85.7],
  [28, 36, 77.8],
  [0, 36, 0],
  [36, 36, 100],
])("%i of %i hours are %d percent for people to read (R-PRG-07)", (minutes, ofMinutes, percent) => {
  expect(percentOf({ minutes, ofMinutes })).toBe(percent);
});

test.each([
  [80, 100, 80, true],
  [79, 100, 80, false],
  [1999, 2500, 80, false], // 79.96 % reads as 80.0 and is not
  [2000, 2500, 80, true],
  [0, 0, 0, false],
])("%i of %i minutes meet %i percent: %s (R-PRG-08)", (minutes, ofMinutes, threshold, met) => {
  expect(meetsThreshold({ minutes, ofMinutes }, threshold)).toBe(met);
});

describe("what somebody lacks for a certificate", () => {
  const course = { endsOn: day("2026-11-20"), withExam: true, thresholdPercent: 80 };
  const good = { leftOn: null, attended: { minutes: 80, ofMinutes: 100 }, examPassed: true as boolean | null };
  test.each<[string, object, object, string[]]>([
    ["everything is there", {}, {}, []],
    ["the last day is today", { endsOn: today }, {}, []],
    ["the course goes on tomorrow", { endsOn: day("2026-11-23") }, {}, ["NOT_ENDED"]],
    ["nobody knows the attendance", {}, { attended: null }, ["NO_ATTENDANCE"]],
    ["nothing was held", {}, { attended: { minutes: 0, ofMinutes: 0 } }, ["NO_ATTENDANCE"]],
    ["too few hours", {}, { attended: { minutes: 79, ofMinutes: 100 } }, ["BELOW_THRESHOLD"]],
    ["the exam was failed", {}, { examPassed: false }, ["EXAM_NOT_PASSED"]],
    ["the exam is not known", {}, { examPassed: null }, ["EXAM_NOT_PASSED"]],
    ["there is no exam", { withExam: false }, { examPassed: null }, []],
    ["they left", {}, { leftOn: day("2026-11-10") }, ["LEFT"]],
  ])("%s", (_, change, of, lacks) => {
    expect(lacksOfCourse({ ...course, ...change }, { ...good, ...of }, today)).toEqual(lacks);
  });
});

test.each<[string, string[], string | null, string, string, string, string | null]>([
  ["the first one", [], null, "2026-11-20", "1", "", null],
  ["before the end", [], null, "2026-11-19", "1", "", "course.issued_before_end"],
  ["tomorrow", [], null, "2026-11-23", "1", "", "course.day_in_future"],
  ["of somebody who lacks hours", ["BELOW_THRESHOLD"], null, "2026-11-22", "1", "", "course.lack.BELOW_THRESHOLD"],
  ["a mended one without a reason", [], "1", "2026-11-22", "1", " ", "course.reason_missing"],
  ["a mended one under another number", [], "1", "2026-11-22", "2", "literówka", "course.other_number"],
  ["a mended one", [], "A/1", "2026-11-22", "a/1", "literówka", null],
])("a certificate: %s", (_, lacks, before, issuedOn, number, reason, refusal) => {
  const known = { endsOn: day("2026-11-20"), lacks: lacks as "LEFT"[], before };
  expect(refuseCourseCertificate(known, { issuedOn: day(issuedOn), number, reason }, today)).toBe(refusal);
});

test("somebody joins until the last day, leaves between, and a result is whole", () => {
  const course = { startsOn: day("2026-11-01"), endsOn: day("2026-11-20") };
  expect(refuseJoining(course, day("2026-11-20"))).toBeNull();
  expect(refuseJoining(course, day("2026-11-21"))).toBe("course.joined_outside");
  const there = { joinedOn: day("2026-11-05"), endsOn: course.endsOn, leftOn: null };
  expect(refuseLeaving(there, day("2026-11-05"), today)).toBeNull();
  expect(refuseLeaving(there, day("2026-11-04"), today)).toBe("course.left_outside");
  expect(refuseLeaving(there, day("2026-11-21"), today)).toBe("course.left_outside");
  expect(refuseLeaving({ ...there, leftOn: day("2026-11-06") }, day("2026-11-07"), today)).toBe("course.left_already");
  const result = { attendedMinutes: 60, examOn: null, examPassed: null };
  expect(refuseResult({ programmeMinutes: 60 }, result, today)).toBeNull();
  expect(refuseResult({ programmeMinutes: 59 }, result, today)).toBe("course.attended_more_than_programme");
  expect(refuseResult({ programmeMinutes: 60 }, { ...result, examPassed: true }, today)).toBe(
    "course.exam_without_result",
  );
});
