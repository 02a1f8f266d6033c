import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldName } from "../../platform/foldName.ts";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import {
  type CapacityEntry,
  capacityOn,
  type DuplicateFacts,
  duplicateCertainty,
  identityStepOf,
  refuseApplication,
  refuseIdentityStep,
  refusePesel,
  refuseSignature,
  signatureBlocks,
  warnSexMismatch,
} from "./rules.ts";

test.each([
  ["F", "F", null],
  ["M", "F", "person.sex_differs_from_pesel"],
  ["X", "M", "person.sex_differs_from_pesel"],
  ["UNKNOWN", "M", null],
] as const)("declared %s against PESEL %s warns: %s (R-ID-02)", (declared, peselSex, warning) => {
  expect(warnSexMismatch(declared, peselSex)).toBe(warning);
});

test.each([
  [true, false, "FUNDER_EXPORT", null],
  [false, true, "FUNDER_EXPORT", "person.pesel_invalid_for_export"],
  [false, true, "CASEWORK", null],
  [false, false, "CASEWORK", "person.pesel_needs_confirmation"],
] as const)("PESEL valid %s, as on document %s, for %s: %s (R-ID-03)", (valid, asOnDocument, purpose, answer) => {
  expect(refusePesel({ valid, asOnDocument }, purpose)).toBe(answer);
});

describe("the identity ladder (R-ID-04)", () => {
  const nobody = { alias: null, firstName: null, lastName: null, pesel: null };
  const alias = { ...nobody, alias: "Broda" };
  const named = { ...alias, firstName: "Jan", lastName: "Kowalski" };

  test("the rung follows from what is known", () => {
    expect([nobody, alias, named, { ...named, pesel: "44051401359" }].map(identityStepOf)).toEqual([
      "ANONYMOUS",
      "ALIAS",
      "NAMED",
      "PESEL",
    ]);
  });

  test.each([
    ["ANONYMOUS", "ALIAS", alias, null, null],
    ["ANONYMOUS", "ALIAS", nobody, null, "person.alias_missing"],
    ["ANONYMOUS", "NAMED", named, null, null],
    ["ALIAS", "NAMED", alias, null, "person.name_missing"],
    ["NAMED", "PESEL", named, null, "person.pesel_missing"],
    ["NAMED", "NAMED", named, null, "person.identity_unchanged"],
    ["NAMED", "ALIAS", named, " ", "person.step_back_without_reason"],
    ["NAMED", "ALIAS", named, "gave somebody else's name", null],
    ["ALIAS", "ANONYMOUS", nobody, "asked to be forgotten", null],
  ] as const)("from %s to %s", (from, to, facts, reason, answer) => {
    expect(refuseIdentityStep(from, to, facts, reason)).toBe(answer);
  });
});

describe("duplicates (R-ID-07)", () => {
  const base: DuplicateFacts = { pesel: null, lastName: null, birthDate: null, alias: null, sightings: [] };
  const seen = (siteId: string, on: string) => [{ siteId, day: day(on) }];
  const born = day("1963-07-19");
  test.each<[string, Partial<DuplicateFacts>, Partial<DuplicateFacts>, string | null]>([
    ["same PESEL", { pesel: "63071955516" }, { pesel: "63071955516" }, "certain"],
    [
      "surname and birth date",
      { lastName: "Wójcik", birthDate: born },
      { lastName: "WOJCIK", birthDate: born },
      "probable",
    ],
    ["surname alone", { lastName: "Wójcik" }, { lastName: "Wójcik" }, null],
    [
      "another birth date",
      { lastName: "Wójcik", birthDate: born },
      { lastName: "Wójcik", birthDate: day("1963-07-18") },
      null,
    ],
    [
      "alias, place, 90 days",
      { alias: "Broda", sightings: seen("s", "2026-01-01") },
      { alias: "broda", sightings: seen("s", "2026-04-01") },
      "possible",
    ],
    [
      "alias, place, 91 days",
      { alias: "Broda", sightings: seen("s", "2026-01-01") },
      { alias: "Broda", sightings: seen("s", "2026-04-02") },
      null,
    ],
    [
      "alias, other place",
      { alias: "Broda", sightings: seen("s", "2026-01-01") },
      { alias: "Broda", sightings: seen("z", "2026-01-01") },
      null,
    ],
    ["two empty records", {}, {}, null],
  ])("%s", (_what, a, b, certainty) => {
    expect(duplicateCertainty({ ...base, ...a }, { ...base, ...b })).toBe(certainty);
    expect(duplicateCertainty({ ...base, ...b }, { ...base, ...a })).toBe(certainty);
  });
});

