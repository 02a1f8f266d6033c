import { type PlainDate, periodEnd } from "../../../platform/time/plainDate.ts";
import type { PlanState } from "../rules.ts";
import type { AnnexState, Competence, Moment, Mover, PlanMeasure, StepStatus, StepType } from "./codes.ts";
import { competences, moments, targetUnits } from "./codes.ts";

export type AnnexRefusal =
  | "annex.goal_missing"
  | "annex.target_of_other_measure"
  | "annex.target_over_whole"
  | "annex.steps_missing"
  | "annex.goals_missing"
  | "annex.forms_missing"
  | "annex.step_ends_before_start"
  | "annex.document_of_other_step"
  | "annex.competence_missing"
  | "annex.closed"
  | "annex.already_agreed"
  | "annex.not_in_force"
  | "annex.disclosure_missing"
  | "annex.measured_in_future"
  | "annex.moments_out_of_order"
  | "annex.nothing_measured"
  | "annex.no_rise"
  | "annex.start_not_measured";

/**
 * DRAFT → IN_FORCE (agreed with the person: version 1) → CLOSED with the programme it is annexed to. A change in force is a
 * further version. Source: docs/domain/rules.md R-S0-04.
 */
export function annexState(plan: PlanState, versionNo: number): AnnexState {
  if (plan === "COMPLETED" || plan === "INTERRUPTED" || plan === "TRANSFERRED") return "CLOSED";
  return versionNo > 0 ? "IN_FORCE" : "DRAFT";
}

/** Steps that end with a paper that an employer can be shown. */
const withCertificate: readonly StepType[] = ["COURSE", "WORKSHOP", "APPRENTICESHIP"];

/** Whether a step may be chosen because lack of documented competence blocks work. Source: docs/domain/rules.md R-EMP-07. */
export function mayLackDocument(type: StepType): boolean {
  return withCertificate.includes(type);
}

/** Why a step cannot stand as written, or null. Days are inclusive. Source: docs/domain/rules.md R-EMP-07; docs/domain/forms.md F-26. */
export function refuseStep(step: {
  type: StepType;
  fromOn: PlainDate | null;
  untilOn: PlainDate | null;
  lacksDocument: boolean;
  competence: string;
}): AnnexRefusal | null {
  if (step.fromOn !== null && step.untilOn !== null && step.untilOn < step.fromOn)
    return "annex.step_ends_before_start";
  if (step.lacksDocument && !mayLackDocument(step.type)) return "annex.document_of_other_step";
  if (step.lacksDocument && step.competence.trim() === "") return "annex.competence_missing";
  return null;
}

/** Last day of a workplace training that begins on a day: six months. Source: docs/domain/rules.md R-EMP-01. */
export function trainingEnd(fromOn: PlainDate): PlainDate {
  return periodEnd(fromOn, 6);
}

/** Whether a workplace training is planned shorter than six months: a reason will be asked. Source: docs/domain/rules.md R-EMP-01. */
export function isShortTraining(step: {
  type: StepType;
  fromOn: PlainDate | null;
  untilOn: PlainDate | null;
}): boolean {
  if (step.type !== "WORKPLACE_TRAINING" || step.fromOn === null || step.untilOn === null) return false;
  return step.untilOn < trainingEnd(step.fromOn);
}

type Placed = { status: StepStatus; fromOn: PlainDate | null; mover: Mover };

/**
 * The step that is going on, else the next one that waits; of several the one that begins first, those without a day last.
 * Undefined when nothing is left to do. Source: docs/domain/journeys.md J5.
 */
export function nextStep<S extends Placed>(steps: readonly S[]): S | undefined {
  const first = (status: StepStatus) =>
    steps
      .filter((step) => step.status === status)
      .reduce<S | undefined>(
        (best, step) => (best === undefined || (step.fromOn ?? "9999") < (best.fromOn ?? "9999") ? step : best),
        undefined,
      );
  return first("IN_PROGRESS") ?? first("PLANNED");
}

/** What is missing before a vocational plan can be agreed; empty: nothing. Source: docs/domain/forms.md F-26. */
export function refuseVocationalAgreement(plan: { goal: string; steps: readonly unknown[] }): readonly AnnexRefusal[] {
  const refusals: AnnexRefusal[] = [];
  if (plan.goal.trim() === "") refusals.push("annex.goal_missing");
  if (plan.steps.length === 0) refusals.push("annex.steps_missing");
  return refusals;
}

