import type { CommandContext } from "../../platform/command.ts";
import { followPromises } from "../casework/public.ts";
import { runningDuties } from "./annexRules.ts";
import type { ContractRecord } from "./contractRecord.ts";
import { dutyEnd, dutyResult } from "./rules.ts";

/**
 * What the centre promised becomes tasks of who concluded the contract while it holds: one for each duty with a day, ended
 * when an evaluation finds it kept or no longer relevant, when an annex ends it, or with the contract.
 * Source: docs/domain/rules.md R-SC-04
 */
export async function followDuties(context: CommandContext, contract: ContractRecord): Promise<void> {
  const { id, personId, caseId, socialWorkerId, unitId, number } = contract;
  await followPromises(
    context,
    {
      personId,
      caseId,
      ownerId: socialWorkerId,
      unitId,
      kind: "contract.duty_due",
      detail: { number },
      source: { type: "contract_duty", id },
    },
    runningDuties(contract.duties, contract.annexes).flatMap((duty) =>
      duty.side === "OPS" && duty.dueOn
        ? [{ id: duty.id, dueOn: duty.dueOn, ended: dutyEnd(dutyResult(contract, duty.id)) }]
        : [],
    ),
  );
}
