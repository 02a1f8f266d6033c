import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import {
  informationAnswerDue,
  interviewDue,
  interviewStanding,
  interviewUpdateDue,
  type JurisdictionFacts,
  jurisdictionOf,
  preReleaseOpensOn,
  preReleaseState,
  refuseAfterDeath,
  refuseInterviewCorrection,
  refuseReferralClosing,
} from "./rules.ts";

test.each([
  ["2026-11-02", "NORMAL_14WD", "2026-11-23"],
  ["2026-12-18", "NORMAL_14WD", "2027-01-13"],
  ["2026-04-01", "NORMAL_14WD", "2026-04-22"],
  ["2026-11-10", "URGENT_2WD", "2026-11-13"],
  ["2026-12-23", "URGENT_2WD", "2026-12-29"],
] as const)("an interview asked for on %s (%s) is due %s (R-INT-01)", (trigger, urgency, due) => {
  expect(interviewDue(day(trigger), urgency)).toBe(due);
});

test.each([
  [{ heldOn: null, dueOn: day("2026-12-01") }, "NEEDED"],
  [{ heldOn: null, dueOn: day("2026-11-30") }, "OVERDUE"],
  [{ heldOn: null, dueOn: day("2026-11-30"), died: true }, "STOPPED"],
  [{ refused: true, updateDueOn: null }, "REFUSED"],
  [{}, "HELD"],
  [{ updateDueOn: day("2026-12-31") }, "UPDATE_DUE"],
  [{ updateDueOn: day("2026-11-01") }, "UPDATE_DUE"],
  [{ updateDueOn: day("2026-11-01"), isLast: false }, "HELD"],
  [{ updateDueOn: day("2026-11-01"), died: true }, "HELD"],
])("an entry of the interview register with %o stands as %s", (change, standing) => {
  const entry = {
    dueOn: day("2026-11-23"),
    heldOn: day("2026-11-20"),
    refused: false,
    updateDueOn: day("2027-01-01"),
    isLast: true,
    died: false,
  };
  expect(interviewStanding({ ...entry, ...change }, day("2026-12-01"))).toBe(standing);
});

const held = {
  heldOn: day("2026-11-20"),
  refused: false,
  setting: "ONGOING_SUPPORT" as const,
  place: "u siostry",
  secondWorkerId: null,
  policeAssist: false,
  parts: ["I" as const, "IV" as const],
  conclusions: "",
  externalNo: null,
};
const stands = {
  triggerOn: day("2026-11-02"),
  urgency: "NORMAL_14WD" as const,
  socialWorkerId: "anna",
  result: held,
  withdrawn: false,
};

const partsTurned = { ...held, parts: held.parts.toReversed() };

test.each([
  ["a later need", stands, { triggerOn: day("2026-11-20") }, null],
  ["no result after all", stands, { result: null }, null],
  ["parts in another order", stands, { result: partsTurned }, "interview.nothing_corrected"],
  ["another day", stands, { result: { ...held, heldOn: day("2026-11-19") } }, null],
  ["a need after the interview", stands, { triggerOn: day("2026-11-21") }, "interview.before_trigger"],
  ["a day to come", stands, { result: { ...held, heldOn: day("2026-12-02") } }, "interview.in_future"],
  [
    "a need to come",
    { ...stands, result: null },
    { triggerOn: day("2026-12-02"), result: null },
    "interview.in_future",
  ],
  ["one worker twice", stands, { result: { ...held, secondWorkerId: "anna" } }, "interview.second_is_first"],
  ["a first result", { ...stands, result: null }, {}, "interview.no_result"],
  ["a withdrawn one", { ...stands, withdrawn: true }, { result: null }, "interview.withdrawn_already"],
] as const)(
  "an entry of the interview register corrected to %s is answered with its rule",
  (_what, now, change, refusal) => {
    expect(refuseInterviewCorrection(now, { ...stands, ...change }, day("2026-12-01"))).toBe(refusal);
  },
);

