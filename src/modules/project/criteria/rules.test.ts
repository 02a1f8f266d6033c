import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../../platform/time/plainDate.ts";
import type { CandidateFacts, CriterionRule, Evidence } from "./contract.ts";
import {
  asksTheSame,
  changeOf,
  confirm,
  evaluate,
  overall,
  refuseConfirmed,
  refuseCriteria,
  refuseEntry,
} from "./rules.ts";

const id = (no: number) => `0190a000-0000-7000-8000-00000000000${no}`;
const seen: Evidence = { source: "PAPER", on: day("2006-05-20"), words: "zaświadczenie" };
const ltu: CriterionRule = {
  ruleId: id(1),
  paper: null,
  field: "REGISTERED_UNEMPLOYED",
  test: "LONGER_THAN",
  months: 24,
  gapDays: 0,
};
const education: CriterionRule = {
  ruleId: id(2),
  paper: null,
  field: "EDUCATION",
  test: "ONE_OF",
  values: ["PRIMARY", "LOWER_SECONDARY_GIMNAZJUM", "BASIC_VOCATIONAL"],
};
const age: CriterionRule = { ruleId: id(3), paper: null, field: "AGE", test: "OVER", years: 35 };
const client: CriterionRule = {
  ruleId: id(4),
  paper: null,
  field: "CLIENT_OF_CENTRE",
  test: "LONGER_THAN",
  months: 12,
};
const radom = [ltu, education, age, client];

const from = (start: string, to: string | null = null) => ({ from: day(start), to: to === null ? null : day(to) });
const born = (start: string, to = start) => ({ value: { from: day(start), to: day(to) }, evidence: null });
const resultOf = (rule: CriterionRule, facts: CandidateFacts, on: string) =>
  evaluate([rule], facts, day(on))[0]?.result;

describe("worked examples of R-REC-01 and R-LTU-03", () => {
  test.each([
    ["1970-06-01", "2005-06-01", "fail"],
    ["1970-06-01", "2005-06-02", "pass"],
    ["1971-01-15", "2005-06-02", "fail"],
  ])("born %s, over 35 on %s: %s", (birth, on, result) => {
    expect(resultOf(age, { born: born(birth) }, on)).toBe(result);
  });

  test.each([
    ["2005-05-20", "2006-05-20", "fail"],
    ["2005-05-20", "2006-05-21", "pass"],
  ])("client since %s, over 12 months on %s: %s", (since, on, result) => {
    expect(resultOf(client, { client: { value: { since: day(since) }, evidence: null } }, on)).toBe(result);
  });

  test.each([
    [[from("2004-05-20")], "2006-05-20", "fail"],
    [[from("2004-05-20")], "2006-05-21", "pass"],
    [[from("2005-06-01", "2006-01-31"), from("2006-04-01")], "2006-10-01", "fail"],
    [[from("2006-01-10")], "2006-10-01", "fail"],
    [[], "2006-10-01", "fail"],
    [[from("2004-01-01", "2006-04-30")], "2006-05-21", "fail"],
  ])("registered %j, over 24 months on %s: %s", (registered, on, result) => {
    expect(resultOf(ltu, { registered: { value: registered, evidence: null } }, on)).toBe(result);
  });

  test.each([
    [30, "pass"],
    [31, "pass"],
    [29, "fail"],
  ])("a break of 30 days with %i days forgiven: %s", (gapDays, result) => {
    const registered = [from("2003-01-01", "2005-01-01"), from("2005-02-01")];
    expect(resultOf({ ...ltu, gapDays }, { registered: { value: registered, evidence: null } }, "2006-05-21")).toBe(
      result,
    );
  });

  test.each([
    ["PRIMARY", "pass"],
    ["LOWER_SECONDARY_GIMNAZJUM", "pass"],
    ["BASIC_VOCATIONAL", "pass"],
    ["NONE_INCOMPLETE_PRIMARY", "fail"],
    ["SECONDARY_VOCATIONAL", "fail"],
    ["HIGHER", "fail"],
  ] as const)("education %s: %s", (value, result) => {
    expect(resultOf(education, { education: { value, evidence: null } }, "2006-06-01")).toBe(result);
  });
});

