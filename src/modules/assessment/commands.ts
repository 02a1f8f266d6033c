import { requireReach } from "../../platform/access.ts";
import {
  bumpVersion,
  type CommandContext,
  type Done,
  defineCommand,
  lockRow,
  recordEvent,
  type Section,
} from "../../platform/command.ts";
import { sealText } from "../../platform/keys/sealedText.ts";
import { invalidAt, onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { addTaskFor, findRelation, requireCase } from "../casework/public.ts";
import { assessmentAccess, conclusionReaders, recorders } from "./access.ts";
import type { AssessmentKind } from "./codes.ts";
import { type AssessmentContent, DecideGate, MeetCondition, MoveStage, RecordAssessment } from "./contract.ts";
import { refuseExam } from "./fitness/rules.ts";
import { workFactsOf } from "./history/queries.ts";
import { moveCase, moveCaseIfPossible } from "./public.ts";
import {
  areasFit,
  gateVerdict,
  refuseDependences,
  refuseGate,
  refuseRecommendation,
  refuseStepReason,
  risesToHigh,
} from "./rules.ts";
import { contentOpener, purposes, readAssessments, sealContent } from "./sealed.ts";

onConstraint("assessment_key", "conflict", "record.id_taken");
onConstraint("gate_decision_key", "conflict", "record.id_taken");
onConstraint("recommendation_condition_key", "conflict", "record.id_taken");
onConstraint("recommendation_given_once", "refused", "assessment.already_given");
onConstraint("condition_met_once", "refused", "condition.already_met");

/** The section of the file in which an assessment of this kind is told. */
const sectionOfKind: Readonly<Record<AssessmentKind, Section>> = {
  PSYCHOLOGICAL: "PSYCHOLOGICAL",
  SOCIAL: "SOCIAL",
  VOCATIONAL: "SOCIAL",
  ADDICTION: "ADDICTION",
};

/** @throws Problem not_found | conflict `record.changed` | refused `assessment.*` */
async function recordAssessment(context: CommandContext, payload: RecordAssessment): Promise<Done> {
  const { assessmentId, caseId, kind, content, recommendation } = payload;
  await lockRow(context, "support_case", caseId, "case.not_found");
  const found = await requireCase(context, recorders[kind], caseId);
  const { personId } = found;
  if (!areasFit(kind, content)) throw invalidAt("payload.content", "assessment.areas_of_another_kind");
  refuseIf([
    found.open ? null : "assessment.case_ended",
    payload.startedOn > context.today ? "assessment.starts_in_future" : null,
    recommendation ? refuseRecommendation({ kind: "SOCIAL", ...unmet(recommendation) }) : null,
    recommendation && !payload.conclusion?.trim() ? "assessment.conclusion_missing" : null,
    refuseDependences(content.therapist?.dependences ?? []),
    content.vocational?.fitness ? refuseExam(content.vocational.fitness, context.today) : null,
  ]);
  // months without work move on each day: what the recommendation was given with stays with it
  const work = kind === "VOCATIONAL" && recommendation ? await workFactsOf(context, personId) : null;
  const sealed = {
    startedOn: payload.startedOn,
    ...(await sealContent(context, kind, assessmentId, { ...content, work })),
    conclusionSealed: payload.conclusion
      ? sealText(context, purposes.conclusion, assessmentId, payload.conclusion)
      : null,
  };
  const { version, before } = await saveAssessment(context, payload, personId, sealed);
  if (version === 1) {
    if (kind !== "ADDICTION") await moveCaseIfPossible(context, caseId, "start_assessment");
    await tell("assessment.begun", { kind });
  }
  if (recommendation) await giveRecommendation(context, assessmentId, recommendation);
  if (recommendation) await tell("recommendation.given", { kind, verdict: recommendation.verdict });
  if (risesToHigh(before, content)) await callLeader(context, assessmentId, { ...found, caseId });
  const section = sectionOfKind[kind];
  return {
    ids: { assessment: assessmentId },
    version,
    about: { type: "assessment", id: assessmentId, personId, section },
    detail: { kind, final: recommendation !== null },
  };

  function tell(event: string, detail: Record<string, unknown>): Promise<void> {
    return recordEvent(context, {
      personId,
      caseId,
      kind: event,
      section: sectionOfKind[kind],
      subject: { type: "assessment", id: assessmentId },
      detail,
    });
  }
}

function unmet({ verdict, conditions }: NonNullable<RecordAssessment["recommendation"]>) {
  return { verdict, conditions: conditions.map(({ text }) => ({ text, met: false })) };
}

/** Inserts, or changes what the same author began. Answers the version and what stood there before. */
async function saveAssessment(
  context: CommandContext,
  { assessmentId, caseId, kind }: RecordAssessment,
  personId: string,
  sealed: { startedOn: PlainDate; contentSealed: Buffer; keyId: string | null; conclusionSealed: Buffer | null },
): Promise<{ version: number; before: AssessmentContent | null }> {
  const { organisationId, accountId } = context.actor;
  const before = await context.tx
    .selectFrom("assessment")
    .leftJoin("recommendation", (join) =>
      join
        .onRef("recommendation.organisationId", "=", "assessment.organisationId")
        .onRef("recommendation.assessmentId", "=", "assessment.id"),
    )
    .select([
      "assessment.doneBy",
      "assessment.caseId",
      "assessment.kind",
      "assessment.version",
      "assessment.contentSealed",
      "assessment.keyId",
      "recommendation.verdict",
    ])
    .where("assessment.organisationId", "=", organisationId)
    .where("assessment.id", "=", assessmentId)
    .executeTakeFirst();
  if (!before) {
    await context.tx
      .insertInto("assessment")
      .values({ organisationId, id: assessmentId, personId, caseId, kind, doneBy: accountId, ...sealed })
      .execute();
    return { version: 1, before: null };
  }
  if (before.doneBy !== accountId || before.caseId !== caseId || before.kind !== kind)
    throw new Problem("not_found", "assessment.not_found");
  if (before.verdict !== null) throw new Problem("refused", "assessment.already_given");
  if (context.base !== before.version)
    throw new Problem("conflict", "record.changed", { current: before.version, seen: context.base });
  await context.tx
    .updateTable("assessment")
    .set(sealed)
    .where("organisationId", "=", organisationId)
    .where("id", "=", assessmentId)
    .execute();
  const { contentSealed, keyId } = before;
  const stood = { id: assessmentId, kind, contentSealed, keyId };
  const openContent = await contentOpener(context, [stood]);
  return { version: await bumpVersion(context, "assessment", assessmentId), before: openContent(stood) };
}

async function giveRecommendation(
  context: CommandContext,
  assessmentId: string,
  { verdict, conditions }: NonNullable<RecordAssessment["recommendation"]>,
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("recommendation")
    .values({ organisationId, assessmentId, verdict, givenOn: context.today, givenBy: accountId })
    .execute();
  const rows = (verdict === "CONDITIONAL" ? conditions : [])
    .filter(({ text }) => text.trim() !== "")
    .map(({ conditionId, text }, position) => ({
      organisationId,
      id: conditionId,
      assessmentId,
      position,
      sealed: sealText(context, purposes.condition, conditionId, text.trim()),
    }));
  if (rows.length > 0) await context.tx.insertInto("recommendationCondition").values(rows).execute();
}

/** A task "call at once" for the case leader, without a word of why; each rise of a risk calls again. The case is locked. */
async function callLeader(
  context: CommandContext,
  assessmentId: string,
  { personId, caseId, leaderId, unitId }: { personId: string; caseId: string; leaderId: string | null; unitId: string },
): Promise<void> {
  const { organisationId, accountId, displayName } = context.actor;
  const { called } = await context.tx
    .selectFrom("assessmentAlert")
    .select((they) => they.fn.countAll<string>().as("called"))
    .where("organisationId", "=", organisationId)
    .where("assessmentId", "=", assessmentId)
    .executeTakeFirstOrThrow();
  await context.tx
    .insertInto("assessmentAlert")
    .values({ organisationId, assessmentId, raisedBy: accountId, no: Number(called) + 1 })
    .execute();
  await addTaskFor(context, {
    personId,
    caseId,
    ownerId: leaderId,
    unitId: leaderId ? null : unitId,
    kind: "CALL_SPECIALIST_URGENTLY",
    detail: { caller: displayName },
    dueOn: context.today,
    source: { type: "case", id: caseId },
  });
  await recordEvent(context, {
    personId,
    caseId,
    kind: "specialist.urgent_call",
    section: "PSYCHOLOGICAL",
    subject: { type: "case", id: caseId },
  });
}

/** @throws Problem not_found `condition.not_found` | refused `condition.already_met`, `condition.met_in_future`, `condition.met_before_given` */
async function meetCondition(context: CommandContext, { conditionId, metOn, evidence }: MeetCondition): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const found = await context.tx
    .selectFrom("recommendationCondition as c")
    .innerJoin("assessment as a", (join) =>
      join.onRef("a.organisationId", "=", "c.organisationId").onRef("a.id", "=", "c.assessmentId"),
    )
    .innerJoin("recommendation as r", (join) =>
      join.onRef("r.organisationId", "=", "c.organisationId").onRef("r.assessmentId", "=", "c.assessmentId"),
    )
    .select(["a.personId", "a.caseId", "a.kind", "r.givenOn"])
    .where("c.organisationId", "=", organisationId)
    .where("c.id", "=", conditionId)
    .executeTakeFirst();
  if (!found) throw new Problem("not_found", "condition.not_found");
  const { personId, caseId } = found;
  const kind = kindOf(found.kind);
  const relation = (await findRelation(context, personId)) ?? {};
  for (const verb of [assessmentAccess["condition.meet"], conclusionReaders[kind]])
    requireReach(context.actor, verb, relation, "condition.not_found");
  refuseIf([
    metOn > context.today ? "condition.met_in_future" : null,
    metOn < found.givenOn ? "condition.met_before_given" : null,
  ]);
  await context.tx
    .insertInto("conditionMet")
    .values({
      organisationId,
      conditionId,
      metOn,
      evidenceSealed: sealText(context, purposes.evidence, conditionId, evidence),
      recordedBy: accountId,
    })
    .execute();
  await recordEvent(context, {
    personId,
    caseId,
    kind: "condition.met",
    section: sectionOfKind[kind],
    subject: { type: "condition", id: conditionId },
    detail: { kind, metOn },
  });
  return {
    ids: { condition: conditionId },
    about: { type: "condition", id: conditionId, personId, section: sectionOfKind[kind] },
  };
}

