import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand } from "../../../platform/command.ts";
import { mergeFields } from "../../../platform/merge.ts";
import { invalidAt, onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { addDays } from "../../../platform/time/plainDate.ts";
import { addTaskFor, endTasksFrom, requireColleague, teamWithRole } from "../../casework/public.ts";
import { annexAccess } from "./access.ts";
import { beginAnnex } from "./begin.ts";
import {
  AnnexId,
  BeginAnnex,
  ChangeVocationalPlan,
  HandOver,
  MarkStep,
  SetSteps,
  type VocationalContent,
} from "./contract.ts";
import { done, keepChange, lockAnnex, setLines, stayWhole, tell } from "./lines.ts";
import { refuseHandover, refuseStep, refuseTargets, refuseVocationalAgreement } from "./rules.ts";
import { contentOf, purposes, readAnnex, readSteps, type StoredAnnex, seal } from "./store.ts";
import { makeAnnexVersion } from "./versions.ts";

onConstraint("plan_annex_step_mark_key", "conflict", "record.id_taken");
onConstraint("plan_annex_handover_key", "conflict", "record.id_taken");

const write = annexAccess["vocational-plan.write"];
/** Days in which a coach looks at what was handed over. */
const daysToTakeOver = 7;

/** Where the tasks of the days of review come from. */
export const vocationalReviewsOf = (annexId: string) => ({ type: "vocational_review", id: annexId });

/** One task for each day of review that is still to come; those of days left out end. */
async function setReviews(context: CommandContext, annex: StoredAnnex, days: readonly string[]): Promise<void> {
  await endTasksFrom(context, vocationalReviewsOf(annex.id), "NO_LONGER_RELEVANT");
  const { personId, caseId, ledBy: ownerId } = annex;
  for (const dueOn of (await readAnnex(context, annex.id)).reviewOn.filter(
    (day) => days.includes(day) && day >= context.today,
  ))
    await addTaskFor(context, {
      personId,
      caseId,
      ownerId,
      kind: "VOCATIONAL_REVIEW",
      dueOn,
      source: vocationalReviewsOf(annex.id),
    });
}

/**
 * Changes fields one by one against the version that the sender saw.
 * @throws Problem conflict `record.changed` with both values of each field that another one changed meanwhile | refused as
 * `refuseTargets` says, `colleague.cannot`
 */
async function changePlan(context: CommandContext, { annexId, fields }: ChangeVocationalPlan): Promise<Done> {
  const annex = await lockAnnex(context, write, "VOCATIONAL", annexId);
  if (context.base === undefined) throw invalidAt("base", "record.base_missing");
  const current = contentOf(context, annex);
  const { changes, conflicts } = mergeFields<VocationalContent>({
    base: context.base,
    changedIn: annex.changedIn,
    current,
    patch: fields,
  });
  if (conflicts.length > 0)
    throw new Problem("conflict", "record.changed", { current: annex.version, fields: conflicts });
  const names = Object.keys(changes);
  if (names.length === 0) return done(annex, { version: annex.version });
  const { goal, targetJobs, measures, targets, coachId, reviewOn } = { ...current, ...changes };
  refuseIf([refuseTargets({ measures, targets })]);
  if (changes.coachId) await requireColleague(context, { JOB_COACH: "team" }, changes.coachId);
  stayWhole(annex, refuseVocationalAgreement({ goal, steps: await readSteps(context, annexId) }));
  const version = annex.version + 1;
  const changedIn = JSON.stringify({ ...annex.changedIn, ...Object.fromEntries(names.map((name) => [name, version])) });
  await context.tx
    .updateTable("planAnnex")
    .set({
      sealed: seal(context, purposes.content, annexId, { goal, targetJobs }),
      measures: [...measures],
      targets: JSON.stringify(targets),
      coachId,
      reviewOn: reviewOn.toSorted(),
      version,
      changedIn,
    })
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", annexId)
    .execute();
  if (changes.reviewOn && annex.state === "IN_FORCE") await setReviews(context, annex, reviewOn);
  await keepChange(context, annex);
  return done(annex, { version });
}

/** @throws Problem conflict `annex.line_changed` | refused by `refuseStep`, and in force what would be missing */
async function setSteps(context: CommandContext, { annexId, steps, removed }: SetSteps): Promise<Done> {
  const annex = await lockAnnex(context, write, "VOCATIONAL", annexId);
  refuseIf(steps.map(refuseStep));
  await setLines(context, annex, {
    kind: "STEP",
    standing: await readSteps(context, annexId),
    lines: steps,
    removed,
    columnsOf: ({ type, provider, hours, fromOn, untilOn, certificate, mover, lacksDocument, competence }) => ({
      code: type,
      fromOn,
      untilOn,
      hours,
      mover,
      lacksDocument,
      words: { provider, certificate, competence },
    }),
  });
  stayWhole(
    annex,
    refuseVocationalAgreement({ ...contentOf(context, annex), steps: await readSteps(context, annexId) }),
  );
  await keepChange(context, annex);
  return done(annex);
}

/** Agreed with the person: its first version. @throws Problem refused `annex.already_agreed`, and what is missing */
async function agreePlan(context: CommandContext, { annexId }: AnnexId): Promise<Done> {
  const annex = await lockAnnex(context, write, "VOCATIONAL", annexId);
  if (annex.state === "IN_FORCE") throw new Problem("refused", "annex.already_agreed");
  refuseIf(refuseVocationalAgreement({ ...contentOf(context, annex), steps: await readSteps(context, annexId) }));
  await makeAnnexVersion(context, annex);
  await setReviews(context, annex, annex.reviewOn);
  await tell(context, annex, "vocational-plan.agreed");
  return done(annex);
}

/** How a step goes; the last mark counts. @throws Problem not_found | refused `annex.not_in_force` */
async function markStep(context: CommandContext, { markId, lineId, status }: MarkStep): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql<{
    annexId: string;
  }>`select annex_id from plan_annex_line l where organisation_id = ${organisationId}
      and id = ${lineId} and kind = 'STEP'
      and not exists (select from plan_annex_line_removal r where r.organisation_id = l.organisation_id and r.line_id = l.id)`.execute(
    context.tx,
  );
  const [line] = rows;
  if (!line) throw new Problem("not_found", "annex.not_found");
  const annex = await lockAnnex(context, annexAccess["vocational-plan.mark"], "VOCATIONAL", line.annexId);
  if (annex.state !== "IN_FORCE") throw new Problem("refused", "annex.not_in_force");
  await context.tx
    .insertInto("planAnnexStepMark")
    .values({ organisationId, id: markId, lineId, status, markedOn: context.today, markedBy: accountId })
    .execute();
  await tell(context, annex, "vocational-plan.step_marked", { status });
  return done(annex, { detail: { status } });
}

