import { expect, test } from "vitest";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import { contractOpens, openingTasks } from "./opening.ts";

const on = day("2026-11-22");

test.each([
  ["neither homeless nor unemployed", false, false, ["CLUB", "CENTRE"], ["CLUB", "CENTRE"]],
  ["homeless", true, false, ["SHELTER", "CLUB", "CENTRE"], ["WORKER", "CLUB", "CENTRE"]],
  ["unemployed", false, true, ["CLUB", "CENTRE", "INSURANCE"], ["CLUB", "CENTRE"]],
  ["both", true, true, ["SHELTER", "CLUB", "CENTRE", "INSURANCE"], ["WORKER", "CLUB", "CENTRE"]],
])(
  "a contract of somebody %s opens what the law ties to it, and says so on its first day (R-SC-05, R-SC-06)",
  (_, homeless, unemployed, opens, readers) => {
    expect(contractOpens({ homeless, unemployed })).toEqual(opens);
    const tasks = openingTasks(contractOpens({ homeless, unemployed }), on);
    expect(tasks.map(({ reader }) => reader)).toEqual(readers);
    expect(tasks.every((task) => task.on === on)).toBe(true);
  },
);