/** A target that cannot be: of a measure that was not chosen, or more than the whole. Source: docs/domain/forms.md F-26 */
export function refuseTargets(plan: {
  measures: readonly PlanMeasure[];
  targets: Readonly<Partial<Record<PlanMeasure, number>>>;
}): AnnexRefusal | null {
  const named = Object.keys(plan.targets).filter((measure): measure is PlanMeasure => measure in targetUnits);
  if (named.some((measure) => !plan.measures.includes(measure))) return "annex.target_of_other_measure";
  const beyond = named.some((measure) => targetUnits[measure] === "PERCENT" && (plan.targets[measure] ?? 0) > 100);
  return beyond ? "annex.target_over_whole" : null;
}

/** Our records of these tell how somebody prepares for it, not that it happened: they are not held against a target. */
const preparedOnly: readonly PlanMeasure[] = ["INTERVIEWS", "APPLICATIONS"];

/** Whether a figure reaches its target; null: there is none, or it measures something else. Source: docs/domain/forms.md F-26 */
export function isReached(
  measure: PlanMeasure,
  { count, of }: { count: number; of: number | null },
  target: number | null,
): boolean | null {
  if (target === null || preparedOnly.includes(measure)) return null;
  if (targetUnits[measure] !== "PERCENT") return count >= target;
  return of === null || of === 0 ? null : (count / of) * 100 >= target;
}

/** Certificates that were gained by steps that are done, of those that were expected. Source: docs/domain/forms.md F-26 */
export function certificatesOf(steps: readonly { certificate: string; status: StepStatus }[]): {
  count: number;
  of: number;
} {
  const expected = steps.filter(({ certificate, status }) => certificate.trim() !== "" && status !== "CANCELLED");
  return { count: expected.filter(({ status }) => status === "DONE").length, of: expected.length };
}

/** Barriers that no paper names: health, addiction and convictions are of a special category, and the annex goes from hand to hand. */
const keptFromPaper = ["HEALTH", "DISABILITY", "ADDICTION", "CRIMINAL_RECORD"];
export const barriersOnPaper = <B extends string>(barriers: readonly B[]): B[] =>
  barriers.filter((barrier) => !keptFromPaper.includes(barrier));

/** What is missing before a path can be agreed: the starting point, a goal and a form. Source: docs/domain/forms.md F-27. */
export function refusePathAgreement(path: {
  measures: readonly Pick<Measure, "moment">[];
  goals: readonly { text: string }[];
  forms: readonly unknown[];
}): readonly AnnexRefusal[] {
  const refusals: AnnexRefusal[] = [];
  if (!path.measures.some(({ moment }) => moment === "PRE")) refusals.push("annex.start_not_measured");
  if (!path.goals.some(({ text }) => text.trim() !== "")) refusals.push("annex.goals_missing");
  if (path.forms.length === 0) refusals.push("annex.forms_missing");
  return refusals;
}

/** Why a hand-over cannot be as written: an agreement to disclosure says what may be told. Source: docs/domain/rules.md R-EMP-04. */
export function refuseHandover(handover: { disclosureAgreed: boolean; disclosure: string }): AnnexRefusal | null {
  return handover.disclosureAgreed && handover.disclosure.trim() === "" ? "annex.disclosure_missing" : null;
}

export type Levels = Readonly<Partial<Record<Competence, number>>>;
/** One measuring. `corrects`: the one it stands for from now on. */
export type Measure = {
  id: string;
  moment: Moment;
  measuredOn: PlainDate;
  levels: Levels;
  corrects: string | null;
};

/** The measurements that count: those that no other one corrects. In the order given. */
export function standing<M extends Pick<Measure, "id" | "corrects">>(measures: readonly M[]): M[] {
  const corrected = new Set(measures.map(({ corrects }) => corrects));
  return measures.filter(({ id }) => !corrected.has(id));
}

/**
 * Why a measurement cannot be recorded: not in the future, something measured, and the moments in the order of their days
 * (a middle is not before the start, an end not before the middle). `others`: the standing ones without the one corrected.
 * Source: docs/domain/forms.md F-27.
 */
