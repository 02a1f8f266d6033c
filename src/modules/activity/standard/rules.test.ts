import { expect, test } from "vitest";
import { plainDate as day } from "../../../platform/time/plainDate.ts";
import { standardItems } from "./codes.ts";
import type { StandardLine } from "./contract.ts";
import { refuseReview } from "./rules.ts";

const today = day("2026-11-22");
const met: StandardLine[] = standardItems.map((code) => ({
  code,
  state: "MET",
  evidence: "jest",
  missing: "",
  dueOn: null,
}));
const [first, ...rest] = met as [StandardLine, ...StandardLine[]];

test.each<[string, StandardLine[], string, string | null]>([
  ["of every line", met, "2026-11-22", null],
  ["of tomorrow", met, "2026-11-23", "standard.day_in_future"],
  ["that leaves a line out", rest, "2026-11-22", "standard.not_whole"],
  ["that says a line twice", [first, first, ...rest.slice(1)], "2026-11-22", "standard.not_whole"],
  ["met by nothing", [{ ...first, evidence: " " }, ...rest], "2026-11-22", "standard.evidence_missing"],
  [
    "partly met, nobody knows what lacks",
    [{ ...first, state: "PARTLY" }, ...rest],
    "2026-11-22",
    "standard.missing_missing",
  ],
  [
    "not met, with what lacks",
    [{ ...first, state: "NOT_MET", evidence: "", missing: "sala" }, ...rest],
    "2026-11-22",
    null,
  ],
])("a review %s (R-KIS-05)", (_, items, on, refusal) => {
  expect(refuseReview({ reviewedOn: day(on), items }, today)).toBe(refusal);
});