/** The kind that is stored as text. */
function kindOf(text: string): AssessmentKind {
  return RecordAssessment.shape.kind.parse(text);
}

/**
 * Opens or shuts the gate by the recommendations as they stand now.
 * @throws Problem refused with what is missing in `details.refusals`, `assessment.gate_not_negative`, `assessment.step_not_possible`
 */
async function decideGate(context: CommandContext, { decisionId, caseId, verdict }: DecideGate): Promise<Done> {
  await lockRow(context, "support_case", caseId, "case.not_found");
  const { personId, open } = await requireCase(context, assessmentAccess["gate.decide"], caseId);
  const given = (await readAssessments(context, caseId)).filter((one) => one.recommendation !== null);
  const recommendations = given.flatMap(({ recommendation }) => recommendation ?? []);
  if (verdict === "RECOMMENDED") refuseIf(refuseGate(recommendations), { source: "R-S0-03" });
  else if (gateVerdict(recommendations) !== "NOT_RECOMMENDED")
    throw new Problem("refused", "assessment.gate_not_negative");
  if (!open) throw new Problem("refused", "assessment.case_ended");
  const stage = await moveCase(context, caseId, verdict === "RECOMMENDED" ? "recommend" : "not_recommend");
  const basis = given.map(({ id, kind, recommendation }) => ({ id, kind, verdict: recommendation?.verdict }));
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("gateDecision")
    .values({ organisationId, id: decisionId, caseId, verdict, basis: JSON.stringify(basis), decidedBy: accountId })
    .execute();
  await recordEvent(context, {
    personId,
    caseId,
    kind: "gate.decided",
    section: "SOCIAL",
    subject: { type: "case", id: caseId },
    detail: { verdict },
  });
  return { ids: { decision: decisionId }, about: { type: "case", id: caseId, personId }, detail: { stage } };
}

