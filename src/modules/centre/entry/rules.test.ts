import { describe, expect, test } from "vitest";
import { type Actor, may, type Role, roles } from "../../../platform/access.ts";
import { plainDate as day } from "../../../platform/time/plainDate.ts";
import { referralStates } from "../../referral/codes.ts";
import { centreEntryAccess, refuseRole, verbOfAct } from "./access.ts";
import {
  type ApplicantKind,
  type ConsentProof,
  type Criterion,
  criteria,
  type EntryAct,
  type EntryService,
  entryActs,
  entryServices,
  entryStates,
  exclusions,
  type Finding,
  type Issuer,
  targetGroups,
} from "./codes.ts";
import {
  type ContractBehind,
  type EntryRefusal,
  evidenceMissing,
  type Found,
  hintOf,
  missingOfApplication,
  moveEntry,
  nextOf,
  type Path,
  refuseAgainstFile,
  refuseApplication,
  refuseCriteria,
  refuseIssuer,
  refuseIssuing,
  refuseOpinion,
  refuseWithoutContract,
  refuseWithoutProgramme,
} from "./rules.ts";

const today = day("2026-11-22");
const all = (codes: readonly Criterion[], finding: Finding): Found =>
  Object.fromEntries(codes.map((code) => [code, { finding }]));
const noneEntitled: Found = { ...all(exclusions, "NOT_MET"), NEEDS_NOT_MET: { finding: "MET" } };
const homeless: Found = { ...noneEntitled, HOMELESS_IN_IPWB: { finding: "MET" } };

describe("an application is own, a representative's, or a named institution's with consent and its proof (R-CIS-03, F-11)", () => {
  const institutions = ["ADDICTION_TREATMENT", "PCPR", "OPS_CUS", "NGO", "KIS"] as const;
  test.each<[ApplicantKind, string, string | null, ConsentProof | null | undefined, string[]]>([
    ["SELF", "", null, null, []],
    ["LEGAL_REP", "", null, null, ["entry.representative_missing"]],
    ["LEGAL_REP", " ", null, null, ["entry.representative_missing"]],
    ["LEGAL_REP", "Anna Kurator", null, null, []],
    ...institutions.flatMap(
      (kind): [ApplicantKind, string, string | null, ConsentProof | null | undefined, string[]][] => [
        [kind, "", null, null, ["entry.applicant_missing", "entry.consent_missing"]],
        [kind, "Fundacja", null, "PAPER", ["entry.consent_missing"]],
        [kind, "Fundacja", "2026-11-20", null, ["entry.consent_proof_missing"]],
        [kind, "Fundacja", "2026-11-20", "PAPER", []],
        [kind, "Fundacja", "2026-11-20", "REGISTER", []],
        [kind, "Fundacja", "2026-11-20", undefined, []],
      ],
    ),
  ])("%s named “%s”, consent %s proved by %s", (applicantKind, applicantName, consentOn, consentProof, refusals) => {
    const consent = { consentOn: consentOn === null ? null : day(consentOn), consentProof };
    expect(refuseApplication({ applicantKind, applicantName, appliedOn: today, ...consent }, today)).toEqual(refusals);
  });
  test("no application is of tomorrow", () => {
    const application = { applicantKind: "SELF" as const, applicantName: "", consentOn: null };
    expect(refuseApplication({ ...application, appliedOn: day("2026-11-23") }, today)).toEqual(["entry.day_in_future"]);
  });
  test.each<[string, Partial<Parameters<typeof missingOfApplication>[0]>, string[]]>([
    ["the person's own", {}, []],
    ["an institution's", { applicantKind: "NGO", applicantName: "Fundacja" }, ["missing.representative"]],
    [
      "one on paper without a name",
      { applicantKind: "NGO", consentOn: day("2026-11-20") },
      ["missing.applicant", "missing.representative", "missing.consentProof"],
    ],
    [
      "a representative whom the file does not know",
      { applicantKind: "LEGAL_REP", applicantName: "Anna Kurator", representativeOnFile: false },
      ["missing.representativeOnFile"],
    ],
    [
      "a representative whom the file knows",
      { applicantKind: "LEGAL_REP", applicantName: "Anna Kurator", representativeOnFile: true },
      [],
    ],
  ])("what %s lacks is listed and stops nobody", (_, application, missing) => {
    const own = { applicantKind: "SELF" as const, applicantName: "", representative: "", representativeOnFile: null };
    expect(missingOfApplication({ ...own, consentOn: null, consentProof: null, ...application })).toEqual(missing);
  });
});