test("an interview is updated after 6 months, in care homes and mental-health centres after 12 (R-INT-02)", () => {
  expect(interviewUpdateDue(day("2026-08-31"), "ONGOING_SUPPORT")).toBe("2027-02-28");
  expect(interviewUpdateDue(day("2026-08-31"), "CARE_HOME")).toBe("2027-08-31");
  expect(interviewUpdateDue(day("2026-08-31"), "MENTAL_HEALTH_SUPPORT_CENTRE")).toBe("2027-08-31");
});

test.each([
  ["2026-11-16", "2026-11-23"],
  ["2026-12-18", "2026-12-28"],
])("information asked for on %s is due %s (R-INF-01)", (received, due) => {
  expect(informationAnswerDue(day(received))).toBe(due);
});

test.each([
  ["2027-05-31", "2027-02-28"],
  ["2028-05-31", "2028-02-29"],
  ["2027-06-15", "2027-03-15"],
  ["2027-01-10", "2026-10-10"],
  ["2027-03-01", "2026-12-01"],
])("released on %s, social work begins on %s (R-JUR-06)", (released, opens) => {
  expect(preReleaseOpensOn(day(released))).toBe(opens);
});

test.each([
  ["2027-03-14", 3, "BEFORE"],
  ["2027-03-15", 3, "PRE_RELEASE"],
  ["2027-06-14", 3, "PRE_RELEASE"],
  ["2027-06-15", 3, "RELEASED"],
  ["2027-03-15", 2, "BEFORE"],
  ["2027-04-15", 2, "PRE_RELEASE"],
])("on %s, of a release on 2027-06-15 with %i months before it: %s (R-JUR-06)", (today, months, state) => {
  expect(preReleaseState(day("2027-06-15"), day(today), months)).toBe(state);
});

test("after a death nothing is begun, its own day still counts", () => {
  const died = day("2026-11-20");
  expect(refuseAfterDeath(null, day("2026-11-21"))).toBeNull();
  expect(refuseAfterDeath(died, day("2026-11-20"))).toBeNull();
  expect(refuseAfterDeath(died, day("2026-11-21"))).toBe("case.person_died");
});

