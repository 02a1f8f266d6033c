import { sql } from "kysely";
import { may } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { Problem } from "../../../platform/problem.ts";
import { goalsAccess } from "./access.ts";
import type { ProjectGoals } from "./contract.ts";
import { projectModules } from "./modules.ts";

/** Aims of a project with all that can be tied to them. @throws Problem not_found, also for another organisation's project */
export async function readGoals(context: WorkContext, projectId: string): Promise<ProjectGoals> {
  const { organisationId, unitIds } = context.actor;
  const { rows } = await sql<
    Omit<ProjectGoals, "modules" | "mayChange"> & { unitId: string }
  >`select p.id as project_id, p.unit_id, p.title, p.version, p.minutes_per_hour,
      coalesce((select jsonb_agg(jsonb_build_object('goalId', g.id, 'kind', g.kind, 'words', g.words,
          'modules', (select coalesce(jsonb_agg(jsonb_build_object('code', m.code, 'name', m.name) order by m.code, m.name), '[]')
            from project_goal_module m where m.organisation_id = g.organisation_id and m.goal_id = g.id),
          'indicatorIds', (select coalesce(jsonb_agg(i.indicator_id order by i.indicator_id), '[]')
            from project_goal_indicator i where i.organisation_id = g.organisation_id and i.goal_id = g.id)) order by g.kind <> 'MAIN', g.no)
        from project_goal g where g.organisation_id = p.organisation_id and g.project_id = p.id), '[]') as goals,
      coalesce((select jsonb_agg(jsonb_build_object('indicatorId', i.id, 'code', i.code, 'definition', i.definition, 'target', i.target, 'unit', i.unit) order by i.no)
        from project_indicator i where i.organisation_id = p.organisation_id and i.project_id = p.id), '[]') as indicators
    from project p where p.organisation_id = ${organisationId} and p.id = ${projectId} ${atMost}`.execute(context.tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "project.not_found");
  const { unitId, ...goals } = row;
  const mayChange = may(context.actor, goalsAccess["project-goals.record"], { unit: unitIds.includes(unitId) });
  return { ...goals, mayChange, modules: await projectModules.of(context, projectId) };
}
