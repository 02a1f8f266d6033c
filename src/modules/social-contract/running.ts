import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand } from "../../platform/command.ts";
import { onConstraint } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { moveCaseIfPossible } from "../assessment/public.ts";
import { addTaskFor, endTasksFrom } from "../casework/public.ts";
import { contractAccess } from "./access.ts";
import { ActivateContract, EndContract, EvaluateContract } from "./contract.ts";
import { type ContractRecord, contentOf, dayOf, isIntact, lockContract, nextEvaluationOf } from "./contractRecord.ts";
import { type ContractOpening, contractOpens, openingTasks } from "./opening.ts";
import { followDuties } from "./promises.ts";
import { endReminders } from "./reminders.ts";
import { insuranceTasks, refuseEnd, refuseEvaluation, refuseStepDay } from "./rules.ts";
import { seal, sealAlways } from "./sealedText.ts";
import { missingSignatures, refuseAll } from "./signing.ts";
import { refuseAct, takeStep, tell } from "./steps.ts";

onConstraint("contract_evaluation_key", "conflict", "record.id_taken");
onConstraint("contract_evaluation_result_once", "invalid", "contract.evaluation_duty_twice", "payload.results");
onConstraint("contract_ends_once", "refused", "contract.closed");

const write = contractAccess["contract.write"];
const about = (contract: ContractRecord) =>
  ({ type: "contract", id: contract.id, personId: contract.personId, section: "SOCIAL" }) as const;
const intact = (contract: ContractRecord) => (isIntact(contract) ? null : "contract.content_changed");

/**
 * The contract begins to hold; the case moves to CONTRACTED where its path allows that. Evaluation and, for an
 * unemployed person, insurance become tasks. Source: docs/domain/rules.md R-SC-04, R-SC-05, R-S0-06.
 * @throws Problem not_found | refused
 */
async function activateContract(context: CommandContext, { contractId, activeFrom }: ActivateContract): Promise<Done> {
  const contract = await lockContract(context, write, contractId);
  refuseAll([
    ...missingSignatures(contract).statutory,
    refuseAct(contract, "activate"),
    intact(contract),
    refuseStepDay(activeFrom, dayOf(contract, "SIGNED"), context.today),
  ]);
  const { unemployed } = contract;
  const opens = contractOpens({ homeless: contentOf(contract).homeless, unemployed });
  await takeStep(context, contract, { to: "ACTIVE", act: "activate", onDay: activeFrom, detail: { opens } });
  const moved = contract.caseId !== null && (await moveCaseIfPossible(context, contract.caseId, "sign_contract"));
  await planEvaluation(context, contract);
  await followDuties(context, contract);
  await planInsurance(context, contract, activeFrom, null);
  await planOpenings(context, contract, opens, activeFrom);
  return { ids: { contract: contractId }, about: about(contract), detail: { activeFrom, moved } };
}

/** A task for the next evaluation, with the worker who answers for it. */
export async function planEvaluation(context: CommandContext, contract: ContractRecord): Promise<void> {
  const dueOn = nextEvaluationOf(contract);
  if (dueOn === null) return;
  await addTaskFor(context, {
    personId: contract.personId,
    caseId: contract.caseId,
    ownerId: contract.socialWorkerId,
    unitId: contract.unitId,
    kind: "contract.evaluation_due",
    detail: { number: contract.number },
    dueOn,
    source: { type: "contract_evaluation", id: contract.id },
  });
}

async function planInsurance(
  context: CommandContext,
  contract: ContractRecord,
  activeFrom: PlainDate,
  endedOn: PlainDate | null,
): Promise<void> {
  const wanted = endedOn === null ? "START_INSURANCE" : "STOP_INSURANCE";
  const { unemployed } = contract;
  for (const { task, on } of insuranceTasks({ unemployed, activeFrom, endedOn }))
    if (task === wanted)
      await addTaskFor(context, {
        personId: contract.personId,
        caseId: contract.caseId,
        ownerId: contract.socialWorkerId,
        unitId: contract.unitId,
        kind: `contract.${task.toLowerCase()}`,
        detail: { number: contract.number },
        dueOn: on,
        source: { type: "contract", id: contract.id },
      });
}

/**
 * An evaluation: what became of each duty of each side, what the person said, the conclusion. It states facts; nothing
 * follows from it by itself. Source: docs/domain/rules.md R-SC-04, R-SC-07.
 * @throws Problem not_found | refused | invalid `contract.evaluation_duty_twice`
 */
async function evaluateContract(context: CommandContext, payload: EvaluateContract): Promise<Done> {
  const { evaluationId, contractId, heldOn, results, personSaid, conclusion, change } = payload;
  const contract = await lockContract(context, write, contractId);
  const settled = contract.evaluations.at(-1)?.heldOn ?? dayOf(contract, "ACTIVE");
  refuseAll([
    refuseAct(contract, "evaluate"),
    intact(contract),
    refuseStepDay(heldOn, settled, context.today),
    refuseEvaluation(
      contract.duties.filter(({ running }) => running).map(({ id }) => id),
      results,
    ),
  ]);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("contractEvaluation")
    .values({
      organisationId,
      id: evaluationId,
      contractId,
      heldOn,
      personSaid: seal(context, `${evaluationId}/personSaid`, personSaid),
      conclusion: sealAlways(context, `${evaluationId}/conclusion`, conclusion),
      change: seal(context, `${evaluationId}/change`, change),
      recordedBy: accountId,
    })
    .execute();
  await context.tx
    .insertInto("contractEvaluationResult")
    .values(results.map(({ dutyId, result }) => ({ organisationId, evaluationId, dutyId, result })))
    .execute();
  await endTasksFrom(context, { type: "contract_evaluation", id: contractId }, "DONE");
  contract.evaluations.push({ id: evaluationId, heldOn, personSaid, conclusion, change, results });
  await planEvaluation(context, contract);
  await followDuties(context, contract);
  const count = (result: string) => results.filter((one) => one.result === result).length;
  const detail = { heldOn, kept: count("KEPT"), partly: count("PARTLY"), not: count("NOT") };
  await tell(context, contract, "contract.evaluated", detail);
  return { ids: { evaluation: evaluationId }, about: about(contract), detail };
}