/** @throws Problem not_found | refused `assessment.step_not_possible`, `assessment.path_closed`, `assessment.step_reason_missing` */
async function moveStageByHand(context: CommandContext, { caseId, act, reason }: MoveStage): Promise<Done> {
  const { personId, open } = await requireCase(context, assessmentAccess["stage.move"], caseId);
  if (!open) throw new Problem("refused", "assessment.case_ended");
  const stage = await moveCase(context, caseId, act, reason);
  refuseIf([refuseStepReason(act, reason)]);
  return { ids: { case: caseId }, about: { type: "case", id: caseId, personId }, detail: { act, stage } };
}

export const assessmentCommands = [
  defineCommand({
    type: "assessment.record",
    v: 1,
    summary: "Saves an assessment, unfinished or with its recommendation",
    payload: RecordAssessment,
    verb: assessmentAccess["assessment.record"],
    run: recordAssessment,
  }),
  defineCommand({
    type: "condition.meet",
    v: 1,
    summary: "Marks a condition of a recommendation as met",
    payload: MeetCondition,
    verb: assessmentAccess["condition.meet"],
    run: meetCondition,
  }),
  defineCommand({
    type: "gate.decide",
    v: 1,
    summary: "Decides on the advanced stage by the three recommendations",
    payload: DecideGate,
    verb: assessmentAccess["gate.decide"],
    run: decideGate,
  }),
  defineCommand({
    type: "stage.move",
    v: 1,
    summary: "Moves a case to the next stage of its path",
    payload: MoveStage,
    verb: assessmentAccess["stage.move"],
    run: moveStageByHand,
  }),
];