/**
 * Hands the plan over to a job coach of the case team, with what an employer may hear; it becomes the coach's task.
 * Source: docs/domain/rules.md R-EMP-04
 * @throws Problem refused `annex.not_in_force`, `annex.disclosure_missing`, `colleague.cannot`, `annex.coach_not_in_team`
 */
async function handOver(context: CommandContext, payload: HandOver): Promise<Done> {
  const { handoverId, annexId, coachId, disclosureAgreed, disclosure } = payload;
  const annex = await lockAnnex(context, write, "VOCATIONAL", annexId);
  if (annex.state !== "IN_FORCE") throw new Problem("refused", "annex.not_in_force");
  refuseIf([refuseHandover(payload)]);
  await requireColleague(context, { JOB_COACH: "team" }, coachId);
  const team = await teamWithRole(context, annex.caseId, "JOB_COACH");
  if (!team.some(({ id }) => id === coachId)) throw new Problem("refused", "annex.coach_not_in_team");
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("planAnnexHandover")
    .values({
      organisationId,
      id: handoverId,
      annexId,
      coachId,
      disclosureAgreed,
      sealed: seal(context, purposes.handover, handoverId, disclosure),
      handedBy: accountId,
      handedOn: context.today,
    })
    .execute();
  const source = { type: "vocational_handover", id: annexId };
  await endTasksFrom(context, source, "NO_LONGER_RELEVANT");
  await addTaskFor(context, {
    personId: annex.personId,
    caseId: annex.caseId,
    ownerId: coachId,
    kind: disclosureAgreed ? "TAKE_OVER_AGREED" : "TAKE_OVER_UNAGREED",
    dueOn: addDays(context.today, daysToTakeOver),
    source,
  });
  await tell(context, annex, "vocational-plan.handed_over", { disclosureAgreed });
  return { ...done(annex), ids: { annex: annexId, handover: handoverId } };
}

export const vocationalCommands = [
  defineCommand({
    type: "vocational-plan.begin",
    v: 1,
    summary: "Begins the vocational development plan of a programme",
    payload: BeginAnnex,
    verb: write,
    run: (context, payload) => beginAnnex(context, "VOCATIONAL", payload),
  }),
  defineCommand({
    type: "vocational-plan.change",
    v: 1,
    summary: "Changes goal, target jobs, measures and review days, field by field",
    payload: ChangeVocationalPlan,
    verb: write,
    run: changePlan,
  }),
  defineCommand({
    type: "vocational-plan.set-steps",
    v: 1,
    summary: "Adds, changes and removes steps; what others added stays",
    payload: SetSteps,
    verb: write,
    run: setSteps,
  }),
  defineCommand({
    type: "vocational-plan.agree",
    v: 1,
    summary: "The person and the counsellor agree on the plan",
    payload: AnnexId,
    verb: write,
    run: agreePlan,
  }),
  defineCommand({
    type: "vocational-plan.mark-step",
    v: 1,
    summary: "Marks how a step goes",
    payload: MarkStep,
    verb: annexAccess["vocational-plan.mark"],
    run: markStep,
  }),
  defineCommand({
    type: "vocational-plan.hand-over",
    v: 1,
    summary: "Hands the plan over to a job coach with the agreed disclosure",
    payload: HandOver,
    verb: write,
    run: handOver,
  }),
];
