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
  recruitmentId: string;
  projectId: string;
  /** Of the recruitment alone, such as the group it is for; empty where a project has but one. */
  name: string;
  /** The project's, with the recruitment's name where it has one. */
  title: string;
  unitId: string;
  places: number;
  startsOn: PlainDate;
  vacancyWeeks: number;
  judgedOn: PlainDate | null;
  interviewMax: number;
  interviewWeight: number;
  /** The group of the project that it is for; null: for whoever starts there. */
  groupId: string | null;
  /** Days on which applications are taken, both inclusive; null, both: on any. */
  appliesFrom: PlainDate | null;
  appliesUntil: PlainDate | null;
  version: number;
  closedOn: PlainDate | null;
  keptUntil: PlainDate | null;
  openedAt: string;
  /** Who takes part since the recruitment was opened and is no candidate of it: let in by a decision, they hold places too. */
  beside: number;
};

type Wish = { recruitmentId: string } | { projectId: string } | "all";

const wished = (wish: Wish) =>
  wish === "all"
    ? sql`true`
    : "recruitmentId" in wish
      ? sql`r.id = ${wish.recruitmentId}`
      : sql`r.project_id = ${wish.projectId}`;

/**
 * Recruitments of the organisation, those of one project, or one alone, the latest start first; the caller checks the reach. Who was let
 * in beside any of them holds a place of the one that is for the group they start in; where no group was said, of the one that was
 * opened last before that.
 */
export async function findRecruitments(context: WorkContext, wish: Wish): Promise<StoredRecruitment[]> {
  const { rows } = await sql<StoredRecruitment>`select r.id as recruitment_id, r.project_id, r.name,
      p.title || case when r.name = '' then '' else ' – ' || r.name end as title, p.unit_id, r.places, r.starts_on, r.vacancy_weeks, r.judged_on,
      r.interview_max, r.interview_weight, r.group_id, r.applies_from, r.applies_until, r.version, r.recorded_at as opened_at, c.closed_on, c.kept_until, b.beside
    from recruitment r join project p on p.organisation_id = r.organisation_id and p.id = r.project_id
    cross join lateral (select count(*)::int as beside from open_enrolment o
      join enrolment e on e.organisation_id = o.organisation_id and e.id = o.enrolment_id
      left join recruitment_start s on s.organisation_id = o.organisation_id and s.enrolment_id = o.enrolment_id
      where o.organisation_id = r.organisation_id and o.project_id = r.project_id
        and coalesce(s.recruitment_id = r.id, e.recorded_at >= r.recorded_at
          and not exists (select from recruitment l where l.organisation_id = r.organisation_id and l.project_id = r.project_id
            and l.recorded_at <= e.recorded_at and (l.recorded_at, l.id) > (r.recorded_at, r.id)))
        and not exists (select from candidate_admission a join candidate k on k.organisation_id = a.organisation_id and k.id = a.candidate_id
          join recruitment q on q.organisation_id = k.organisation_id and q.id = k.recruitment_id
          where a.organisation_id = o.organisation_id and q.project_id = o.project_id and a.person_id = any (same_person(o.person_id))
            and coalesce(s.recruitment_id, q.id) = q.id
            and not exists (select from standing_withdrawal w where w.organisation_id = a.organisation_id and w.candidate_id = a.candidate_id))) b
    left join standing_closing c on c.organisation_id = r.organisation_id and c.recruitment_id = r.id
    where r.organisation_id = ${context.actor.organisationId} and ${wished(wish)}
    order by r.starts_on desc, r.id ${atMost}`.execute(context.tx);
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
  recruitmentId: string,
): Promise<StoredRecruitment> {
  const [found] = await findRecruitments(context, { recruitmentId });
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
  recruitmentId: string,
): Promise<StoredRecruitment> {
  const { projectId } = await requireRecruitment(context, verb, recruitmentId);
  await lockRow(context, "project", projectId, "recruitment.not_found");
  return requireRecruitment(context, verb, recruitmentId);
}

/** The same, of one that is not closed. @throws Problem not_found | refused `recruitment.closed` */
export async function lockRecruitment(
  context: CommandContext,
  verb: Verb,
  recruitmentId: string,
): Promise<StoredRecruitment> {
  const found = await lockAnyRecruitment(context, verb, recruitmentId);
  refuseIf([found.closedOn === null ? null : "recruitment.closed"]);
  return found;
}

/** What a recruitment gives points for now, in its order. */
export async function pointRulesOf(context: WorkContext, recruitmentId: string): Promise<PointRule[]> {
  const { rows } = await sql<PointRule>`select id as point_id, name, max_points, weight from recruitment_point
    where organisation_id = ${context.actor.organisationId} and recruitment_id = ${recruitmentId} and withdrawn_at is null order by no, id ${atMost}`.execute(
    context.tx,
  );
  return rows;
}
