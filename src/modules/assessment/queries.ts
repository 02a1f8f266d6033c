import { sql } from "kysely";
import { z } from "zod";
import { may, type Relation } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { parametersOn } from "../../platform/law.ts";
import { findRelation, openStepReason, personInReach, requireCase } from "../casework/public.ts";
import { sectionAccess } from "../person/access.ts";
import { shortName, whereaboutsHidden } from "../person/public.ts";
import { assessmentAccess, conclusionReaders, contentReaders, recorders } from "./access.ts";
import {
  areasOfKind,
  assessmentKinds,
  type FormSection,
  formSections,
  kindsWithTalks,
  sectionOfArea,
  sectionOfSupport,
} from "./codes.ts";
import { type AssessmentContent, type AssessmentView, CaseAssessments, GateLine } from "./contract.ts";
import { historyAccess } from "./history/access.ts";
import { workFactsOf } from "./history/queries.ts";
import { needAccess } from "./needs/access.ts";
import { stageOf } from "./public.ts";
import { proposalWaits, proposedAmong } from "./regular.ts";
import { gateVerdict, refuseGate, SPECIALISTS, stepsAt } from "./rules.ts";
import { contentOpener, openConclusion, openConditions, readAssessments, type StoredAssessment } from "./sealed.ts";

export async function readCase(context: WorkContext, caseId: string): Promise<CaseAssessments> {
  const { actor } = context;
  const found = await requireCase(context, assessmentAccess["assessment.read"], caseId);
  const relation = (await findRelation(context, found.personId)) ?? {};
  const stored = await readAssessments(context, caseId);
  const mayRead = assessmentKinds.filter((kind) => may(actor, conclusionReaders[kind], relation));
  const recommendations = stored.flatMap(({ recommendation }) => recommendation ?? []);
  const hidden = SPECIALISTS.filter((kind) => !mayRead.includes(kind)).map(
    (kind) => `assessment.${kind.toLowerCase()}_`,
  );
  const stage = stageOf(found.stage);
  const workHistory = may(actor, historyAccess["work-history.read"], relation);
  const mayRecord = found.open ? assessmentKinds.filter((kind) => may(actor, recorders[kind], relation)) : [];
  const opens = stored.filter((one) => mayOpen(context, relation, one));
  const openContent = await contentOpener(context, opens);
  return {
    caseId,
    personId: found.personId,
    ...(await readHead(context, caseId, mayRecord.includes("SOCIAL"))),
    stage,
    path: await readPath(context, caseId),
    ended: found.open ? null : await readEnding(context, caseId),
    openedOn: found.openedOn,
    proposed: (await proposedAmong(context, [caseId])).has(caseId),
    steps: found.open && may(actor, assessmentAccess["stage.move"], relation) ? [...stepsAt(stage)] : [],
    gate: {
      verdict: gateVerdict(recommendations),
      refusals: refuseGate(recommendations).filter((code) => !hidden.some((prefix) => code.startsWith(prefix))),
      decided: await readDecision(context, caseId),
      mayDecide: found.open && stage === "UNDER_ASSESSMENT" && may(actor, assessmentAccess["gate.decide"], relation),
    },
    mayRecord,
    mayRead,
    talkHours: await talkHours(context),
    needs: may(actor, needAccess["need.read"], relation),
    workHistory,
    work: workHistory ? await workFactsOf(context, found.personId) : null,
    assessments: stored
      .filter((one) => mayRead.includes(one.kind) || one.doneBy === actor.accountId || opens.includes(one))
      .map((one) => view(context, relation, one, opens.includes(one) ? openContent(one) : null))
      .reverse(),
  };
}

/** Source: docs/domain/rules.md R-REC-03 */
async function talkHours({ tx, today }: WorkContext): Promise<CaseAssessments["talkHours"]> {
  const found = await parametersOn(tx, ["RECRUITMENT_TALK_MIN", "RECRUITMENT_TALK_MAX"], today);
  return {
    least: Number(found.get("RECRUITMENT_TALK_MIN")?.value ?? 2),
    most: Number(found.get("RECRUITMENT_TALK_MAX")?.value ?? 3),
  };
}

