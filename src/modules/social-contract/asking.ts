import { type CommandContext, type Done, defineCommand } from "../../platform/command.ts";
import { onConstraint, Problem } from "../../platform/problem.ts";
import { addTaskFor, endTasksFrom } from "../casework/public.ts";
import { contractAccess } from "./access.ts";
import { refuseAsking } from "./askingRules.ts";
import { AskCentre, SetContact } from "./contract.ts";
import { type ContractRecord, contentOf, lockContract, stateOf } from "./contractRecord.ts";
import { seal } from "./sealedText.ts";
import { refuseAll } from "./signing.ts";
import { tell } from "./steps.ts";

onConstraint("contract_consultation_request_key", "conflict", "record.id_taken");

const write = contractAccess["contract.write"];
const about = (contract: ContractRecord) =>
  ({ type: "contract", id: contract.id, personId: contract.personId, section: "SOCIAL" }) as const;

/**
 * The centre of the last permanent registration is asked to agree the content; its answer is a task of who concludes the
 * contract until it is there. Asking again moves the day. Source: docs/domain/rules.md R-JUR-03, R-SC-02.
 * @throws Problem not_found | refused
 */
async function askCentre(context: CommandContext, payload: AskCentre): Promise<Done> {
  const { requestId, contractId, ...request } = payload;
  const contract = await lockContract(context, write, contractId);
  const isFrozen = contract.frozenHash !== null;
  refuseAll(refuseAsking(isFrozen ? "SIGNED" : stateOf(contract), contentOf(contract), request, context.today));
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("contractConsultationRequest")
    .values({ organisationId, id: requestId, contractId, ...request, recordedBy: accountId })
    .execute();
  const source = { type: "contract_consultation", id: contractId };
  await endTasksFrom(context, source, "NO_LONGER_RELEVANT");
  await addTaskFor(context, {
    personId: contract.personId,
    caseId: contract.caseId,
    ownerId: contract.socialWorkerId,
    unitId: contract.unitId,
    kind: "contract.consultation_waits",
    detail: { number: contract.number },
    dueOn: request.answerBy,
    source,
  });
  await tell(context, contract, "contract.centre_asked", { onDay: request.askedOn, answerBy: request.answerBy });
  return { ids: { request: requestId }, about: about(contract) };
}

/**
 * How a party is reached. It is no part of what is signed, so it voids nothing and needs no annex.
 * @throws Problem not_found | refused `contract.closed` | conflict `record.changed` when somebody else corrected it meanwhile
 */
async function setContact(context: CommandContext, { contractId, side, seen, phone }: SetContact): Promise<Done> {
  const contract = await lockContract(context, write, contractId);
  refuseAll([contract.termination ? "contract.closed" : null]);
  const now = contract.contacts.find((one) => one.side === side)?.phone ?? null;
  if (now !== seen && now !== phone) throw new Problem("conflict", "record.changed", { fields: ["phone"] });
  const { organisationId, accountId } = context.actor;
  const row = {
    phone: seal(context, `${contractId}/phone/${side}`, phone),
    recordedBy: accountId,
    recordedAt: context.now,
  };
  await context.tx
    .insertInto("contractContact")
    .values({ organisationId, contractId, side, ...row })
    .onConflict((conflict) => conflict.columns(["organisationId", "contractId", "side"]).doUpdateSet(row))
    .execute();
  await tell(context, contract, "contract.contact_corrected", { side });
  return { ids: { contract: contractId }, about: about(contract), detail: { side } };
}

export const askingCommands = [
  defineCommand({
    type: "contract.ask-centre",
    v: 1,
    summary: "Notes that the centre of the last registration was asked, and by when it answers",
    payload: AskCentre,
    verb: write,
    run: askCentre,
  }),
  defineCommand({
    type: "contract.set-contact",
    v: 1,
    summary: "Corrects how a party is reached; voids no signature",
    payload: SetContact,
    verb: write,
    run: setContact,
  }),
];
