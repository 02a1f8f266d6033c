import { expect, test } from "vitest";
import type { StreetPerson } from "../contract.ts";
import { RecordGroup } from "../workContract.ts";
import { aliasRow, checkGroup, emptyGroup, groupOf, knownRow, sentGroup, unknownRow } from "./groupValues.ts";

const marta = "0190a000-0000-7000-8000-0000000000bb";
const site = "0190a000-0000-7000-8000-0000000000aa";
const broda = {
  personId: "0190a000-0000-7000-8000-0000000000cc",
  name: "Broda",
  sex: "M",
  ageBand: "50_59",
} as StreetPerson;
const group = {
  ...emptyGroup("2026-11-22T19:40:00Z", [marta]),
  siteId: site,
  rows: [knownRow(broda), aliasRow("Czapka"), { ...unknownRow("F"), notSeenBefore: true }],
};

test("a group of a known one, a new alias and somebody unknown fits the contract", () => {
  const sent = RecordGroup.parse(groupOf(group, null));
  expect(sent.rows.map(({ person }) => person?.alias)).toEqual([null, "Czapka", undefined]);
  expect(sent.rows.map(({ sex, ageBand, notSeenBefore }) => [sex, ageBand, notSeenBefore])).toEqual([
    ["M", "50_59", false],
    ["UNKNOWN", "UNKNOWN", false],
    ["F", "UNKNOWN", true],
  ]);
  expect(sent.card.aid).toEqual([{ item: "SOUP", quantity: 1 }]);
});

test("nothing is handed out where nothing was given", () => {
  expect(groupOf({ ...group, actions: ["CONVERSATION"] }, null).card.aid).toEqual([]);
});

test.each([
  [{ siteId: "" }, "siteId"],
  [{ workerIds: [] }, "workerIds"],
  [{ actions: [] }, "actions"],
  [{ rows: [] }, "rows"],
])("without %o the field %s is named before sending", (change, path) =>
  expect(checkGroup({ ...group, ...change })).toMatchObject([{ path }]),
);

test("a refused group comes back with the same people", () => {
  const sent = groupOf(group, null);
  const again = groupOf(sentGroup(sent, "2026-11-22T20:00:00Z"), null);
  expect(again).toEqual(sent);
});
