import { expect, test } from "vitest";
import { weave } from "./weave.ts";

const line = (id: string, at: string) => ({ id, at });

test("two histories read as one, newest first, each line once", () => {
  const own = { lines: [line("a", "2026-11-22T10:00:00Z"), line("c", "2026-11-20T10:00:00Z")], more: false };
  const other = { lines: [line("b", "2026-11-21T10:00:00Z")], more: false };
  expect(weave([own, other])).toEqual({
    lines: [own.lines[0], other.lines[0], own.lines[1]],
    behind: [],
  });
});

test("nothing older than the edge of a source with more behind is shown, and that source is read next", () => {
  const own = { lines: [line("a", "2026-11-22T10:00:00Z"), line("c", "2026-11-01T10:00:00Z")], more: true };
  const other = { lines: [line("b", "2026-11-21T10:00:00Z"), line("d", "2026-10-21T10:00:00Z")], more: false };
  const woven = weave([own, other]);
  expect(woven.lines.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(woven.behind).toEqual([0]);
});

test("of two sources with more behind the one with the newer edge is read next; both where they stand level", () => {
  const near = { lines: [line("a", "2026-11-20T10:00:00Z")], more: true };
  const far = { lines: [line("b", "2026-11-10T10:00:00Z")], more: true };
  expect(weave([far, near])).toEqual({ lines: near.lines, behind: [1] });
  expect(weave([near, near]).behind).toEqual([0, 1]);
});

test("nothing is nothing", () => {
  expect(weave([])).toEqual({ lines: [], behind: [] });
  expect(weave([{ lines: [], more: false }])).toEqual({ lines: [], behind: [] });
});
