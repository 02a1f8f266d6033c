import { expect, test } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import type { ProfileContent, ProfileEntry } from "./contract.ts";
import {
  differencesOf,
  emptyContent,
  entriesOf,
  mergeChanges,
  missingParts,
  monthsHomeless,
  refuseAcceptance,
  refuseEntry,
} from "./rules.ts";
import { drawnAt, scaleOf } from "./timeline.ts";

const today = plainDate("2026-11-22");
const stay = (from: string | null, to: string | null = null): ProfileEntry => ({
  kind: "HOMELESSNESS",
  id: `${from} ${to}`,
  sensitivity: "SOCIAL",
  from,
  to,
  place: "",
  causes: [],
  exitAttempt: "",
});
const event = (id: string, on: string | null, text = "x"): ProfileEntry => ({
  kind: "LIFE_EVENT",
  id,
  sensitivity: "SOCIAL",
  on,
  area: "FAMILY",
  text,
});
const content = (change: Partial<ProfileContent>): ProfileContent => ({ ...emptyContent, ...change });

test.each([
  [[], 0, 0],
  [[["2026-11", null]], 1, 1],
  [[["2026-10-31", "2026-11-01"]], 2, 2],
  [[["2024-10", null]], 26, 26],
  [[["2020-01", "2020-12"]], 12, 12],
  // two stays that touch the same month count it once
  [
    [
      ["2020-01", "2020-06"],
      ["2020-06", "2020-12"],
    ],
    12,
    12,
  ],
  [
    [
      ["2020-01", "2020-03"],
      ["2020-09", "2020-10"],
    ],
    5,
    5,
  ],
  // a year alone: from its last month to its first, and from its first to its last
  [[["2019", "2020"]], 2, 24],
  [[["2019", "2021-06"]], 19, 30],
  [[["2020", "2020"]], 1, 12],
  [[["2026", null]], 1, 11],
  [[["2025", null]], 12, 23],
  // an unknown beginning counts nothing
  [[[null, null]], 0, 0],
] as [[string | null, string | null][], number, number][])(
  "months homeless of %j are %i to %i",
  (stays, least, most) => {
    expect(
      monthsHomeless(
        stays.map(([from, to]) => ({ from, to })),
        today,
      ),
    ).toEqual({ least, most });
  },
);

test.each([
  [stay("2020", "2021"), null],
  [stay("2020", "2020"), null],
  [stay("2020-06", "2020"), null],
  [stay("2021", "2020"), "profile.ends_before_start"],
  [stay("2020-06-02", "2020-06-01"), "profile.ends_before_start"],
  [stay(null, "2020"), "profile.end_without_start"],
  [stay("2026-11-22"), null],
  [stay("2026-11-23"), "profile.in_future"],
  [stay("2026"), null],
  [stay("2027"), "profile.in_future"],
  [event("e", "2026-12"), "profile.in_future"],
  [event("e", null), null],
] as const)("%j is answered with %s", (entry, refusal) => {
  expect(refuseEntry(entry, today)).toBe(refusal);
});

test.each([
  [{ ...stay("2020"), causes: ["DIVORCE"] }, "SOCIAL", null],
  [{ ...stay("2020"), causes: ["DIVORCE"] }, "HEALTH", null],
  [{ ...stay("2020"), causes: ["DIVORCE", "ADDICTION_ALCOHOL"] }, "SOCIAL", "profile.entry_needs_protection"],
  [{ ...stay("2020"), causes: ["ADDICTION_ALCOHOL"] }, "ADDICTION", null],
  [{ ...stay("2020"), causes: ["ADDICTION_ALCOHOL"] }, "HEALTH", "profile.entry_needs_protection"],
  [{ ...stay("2020"), causes: ["HEALTH", "RELEASE_FROM_PRISON"] }, "COURT", null],
  [{ ...event("e", "1999"), area: "LAW" }, "SOCIAL", "profile.entry_needs_protection"],
  [{ ...event("e", "1999"), area: "LAW" }, "COURT", null],
  [{ ...event("e", "1999"), area: "ORIGIN_BELIEF" }, "ETHNICITY", null],
] as [ProfileEntry, ProfileEntry["sensitivity"], string | null][])(
  "what a code says by itself is no entry for everybody: %j as %s",
  (entry, sensitivity, refusal) => {
    expect(refuseEntry({ ...entry, sensitivity }, today)).toBe(refusal);
  },
);

test("what is missing is listed in the order of the form, and an answer instead of a list is one", () => {
  expect(missingParts(emptyContent, false)).toEqual([
    "missing.socialExperience",
    "missing.workExperience",
    "missing.HOMELESSNESS",
    "missing.SUPPORT",
    "missing.BARRIER",
    "missing.resources",
    "missing.interests",
    "missing.personView",
    "missing.summaryForPlans",
    "missing.acceptance",
  ]);
  const said = { socialExperience: "a", resources: "b", interests: "ryby", personView: "c", summaryForPlans: "d" };
  const texts = { ...emptyContent.texts, ...said };
  const answers = { HOMELESSNESS: null, SUPPORT: "NONE", BARRIER: "REFUSED" } as const;
  const content = { texts, answers, entries: [stay("2020")] };
  expect(missingParts(content, true)).toEqual(["missing.workExperience"]);
  expect(missingParts(content, true, true)).toEqual([]); // the work history tells of it
  expect(missingParts({ ...content, texts: { ...texts, workExperience: "e" } }, true)).toEqual([]);
});

