import { type CommandContext, type Done, defineCommand } from "../../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { annexAccess } from "./access.ts";
import { beginAnnex } from "./begin.ts";
import {
  AnnexId,
  BeginAnnex,
  CorrectMeasure,
  MeasurePath,
  OfferOutcome,
  SetPathForms,
  SetPathGoals,
} from "./contract.ts";
import { done, keepChange, lockAnnex, setLines, stayWhole, tell } from "./lines.ts";
import { findMeasurePath, offersOf, readMeasures } from "./measures.ts";
import {
  coursesOf,
  type Levels,
  type Measure,
  offersTouched,
  outcomeOf,
  refuseMeasure,
  refusePathAgreement,
  riseOf,
  standing,
} from "./rules.ts";
import { softOutcomes } from "./softOutcome.ts";
import { purposes, readForms, readGoals, seal } from "./store.ts";
import { makeAnnexVersion } from "./versions.ts";

onConstraint("path_measure_key", "conflict", "record.id_taken");
onConstraint("path_measure_corrected_once", "refused", "annex.already_corrected");
onConstraint("path_rise_offered_once", "refused", "annex.already_offered");

const write = annexAccess["interpersonal-path.write"];

async function missingOf(context: CommandContext, annexId: string) {
  return refusePathAgreement({
    measures: await readMeasures(context, annexId),
    goals: await readGoals(context, annexId, false),
    forms: await readForms(context, annexId),
  });
}

/** @throws Problem conflict `annex.line_changed` | refused in force what would be missing */
async function setGoals(context: CommandContext, { annexId, goals, removed }: SetPathGoals): Promise<Done> {
  const annex = await lockAnnex(context, write, "INTERPERSONAL", annexId);
  await setLines(context, annex, {
    kind: "GOAL",
    standing: await readGoals(context, annexId, false),
    lines: goals,
    removed,
    columnsOf: ({ competence, text, reason }) => ({ code: competence, words: { text }, reason }),
  });
  stayWhole(annex, await missingOf(context, annexId));
  await keepChange(context, annex);
  return done(annex);
}

/** @throws Problem conflict `annex.line_changed` | refused in force what would be missing */
async function setForms(context: CommandContext, { annexId, forms, removed }: SetPathForms): Promise<Done> {
  const annex = await lockAnnex(context, write, "INTERPERSONAL", annexId);
  await setLines(context, annex, {
    kind: "FORM",
    standing: await readForms(context, annexId),
    lines: forms,
    removed,
    columnsOf: ({ form, hours, note }) => ({
      code: form,
      hours,
      words: { note },
    }),
  });
  stayWhole(annex, await missingOf(context, annexId));
  await keepChange(context, annex);
  return done(annex);
}

/** Agreed with the person: its first version. @throws Problem refused `annex.already_agreed`, and what is missing */
async function agreePath(context: CommandContext, { annexId }: AnnexId): Promise<Done> {
  const annex = await lockAnnex(context, write, "INTERPERSONAL", annexId);
  if (annex.state === "IN_FORCE") throw new Problem("refused", "annex.already_agreed");
  refuseIf(await missingOf(context, annexId));
  await makeAnnexVersion(context, annex);
  await tell(context, annex, "interpersonal-path.agreed");
  return done(annex);
}

async function addMeasure(
  context: CommandContext,
  annexId: string,
  measure: Pick<Measure, "id" | "moment" | "measuredOn" | "corrects"> & { levels: Levels },
  reason: string | null,
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const others = standing(await readMeasures(context, annexId)).filter(({ id }) => id !== measure.corrects);
  refuseIf([refuseMeasure(measure, others, context.today)]);
  await context.tx
    .insertInto("pathMeasure")
    .values({
      organisationId,
      id: measure.id,
      annexId,
      moment: measure.moment,
      measuredOn: measure.measuredOn,
      measuredBy: accountId,
      sealed: seal(context, purposes.measure, measure.id, { levels: measure.levels, reason }),
      correctsId: measure.corrects,
    })
    .execute();
}

/**
 * A measuring of competences at the start, in the middle or at the end; also before the path is agreed.
 * @throws Problem refused `annex.nothing_measured`, `annex.measured_in_future`, `annex.moments_out_of_order`
 */
async function measurePath(context: CommandContext, payload: MeasurePath): Promise<Done> {
  const { measureId: id, annexId, ...measure } = payload;
  const annex = await lockAnnex(context, write, "INTERPERSONAL", annexId);
  await addMeasure(context, annexId, { id, ...measure, corrects: null }, null);
  await tell(context, annex, "interpersonal-path.measured", { moment: measure.moment });
  return { ...done(annex), ids: { annex: annexId, measure: id } };
}

