import { type RawBuilder, sql } from "kysely";
import { may } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { Problem } from "../../../platform/problem.ts";
import { planOfProjectAccess } from "./access.ts";
import type { ProjectPlan } from "./contract.ts";

/** @throws Problem not_found, also for another organisation's project */
export async function readPlan(context: WorkContext, projectId: string): Promise<ProjectPlan> {
  const { organisationId, unitIds } = context.actor;
  const listed = (columns: RawBuilder<unknown>, table: string, order: RawBuilder<unknown>) =>
    sql`coalesce((select jsonb_agg(jsonb_build_object(${columns}) order by ${order}) from ${sql.table(table)} l
      where l.organisation_id = p.organisation_id and l.project_id = p.id), '[]')`;
  const { rows } = await sql<
    ProjectPlan & { unitId: string }
  >`select p.id as project_id, p.unit_id, p.title, p.version, p.starts_on, p.ends_on, p.budget_ref,
      ${listed(sql`'name', l.name, 'part', l.part`, "project_partner", sql`l.no`)} as partners,
      ${listed(sql`'teryt', l.teryt, 'name', l.name`, "project_commune", sql`l.teryt`)} as communes,
      ${listed(sql`'title', l.title, 'startsOn', l.starts_on, 'endsOn', l.ends_on, 'result', l.result`, "project_task", sql`l.no`)} as tasks,
      ${listed(sql`'indicatorId', l.id, 'code', l.code, 'definition', l.definition, 'target', l.target, 'unit', l.unit, 'source', l.source, 'frequency', l.frequency`, "project_indicator", sql`l.no`)} as indicators,
      ${listed(sql`'title', l.title, 'number', l.number, 'datedOn', l.dated_on, 'keptAt', l.kept_at`, "project_document", sql`l.no`)} as documents,
      coalesce((select jsonb_agg(jsonb_build_object('reportId', r.id, 'title', r.title, 'from', r.period_from, 'until', r.period_until, 'dueOn', r.due_on,
          'sentOn', s.sent_on, 'reference', coalesce(s.reference, '')) order by r.due_on, r.id)
        from project_report r left join project_report_sending s on s.organisation_id = r.organisation_id and s.report_id = r.id
        where r.organisation_id = p.organisation_id and r.project_id = p.id), '[]') as reports
    from project p where p.organisation_id = ${organisationId} and p.id = ${projectId} ${atMost}`.execute(context.tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "project.not_found");
  const { unitId, ...plan } = row;
  const mayChange = may(context.actor, planOfProjectAccess["project-plan.record"], { unit: unitIds.includes(unitId) });
  return { ...plan, mayChange };
}
