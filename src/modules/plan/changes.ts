import { sql } from "kysely";
import type { Reach, Role } from "../../platform/access.ts";
import {
  bumpVersion,
  type CommandContext,
  type Done,
  defineCommand,
  lockRow,
  type WorkContext,
} from "../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { addTaskFor, endTasksFrom, refuseForDead } from "../casework/public.ts";
import { planAccess } from "./access.ts";
import { ChangeId, type PlanChangeView, PlanDescription, ProposeChange, ReturnChange } from "./contract.ts";
import { withImplementer } from "./implementer.ts";
import { planInsurance } from "./insurance.ts";
import { finishLines } from "./lines.ts";
import { refuseAgreement, refuseProposal } from "./rules.ts";
import { changesOf, done, tell } from "./steps.ts";
import { columnsOf, contentOf, describe, open, purposes, requirePlan, type StoredPlan, seal } from "./store.ts";

onConstraint("plan_change_key", "conflict", "record.id_taken");
onConstraint("plan_change_ends_once", "refused", "plan.change_decided");
onConstraint("plan_change_approved_by_another", "refused", "plan.approved_by_author");

type Sealed = { description: PlanDescription; reason: string };
type Row = {
  id: string;
  planId: string;
  sealed: Buffer;
  proposedBy: string;
  proposedByName: string;
  proposedOn: PlainDate;
  outcome: Exclude<PlanChangeView["state"], "WAITING"> | null;
  answer: Buffer | null;
  endedByName: string | null;
  endedOn: PlainDate | null;
};

async function readRows(context: WorkContext, ids: { planId?: string; changeId?: string }): Promise<Row[]> {
  const { organisationId } = context.actor;
  const { rows } =
    await sql<Row>`select c.id, c.plan_id, c.sealed, c.proposed_by, coalesce(p.display_name, '–') as proposed_by_name, c.proposed_on,
      e.outcome, e.sealed as answer, e.ended_on, case when e.change_id is not null then coalesce(b.display_name, '–') end as ended_by_name
    from plan_change c
    left join plan_change_ending e on e.organisation_id = c.organisation_id and e.change_id = c.id
    left join membership p on p.organisation_id = c.organisation_id and p.account_id = c.proposed_by
    left join membership b on b.organisation_id = c.organisation_id and b.account_id = e.ended_by
    where c.organisation_id = ${organisationId} and (c.plan_id = ${ids.planId ?? null} or c.id = ${ids.changeId ?? null})
    order by c.recorded_at desc, c.id desc limit 100`.execute(context.tx);
  return rows;
}

const opened = (context: WorkContext, { id, sealed }: Row): Sealed =>
  open(context, purposes.change, id, sealed) as Sealed; // sealed below

/** Changes that were proposed to a running plan, the newest first. The caller has checked the reach. */
export async function readChanges(context: WorkContext, planId: string): Promise<PlanChangeView[]> {
  return (await readRows(context, { planId })).map((row) => {
    const { description, reason } = opened(context, row);
    const { id, outcome, proposedOn, proposedByName, endedOn, endedByName, answer } = row;
    return {
      id,
      state: outcome ?? "WAITING",
      proposedOn,
      proposedBy: proposedByName,
      proposedById: row.proposedBy,
      reason,
      endedOn,
      endedBy: endedByName,
      answer: answer ? String(open(context, purposes.change, `${id}/answer`, answer)) : "",
      description: outcome === null ? PlanDescription.parse(description) : null,
    };
  });
}

/** Whether a change of a plan waits for the manager. */
export async function hasOpenChange(context: WorkContext, planId: string): Promise<boolean> {
  return (await readRows(context, { planId })).some(({ outcome }) => outcome === null);
}

/**
 * A change in what the manager approved is put before the manager; until then the plan runs as it is.
 * @throws Problem conflict `record.changed` | refused as `refuseProposal` says, and what would be missing in the plan
 */
async function proposeChange(
  context: CommandContext,
  { changeId, planId, reason, ...sent }: ProposeChange,
): Promise<Done> {
  await lockRow(context, "plan", planId, "plan.not_found");
  const plan = await requirePlan(context, planAccess["plan.write"], planId);
  if (context.base !== plan.version)
    throw new Problem("conflict", "record.changed", { current: plan.version, seen: context.base });
  const before = describe(context, plan);
  const description = await withImplementer(context, sent);
  refuseIf(
    refuseProposal({
      state: plan.state,
      before,
      after: description,
      reason,
      waits: await hasOpenChange(context, planId),
    }),
  );
  await refuseForDead(context, plan.personId);
  refuseIf(refuseAgreement({ ...(await contentOf(context, plan)), ...description }));
  const { organisationId, accountId } = context.actor;
  const sealed: Sealed = { description, reason: reason.trim() };
  await context.tx
    .insertInto("planChange")
    .values({
      organisationId,
      id: changeId,
      planId,
      sealed: seal(context, purposes.change, changeId, sealed),
      proposedBy: accountId,
      proposedOn: context.today,
    })
    .execute();
  await endTasksFrom(context, changesOf(planId), "DONE");
  await tell(context, plan, "plan.change_proposed");
  return { ...done(plan), ids: { plan: planId, change: changeId } };
}

