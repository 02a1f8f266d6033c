import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { LANGS, translate } from "../../../platform/messages.ts";
import type { ProjectModule } from "../../project/goals/contract.ts";
import { coursesOf } from "../gates.ts";
import { programmeMessages } from "../messages.ts";
import { RADOM_MODULES } from "../rules.ts";
import { sessionsOfGroups } from "../standing.ts";
import { expectedOf } from "./rules.ts";

type Row = { id: string; groupId: string; code: string; name: string; optional: boolean; plannedMinutes: number };

/** What a module is called in each language: by its own name, else as the catalogue has it. */
function wordsOf(code: string, name: string): ProjectModule["words"] {
  const said = Object.fromEntries(
    LANGS.map((lang) => [lang, name || (translate(programmeMessages, lang).maybe(`module.${code}`) ?? code)]),
  );
  return { pl: code, en: code, uk: code, ...said };
}

/**
 * Modules of all groups of a project, each once, with where their hours stand; those of the catalogue while there is no group, so that
 * aims can be set before. A module that is optional and has no class asks for no hours. Source: docs/domain/reporting.md RP-15
 */
export async function modulesOfProject(context: WorkContext, projectId: string): Promise<ProjectModule[]> {
  const { rows } =
    await sql<Row>`select m.id, m.group_id, m.code, coalesce(m.name, '') as name, m.optional, m.planned_minutes
    from class_group g join programme_module m on m.organisation_id = g.organisation_id and m.group_id = g.id
    where g.organisation_id = ${context.actor.organisationId} and g.project_id = ${projectId} order by g.starts_on, g.id, m.no ${atMost}`.execute(
      context.tx,
    );
  if (rows.length === 0)
    return RADOM_MODULES.map(({ code }) => ({ code, name: "", words: wordsOf(code, ""), ...nothing, groups: 0 }));
  const standing = await sessionsOfGroups(context, [...new Set(rows.map(({ groupId }) => groupId))]);
  const courses = await coursesOf(
    context,
    standing.map(({ id }) => id),
  );
  const sessionsOf = Map.groupBy(
    standing.map((session) => ({ ...session, course: courses.get(session.id) })),
    ({ moduleId }) => moduleId,
  );
  const all = new Map<string, ProjectModule>();
  for (const { id, code, name, optional, plannedMinutes } of rows) {
    const sessions = sessionsOf.get(id) ?? [];
    const planned = optional && sessions.length === 0 ? 0 : plannedMinutes;
    const { heldMinutes, openMinutes, aheadMinutes, missingMinutes } = expectedOf(planned, sessions, context.today);
    const sum = all.get(`${code} ${name}`) ?? { code, name, words: wordsOf(code, name), ...nothing, groups: 0 };
    all.set(`${code} ${name}`, {
      ...sum,
      groups: sum.groups + 1,
      plannedMinutes: sum.plannedMinutes + planned,
      heldMinutes: sum.heldMinutes + heldMinutes,
      aheadMinutes: sum.aheadMinutes + openMinutes + aheadMinutes,
      missingMinutes: sum.missingMinutes + missingMinutes,
    });
  }
  return [...all.values()];
}

const nothing = { plannedMinutes: 0, heldMinutes: 0, aheadMinutes: 0, missingMinutes: 0 };
