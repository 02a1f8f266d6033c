import { expect, test } from "vitest";
import { Teryt } from "./schemas.ts";
import { isTeryt } from "./teryt.ts";

test.each([
  ["1465011", true],
  ["146501", true],
  [" 1465011 ", true],
  ["14650", false],
  ["14650110", false],
  ["1465 011", false],
  ["Chełm", false],
  ["", false],
])("'%s' is a commune's code: %s", (typed, answer) => {
  expect(isTeryt(typed)).toBe(answer);
});

test("what is sent carries no white space", () => {
  expect(Teryt.safeParse("1465011").success).toBe(true);
  expect(Teryt.safeParse(" 1465011").success).toBe(false);
});