/** A change that waits, with its plan locked. @throws Problem not_found | refused `plan.change_decided` */
async function waiting(
  context: CommandContext,
  verb: Readonly<Partial<Record<Role, Reach>>>,
  changeId: string,
): Promise<{ row: Row; plan: StoredPlan }> {
  const [found] = await readRows(context, { changeId });
  if (!found) throw new Problem("not_found", "plan.not_found");
  await requirePlan(context, verb, found.planId);
  await lockRow(context, "plan", found.planId, "plan.not_found");
  const plan = await requirePlan(context, verb, found.planId);
  const [row] = await readRows(context, { changeId });
  if (!row || row.outcome !== null) throw new Problem("refused", "plan.change_decided");
  return { row, plan };
}

async function endChange(
  context: CommandContext,
  { id, proposedBy }: Row,
  outcome: "APPROVED" | "RETURNED" | "WITHDRAWN",
  answer: string | null = null,
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("planChangeEnding")
    .values({
      organisationId,
      changeId: id,
      outcome,
      sealed: answer === null ? null : seal(context, purposes.change, `${id}/answer`, answer),
      proposedBy,
      endedBy: accountId,
      endedOn: context.today,
    })
    .execute();
}

/**
 * Approved by a manager who neither proposed the change nor leads the plan: it holds from today as the next version, and the
 * insurance begins or ends with it. Source: docs/domain/rules.md R-IPWB-01, R-IPWB-03, R-IPWB-05
 * @throws Problem refused `plan.approved_by_author`, `plan.change_decided`, `plan.not_active`
 */
async function approveChange(context: CommandContext, { changeId }: ChangeId): Promise<Done> {
  const { row, plan } = await waiting(context, planAccess["plan.approve"], changeId);
  const { organisationId, accountId } = context.actor;
  if ([row.proposedBy, plan.ledBy].includes(accountId)) throw new Problem("refused", "plan.approved_by_author");
  if (plan.state !== "ACTIVE") throw new Problem("refused", "plan.not_active");
  const { description, reason } = opened(context, row);
  // a later last day is an act of its own, and may have come meanwhile
  const { endOn } = plan;
  await context.tx
    .updateTable("plan")
    .set(columnsOf(context, plan.id, { ...description, endOn }))
    .where("organisationId", "=", organisationId)
    .where("id", "=", plan.id)
    .execute();
  const version = await bumpVersion(context, "plan", plan.id);
  const changed = await requirePlan(context, planAccess["plan.approve"], plan.id);
  const answer = await finishLines(context, changed, "plan.description_changed", reason);
  if (changed.healthInsuranceNeeded !== plan.healthInsuranceNeeded) {
    const begins = changed.healthInsuranceNeeded;
    const kind = begins ? "START_HEALTH_INSURANCE" : "STOP_HEALTH_INSURANCE";
    await planInsurance(context, begins ? changed : plan, kind, context.today);
  }
  await endChange(context, row, "APPROVED");
  await tell(context, plan, "plan.change_approved");
  return { ...answer, version };
}

/** The manager says what to mend; it becomes a task of who leads the plan. @throws Problem refused `plan.reason_missing` */
async function returnChange(context: CommandContext, { changeId, reason }: ReturnChange): Promise<Done> {
  const { row, plan } = await waiting(context, planAccess["plan.approve"], changeId);
  refuseIf([reason.trim() === "" ? "plan.reason_missing" : null]);
  await endChange(context, row, "RETURNED", reason.trim());
  const { id, personId, caseId, ledBy: ownerId } = plan;
  await addTaskFor(context, {
    personId,
    caseId,
    ownerId,
    kind: "MEND_PLAN",
    dueOn: context.today,
    source: changesOf(id),
  });
  await tell(context, plan, "plan.change_returned");
  return done(plan);
}

async function withdrawChange(context: CommandContext, { changeId }: ChangeId): Promise<Done> {
  const { row, plan } = await waiting(context, planAccess["plan.write"], changeId);
  await endChange(context, row, "WITHDRAWN");
  await tell(context, plan, "plan.change_withdrawn");
  return done(plan);
}

const [write, approve] = [planAccess["plan.write"], planAccess["plan.approve"]];
export const changeCommands = [
  defineCommand({
    type: "plan.propose-change",
    v: 1,
    summary: "Puts a change of a running plan before the manager who approved it",
    payload: ProposeChange,
    verb: write,
    run: proposeChange,
  }),
  defineCommand({
    type: "plan.approve-change",
    v: 1,
    summary: "The manager of the OPS approves a change: it is the plan's next version",
    payload: ChangeId,
    verb: approve,
    run: approveChange,
  }),
  defineCommand({
    type: "plan.return-change",
    v: 1,
    summary: "The manager of the OPS returns a change with what to mend",
    payload: ReturnChange,
    verb: approve,
    run: returnChange,
  }),
  defineCommand({
    type: "plan.withdraw-change",
    v: 1,
    summary: "Takes a change back that waits for the manager",
    payload: ChangeId,
    verb: write,
    run: withdrawChange,
  }),
];