/** Whether the reader opens what the specialist noted; a therapist's record opens for its author and the named substitute alone. */
function mayOpen({ actor }: WorkContext, relation: Relation, { kind, doneBy, opensOwn }: StoredAssessment): boolean {
  if (doneBy === actor.accountId) return true;
  if (kind === "ADDICTION") return opensOwn && may(actor, assessmentAccess["assessment.read-note"], relation);
  return may(actor, contentReaders[kind], relation);
}

/** A psychologist's and a therapist's record leaves the house on paper by its author and the named substitute alone. */
function printsWhole(
  { actor }: WorkContext,
  relation: Relation,
  { kind, doneBy, opensOwn }: StoredAssessment,
): boolean {
  if (doneBy === actor.accountId) return true;
  if (kindsWithTalks.includes(kind)) return opensOwn && may(actor, assessmentAccess["assessment.read-note"], relation);
  return may(actor, contentReaders[kind], relation);
}

/** Sections of the file that another's social form touches and that are closed to the reader. Source: docs/domain/forms.md F-22, column P */
function closedTo(
  { actor }: WorkContext,
  relation: Relation,
  { kind, doneBy }: StoredAssessment,
): readonly FormSection[] {
  if (kind !== "SOCIAL" || doneBy === actor.accountId) return [];
  return formSections.filter((section) => !may(actor, sectionAccess[section].read, relation));
}

/** What was noted without what is closed: an area of such a section, and a proposal that would tell of it. */
function open(content: AssessmentContent, closed: readonly FormSection[]): AssessmentContent {
  const isOpen = (section: FormSection | undefined) => section === undefined || !closed.includes(section);
  return {
    ...content,
    areas: content.areas.filter(({ area }) => isOpen(sectionOfArea[area])),
    proposedSupport: content.proposedSupport.filter((form) => isOpen(sectionOfSupport[form])),
  };
}

/** What this reader may see of one assessment. */
function view(
  context: WorkContext,
  relation: Relation,
  one: StoredAssessment,
  content: AssessmentContent | null,
): AssessmentView {
  const closed = closedTo(context, relation, one);
  const mine = one.doneBy === context.actor.accountId;
  const { id, kind, version, startedOn, givenOn, verdict } = one;
  return {
    id,
    kind,
    version,
    doneBy: one.doneByName,
    mine,
    startedOn,
    givenOn,
    verdict,
    conclusion: mine || verdict !== null ? openConclusion(context, one) : null,
    conditions: openConditions(context, one),
    content: content && open(content, closed),
    closedAreas: content ? areasOfKind.SOCIAL.filter((area) => closed.some((one) => one === sectionOfArea[area])) : [],
    printable: content !== null && printsWhole(context, relation, one),
  };
}

/** `located`: whether the reader writes where the person is registered, which they still must be allowed to know (C7). */
async function readHead(
  context: WorkContext,
  caseId: string,
  located: boolean,
): Promise<Pick<CaseAssessments, "personName" | "registrationTeryt">> {
  const { rows } = await sql<{
    personName: string;
    registrationTeryt: string | null;
  }>`select ${shortName("p")} as person_name,
      case when ${located} and not ${whereaboutsHidden(context, sql.ref("p.id"))} then nullif(p.registration_teryt, '') end as registration_teryt
    from support_case c
    join person p on p.organisation_id = c.organisation_id and p.id = c.person_id
    where c.organisation_id = ${context.actor.organisationId} and c.id = ${caseId}`.execute(context.tx);
  return { personName: rows[0]?.personName ?? "", registrationTeryt: rows[0]?.registrationTeryt ?? null };
}

/** Source: docs/domain/rules.md R-S0-06 */
async function readPath(context: WorkContext, caseId: string): Promise<CaseAssessments["path"]> {
  type Step = Omit<CaseAssessments["path"][number], "reason"> & { id: string; reasonSealed: Buffer | null };
  const { rows } = await sql<Step>`select s.id, s.from_stage as from, s.to_stage as to, s.act, s.reason_sealed,
      coalesce(m.display_name, '–') as by, s.moved_at as at
    from case_stage_step s left join membership m on m.organisation_id = s.organisation_id and m.account_id = s.moved_by
    where s.organisation_id = ${context.actor.organisationId} and s.case_id = ${caseId} order by s.moved_at, s.id ${atMost}`.execute(
    context.tx,
  );
  return rows.map(({ id, reasonSealed, ...row }) => ({
    ...row,
    at: instantOf(row.at),
    reason: openStepReason(context, id, reasonSealed),
  }));
}

