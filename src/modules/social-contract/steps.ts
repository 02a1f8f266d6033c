import { type CommandContext, recordEvent } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { type ContractRecord, contentOf, stateOf } from "./contractRecord.ts";
import { type ContractAct, type ContractRefusal, type ContractState, consultationNeed, moveContract } from "./rules.ts";

/** Why `act` is not possible where the contract stands; null when it is. */
export function refuseAct(contract: ContractRecord, act: ContractAct): ContractRefusal | null {
  return moveContract(stateOf(contract), act, consultationNeed(contentOf(contract))).refusal;
}

/** Writes one step of the path and tells the timeline. The caller has locked the contract and asked the rule. */
export async function takeStep(
  context: CommandContext,
  contract: ContractRecord,
  step: { to: ContractState; act: ContractAct; onDay: PlainDate; detail?: Record<string, unknown> },
): Promise<void> {
  await context.tx
    .insertInto("contractStep")
    .values({
      organisationId: context.actor.organisationId,
      contractId: contract.id,
      stepNo: contract.steps.length + 1,
      fromState: stateOf(contract),
      toState: step.to,
      act: step.act,
      onDay: step.onDay,
      byId: context.actor.accountId,
    })
    .execute();
  contract.steps.push({ toState: step.to, onDay: step.onDay, byName: context.actor.displayName });
  await tell(context, contract, `contract.${kindOf[step.to]}`, { onDay: step.onDay, ...step.detail });
}

const kindOf: Record<ContractState, string> = {
  DRAFT: "redrafted",
  AGREED_WITH_PERSON: "agreed",
  CONSULTED_WITH_OTHER_OPS: "consulted",
  SIGNED: "signed",
  ACTIVE: "activated",
  COMPLETED: "completed",
  TERMINATED: "terminated",
};

/** One line of the person's timeline about this contract. */
export function tell(
  context: CommandContext,
  contract: Pick<ContractRecord, "id" | "personId" | "caseId">,
  kind: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const { id, personId, caseId } = contract;
  return recordEvent(context, { personId, caseId, kind, section: "SOCIAL", subject: { type: "contract", id }, detail });
}
