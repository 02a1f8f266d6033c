import type { WorkContext } from "../../platform/command.ts";
import { ipzsStateOf } from "../centre/public.ts";
import { type PlanWithLines, plansOf } from "../plan/public.ts";
import { waitsForApproval } from "../plan/rules.ts";
import { type ContractWithDuties, contractsOf } from "../social-contract/public.ts";
import type { MinePromises, OwnLine } from "./contract.ts";
import { inOrder, standingOf } from "./rules.ts";

/** Lines that are still relevant, in order, with nothing of theirs but what is named here. */
function linesOf<L extends Omit<OwnLine, "standing">>(
  context: WorkContext,
  lines: readonly { line: L; found: Parameters<typeof standingOf>[0] }[],
): (L & OwnLine)[] {
  return inOrder(
    lines.flatMap(({ line, found }) => {
      const standing = standingOf(found, line.dueOn, context.today);
      return standing === null ? [] : [{ ...line, standing }];
    }),
  );
}

function ownPlan(context: WorkContext, plan: PlanWithLines): MinePromises["plans"][number] {
  const { id, kind, state, startOn, endOn, reviewDue, goals, tasks } = plan;
  return {
    id,
    kind,
    state,
    waitsForApproval: waitsForApproval(plan),
    startOn,
    endOn,
    reviewOn: reviewDue,
    goals: linesOf(
      context,
      goals.map((goal) => ({ line: { id: goal.id, what: goal.text, dueOn: goal.dueOn }, found: goal.outcome })),
    ),
    promises: linesOf(
      context,
      tasks.map((task) => ({
        line: { id: task.id, side: task.side, by: "", what: task.what, dueOn: task.dueOn },
        found: task.outcome,
      })),
    ),
  };
}

function ownContract(context: WorkContext, contract: ContractWithDuties): MinePromises["contracts"][number] {
  const { id, number, state, activeFrom, endedOn, nextEvaluation, goals, duties } = contract;
  return {
    id,
    number,
    state,
    activeFrom,
    endedOn,
    evaluationOn: nextEvaluation,
    goals: goals.map((goal) => ({ id: goal.id, what: goal.what })),
    promises: linesOf(
      context,
      duties.map((duty) => ({
        line: {
          id: duty.id,
          side: duty.side === "LEAD" ? ("LEAD_ORGANISATION" as const) : duty.side,
          by: duty.side === "PERSON" ? "" : duty.by,
          what: duty.what,
          dueOn: duty.dueOn,
        },
        found: duty.result,
      })),
    ),
  };
}

/** What was promised to the person and by them, put together line by line: what is not named here does not leave the house. */
export async function readPromises(context: WorkContext, personId: string): Promise<MinePromises> {
  const plans = await plansOf(context, personId);
  const contracts = await contractsOf(context, personId);
  const programme = await ipzsStateOf(context, personId);
  return {
    personId,
    plans: plans.map((plan) => ownPlan(context, plan)),
    contracts: contracts.map((contract) => ownContract(context, contract)),
    programme: programme && {
      state: programme.state,
      trialTo: programme.days?.trialTo ?? null,
      lastDay: programme.days?.lastDay ?? null,
      endedOn: programme.endedOn,
    },
  };
}