describe("jurisdiction (R-JUR-01 to R-JUR-03)", () => {
  const CHELM = "0662011";
  const LUBLIN = "0663011";
  const base: JurisdictionFacts = {
    need: "SHELTER",
    homeless: true,
    communeOfResidence: null,
    lastPermanentRegistration: CHELM,
    communeOfStay: LUBLIN,
    urgent: false,
    foreigner: false,
  };

  test("a shelter that is not urgent is for the commune of last permanent registration", () => {
    expect(jurisdictionOf(base)).toMatchObject({
      responsible: CHELM,
      basis: "SA_101_2",
      refundBy: null,
      decisionNeeded: true,
    });
  });
  test("an urgent case is for the commune of stay, with a refund", () => {
    expect(jurisdictionOf({ ...base, urgent: true })).toMatchObject({
      responsible: LUBLIN,
      basis: "SA_101_3",
      refundBy: CHELM,
    });
  });
  test.each(["NIGHT_SHELTER", "WARMING_CENTRE"] as const)(
    "%s admits at once: no decision, no interview, no refund",
    (need) => {
      expect(jurisdictionOf({ ...base, need })).toMatchObject({
        responsible: LUBLIN,
        admitAtOnce: true,
        decisionNeeded: false,
        interviewNeeded: false,
        refundBy: null,
      });
    },
  );
  test("the contract is concluded where the person stays, after consultation", () => {
    expect(jurisdictionOf({ ...base, need: "SOCIAL_CONTRACT" })).toMatchObject({
      responsible: LUBLIN,
      consultWith: CHELM,
      refundBy: null,
    });
    expect(jurisdictionOf({ ...base, need: "SOCIAL_CONTRACT", communeOfStay: CHELM }).consultWith).toBeNull();
  });
  test("a person never registered is routed to the commune of stay with a note", () => {
    expect(jurisdictionOf({ ...base, lastPermanentRegistration: "NEVER" })).toMatchObject({
      responsible: LUBLIN,
      basis: "NOT_REGULATED",
      note: "jurisdiction.never_registered",
    });
    expect(jurisdictionOf({ ...base, lastPermanentRegistration: null }).note).toBe("jurisdiction.registration_unknown");
  });
  test.each([
    ["homeless, shelter", {}, CHELM, "SA_101_2", null, null],
    ["homeless, shelter, urgent", { urgent: true }, LUBLIN, "SA_101_3", CHELM, null],
    ["homeless, shelter, a foreigner", { foreigner: true }, LUBLIN, "SA_101_3", CHELM, null],
    [
      "homeless, urgent, registered here",
      { urgent: true, lastPermanentRegistration: LUBLIN },
      LUBLIN,
      "SA_101_3",
      null,
      null,
    ],
    [
      "homeless, urgent, registered in the country part of the same commune",
      { urgent: true, communeOfStay: "0204014", lastPermanentRegistration: "0204015" },
      "0204014",
      "SA_101_3",
      null,
      null,
    ],
    ["homeless, benefit, registered elsewhere", { need: "BENEFIT" }, CHELM, "SA_101_2", null, null],
    ["homeless, contract, registered elsewhere", { need: "SOCIAL_CONTRACT" }, LUBLIN, "SA_108_1A", null, CHELM],
    [
      "homeless, contract, registered in the country part of the same commune",
      { need: "SOCIAL_CONTRACT", communeOfStay: "0204014", lastPermanentRegistration: "0204015" },
      "0204014",
      "SA_108_1A",
      null,
      null,
    ],
    [
      "homeless, contract, never registered",
      { need: "SOCIAL_CONTRACT", lastPermanentRegistration: "NEVER" },
      LUBLIN,
      "SA_108_1A",
      null,
      null,
    ],
    [
      "homeless, contract, unknown",
      { need: "SOCIAL_CONTRACT", lastPermanentRegistration: null },
      LUBLIN,
      "SA_108_1A",
      null,
      null,
    ],
    [
      "with a dwelling elsewhere, contract",
      { need: "SOCIAL_CONTRACT", homeless: false, communeOfResidence: CHELM },
      CHELM,
      "SA_101_1",
      null,
      null,
    ],
    [
      "with a dwelling elsewhere, urgent",
      { need: "BENEFIT", homeless: false, communeOfResidence: CHELM, urgent: true },
      LUBLIN,
      "SA_101_3",
      CHELM,
      null,
    ],
    ["night shelter, registered elsewhere", { need: "NIGHT_SHELTER" }, LUBLIN, "SA_48A_8", null, null],
    [
      "warming centre, urgent, a foreigner",
      { need: "WARMING_CENTRE", urgent: true, foreigner: true },
      LUBLIN,
      "SA_48A_8",
      null,
      null,
    ],
  ] as const)(
    "%s: who answers, on which ground, who refunds, who is consulted",
    (_what, change, responsible, basis, refundBy, consultWith) => {
      expect(jurisdictionOf({ ...base, ...change })).toMatchObject({ responsible, basis, refundBy, consultWith });
    },
  );
  test("people with a dwelling belong to their commune of residence", () => {
    expect(jurisdictionOf({ ...base, homeless: false, communeOfResidence: CHELM, need: "BENEFIT" })).toMatchObject({
      responsible: CHELM,
      basis: "SA_101_1",
    });
  });
});

test.each([
  ["SERVICE_STARTED", false, null],
  ["REFUSED_BY_PERSON", false, null],
  ["REDIRECTED", true, null],
  ["REDIRECTED", false, "case.receiver_not_confirmed"],
  ["TAKEN_TO_HOSPITAL", false, "case.receiver_not_confirmed"],
  ["NO_PLACE", false, "case.no_place_leaves_referral_open"],
  ["NO_PLACE", true, "case.no_place_leaves_referral_open"],
  ["ASSESSED_NO_SERVICE", true, "case.referral_outcome_leaves_open"],
  ["NOT_FOUND", false, "case.referral_outcome_leaves_open"],
] as const)(
  "a homeless person's referral with %s (confirmed: %s) closes: %s (R-JUR-05)",
  (outcome, receiverConfirmed, answer) => {
    expect(refuseReferralClosing({ homeless: true, outcome, receiverConfirmed })).toBe(answer);
    expect(refuseReferralClosing({ homeless: false, outcome, receiverConfirmed })).toBeNull();
  },
);
