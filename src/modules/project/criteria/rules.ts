import { longTermByProjectRule, registeredSince } from "../../../platform/longTermUnemployed.ts";
import { addMonths, type PlainDate } from "../../../platform/time/plainDate.ts";
import type { CandidateFacts, Confirmation, CriterionResult, CriterionRule, Evidence } from "./contract.ts";

export type CriteriaRefusal =
  | "criteria.reason_missing"
  | "criteria.unchanged"
  | "criteria.rule_changed_under_its_id"
  | "criteria.failed"
  | "criteria.missing"
  | "criteria.shown_in_future"
  | "criteria.exception_reason_missing"
  | "criteria.exception_not_yours";

/** What a rule found: whether it holds, null where nobody knows, and what it looked at. */
type Finding = { holds: boolean | null; value: string | null; evidence: Evidence | null };

const unknown: Finding = { holds: null, value: null, evidence: null };

type Proven<T> = { value: T | null; evidence: Evidence | null } | undefined;

function judge<T>(datum: Proven<T>, holds: (value: T) => boolean | null, shown: (value: T) => string | null): Finding {
  if (!datum || datum.value === null) return { ...unknown, evidence: datum?.evidence ?? null };
  return { holds: holds(datum.value), value: shown(datum.value), evidence: datum.evidence };
}

/** Six digits stand for the whole commune, so they meet each of its parts; a code of six digits may lie in either part. */
function sameCommune(wanted: string, lives: string): boolean {
  return wanted.length === 6 || lives.length === 6 ? wanted.slice(0, 6) === lives.slice(0, 6) : wanted === lives;
}

/** Null where the day of birth is not exact and its first and last day would be answered differently. */
function ageHolds(test: "OVER" | "UNDER", years: number, born: { from: PlainDate; to: PlainDate }, on: PlainDate) {
  const one = (day: PlainDate) => {
    const birthday = addMonths(day, years * 12);
    return test === "OVER" ? on > birthday : on < birthday;
  };
  const [first, last] = [one(born.from), one(born.to)];
  return first === last ? first : null;
}

function find(rule: CriterionRule, facts: CandidateFacts, on: PlainDate): Finding {
  const oneOf = (datum: Proven<string>, values: readonly string[]) =>
    judge(datum, (value) => values.includes(value), String);
  switch (rule.field) {
    case "REGISTERED_UNEMPLOYED":
      return judge(
        facts.registered,
        (registered) => longTermByProjectRule({ registered, excluded: [] }, on, rule.months, rule.gapDays).met,
        (registered) => registeredSince(registered, on, rule.gapDays),
      );
    case "CLIENT_OF_CENTRE":
      return judge(
        facts.client,
        ({ since }) => since !== null && on > addMonths(since, rule.months),
        ({ since }) => since,
      );
    case "AGE":
      return judge(
        facts.born,
        (born) => ageHolds(rule.test, rule.years, born, on),
        ({ from, to }) => (from === to ? from : `${from}/${to}`),
      );
    case "EDUCATION":
      return oneOf(facts.education, rule.values);
    case "SEX":
      return oneOf(facts.sex, rule.values);
    case "LABOUR_STATUS":
      return oneOf(facts.labour, rule.values);
    case "DISABILITY":
      return oneOf(facts.disability, rule.values);
    case "COMMUNE":
      return judge(facts.commune, (lives) => rule.values.some((wanted) => sameCommune(wanted, lives)), String);
    case "STATEMENT":
      return judge(facts.statements?.[rule.ruleId], (answer) => answer, String);
  }
}

/** A paper that the rule asks for is shown by itself or by the office that wrote it; neither the person's word nor what the file holds is one. */
function paperSeen(paper: string | null, evidence: Evidence | null): boolean {
  return paper === null || evidence?.source === "PAPER" || evidence?.source === "OFFICE";
}

/**
 * Each rule judged on a day, in the order of the rules, with value and evidence. Strict: exactly 24 months of registration are not
 * longer than 24 months, and who turns 35 on the day is not over 35. What is not known is missing, never failed; a rule that holds
 * but whose paper nobody has seen is missing too.
 * Source: docs/domain/rules.md R-REC-01, R-LTU-03
 */
export function evaluate(rules: readonly CriterionRule[], facts: CandidateFacts, on: PlainDate): CriterionResult[] {
  return rules.map((rule) => {
    const { holds, value, evidence } = find(rule, facts, on);
    const base = { ruleId: rule.ruleId, field: rule.field, value, evidence };
    if (holds === null) return { ...base, result: "missing", lacks: "VALUE" };
    if (!holds) return { ...base, result: "fail", lacks: null };
    return paperSeen(rule.paper, evidence)
      ? { ...base, result: "pass", lacks: null }
      : { ...base, result: "missing", lacks: "PAPER" };
  });
}

