import { sql } from "kysely";
import { z } from "zod";
import { may, requireReach } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { parameterOn } from "../../../platform/law.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { criteriaOf } from "../../project/public.ts";
import { recruitmentAccess } from "../access.ts";
import { candidatesOf } from "../candidates/store.ts";
import { newestNo } from "../ranking/freeze.ts";
import { findRecruitments, interviewHoursOn, pointRulesOf, relationOf, type StoredRecruitment } from "../store.ts";
import { RecruitmentList, RecruitmentView } from "./contract.ts";
import { countsOf } from "./counts.ts";
import { projectGroups } from "./groups.ts";
import { editionsOf, reopeningsOf } from "./history.ts";

const counted = async (context: WorkContext, recruitment: StoredRecruitment) =>
  countsOf((await candidatesOf(context, recruitment)).candidates);

/** Recruitments in reach with their numbers, newest start first; projects of the reader's units that have none yet. */
async function listRecruitments(context: WorkContext): Promise<RecruitmentList> {
  const { actor } = context;
  const all = await findRecruitments(context, "all");
  const mine = all.filter((one) => may(actor, recruitmentAccess["recruitment.list"], relationOf(context, one)));
  const recruitments: RecruitmentList["recruitments"] = [];
  for (const one of mine) {
    const { recruitmentId, projectId, title, startsOn, places, closedOn } = one;
    const named = may(actor, recruitmentAccess["candidate.list"], relationOf(context, one));
    const counts = await counted(context, one);
    recruitments.push({ recruitmentId, projectId, title, startsOn, places, closedOn, named, counts });
  }
  const maySet = may(actor, recruitmentAccess["recruitment.set"], { unit: true });
  const { rows: projects } = await sql<{ id: string; title: string }>`select p.id, p.title from project p
    where p.organisation_id = ${actor.organisationId} and p.unit_id = any (${maySet ? [...actor.unitIds] : []}::uuid[])
      and coalesce(p.ends_on, ${context.today}) >= ${context.today}
      and not exists (select from recruitment r where r.organisation_id = p.organisation_id and r.project_id = p.id)
    order by p.starts_on desc, p.id ${atMost}`.execute(context.tx);
  return { recruitments, projects };
}

type ProjectRow = { title: string; unitId: string; startsOn: PlainDate; plannedPersons: number | null };

/** The recruitment, or the first one of a project that has none yet and will take its id. */
async function readRecruitment(context: WorkContext, recruitmentId: string): Promise<RecruitmentView> {
  const { actor, tx, today } = context;
  const [found] = await findRecruitments(context, { recruitmentId });
  const projectId = found?.projectId ?? recruitmentId;
  const { rows } = await sql<ProjectRow>`select title, unit_id, starts_on, planned_persons from project
    where organisation_id = ${actor.organisationId} and id = ${projectId}`.execute(tx);
  const [project] = rows;
  if (!project) throw new Problem("not_found", "recruitment.not_found");
  const relation = relationOf(context, project);
  requireReach(actor, recruitmentAccess["recruitment.read"], relation, "recruitment.not_found");
  const weeks = await parameterOn(tx, "RECRUITMENT_RESERVE_WEEKS", today);
  const keep = await parameterOn(tx, "RECRUITMENT_KEEP", today);
  const rankingNo = await newestNo(context, recruitmentId);
  const named = may(actor, recruitmentAccess["candidate.list"], relation);
  return {
    recruitmentId,
    projectId,
    title: found?.title ?? project.title,
    projectTitle: project.title,
    others: (await findRecruitments(context, { projectId }))
      .filter((one) => one.recruitmentId !== recruitmentId)
      .map((one) => ({
        recruitmentId: one.recruitmentId,
        name: one.name,
        startsOn: one.startsOn,
        closedOn: one.closedOn,
      })),
    projectStartsOn: project.startsOn,
    plannedPersons: project.plannedPersons,
    mayNamed: named,
    maySet: may(actor, recruitmentAccess["recruitment.set"], relation),
    mayAdmit: may(actor, recruitmentAccess["candidate.make-person"], relation),
    criteriaCount: (await criteriaOf(context, projectId)).rules.length,
    usualWeeks: { value: Number(weeks.value), verified: weeks.verified },
    keepMonths: { value: Number(keep.value), verified: keep.verified },
    interviewHours: await interviewHoursOn(tx, today),
    groups: [...(await projectGroups.of(context, projectId))].map(({ id, name }) => ({ id, name })),
    recruitment: found
      ? {
          name: found.name,
          places: found.places,
          startsOn: found.startsOn,
          vacancyWeeks: found.vacancyWeeks,
          judgedOn: found.judgedOn,
          groupId: found.groupId,
          appliesFrom: found.appliesFrom,
          appliesUntil: found.appliesUntil,
          interviewMax: found.interviewMax,
          interviewWeight: found.interviewWeight,
          points: await pointRulesOf(context, recruitmentId),
          version: found.version,
          closedOn: found.closedOn,
          keptUntil: found.keptUntil,
          rankingNo: rankingNo === 0 ? null : rankingNo,
        }
      : null,
    editions: found && named ? await editionsOf(context, recruitmentId) : [],
    reopenings: found && named ? await reopeningsOf(context, recruitmentId) : [],
    beside: found?.beside ?? 0,
    counts: found ? await counted(context, found) : countsOf([]),
  };
}

export const setupQueries = [
  defineQuery({
    name: "recruitment.list",
    method: "GET",
    path: "/recruitments",
    summary: "Recruitments of projects with the numbers of their candidates",
    input: z.strictObject({}),
    answer: RecruitmentList,
    verb: recruitmentAccess["recruitment.list"],
    audit: null,
    run: listRecruitments,
  }),
  defineQuery({
    name: "recruitment.read",
    method: "GET",
    path: "/recruitments/:recruitmentId",
    summary: "Terms of a project's recruitment, its numbers and how far it has come; no names",
    input: z.strictObject({ recruitmentId: z.uuid() }),
    answer: RecruitmentView,
    verb: recruitmentAccess["recruitment.read"],
    audit: null,
    run: (context, { recruitmentId }) => readRecruitment(context, recruitmentId),
  }),
];