describe("target groups (R-CIS-01)", () => {
  test.each(targetGroups)("%s alone opens the way into both", (group) => {
    const found = { ...all(targetGroups, "NOT_MET"), ...noneEntitled, [group]: { finding: "MET" as const } };
    expect(entryServices.map((service) => refuseCriteria(service, found))).toEqual([[], []]);
  });
  test("of none met: it is told whether they are not met, or whether evidence is missing", () => {
    expect(refuseCriteria("CIS", { ...all(targetGroups, "NOT_MET"), ...noneEntitled })).toEqual([
      "entry.no_target_group",
    ]);
    const unsure = { ...all(targetGroups, "NOT_MET"), ...noneEntitled, DISABLED: { finding: "NO_EVIDENCE" as const } };
    expect(refuseCriteria("CIS", unsure)).toEqual(["entry.group_evidence_missing"]);
    expect(evidenceMissing("CIS", unsure)).toEqual(["DISABLED"]);
  });
  test("what nobody has looked at has no evidence, and nothing is decided by silence", () => {
    expect(evidenceMissing("CIS", {})).toEqual([...criteria]);
    expect(refuseCriteria("CIS", {})).toEqual([
      "entry.group_evidence_missing",
      "entry.needs_evidence_missing",
      "entry.exclusion_evidence_missing",
    ]);
  });
  test.each<[Finding, string[]]>([
    ["MET", []],
    ["NOT_MET", ["entry.needs_met"]],
    ["NO_EVIDENCE", ["entry.needs_evidence_missing"]],
  ])("with every ground goes that basic needs are not met by own efforts: %s", (finding, refusals) => {
    for (const service of entryServices)
      expect(refuseCriteria(service, { ...homeless, NEEDS_NOT_MET: { finding } })).toEqual(refusals);
  });
});

describe("excluding benefits (R-CIS-02)", () => {
  test.each(exclusions)("%s: out of a CIS; of a KIS too, but for the incapacity pension (SE 1(3a))", (benefit) => {
    const found: Found = { ...homeless, [benefit]: { finding: "MET" } };
    expect(refuseCriteria("CIS", found)).toEqual(["entry.excluded"]);
    expect(refuseCriteria("KIS", found)).toEqual(benefit === "INCAPACITY_PENSION" ? [] : ["entry.excluded"]);
  });
  test.each(exclusions)("%s without evidence is asked for", (benefit) => {
    const found: Found = { ...homeless, [benefit]: { finding: "NO_EVIDENCE" } };
    expect(refuseCriteria("CIS", found)).toEqual(["entry.exclusion_evidence_missing"]);
    expect(evidenceMissing("KIS", found)).toEqual(benefit === "INCAPACITY_PENSION" ? [] : [benefit]);
  });
});

test.each<[string, { heldOn: string; refused: boolean } | null, string[]]>([
  ["none", null, ["entry.interview_missing"]],
  ["refused", { heldOn: "2026-11-10", refused: true }, ["entry.interview_missing"]],
  ["held later", { heldOn: "2026-11-23", refused: false }, ["entry.interview_missing"]],
  ["held the same day", { heldOn: "2026-11-22", refused: false }, []],
  ["held before", { heldOn: "2026-11-10", refused: false }, []],
])("the interview precedes the opinion: %s (R-INT-03, SE 12(2))", (_what, interview, refusals) => {
  expect(refuseOpinion(interview && { ...interview, heldOn: day(interview.heldOn) }, today)).toEqual(refusals);
});

