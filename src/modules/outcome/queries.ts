import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { requireReach } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import { defineDownload, defineQuery, type WorkContext } from "../../platform/command.ts";
import { readStoredFile } from "../../platform/files/fileRoutes.ts";
import { Problem } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { findRelation, personInReach } from "../casework/public.ts";
import { refuseDeclaration } from "../employment/rules.ts";
import { shortName, whereaboutsHidden } from "../person/public.ts";
import { findThresholds, participantsOf } from "../project/public.ts";
import { outcomeAccess } from "./access.ts";
import { statuses } from "./codes.ts";
import { EvidenceLine, StandingLine } from "./contract.ts";
import { evidenceOf } from "./public.ts";
import { missingForVerification, personState, windowOfDays } from "./rules.ts";

type EvidenceRow = Omit<EvidenceLine, "missing" | "hasFile"> & {
  declared: Parameters<typeof refuseDeclaration>[0] | null;
};

/** Evidence about people in reach, with their names where the reader may see them. */
async function selectEvidence(context: WorkContext, condition: RawBuilder<boolean>): Promise<EvidenceLine[]> {
  const personId = sql.ref("e.person_id");
  const { rows } = await sql<EvidenceRow>`select e.id, e.person_id, p.person_no,
      case when ${personInReach(context, outcomeAccess["evidence.read-names"], personId)} then ${shortName("p")} end as person_name,
      e.project_id, j.title as project_title, e.dimension, e.outcome_type, e.occurred_on, e.observed_on, e.evidence_kind, e.file_id, e.declaration_id,
      case when not ${whereaboutsHidden(context, personId)} then r.name end as employer_name, e.placement_id, e.measure_before::float8 as measure_before, e.measure_after::float8 as measure_after,
      e.specialist_id, s.display_name as specialist_name, e.assessor_id, a.display_name as assessor_name,
      coalesce(v.verdict, 'DRAFT') as status, w.display_name as verifier_name, v.reason, e.version,
      case when d.id is not null then jsonb_build_object('personsCount', d.persons_count, 'workingTimeFraction', d.working_time_fraction,
        'weeklyHours', d.weekly_hours, 'durationMonths', d.duration_months, 'durationUntil', d.duration_until, 'indefinite', d.indefinite) end as declared
    from outcome_evidence e
    join person p on p.organisation_id = e.organisation_id and p.id = e.person_id
    join project j on j.organisation_id = e.organisation_id and j.id = e.project_id
    join membership a on a.organisation_id = e.organisation_id and a.account_id = e.assessor_id
    left join membership s on s.organisation_id = e.organisation_id and s.account_id = e.specialist_id
    left join employer_declaration d on d.organisation_id = e.organisation_id and d.id = e.declaration_id
    left join employer r on r.organisation_id = d.organisation_id and r.id = d.employer_id
    left join outcome_verification v on v.organisation_id = e.organisation_id and v.evidence_id = e.id
    left join membership w on w.organisation_id = v.organisation_id and w.account_id = v.verifier_id
    where e.organisation_id = ${context.actor.organisationId} and ${condition}
      and ${personInReach(context, outcomeAccess["evidence.read"], personId)}
    order by e.recorded_at, e.id ${atMost}`.execute(context.tx);
  return rows.map(({ declared, ...row }) => {
    const measures = { before: row.measureBefore, after: row.measureAfter };
    const missing = missingForVerification({ ...row, ...measures }, declared ? refuseDeclaration(declared) : []);
    return { ...row, hasFile: row.fileId !== null, missing: row.status === "DRAFT" ? [...missing] : [] };
  });
}

