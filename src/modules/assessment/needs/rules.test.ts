import { expect, test } from "vitest";
import { plainDate as day } from "../../../platform/time/plainDate.ts";
import { mixOn, refuseNeedEnd, refuseService } from "./rules.ts";

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
