import { expect, test } from "vitest";
import { wholeSite } from "./held.ts";
import { changedFields, fieldsOf, withFields } from "./siteEdit.ts";

const site = wholeSite({
  id: "dworzec",
  name: "Peron 3",
  area: "Centrum",
  hazards: ["DOGS", "FIRE"],
  exact: { access: "za kioskiem", owner: "PKP", managerContact: null, lat: 51.4, lon: 21.1 },
});

test("an edit sends the fields that were changed, and none else", () => {
  expect(changedFields(site, fieldsOf(site))).toEqual({});
  const edited = { ...fieldsOf(site), name: "Peron 4", access: null, hazards: ["FIRE", "DOGS"] as const };
  expect(changedFields(site, { ...edited, hazards: [...edited.hazards] })).toEqual({ name: "Peron 4", access: null });
});

test("a place after an edit keeps all that the edit does not name", () => {
  const after = withFields(site, { access: "od parkingu", status: "EMPTY" });
  expect(after).toEqual({ ...site, status: "EMPTY", exact: { ...site.exact, access: "od parkingu" } });
});

test("a place of which nothing exact is left holds nothing exact", () => {
  expect(withFields(site, { access: null, owner: null, position: null }).exact).toBeNull();
});
