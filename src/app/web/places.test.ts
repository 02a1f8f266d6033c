import { expect, test } from "vitest";
import { attendanceAccess } from "../../modules/attendance/access.ts";
import { caseworkAccess } from "../../modules/casework/access.ts";
import { projectAccess } from "../../modules/project/access.ts";
import { reportAccess } from "../../modules/report/access.ts";
import { barOf, PLACES, PLACES_OF_ROLE, placesOf } from "./places.ts";
import { screens } from "./screens.tsx";

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

test("nobody is led to a place that would only refuse", () => {
  const needs = {
    tasks: caseworkAccess["task.read"],
    register: attendanceAccess["register.read"],
    projects: projectAccess["project.read"],
    reports: reportAccess["report.read"],
  } as const;
  for (const role of roles)
    for (const [place, verb] of Object.entries(needs))
      if (PLACES_OF_ROLE[role]?.some((code) => code === place))
        expect([role, place, role in verb]).toEqual([role, place, true]);
});

test("a place on a role's list has a screen", () => {
  const known = new Set(screens.map((screen) => screen.path));
  for (const role of roles)
    for (const place of placesOf([role], undefined, all))
      expect([role, place.path, place.path === "/" || known.has(place.path)]).toEqual([role, place.path, true]);
});

test("recording is one of the three keys of a streetworker's bar", () => {
  expect(barOf(placesOf(["OUTREACH_WORKER"], undefined, all)).map((place) => place.path)).toContain("/contacts/new");
});
