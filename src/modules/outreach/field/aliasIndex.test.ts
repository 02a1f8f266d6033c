import { expect, test } from "vitest";
import type { StreetPerson } from "../contract.ts";
import { searchPeople, similarAliases } from "./aliasIndex.ts";

const person = (name: string, over: Partial<StreetPerson> = {}): StreetPerson => ({
  personId: name,
  personNo: 1,
  name,
  sex: "M",
  ageBand: null,
  area: null,
  siteName: null,
  placeHidden: false,
  lastContactAt: null,
  lastContactId: null,
  contacts: 1,
  nextStep: null,
  nextContactOn: null,
  ...over,
});
const people = [
  person("Pani w czerwonej czapce"),
  person("Łosiu"),
  person("Czapka", { area: "Dworzec", siteName: "Przejście" }),
  person("Żółw"),
];
const names = (typed: string) => searchPeople(people, typed).map(({ name }) => name);

test.each([
  ["", ["Pani w czerwonej czapce", "Łosiu", "Czapka", "Żółw"]],
  ["czap", ["Czapka", "Pani w czerwonej czapce"]],
  ["LOSIU", ["Łosiu"]],
  ["zolw", ["Żółw"]],
  ["ółw", ["Żółw"]],
  ["przejsc", ["Czapka"]],
  ["czap dworz", ["Czapka"]],
  ["czpaka", ["Czapka"]],
  ["nikogo takiego", []],
])("%j finds %j", (typed, found) => expect(names(typed)).toEqual(found));

test("what is like a new alias is shown, a few at most", () => {
  expect(similarAliases(people, "cza", 1).map(({ name }) => name)).toEqual(["Pani w czerwonej czapce"]);
  expect(similarAliases(people, "c", 4)).toEqual([]);
});

test("a piece is found among 5,500 people far under 100 ms of a slow phone", () => {
  const all = Array.from({ length: 5_500 }, (_, i) => person(`Osoba Żółta ${i}`, { area: `Śródmieście ${i % 40}` }));
  searchPeople(all, "x");
  const began = performance.now();
  for (const typed of ["z", "zo", "zol", "zolta 54", "srodmiescie 39"]) searchPeople(all, typed);
  expect((performance.now() - began) / 5).toBeLessThan(50); // about 1 ms each on a quiet machine
});