describe("who refers (R-CIS-03)", () => {
  const longTerm: Found = { ...noneEntitled, LONG_TERM_UNEMPLOYED: { finding: "MET" } };
  const base = { service: "CIS" as const, number: "CIS/1/2026", opinion: "POSITIVE" as const, reason: null };
  test.each<[Issuer, Found, string | null, string[]]>([
    ["OPS", homeless, null, []],
    ["CUS", homeless, null, []],
    ["OPS", longTerm, null, []],
    ["PUP", longTerm, "2026-11-20", []],
    ["PUP", longTerm, null, ["entry.ops_not_told"]],
    ["PUP", homeless, "2026-11-20", ["entry.pup_only_long_term"]],
    ["PUP", homeless, null, ["entry.pup_only_long_term", "entry.ops_not_told"]],
  ])("%s", (issuer, found, told, refusals) => {
    expect(refuseIssuing({ ...base, issuer, found, opsToldOn: told === null ? null : day(told) })).toEqual(refusals);
  });
  test("into a centre only after an opinion, and against it only with a reason; a club asks for none", () => {
    const ops = { ...base, issuer: "OPS" as const, found: homeless, opsToldOn: null };
    expect(refuseIssuing({ ...ops, opinion: null })).toEqual(["entry.opinion_missing"]);
    expect(refuseIssuing({ ...ops, opinion: "NEGATIVE" })).toEqual(["entry.reason_against_opinion"]);
    expect(refuseIssuing({ ...ops, opinion: "NEGATIVE", reason: "próba" })).toEqual([]);
    expect(refuseIssuing({ ...ops, service: "KIS", opinion: null })).toEqual([]);
    expect(refuseIssuing({ ...ops, number: " " })).toEqual(["entry.number_missing"]);
  });
});

describe("the path, every state by every act (R-CIS-03, R-KIS-02, R-SC-06)", () => {
  const paths: readonly [string, Path, Readonly<Record<string, string>>][] = [
    [
      "into a centre",
      { service: "CIS", origin: "APPLICATION", opsAgreedOnPaper: false, letter: null },
      {
        "APPLIED opine": "OPINED",
        "OPINED opine": "OPINED",
        "OPINED refer": "REFERRED",
        "OPINED not-refer": "NOT_REFERRED",
        "REFERRED sign": "SIGNED",
        "SIGNED agree": "AGREED",
      },
    ],
    [
      "into a club",
      { service: "KIS", origin: "APPLICATION", opsAgreedOnPaper: false, letter: null },
      {
        "APPLIED opine": "OPINED",
        "APPLIED refer": "REFERRED",
        "APPLIED not-refer": "NOT_REFERRED",
        "OPINED opine": "OPINED",
        "OPINED refer": "REFERRED",
        "OPINED not-refer": "NOT_REFERRED",
        "REFERRED sign": "SIGNED",
        "SIGNED admit": "ADMITTED",
      },
    ],
    [
      "into a centre with papers",
      { service: "CIS", origin: "PAPER", opsAgreedOnPaper: true, letter: null },
      {
        "APPLIED opine": "OPINED",
        "OPINED opine": "OPINED",
        "OPINED refer": "REFERRED",
        "OPINED not-refer": "NOT_REFERRED",
        "REFERRED sign": "SIGNED",
        "SIGNED admit": "ADMITTED",
      },
    ],
  ];
  const everywhere = Object.fromEntries([
    ["AGREED admit", "ADMITTED"],
    ...["REFERRED", "SIGNED", "AGREED"].map((state) => [`${state} decline`, "NOT_ADMITTED"]),
    ...["APPLIED", "OPINED", "REFERRED", "SIGNED", "AGREED"].map((state) => [`${state} withdraw`, "WITHDRAWN"]),
  ]);
  test.each(paths)("%s", (_name, path, own) => {
    const moves = entryStates.flatMap((state) =>
      entryActs.map((act) => [`${state} ${act}`, moveEntry(state, act, path)] as const),
    );
    const went = moves.flatMap(([step, { state }]) => (state ? [[step, state]] : []));
    expect(Object.fromEntries(went)).toEqual({ ...own, ...everywhere });
    expect(moves.filter(([, move]) => (move.state === null) === (move.refusal === null))).toEqual([]);
  });
  const cis: Path = { service: "CIS", origin: "APPLICATION", opsAgreedOnPaper: false, letter: null };
  test.each(referralStates)(
    "a referral that stands %s at the partner is made anew only when it is over there",
    (letter) => {
      const again = ["DECLINED", "REDIRECTED", "ANSWERED", "CLOSED", "WITHDRAWN"].includes(letter);
      const states = entryStates.map((state) => [state, moveEntry(state, "refer", { ...cis, letter }).state]);
      expect(Object.fromEntries(states.filter(([, to]) => to))).toEqual({
        OPINED: "REFERRED",
        ...(again ? { REFERRED: "REFERRED" } : {}),
      });
      expect(moveEntry("REFERRED", "not-refer", { ...cis, letter }).state).toBe(again ? "NOT_REFERRED" : null);
    },
  );

  test.each<[EntryAct, (typeof entryStates)[number], Path, string]>([
    ["refer", "APPLIED", cis, "entry.opinion_missing"],
    ["sign", "OPINED", cis, "entry.not_referred"],
    ["admit", "APPLIED", cis, "entry.not_referred"],
    ["admit", "REFERRED", cis, "entry.programme_not_signed"],
    ["agree", "REFERRED", cis, "entry.programme_not_signed"],
    ["admit", "REFERRED", { ...cis, service: "KIS" }, "entry.contract_not_signed"],
    ["admit", "SIGNED", cis, "entry.ops_agreement_missing"],
    ["admit", "SIGNED", { ...cis, origin: "PAPER" }, "entry.ops_agreement_missing"],
    ["agree", "SIGNED", { ...cis, service: "KIS" }, "entry.agreement_not_needed"],
    ["agree", "SIGNED", { ...cis, origin: "PAPER" }, "entry.agreement_not_needed"],
    ["opine", "REFERRED", cis, "entry.step_not_possible"],
    ["admit", "ADMITTED", cis, "entry.over"],
    ["withdraw", "NOT_ADMITTED", cis, "entry.over"],
  ])("%s of what is %s says why not", (act, state, path, refusal) => {
    expect(moveEntry(state, act, path).refusal).toBe(refusal);
  });
});

