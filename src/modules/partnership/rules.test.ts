import { expect, test } from "vitest";
import { plainDate } from "../../platform/time/plainDate.ts";
import { consentFor, needsConsent, refuseShare, shareState } from "./rules.ts";

const recipient = { name: "OPS Śródmieście", shortName: "ops" };
const consent = (kind: string, recipients: string[], withdrawnAt: string | null = null) => ({
  id: "c",
  kind,
  recipients,
  withdrawnAt,
});
const day = plainDate;

test("a consent is the person's word for this recipient, by its full or short name however it is written", () => {
  const find = (recipients: string[], withdrawnAt: string | null = null) =>
    consentFor([consent("DATA_SHARING_WITH_PARTNER", recipients, withdrawnAt)], ["COURT"], "ART_6_1_E", recipient);
  expect(find([" ops śródmieście "])).toBeDefined();
  expect(find(["OPS"])).toBeDefined();
  expect(find(["OPS Praga"])).toBeUndefined();
  expect(find([])).toBeUndefined();
  expect(find(["OPS"], "2026-11-01T10:00:00Z")).toBeUndefined();
});

test("a release of medical information carries sections of health alone", () => {
  const given = [consent("MEDICAL_INFO_RELEASE", ["OPS"])];
  expect(consentFor(given, ["CORE", "HEALTH"], "ART_6_1_E", recipient)).toBeDefined();
  expect(consentFor(given, ["HEALTH", "COURT"], "ART_6_1_E", recipient)).toBeUndefined();
  expect(consentFor(given, ["HEALTH"], "ART_6_1_A", recipient)).toBeUndefined();
  expect(consentFor([consent("NOTICE_GIVEN", ["OPS"])], ["HEALTH"], "ART_6_1_E", recipient)).toBeUndefined();
});

test("a share rests on a consent by its basis or by what it gives", () => {
  expect(needsConsent({ sections: ["CORE", "SOCIAL"], legalBasis: "ART_6_1_E" })).toBe(false);
  expect(needsConsent({ sections: ["CORE"], legalBasis: "ART_6_1_A" })).toBe(true);
  for (const section of ["HEALTH", "ADDICTION", "COURT", "PSYCHOLOGICAL"] as const)
    expect(needsConsent({ sections: [section], legalBasis: "ART_6_1_C" })).toBe(true);
  expect(needsConsent({ sections: ["CORE"], legalBasis: "ART_6_1_E", onConsent: true })).toBe(true);
});

test("a share has days the right way round, not over, at most a year, and never says where a protected person is", () => {
  const facts = { today: day("2026-11-22"), lastDay: day("2027-11-22"), protectedWhereabouts: true, consented: false };
  const share = {
    sections: ["CORE"],
    legalBasis: "ART_6_1_E",
    validFrom: day("2026-11-22"),
    validUntil: day("2026-11-22"),
  } as const;
  const codes = (more: Partial<Parameters<typeof refuseShare>[0]>) =>
    refuseShare({ ...share, sections: ["CORE"], ...more }, facts).filter((code) => code !== null);
  expect(codes({})).toEqual([]);
  expect(codes({ validUntil: day("2026-11-21") })).toEqual(["share.ends_before_it_starts", "share.ended_already"]);
  expect(codes({ validUntil: day("2027-11-22") })).toEqual([]);
  expect(codes({ validUntil: day("2027-11-23") })).toEqual(["share.too_long"]);
  expect(codes({ sections: ["STAY"] })).toEqual(["share.whereabouts_protected"]);
  expect(codes({ sections: ["HEALTH"] })).toEqual(["share.consent_missing"]);
  expect(codes({ sections: ["HEALTH"], onConsent: true })).toEqual(["share.consent_missing"]); // said once
});

test("both days of a share count, and a withdrawal comes before them", () => {
  const share = { validFrom: day("2026-11-22"), validUntil: day("2026-11-23"), withdrawnAt: null };
  const states = ["2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24"].map((one) => shareState(share, day(one)));
  expect(states).toEqual(["NOT_YET", "OPEN", "OPEN", "ENDED"]);
  expect(shareState({ ...share, withdrawnAt: "2026-11-22T10:00:00Z" }, day("2026-11-21"))).toBe("WITHDRAWN");
});
