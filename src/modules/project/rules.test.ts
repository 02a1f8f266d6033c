import { expect, test } from "vitest";
import { interviewHoursToPlan, refuseEnrolment, warnInterviewHours } from "./rules.ts";

test.each([
  [1.75, "project.interview_hours_outside"],
  [2, null],
  [3, null],
  [3.25, "project.interview_hours_outside"],
])("%d hours of initial conversations: %s (R-REC-03)", (hours, warning) => {
  expect(warnInterviewHours(hours, { least: 2, most: 3 })).toBe(warning);
});

test("where the house takes longer for a conversation, more hours are right and more are planned (R-REC-03)", () => {
  const longer = { least: 1, most: 4.5 };
  expect(warnInterviewHours(4, longer)).toBeNull();
  expect(warnInterviewHours(4.75, longer)).toBe("project.interview_hours_outside");
  expect(interviewHoursToPlan(30, longer)).toEqual({ least: 30, most: 135 });
});

test.each([
  [28, 56, 84],
  [30, 60, 90],
  [60, 120, 180],
])("%i persons need %i to %i hours of conversations (R-REC-03)", (persons, least, most) => {
  expect(interviewHoursToPlan(persons, { least: 2, most: 3 })).toEqual({ least, most });
});

test("enrolment within a social contract needs an active one (R-REC-05)", () => {
  expect(refuseEnrolment({ contractRequired: true, contractActive: false })).toBe("project.active_contract_missing");
  expect(refuseEnrolment({ contractRequired: true, contractActive: true })).toBeNull();
  expect(refuseEnrolment({ contractRequired: false, contractActive: false })).toBeNull();
});