/** All together: a failed rule weighs before a missing one; no rules are passed by everybody. Source: docs/domain/rules.md R-REC-01 */
export function overall(results: readonly Pick<CriterionResult, "result">[]): CriterionResult["result"] {
  if (results.some(({ result }) => result === "fail")) return "fail";
  return results.some(({ result }) => result === "missing") ? "missing" : "pass";
}

/** Whether two rules ask the same, whatever their ids. */
export function asksTheSame(one: CriterionRule, other: CriterionRule): boolean {
  const { ruleId: _, ...mine } = one;
  const { ruleId: __, ...theirs } = other;
  const written = (rule: object) => JSON.stringify(Object.entries(rule).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return written(mine) === written(theirs);
}

export type CriteriaChange = { added: CriterionRule[]; removed: CriterionRule[]; kept: CriterionRule[] };

/** What a new edition does to the one before, by the rules' ids. */
export function changeOf(before: readonly CriterionRule[], after: readonly CriterionRule[]): CriteriaChange {
  const [old, next] = [new Set(before.map((each) => each.ruleId)), new Set(after.map((each) => each.ruleId))];
  return {
    added: after.filter(({ ruleId }) => !old.has(ruleId)),
    removed: before.filter(({ ruleId }) => !next.has(ruleId)),
    kept: after.filter(({ ruleId }) => old.has(ruleId)),
  };
}

type Edition = { no: number; rules: readonly CriterionRule[]; exceptionsAllowed: boolean };

/**
 * Why the rules cannot become these, or null. `known`: every rule that an edition of the project has had, by id: an id never
 * means two things. The first edition needs no reason.
 */
export function refuseCriteria(
  before: Edition,
  known: ReadonlyMap<string, CriterionRule>,
  after: { rules: readonly CriterionRule[]; exceptionsAllowed: boolean; reason: string },
): CriteriaRefusal | null {
  const turned = after.rules.some((rule) => {
    const was = known.get(rule.ruleId);
    return was !== undefined && !asksTheSame(was, rule);
  });
  if (turned) return "criteria.rule_changed_under_its_id";
  const { added, removed } = changeOf(before.rules, after.rules);
  const order = before.rules.every(({ ruleId }, at) => after.rules[at]?.ruleId === ruleId);
  const same = added.length === 0 && removed.length === 0 && order;
  if (same && before.exceptionsAllowed === after.exceptionsAllowed && before.no > 0) return "criteria.unchanged";
  return before.no > 0 && after.reason.trim() === "" ? "criteria.reason_missing" : null;
}

/**
 * Results with what whoever takes the person in has been shown. Only what is missing can be confirmed: nobody confirms away what the
 * file knows to be otherwise; that is corrected in the file, or an exception.
 */
export function confirm(results: readonly CriterionResult[], confirmed: readonly Confirmation[]): CriterionResult[] {
  const shown = new Map(confirmed.map((each) => [each.ruleId, each]));
  return results.map((each) => {
    const seen = shown.get(each.ruleId);
    if (each.result !== "missing" || !seen) return each;
    const evidence = { source: "PAPER" as const, on: seen.on, words: seen.words };
    return { ...each, result: "pass", evidence, lacks: null };
  });
}

/** Nobody has seen a paper on a day that is still to come. */
export function refuseConfirmed(confirmed: readonly Confirmation[], today: PlainDate): CriteriaRefusal | null {
  return confirmed.some(({ on }) => on > today) ? "criteria.shown_in_future" : null;
}

/**
 * Why somebody cannot start, or null. What is missing must be shown, with an exception too: who waives a rule knows what they waive.
 * Source: docs/domain/rules.md R-REC-01, R-GDPR-11
 */
export function refuseEntry(
  results: readonly CriterionResult[],
  {
    exceptionsAllowed,
    mayExcept,
    exceptionReason,
  }: { exceptionsAllowed: boolean; mayExcept: boolean; exceptionReason: string },
): CriteriaRefusal | null {
  if (results.some(({ result }) => result === "fail")) {
    if (!exceptionsAllowed) return "criteria.failed";
    if (!mayExcept) return "criteria.exception_not_yours";
    if (exceptionReason.trim() === "") return "criteria.exception_reason_missing";
  }
  return results.some(({ result }) => result === "missing") ? "criteria.missing" : null;
}
