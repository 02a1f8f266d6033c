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

test("letters are folded once for a line: neither another key nor a list with one more card folds them again", () => {
  let folded = 0;
  const counted = (i: number): StreetPerson => {
    const line = person(`Osoba Żółta ${i}`, { area: `Śródmieście ${i % 40}` });
    return Object.defineProperty(line, "area", { get: () => (folded++, `Śródmieście ${i % 40}`), enumerable: true });
  };
  const all = Array.from({ length: 500 }, (_, i) => counted(i));
  for (const typed of ["z", "zo", "zol", "zolta 54", "srodmiescie 39", "nikogo takiego"]) searchPeople(all, typed);
  expect(folded).toBe(500);
  searchPeople([counted(500), ...all.slice(1)], "zolta");
  expect(folded).toBe(501);
});
