import { describe, expect, test } from "vitest";
import { type Reach, type Role, roles } from "../../platform/access.ts";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import { jurisdictionOf } from "../casework/rules.ts";
import { contractAccess } from "./access.ts";
import { ANNEX_ACTS, ANNEX_STATES, refuseAnnex, refuseAnnexAct, runningDuties } from "./annexRules.ts";
import { refuseAsking } from "./askingRules.ts";
import { contractOpens } from "./opening.ts";
import { CONTRACT_STATES, consultationNeed } from "./rules.ts";

const LUBLIN = "0663011";
const CHELM = "0662011";
const due = day("2026-12-31");
const person = { id: "p", side: "PERSON", what: "register", dueOn: due, annexId: null } as const;
const ops = { id: "o", side: "OPS", what: "pay", dueOn: due, annexId: null } as const;
const added = { id: "a", side: "OPS", what: "pay more", dueOn: due, annexId: "x" } as const;

describe("an annex (R-DOC-02)", () => {
  const answers = new Map<string, string>([
    ["WAITING withdraw true", "contract.annex_signed_by_somebody"],
    ["IN_FORCE withdraw true", "contract.annex_in_force"],
    ["IN_FORCE withdraw false", "contract.annex_in_force"],
    ["WITHDRAWN sign true", "contract.annex_withdrawn"],
    ["WITHDRAWN sign false", "contract.annex_withdrawn"],
    ["WITHDRAWN withdraw true", "contract.annex_withdrawn"],
    ["WITHDRAWN withdraw false", "contract.annex_withdrawn"],
  ]);
  test.each(
    ANNEX_STATES.flatMap((state) =>
      ANNEX_ACTS.flatMap((act) => [true, false].map((signed) => [state, act, signed] as const)),
    ),
  )("%s, %s, signed by somebody: %s", (state, act, signed) => {
    expect(refuseAnnexAct(state, act, signed)).toBe(answers.get(`${state} ${act} ${signed}`) ?? null);
  });

  test.each([
    ["WAITING", ["p", "o"]],
    ["IN_FORCE", ["p", "a"]],
    ["WITHDRAWN", ["p", "o"]],
  ] as const)("that is %s: these duties hold", (state, ids) => {
    const annex = { id: "x", state, ends: [{ dutyId: "o", replacedBy: "a" }] };
    expect(runningDuties([person, ops, added], [annex]).map(({ id }) => id)).toEqual(ids);
  });

  const next = { dutyId: "n", side: "OPS", what: "find a course", dueOn: due } as const;
  const contract = { parties: ["PERSON", "OPS"], annexes: [], running: [person, ops] } as const;
  test.each([
    ["only words", {}, {}, []],
    ["a duty more", {}, { duties: [next] }, []],
    ["a duty changed", {}, { duties: [next], ends: [{ dutyId: "o", replacedBy: "n" }] }, []],
    ["a duty without a day", {}, { duties: [{ ...next, dueOn: null }] }, ["contract.duty_without_due_date"]],
    ["the centre's only duty gone", {}, { ends: [{ dutyId: "o", replacedBy: null }] }, ["contract.duties_missing_ops"]],
    [
      "the person's only duty gone",
      {},
      { ends: [{ dutyId: "p", replacedBy: null }] },
      ["contract.duties_missing_person"],
    ],
    [
      "a duty that does not hold",
      {},
      { ends: [{ dutyId: "z", replacedBy: null }] },
      ["contract.annex_duty_not_running"],
    ],
    [
      "another in its place that is not there",
      {},
      { duties: [next], ends: [{ dutyId: "o", replacedBy: "z" }] },
      ["contract.annex_replaces_with_unknown"],
    ],
    ["while another waits", { annexes: [{ id: "x", state: "WAITING", ends: [] }] }, {}, ["contract.annex_waiting"]],
    ["after one that was withdrawn", { annexes: [{ id: "x", state: "WITHDRAWN", ends: [] }] }, {}, []],
    [
      "three parties, the third without a duty",
      { parties: ["PERSON", "OPS", "LEAD"] },
      {},
      ["contract.duties_missing_lead"],
    ],
  ] as const)("with %s", (_what, of, change, refusals) => {
    expect(refuseAnnex({ ...contract, ...of }, { duties: [], ends: [], ...change })).toEqual(refusals);
  });
});

