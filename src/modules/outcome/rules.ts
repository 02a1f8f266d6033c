import { percentOf } from "../../platform/money.ts";
import { addDays, addMonths, ageOn, type PlainDate } from "../../platform/time/plainDate.ts";
import type { AgeBand } from "../outreach/rules.ts";
import { requiredPersons } from "../project/rules.ts";

export type OutcomeRefusal =
  | "outcome.same_assessor"
  | "outcome.already_decided"
  | "outcome.evidence_missing"
  | "outcome.evidence_of_other_dimension"
  | "outcome.before_missing"
  | "outcome.after_missing"
  | "outcome.below_threshold";

const DIMENSIONS = ["SOCIAL", "EMPLOYMENT"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface Evidence {
  personId: string;
  dimension: Dimension;
  occurredOn: PlainDate;
  status: "DRAFT" | "VERIFIED" | "REJECTED";
}

export interface Participant {
  personId: string;
  groupId: string;
  sex: string;
  birthDate: PlainDate | null;
  /** Day on which the person left or completed; null = still taking part. A drop-out stays a participant. */
  endedOn: PlainDate | null;
}

/**
 * When an outcome must have occurred to count: `from` the day of leaving on (null = any day), `to` so long after it.
 * The project says which: after completion without limit, within so many days, 4 weeks or 3 months, or any day.
 */
export type WindowRule = { kind: "ANY_DAY" } | { kind: "AFTER_END"; days?: number; weeks?: number; months?: number };

/** The window of a project's card: after the end of taking part, for so many days or without limit. Source: docs/domain/rules.md R-OUTC-03. */
export function windowOfDays(days: number | null): WindowRule {
  return days === null ? { kind: "AFTER_END" } : { kind: "AFTER_END", days };
}

/** Inclusive days in which an outcome counts; null = it cannot count yet. Source: docs/domain/rules.md R-OUTC-03. */
export function outcomeWindow(
  endedOn: PlainDate | null,
  rule: WindowRule,
): { from: PlainDate | null; to: PlainDate | null } | null {
  if (rule.kind === "ANY_DAY") return { from: null, to: null };
  if (endedOn === null) return null;
  if (rule.days !== undefined) return { from: endedOn, to: addDays(endedOn, rule.days) };
  if (rule.weeks !== undefined) return { from: endedOn, to: addDays(endedOn, rule.weeks * 7) };
  return { from: endedOn, to: rule.months === undefined ? null : addMonths(endedOn, rule.months) };
}

function isWithin(days: readonly PlainDate[] | undefined, endedOn: PlainDate | null, window: WindowRule): boolean {
  const open = days && outcomeWindow(endedOn, window);
  return open ? days.some((day) => (!open.from || day >= open.from) && (!open.to || day <= open.to)) : false;
}

export interface Effectiveness {
  participants: number;
  /** Null when the agreement knows no threshold. */
  required: number | null;
  achieved: number;
  /** One decimal; null without participants. */
  ratePercent: number | null;
  verdict: "met" | "not_met" | "no_participants" | "no_threshold";
}

/**
 * Compares persons with persons, never rounded rates; nobody to count, and no threshold to reach, are answers of their own.
 * Source: docs/domain/rules.md R-OUTC-03.
 */
export function effectiveness(participants: number, achieved: number, percent: number | null): Effectiveness {
  const required = percent === null ? null : requiredPersons(participants, percent);
  const ratePercent = percentOf(achieved, participants);
  const verdict =
    participants === 0
      ? "no_participants"
      : required === null
        ? "no_threshold"
        : achieved >= required
          ? "met"
          : "not_met";
  return { participants, required, achieved, ratePercent, verdict };
}

interface Thresholds {
  /** Null when the agreement knows none. */
  socialPercent: number | null;
  employmentPercent: number | null;
}

/** Whether a person still waits for a decision, or nothing at all is there yet; `outside` = verified, but not within the window. */
export type PersonState = "VERIFIED" | "WAITING" | "OUTSIDE_WINDOW" | "MISSING";

/** Where one person stands in one dimension. Source: docs/domain/journeys.md J9 step 16. */
export function personState(
  endedOn: readonly (PlainDate | null)[],
  evidence: readonly Omit<Evidence, "personId">[],
  dimension: Dimension,
  window: WindowRule,
): PersonState {
  const own = evidence.filter((entry) => entry.dimension === dimension && entry.status !== "REJECTED");
  const days = own.filter((entry) => entry.status === "VERIFIED").map(({ occurredOn }) => occurredOn);
  if (endedOn.some((day) => isWithin(days, day, window))) return "VERIFIED";
  if (own.some((entry) => entry.status === "DRAFT")) return "WAITING";
  return own.length > 0 ? "OUTSIDE_WINDOW" : "MISSING";
}

/** Where one person stands in both dimensions. */
type Standing = Record<Dimension, PersonState>;

/** One time of taking part: whether an outcome counts within its window, and where its person stands by all of theirs. */
export interface Judged<P extends Participant> {
  one: P;
  achieved: Record<Dimension, boolean>;
  /** One object for each person. */
  person: Standing;
}

type Proofs = Record<Dimension, { verifiedOn: PlainDate[]; isWaiting: boolean }>;

/** Every time of taking part judged once, sorted by person. Source: docs/domain/rules.md R-OUTC-03; docs/domain/journeys.md J9 step 16. */
export function judgeParticipants<P extends Participant>(
  participants: readonly P[],
  evidence: readonly Evidence[],
  window: WindowRule,
): Judged<P>[] {
  const proofsOf = new Map<string, Proofs>();
  for (const { personId, dimension, status, occurredOn } of evidence) {
    if (status === "REJECTED") continue;
    let proofs = proofsOf.get(personId);
    if (!proofs) {
      const none = () => ({ verifiedOn: [], isWaiting: false });
      proofs = { SOCIAL: none(), EMPLOYMENT: none() };
      proofsOf.set(personId, proofs);
    }
    if (status === "VERIFIED") proofs[dimension].verifiedOn.push(occurredOn);
    else proofs[dimension].isWaiting = true;
  }
  const inOrder = participants.toSorted((a, b) => (a.personId < b.personId ? -1 : a.personId > b.personId ? 1 : 0));
  let before: Judged<P> | undefined;
  return inOrder.map((one) => {
    const isSame = before?.one.personId === one.personId;
    const proofs = proofsOf.get(one.personId);
    const judge = (dimension: Dimension) => isWithin(proofs?.[dimension].verifiedOn, one.endedOn, window);
    const achieved = { SOCIAL: judge("SOCIAL"), EMPLOYMENT: judge("EMPLOYMENT") };
    const person: Standing = isSame && before ? before.person : { SOCIAL: "MISSING", EMPLOYMENT: "MISSING" };
    for (const dimension of DIMENSIONS)
      if (achieved[dimension]) person[dimension] = "VERIFIED";
      else if (!isSame && proofs?.[dimension].isWaiting) person[dimension] = "WAITING";
      else if (!isSame && proofs?.[dimension].verifiedOn.length) person[dimension] = "OUTSIDE_WINDOW";
    before = { one, achieved, person };
    return before;
  });
}

export interface EffectivenessRow {
  by: "TOTAL" | "GROUP" | "SEX" | "AGE_BAND";
  /** Group id, sex or age band; "TOTAL" in the first row. */
  key: string;
  /** Distinct persons of the row, sorted; the people behind the number. */
  personIds: readonly string[];
  /** `waiting`: persons with a proof that waits for verification, and without any that counts. */
  social: Effectiveness & { personIds: readonly string[]; waiting: number };
  employment: Effectiveness & { personIds: readonly string[]; waiting: number };
}

const AGE_LIMITS = [
  { under: 18, band: "UNDER_18" },
  { under: 30, band: "18_29" },
  { under: 40, band: "30_39" },
  { under: 50, band: "40_49" },
  { under: 60, band: "50_59" },
] as const;

/** The age band of a person on a day. */
export function ageBandOn(birthDate: PlainDate | null, day: PlainDate): AgeBand {
  if (birthDate === null) return "UNKNOWN";
  const age = ageOn(birthDate, day);
  return AGE_LIMITS.find(({ under }) => age < under)?.band ?? "60_PLUS";
}

/**
 * The funder's table of judged participants: total, then by group, sex and age band (on `ageDay`), keys sorted. A person in
 * two groups is in the row of both and once in the total. Source: docs/domain/rules.md R-OUTC-01 to R-OUTC-03.
 */
export function tableOfJudged(
  judged: readonly Judged<Participant>[],
  thresholds: Thresholds,
  ageDay: PlainDate,
): readonly EffectivenessRow[] {
  const row = (by: EffectivenessRow["by"], key: string, members: readonly Judged<Participant>[]): EffectivenessRow => {
    const persons = distinctPersons(members);
    const judge = (dimension: Dimension, percent: number | null) => {
      const achieved = distinctPersons(members.filter((member) => member.achieved[dimension]));
      return {
        ...effectiveness(persons.length, achieved.length, percent),
        personIds: achieved.map(({ one }) => one.personId),
        waiting: persons.filter(({ person }) => person[dimension] === "WAITING").length,
      };
    };
    return {
      by,
      key,
      personIds: persons.map(({ one }) => one.personId),
      social: judge("SOCIAL", thresholds.socialPercent),
      employment: judge("EMPLOYMENT", thresholds.employmentPercent),
    };
  };
  const rowsBy = (by: EffectivenessRow["by"], keyOf: (participant: Participant) => string): EffectivenessRow[] =>
    [...Map.groupBy(judged, ({ one }) => keyOf(one))]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, members]) => row(by, key, members));
  return [
    row("TOTAL", "TOTAL", judged),
    ...rowsBy("GROUP", ({ groupId }) => groupId),
    ...rowsBy("SEX", ({ sex }) => sex),
    ...rowsBy("AGE_BAND", ({ birthDate }) => ageBandOn(birthDate, ageDay)),
  ];
}

