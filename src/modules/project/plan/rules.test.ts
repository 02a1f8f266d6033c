import { expect, test } from "vitest";
import { plainDate as day } from "../../../platform/time/plainDate.ts";
import { refusePlan, refuseSending, reportState } from "./rules.ts";

const report = {
  reportId: "a",
  title: "I kwartał",
  from: day("2026-01-01"),
  until: day("2026-03-31"),
  dueOn: day("2026-04-15"),
};
const plan = { communes: [{ teryt: "1463011" }], tasks: [], indicators: [{ code: "U1" }], reports: [report] };
const waiting = { ...report, sentOn: null };
const sent = { ...report, sentOn: day("2026-04-10") };

test.each([
  ["as it is", plan, [waiting], null],
  [
    "one code twice, by its letters",
    { ...plan, indicators: [{ code: "u1 " }, { code: "U1" }] },
    [],
    "project-plan.indicator_code_twice",
  ],
  ["one commune twice", { ...plan, communes: [...plan.communes, ...plan.communes] }, [], "project-plan.commune_twice"],
  ["a task of one day", { ...plan, tasks: [{ startsOn: day("2026-05-01"), endsOn: day("2026-05-01") }] }, [], null],
  [
    "a task that ends first",
    { ...plan, tasks: [{ startsOn: day("2026-05-02"), endsOn: day("2026-05-01") }] },
    [],
    "project-plan.task_ends_before_start",
  ],
  ["a task without an end", { ...plan, tasks: [{ startsOn: day("2026-05-02"), endsOn: null }] }, [], null],
  [
    "a period turned round",
    { ...plan, reports: [{ ...report, until: day("2025-12-31") }] },
    [],
    "project-plan.report_ends_before_start",
  ],
  ["a waiting report moved", { ...plan, reports: [{ ...report, dueOn: day("2026-04-30") }] }, [waiting], null],
  ["a waiting report removed", { ...plan, reports: [] }, [waiting], null],
  ["a sent report kept", plan, [sent], null],
  [
    "a sent report moved",
    { ...plan, reports: [{ ...report, dueOn: day("2026-04-30") }] },
    [sent],
    "project-plan.sent_report_changed",
  ],
  ["a sent report removed", { ...plan, reports: [] }, [sent], "project-plan.sent_report_changed"],
] as const)("%s", (_, wanted, known, refusal) => {
  expect(refusePlan(wanted, known)).toBe(refusal);
});

test.each([
  [null, "2026-04-15", null],
  [null, "2026-04-16", "project-plan.sent_in_future"],
  ["2026-04-10", "2026-04-15", "project-plan.already_sent"],
] as const)("sent before %s, now on %s: %s", (before, on, refusal) => {
  expect(refuseSending({ sentOn: before === null ? null : day(before) }, day(on), day("2026-04-15"))).toBe(refusal);
});

test.each([
  ["2026-04-14", "LATE"],
  ["2026-04-15", "SOON"],
  ["2026-04-29", "SOON"],
  ["2026-04-30", "LATER"],
] as const)("due on %s, on 15 April: %s", (dueOn, state) => {
  expect(reportState({ dueOn: day(dueOn), sentOn: null }, day("2026-04-15"), day("2026-04-29"))).toBe(state);
});
