import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import { type Beside, type KnownFields, missingOf, warningsOf } from "./concernRules.ts";

const nothing: KnownFields = {
  alias: null,
  firstName: null,
  lastName: null,
  sex: "UNKNOWN",
  birthDate: null,
  ageEstimate: null,
  noPeselReason: null,
  citizenship: null,
  residenceTitle: null,
  residenceTitleUntil: null,
  otherIdNumber: null,
  otherIdCountry: null,
  identifierKind: "NONE",
  emergencyContact: null,
  emergencyTold: false,
};
const plain: Beside = { hasPesel: false, needsRepresentative: false, represented: false, informed: true };
const complete: KnownFields = { ...nothing, alias: "Broda", ageEstimate: 50, noPeselReason: "UNKNOWN" };

describe("what is asked for and missing (F-00: required means asked for)", () => {
  test.each<[string, Partial<KnownFields>, Partial<Beside>, string[]]>([
    ["a complete file", {}, {}, []],
    ["nobody known", { alias: null }, {}, ["alias"]],
    ["neither birth date nor age", { ageEstimate: null }, {}, ["birthDate"]],
    ["a birth date alone", { ageEstimate: null, birthDate: day("1970-01-01") }, {}, []],
    ["no PESEL and no reason", { noPeselReason: null }, {}, ["noPeselReason"]],
    ["a PESEL needs no reason", { noPeselReason: null }, { hasPesel: true }, []],
    ["a PESEL announced but not there", { identifierKind: "PESEL" }, {}, ["pesel"]],
    ["a foreign document without its number", { identifierKind: "FOREIGN_DOCUMENT" }, {}, ["otherIdNumber"]],
    ["a foreigner without a title (R-ID-05)", { citizenship: "UA" }, {}, ["residenceTitle"]],
    ["a citizen of the Union needs none", { citizenship: "CZ" }, {}, []],
    ["a stateless person", { citizenship: "STATELESS" }, {}, ["residenceTitle"]],
    ["a timed title without its end", { citizenship: "UA", residenceTitle: "TEMPORARY" }, {}, ["residenceTitleUntil"]],
    ["a title without end", { citizenship: "UA", residenceTitle: "PERMANENT" }, {}, []],
    ["an emergency contact who was not told", { emergencyContact: "siostra" }, {}, ["emergencyTold"]],
    ["no full capacity and nobody who acts (R-CAP-02)", {}, { needsRepresentative: true }, ["representative"]],
    ["a representative", {}, { needsRepresentative: true, represented: true }, []],
    ["no notice given (R-GDPR-06)", {}, { informed: false }, ["notice"]],
  ])("%s", (_name, fields, beside, missing) => {
    expect(missingOf({ ...complete, ...fields }, { ...plain, ...beside })).toEqual(missing);
  });
});

describe("what does not fit or runs out is shown, and blocks nothing", () => {
  const today = day("2026-11-22");
  test.each<[string, Partial<KnownFields>, string | null, string | null, string[]]>([
    ["nothing known", {}, null, null, []],
    ["a number that fails (R-ID-03)", {}, "44051401358", null, ["person.pesel_needs_checking"]],
    ["another sex (R-ID-02)", { sex: "F" }, "44051401359", null, ["person.sex_differs_from_pesel"]],
    ["another day", { birthDate: day("1944-05-15") }, "44051401359", null, ["person.birth_date_differs_from_pesel"]],
    ["a right card (R-ID-06)", { otherIdNumber: "ABS123456", otherIdCountry: "PL" }, null, null, []],
    ["another right card", { otherIdNumber: "ABC523456", otherIdCountry: "PL" }, null, null, []],
    [
      "a wrong card",
      { otherIdNumber: "ABC123456", otherIdCountry: "PL" },
      null,
      null,
      ["person.id_card_needs_checking"],
    ],
    ["a foreign document is not judged", { otherIdNumber: "ABC123456", otherIdCountry: "UA" }, null, null, []],
    ["a title that ended", { residenceTitleUntil: day("2026-11-21") }, null, null, ["person.residence_title_ended"]],
    ["a title that holds today", { residenceTitleUntil: today }, null, null, []],
    ["an insurance that ended", {}, null, "2026-11-21", ["person.insurance_ended"]],
    ["one that ends in 30 days", {}, null, "2026-12-22", ["person.insurance_ends_soon"]],
    ["one that ends in 31 days", {}, null, "2026-12-23", []],
  ])("%s", (_name, fields, pesel, insured, warnings) => {
    expect(warningsOf({ ...nothing, ...fields }, pesel, insured === null ? null : day(insured), today)).toEqual(
      warnings,
    );
  });
});
