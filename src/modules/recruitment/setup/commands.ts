import { sql } from "kysely";
import { requireReach } from "../../../platform/access.ts";
import { type CommandContext, type Done, defineCommand, lockRow, requireBase } from "../../../platform/command.ts";
import { sealText } from "../../../platform/keys/sealedText.ts";
import { parameterOn } from "../../../platform/law.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { addMonths } from "../../../platform/time/plainDate.ts";
import { findProjectRow } from "../../project/public.ts";
import { recruitmentAccess } from "../access.ts";
import { refuseWindow } from "../candidates/rules.ts";
import { candidatesOf } from "../candidates/store.ts";
import { vacancies } from "../deciding/rules.ts";
import { settleVacancyTask } from "../deciding/vacancy.ts";
import { findRecruitments, lockAnyRecruitment, lockRecruitment, pointRulesOf } from "../store.ts";
import { CloseRecruitment, type PointRule, ReopenRecruitment, SetRecruitment } from "./contract.ts";
import { editionPurpose, reopeningPurpose } from "./history.ts";

onConstraint("recruitment_key", "conflict", "record.changed");
onConstraint("recruitment_name_once", "refused", "recruitment.name_taken");
onConstraint("recruitment_names_group_of_project", "refused", "recruitment.group_unknown");
onConstraint("recruitment_point_key", "conflict", "record.id_taken");
onConstraint("recruitment_closes_once", "refused", "recruitment.closed");
onConstraint("recruitment_reopens_once", "refused", "recruitment.not_closed");
onConstraint("recruitment_reopening_key", "conflict", "record.id_taken");

const about = (id: string) => ({ ids: { recruitment: id }, about: { type: "recruitment", id } }) as const;
const sameRule = (one: PointRule, other: PointRule) =>
  one.name === other.name && one.maxPoints === other.maxPoints && one.weight === other.weight;

/** A criterion of points never changes: another maximum is another one, so that points that were given keep their meaning. */
async function setPointRules(
  context: CommandContext,
  recruitmentId: string,
  wanted: readonly PointRule[],
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const known = new Map((await pointRulesOf(context, recruitmentId)).map((rule) => [rule.pointId, rule]));
  refuseIf(
    wanted.map((rule) => {
      const was = known.get(rule.pointId);
      return was && !sameRule(was, rule) ? "recruitment.point_changed_under_its_id" : null;
    }),
  );
  await sql`update recruitment_point set withdrawn_at = ${context.now} where organisation_id = ${organisationId} and recruitment_id = ${recruitmentId}
    and withdrawn_at is null and not (id = any (${wanted.map(({ pointId }) => pointId)}::uuid[]))`.execute(context.tx);
  for (const [at, { pointId, ...rule }] of wanted.entries()) {
    if (known.has(pointId))
      await sql`update recruitment_point set no = ${at + 1} where organisation_id = ${organisationId} and id = ${pointId}`.execute(
        context.tx,
      );
    else
      await context.tx
        .insertInto("recruitmentPoint")
        .values({ organisationId, id: pointId, recruitmentId, no: at + 1, ...rule, recordedBy: accountId })
        .execute();
  }
}

/** Keeps the terms as they are from now on; a change says why. */
async function keepEdition(
  context: CommandContext,
  no: number,
  { recruitmentId, projectId: _, reason, ...terms }: SetRecruitment,
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const sealed = no === 1 ? null : sealText(context, editionPurpose, `${recruitmentId}/${no}`, reason);
  await context.tx
    .insertInto("recruitmentEdition")
    .values({ organisationId, recruitmentId, no, terms: JSON.stringify(terms), sealed, recordedBy: accountId })
    .execute();
}

/**
 * @throws Problem not_found | conflict | refused `recruitment.closed`, `recruitment.reason_missing` (of a change),
 * `recruitment.fewer_places` (than are taken already), `recruitment.name_taken`, `recruitment.first_id`, `recruitment.group_unknown`
 * (of another project), `window.half`, `window.backwards`
 */
