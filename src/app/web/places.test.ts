import { expect, test } from "vitest";
import { caseworkAccess } from "../../modules/casework/access.ts";
import { barOf, PLACES, PLACES_OF_ROLE, placesOf } from "./places.ts";

const all = new Set(Object.values(PLACES).map((place) => place.path as string));
const roles = Object.keys(PLACES_OF_ROLE);

test("every role has places and none more than seven", () => {
  expect(roles).toHaveLength(24);
  for (const role of roles) {
    const places = placesOf([role], undefined, all);
    expect([role, places.length > 0 && places.length <= 7]).toEqual([role, true]);
  }
});

test("a place without a screen is not shown, the start always is", () => {
  expect(placesOf(["SOCIAL_WORKER"], undefined, new Set()).map((place) => place.path)).toEqual(["/"]);
});

test("two roles share one rail without doubles, the own choice goes first", () => {
  const both = placesOf(["PSYCHOLOGIST", "GROUP_LEADER"], undefined, all).map((place) => place.path);
  expect(new Set(both).size).toBe(both.length);
  expect(placesOf(["PSYCHOLOGIST"], ["tasks"], all).map((place) => place.path)).toEqual(["/tasks"]);
});

test("nobody is led to tasks who has none", () => {
  for (const role of roles)
    if (PLACES_OF_ROLE[role]?.includes("tasks"))
      expect([role, role in caseworkAccess["task.read"]]).toEqual([role, true]);
});

test("recording is one of the three keys of a streetworker's bar", () => {
  expect(barOf(placesOf(["OUTREACH_WORKER"], undefined, all)).map((place) => place.path)).toContain("/contacts/new");
});