describe("whose the next step is (R-CIS-03, R-CIS-04, R-KIS-02, R-SC-01)", () => {
  const cis = { service: "CIS", origin: "APPLICATION", letter: null } as const;
  test.each<[string, Parameters<typeof nextOf>[0], string | null]>([
    ["an application to a centre", { ...cis, state: "APPLIED" }, "opine keeper SOCIAL_WORKER"],
    ["an application to a club", { ...cis, service: "KIS", state: "APPLIED" }, "refer keeper SOCIAL_WORK_MANAGER"],
    ["an opinion", { ...cis, state: "OPINED" }, "refer keeper SOCIAL_WORK_MANAGER"],
    ["a referral under the same roof", { ...cis, state: "REFERRED" }, "sign centre REINTEGRATION_SOCIAL_WORKER"],
    [
      "a referral to a club",
      { ...cis, service: "KIS", state: "REFERRED" },
      "sign centre REINTEGRATION_SOCIAL_WORKER SOCIAL_WORKER",
    ],
    ["a letter that waits for its answer", { ...cis, state: "REFERRED", letter: "WAITLIST" }, null],
    [
      "a letter that was accepted",
      { ...cis, state: "REFERRED", letter: "ACCEPTED" },
      "sign centre REINTEGRATION_SOCIAL_WORKER",
    ],
    [
      "a letter that was turned down",
      { ...cis, state: "REFERRED", letter: "DECLINED" },
      "refer keeper SOCIAL_WORK_MANAGER",
    ],
    ["a signed programme", { ...cis, state: "SIGNED" }, "agree keeper SOCIAL_WORK_MANAGER"],
    ["a signed programme after a paper", { ...cis, origin: "PAPER", state: "SIGNED" }, "admit centre CIS_MANAGER"],
    ["a signed contract of a club", { ...cis, service: "KIS", state: "SIGNED" }, "admit centre KIS_COORDINATOR"],
    ["an agreement", { ...cis, state: "AGREED" }, "admit centre CIS_MANAGER"],
    ["an admission", { ...cis, state: "ADMITTED" }, null],
    ["no referral", { ...cis, state: "NOT_REFERRED" }, null],
  ])("after %s", (_, path, answer) => {
    const next = nextOf(path);
    expect(next && [next.act, next.by, ...next.roles].join(" ")).toBe(answer);
  });
  test("a step that is waited for is one that the path allows", () => {
    for (const service of ["CIS", "KIS"] as const)
      for (const origin of ["APPLICATION", "PAPER"] as const)
        for (const state of entryStates) {
          const path = { service, origin, letter: null, opsAgreedOnPaper: true };
          const next = nextOf({ ...path, state });
          expect([state, next && moveEntry(state, next.act, path).refusal]).toEqual([state, null]);
        }
  });
});