/** The first entry of each person, of entries sorted by person. */
function distinctPersons<P extends Participant>(members: readonly Judged<P>[]): Judged<P>[] {
  return members.filter((member, index) => member.person !== members[index - 1]?.person);
}

/** Social outcomes that are measured; the others are facts. */
export const SOFT_OUTCOMES = ["MOTIVATION_TO_WORK_UP", "SELF_CONFIDENCE_SKILLS_UP", "FUNCTIONING_IMPROVED"] as const;

/**
 * Why a soft outcome cannot count: it needs a measurement before and after, better by the threshold, or the opinion of a
 * named specialist. Source: docs/domain/rules.md R-OUTC-04.
 */
export function refuseSoftOutcome(
  outcome: { before: number | null; after: number | null; specialistId: string | null },
  threshold = 1,
): OutcomeRefusal | null {
  if (outcome.specialistId !== null) return null;
  if (outcome.before === null) return "outcome.before_missing";
  if (outcome.after === null) return "outcome.after_missing";
  // hundredths, because 3.1 - 2.1 is less than 1 in binary fractions
  return Math.round((outcome.after - outcome.before) * 100) >= Math.round(threshold * 100)
    ? null
    : "outcome.below_threshold";
}

/**
 * What keeps evidence from being verified, all of it: a proof that can be looked at, of the right kind, and for what is
 * measured the measurement. `declarationMissing`: what the employer's declaration lacks.
 * Source: docs/domain/rules.md R-EMP-05, R-OUTC-04.
 */
