import { sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import { Problem } from "../../../platform/problem.ts";
import { Criteria, type CriterionRule } from "./contract.ts";

/**
 * The rules of a project: those of the edition `no`, or those that hold. A project without any answers number 0 and an empty list.
 * The caller has checked that the actor may read the project.
 * @throws Problem not_found for an edition that there is not
 */
export async function criteriaOf(context: WorkContext, projectId: string, no?: number): Promise<Criteria> {
  let query = context.tx
    .selectFrom("projectCriteria")
    .select(["no", "rules", "exceptionsAllowed"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("projectId", "=", projectId);
  if (no !== undefined) query = query.where("no", "=", no);
  const row = await query.orderBy("no", "desc").limit(1).executeTakeFirst();
  if (!row && no !== undefined) throw new Problem("not_found", "project.not_found");
  return Criteria.parse(row ? { projectId, ...row } : { projectId, no: 0, rules: [], exceptionsAllowed: false });
}

/** Every rule that an edition of the project has had, by id. */
export async function rulesEverSet(context: WorkContext, projectId: string): Promise<Map<string, CriterionRule>> {
  const { rows } = await sql<{
    rule: unknown;
  }>`select distinct rule from project_criteria c, jsonb_array_elements(c.rules) rule
    where c.organisation_id = ${context.actor.organisationId} and c.project_id = ${projectId}`.execute(context.tx);
  const rules = Criteria.shape.rules.parse(rows.map(({ rule }) => rule));
  return new Map(rules.map((rule) => [rule.ruleId, rule]));
}
