import { describe, expect, test } from "vitest";
import { plainDate as day, type PlainDate } from "../../platform/time/plainDate.ts";
import { organisationKinds, unitKinds } from "../organisation/codes.ts";
import type { DutyResult } from "./codes.ts";
import {
  CONTRACT_ACTS,
  CONTRACT_STATES,
  type ContractContent,
  concludesContracts,
  consultationNeed,
  expectedSigner,
  type FamilyMember,
  frozenText,
  insuranceTasks,
  isActiveOn,
  isCopyMissing,
  isDutyLate,
  moveContract,
  nextEvaluation,
  type PartySide,
  refuseCompletion,
  refuseEdit,
  refuseEnd,
  refuseEvaluation,
  refuseFrozenContent,
  refuseMember,
  refuseSigning,
  refuseStepDay,
  type Signatory,
} from "./rules.ts";

const today = day("2026-11-22");
const LUBLIN = "0663011";
const CHELM = "0662011";
const due = day("2026-12-31");
const whole: ContractContent = {
  variant: "IB_IIB",
  parties: ["PERSON", "OPS"],
  socialWorkerId: "anna",
  concludedIn: { organisationKind: "OPS", unitKind: "SOCIAL_WORK" },
  duties: [
    { side: "PERSON", what: "register at the labour office", dueOn: due },
    { side: "OPS", what: "pay the insurance", dueOn: due },
  ],
  evaluationDates: [day("2027-02-01")],
  consequences: "art. 11(2)",
  homeless: false,
  commune: LUBLIN,
  lastPermanentRegistration: null,
  consultedOn: null,
  noConsultationReason: null,
  signatureBlocks: [{ who: "PERSON", act: "SIGNS" }],
  representatives: [],
};
const homeless = { homeless: true, lastPermanentRegistration: CHELM };
const curator = {
  signatureBlocks: [
    { who: "PERSON", act: "SIGNS" },
    { who: "CURATOR", act: "CONSENTS" },
  ],
} satisfies Partial<ContractContent>;

test.each<[string, Partial<ContractContent>, string[]]>([
  ["whole", {}, []],
  ["without the person", { parties: ["OPS"] }, ["contract.party_missing_person"]],
  ["without the centre", { parties: ["PERSON"] }, ["contract.party_missing_ops"]],
  ["without a social worker", { socialWorkerId: null }, ["contract.not_by_social_worker"]],
  [
    "in a shelter of an organisation",
    { concludedIn: { organisationKind: "NGO", unitKind: "SHELTER" } },
    ["contract.not_by_centre"],
  ],
  ["without duties", { duties: [] }, ["contract.duties_missing_person", "contract.duties_missing_ops"]],
  ["duties of the person only", { duties: whole.duties.slice(0, 1) }, ["contract.duties_missing_ops"]],
  ["duties of the centre only", { duties: whole.duties.slice(1) }, ["contract.duties_missing_person"]],
  ["three parties, two with duties", { parties: ["PERSON", "OPS", "LEAD"] }, ["contract.duties_missing_lead"]],
  [
    "three parties with duties",
    {
      parties: ["PERSON", "OPS", "LEAD"],
      duties: [...whole.duties, { side: "LEAD", what: "a workshop place", dueOn: due }],
    },
    [],
  ],
  [
    "a duty without words",
    { duties: [...whole.duties.slice(0, 1), { side: "OPS", what: " ", dueOn: due }] },
    ["contract.duties_missing_ops"],
  ],
  [
    "a duty without a day",
    { duties: [...whole.duties, { side: "OPS", what: "find a course", dueOn: null }] },
    ["contract.duty_without_due_date"],
  ],
  ["no evaluation", { evaluationDates: [] }, ["contract.evaluation_missing"]],
  ["evaluations in the past", { evaluationDates: [day("2026-11-21")] }, ["contract.evaluation_missing"]],
  ["an evaluation today", { evaluationDates: [today] }, []],
  ["no consequences", { consequences: "" }, ["contract.consequences_missing"]],
  ["homeless, registered elsewhere", homeless, ["contract.consultation_missing"]],
  ["homeless, consulted", { ...homeless, consultedOn: day("2026-11-20") }, []],
  [
    "homeless, consulted with a third commune",
    { ...homeless, consultedOn: day("2026-11-20"), consultedCommune: "1465011" },
    ["contract.consultation_other_commune"],
  ],
  [
    "homeless, registered in the country part of the same commune",
    { homeless: true, commune: "0204014", lastPermanentRegistration: "0204015" },
    [],
  ],
  [
    "homeless, consultation planned",
    { ...homeless, consultedOn: day("2026-11-23") },
    ["contract.consultation_missing"],
  ],
  ["homeless, registered here", { homeless: true, lastPermanentRegistration: LUBLIN }, []],
  ["homeless, registration unknown", { homeless: true }, ["contract.consultation_reason_missing"]],
  ["homeless, unknown with a reason", { homeless: true, noConsultationReason: "never registered" }, []],
  ["a curator is not named", curator, ["contract.representative_missing"]],
  ["a curator is named", { ...curator, representatives: ["CURATOR"] }, []],
])("signing a contract %s (R-SC, R-CAP-05)", (_what, change, refusals) => {
  expect(refuseSigning({ ...whole, ...change }, today)).toEqual(refusals);
});