/** Who took a rise whose numbers change by it is told. @throws Problem not_found | refused as `interpersonal-path.measure`, `annex.already_corrected` */
async function correctMeasure(context: CommandContext, payload: CorrectMeasure): Promise<Done> {
  const { measureId: id, correctsId, reason, ...measure } = payload;
  const found = await findMeasurePath(context, correctsId);
  if (!found) throw new Problem("not_found", "annex.not_found");
  const annex = await lockAnnex(context, write, "INTERPERSONAL", found.annexId);
  const { moment } = found;
  const before = await readMeasures(context, annex.id);
  if (before.some(({ corrects }) => corrects === correctsId)) throw new Problem("refused", "annex.already_corrected");
  await addMeasure(context, annex.id, { id, moment, ...measure, corrects: correctsId }, reason);
  const offers = await offersOf(context, annex.id);
  const now = offers.length > 0 ? await readMeasures(context, annex.id) : before;
  for (const { evidenceId } of offersTouched(offers, before, now)) await softOutcomes.corrected(context, evidenceId);
  await tell(context, annex, "interpersonal-path.measure_corrected", { moment });
  return { ...done(annex), ids: { annex: annex.id, measure: id } };
}

/**
 * Offers a rise as proof of a soft outcome: before and after are those that were measured, the actor is the assessor, another
 * one verifies. Source: docs/domain/rules.md R-OUTC-04, R-OUTC-05
 * @throws Problem refused `annex.start_not_measured`, `annex.no_rise`, `annex.already_offered`, and what the room of outcomes refuses
 */
async function offerOutcome(context: CommandContext, payload: OfferOutcome): Promise<Done> {
  const { evidenceId, annexId, projectId, competence } = payload;
  const annex = await lockAnnex(context, write, "INTERPERSONAL", annexId);
  const course = coursesOf(await readMeasures(context, annexId)).find((each) => each.competence === competence);
  const { rise, refusal } = riseOf(course ?? { competence });
  if (!rise) throw new Problem("refused", refusal);
  const { organisationId, accountId } = context.actor;
  await softOutcomes.record(context, {
    evidenceId,
    personId: annex.personId,
    projectId,
    outcomeType: outcomeOf(competence),
    before: rise.before,
    after: rise.after,
    occurredOn: rise.on,
  });
  await context.tx
    .insertInto("pathOutcomeOffer")
    .values({
      organisationId,
      evidenceId,
      annexId,
      afterId: rise.afterId,
      competence,
      offeredBy: accountId,
      offeredOn: context.today,
    })
    .execute();
  return { ...done(annex), ids: { annex: annexId, evidence: evidenceId } };
}

export const pathCommands = [
  defineCommand({
    type: "interpersonal-path.begin",
    v: 1,
    summary: "Begins the interpersonal development path of a programme",
    payload: BeginAnnex,
    verb: write,
    run: (context, payload) => beginAnnex(context, "INTERPERSONAL", payload),
  }),
  defineCommand({
    type: "interpersonal-path.set-goals",
    v: 1,
    summary: "Adds, changes and removes goals with their reasons; what others added stays",
    payload: SetPathGoals,
    verb: write,
    run: setGoals,
  }),
  defineCommand({
    type: "interpersonal-path.set-forms",
    v: 1,
    summary: "Adds, changes and removes forms of work with their hours; what others added stays",
    payload: SetPathForms,
    verb: write,
    run: setForms,
  }),
  defineCommand({
    type: "interpersonal-path.agree",
    v: 1,
    summary: "The person and the psychologist agree on the path",
    payload: AnnexId,
    verb: write,
    run: agreePath,
  }),
  defineCommand({
    type: "interpersonal-path.measure",
    v: 1,
    summary: "Records levels of competences at the start, in the middle or at the end",
    payload: MeasurePath,
    verb: write,
    run: measurePath,
  }),
  defineCommand({
    type: "interpersonal-path.correct-measure",
    v: 1,
    summary: "Corrects a measurement by another one, with a reason",
    payload: CorrectMeasure,
    verb: write,
    run: correctMeasure,
  }),
  defineCommand({
    type: "interpersonal-path.offer-outcome",
    v: 1,
    summary: "Offers a measured rise as proof of a soft outcome",
    payload: OfferOutcome,
    verb: write,
    run: offerOutcome,
  }),
];
