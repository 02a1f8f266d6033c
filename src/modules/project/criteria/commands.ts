import { requireReach } from "../../../platform/access.ts";
import { type CommandContext, type Done, defineCommand, lockRow } from "../../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { findProjectRow } from "../queries.ts";
import { criteriaAccess } from "./access.ts";
import { SetCriteria } from "./contract.ts";
import { refuseCriteria } from "./rules.ts";
import { criteriaOf, rulesEverSet } from "./store.ts";

onConstraint("project_criteria_edition", "conflict", "criteria.changed_meanwhile");

/**
 * Writes the next edition of a project's rules. Two at once: the second is told that somebody else changed them.
 * @throws Problem not_found (another organisation's or unit's project) | conflict | refused as `refuseCriteria` says
 */
async function setCriteria(context: CommandContext, payload: SetCriteria): Promise<Done> {
  const { projectId, seenNo, rules, exceptionsAllowed, reason } = payload;
  const { organisationId, accountId, unitIds } = context.actor;
  const verb = criteriaAccess["criteria.set"];
  const project = await findProjectRow(context, projectId);
  const relation = { unit: project !== undefined && unitIds.includes(project.unitId) };
  requireReach(context.actor, verb, project ? relation : {}, "project.not_found");
  await lockRow(context, "project", projectId, "project.not_found");
  const before = await criteriaOf(context, projectId);
  if (before.no !== seenNo) throw new Problem("conflict", "criteria.changed_meanwhile");
  refuseIf([refuseCriteria(before, await rulesEverSet(context, projectId), { rules, exceptionsAllowed, reason })]);
  const no = before.no + 1;
  await context.tx
    .insertInto("projectCriteria")
    .values({
      organisationId,
      projectId,
      no,
      rules: JSON.stringify(rules),
      exceptionsAllowed,
      reason,
      setOn: context.today,
      recordedBy: accountId,
    })
    .execute();
  return { ids: { project: projectId }, about: { type: "project", id: projectId }, detail: { no } };
}

export const criteriaCommands = [
  defineCommand({
    type: "criteria.set",
    v: 1,
    summary: "Sets who may take part in a project: a new edition of its rules",
    payload: SetCriteria,
    verb: criteriaAccess["criteria.set"],
    run: setCriteria,
  }),
];
