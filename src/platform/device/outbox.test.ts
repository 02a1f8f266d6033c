import { expect, test } from "vitest";
import { isThrough, nextBatch, pauseMs, type Queued, setAside, settle } from "./outbox.ts";
import type { EntryState } from "./store.ts";

const entry = (id: string, state: EntryState, touches: string[]): Queued & { sealed: string } => ({
  id,
  order: Number(id),
  state,
  touches,
  sealed: "x".repeat(100),
});
const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

test.each([
  [
    "all at once where nothing meets",
    [
      ["1", "waiting", ["a"]],
      ["2", "waiting", ["b"]],
      ["3", "waiting", []],
    ],
    ["1", "2", "3"],
  ],
  [
    "one of a record",
    [
      ["1", "waiting", ["a"]],
      ["2", "waiting", ["a", "b"]],
      ["3", "waiting", ["c"]],
    ],
    ["1", "3"],
  ],
  [
    "nothing past a later one that itself waits for its turn",
    [
      ["1", "waiting", ["a"]],
      ["2", "waiting", ["a", "b"]],
      ["3", "waiting", ["b"]],
    ],
    ["1"],
  ],
  [
    "none behind a refused one",
    [
      ["1", "refused", ["a"]],
      ["2", "waiting", ["a"]],
      ["3", "waiting", ["b"]],
    ],
    ["3"],
  ],
  [
    "the next of a record once the first is done",
    [
      ["1", "delivered", ["a"]],
      ["2", "waiting", ["a"]],
    ],
    ["2"],
  ],
  [
    "others while the office decides",
    [
      ["1", "quarantined", ["a"]],
      ["2", "waiting", ["a"]],
    ],
    ["2"],
  ],
] as const)("a batch takes %s", (_, queue, sent) => {
  expect(
    ids(
      nextBatch(
        queue.map(([id, state, touches]) => entry(id, state, [...touches])),
        1000,
      ),
    ),
  ).toEqual(sent);
});

test("a batch is as long as the wire takes, and one that is longer goes alone", () => {
  const queue = ["1", "2", "3"].map((id) => entry(id, "waiting", [id]));
  expect(ids(nextBatch(queue, 250))).toEqual(["1", "2"]);
  expect(ids(nextBatch(queue, 50))).toEqual(["1"]);
  expect(
    nextBatch(
      Array.from({ length: 80 }, (_, n) => entry(String(n), "waiting", [])),
      1_000_000,
    ),
  ).toHaveLength(50);
});

test("a refusal stands later ones on its records aside, and theirs with them", () => {
  const queue = [
    entry("1", "waiting", ["a"]),
    entry("2", "waiting", ["a", "b"]),
    entry("3", "waiting", ["b"]),
    entry("4", "waiting", ["c"]),
  ];
  const changes = settle(queue, [{ id: "1", outcome: "forbidden", code: "no" }]);
  expect(changes.map(({ id, state }) => [id, state])).toEqual([
    ["1", "refused"],
    ["2", "behind"],
    ["3", "behind"],
  ]);
  expect(setAside([entry("2", "behind", ["a"]), entry("3", "behind", ["b"])])).toEqual([
    { id: "2", state: "waiting" },
    { id: "3", state: "waiting" },
  ]);
});

test.each([
  ["done", "delivered"],
  ["kept", "delivered"],
  ["received", "received"],
  ["quarantined", "quarantined"],
  ["refused", "refused"],
  ["conflict", "refused"],
  ["not_found", "refused"],
  ["invalid", "refused"],
] as const)("an answer %s makes an entry %s; one without an answer stays", (outcome, state) => {
  const changes = settle([entry("1", "waiting", []), entry("2", "waiting", [])], [{ id: "1", outcome }]);
  expect(changes.map((change) => [change.id, change.state])).toEqual([["1", state]]);
});

test("what is settled is not changed by an answer that comes again", () => {
  expect(settle([entry("1", "delivered", [])], [{ id: "1", outcome: "refused" }])).toEqual([]);
  expect(settle([entry("1", "quarantined", [])], [{ id: "1", outcome: "quarantined" }])).toEqual([]);
  expect(settle([entry("1", "quarantined", [])], [{ id: "1", outcome: "done" }])).toMatchObject([
    { state: "delivered" },
  ]);
});

test("pauses double from a second to five minutes, less up to a half", () => {
  expect([1, 2, 3, 9, 10, 40].map((failures) => pauseMs(failures, 0))).toEqual([
    1000, 2000, 4000, 256_000, 300_000, 300_000,
  ]);
  expect(pauseMs(1, 1)).toBe(500);
});

test.each([
  [1, 120_000, false],
  [2, 59_999, false],
  [2, 60_000, true],
  [2, -86_400_000, true],
])("after %i pulls and %i ms the set surely has it: %s", (pulls, later, answer) => {
  expect(isThrough(pulls, 1_000_000_000, 1_000_000_000 + later)).toBe(answer);
});