async function readEnding(context: WorkContext, caseId: string): Promise<CaseAssessments["ended"]> {
  const { rows } = await sql<
    NonNullable<CaseAssessments["ended"]>
  >`select e.ended_on as on, m.display_name as by, e.reason
    from support_case_ending e join membership m on m.organisation_id = e.organisation_id and m.account_id = e.ended_by
    where e.organisation_id = ${context.actor.organisationId} and e.case_id = ${caseId}`.execute(context.tx);
  return rows[0] ?? null;
}

async function readDecision(context: WorkContext, caseId: string): Promise<CaseAssessments["gate"]["decided"]> {
  const { rows } = await sql<{
    verdict: string;
    at: string;
    by: string;
  }>`select g.verdict, g.decided_at as at, coalesce(m.display_name, '–') as by
    from gate_decision g left join membership m on m.organisation_id = g.organisation_id and m.account_id = g.decided_by
    where g.organisation_id = ${context.actor.organisationId} and g.case_id = ${caseId} order by g.decided_at desc, g.id desc limit 1`.execute(
    context.tx,
  );
  const [row] = rows;
  return row ? { ...row, at: instantOf(row.at) } : null;
}

async function listOnTheWay(context: WorkContext): Promise<GateLine[]> {
  const { organisationId } = context.actor;
  const { rows } = await sql<
    Omit<GateLine, "proposed">
  >`select c.id as case_id, p.id as person_id, ${shortName("p")} as person_name, c.stage,
      array(select distinct a.kind from assessment a join recommendation r on r.organisation_id = a.organisation_id and r.assessment_id = a.id
        where a.organisation_id = c.organisation_id and a.case_id = c.id and a.kind <> 'ADDICTION' order by a.kind) as given
    from open_case o
    join support_case c on c.organisation_id = o.organisation_id and c.id = o.case_id
    join person p on p.organisation_id = c.organisation_id and p.id = c.person_id
    where o.organisation_id = ${organisationId} and (c.stage in ('REGULAR', 'UNDER_ASSESSMENT', 'NOT_RECOMMENDED', 'RECOMMENDED')
        or (c.stage = 'OPEN_OFFER' and ${proposalWaits(sql`c.id`)}))
      and ${personInReach(context, assessmentAccess["assessment.read"], sql`p.id`)}
    order by c.stage desc, p.last_name, p.first_name, p.id ${atMost}`.execute(context.tx);
  const proposed = await proposedAmong(
    context,
    rows.map(({ caseId }) => caseId),
  );
  return rows.map((row) => ({ ...row, proposed: proposed.has(row.caseId) }));
}

/** The strictest section of the file that an answer opens. */
export function sectionRead(
  shown: readonly AssessmentView[],
): "ADDICTION" | "COURT" | "PSYCHOLOGICAL" | "HEALTH" | "SOCIAL" {
  const opened = shown.flatMap(({ kind, content }) =>
    kind === "SOCIAL" ? (content?.areas.map(({ area }) => sectionOfArea[area]) ?? []) : [kind],
  );
  return (["ADDICTION", "COURT", "PSYCHOLOGICAL", "HEALTH"] as const).find((one) => opened.includes(one)) ?? "SOCIAL";
}

const CaseId = z.strictObject({ caseId: z.uuid() });

export const assessmentQueries = [
  defineQuery({
    name: "assessment.read",
    method: "GET",
    path: "/cases/:caseId/assessments",
    summary: "Conclusions of the specialists side by side, and what the gate says",
    input: CaseId,
    answer: CaseAssessments,
    verb: assessmentAccess["assessment.read"],
    audit: ({ caseId }, { personId, assessments }) => ({
      objectType: "case",
      objectId: caseId,
      personId,
      section: sectionRead(assessments),
    }),
    run: (context, { caseId }) => readCase(context, caseId),
  }),
  defineQuery({
    name: "gate.list",
    method: "GET",
    path: "/recommendations",
    summary: "Cases on the way to the advanced stage and what they have",
    input: z.strictObject({}),
    answer: z.object({ cases: z.array(GateLine) }),
    verb: assessmentAccess["assessment.read"],
    audit: null,
    run: async (context) => ({ cases: await listOnTheWay(context) }),
  }),
];