export function missingForVerification(
  evidence: {
    dimension: Dimension;
    outcomeType: string;
    evidenceKind: string | null;
    fileId: string | null;
    declarationId: string | null;
    before: number | null;
    after: number | null;
    specialistId: string | null;
  },
  declarationMissing: readonly string[],
  threshold = 1,
): readonly string[] {
  const kind = refuseEvidenceKind(evidence.dimension, evidence.evidenceKind);
  if (kind) return [kind];
  const proof = evidence.evidenceKind === "EMPLOYER_DECLARATION" ? evidence.declarationId : evidence.fileId;
  const soft = SOFT_OUTCOMES.some((type) => type === evidence.outcomeType);
  return [
    proof === null ? "outcome.evidence_missing" : null,
    soft ? refuseSoftOutcome(evidence, threshold) : null,
    ...declarationMissing,
  ].filter((code) => code !== null);
}

/** Kinds of evidence that confirm employment: a concrete declaration, a contract, or entry into social entrepreneurship. */
export const EMPLOYMENT_EVIDENCE = ["EMPLOYER_DECLARATION", "CONTRACT_COPY", "CEIDG_ENTRY", "KRS_ENTRY"] as const;

/** Why the evidence does not fit its dimension. Source: docs/domain/rules.md R-EMP-05; docs/domain/forms.md F-73. */
export function refuseEvidenceKind(dimension: Dimension, evidenceKind: string | null): OutcomeRefusal | null {
  if (!evidenceKind) return "outcome.evidence_missing";
  const fits = dimension === "SOCIAL" || EMPLOYMENT_EVIDENCE.some((kind) => kind === evidenceKind);
  return fits ? null : "outcome.evidence_of_other_dimension";
}

/** Why `verifierId` cannot verify or reject: a second pair of eyes decides, once. Source: docs/domain/rules.md R-OUTC-05. */
export function refuseVerification(
  evidence: { assessorId: string; status: Evidence["status"] },
  verifierId: string,
): OutcomeRefusal | null {
  if (evidence.status !== "DRAFT") return "outcome.already_decided";
  return evidence.assessorId === verifierId ? "outcome.same_assessor" : null;
}
