import { expect, test } from "vitest";
import { isDatabaseLoss } from "./databaseLoss.ts";

const coded = (code: string) => Object.assign(new Error("secret words"), { code });

test.each(["57P01", "57P03", "3D000", "08006", "ECONNRESET"])("%s says that the database is away", (code) => {
  expect(isDatabaseLoss(coded(code))).toBe(true);
});

test.each([coded("23505"), coded("ERR_INVALID_ARG_TYPE"), new Error("57P01"), "57P01", null])(
  "%s is a fault of ours",
  (error) => {
    expect(isDatabaseLoss(error)).toBe(false);
  },
);