test("two who changed different things both keep theirs; the same thing changed twice is a conflict", () => {
  const base = content({ entries: [event("a", "1990"), event("b", "1991")] });
  const theirs = {
    ...base,
    texts: { ...base.texts, resources: "Fach" },
    entries: [event("a", "1990", "ich"), event("b", "1991")],
  };
  const nothing = { texts: {}, answers: {}, entries: [], removed: [] };
  const fine = mergeChanges(base, theirs, {
    ...nothing,
    texts: { interests: "Ryby" },
    entries: [event("b", "1991", "moje")],
  });
  expect(fine.conflicts).toEqual([]);
  expect(fine.content.texts).toMatchObject({ resources: "Fach", interests: "Ryby" });
  expect(fine.content.entries).toEqual([event("a", "1990", "ich"), event("b", "1991", "moje")]);
  const clash = mergeChanges(base, theirs, {
    ...nothing,
    texts: { resources: "Siła" },
    entries: [event("a", "1990", "moje")],
  });
  expect(clash.conflicts).toEqual(["resources", "a"]);
  expect(mergeChanges(base, theirs, { ...nothing, removed: ["a"] }).conflicts).toEqual(["a"]);
  // both wrote the same, or both took the same away
  expect(mergeChanges(base, theirs, { ...nothing, texts: { resources: "Fach" } }).conflicts).toEqual([]);
  expect(
    mergeChanges(base, { ...base, entries: [event("b", "1991")] }, { ...nothing, removed: ["a"] }).conflicts,
  ).toEqual([]);
  // changed here, taken away there
  expect(
    mergeChanges(
      base,
      { ...base, entries: [event("b", "1991")] },
      { ...nothing, entries: [event("a", "1990", "moje")] },
    ).conflicts,
  ).toEqual(["a"]);
});

test("a difference says what came, what went and what became something else", () => {
  const before = content({ entries: [event("a", "1990"), event("b", "1991")] });
  const after = content({
    texts: { ...emptyContent.texts, resources: "Fach" },
    answers: { ...emptyContent.answers, SUPPORT: "NONE" },
    entries: [event("a", "1990", "inaczej"), event("c", "1992")],
  });
  expect(
    differencesOf(before, after).map(({ how, of }) => [
      how,
      "text" in of ? of.text : "list" in of ? of.list : (of.after ?? of.before)?.id,
    ]),
  ).toEqual([
    ["ADDED", "resources"],
    ["ADDED", "SUPPORT"],
    ["CHANGED", "a"],
    ["ADDED", "c"],
    ["REMOVED", "b"],
  ]);
  expect(differencesOf(after, after)).toEqual([]);
});

test("entries stand in the order of their days, those without one last", () => {
  const entries = [event("none", null), event("late", "2001-03"), event("early", "2001")];
  expect(entriesOf({ entries }, "LIFE_EVENT").map(({ id }) => id)).toEqual(["early", "late", "none"]);
});

test.each([
  ["2026-11-20", "SIGNED_PAPER", null, null],
  ["2026-11-22", "IN_PERSON", null, null],
  ["2026-11-19", "IN_PERSON", null, "profile.acceptance_before_version"],
  ["2026-11-23", "IN_PERSON", null, "profile.acceptance_in_future"],
  ["2026-11-20", "SIGNED_PAPER", "f", null],
  ["2026-11-20", "IN_PERSON", "f", "profile.file_without_paper"],
] as const)("an answer of %s, %s, file %s is answered with %s", (givenOn, way, fileId, refusal) => {
  expect(refuseAcceptance({ givenOn: plainDate(givenOn), way, fileId }, plainDate("2026-11-20"), today)).toBe(refusal);
});

test("the picture spans whole years to today; what goes on reaches today and a remembered moment is a point", () => {
  const scale = scaleOf([{ from: "1990", to: "1995" }], today);
  expect([scale?.firstYear, scale?.lastYear]).toEqual([1990, 2026]);
  if (!scale) throw new Error("no scale");
  expect(scale.years.map(({ year }) => year)).toEqual([1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025]);
  expect(scale.at("1990")).toBe(0);
  const open = drawnAt({ id: "o", from: "2024-10", to: null }, scale, today);
  expect([open.open, open.end < 1, open.start < open.end]).toEqual([true, true, true]);
  expect(drawnAt({ id: "p", from: "2001", to: "2001" }, scale, today).point).toBe(true);
  expect(scaleOf([], today)).toBeNull();
});
