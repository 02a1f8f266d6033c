import { sql } from "kysely";
import { z } from "zod";
import { may, requireReach } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { unsealJson } from "../../../platform/keys/sealedJson.ts";
import { unsealText } from "../../../platform/keys/sealedText.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { requirePerson } from "../../casework/public.ts";
import { sectionAccess } from "../../person/access.ts";
import { areWhereaboutsHidden, shortName, whereaboutsHidden } from "../../person/public.ts";
import { waivedPurpose } from "../exceptions.ts";
import { findProjectRow, isException } from "../queries.ts";
import { criteriaAccess } from "./access.ts";
import { checkPurpose } from "./check.ts";
import type { CheckOutcome } from "./codes.ts";
import { type Criteria, CriterionResult, EnrolmentCheck, EnrolmentExceptions } from "./contract.ts";
import { criteriaOf } from "./store.ts";

const Kept = z.object({ results: z.array(CriterionResult), exceptionReason: z.string() });

const openCheck = (context: WorkContext, enrolmentId: string, sealed: Buffer) =>
  Kept.parse(unsealJson(context, checkPurpose, enrolmentId, sealed));

/** Who does not read the degree of disability is told whether the condition held, and nothing of the degree. Source: R-ACC, column "Health" */
const withoutDegree = (results: readonly CriterionResult[]): CriterionResult[] =>
  results.map((one) => (one.field === "DISABILITY" ? { ...one, value: null, evidence: null } : one));

type Enrolled = {
  personId: string;
  projectId: string;
  title: string;
  unitId: string;
  startedOn: PlainDate;
  criteriaNo: number | null;
  outcome: CheckOutcome | null;
  sealed: Buffer | null;
  checkedBy: string | null;
  checkedOn: PlainDate | null;
  conditions: string[] | null;
  waivedSealed: Buffer | null;
  waivedBy: string | null;
  waivedOn: PlainDate | null;
};

async function findEnrolled(context: WorkContext, enrolmentId: string): Promise<Enrolled | undefined> {
  const { rows } = await sql<Enrolled>`select e.person_id, e.project_id, p.title, p.unit_id, e.started_on,
      k.criteria_no, k.outcome, k.sealed, m.display_name as checked_by, (k.recorded_at at time zone 'Europe/Warsaw')::date as checked_on,
      x.conditions, x.sealed as waived_sealed, d.display_name as waived_by, (x.recorded_at at time zone 'Europe/Warsaw')::date as waived_on
    from enrolment e join project p on p.organisation_id = e.organisation_id and p.id = e.project_id
    left join enrolment_check k on k.organisation_id = e.organisation_id and k.enrolment_id = e.id
    left join membership m on m.organisation_id = k.organisation_id and m.account_id = k.checked_by
    left join enrolment_exception x on x.organisation_id = e.organisation_id and x.enrolment_id = e.id
    left join membership d on d.organisation_id = x.organisation_id and d.account_id = x.decided_by
    where e.organisation_id = ${context.actor.organisationId} and e.id = ${enrolmentId}`.execute(context.tx);
  return rows[0];
}

async function criteriaPart(
  context: WorkContext,
  enrolmentId: string,
  row: Enrolled,
): Promise<EnrolmentCheck["criteria"]> {
  const { projectId, personId, criteriaNo, outcome, sealed, checkedBy, checkedOn } = row;
  if (criteriaNo === null || !outcome || !sealed || !checkedBy || !checkedOn) return null;
  const { rules } = await criteriaOf(context, projectId, criteriaNo);
  const { setOn } = await context.tx
    .selectFrom("projectCriteria")
    .select("setOn")
    .where("organisationId", "=", context.actor.organisationId)
    .where("projectId", "=", projectId)
    .where("no", "=", criteriaNo)
    .executeTakeFirstOrThrow();
  const { results, exceptionReason } = openCheck(context, enrolmentId, sealed);
  const relation = await requirePerson(context, criteriaAccess["enrolment-check.read"], personId);
  const told = may(context.actor, sectionAccess.DISABILITY.read, relation) ? results : withoutDegree(results);
  return { no: criteriaNo, setOn, rules, results: told, outcome, exceptionReason, by: checkedBy, on: checkedOn };
}

/**
 * What the start of somebody was explained by: the edition of the rules, each value with its evidence, and what a person waived.
 * @throws Problem not_found, also for a project or person out of reach and where the whereabouts are not for the reader (C7)
 */
async function readEnrolmentCheck(context: WorkContext, enrolmentId: string): Promise<EnrolmentCheck> {
  const row = await findEnrolled(context, enrolmentId);
  if (!row) throw new Problem("not_found", "enrolment.not_found");
  const { projectId, personId, title, unitId, startedOn, conditions, waivedSealed, waivedBy, waivedOn } = row;
  const unit = context.actor.unitIds.includes(unitId);
  requireReach(context.actor, criteriaAccess["enrolment-check.read"], { unit }, "enrolment.not_found");
  await requirePerson(context, criteriaAccess["enrolment-check.read"], personId);
  if (await areWhereaboutsHidden(context, personId)) throw new Problem("not_found", "enrolment.not_found");
  await context.audit({
    action: "enrolment-check.read",
    outcome: "done",
    objectType: "enrolment",
    objectId: enrolmentId,
    personId,
  });
  const waived =
    conditions && waivedSealed && waivedBy && waivedOn
      ? {
          conditions,
          reason: unsealText(context, waivedPurpose, enrolmentId, waivedSealed),
          by: waivedBy,
          on: waivedOn,
        }
      : null;
  const criteria = await criteriaPart(context, enrolmentId, row);
  return { enrolmentId, projectId, projectTitle: title, startedOn, criteria, waived };
}