/** Whose each act is, of a centre and of a club. Source: docs/domain/rules.md R-CIS-03, R-CIS-04, R-KIS-02, R-SC-01; R-ACC */
const ableTo: Readonly<Record<EntryAct, Readonly<Record<EntryService, readonly Role[]>>>> = {
  opine: { CIS: ["SOCIAL_WORKER"], KIS: ["SOCIAL_WORKER"] },
  refer: { CIS: ["SOCIAL_WORK_MANAGER"], KIS: ["SOCIAL_WORK_MANAGER"] },
  "not-refer": { CIS: ["SOCIAL_WORK_MANAGER"], KIS: ["SOCIAL_WORK_MANAGER"] },
  sign: { CIS: ["REINTEGRATION_SOCIAL_WORKER"], KIS: ["SOCIAL_WORKER", "REINTEGRATION_SOCIAL_WORKER"] },
  agree: { CIS: ["SOCIAL_WORK_MANAGER"], KIS: ["SOCIAL_WORK_MANAGER"] },
  admit: { CIS: ["CIS_MANAGER"], KIS: ["CIS_MANAGER", "KIS_COORDINATOR"] },
  decline: { CIS: ["CIS_MANAGER"], KIS: ["CIS_MANAGER", "KIS_COORDINATOR"] },
  withdraw: {
    CIS: ["SOCIAL_WORKER", "REINTEGRATION_SOCIAL_WORKER"],
    KIS: ["SOCIAL_WORKER", "REINTEGRATION_SOCIAL_WORKER"],
  },
};
/** Where each act leads under one roof; what is not here is no step. */
const under: Readonly<Record<EntryService, Readonly<Record<string, string>>>> = {
  CIS: {
    "APPLIED opine": "OPINED",
    "OPINED opine": "OPINED",
    "OPINED refer": "REFERRED",
    "OPINED not-refer": "NOT_REFERRED",
    "REFERRED sign": "SIGNED",
    "SIGNED agree": "AGREED",
    "AGREED admit": "ADMITTED",
  },
  KIS: {
    "APPLIED opine": "OPINED",
    "APPLIED refer": "REFERRED",
    "APPLIED not-refer": "NOT_REFERRED",
    "OPINED opine": "OPINED",
    "OPINED refer": "REFERRED",
    "OPINED not-refer": "NOT_REFERRED",
    "REFERRED sign": "SIGNED",
    "SIGNED admit": "ADMITTED",
    "AGREED admit": "ADMITTED",
  },
};

test.each(entryServices)(
  "the way into a %s, every state by every act by every role: nobody takes a step that is not theirs or not there (R-CIS-03, R-KIS-02, R-ACC)",
  (service) => {
    const actorOf = (role: Role): Actor => ({
      accountId: "a",
      organisationId: "o",
      displayName: "",
      roles: [role],
      unitIds: [],
      personId: null,
      authorised: true,
      sessionId: null,
    });
    const path: Path = { service, origin: "APPLICATION", opsAgreedOnPaper: false, letter: null };
    const underWay = ["APPLIED", "OPINED", "REFERRED", "SIGNED", "AGREED"];
    const to = (state: string, act: EntryAct) => {
      if (act === "withdraw") return underWay.includes(state) ? "WITHDRAWN" : undefined;
      if (act === "decline") return underWay.indexOf(state) > 1 ? "NOT_ADMITTED" : undefined;
      return under[service][`${state} ${act}`];
    };
    const cells = entryStates.flatMap((state) =>
      entryActs.flatMap((act) => roles.map((role) => ({ state, act, role }))),
    );
    const wrong = cells.filter(({ state, act, role }) => {
      const mine =
        may(actorOf(role), centreEntryAccess[verbOfAct[act]], { unit: true, team: true, own: true }) &&
        refuseRole(service, act, [role]) === null;
      const went = mine ? (moveEntry(state, act, path).state ?? undefined) : undefined;
      return went !== (ableTo[act][service].includes(role) ? to(state, act) : undefined);
    });
    expect(wrong).toEqual([]);
    expect(cells).toHaveLength(entryStates.length * entryActs.length * roles.length);
  },
);

