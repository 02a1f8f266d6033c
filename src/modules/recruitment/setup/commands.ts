import { sql } from "kysely";
import { requireReach } from "../../../platform/access.ts";
import { type CommandContext, type Done, defineCommand, requireBase } from "../../../platform/command.ts";
import { parameterOn } from "../../../platform/law.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { addMonths } from "../../../platform/time/plainDate.ts";
import { findProjectRow } from "../../project/public.ts";
import { recruitmentAccess } from "../access.ts";
import { candidatesOf } from "../candidates/store.ts";
import { endVacancyTask } from "../deciding/vacancy.ts";
import { findRecruitments, lockRecruitment, pointRulesOf } from "../store.ts";
import { CloseRecruitment, type PointRule, SetRecruitment } from "./contract.ts";

onConstraint("recruitment_once_in_project", "conflict", "record.changed");
onConstraint("recruitment_point_key", "conflict", "record.id_taken");
onConstraint("recruitment_closes_once", "refused", "recruitment.closed");

const about = (id: string) => ({ ids: { project: id }, about: { type: "recruitment", id } }) as const;
const sameRule = (one: PointRule, other: PointRule) =>
  one.name === other.name && one.maxPoints === other.maxPoints && one.weight === other.weight;

/** A criterion of points never changes: another maximum is another one, so that points that were given keep their meaning. */
async function setPointRules(context: CommandContext, projectId: string, wanted: readonly PointRule[]): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const known = new Map((await pointRulesOf(context, projectId)).map((rule) => [rule.pointId, rule]));
  refuseIf(
    wanted.map((rule) => {
      const was = known.get(rule.pointId);
      return was && !sameRule(was, rule) ? "recruitment.point_changed_under_its_id" : null;
    }),
  );
  await sql`update recruitment_point set withdrawn_at = ${context.now} where organisation_id = ${organisationId} and project_id = ${projectId}
    and withdrawn_at is null and not (id = any (${wanted.map(({ pointId }) => pointId)}::uuid[]))`.execute(context.tx);
  for (const [at, { pointId, ...rule }] of wanted.entries()) {
    if (known.has(pointId))
      await sql`update recruitment_point set no = ${at + 1} where organisation_id = ${organisationId} and id = ${pointId}`.execute(
        context.tx,
      );
    else
      await context.tx
        .insertInto("recruitmentPoint")
        .values({ organisationId, id: pointId, projectId, no: at + 1, ...rule, recordedBy: accountId })
        .execute();
  }
}

/** @throws Problem not_found | conflict | refused `recruitment.closed`, `recruitment.fewer_places` (than are taken already) */
async function setRecruitment(context: CommandContext, payload: SetRecruitment): Promise<Done> {
  const { projectId, points, ...terms } = payload;
  const verb = recruitmentAccess["recruitment.set"];
  const project = await findProjectRow(context, projectId);
  const unit = project !== undefined && context.actor.unitIds.includes(project.unitId);
  requireReach(context.actor, verb, { unit }, "project.not_found");
  const { organisationId, accountId } = context.actor;
  const [known] = await findRecruitments(context, projectId);
  if (!known) {
    await context.tx
      .insertInto("recruitment")
      .values({ organisationId, projectId, ...terms, recordedBy: accountId })
      .execute();
    await setPointRules(context, projectId, points);
    return { ...about(projectId), version: 1 };
  }
  const recruitment = await lockRecruitment(context, verb, projectId);
  if (context.base === undefined) throw new Problem("conflict", "record.changed");
  requireBase(context, recruitment.version);
  const { candidates } = await candidatesOf(context, recruitment);
  const taken = candidates.filter(({ state }) => ["ACCEPTED", "OFFERED", "ADMITTED", "STARTED"].includes(state));
  refuseIf([taken.length > terms.places ? "recruitment.fewer_places" : null]);
  const version = recruitment.version + 1;
  await context.tx
    .updateTable("recruitment")
    .set({ ...terms, version })
    .where("organisationId", "=", organisationId)
    .where("projectId", "=", projectId)
    .execute();
  await setPointRules(context, projectId, points);
  return { ...about(projectId), version };
}

/**
 * The recruitment is over: nothing changes any more, and the time runs for which cards of those who were not taken in are kept.
 * @throws Problem not_found | refused `recruitment.closed`, `recruitment.offers_open`
 */
async function close(context: CommandContext, { projectId }: CloseRecruitment): Promise<Done> {
  const recruitment = await lockRecruitment(context, recruitmentAccess["recruitment.close"], projectId);
  const { candidates } = await candidatesOf(context, recruitment);
  refuseIf([candidates.some(({ state }) => state === "OFFERED") ? "recruitment.offers_open" : null]);
  const { value } = await parameterOn(context.tx, "RECRUITMENT_KEEP", context.today);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("recruitmentClosing")
    .values({
      organisationId,
      projectId,
      closedOn: context.today,
      keptUntil: addMonths(context.today, Number(value)),
      recordedBy: accountId,
    })
    .execute();
  await endVacancyTask(context, projectId);
  return about(projectId);
}

export const setupCommands = [
  defineCommand({
    type: "recruitment.set",
    v: 1,
    summary: "Opens the recruitment of a project with its terms, or edits them",
    payload: SetRecruitment,
    verb: recruitmentAccess["recruitment.set"],
    run: setRecruitment,
  }),
  defineCommand({
    type: "recruitment.close",
    v: 1,
    summary: "Closes the recruitment of a project",
    payload: CloseRecruitment,
    verb: recruitmentAccess["recruitment.close"],
    run: close,
  }),
];