describe("asking the other centre (R-JUR-03)", () => {
  const today = day("2026-11-22");
  const contract = { homeless: true, commune: LUBLIN, lastPermanentRegistration: CHELM };
  const request = { commune: CHELM, askedOn: today, answerBy: day("2026-12-06") };
  test.each([
    ["as it should be", {}, {}, []],
    ["somebody who is not homeless", { homeless: false }, {}, ["contract.consultation_not_needed"]],
    ["registered here", { lastPermanentRegistration: LUBLIN }, {}, ["contract.consultation_not_needed"]],
    ["registration unknown", { lastPermanentRegistration: null }, {}, ["contract.nobody_to_ask"]],
    ["a third commune", {}, { commune: "1465011" }, ["contract.consultation_other_commune"]],
    ["the country part of the same commune", {}, { commune: "0662012" }, []],
    ["tomorrow", {}, { askedOn: day("2026-11-23") }, ["contract.day_in_future"]],
    ["an answer before", {}, { answerBy: day("2026-11-21") }, ["contract.answer_before_asking"]],
    ["an answer on the same day", {}, { answerBy: today }, []],
  ] as const)("%s", (_what, of, change, refusals) => {
    const found = refuseAsking("AGREED_WITH_PERSON", { ...contract, ...of }, { ...request, ...change }, today);
    expect(found.filter((code) => code !== null)).toEqual(refusals);
  });

  test("is possible in every state before the first signature, in none after", () => {
    const open = CONTRACT_STATES.filter((state) =>
      refuseAsking(state, contract, request, today).every((it) => it === null),
    );
    expect(open).toEqual(["DRAFT", "AGREED_WITH_PERSON", "CONSULTED_WITH_OTHER_OPS"]);
  });
});

test.each([
  [false, false, ["CLUB", "CENTRE"]],
  [true, false, ["SHELTER", "CLUB", "CENTRE"]],
  [false, true, ["CLUB", "CENTRE", "INSURANCE"]],
  [true, true, ["SHELTER", "CLUB", "CENTRE", "INSURANCE"]],
] as const)("homeless %s, unemployed %s: what the contract opens (J3 step 11)", (homeless, unemployed, opens) => {
  expect(contractOpens({ homeless, unemployed })).toEqual(opens);
});

test.each([
  [true, CHELM, "NEEDED"],
  [true, LUBLIN, "OWN_COMMUNE"],
  [true, "0663012", "OWN_COMMUNE"],
  [true, null, "REGISTRATION_UNKNOWN"],
  [false, CHELM, "NOT_HOMELESS"],
] as const)(
  "homeless %s, registered in %s: %s, as the jurisdiction says (R-JUR-03)",
  (homeless, registration, need) => {
    const contract = { homeless, commune: LUBLIN, lastPermanentRegistration: registration };
    expect(consultationNeed(contract)).toBe(need);
    const { consultWith } = jurisdictionOf({
      need: "SOCIAL_CONTRACT",
      homeless,
      communeOfResidence: homeless ? null : LUBLIN,
      lastPermanentRegistration: registration,
      communeOfStay: LUBLIN,
      urgent: false,
      foreigner: false,
    });
    expect(consultWith !== null).toBe(need === "NEEDED");
  },
);

describe("annex: every state, act and role", () => {
  const writers: Readonly<Partial<Record<Role, Reach>>> = contractAccess["contract.write"];
  const mayWrite = (role: Role) => writers[role] !== undefined;
  const cells = roles.flatMap((role) =>
    ANNEX_STATES.flatMap((state) =>
      ANNEX_ACTS.flatMap((act) => [true, false].map((signed) => ({ role, state, act, signed }))),
    ),
  );
  const possible = cells.filter(
    ({ role, state, act, signed }) => mayWrite(role) && !refuseAnnexAct(state, act, signed),
  );

  test("social workers alone sign what waits or holds, and put away what nobody has signed", () => {
    expect(cells).toHaveLength(roles.length * ANNEX_STATES.length * ANNEX_ACTS.length * 2);
    expect(possible.map(({ role, state, act, signed }) => [role, state, act, signed])).toEqual([
      ["SOCIAL_WORKER", "WAITING", "sign", true],
      ["SOCIAL_WORKER", "WAITING", "sign", false],
      ["SOCIAL_WORKER", "WAITING", "withdraw", false],
      ["SOCIAL_WORKER", "IN_FORCE", "sign", true],
      ["SOCIAL_WORKER", "IN_FORCE", "sign", false],
    ]);
  });
});