test.each([
  ["OVER", "1970-01-01", "1970-12-31", "2006-06-01", "pass"],
  ["OVER", "1970-01-01", "1970-12-31", "2005-06-01", "missing"],
  ["OVER", "1970-01-01", "1970-12-31", "2004-06-01", "fail"],
  ["UNDER", "1970-06-01", "1970-06-01", "2005-05-31", "pass"],
  ["UNDER", "1970-06-01", "1970-06-01", "2005-06-01", "fail"],
  ["UNDER", "1970-01-01", "1970-12-31", "2005-06-01", "missing"],
] as const)("%s 35, born between %s and %s, on %s: %s", (test, first, last, on, result) => {
  expect(resultOf({ ...age, test }, { born: born(first, last) }, on)).toBe(result);
});

test("somebody born on 29 February is over 35 from 1 March of a common year", () => {
  expect(resultOf(age, { born: born("1972-02-29") }, "2007-02-28")).toBe("fail");
  expect(resultOf(age, { born: born("1972-02-29") }, "2007-03-01")).toBe("pass");
});

test.each([
  [["146301"], "1463011", "pass"],
  [["1463011"], "146301", "pass"],
  [["0603142"], "0603145", "fail"],
  [["0603142"], "0603142", "pass"],
])("communes %j, lives in %s: %s", (values, lives, result) => {
  const rule: CriterionRule = { ruleId: id(5), paper: null, field: "COMMUNE", test: "ONE_OF", values };
  expect(resultOf(rule, { commune: { value: lives, evidence: null } }, "2006-06-01")).toBe(result);
});

test("what nobody knows is missing and never failed, whatever the rule asks", () => {
  const statement: CriterionRule = {
    ruleId: id(6),
    paper: null,
    field: "STATEMENT",
    test: "IS_TRUE",
    statement: "mieszka w Radomiu",
  };
  const others: CriterionRule[] = [
    { ruleId: id(7), paper: null, field: "SEX", test: "ONE_OF", values: ["F"] },
    { ruleId: id(8), paper: null, field: "DISABILITY", test: "ONE_OF", values: ["SEVERE"] },
    { ruleId: id(9), paper: null, field: "LABOUR_STATUS", test: "ONE_OF", values: ["EMPLOYED"] },
  ];
  const results = evaluate([...radom, statement, ...others], {}, day("2006-06-01"));
  expect(new Set(results.map(({ result, lacks }) => `${result} ${lacks}`))).toEqual(new Set(["missing VALUE"]));
  expect(
    evaluate([statement], { statements: { [id(6)]: { value: false, evidence: null } } }, day("2006-06-01"))[0],
  ).toMatchObject({
    result: "fail",
    value: "false",
  });
});

test("a rule that asks for a paper is missing until it is seen; neither the person's own word nor the file is one; a failure stays one", () => {
  const rule: CriterionRule = { ...education, paper: "świadectwo" };
  const judged = (value: "PRIMARY" | "HIGHER", evidence: Evidence | null) =>
    evaluate([rule], { education: { value, evidence } }, day("2006-06-01"))[0];
  expect(judged("PRIMARY", null)).toMatchObject({ result: "missing", lacks: "PAPER", value: "PRIMARY" });
  expect(judged("PRIMARY", { ...seen, source: "STATEMENT" })).toMatchObject({ result: "missing", lacks: "PAPER" });
  const inFile: Evidence = { source: "FILE", on: day("2006-05-20"), words: null };
  expect(judged("PRIMARY", inFile)).toMatchObject({ result: "missing", lacks: "PAPER", value: "PRIMARY" });
  expect(judged("PRIMARY", { ...seen, source: "OFFICE" })).toMatchObject({ result: "pass", lacks: null });
  expect(judged("PRIMARY", seen)).toMatchObject({ result: "pass", lacks: null, evidence: seen });
  expect(judged("HIGHER", null)).toMatchObject({ result: "fail", lacks: null });
});

test("a paper was seen today at the latest", () => {
  const shown = (on: string) => [{ ruleId: id(5), on: day(on), words: "świadectwo" }];
  expect(refuseConfirmed(shown("2006-06-02"), day("2006-06-01"))).toBe("criteria.shown_in_future");
  expect(refuseConfirmed(shown("2006-06-01"), day("2006-06-01"))).toBeNull();
  expect(refuseConfirmed([], day("2006-06-01"))).toBeNull();
});

