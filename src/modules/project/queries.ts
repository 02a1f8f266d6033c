import { type RawBuilder, sql } from "kysely";
import { may, requireReach } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { shortName, whereaboutsHidden } from "../person/public.ts";
import { projectAccess } from "./access.ts";
import type { EnrolmentLine, ProjectCard, ProjectLine } from "./contract.ts";

export type ProjectRow = {
  unitId: string;
  kind: string;
  startsOn: PlainDate;
  endsOn: PlainDate | null;
  contractRequired: boolean;
  minutesPerHour: number;
  version: number;
};

/** What commands need of a project of the actor's organisation; undefined when there is none. */
export async function findProjectRow(context: WorkContext, id: string): Promise<ProjectRow | undefined> {
  return context.tx
    .selectFrom("project")
    .select(["unitId", "kind", "startsOn", "endsOn", "contractRequired", "minutesPerHour", "version"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** How many persons ever started, each once, and how many take part on a day. */
const counts = (today: PlainDate) => sql`lateral (select count(distinct e.person_id)::int as enrolled,
    count(distinct e.person_id) filter (where e.started_on <= ${today} and coalesce(e.ended_on, ${today}) >= ${today})::int as active
  from enrolment_period e where e.organisation_id = p.organisation_id and e.project_id = p.id) n`;

/** Projects of the organisation, newest first. */
export async function listProjects(context: WorkContext): Promise<ProjectLine[]> {
  const { rows } =
    await sql<ProjectLine>`select p.id, p.title, p.kind, p.number, p.starts_on, p.ends_on, p.planned_persons, n.enrolled, n.active
    from project p, ${counts(context.today)} where p.organisation_id = ${context.actor.organisationId}
    order by p.starts_on desc, p.id ${atMost}`.execute(context.tx);
  return rows;
}

/** @throws Problem not_found, also for another organisation's project */
export async function readProject(context: WorkContext, id: string): Promise<ProjectCard> {
  const { rows } =
    await sql<ProjectCard>`select p.id, p.unit_id, p.kind, p.title, p.number, p.funder, p.edition, p.lead_partner, p.area, p.target_group,
      p.starts_on, p.ends_on, p.planned_persons, p.social_threshold_percent::float8 as social_threshold_percent,
      p.employment_threshold_percent::float8 as employment_threshold_percent, p.indicator_window_days, p.minutes_per_hour,
      p.completion_threshold_percent::float8 as completion_threshold_percent, p.contract_required, p.version, n.enrolled, n.active
    from project p, ${counts(context.today)} where p.organisation_id = ${context.actor.organisationId} and p.id = ${id}`.execute(
      context.tx,
    );
  const [row] = rows;
  if (!row) throw new Problem("not_found", "project.not_found");
  return row;
}

/** Whether somebody was taken in by the decision of a person beside the rules or beside the recruitment. */
export const isException = (enrolmentId: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(exists (select from enrolment_check k where k.organisation_id = current_organisation() and k.enrolment_id = ${enrolmentId} and k.outcome = 'EXCEPTION')
    or exists (select from enrolment_exception x where x.organisation_id = current_organisation() and x.enrolment_id = ${enrolmentId}))`;

/**
 * Everybody who started in a project, by number; names only for those whom the matrix shows them. Where somebody comes every day says
 * where they are: enrolments of people with protected whereabouts are counted alone (C7). @throws Problem not_found
 */
export async function listEnrolments(
  context: WorkContext,
  projectId: string,
): Promise<{ enrolments: EnrolmentLine[]; hidden: number }> {
  const project = await findProjectRow(context, projectId);
  const relation = { unit: project !== undefined && context.actor.unitIds.includes(project.unitId) };
  requireReach(context.actor, projectAccess["enrolment.read"], project ? relation : {}, "project.not_found");
  if (!project) throw new Problem("not_found", "project.not_found");
  const { PROJECT_COORDINATOR: _, ...named } = projectAccess["enrolment.read"];
  const byName = may(context.actor, named, relation);
  const { rows } = await sql<EnrolmentLine & { hidden: boolean }>`select e.id, p.person_no,
      ${byName ? sql`e.person_id, e.case_id, ${shortName("p")}` : sql`null::uuid as person_id, null::uuid as case_id, null`} as person_name,
      e.started_on, e.ended_on, e.reason, e.according_to_path, ${isException(sql.ref("e.id"))} as exception, ${whereaboutsHidden(context, sql.ref("p.id"))} as hidden
    from enrolment_period e join person p on p.organisation_id = e.organisation_id and p.id = e.person_id
    where e.organisation_id = ${context.actor.organisationId} and e.project_id = ${projectId}
    order by e.ended_on is not null, p.last_name, p.first_name, p.person_no ${atMost}`.execute(context.tx);
  const enrolments = rows.filter(({ hidden }) => !hidden).map(({ hidden: _, ...line }) => line);
  return { enrolments, hidden: rows.length - enrolments.length };
}