async function setRecruitment(context: CommandContext, payload: SetRecruitment): Promise<Done> {
  const { recruitmentId, projectId, points, reason, ...terms } = payload;
  const verb = recruitmentAccess["recruitment.set"];
  const project = await findProjectRow(context, projectId);
  const unit = project !== undefined && context.actor.unitIds.includes(project.unitId);
  requireReach(context.actor, verb, { unit }, "project.not_found");
  refuseIf([refuseWindow(terms)]);
  const { organisationId, accountId } = context.actor;
  await lockRow(context, "project", projectId, "project.not_found");
  const ofProject = await findRecruitments(context, { projectId });
  const known = ofProject.find((one) => one.recruitmentId === recruitmentId);
  if (!known) {
    refuseIf([ofProject.length === 0 && recruitmentId !== projectId ? "recruitment.first_id" : null]);
    await context.tx
      .insertInto("recruitment")
      .values({ organisationId, id: recruitmentId, projectId, ...terms, recordedBy: accountId })
      .execute();
    await setPointRules(context, recruitmentId, points);
    await keepEdition(context, 1, payload);
    return { ...about(recruitmentId), version: 1 };
  }
  const recruitment = await lockRecruitment(context, verb, recruitmentId);
  if (context.base === undefined) throw new Problem("conflict", "record.changed");
  requireBase(context, recruitment.version);
  const { candidates } = await candidatesOf(context, recruitment);
  const { taken, offered } = vacancies(candidates, recruitment, context.today);
  refuseIf([
    reason.trim() === "" ? "recruitment.reason_missing" : null,
    taken + offered > terms.places ? "recruitment.fewer_places" : null,
  ]);
  const version = recruitment.version + 1;
  await context.tx
    .updateTable("recruitment")
    .set({ ...terms, version })
    .where("organisationId", "=", organisationId)
    .where("id", "=", recruitmentId)
    .execute();
  await setPointRules(context, recruitmentId, points);
  await keepEdition(context, version, payload);
  await settleVacancyTask(context, recruitmentId);
  return { ...about(recruitmentId), version };
}

/**
 * The recruitment is over: nothing changes any more, and the time runs for which cards of those who were not taken in are kept. Who
 * was accepted has to be a person of the house by then, or their card would end with the others'.
 * @throws Problem not_found | refused `recruitment.closed`, `recruitment.offers_open`, `recruitment.accepted_waiting` with their numbers
 */
async function close(context: CommandContext, { recruitmentId }: CloseRecruitment): Promise<Done> {
  const recruitment = await lockRecruitment(context, recruitmentAccess["recruitment.close"], recruitmentId);
  const { candidates } = await candidatesOf(context, recruitment);
  refuseIf([candidates.some(({ state }) => state === "OFFERED") ? "recruitment.offers_open" : null]);
  const waiting = candidates.filter(({ state }) => state === "ACCEPTED").map(({ no }) => no);
  refuseIf([waiting.length > 0 ? "recruitment.accepted_waiting" : null], { numbers: waiting.join(", ") });
  const { value } = await parameterOn(context.tx, "RECRUITMENT_KEEP", context.today);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("recruitmentClosing")
    .values({
      organisationId,
      recruitmentId,
      no: (await lastClosing(context, recruitmentId)) + 1,
      closedOn: context.today,
      keptUntil: addMonths(context.today, Number(value)),
      recordedBy: accountId,
    })
    .execute();
  await settleVacancyTask(context, recruitmentId);
  return about(recruitmentId);
}

async function lastClosing(context: CommandContext, recruitmentId: string): Promise<number> {
  const { rows } = await sql<{ no: number }>`select coalesce(max(no), 0)::int as no from recruitment_closing
    where organisation_id = ${context.actor.organisationId} and recruitment_id = ${recruitmentId}`.execute(context.tx);
  return rows[0]?.no ?? 0;
}

/** Work goes on; the time of keeping runs anew after the next closing. @throws Problem not_found | refused `recruitment.not_closed` */
async function reopen(
  context: CommandContext,
  { recruitmentId, reopeningId, reason }: ReopenRecruitment,
): Promise<Done> {
  const recruitment = await lockAnyRecruitment(context, recruitmentAccess["recruitment.reopen"], recruitmentId);
  refuseIf([recruitment.closedOn === null ? "recruitment.not_closed" : null]);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("recruitmentReopening")
    .values({
      organisationId,
      id: reopeningId,
      recruitmentId,
      no: await lastClosing(context, recruitmentId),
      reopenedOn: context.today,
      sealed: sealText(context, reopeningPurpose, reopeningId, reason),
      recordedBy: accountId,
    })
    .execute();
  await settleVacancyTask(context, recruitmentId);
  return about(recruitmentId);
}

export const setupCommands = [
  defineCommand({
    type: "recruitment.set",
    v: 1,
    summary: "Opens a recruitment of a project with its terms, or edits them",
    payload: SetRecruitment,
    verb: recruitmentAccess["recruitment.set"],
    run: setRecruitment,
  }),
  defineCommand({
    type: "recruitment.close",
    v: 1,
    summary: "Closes a recruitment",
    payload: CloseRecruitment,
    verb: recruitmentAccess["recruitment.close"],
    run: close,
  }),
  defineCommand({
    type: "recruitment.reopen",
    v: 1,
    summary: "Opens a closed recruitment again, with a reason",
    payload: ReopenRecruitment,
    verb: recruitmentAccess["recruitment.reopen"],
    run: reopen,
  }),
];