test("every rule is answered in its order with value and evidence; all must pass together", () => {
  const facts: CandidateFacts = {
    registered: { value: [from("2003-01-01")], evidence: seen },
    born: born("1960-01-01"),
    client: { value: { since: day("2004-01-01") }, evidence: null },
  };
  const results = evaluate(radom, facts, day("2006-06-01"));
  expect(results.map(({ ruleId, result, value }) => [ruleId, result, value])).toEqual([
    [id(1), "pass", "2003-01-01"],
    [id(2), "missing", null],
    [id(3), "pass", "1960-01-01"],
    [id(4), "pass", "2004-01-01"],
  ]);
  expect(results[0]?.evidence).toEqual(seen);
  expect(overall(results)).toBe("missing");
  expect(overall(evaluate(radom, { ...facts, born: born("1990-01-01") }, day("2006-06-01")))).toBe("fail");
  expect(overall([])).toBe("pass");
});

describe("a start (R-GDPR-11)", () => {
  const missing = evaluate([education], {}, day("2006-06-01"));
  const failed = evaluate([age], { born: born("1990-01-01") }, day("2006-06-01"));
  const nobody = { exceptionsAllowed: false, mayExcept: false, exceptionReason: "" };
  const confirmed = [{ ruleId: id(2), on: day("2006-06-01"), words: "świadectwo" }];

  test("what is missing is confirmed by whoever was shown it, with the day and the words", () => {
    expect(refuseEntry(missing, nobody)).toBe("criteria.missing");
    const [result] = confirm(missing, confirmed);
    expect(result).toMatchObject({ result: "pass", evidence: { source: "PAPER", words: "świadectwo" } });
    expect(refuseEntry(confirm(missing, confirmed), nobody)).toBeNull();
  });

  test("what fails is never confirmed away", () => {
    expect(confirm(failed, [{ ruleId: id(3), on: day("2006-06-01"), words: "wygląda starzej" }])).toEqual(failed);
  });

  test.each([
    [false, false, "", "criteria.failed"],
    [false, true, "powód", "criteria.failed"],
    [true, false, "powód", "criteria.exception_not_yours"],
    [true, true, "  ", "criteria.exception_reason_missing"],
    [true, true, "powód", null],
  ])("exceptions allowed %s, may %s, reason %j: %s", (exceptionsAllowed, mayExcept, exceptionReason, refusal) => {
    expect(refuseEntry(failed, { exceptionsAllowed, mayExcept, exceptionReason })).toBe(refusal);
  });

  test("an exception waives what fails, not what nobody has seen", () => {
    const asked = { exceptionsAllowed: true, mayExcept: true, exceptionReason: "powód" };
    expect(refuseEntry([...failed, ...missing], asked)).toBe("criteria.missing");
  });
});

describe("a change of the rules", () => {
  const before = { no: 1, rules: radom, exceptionsAllowed: false };
  const known = new Map(radom.map((rule) => [rule.ruleId, rule]));
  const change = { rules: radom, exceptionsAllowed: false, reason: "pismo" };
  const wider: CriterionRule = { ...age, ruleId: id(5), years: 30 };

  test("says what comes and what goes", () => {
    expect(changeOf(radom, [ltu, education, wider, client])).toEqual({
      added: [wider],
      removed: [age],
      kept: [ltu, education, client],
    });
  });

  test.each([
    ["nothing new", change, "criteria.unchanged"],
    ["another order", { ...change, rules: [education, ltu, age, client] }, null],
    ["an exception let in", { ...change, exceptionsAllowed: true }, null],
    ["no reason", { ...change, rules: [ltu], reason: " " }, "criteria.reason_missing"],
    [
      "another number under an old id",
      { ...change, rules: [{ ...age, years: 30 }] },
      "criteria.rule_changed_under_its_id",
    ],
    ["a new rule in place of an old one", { ...change, rules: [ltu, education, wider, client] }, null],
    ["all gone", { ...change, rules: [] }, null],
  ])("%s: %s", (_, after, refusal) => {
    expect(refuseCriteria(before, known, after)).toBe(refusal);
  });

  test("the first edition needs no reason, and may be empty", () => {
    expect(
      refuseCriteria({ no: 0, rules: [], exceptionsAllowed: false }, new Map(), { ...change, rules: [], reason: "" }),
    ).toBeNull();
  });

  test("the order of a rule's fields as the database writes them does not make another rule of it", () => {
    const turned = Object.fromEntries(Object.entries(ltu).toReversed()) as CriterionRule;
    expect(asksTheSame(ltu, turned)).toBe(true);
  });
});
