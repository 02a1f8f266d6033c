import { expect, test } from "vitest";
import { personOf } from "./acts.ts";

const id = "0190d0c0-aa70-7fe6-837b-60ae5f9d715e";

test.each([
  [`/people/${id}`, id],
  [`/people/${id}/edit`, id],
  ["/people/new", null],
  ["/people", null],
  [`/plans/${id}`, null],
])("an act begun on %s is about %s", (path, person) => {
  expect(personOf(path)).toBe(person);
});
