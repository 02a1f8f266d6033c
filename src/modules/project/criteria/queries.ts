import { sql } from "kysely";
import { z } from "zod";
import { may, requireReach } from "../../../platform/access.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { PlainDate as Day } from "../../../platform/time/schemas.ts";
import { caseworkAccess } from "../../casework/access.ts";
import { requireCase } from "../../casework/public.ts";
import { lackedBy, mayWaive } from "../exceptions.ts";
import { startGroups } from "../gates.ts";
import { findProjectRow } from "../queries.ts";
import { criteriaAccess } from "./access.ts";
import { checkPerson } from "./check.ts";
import { CriteriaView, PersonCheck } from "./contract.ts";
import { enrolmentCheckQueries } from "./enrolmentChecks.ts";

/** The latest editions that a screen shows; an older one is still there for whoever was judged by it. */
const editionsShown = 50;

/** @throws Problem not_found, also for another organisation's project */
async function readCriteria(context: WorkContext, projectId: string): Promise<CriteriaView> {
  const { organisationId, unitIds } = context.actor;
  const project = await context.tx
    .selectFrom("project")
    .select(["title", "unitId"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", projectId)
    .executeTakeFirst();
  if (!project) throw new Problem("not_found", "project.not_found");
  const { rows } = await sql<
    CriteriaView["editions"][number]
  >`select c.no, c.rules, c.exceptions_allowed, c.reason, c.set_on, m.display_name as by,
      (select count(*)::int from enrolment_check k where k.organisation_id = c.organisation_id and k.project_id = c.project_id and k.criteria_no = c.no) as judged
    from project_criteria c join membership m on m.organisation_id = c.organisation_id and m.account_id = c.recorded_by
    where c.organisation_id = ${organisationId} and c.project_id = ${projectId} order by c.no desc limit ${editionsShown}`.execute(
    context.tx,
  );
  const mayChange = may(context.actor, criteriaAccess["criteria.set"], { unit: unitIds.includes(project.unitId) });
  return { projectId, title: project.title, mayChange, editions: rows };
}

/** @throws Problem not_found for a project or case out of the reader's reach */
async function readCheck(
  context: WorkContext,
  {
    projectId,
    caseId,
    on,
    groupId,
  }: { projectId: string; caseId: string; on: PlainDate; groupId?: string | undefined },
): Promise<PersonCheck> {
  const project = await findProjectRow(context, projectId);
  const relation = { unit: project !== undefined && context.actor.unitIds.includes(project.unitId) };
  requireReach(context.actor, criteriaAccess["criteria.check-person"], project ? relation : {}, "project.not_found");
  if (!project) throw new Problem("not_found", "project.not_found");
  const { personId } = await requireCase(context, caseworkAccess["case.read"], caseId);
  const { kind, contractRequired, unitId } = project;
  const asked = { id: projectId, kind, contractRequired };
  const question = { personId, caseId, startedOn: on, groupId: groupId ?? null, project: asked };
  await context.audit({
    action: "criteria.check-person",
    outcome: "done",
    objectType: "project",
    objectId: projectId,
    personId,
  });
  const lacked = await lackedBy(context, question);
  return {
    ...(await checkPerson(context, { personId, projectId, on, unitId })),
    lacked: [...lacked.codes],
    recruitment: lacked.recruitment,
    groups: [...(await startGroups.of(context, projectId))],
    mayWaive: mayWaive(context, unitId),
  };
}

export const criteriaQueries = [
  ...enrolmentCheckQueries,
  defineQuery({
    name: "criteria.read",
    method: "GET",
    path: "/projects/:projectId/criteria",
    summary: "Who may take part in a project: the rules that hold and the editions before",
    input: z.strictObject({ projectId: z.uuid() }),
    answer: CriteriaView,
    verb: criteriaAccess["criteria.read"],
    audit: null,
    run: (context, { projectId }) => readCriteria(context, projectId),
  }),
  defineQuery({
    name: "criteria.check-person",
    method: "GET",
    path: "/projects/:projectId/criteria/check",
    summary: "How the person of a case stands towards the rules of a project on a day",
    input: z.strictObject({ projectId: z.uuid(), caseId: z.uuid(), on: Day, groupId: z.uuid().optional() }),
    answer: PersonCheck,
    verb: criteriaAccess["criteria.check-person"],
    audit: null, // written in `readCheck`, which knows whose it is
    run: readCheck,
  }),
];
