import type { PlainDate } from "../../platform/time/plainDate.ts";
import { isSameCommune } from "../casework/rules.ts";
import {
  type ContractContent,
  type ContractRefusal,
  type ContractState,
  consultationNeed,
  refuseEdit,
  refuseStepDay,
} from "./rules.ts";

/** Working days are not law here: how long an answer is usually awaited before one asks again. Design. */
export const usualAnswerDays = 14;

export type AskingRefusal = ContractRefusal | "contract.answer_before_asking" | "contract.nobody_to_ask";

/**
 * Why the other centre cannot be asked: it is that of the last permanent registration, before anybody signs.
 * Source: docs/domain/rules.md R-JUR-03, R-SC-02.
 */
export function refuseAsking(
  state: ContractState,
  contract: Pick<ContractContent, "homeless" | "commune" | "lastPermanentRegistration">,
  request: { commune: string; askedOn: PlainDate; answerBy: PlainDate },
  today: PlainDate,
): readonly (AskingRefusal | null)[] {
  const need = consultationNeed(contract);
  const { lastPermanentRegistration } = contract;
  const isOther = lastPermanentRegistration !== null && !isSameCommune(request.commune, lastPermanentRegistration);
  return [
    refuseEdit(state),
    need === "NOT_HOMELESS" || need === "OWN_COMMUNE" ? "contract.consultation_not_needed" : null,
    need === "REGISTRATION_UNKNOWN" ? "contract.nobody_to_ask" : null,
    need === "NEEDED" && isOther ? "contract.consultation_other_commune" : null,
    refuseStepDay(request.askedOn, null, today),
    request.answerBy < request.askedOn ? "contract.answer_before_asking" : null,
  ];
}
