import { expect, test } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { preferred } from "./preferred.ts";

const day = plainDate;
const registered = (from: string, to: string | null, source: "FILE" | "PAPER", on: string | null) => ({
  value: [{ from: day(from), to: to === null ? null : day(to) }],
  evidence: { source, on: on === null ? null : day(on), words: null },
});

test.each([
  ["the file learned later that it ended", "2026-11-25", "2026-11-24", "2026-11-20", "FILE"],
  ["the paper was seen after the entry", "2026-11-01", "2026-11-24", "2026-11-20", "PAPER"],
  ["the day of the entry is not known", null, "2026-11-24", "2026-11-20", "PAPER"],
  ["both were learned on one day, and the file's is the later registration", "2026-11-20", null, "2026-11-20", "FILE"],
])("of two registrations the newer one holds: %s", (_, enteredOn, endedOn, seenOn, holds) => {
  const file = { registered: registered("2024-03-01", endedOn, "FILE", enteredOn) };
  const seen = { registered: registered("2024-01-10", null, "PAPER", seenOn) };
  expect(preferred(file, seen).registered?.evidence?.source).toBe(holds);
});

test("where both say the same, the paper stays seen, however late the file was written", () => {
  const file = { registered: registered("2024-01-10", null, "FILE", "2026-12-01") };
  const seen = { registered: registered("2024-01-10", null, "PAPER", "2026-11-20") };
  expect(preferred(file, seen).registered?.evidence?.source).toBe("PAPER");
});

test("what only one of them knows holds, and a field without a day of the file is what was shown", () => {
  const shown = { source: "PAPER" as const, on: day("2026-11-20"), words: "świadectwo" };
  const file = {
    education: { value: "HIGHER" as const, evidence: { source: "FILE" as const, on: null, words: null } },
  };
  const seen = { education: { value: "PRIMARY" as const, evidence: shown } };
  expect(preferred(file, seen).education?.value).toBe("PRIMARY");
  expect(preferred(file, {})).toEqual(file);
  expect(preferred({}, seen)).toEqual(seen);
});
