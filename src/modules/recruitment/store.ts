import { sql } from "kysely";
import { type Reach, type Role, requireReach } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import { type CommandContext, lockRow, type WorkContext } from "../../platform/command.ts";
import type { Tx } from "../../platform/db.ts";
import { parametersOn } from "../../platform/law.ts";
import { Problem, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { InterviewHours } from "../project/rules.ts";
import type { PointRule } from "./setup/contract.ts";

type Verb = Readonly<Partial<Record<Role, Reach>>>;

export type StoredRecruitment = {
  projectId: string;
  title: string;
  unitId: string;
  places: number;
  startsOn: PlainDate;
  vacancyWeeks: number;
  judgedOn: PlainDate | null;
  interviewMax: number;
  interviewWeight: number;
  version: number;
  closedOn: PlainDate | null;
  keptUntil: PlainDate | null;
  /** Who takes part since the recruitment was opened and is no candidate of it: let in by a decision, they hold places too. */
  beside: number;
};

/** Recruitments of the organisation, or that of one project; the caller checks the reach. */
export async function findRecruitments(context: WorkContext, projectId: string | null): Promise<StoredRecruitment[]> {
  const { rows } =
    await sql<StoredRecruitment>`select r.project_id, p.title, p.unit_id, r.places, r.starts_on, r.vacancy_weeks, r.judged_on,
      r.interview_max, r.interview_weight, r.version, c.closed_on, c.kept_until, b.beside
    from recruitment r join project p on p.organisation_id = r.organisation_id and p.id = r.project_id
    cross join lateral (select count(*)::int as beside from open_enrolment o
      join enrolment e on e.organisation_id = o.organisation_id and e.id = o.enrolment_id
      where o.organisation_id = r.organisation_id and o.project_id = r.project_id and e.recorded_at >= r.recorded_at
        and not exists (select from candidate_admission a join candidate k on k.organisation_id = a.organisation_id and k.id = a.candidate_id
          where a.organisation_id = o.organisation_id and k.project_id = o.project_id and a.person_id = any (same_person(o.person_id))
            and not exists (select from standing_withdrawal w where w.organisation_id = a.organisation_id and w.candidate_id = a.candidate_id))) b
    left join standing_closing c on c.organisation_id = r.organisation_id and c.project_id = r.project_id
    where r.organisation_id = ${context.actor.organisationId} and (${projectId}::uuid is null or r.project_id = ${projectId})
    order by r.starts_on desc, r.project_id ${atMost}`.execute(context.tx);
  return rows;
}

export const relationOf = (context: WorkContext, { unitId }: { unitId: string }) => ({
  unit: context.actor.unitIds.includes(unitId),
});

/** Hours that an initial interview held on `day` takes. Source: docs/domain/rules.md R-REC-03 */
export async function interviewHoursOn(tx: Tx, day: PlainDate): Promise<InterviewHours> {
  const found = await parametersOn(tx, ["RECRUITMENT_TALK_MIN", "RECRUITMENT_TALK_MAX"], day);
  return {
    least: Number(found.get("RECRUITMENT_TALK_MIN")?.value ?? 2),
    most: Number(found.get("RECRUITMENT_TALK_MAX")?.value ?? 3),
  };
}

/** @throws Problem not_found `recruitment.not_found`, also for one out of reach */
export async function requireRecruitment(
  context: WorkContext,
  verb: Verb,
  projectId: string,
): Promise<StoredRecruitment> {
  const [found] = await findRecruitments(context, projectId);
  if (!found) throw new Problem("not_found", "recruitment.not_found");
  requireReach(context.actor, verb, relationOf(context, found), "recruitment.not_found");
  return found;
}

/**
 * The recruitment, open or closed, locked until this transaction ends. The project is locked, as it is by whoever starts in it, so that
 * places are counted and lists frozen one after another.
 * @throws Problem not_found
 */
export async function lockAnyRecruitment(
  context: CommandContext,
  verb: Verb,
  projectId: string,
): Promise<StoredRecruitment> {
  await requireRecruitment(context, verb, projectId);
  await lockRow(context, "project", projectId, "recruitment.not_found");
  return requireRecruitment(context, verb, projectId);
}

/** The same, of one that is not closed. @throws Problem not_found | refused `recruitment.closed` */
export async function lockRecruitment(
  context: CommandContext,
  verb: Verb,
  projectId: string,
): Promise<StoredRecruitment> {
  const found = await lockAnyRecruitment(context, verb, projectId);
  refuseIf([found.closedOn === null ? null : "recruitment.closed"]);
  return found;
}

/** What the project gives points for now, in its order. */
export async function pointRulesOf(context: WorkContext, projectId: string): Promise<PointRule[]> {
  const { rows } = await sql<PointRule>`select id as point_id, name, max_points, weight from recruitment_point
    where organisation_id = ${context.actor.organisationId} and project_id = ${projectId} and withdrawn_at is null order by no, id ${atMost}`.execute(
    context.tx,
  );
  return rows;
}