test.each<[string, { dueOn: PlainDate | null; running: boolean }, DutyResult | null, boolean]>([
  ["its day has passed", { dueOn: day("2026-11-21"), running: true }, null, true],
  ["its day is today", { dueOn: today, running: true }, null, false],
  ["its day is ahead", { dueOn: day("2026-11-23"), running: true }, null, false],
  ["it has no day", { dueOn: null, running: true }, null, false],
  ["an annex ended it", { dueOn: day("2026-11-21"), running: false }, null, false],
  ["it was kept", { dueOn: day("2026-11-21"), running: true }, "KEPT", false],
  ["it was kept in part", { dueOn: day("2026-11-21"), running: true }, "PARTLY", true],
  ["it was not kept", { dueOn: day("2026-11-21"), running: true }, "NOT", true],
  ["it is no longer relevant", { dueOn: day("2026-11-21"), running: true }, "NO_LONGER_RELEVANT", false],
])("a duty is late or not: %s (R-SC-04)", (_, duty, result, late) => {
  expect(isDutyLate(duty, result, today)).toBe(late);
});

test.each(
  organisationKinds.flatMap((organisationKind) => unitKinds.map((unitKind) => ({ organisationKind, unitKind }))),
)(
  "who concludes contracts is told by the place, not by the role alone: $organisationKind, $unitKind (R-SC-01)",
  (place) => {
    const centre = ["OPS", "PCPR"].includes(place.organisationKind);
    expect(concludesContracts(place)).toBe(centre || place.unitKind === "SOCIAL_WORK");
  },
);

describe("a contract with a family: each member is a party of their own (F-28 parties, R-CAP-01, R-CAP-04)", () => {
  const signs = { who: "PERSON", act: "SIGNS" } as const;
  const parent = { who: "PARENT_OR_GUARDIAN", act: "SIGNS" } as const;
  const guardian = { who: "GUARDIAN", act: "SIGNS" } as const;
  const consents = { who: "CURATOR", act: "CONSENTS" } as const;
  const adult = { side: "MEMBER_1", representation: null, blocks: [signs] } satisfies FamilyMember;

  test.each<[string, Partial<FamilyMember>, ReturnType<typeof refuseMember>]>([
    ["an adult signs", {}, null],
    ["a child has somebody named for it", { blocks: [parent] }, "contract.member_representative_missing"],
    ["a child is named with a parent", { blocks: [parent], representation: "PARENT_OR_GUARDIAN" }, null],
    ["an adult is no child", { representation: "PARENT_OR_GUARDIAN" }, "contract.member_is_adult"],
    ["under guardianship the guardian is named", { blocks: [guardian] }, "contract.member_representative_missing"],
    ["the guardian signs", { blocks: [guardian], representation: "GUARDIAN" }, null],
    [
      "a guardian is no parent",
      { blocks: [guardian], representation: "PARENT_OR_GUARDIAN" },
      "contract.member_is_adult",
    ],
    ["a ruling that the file does not have yet", { representation: "GUARDIAN" }, null],
    [
      "a curator consents in a contract of its own",
      { blocks: [signs, consents] },
      "contract.member_needs_own_contract",
    ],
    ["so does who is written with a curator", { representation: "CURATOR" }, "contract.member_needs_own_contract"],
    ["an adviser", { representation: "TEMPORARY_ADVISER" }, "contract.member_needs_own_contract"],
  ])("%s", (_, change, refusal) => {
    const member = { ...adult, ...change };
    expect(refuseMember(member)).toBe(refusal);
    expect(refuseSigning({ ...whole, members: [adult, member] }, today)).toEqual(refusal ? [refusal] : []);
  });

  test("it is whole when every member with a place has signed; a child has none", () => {
    const child = { side: "MEMBER_2", representation: "PARENT_OR_GUARDIAN", blocks: [parent] } satisfies FamilyMember;
    const ward = { side: "MEMBER_3", representation: "GUARDIAN", blocks: [guardian] } satisfies FamilyMember;
    const family = { ...whole, members: [adult, child, ward] };
    const given = { person: ["PERSON"], ops: true, lead: false } as const;
    const missing = ["contract.signature_missing_member"];
    expect(refuseCompletion(family, given).statutory).toEqual(missing);
    expect(refuseCompletion(family, { ...given, members: ["MEMBER_1", "MEMBER_2"] }).statutory).toEqual(missing);
    expect(refuseCompletion(family, { ...given, members: ["MEMBER_1", "MEMBER_3"] }).statutory).toEqual([]);
    expect(refuseCompletion(whole, given).statutory).toEqual([]);
  });

  test("the name that is expected under each block", () => {
    const of = (side: PartySide, name: string, representedBy: string | null = null) => ({
      side,
      name,
      representedBy,
      representation: representedBy ? ("GUARDIAN" as const) : null,
    });
    const parties = [
      of("PERSON", "Jan"),
      of("MEMBER_1", "Ewa"),
      of("MEMBER_2", "Ala", "Opiekunka"),
      of("OPS", "MOPR"),
      of("LEAD", "Agenda", "Łucja"),
    ];
    const expected = (signedAs: Signatory) => expectedSigner({ parties, socialWorkerName: "Anna" }, signedAs);
    expect((["PERSON", "GUARDIAN", "MEMBER_1", "MEMBER_2", "OPS", "LEAD"] as const).map(expected)).toEqual([
      "Jan",
      "",
      "Ewa",
      "Opiekunka",
      "Anna",
      "Łucja",
    ]);
  });
});

