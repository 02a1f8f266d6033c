import { expect, test } from "vitest";
import { plainDate as day } from "../../../platform/time/plainDate.ts";
import { type Exam, fitnessOn, mayWork, refuseExam } from "./rules.ts";

const exam = (on: string, until: string | null, result: Exam["result"] = "FIT", avoid: Exam["avoid"] = []): Exam => ({
  on: day(on),
  until: until === null ? null : day(until),
  result,
  avoid,
});

test.each<[string, Exam[], string, string, boolean]>([
  ["without a check", [], "2026-12-08", "NO_EXAM", false],
  ["before the day of the check", [exam("2026-12-09", null)], "2026-12-08", "NO_EXAM", false],
  ["on the day of the check", [exam("2026-12-08", null)], "2026-12-08", "FIT", true],
  ["on its last valid day", [exam("2025-12-08", "2026-12-08")], "2026-12-08", "FIT", true],
  ["a day after its last valid day", [exam("2025-12-08", "2026-12-07")], "2026-12-08", "EXPIRED", false],
  ["not fit", [exam("2026-12-01", "2027-12-01", "NOT_FIT")], "2026-12-08", "NOT_FIT", false],
  [
    "not fit after having been fit, however long the old check holds",
    [exam("2026-01-01", "2030-01-01"), exam("2026-12-01", null, "NOT_FIT")],
    "2026-12-08",
    "NOT_FIT",
    false,
  ],
  [
    "fit by a newer check that was written earlier",
    [exam("2026-12-01", null), exam("2026-01-01", null, "NOT_FIT")],
    "2026-12-08",
    "FIT",
    true,
  ],
  [
    "two checks of one day: the one written last",
    [exam("2026-12-01", null), exam("2026-12-01", null, "NOT_FIT")],
    "2026-12-08",
    "NOT_FIT",
    false,
  ],
])("%s", (_, exams, on, state, works) => {
  expect(fitnessOn(exams, day(on)).state).toBe(state);
  expect(mayWork(fitnessOn(exams, day(on)).state)).toBe(works);
});

test("what to avoid goes with limits alone, and ends with the check", () => {
  const limited = exam("2026-12-01", "2026-12-31", "FIT_WITH_LIMITS", ["LIFTING"]);
  expect(fitnessOn([limited], day("2026-12-31"))).toMatchObject({ avoid: ["LIFTING"], until: "2026-12-31" });
  expect(fitnessOn([limited], day("2027-01-01")).avoid).toEqual([]);
  expect(fitnessOn([{ ...limited, result: "FIT" }], day("2026-12-08")).avoid).toEqual([]);
});

test.each([
  ["2026-12-08", null, null],
  ["2026-12-09", null, "assessment.exam_in_future"],
  ["2026-12-01", "2026-12-01", null],
  ["2026-12-01", "2026-11-30", "assessment.exam_ends_before_it"],
  [null, "2026-11-30", null],
])("a check of %s valid until %s: %s", (on, until, refusal) => {
  const exam = { on: on === null ? null : day(on), until: until === null ? null : day(until) };
  expect(refuseExam(exam, day("2026-12-08"))).toBe(refusal);
});
