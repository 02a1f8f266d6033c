import type { CommandContext } from "../../platform/command.ts";
import { addDays } from "../../platform/time/plainDate.ts";
import { addTaskFor, endTasksFrom } from "../casework/public.ts";
import type { ContractRecord } from "./contractRecord.ts";

/** Design choice: after this many days a waiting signature is due. */
const remindAfterDays = 7;

type Annex = { id: string; annexNo: number };
const sourceOf = (contract: Pick<ContractRecord, "id">, annex: Pick<Annex, "id"> | null) =>
  annex ? { type: "contract_annex_signature", id: annex.id } : { type: "contract_signature", id: contract.id };

/** A task with the worker for as long as a signature waits, under the contract or under one of its annexes. */
export async function remindOfSignatures(
  context: CommandContext,
  contract: ContractRecord,
  annex: Annex | null,
): Promise<void> {
  await addTaskFor(context, {
    personId: contract.personId,
    caseId: contract.caseId,
    ownerId: contract.socialWorkerId,
    unitId: contract.unitId,
    kind: annex ? "contract.annex_signature_waits" : "contract.signature_waits",
    detail: { number: annex ? `${contract.number}/A${annex.annexNo}` : contract.number },
    dueOn: addDays(context.today, remindAfterDays),
    source: sourceOf(contract, annex),
  });
}

/** The last signature was given, or none is wanted any more. */
export function endReminder(
  context: CommandContext,
  contract: Pick<ContractRecord, "id">,
  annex: Pick<Annex, "id"> | null,
  outcome: "DONE" | "NO_LONGER_RELEVANT",
): Promise<void> {
  return endTasksFrom(context, sourceOf(contract, annex), outcome);
}

/** Nobody is reminded of the signatures of a contract that has ended. */
export async function endReminders(context: CommandContext, contract: ContractRecord): Promise<void> {
  for (const paper of [null, ...contract.annexes]) await endReminder(context, contract, paper, "NO_LONGER_RELEVANT");
}