test.each<[string, readonly string[], string[]]>([
  ["OPS", [], []],
  ["OPS", ["SHELTER"], []],
  ["NGO", ["SOCIAL_WORK"], []],
  ["NGO", ["SHELTER"], ["entry.issuer_is_no_centre"]],
  ["NGO", [], ["entry.issuer_is_no_centre"]],
  ["CIS", ["CIS"], ["entry.issuer_is_no_centre"]],
  ["KIS", ["KIS"], ["entry.issuer_is_no_centre"]],
  ["PCPR", [], ["entry.issuer_is_no_centre"]],
])(
  "an opinion and a referral of an organisation %s with units %j (R-CIS-03)",
  (organisationKind, unitKinds, refusals) => {
    expect(refuseIssuer({ organisationKind, unitKinds })).toEqual(refusals);
  },
);

test.each<[EntryService, ContractBehind, { contractNo: string | null } | "ALREADY", string[]]>([
  ["CIS", { number: null, signedOn: null, elsewhere: false }, "ALREADY", []],
  ["KIS", { number: "KS/2026/001", signedOn: today, elsewhere: false }, { contractNo: null }, []],
  ["KIS", { number: null, signedOn: null, elsewhere: false }, { contractNo: "KS/1" }, ["entry.contract_missing"]],
  ["KIS", { number: null, signedOn: null, elsewhere: false }, "ALREADY", ["entry.contract_missing"]],
  ["KIS", { number: null, signedOn: null, elsewhere: true }, { contractNo: null }, ["entry.contract_number_missing"]],
  ["KIS", { number: null, signedOn: null, elsewhere: true }, { contractNo: "KS/1" }, []],
  ["KIS", { number: null, signedOn: null, elsewhere: true }, "ALREADY", []],
])("a %s with the contract %j, told %j: %j (R-KIS-02)", (service, contract, told, refusals) => {
  expect(refuseWithoutContract(service, contract, told)).toEqual(refusals);
});

test("the file says what it knows and stays silent on the rest", () => {
  const silent = { inExitProgramme: null, registeredSince: null, yearAgo: day("2025-11-22"), income: [] };
  expect(criteria.map((one) => hintOf(one, silent)).filter(Boolean)).toEqual([]);
  expect(hintOf("HOMELESS_IN_IPWB", { ...silent, inExitProgramme: false })?.says).toBe("NOT_MET");
  expect(hintOf("HOMELESS_IN_IPWB", { ...silent, inExitProgramme: true })?.says).toBe("MET");
  const since = (on: string) => hintOf("LONG_TERM_UNEMPLOYED", { ...silent, registeredSince: day(on) });
  expect([since("2025-11-21")?.says, since("2025-11-22")]).toEqual(["MET", null]);
  const pensioner = { ...silent, income: ["DISABILITY_PENSION", "CASUAL_WORK"] };
  expect(criteria.filter((one) => hintOf(one, pensioner))).toEqual(["INCAPACITY_PENSION"]);
});

test.each<[Criterion, Finding, string, boolean, string[]]>([
  ["HOMELESS_IN_IPWB", "MET", "", true, []],
  ["HOMELESS_IN_IPWB", "MET", "", false, ["entry.evidence_against_file"]],
  ["HOMELESS_IN_IPWB", "MET", " ", false, ["entry.evidence_against_file"]],
  ["HOMELESS_IN_IPWB", "MET", "program w OPS w Pionkach, nr 3/2026", false, []],
  ["HOMELESS_IN_IPWB", "NOT_MET", "", true, ["entry.evidence_against_file"]],
  ["HOMELESS_IN_IPWB", "NO_EVIDENCE", "", false, []],
  ["DISABLED", "MET", "", false, []],
])(
  "%s found %s with the evidence “%s” while an exit programme runs: %s (R-IPWB-07)",
  (criterion, finding, evidence, inExitProgramme, refusals) => {
    const facts = { inExitProgramme, registeredSince: null, yearAgo: day("2025-11-22"), income: [] };
    expect(refuseAgainstFile([{ criterion, finding, evidence }], facts)).toEqual(refusals);
  },
);

test.each<[EntryService, string | null, EntryRefusal[]]>([
  ["CIS", null, ["entry.programme_missing"]],
  ["CIS", "2026-11-22", []],
  ["CIS", "2026-11-21", []],
  ["CIS", "2026-11-23", ["entry.programme_missing"]],
  ["KIS", null, []],
])(
  "the signature of 22 November into a %s behind which a programme was signed on %s: %j (R-CIS-03)",
  (service, signedOn, refusals) => {
    expect(refuseWithoutProgramme(service, signedOn === null ? null : day(signedOn), day("2026-11-22"))).toEqual(
      refusals,
    );
  },
);
