import { sql } from "kysely";
import type { CommandContext, WorkContext } from "../../platform/command.ts";
import { lockRow } from "../../platform/command.ts";
import { refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { setStage } from "../casework/public.ts";
import { endProposal } from "./regular.ts";
import { moveStage, STAGES, type Stage, type StageAct } from "./rules.ts";

export { fitnessOf, papersOfFitness } from "./fitness/stored.ts";
export type { Qualification, WorkPeriod } from "./history/contract.ts";
export { qualificationsOf, workHistoryOf } from "./history/stored.ts";
export { profilesToSign } from "./profile/packet.ts";
export { profileForPlans } from "./profile/queries.ts";
export { askForProfile } from "./profile/reviewDue.ts";
export { proposeAssessments, proposeFirstTalks, regularityOn } from "./regular.ts";
export { type VocationalLevel, vocationalLevelOf } from "./vocational.ts";

/** The stage that is stored as text. @throws Error for a word that is no stage: a bug */
export function stageOf(text: string): Stage {
  const stage = STAGES.find((each) => each === text);
  if (!stage) throw new Error("not a stage of the path");
  return stage;
}

/**
 * Moves a case by an act of its path: locks it, asks the rule, writes who, when and why, tells the timeline. The caller has
 * checked the reach. Source: docs/domain/rules.md R-S0-06.
 * @throws Problem refused `assessment.step_not_possible`, `assessment.path_closed`
 */
export async function moveCase(
  context: CommandContext,
  caseId: string,
  act: StageAct,
  reason: string | null = null,
): Promise<Stage> {
  const { personId, stage: from } = await lockCase(context, caseId);
  const { stage, refusal } = moveStage(from, act);
  refuseIf([refusal]);
  if (stage) await setStage(context, caseId, personId, { from, to: stage, act, reason });
  if (act === "start_assessment") await endProposal(context, caseId);
  return stage ?? from;
}

/** Moves the case when the act is possible where it stands; otherwise leaves it. True when it moved. */
export async function moveCaseIfPossible(context: CommandContext, caseId: string, act: StageAct): Promise<boolean> {
  const { personId, stage: from } = await lockCase(context, caseId);
  const { stage } = moveStage(from, act);
  if (stage) await setStage(context, caseId, personId, { from, to: stage, act });
  if (stage && act === "start_assessment") await endProposal(context, caseId);
  return stage !== null;
}

async function lockCase(context: CommandContext, caseId: string): Promise<{ personId: string; stage: Stage }> {
  await lockRow(context, "support_case", caseId, "case.not_found");
  const row = await context.tx
    .selectFrom("supportCase")
    .select(["personId", "stage"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", caseId)
    .executeTakeFirstOrThrow();
  return { personId: row.personId, stage: stageOf(row.stage) };
}

/** Days on which assessments of some people were begun, those of merged records with the one that stays. */
export async function assessmentsBegun(
  context: WorkContext,
  personIds: readonly string[],
): Promise<{ personId: string; on: PlainDate }[]> {
  const { rows } = await sql<{ personId: string; on: PlainDate }>`select p.id as person_id, a.started_on as on
    from unnest(${[...personIds]}::uuid[]) p (id) join assessment a
      on a.organisation_id = ${context.actor.organisationId} and a.person_id = any (same_person(p.id))`.execute(
    context.tx,
  );
  return rows;
}
