import { expect, test } from "vitest";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import { type HistoryEntry, historyOf } from "./contractHistory.ts";

type Known = Parameters<typeof historyOf>[0];
const place = {
  signedAs: "OPS",
  side: "OPS",
  act: "SIGNS",
  name: "Anna Próbna",
  method: "WET",
  hasFile: true,
} as const;
const contract: Known = {
  id: "c",
  steps: [
    { toState: "DRAFT", onDay: day("2026-11-01"), byName: "Anna Próbna" },
    { toState: "SIGNED", onDay: day("2026-11-03"), byName: "Anna Próbna" },
    { toState: "TERMINATED", onDay: day("2026-11-09"), byName: "Anna Próbna" },
  ],
  requests: [
    {
      id: "r",
      centre: null,
      commune: null,
      askedOn: day("2026-11-02"),
      channel: "LETTER",
      answerBy: day("2026-11-16"),
    },
  ],
  signatures: [
    { ...place, signedOn: day("2026-11-03") },
    { ...place, signedAs: "PERSON", name: null, signedOn: null, method: null, hasFile: false },
  ],
  evaluations: [{ id: "e", heldOn: day("2026-11-09"), personSaid: null, conclusion: "", change: null, results: [] }],
  annexes: [
    { id: "a", annexNo: 1, agreedOn: day("2026-11-05"), state: "WITHDRAWN", onDay: day("2026-11-06"), signatures: [] },
  ],
};

const say = (entry: HistoryEntry) => [entry.day, entry.kind, "state" in entry ? entry.state : null];

test("the history tells every act once, latest first, and what ends the contract last of its day", () => {
  expect(historyOf(contract).map(say)).toEqual([
    ["2026-11-09", "STEP", "TERMINATED"],
    ["2026-11-09", "EVALUATED", null],
    ["2026-11-06", "ANNEX", "WITHDRAWN"],
    ["2026-11-05", "ANNEX", "WAITING"],
    ["2026-11-03", "STEP", "SIGNED"],
    ["2026-11-03", "SIGNATURE", null],
    ["2026-11-02", "ASKED", null],
    ["2026-11-01", "STEP", "DRAFT"],
  ]);
});

test("every entry has an id of its own", () => {
  const ids = historyOf(contract).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
