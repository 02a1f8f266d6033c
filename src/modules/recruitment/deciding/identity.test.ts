import { expect, test } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { emptyCard } from "../candidates/card.ts";
import { type FileIdentity, mayBeSame } from "./identity.ts";

const born = plainDate("1970-02-01");
const card = { ...emptyCard, firstName: "Jan", lastName: "Żuk", birthDate: born, sex: "M" as const };
const file: FileIdentity = {
  firstName: "Jan",
  lastName: "Żuk",
  birthDate: born,
  birthDatePrecision: "DAY",
  sex: "M",
  samePesel: null,
};

test.each([
  ["the same names, birth and sex", {}, true],
  ["names without Polish letters and in capitals", { firstName: "JAN", lastName: "ZUK" }, true],
  ["another number", { samePesel: false }, false],
  ["another birth date", { birthDate: plainDate("1970-02-02") }, false],
  [
    "another day of a month that alone is certain",
    { birthDate: plainDate("1970-02-15"), birthDatePrecision: "MONTH" },
    true,
  ],
  ["another year", { birthDate: plainDate("1971-01-01"), birthDatePrecision: "YEAR" }, false],
  ["an estimated birth", { birthDate: plainDate("1950-01-01"), birthDatePrecision: "ESTIMATE" }, true],
  ["another sex", { sex: "F" }, false],
  ["a sex nobody knows", { sex: "UNKNOWN" }, true],
  ["other names without a number", { lastName: "Lis" }, false],
  ["no names and no number", { firstName: null, lastName: null }, false],
  ["other names with the same number", { lastName: "Lis", samePesel: true }, true],
  ["the same number and another sex", { samePesel: true, sex: "F" }, false],
])("a file with %s: may it be the candidate's? %s", (_, more, answer) => {
  expect(mayBeSame(card, { ...file, ...more })).toBe(answer);
});
