import { sql } from "kysely";
import { z } from "zod";
import { may, type Relation } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { type AnyQuery, defineQuery, type WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { conclusionReaders, contentReaders } from "../../assessment/access.ts";
import { workBarriers } from "../../assessment/codes.ts";
import { qualificationsOf, type VocationalLevel, vocationalLevelOf } from "../../assessment/public.ts";
import { findRelation, teamWithRole } from "../../casework/public.ts";
import { shortName } from "../../person/public.ts";
import { enrolmentsOfPerson } from "../../project/public.ts";
import type { PlanEvidenceProvider } from "../evidence.ts";
import { requirePlan, type StoredPlan } from "../store.ts";
import { annexAccess, measureReaders } from "./access.ts";
import {
  AnnexVersions,
  type CurrentLevel,
  InterpersonalPathView,
  MeasureFigures,
  VocationalPlanView,
} from "./contract.ts";
import { figuresOf } from "./figures.ts";
import { offersOf, readMeasures } from "./measures.ts";
import { annexState, nextStep, refusePathAgreement, refuseVocationalAgreement } from "./rules.ts";
import {
  contentOf,
  findAnnexOf,
  open,
  purposes,
  readForms,
  readGoals,
  readSteps,
  readsReasons,
  requireAnnex,
  type StoredAnnex,
} from "./store.ts";
import { readAnnexVersions } from "./versions.ts";

async function frameOf(context: WorkContext, plan: StoredPlan, mayWrite: boolean) {
  const { rows } = await sql<{ personName: string }>`
    select ${shortName("h")} as person_name
    from person h where h.organisation_id = ${context.actor.organisationId} and h.id = ${plan.personId}`.execute(
    context.tx,
  );
  const open = annexState(plan.state, 0) !== "CLOSED";
  return {
    personId: plan.personId,
    personName: rows[0]?.personName ?? "",
    planId: plan.id,
    mayBegin: mayWrite && open,
    mayWrite: mayWrite && open,
  };
}

const head = ({ id, version, state, ledByName, begunOn, versionNo }: StoredAnnex) => ({
  id,
  version,
  state,
  ledBy: ledByName,
  begunOn,
  versionNo,
});

/** The level as the assessment has it, in the share of this reader. Source: docs/domain/rules.md R-ACC matrix */
async function levelOf(context: WorkContext, personId: string, relation: Relation): Promise<CurrentLevel | null> {
  const { actor } = context;
  const whole = may(actor, contentReaders.VOCATIONAL, relation);
  if (!whole && !may(actor, conclusionReaders.VOCATIONAL, relation)) return null;
  const level = await vocationalLevelOf(context, personId);
  if (!level) return null;
  const { givenOn, doneBy, conclusion, readiness, preferredJobs } = level;
  const qualifications = whole ? await qualificationsOf(context, personId) : [];
  return {
    givenOn,
    doneBy,
    conclusion,
    readiness: whole ? readiness : null,
    preferredJobs: whole ? preferredJobs : "",
    skills: whole ? [...level.skills] : [],
    barriers: whole
      ? level.barriers
          .filter((code) => workBarriers.some((known) => known === code))
          .map((code) => code as CurrentLevel["barriers"][number])
      : [], // asked in the line
    monthsWithoutWork: whole ? monthsWithout(level.work) : null,
    qualifications: qualifications.map(({ id, name, year, document }) => ({ id, name, year, document })),
  };
}

/** The longer of both ways of telling: by registrations and the person's word, and since the last known work. */
function monthsWithout(work: VocationalLevel["work"]): CurrentLevel["monthsWithoutWork"] {
  const known = [work?.unemployed?.months, work?.sinceLastWork?.months].filter((months) => months !== undefined);
  return work && known.length > 0 ? { months: Math.max(...known), on: work.on } : null;
}

async function handoverOf(context: WorkContext, annexId: string) {
  const { rows } = await sql<{
    id: string;
    coach: string;
    by: string;
    on: PlainDate;
    disclosureAgreed: boolean;
    sealed: Buffer;
  }>`
    select h.id, coalesce(c.display_name, '–') as coach, coalesce(b.display_name, '–') as by, h.handed_on as on, h.disclosure_agreed, h.sealed
    from plan_annex_handover h
    left join membership c on c.organisation_id = h.organisation_id and c.account_id = h.coach_id
    left join membership b on b.organisation_id = h.organisation_id and b.account_id = h.handed_by
    where h.organisation_id = ${context.actor.organisationId} and h.annex_id = ${annexId} order by h.seq desc limit 1`.execute(
    context.tx,
  );
  const [row] = rows;
  if (!row) return null;
  const { id, sealed, ...handover } = row;
  return { ...handover, disclosure: z.string().parse(open(context, purposes.handover, id, sealed)) };
}

/** The vocational plan of a programme as this reader may see it. @throws Problem not_found `plan.not_found` */
export async function readVocationalPlan(context: WorkContext, planId: string): Promise<VocationalPlanView> {
  const plan = await requirePlan(context, annexAccess["vocational-plan.read"], planId);
  const relation = (await findRelation(context, plan.personId)) ?? {};
  const mayWrite = may(context.actor, annexAccess["vocational-plan.write"], relation);
  const annex = await findAnnexOf(context, planId, "VOCATIONAL");
  const frame = await frameOf(context, plan, mayWrite);
  const steps = annex ? await readSteps(context, annex.id) : [];
  const content = annex && contentOf(context, annex);
  return {
    ...frame,
    mayBegin: frame.mayBegin && !annex,
    mayMark: annex?.state === "IN_FORCE" && may(context.actor, annexAccess["vocational-plan.mark"], relation),
    annex:
      annex && content
        ? {
            ...head(annex),
            refusals: [...refuseVocationalAgreement({ ...content, steps })],
            content,
            foreseenCoach: annex.foreseenCoach,
            steps,
            nextStepId: nextStep(steps)?.id ?? null,
            handover: await handoverOf(context, annex.id),
          }
        : null,
    level: await levelOf(context, plan.personId, relation),
    coaches: mayWrite ? await teamWithRole(context, plan.caseId, "JOB_COACH") : [],
  };
}

/** The path of a programme as this reader may see it. @throws Problem not_found `plan.not_found` */
export async function readInterpersonalPath(context: WorkContext, planId: string): Promise<InterpersonalPathView> {
  const plan = await requirePlan(context, annexAccess["interpersonal-path.read"], planId);
  const relation = (await findRelation(context, plan.personId)) ?? {};
  const mayWrite = may(context.actor, annexAccess["interpersonal-path.write"], relation);
  const seesMeasures = may(context.actor, measureReaders, relation);
  const annex = await findAnnexOf(context, planId, "INTERPERSONAL");
  const frame = { ...(await frameOf(context, plan, mayWrite)), seesMeasures };
  if (!annex) return { ...frame, annex: null, projects: [] };
  const goals = await readGoals(context, annex.id, readsReasons(context, relation));
  const forms = await readForms(context, annex.id);
  const measures = seesMeasures ? await readMeasures(context, annex.id) : [];
  const enrolments = mayWrite ? await enrolmentsOfPerson(context, plan.personId) : [];
  const current = enrolments.filter(({ endedOn }) => endedOn === null || endedOn >= context.today);
  return {
    ...frame,
    mayBegin: false,
    annex: {
      ...head(annex),
      refusals: mayWrite ? [...refusePathAgreement({ measures, goals, forms })] : [],
      goals,
      forms,
      // why a measurement was corrected is said to whoever may know why a goal was chosen
      measures: measures.map((measure) => (readsReasons(context, relation) ? measure : { ...measure, reason: null })),
      offers: seesMeasures ? await offersOf(context, annex.id) : [],
    },
    projects: [...new Map(current.map(({ projectId: id, projectTitle: title }) => [id, { id, title }])).values()],
  };
}

const ofPlan = z.strictObject({ planId: z.uuid() });
const audited = ({ planId }: { planId: string }, { personId }: { personId: string }) => ({
  objectType: "plan",
  objectId: planId,
  personId,
  section: "SOCIAL",
});
const auditedAnnex = ({ annexId }: { annexId: string }, { personId }: { personId: string }) => ({
  objectType: "annex",
  objectId: annexId,
  personId,
  section: "SOCIAL",
});

async function versionsOf(
  context: WorkContext,
  verb: Parameters<typeof requireAnnex>[1],
  kind: "VOCATIONAL" | "INTERPERSONAL",
  annexId: string,
): Promise<AnnexVersions> {
  const annex = await requireAnnex(context, verb, kind, annexId);
  const versions = await readAnnexVersions(context, annex);
  const ids = versions.flatMap(({ content }) => content.content?.coachId ?? []);
  const { rows: coaches } = await sql<{
    id: string;
    name: string;
  }>`select account_id as id, display_name as name from membership
    where organisation_id = ${context.actor.organisationId} and account_id = any (${ids}::uuid[]) order by name ${atMost}`.execute(
    context.tx,
  );
  return { personId: annex.personId, coaches, versions };
}

/** `providers` give the figures of measures. */
export const makeAnnexQueries = (providers: readonly PlanEvidenceProvider[]): readonly AnyQuery[] => [
  defineQuery({
    name: "vocational-plan.read",
    method: "GET",
    path: "/plans/:planId/vocational-plan",
    summary: "The vocational development plan of a programme, with its next step and who moves",
    input: ofPlan,
    answer: VocationalPlanView,
    verb: annexAccess["vocational-plan.read"],
    audit: audited,
    run: (context, { planId }) => readVocationalPlan(context, planId),
  }),
  defineQuery({
    name: "vocational-plan.read-figures",
    method: "GET",
    path: "/vocational-plans/:annexId/figures",
    summary: "What our own records say of the chosen measures since the plan was begun",
    input: z.strictObject({ annexId: z.uuid() }),
    answer: MeasureFigures,
    verb: annexAccess["vocational-plan.read"],
    audit: auditedAnnex,
    run: async (context, { annexId }) => {
      const annex = await requireAnnex(context, annexAccess["vocational-plan.read"], "VOCATIONAL", annexId);
      return figuresOf(context, annex, providers);
    },
  }),
  defineQuery({
    name: "vocational-plan.list-versions",
    method: "GET",
    path: "/vocational-plans/:annexId/versions",
    summary: "A vocational development plan at each version",
    input: z.strictObject({ annexId: z.uuid() }),
    answer: AnnexVersions,
    verb: annexAccess["vocational-plan.read"],
    audit: auditedAnnex,
    run: (context, { annexId }) => versionsOf(context, annexAccess["vocational-plan.read"], "VOCATIONAL", annexId),
  }),
  defineQuery({
    name: "interpersonal-path.read",
    method: "GET",
    path: "/plans/:planId/interpersonal-path",
    summary: "The interpersonal development path of a programme: goals, forms and measurements",
    input: ofPlan,
    answer: InterpersonalPathView,
    verb: annexAccess["interpersonal-path.read"],
    audit: audited,
    run: (context, { planId }) => readInterpersonalPath(context, planId),
  }),
  defineQuery({
    name: "interpersonal-path.list-versions",
    method: "GET",
    path: "/interpersonal-paths/:annexId/versions",
    summary: "Goals and forms of a path at each version",
    input: z.strictObject({ annexId: z.uuid() }),
    answer: AnnexVersions,
    verb: annexAccess["interpersonal-path.read-whole"],
    audit: auditedAnnex,
    run: (context, { annexId }) =>
      versionsOf(context, annexAccess["interpersonal-path.read-whole"], "INTERPERSONAL", annexId),
  }),
];
