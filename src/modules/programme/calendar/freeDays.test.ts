import { expect, test } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { freeDay } from "./freeDays.ts";

const closed = (unitId: string, from: string, to: string) => ({
  id: `${unitId} ${from}`,
  unitId,
  unitName: unitId,
  from: plainDate(from),
  to: plainDate(to),
  reason: "ferie",
});
const closures = [closed("club", "2027-02-01", "2027-02-03"), closed("centre", "2027-02-03", "2027-02-04")];

test.each([
  ["2027-02-01", ["club", "centre"], false, ["club"]],
  ["2027-02-01", ["club"], true, ["club"]],
  ["2027-02-03", ["club", "centre"], true, ["club", "centre"]],
  ["2027-02-04", ["club"], false, []],
  ["2027-02-05", ["club", "centre"], false, []],
  ["2027-05-03", ["club", "centre"], true, []],
  ["2027-02-01", [], false, []],
])("on %s the units %j are free as a whole: %s", (day, unitIds, isWhole, units) => {
  const free = freeDay(plainDate(day), unitIds, closures);
  expect([free.isWhole, free.closures.map(({ unitId }) => unitId)]).toEqual([isWhole, units]);
});