/** Where each participant in reach stands in both dimensions, and how many there are out of reach. */
async function readStandings(
  context: WorkContext,
  projectId: string,
): Promise<{ title: string; people: StandingLine[]; others: number }> {
  const project = await findThresholds(context, projectId);
  if (!project) throw new Problem("not_found", "project.not_found");
  const enrolments = Map.groupBy(await participantsOf(context, projectId, context.today), ({ personId }) => personId);
  const evidence = Map.groupBy(await evidenceOf(context, projectId, context.today), ({ personId }) => personId);
  const personId = sql.ref("p.id");
  const { rows } = await sql<{ id: string; personNo: number; personName: string | null }>`select p.id, p.person_no,
      case when ${personInReach(context, outcomeAccess["evidence.read-names"], personId)} then ${shortName("p")} end as person_name
    from person p where p.organisation_id = ${context.actor.organisationId} and p.id = any (${[...enrolments.keys()]}::uuid[])
      and ${personInReach(context, outcomeAccess["evidence.read"], personId)}
    order by p.last_name, p.first_name, p.person_no ${atMost}`.execute(context.tx);
  const window = windowOfDays(project.indicatorWindowDays);
  const people = rows.map(({ id, personNo, personName }) => {
    const own = enrolments.get(id) ?? [];
    const days = own.map(({ endedOn }) => endedOn);
    const state = (dimension: "SOCIAL" | "EMPLOYMENT") => personState(days, evidence.get(id) ?? [], dimension, window);
    const last: { startedOn?: PlainDate; endedOn?: PlainDate | null } = own.at(-1) ?? {};
    return {
      personId: id,
      personNo,
      personName,
      startedOn: last.startedOn ?? project.startsOn,
      endedOn: last.endedOn ?? null,
      social: state("SOCIAL"),
      employment: state("EMPLOYMENT"),
    };
  });
  return { title: project.title, people, others: enrolments.size - people.length };
}

export const outcomeQueries = [
  defineQuery({
    name: "evidence.list",
    method: "GET",
    path: "/evidence",
    summary: "Proofs about people in reach, oldest first",
    input: z.strictObject({
      status: z.enum(statuses).optional(),
      projectId: z.uuid().optional(),
      personId: z.uuid().optional(),
    }),
    answer: z.object({ evidence: z.array(EvidenceLine) }),
    verb: outcomeAccess["evidence.read"],
    audit: ({ personId }) => ({
      objectType: "evidence",
      objectId: null,
      personId: personId ?? null,
      section: "INDICATORS",
    }),
    run: async (context, { status, projectId, personId }) => ({
      evidence: await selectEvidence(
        context,
        sql<boolean>`${status === undefined ? sql`true` : sql`coalesce(v.verdict, 'DRAFT') = ${status}`}
          and ${projectId === undefined ? sql`true` : sql`e.project_id = ${projectId}`}
          and ${personId === undefined ? sql`true` : sql`e.person_id = any (same_person(${personId}))`}`,
      ),
    }),
  }),
  defineQuery({
    name: "evidence.read",
    method: "GET",
    path: "/evidence/:evidenceId",
    summary: "One proof",
    input: z.strictObject({ evidenceId: z.uuid() }),
    answer: EvidenceLine,
    verb: outcomeAccess["evidence.read"],
    audit: ({ evidenceId }, { personId }) => ({
      objectType: "evidence",
      objectId: evidenceId,
      personId,
      section: "INDICATORS",
    }),
    run: async (context, { evidenceId }) => {
      const [line] = await selectEvidence(context, sql<boolean>`e.id = ${evidenceId}`);
      if (!line) throw new Problem("not_found", "evidence.not_found");
      return line;
    },
  }),
  defineQuery({
    name: "outcome.list-standings",
    method: "GET",
    path: "/projects/:projectId/outcomes",
    summary: "Where each participant stands: verified, waiting, missing",
    input: z.strictObject({ projectId: z.uuid() }),
    answer: z.object({ title: z.string(), people: z.array(StandingLine), others: z.int() }),
    verb: outcomeAccess["evidence.read"],
    audit: ({ projectId }) => ({ objectType: "project", objectId: projectId, section: "INDICATORS" }),
    run: (context, { projectId }) => readStandings(context, projectId),
  }),
];

export const outcomeDownloads = [
  defineDownload({
    name: "evidence.open-file",
    path: "/evidence/:evidenceId/file",
    summary: "The document of a proof",
    input: z.strictObject({ evidenceId: z.uuid() }),
    verb: outcomeAccess["evidence.read"],
    audit: ({ evidenceId }) => ({ objectType: "evidence", objectId: evidenceId, section: "INDICATORS" }),
    run: async (context, { evidenceId }) => {
      const evidence = await context.tx
        .selectFrom("outcomeEvidence")
        .select(["personId", "fileId", "observedOn"])
        .where("organisationId", "=", context.actor.organisationId)
        .where("id", "=", evidenceId)
        .executeTakeFirst();
      if (!evidence?.fileId) throw new Problem("not_found", "evidence.not_found");
      const relation = await findRelation(context, evidence.personId);
      requireReach(context.actor, outcomeAccess["evidence.read"], relation ?? {}, "evidence.not_found");
      const { bytes, mediaType } = await readStoredFile(context, evidence.fileId);
      return { bytes, mediaType, name: `dowod-${evidence.observedOn}.${mediaType.split("/")[1]}` };
    },
  }),
];
