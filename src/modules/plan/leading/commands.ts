import type { Reach, Role } from "../../../platform/access.ts";
import { type CommandContext, type Done, defineCommand, lockRow } from "../../../platform/command.ts";
import { invalidAt, onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { addDays } from "../../../platform/time/plainDate.ts";
import { addTaskFor, endTasksFrom, handTasks, signatureTasksOf } from "../../casework/public.ts";
import { requireAnnex } from "../annexes/store.ts";
import { vocationalReviewsOf } from "../annexes/vocational.ts";
import { promisesOf } from "../promises.ts";
import { changesOf, done, endOf, leadingOf, reviewsOf, tell } from "../steps.ts";
import { requirePlan } from "../store.ts";
import { leadingAccess } from "./access.ts";
import type { LeadingPart } from "./codes.ts";
import { ChangeAnnexLeader, ChangePlanLeader } from "./contract.ts";
import { refuseLeadingChange } from "./rules.ts";
import { readLed, standingIn } from "./store.ts";

onConstraint("plan_leading_key", "conflict", "plan.leading_changed");

/** Days in which who takes over looks at what was handed over. */
const daysToTakeOver = 7;

const nouns = { PLAN: "plan", VOCATIONAL: "vocational-plan", INTERPERSONAL: "interpersonal-path" } as const;

const changed = {
  PLAN: "plan.leader_changed",
  VOCATIONAL: "vocational-plan.leader_changed",
  INTERPERSONAL: "interpersonal-path.leader_changed",
} as const;

/** Where the tasks of whoever leads a part come from. */
function tasksOf(part: LeadingPart, id: string) {
  const signing = signatureTasksOf(id);
  if (part === "PLAN") return [reviewsOf(id), endOf(id), promisesOf(id), changesOf(id), { type: "plan", id }, signing];
  return part === "VOCATIONAL" ? [vocationalReviewsOf(id), signing] : [signing];
}

type Change = { part: LeadingPart; planId: string; annexId: string | null } & Pick<
  ChangePlanLeader,
  "accountId" | "reason"
>;

/**
 * Somebody else leads from today: every open task of the leadership goes along, papers name the new one, the earlier stays
 * in the history.
 * @throws Problem not_found | conflict `plan.leading_changed` | refused as `refuseLeadingChange` says
 */
async function changeLeader(context: CommandContext, { part, planId, annexId, accountId, reason }: Change) {
  await lockRow(context, "plan", planId, "plan.not_found");
  const verb: Readonly<Partial<Record<Role, Reach>>> = leadingAccess[`${nouns[part]}.change-leader`];
  const plan = await requirePlan(context, verb, planId);
  if (context.base === undefined) throw invalidAt("base", "record.base_missing");
  const led = await readLed(context, plan);
  const of = led.find((it) => it.part === part);
  if (!of) throw new Error("a part that was just there");
  if (of.version !== context.base)
    throw new Problem("conflict", "plan.leading_changed", { current: of.version, seen: context.base });
  refuseIf([refuseLeadingChange({ ...(await standingIn(context, plan, led, of)), toId: accountId })]);
  const { organisationId, accountId: handedBy } = context.actor;
  await context.tx
    .insertInto("planLeading")
    .values({
      organisationId,
      planId,
      part,
      no: of.version,
      annexId,
      ledBefore: of.leader.id,
      ledBy: accountId,
      reason,
      since: context.today,
      handedBy,
    })
    .execute();
  const id = annexId ?? planId;
  for (const source of tasksOf(part, id)) await handTasks(context, source, accountId);
  const source = leadingOf(id);
  await endTasksFrom(context, source, "NO_LONGER_RELEVANT");
  if (accountId !== handedBy)
    await addTaskFor(context, {
      personId: plan.personId,
      caseId: plan.caseId,
      ownerId: accountId,
      kind: "TAKE_OVER_PLAN",
      detail: { part },
      dueOn: addDays(context.today, daysToTakeOver),
      source,
    });
  await tell(context, plan, changed[part], { reason });
  return { plan, version: of.version + 1, detail: { reason } };
}

async function changePlanLeader(context: CommandContext, payload: ChangePlanLeader): Promise<Done> {
  const { plan, version, detail } = await changeLeader(context, { part: "PLAN", annexId: null, ...payload });
  return done(plan, detail, version);
}

const changeAnnexLeader =
  (part: "VOCATIONAL" | "INTERPERSONAL") =>
  async (context: CommandContext, { annexId, ...to }: ChangeAnnexLeader): Promise<Done> => {
    const verb: Readonly<Partial<Record<Role, Reach>>> = leadingAccess[`${nouns[part]}.change-leader`];
    const { planId, personId } = await requireAnnex(context, verb, part, annexId);
    const { version, detail } = await changeLeader(context, { part, planId, annexId, ...to });
    return {
      ids: { annex: annexId },
      about: { type: nouns[part], id: annexId, personId, section: "SOCIAL" },
      version,
      detail,
    };
  };

export const leadingCommands = [
  defineCommand({
    type: "plan.change-leader",
    v: 1,
    summary: "Hands a programme over to another leading worker, with the tasks that belong to it",
    payload: ChangePlanLeader,
    verb: leadingAccess["plan.change-leader"],
    run: changePlanLeader,
  }),
  defineCommand({
    type: "vocational-plan.change-leader",
    v: 1,
    summary: "Hands a vocational development plan over to another counsellor of the case team",
    payload: ChangeAnnexLeader,
    verb: leadingAccess["vocational-plan.change-leader"],
    run: changeAnnexLeader("VOCATIONAL"),
  }),
  defineCommand({
    type: "interpersonal-path.change-leader",
    v: 1,
    summary: "Hands an interpersonal development path over to another psychologist of the case team",
    payload: ChangeAnnexLeader,
    verb: leadingAccess["interpersonal-path.change-leader"],
    run: changeAnnexLeader("INTERPERSONAL"),
  }),
];
