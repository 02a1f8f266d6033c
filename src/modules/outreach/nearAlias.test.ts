import { expect, test } from "vitest";
import { fold } from "../../platform/ui/fold.ts";
import { nearAlias as near } from "./nearAlias.ts";

const nearAlias = (name: string, typed: string) => near(fold(name), fold(typed));

test("an alias is found with one slip: another letter, one too many, one missing, two changed round", () => {
  for (const typed of ["bruda", "broada", "brda", "borda", "Bróda"])
    expect([typed, nearAlias("Broda", typed)]).toEqual([typed, true]);
  expect(nearAlias("Rudy z dworca", "dvorca")).toBe(true);
  expect(nearAlias("Łata", "lada")).toBe(true);
});

test("two slips, another alias and too short a piece find nobody", () => {
  expect(nearAlias("Broda", "bruta")).toBe(false);
  expect(nearAlias("Marynarz", "broda")).toBe(false);
  expect(nearAlias("Broda", "bru")).toBe(false);
});