describe("capacity and signatures (R-CAP)", () => {
  const on = day("2026-11-22");
  const since = (kind: string, from: string, to: string | null = null): CapacityEntry => ({
    kind,
    from: day(from),
    to: to === null ? null : day(to),
  });
  const adult = day("1980-01-01");

  test.each<[string, CapacityEntry[], string | null, string[]]>([
    ["an adult without entries", [], "1980-01-01", ["PERSON SIGNS"]],
    ["a person of unknown age", [], null, ["PERSON SIGNS"]],
    ["17 years and the day before 18", [], "2008-11-23", ["PARENT_OR_GUARDIAN SIGNS"]],
    ["18 today", [], "2008-11-22", ["PERSON SIGNS"]],
    ["partial", [since("PARTIALLY_INCAPACITATED", "2020-01-01")], "1980-01-01", ["PERSON SIGNS", "CURATOR CONSENTS"]],
    ["full", [since("FULLY_INCAPACITATED", "2020-01-01")], "1980-01-01", ["GUARDIAN SIGNS"]],
    [
      "temporary adviser",
      [since("TEMP_ADVISER", "2020-01-01")],
      "1980-01-01",
      ["PERSON SIGNS", "TEMPORARY_ADVISER CONSENTS"],
    ],
    ["lifted yesterday", [since("FULLY_INCAPACITATED", "2020-01-01", "2026-11-21")], "1980-01-01", ["PERSON SIGNS"]],
    ["ends today", [since("FULLY_INCAPACITATED", "2020-01-01", "2026-11-22")], "1980-01-01", ["GUARDIAN SIGNS"]],
    [
      "the later ruling counts",
      [since("PARTIALLY_INCAPACITATED", "2022-01-01"), since("FULLY_INCAPACITATED", "2020-01-01")],
      "1980-01-01",
      ["PERSON SIGNS", "CURATOR CONSENTS"],
    ],
    ["a minor's entry after the birthday", [since("MINOR", "2010-01-01")], "2000-01-01", ["PERSON SIGNS"]],
    [
      "a kind of a later law without blocks",
      [since("SUPPORTED_DECISION", "2026-01-01")],
      "1980-01-01",
      ["PERSON SIGNS"],
    ],
  ])("%s", (_what, entries, birthDate, blocks) => {
    const found = signatureBlocks(entries, birthDate === null ? null : day(birthDate), on);
    expect(found.map(({ who, act }) => `${who} ${act}`)).toEqual(blocks);
  });

  test("a kind of a later law brings its own blocks", () => {
    const entry: CapacityEntry = {
      ...since("SUPPORTED_DECISION", "2026-01-01"),
      blocks: [{ who: "CURATOR", act: "CONSENTS" }],
    };
    expect(signatureBlocks([entry], adult, on)).toEqual(entry.blocks);
    expect(capacityOn([entry], adult, on).kind).toBe("SUPPORTED_DECISION");
  });

  test("a document is not complete without every block", () => {
    const needed = signatureBlocks([since("PARTIALLY_INCAPACITATED", "2020-01-01")], adult, on);
    expect(refuseSignature(needed, ["PERSON"])).toEqual(["person.signature_missing_curator"]);
    expect(refuseSignature(needed, [])).toEqual([
      "person.signature_missing_person",
      "person.signature_missing_curator",
    ]);
    expect(refuseSignature(needed, ["CURATOR", "PERSON"])).toEqual([]);
  });

  test("an institution applies to a CIS only with consent (R-CAP-03)", () => {
    expect(refuseApplication({ applicantKind: "NGO", consentGiven: false })).toBe("person.consent_missing");
    expect(refuseApplication({ applicantKind: "NGO", consentGiven: true })).toBeNull();
    expect(refuseApplication({ applicantKind: "LEGAL_REP", consentGiven: false })).toBeNull();
  });
});

describe("names as people remember them", () => {
  test.each([
    ["Żółć-Łoś", "zolc los"],
    ["  ŚWIĘCICKA   Anna ", "swiecicka anna"],
    ["O'Neil", "oneil"],
    ["Müller", "muller"],
    ["Шевченко", "шевченко"],
    ["", ""],
  ])("%s is sought as %s", (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });
  test("folding twice changes nothing", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => foldName(foldName(text)) === foldName(text)));
  });
});