test("the statutory contract is complete without the third signature (R-SC-03)", () => {
  const tripartite = { ...whole, ...curator, parties: ["PERSON", "OPS", "LEAD"] } satisfies Partial<ContractContent>;
  expect(refuseCompletion(tripartite, { person: ["PERSON", "CURATOR"], ops: true, lead: false })).toEqual({
    statutory: [],
    tripartite: ["contract.signature_missing_lead"],
  });
  expect(refuseCompletion(tripartite, { person: ["PERSON"], ops: false, lead: true })).toEqual({
    statutory: ["person.signature_missing_curator", "contract.signature_missing_ops"],
    tripartite: [],
  });
});

describe("states of a contract (R-SC-02)", () => {
  const allowed = new Map<string, string>([
    ["DRAFT agree", "AGREED_WITH_PERSON"],
    ["AGREED_WITH_PERSON redraft", "DRAFT"],
    ["AGREED_WITH_PERSON consult", "CONSULTED_WITH_OTHER_OPS"],
    ["CONSULTED_WITH_OTHER_OPS redraft", "DRAFT"],
    ["CONSULTED_WITH_OTHER_OPS sign", "SIGNED"],
    ["SIGNED activate", "ACTIVE"],
    ["SIGNED terminate", "TERMINATED"],
    ["ACTIVE evaluate", "ACTIVE"],
    ["ACTIVE change", "ACTIVE"],
    ["ACTIVE complete", "COMPLETED"],
    ["ACTIVE terminate", "TERMINATED"],
  ]);
  test.each(CONTRACT_STATES.flatMap((from) => CONTRACT_ACTS.map((act) => [from, act] as const)))(
    "from %s by %s where consultation is needed",
    (from, act) => {
      expect(moveContract(from, act, "NEEDED").state).toBe(allowed.get(`${from} ${act}`) ?? null);
    },
  );
  test("consultation is compulsory before signing only where it is needed", () => {
    expect(moveContract("AGREED_WITH_PERSON", "sign", "NEEDED").refusal).toBe("contract.consultation_missing");
    for (const need of ["NOT_HOMELESS", "OWN_COMMUNE", "REGISTRATION_UNKNOWN"] as const)
      expect(moveContract("AGREED_WITH_PERSON", "sign", need).state).toBe("SIGNED");
    expect(moveContract("AGREED_WITH_PERSON", "consult", "NOT_HOMELESS").refusal).toBe(
      "contract.consultation_not_needed",
    );
    expect(moveContract("AGREED_WITH_PERSON", "consult", "REGISTRATION_UNKNOWN").state).toBe(
      "CONSULTED_WITH_OTHER_OPS",
    );
  });
  test("who is consulted follows from registration and commune", () => {
    expect(consultationNeed({ homeless: false, commune: LUBLIN, lastPermanentRegistration: CHELM })).toBe(
      "NOT_HOMELESS",
    );
    expect(consultationNeed({ homeless: true, commune: LUBLIN, lastPermanentRegistration: CHELM })).toBe("NEEDED");
  });
});

