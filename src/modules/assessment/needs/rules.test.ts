import { expect, test } from "vitest";
import { plainDate as day } from "../../../platform/time/plainDate.ts";
import {
  countNeeds,
  mixByMonth,
  mixOn,
  mixOverTime,
  monthsUntil,
  needState,
  receivedOn,
  refuseCorrection,
  refuseNeedEnd,
  refuseService,
} from "./rules.ts";

const need = { foundOn: day("2026-11-10"), ended: false };
const today = day("2026-11-22");

test.each([
  ["2026-11-09", "need.ends_before_found"],
  ["2026-11-10", null],
  ["2026-11-22", null],
  ["2026-11-23", "need.ends_in_future"],
])("a need ends on %s: %s", (on, refusal) => {
  expect(refuseNeedEnd(need, day(on), today)).toBe(refusal);
  expect(refuseNeedEnd({ ...need, ended: true }, day(on), today)).toBe("need.already_ended");
});

test.each([
  ["2026-11-09", "need.service_before_found"],
  ["2026-11-10", null],
  ["2026-12-24", null],
])("a service answers it from %s: %s", (since, refusal) => {
  expect(refuseService(need, day(since))).toBe(refusal);
  expect(refuseService({ ...need, ended: true }, day(since))).toBe("need.already_ended");
});

test.each([
  ["the same again", {}, "need.nothing_corrected"],
  ["the same with spaces", { text: " boi się " }, "need.nothing_corrected"],
  ["another sphere", { sphere: "HEALTH" }, null],
  ["other words", { text: "boi się sam" }, null],
  ["the day of the first service", { foundOn: day("2026-11-12") }, null],
  ["after the first service", { foundOn: day("2026-11-13") }, "need.found_after_service"],
  ["tomorrow", { foundOn: day("2026-11-23") }, "need.found_in_future"],
])("a need corrected to %s: %o gives %s", (_, change, refusal) => {
  const stands = { sphere: "HOUSING", text: "boi się", foundOn: day("2026-11-10") };
  const right = { ...stands, ...change };
  const firstServiceOn = day("2026-11-12");
  expect(refuseCorrection({ ...stands, firstServiceOn, endedOn: null }, right, today)).toBe(refusal);
});

test.each([
  ["2026-11-15", null],
  ["2026-11-16", "need.ends_before_found"],
])("an ended need was found on %s: %s", (foundOn, refusal) => {
  const stands = { sphere: "HOUSING", text: "boi się", foundOn: day("2026-11-10") };
  const ended = { ...stands, firstServiceOn: null, endedOn: day("2026-11-15") };
  expect(refuseCorrection(ended, { ...stands, foundOn: day(foundOn) }, today)).toBe(refusal);
});

test("the mix is what runs on the day, each form once", () => {
  const service = (form: string, since: string, until: string | null = null) => ({
    form,
    since: day(since),
    until: until === null ? null : day(until),
  });
  const services = [
    service("LEGAL", "2026-11-22"),
    service("COURSE", "2026-11-01"),
    service("COURSE", "2026-11-05"),
    service("SHELTER", "2026-10-01", "2026-11-21"),
    service("HEALTH_CARE", "2026-10-01", "2026-11-22"),
    service("JOB_COACH", "2026-11-23"),
  ];
  expect(mixOn(services, today)).toEqual(["HEALTH_CARE", "COURSE", "LEGAL"]);
  expect(mixOn([], today)).toEqual([]);
});

