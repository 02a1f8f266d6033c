import { describe, expect, test } from "vitest";
import {
  type DayRange,
  longTermByEuMonitoring,
  longTermByLabourLaw,
  longTermByProjectRule,
  registeredSince,
} from "./longTermUnemployed.ts";
import { plainDate as day } from "./time/plainDate.ts";

const range = (from: string, to: string | null = null): DayRange => ({
  from: day(from),
  to: to === null ? null : day(to),
});
const facts = (...registered: DayRange[]) => ({ registered, excluded: [] });
const withJob = facts(range("2005-06-01", "2006-01-31"), range("2006-04-01"));

describe("long-term unemployment is computed from dates, three ways (R-LTU)", () => {
  test.each([
    ["registered 2004-05-20", facts(range("2004-05-20")), "2006-05-20", true, false],
    ["registered 2004-05-20", facts(range("2004-05-20")), "2006-05-21", true, true],
    ["two months of work in the middle", withJob, "2006-10-01", true, false],
    ["registered 2006-01-10", facts(range("2006-01-10")), "2006-10-01", false, false],
    ["not registered any more", facts(range("2004-01-01", "2006-09-30")), "2006-10-01", true, false],
    ["never registered", facts(), "2006-10-01", false, false],
  ])("%s, on %3$s", (_what, known, on, labourLaw, project) => {
    expect(longTermByLabourLaw(known, day(on)).met).toBe(labourLaw);
    expect(longTermByProjectRule(known, day(on)).met).toBe(project);
  });

  test("labour law counts the days of 14 months and explains it", () => {
    expect(longTermByLabourLaw(withJob, day("2006-10-01"))).toEqual({
      met: true,
      rule: "LABOUR_LAW",
      since: "2004-10-01",
      days: 245 + 184,
      moreThanDays: 365,
    });
  });

  test("both numbers of labour law are parameters", () => {
    const known = facts(range("2006-01-10"));
    expect(longTermByLabourLaw(known, day("2006-10-01"), 6, 12).met).toBe(true);
    expect(longTermByLabourLaw(known, day("2006-10-01"), 6, 12).since).toBe("2005-10-01");
  });

  test("exactly 12 of 24 months are not more than 12", () => {
    expect(longTermByLabourLaw(facts(range("2005-10-02")), day("2006-10-01")).met).toBe(false);
    expect(longTermByLabourLaw(facts(range("2005-10-01")), day("2006-10-01")).met).toBe(true);
  });

  test("an internship is not counted and overlapping registrations count once", () => {
    const internship = { registered: [range("2005-09-01")], excluded: [range("2006-01-01", "2006-03-31")] };
    expect(longTermByLabourLaw(internship, day("2006-10-01")).days).toBe(396 - 90);
    expect(longTermByLabourLaw(internship, day("2006-10-01")).met).toBe(false);
    const twice = facts(range("2005-09-01"), range("2005-09-01", "2006-02-01"));
    expect(longTermByLabourLaw(twice, day("2006-10-01")).days).toBe(396);
  });

  test.each([
    ["2006-05-20", 12, false],
    ["2006-05-21", 12, true],
    ["2005-11-21", 6, true],
  ])("EU monitoring, since 2005-05-20, on %s over %i months: %s (R-LTU-02)", (on, months, met) => {
    expect(longTermByEuMonitoring(facts(range("2005-05-20")), day(on), months).met).toBe(met);
  });

  test("an interruption breaks the project's period unless the project forgives it (R-LTU-03)", () => {
    const known = facts(range("2004-05-20", "2005-05-31"), range("2005-06-03"));
    expect(registeredSince(known.registered, day("2006-06-01"))).toBe("2005-06-03");
    expect(registeredSince(known.registered, day("2006-06-01"), 2)).toBe("2004-05-20");
    expect(longTermByProjectRule(known, day("2006-06-01")).met).toBe(false);
    expect(longTermByProjectRule(known, day("2006-06-01"), 24, 2).met).toBe(true);
    const joined = facts(range("2004-05-20", "2005-05-31"), range("2005-06-01"));
    expect(longTermByProjectRule(joined, day("2006-06-01"))).toEqual({
      met: true,
      rule: "PROJECT_RULE",
      since: "2004-05-20",
      days: 742,
      moreThanDays: 730,
    });
  });
});