export function refuseMeasure(
  measure: Omit<Measure, "id" | "corrects">,
  others: readonly Pick<Measure, "moment" | "measuredOn">[],
  today: PlainDate,
): AnnexRefusal | null {
  if (Object.keys(measure.levels).length === 0) return "annex.nothing_measured";
  if (measure.measuredOn > today) return "annex.measured_in_future";
  const at = moments.indexOf(measure.moment);
  const outOfOrder = others.some(({ moment, measuredOn }) => {
    const other = moments.indexOf(moment);
    return (other < at && measuredOn > measure.measuredOn) || (other > at && measuredOn < measure.measuredOn);
  });
  return outOfOrder ? "annex.moments_out_of_order" : null;
}

/** One competence at the three moments; undefined where it was not measured. */
export type Course = { competence: Competence } & Partial<Record<Moment, { id: string; on: PlainDate; level: number }>>;

/**
 * Every competence that was measured, in the order of the form. Of several measurements of one moment the later day counts,
 * of one day the later in the list.
 */
export function coursesOf(measures: readonly Measure[]): Course[] {
  const inOrder = standing(measures).toSorted((a, b) =>
    a.measuredOn < b.measuredOn ? -1 : a.measuredOn > b.measuredOn ? 1 : 0,
  );
  const courses = competences.map((competence) => {
    const course: Course = { competence };
    for (const { id, moment, measuredOn, levels } of inOrder) {
      const level = levels[competence];
      if (level !== undefined) course[moment] = { id, on: measuredOn, level };
    }
    return course;
  });
  return courses.filter((course) => moments.some((moment) => course[moment]));
}

export type Rise = { competence: Competence; before: number; after: number; afterId: string; on: PlainDate };

/**
 * From the start to the last of middle and end, or why it is no rise that could be offered as a soft outcome: a start is
 * needed, and better by the threshold. Source: docs/domain/rules.md R-OUTC-04.
 */
export function riseOf(
  course: Course,
  threshold = 1,
): { rise: Rise; refusal: null } | { rise: null; refusal: AnnexRefusal } {
  const { competence, PRE, MID, POST } = course;
  const after = POST ?? MID;
  if (!PRE) return { rise: null, refusal: "annex.start_not_measured" };
  if (!after || after.level - PRE.level < threshold) return { rise: null, refusal: "annex.no_rise" };
  return {
    rise: { competence, before: PRE.level, after: after.level, afterId: after.id, on: after.on },
    refusal: null,
  };
}

/**
 * Offered rises whose numbers are no longer those that were measured: the start is another, or the measurement that was offered,
 * through all its corrections, has another level or day. `before` and `now`: all measurements, corrected ones too.
 */
export function offersTouched<O extends { competence: Competence; afterId: string }>(
  offers: readonly O[],
  before: readonly Measure[],
  now: readonly Measure[],
): O[] {
  return offers.filter(({ competence, afterId }) => {
    const startOf = (all: readonly Measure[]) =>
      coursesOf(all).find((course) => course.competence === competence)?.PRE?.level;
    const [was, is] = [standsFor(afterId, before), standsFor(afterId, now)];
    return (
      startOf(before) !== startOf(now) ||
      was?.levels[competence] !== is?.levels[competence] ||
      was?.measuredOn !== is?.measuredOn
    );
  });
}

/** The measurement that stands for another one now, or that one itself. */
function standsFor(id: string, measures: readonly Measure[]): Measure | undefined {
  const correction = measures.find(({ corrects }) => corrects === id);
  return correction ? standsFor(correction.id, measures) : measures.find((measure) => measure.id === id);
}

const OUTCOMES = {
  MOTIVATION: "MOTIVATION_TO_WORK_UP",
  WORK_READINESS: "MOTIVATION_TO_WORK_UP",
  STRESS: "FUNCTIONING_IMPROVED",
} as const satisfies Partial<Record<Competence, string>>;

/** Which soft outcome a rise of a competence speaks for; a person decides whether to offer it. Source: docs/domain/forms.md F-73. */
export function outcomeOf(competence: Competence) {
  return competence in OUTCOMES
    ? OUTCOMES[competence as keyof typeof OUTCOMES] // the line above asked
    : "SELF_CONFIDENCE_SKILLS_UP";
}