/** @throws Problem not_found | refused */
async function endContract(
  context: CommandContext,
  act: "complete" | "terminate",
  payload: EndContract,
): Promise<Done> {
  const { contractId, endedOn, reason, heardOn, note } = payload;
  const contract = await lockContract(context, write, contractId);
  const activeFrom = dayOf(contract, "ACTIVE");
  refuseAll([
    refuseAct(contract, act),
    refuseStepDay(endedOn, activeFrom ?? dayOf(contract, "SIGNED"), context.today),
    refuseEnd(act, payload),
  ]);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("contractTermination")
    .values({
      organisationId,
      contractId,
      endedOn,
      reason,
      heardOn,
      note: seal(context, `${contractId}/termination`, note),
      recordedBy: accountId,
    })
    .execute();
  await takeStep(context, contract, {
    to: act === "complete" ? "COMPLETED" : "TERMINATED",
    act,
    onDay: endedOn,
    detail: { reason },
  });
  await endTasksFrom(context, { type: "contract_evaluation", id: contractId }, "NO_LONGER_RELEVANT");
  await endTasksFrom(context, { type: "contract_opening", id: contractId }, "NO_LONGER_RELEVANT");
  await endTasksFrom(context, { type: "contract_duty", id: contractId }, "NO_LONGER_RELEVANT");
  await endReminders(context, contract);
  if (activeFrom !== null) {
    await planInsurance(context, contract, activeFrom, endedOn);
    // R-SC-06: they learn that it ended; not why
    await callUnits(context, contract, "CLUB", {
      kind: "contract.ended_check_club",
      detail: { endedOn },
      dueOn: context.today,
      source: { type: "contract", id: contractId },
    });
  }
  return { ids: { contract: contractId }, about: about(contract), detail: { endedOn, reason } };
}

type Call = { kind: string; detail: Record<string, unknown>; dueOn: PlainDate; source: { type: string; id: string } };

/** A task with those who lead the clubs, or the centres, that work with the person: a day and nothing of the contract's words. */
async function callUnits(
  context: CommandContext,
  contract: ContractRecord,
  of: "CLUB" | "CENTRE",
  call: Call,
): Promise<void> {
  const { organisationId } = context.actor;
  const [unit, role] = of === "CLUB" ? ["KIS", "KIS_COORDINATOR"] : ["CIS", "CIS_MANAGER"];
  const { rows } = await sql<{ accountId: string }>`select distinct r.account_id from person_unit p
    join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id and u.kind = ${unit}
    join membership_unit m on m.organisation_id = u.organisation_id and m.unit_id = u.id
    join membership_role r on r.organisation_id = m.organisation_id and r.account_id = m.account_id and r.role = ${role}
    where p.organisation_id = ${organisationId} and p.person_id = ${contract.personId}`.execute(context.tx);
  for (const { accountId } of rows)
    await addTaskFor(context, { personId: contract.personId, ownerId: accountId, ...call });
}

/** What the contract opens becomes tasks of its first day. Source: docs/domain/rules.md R-SC-05, R-SC-06. */
async function planOpenings(
  context: CommandContext,
  contract: ContractRecord,
  opens: readonly ContractOpening[],
  activeFrom: PlainDate,
): Promise<void> {
  const source = { type: "contract_opening", id: contract.id };
  for (const { kind, reader, on } of openingTasks(opens, activeFrom)) {
    const detail = { number: contract.number, activeFrom };
    if (reader === "WORKER")
      await addTaskFor(context, {
        personId: contract.personId,
        caseId: contract.caseId,
        ownerId: contract.socialWorkerId,
        unitId: contract.unitId,
        kind,
        detail,
        dueOn: on,
        source,
      });
    else await callUnits(context, contract, reader, { kind, detail: { activeFrom }, dueOn: on, source });
  }
}

export const runningCommands = [
  defineCommand({
    type: "contract.activate",
    v: 1,
    summary: "Lets a signed contract begin",
    payload: ActivateContract,
    verb: write,
    run: activateContract,
  }),
  defineCommand({
    type: "contract.evaluate",
    v: 1,
    summary: "Notes what became of every duty",
    payload: EvaluateContract,
    verb: write,
    run: evaluateContract,
  }),
  defineCommand({
    type: "contract.complete",
    v: 1,
    summary: "Ends a contract whose goals were reached",
    payload: EndContract,
    verb: write,
    run: (context, payload) => endContract(context, "complete", payload),
  }),
  defineCommand({
    type: "contract.terminate",
    v: 1,
    summary: "Breaks off a contract with its reason",
    payload: EndContract,
    verb: write,
    run: (context, payload) => endContract(context, "terminate", payload),
  }),
];
