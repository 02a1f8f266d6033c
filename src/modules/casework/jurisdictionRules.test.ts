import { describe, expect, test } from "vitest";
import { type JurisdictionAsked, missingForJurisdiction, whoAnswers } from "./jurisdictionRules.ts";

describe("who answers, told without codes (R-JUR-01 to R-JUR-03)", () => {
  const base: JurisdictionAsked = {
    need: "SHELTER",
    homeless: true,
    own: "ELSEWHERE",
    urgent: false,
    foreigner: false,
  };
  const housed = { homeless: false } as const;
  test.each([
    ["homeless, registered elsewhere, shelter", {}, "LAST_REGISTRATION", "SA_101_2", false, false, null],
    ["registered here", { own: "HERE" }, "LAST_REGISTRATION", "SA_101_2", false, false, null],
    ["urgent", { urgent: true }, "STAY", "SA_101_3", true, false, null],
    ["urgent, registered here", { urgent: true, own: "HERE" }, "STAY", "SA_101_3", false, false, null],
    ["a foreigner", { foreigner: true }, "STAY", "SA_101_3", true, false, null],
    ["contract", { need: "SOCIAL_CONTRACT" }, "STAY", "SA_108_1A", false, true, null],
    ["contract, registered here", { need: "SOCIAL_CONTRACT", own: "HERE" }, "STAY", "SA_108_1A", false, false, null],
    ["never registered", { own: "NEVER" }, "STAY", "NOT_REGULATED", false, false, "jurisdiction.never_registered"],
    ["unknown", { own: "UNKNOWN" }, "STAY", "NOT_REGULATED", false, false, "jurisdiction.registration_unknown"],
    [
      "night shelter, nothing known",
      { need: "NIGHT_SHELTER", homeless: null, own: null },
      "STAY",
      "SA_48A_8",
      false,
      false,
      null,
    ],
    ["warming centre, registered elsewhere", { need: "WARMING_CENTRE" }, "STAY", "SA_48A_8", false, false, null],
    ["with a dwelling elsewhere", housed, "RESIDENCE", "SA_101_1", false, false, null],
    ["with a dwelling elsewhere, urgent", { ...housed, urgent: true }, "STAY", "SA_101_3", true, false, null],
    ["with a dwelling here", { ...housed, own: "HERE" }, "RESIDENCE", "SA_101_1", false, false, null],
    [
      "with a dwelling, where is unknown",
      { ...housed, own: "UNKNOWN" },
      "STAY",
      "NOT_REGULATED",
      false,
      false,
      "jurisdiction.residence_unknown",
    ],
  ] as const)("%s", (_what, change, by, basis, refund, consult, note) => {
    const warm = "need" in change && (change.need === "NIGHT_SHELTER" || change.need === "WARMING_CENTRE");
    expect(missingForJurisdiction({ ...base, ...change })).toEqual([]);
    expect(whoAnswers({ ...base, ...change })).toMatchObject({
      by,
      basis,
      refund,
      consult,
      note: note,
      admitAtOnce: warm,
      interviewNeeded: !warm,
    });
  });

  const unknown = { foreigner: null } as const;
  test.each([
    ["a foreigner", { foreigner: true }, "STAY", "FOREIGNER", true, null],
    ["a foreigner registered here", { foreigner: true, own: "HERE" }, "STAY", "FOREIGNER", false, null],
    ["a foreigner never registered", { foreigner: true, own: "NEVER" }, "STAY", "FOREIGNER", false, null],
    ["a foreigner, own commune unknown", { foreigner: true, own: "UNKNOWN" }, "STAY", "FOREIGNER", null, null],
    ["a foreigner with a dwelling", { ...housed, foreigner: true }, "STAY", "FOREIGNER", true, null],
    ["a foreigner's contract", { foreigner: true, need: "SOCIAL_CONTRACT" }, "STAY", null, false, null],
    ["a foreigner for the night", { foreigner: true, need: "NIGHT_SHELTER" }, "STAY", null, false, null],
    ["citizenship unknown", unknown, "LAST_REGISTRATION", "CITIZENSHIP_UNKNOWN", false, null],
    [
      "citizenship unknown, with a dwelling",
      { ...unknown, ...housed },
      "RESIDENCE",
      "CITIZENSHIP_UNKNOWN",
      false,
      null,
    ],
    [
      "citizenship unknown, never registered",
      { ...unknown, own: "NEVER" },
      "STAY",
      "CITIZENSHIP_UNKNOWN",
      false,
      "jurisdiction.never_registered",
    ],
    ["citizenship unknown, urgent", { ...unknown, urgent: true }, "STAY", null, true, null],
    ["a citizen", {}, "LAST_REGISTRATION", null, false, null],
  ] as const)("%s: the sentence of art. 101(3) stands where it decides or might (R-JUR-01)", (...row) => {
    const [, change, by, why, refund, note] = row;
    expect(whoAnswers({ ...base, ...change })).toMatchObject({ by, why, refund, note });
  });

  test.each([
    [{ homeless: null, own: null }, ["homeless"]],
    [{ own: null }, ["own"]],
  ] as const)("%j: says what is missing instead of an answer", (change, missing) => {
    expect(missingForJurisdiction({ ...base, ...change })).toEqual(missing);
    expect(whoAnswers({ ...base, ...change })).toBeNull();
  });
});