test("a signed contract is frozen and changed by annex only (R-DOC-02)", () => {
  expect(CONTRACT_STATES.filter((state) => refuseEdit(state) === null)).toEqual([
    "DRAFT",
    "AGREED_WITH_PERSON",
    "CONSULTED_WITH_OTHER_OPS",
  ]);
  expect(moveContract("SIGNED", "redraft", "NOT_HOMELESS").refusal).toBe("contract.frozen");
  expect(frozenText({ b: [{ d: 1, c: null }], a: "x" })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  expect(frozenText({ a: 1, b: 2 })).toBe(frozenText({ b: 2, a: 1 }));
  expect(refuseFrozenContent("aa", "aa")).toBeNull();
  expect(refuseFrozenContent("aa", "ab")).toBe("contract.content_changed");
});

test("evaluations come due in order (R-SC-04)", () => {
  const dates = [day("2027-05-01"), day("2027-02-01")];
  expect([0, 1, 2].map((held) => nextEvaluation(dates, held))).toEqual(["2027-02-01", "2027-05-01", null]);
});

test("insurance of an unemployed person starts and stops with the contract (R-SC-05)", () => {
  const activeFrom = day("2026-12-01");
  const endedOn = day("2027-05-31");
  expect(insuranceTasks({ unemployed: false, activeFrom, endedOn })).toEqual([]);
  expect(insuranceTasks({ unemployed: true, activeFrom, endedOn: null })).toEqual([
    { task: "START_INSURANCE", on: activeFrom },
  ]);
  expect(insuranceTasks({ unemployed: true, activeFrom, endedOn })).toEqual([
    { task: "START_INSURANCE", on: activeFrom },
    { task: "STOP_INSURANCE", on: endedOn },
  ]);
});

test("an evaluation answers for every duty and for no other (R-SC-04)", () => {
  expect(refuseEvaluation(["a", "b"], [{ dutyId: "b" }, { dutyId: "a" }])).toBeNull();
  expect(refuseEvaluation(["a", "b"], [{ dutyId: "a" }])).toBe("contract.evaluation_incomplete");
  expect(refuseEvaluation(["a"], [{ dutyId: "a" }, { dutyId: "c" }])).toBe("contract.evaluation_unknown_duty");
});

test.each([
  ["complete", "GOALS_ACHIEVED", null, null],
  ["complete", "OTHER", null, "contract.reason_not_of_this_end"],
  ["terminate", "PARTLY_ACHIEVED", null, "contract.reason_not_of_this_end"],
  ["terminate", "WITHDRAWN_BY_PERSON", null, null],
  ["terminate", "BREACH_BY_PERSON", null, "contract.person_not_heard"],
  ["terminate", "BREACH_BY_PERSON", "2026-11-23", "contract.person_not_heard"],
  ["terminate", "BREACH_BY_PERSON", "2026-11-22", null],
] as const)("%s because of %s, heard on %s (R-SC-07)", (act, reason, heardOn, refusal) => {
  expect(refuseEnd(act, { reason, endedOn: today, heardOn: heardOn && day(heardOn) })).toBe(refusal);
});

test("steps follow each other and never lie ahead", () => {
  expect(refuseStepDay(today, today, today)).toBeNull();
  expect(refuseStepDay(day("2026-11-23"), null, today)).toBe("contract.day_in_future");
  expect(refuseStepDay(day("2026-11-20"), day("2026-11-21"), today)).toBe("contract.day_too_early");
});

test("a contract is active on its first and on its last day (R-SC-06)", () => {
  const contract = { activeFrom: day("2026-12-01"), endedOn: day("2027-05-31") };
  const days = ["2026-11-30", "2026-12-01", "2027-05-31", "2027-06-01"].map(day);
  expect(days.map((one) => isActiveOn(contract, one))).toEqual([false, true, true, false]);
  expect(isActiveOn({ ...contract, endedOn: null }, day("2030-01-01"))).toBe(true);
  expect(isActiveOn({ activeFrom: null, endedOn: null }, today)).toBe(false);
});

describe("R-DOC-01: a signed contract wants a copy with the signatures until one lies with each of them", () => {
  test.each([
    ["nobody's signature has a file", [false, false], false, true],
    ["one of two has none", [true, false], false, true],
    ["a scan or a checked file lies with each", [true, true], false, false],
    ["the copy of all of them was attached", [false, false], true, false],
  ])("%s", (_, files, isAttached, answer) => {
    expect(
      isCopyMissing(
        files.map((hasFile) => ({ hasFile })),
        isAttached,
      ),
    ).toBe(answer);
  });
});