type ExceptionRow = {
  enrolmentId: string;
  personId: string;
  personNo: number;
  personName: string;
  startedOn: PlainDate;
  endedOn: PlainDate | null;
  hidden: boolean;
  criteriaNo: number | null;
  sealed: Buffer | null;
  conditions: string[] | null;
  waivedSealed: Buffer | null;
  by: string;
};

async function listExceptions(context: WorkContext, projectId: string): Promise<EnrolmentExceptions> {
  const project = await findProjectRow(context, projectId);
  const unit = project !== undefined && context.actor.unitIds.includes(project.unitId);
  requireReach(context.actor, criteriaAccess["enrolment-exception.list"], { unit }, "project.not_found");
  const { organisationId } = context.actor;
  const { title } = await context.tx
    .selectFrom("project")
    .select("title")
    .where("organisationId", "=", organisationId)
    .where("id", "=", projectId)
    .executeTakeFirstOrThrow();
  const { rows } =
    await sql<ExceptionRow>`select e.id as enrolment_id, e.person_id, p.person_no, ${shortName("p")} as person_name,
      e.started_on, e.ended_on, ${whereaboutsHidden(context, sql.ref("p.id"))} as hidden, k.criteria_no, k.sealed,
      x.conditions, x.sealed as waived_sealed, m.display_name as by
    from enrolment_period e join person p on p.organisation_id = e.organisation_id and p.id = e.person_id
    left join enrolment_check k on k.organisation_id = e.organisation_id and k.enrolment_id = e.id and k.outcome = 'EXCEPTION'
    left join enrolment_exception x on x.organisation_id = e.organisation_id and x.enrolment_id = e.id
    join membership m on m.organisation_id = e.organisation_id and m.account_id = coalesce(x.decided_by, k.checked_by)
    where e.organisation_id = ${organisationId} and e.project_id = ${projectId} and ${isException(sql.ref("e.id"))}
    order by e.started_on desc, e.id ${atMost}`.execute(context.tx);
  const shown = rows.filter(({ hidden }) => !hidden);
  const editions = new Map<number, Criteria>();
  for (const { criteriaNo } of shown)
    if (criteriaNo !== null && !editions.has(criteriaNo))
      editions.set(criteriaNo, await criteriaOf(context, projectId, criteriaNo));
  const exceptions = shown.map(({ hidden: _, criteriaNo, sealed, conditions, waivedSealed, ...line }) => {
    const kept = sealed ? openCheck(context, line.enrolmentId, sealed) : null;
    const failed = new Set(kept?.results.filter(({ result }) => result === "fail").map(({ ruleId }) => ruleId));
    const rules = criteriaNo === null ? [] : (editions.get(criteriaNo)?.rules ?? []);
    return {
      ...line,
      failed: rules.filter(({ ruleId }) => failed.has(ruleId)),
      exceptionReason: kept?.exceptionReason ?? "",
      conditions: conditions ?? [],
      waivedReason: waivedSealed ? unsealText(context, waivedPurpose, line.enrolmentId, waivedSealed) : "",
    };
  });
  return { projectId, title, hidden: rows.length - shown.length, exceptions };
}

/** Of these enrolments those whose start the reader may be explained. The caller has checked the reach to the person. */
export async function explainedAmong(
  context: WorkContext,
  enrolments: readonly { enrolmentId: string }[],
): Promise<ReadonlySet<string>> {
  const ids = enrolments.map(({ enrolmentId }) => enrolmentId);
  const verb = criteriaAccess["enrolment-check.read"];
  if (ids.length === 0 || !may(context.actor, verb, { unit: true })) return new Set();
  const { rows } = await sql<{ id: string }>`select e.id from enrolment e
    join project p on p.organisation_id = e.organisation_id and p.id = e.project_id
    where e.organisation_id = ${context.actor.organisationId} and e.id = any (${ids}::uuid[]) and p.unit_id = any (${[...context.actor.unitIds]}::uuid[])
      and (exists (select from enrolment_check k where k.organisation_id = e.organisation_id and k.enrolment_id = e.id)
        or exists (select from enrolment_exception x where x.organisation_id = e.organisation_id and x.enrolment_id = e.id))`.execute(
    context.tx,
  );
  return new Set(rows.map(({ id }) => id));
}

export const enrolmentCheckQueries = [
  defineQuery({
    name: "enrolment-check.read",
    method: "GET",
    path: "/enrolments/:enrolmentId/check",
    summary: "What somebody's start in a project was explained by: rules, values, evidence, and what a person waived",
    input: z.strictObject({ enrolmentId: z.uuid() }),
    answer: EnrolmentCheck,
    verb: criteriaAccess["enrolment-check.read"],
    audit: null, // written in `readEnrolmentCheck`, which knows whose it is
    run: (context, { enrolmentId }) => readEnrolmentCheck(context, enrolmentId),
  }),
  defineQuery({
    name: "enrolment-exception.list",
    method: "GET",
    path: "/projects/:projectId/enrolment-exceptions",
    summary: "Who was taken into a project beside its rules or its recruitment, and why",
    input: z.strictObject({ projectId: z.uuid() }),
    answer: EnrolmentExceptions,
    verb: criteriaAccess["enrolment-exception.list"],
    audit: ({ projectId }) => ({ objectType: "project", objectId: projectId }),
    run: (context, { projectId }) => listExceptions(context, projectId),
  }),
];