test("the mix over time is each form with its times; what touches is one, what is to come is left out", () => {
  const service = (form: string, since: string, until: string | null) => ({
    form,
    since: day(since),
    until: until === null ? null : day(until),
  });
  const services = [
    service("LEGAL", "2026-11-23", null),
    service("SHELTER", "2026-03-01", "2026-04-30"),
    service("COURSE", "2026-01-10", "2026-01-31"),
    service("SHELTER", "2026-05-01", "2026-06-30"),
    service("SHELTER", "2026-05-10", "2026-05-20"),
    service("COURSE", "2026-02-02", "2026-12-31"),
  ];
  expect(mixOverTime(services, today)).toEqual([
    {
      form: "COURSE",
      ranges: [
        { since: "2026-01-10", until: "2026-01-31" },
        { since: "2026-02-02", until: null },
      ],
    },
    { form: "SHELTER", ranges: [{ since: "2026-03-01", until: "2026-06-30" }] },
  ]);
  expect(mixOverTime([], today)).toEqual([]);
});

test.each([
  ["nothing answers it", null, [], "OPEN"],
  ["promised for tomorrow", null, [["2026-11-23", null]], "OPEN"],
  ["from today on", null, [["2026-11-22", null]], "ANSWERED"],
  ["until today", null, [["2026-11-01", "2026-11-22"]], "ANSWERED"],
  ["until yesterday", null, [["2026-11-01", "2026-11-21"]], "OPEN"],
  ["met, whatever still runs", "MET", [["2026-11-01", null]], "MET"],
  ["met in part", "PARTLY", [], "ENDED"],
  ["not met", "NOT_MET", [], "ENDED"],
  ["no longer relevant", "NO_LONGER_RELEVANT", [], "ENDED"],
] as const)("a need: %s", (_, outcome, ran, state) => {
  const services = ran.map(([since, until]) => ({ since: day(since), until: until === null ? null : day(until) }));
  expect(needState({ ended: outcome && { outcome }, services }, today)).toBe(state);
});

test("needs are counted by sphere and state, people once in each sphere", () => {
  const line = (personId: string, sphere: "HOUSING" | "LEGAL", state: "OPEN" | "MET") => ({ personId, sphere, state });
  const lines = [line("a", "LEGAL", "OPEN"), line("a", "LEGAL", "MET"), line("b", "LEGAL", "OPEN")];
  expect(countNeeds(lines, ["HOUSING", "LEGAL"])).toEqual([
    { sphere: "LEGAL", people: 2, count: { OPEN: 2, ANSWERED: 0, MET: 1, ENDED: 0 } },
  ]);
});

test("months go back over the turn of the year", () => {
  expect(monthsUntil(day("2026-02-10"), 3)).toEqual(["2025-12", "2026-01", "2026-02"]);
});

test.each([
  ["2026-10-23", []],
  ["2026-10-24", ["COURSE"]],
  ["2026-11-22", ["COURSE"]],
  ["2026-11-23", []],
])("a class last had on %s counts today: %o", (lastOn, forms) => {
  expect(receivedOn([{ form: "COURSE", months: [], lastOn: day(lastOn) }], today)).toEqual(forms);
});

test("a month counts each person once, whether the service was promised or really had (seed 4)", () => {
  const promised = (personId: string, since: string, until: string | null) => ({
    personId,
    form: "SHELTER" as const,
    since: day(since),
    until: until === null ? null : day(until),
  });
  const had = (personId: string, form: "COURSE" | "SHELTER", months: string[]) => ({
    personId,
    form,
    months,
    lastOn: day("2026-11-20"),
  });
  const counted = mixByMonth(
    ["2026-09", "2026-10", "2026-11"],
    [promised("a", "2026-09-30", "2026-10-01"), promised("b", "2026-11-22", null), promised("c", "2026-11-23", null)],
    [had("a", "SHELTER", ["2026-10"]), had("d", "COURSE", ["2026-11"])],
    today,
    ["COURSE", "SHELTER"],
  );
  expect(counted).toEqual([
    { month: "2026-09", forms: [{ form: "SHELTER", people: 1 }] },
    { month: "2026-10", forms: [{ form: "SHELTER", people: 1 }] },
    {
      month: "2026-11",
      forms: [
        { form: "COURSE", people: 1 },
        { form: "SHELTER", people: 1 },
      ],
    },
  ]);
});
