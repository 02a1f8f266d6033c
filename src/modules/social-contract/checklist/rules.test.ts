import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../../platform/time/plainDate.ts";
import { STAGES } from "../../assessment/rules.ts";
import { askedPapers, broughtPapers, checklistOf, madeAt, nextStage, refuseNote } from "./rules.ts";

const codes = (stage: (typeof STAGES)[number], conditions: string[] = []) => {
  const lines = checklistOf(stage, [], [], conditions);
  return [lines.filter(({ now }) => now), lines.filter(({ now }) => !now)].map((some) => some.map(({ code }) => code));
};
const conclusions = ["PSYCHOLOGICAL_CONCLUSION", "SOCIAL_CONCLUSION", "VOCATIONAL_CONCLUSION"];
const analysis = ["EXPERIENCE_PROFILE", "SCHOOL_CERTIFICATES"];
const plans = ["PROGRAMME", "VOCATIONAL_PLAN", "INTERPERSONAL_PATH"];
const contract = ["CONTRACT", "SIGNED_COPY"];
const first = ["NOTICE_GIVEN", "ID_CARD"];
const before = [...first, ...conclusions, ...analysis, ...plans];
const work = ["MEDICAL_FITNESS", "SAFETY_TRAINING"];

describe("what a stage asks for, now and next (R-S0-06)", () => {
  test.each([
    ["OPEN_OFFER", [], []],
    ["REGULAR", [], first],
    ["UNDER_ASSESSMENT", first, conclusions],
    ["NOT_RECOMMENDED", [], first],
    ["RECOMMENDED", [...first, ...conclusions], analysis],
    ["ANALYSIS", [...first, ...conclusions, ...analysis], plans],
    ["PLANNED", before, contract],
    ["CONTRACTED", [...before, ...contract], []],
    ["ADVANCED", [...before, ...contract], work],
    ["PLACED", [...before, ...contract, ...work], []],
    ["FOLLOW_UP", [...before, ...contract, ...work], []],
    ["CLOSED", [...before, ...contract, ...work], []],
  ] as const)("%s", (stage, now, next) => {
    expect(codes(stage)).toEqual([now, next]);
  });

  test("some papers are asked for only where they are needed", () => {
    const all = codes("ADVANCED", ["UNEMPLOYED", "CONSULTATION_NEEDED", "INSURANCE", "TRIPARTITE"]).flat();
    expect(all).toHaveLength(askedPapers.length);
    expect(all).toEqual(expect.arrayContaining(["JOB_OFFICE_REGISTRATION", "CONSULTATION", "INSURANCE_PROOF"]));
  });

  test("each stage has a next one, the last stays", () => {
    expect(STAGES.map(nextStage).at(-1)).toBe("CLOSED");
    expect(STAGES.map(nextStage)).not.toContain("NOT_RECOMMENDED");
  });
});

test("a paper that a room knows to be there is there by the room's word, a brought one else by the last note", () => {
  const on = day("2026-11-20");
  const facts = [
    { code: "SOCIAL_CONCLUSION", since: on, to: "/x" },
    { code: "ID_CARD", since: null, to: null },
    { code: "SCHOOL_CERTIFICATES", since: on, to: null },
  ];
  const note = { code: "ID_CARD", state: "AWAITED", on, bringer: "SHELTER", dueOn: day("2026-12-01") } as const;
  const forged = { ...note, code: "VOCATIONAL_CONCLUSION", state: "THERE" } as const;
  const awaited = { ...note, code: "SCHOOL_CERTIFICATES" };
  const lines = checklistOf("RECOMMENDED", facts, [note, forged, awaited], []);
  const by = (code: string) => lines.find((line) => line.code === code);
  expect(by("SOCIAL_CONCLUSION")).toMatchObject({ state: "THERE", since: on, to: "/x", brought: false });
  expect(by("ID_CARD")).toMatchObject({ state: "AWAITED", bringer: "SHELTER", dueOn: "2026-12-01", brought: true });
  expect(by("SCHOOL_CERTIFICATES")).toMatchObject({ state: "THERE", since: on, dueOn: null });
  expect(by("VOCATIONAL_CONCLUSION")).toMatchObject({ state: "MISSING", since: null });
});

test.each([
  ["THERE", "2026-11-22", null, null],
  ["THERE", "2026-11-23", null, "checklist.day_in_future"],
  ["THERE", "2026-11-22", "2026-12-01", "checklist.due_without_waiting"],
  ["AWAITED", "2026-11-22", "2026-12-01", null],
  ["AWAITED", "2026-11-22", "2026-11-21", "checklist.due_in_past"],
  ["NOT_NEEDED", "2026-11-22", null, null],
] as const)("%s on %s, due %s: %s", (state, on, dueOn, refusal) => {
  expect(refuseNote({ state, on: day(on), dueOn: dueOn && day(dueOn) }, day("2026-11-22"))).toBe(refusal);
});

describe("every paper that is made in the house has a place where it is made (R-S0-06)", () => {
  const ids = { personId: "p", caseId: "c", programme: null };
  test.each(askedPapers.map(({ code }) => code))("%s", (code) => {
    const isBrought = broughtPapers.some((paper) => paper === code);
    expect(madeAt(code, ids) === null).toBe(isBrought);
  });

  test.each([
    ["SOCIAL_CONCLUSION", null, "/cases/c/assessments"],
    ["EXPERIENCE_PROFILE", null, "/people/p/profile"],
    ["PROGRAMME", null, "/cases/c/plans/new"],
    ["VOCATIONAL_PLAN", null, "/cases/c/plans/new"],
    ["VOCATIONAL_PLAN", "/plans/1", "/plans/1/vocational"],
    ["INTERPERSONAL_PATH", "/plans/1", "/plans/1/path"],
    ["CONTRACT", null, "/people/p/contracts"],
  ] as const)("%s, programme %s: %s", (code, programme, place) => {
    expect(madeAt(code, { ...ids, programme })).toBe(place);
  });
});
