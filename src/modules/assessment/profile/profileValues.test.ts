import { expect, test } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { entryKinds } from "./codes.ts";
import type { ProfileEntry } from "./contract.ts";
import { changesOf, contentOfValues, entryOf, newRow, protectedRow, rebased, valuesOf } from "./profileValues.ts";
import { emptyContent, refuseEntry } from "./rules.ts";

const start = valuesOf(emptyContent);
const row = (text: string, id = "a") => ({ ...newRow("WISH"), id, text });

test.each(entryKinds)("an entry of kind %s goes through the form unchanged", (kind) => {
  const entry: ProfileEntry = entryOf({
    ...newRow(kind),
    from: "2001-02",
    to: "2003",
    text: "tekst",
    what: "co",
    place: "gdzie",
  });
  expect(contentOfValues(valuesOf({ ...emptyContent, entries: [entry] })).entries).toEqual([entry]);
});

test("a row whose code tells of health, addiction or convictions is protected at once", () => {
  const barrier = { ...newRow("BARRIER"), code: "CRIMINAL_RECORD" as const };
  expect(protectedRow(barrier).sensitivity).toBe("COURT");
  expect(refuseEntry(entryOf(protectedRow(barrier)), plainDate("2026-11-22"))).toBeNull();
  expect(protectedRow({ ...newRow("BARRIER"), sensitivity: "HEALTH" }).sensitivity).toBe("HEALTH");
});

test("only what was touched is sent", () => {
  const read = { ...start, entries: [row("x", "a"), row("y", "b")] };
  const mine = { ...read, texts: { ...read.texts, resources: " Fach " }, entries: [row("x", "a"), row("z", "c")] };
  expect(changesOf(read, mine)).toMatchObject({
    texts: { resources: "Fach" },
    answers: {},
    entries: [{ id: "c" }],
    removed: ["b"],
  });
  expect(changesOf(read, read)).toEqual({ texts: {}, answers: {}, entries: [], removed: [] });
});

test("reading again loses neither side", () => {
  const read = {
    ...start,
    texts: { ...start.texts, resources: "R" },
    entries: [row("a", "a"), row("b", "b"), row("c", "c")],
  };
  const mine = {
    ...read,
    texts: { ...read.texts, resources: "moje", interests: "ryby" },
    entries: [row("moje a", "a"), row("b", "b"), row("moje c", "c"), row("nowe", "n")],
  };
  const now = {
    ...read,
    texts: { ...read.texts, resources: "ich" },
    entries: [row("ich a", "a"), row("b", "b"), row("ich nowe", "m")],
  };
  const { values, both } = rebased(read, mine, now);
  expect(both).toBe(true);
  expect(values.texts).toMatchObject({ resources: "ich\n\nmoje", interests: "ryby" });
  expect(values.entries.map(({ text }) => text)).toEqual(["ich a", "moje a", "b", "ich nowe", "moje c", "nowe"]);
  expect(new Set(values.entries.map(({ id }) => id)).size).toBe(6);
  expect(rebased(read, mine, read)).toEqual({ values: mine, both: false });
  expect(rebased(read, read, now)).toEqual({ values: now, both: false });
});
