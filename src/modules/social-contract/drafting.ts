import { sql } from "kysely";
import { bumpVersion, type CommandContext, type Done, defineCommand } from "../../platform/command.ts";
import { mergeFields } from "../../platform/merge.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { refuseForDead, requireCase, requirePerson } from "../casework/public.ts";
import { livingWith } from "../person/public.ts";
import { contractAccess } from "./access.ts";
import { refusalSource } from "./codes.ts";
import { ChangeContract, DraftContract, type Party, SetDuties, SetGoals } from "./contract.ts";
import { type ContractRecord, lockContract, numberOf, stateOf } from "./contractRecord.ts";
import { isMember, refuseEdit } from "./rules.ts";
import { seal, sealAlways } from "./sealedText.ts";
import { takeStep, tell } from "./steps.ts";

onConstraint("social_contract_key", "conflict", "record.id_taken");
onConstraint("contract_goal_key", "conflict", "record.id_taken");
onConstraint("contract_duty_key", "conflict", "record.id_taken");
onConstraint("social_contract_worker", "invalid", "contract.unknown_colleague", "payload.socialWorkerId");
onConstraint("social_contract_of_unit", "invalid", "contract.not_own_unit", "payload.unitId");
onConstraint("contract_party_once", "refused", "contract.party_twice");
onConstraint("contract_representative_named", "refused", "contract.representative_without_name");

const write = contractAccess["contract.write"];
const about = (contract: Pick<ContractRecord, "id" | "personId">) =>
  ({ type: "contract", id: contract.id, personId: contract.personId, section: "SOCIAL" }) as const;

/** @throws Problem not_found | refused `contract.not_own_unit`, `contract.case_of_another` | invalid */
async function draftContract(context: CommandContext, payload: DraftContract): Promise<Done> {
  const { contractId, personId, caseId, unitId, parties, evaluationDates } = payload;
  await requirePerson(context, write, personId);
  await refuseForDead(context, personId);
  const { organisationId, accountId, unitIds } = context.actor;
  if (!unitIds.includes(unitId)) throw new Problem("refused", "contract.not_own_unit");
  if (caseId !== null && (await requireCase(context, write, caseId)).personId !== personId)
    throw new Problem("refused", "contract.case_of_another");
  const year = Number(context.today.slice(0, 4));
  const { rows } = await sql<{
    lastNo: number;
  }>`insert into contract_number (organisation_id, year, last_no) values (${organisationId}, ${year}, 1)
    on conflict (organisation_id, year) do update set last_no = contract_number.last_no + 1 returning last_no`.execute(
    context.tx,
  );
  const no = rows[0]?.lastNo ?? 1;
  const { variant, socialWorkerId, commune, homeless, unemployed, pupReferral, consequences } = payload;
  await context.tx
    .insertInto("socialContract")
    .values({
      organisationId,
      id: contractId,
      personId,
      caseId,
      unitId,
      year,
      no,
      variant,
      socialWorkerId,
      commune,
      homeless,
      unemployed,
      pupReferral,
      consequences,
      ...sealedTexts(context, contractId, payload),
      draftedBy: accountId,
      draftedOn: context.today,
    })
    .execute();
  await writeParties(context, { contractId, personId }, parties);
  await writeEvaluationDates(context, contractId, evaluationDates, null);
  await sql`insert into contract_step (organisation_id, contract_id, step_no, to_state, act, on_day, by_id)
    values (${organisationId}, ${contractId}, 1, 'DRAFT', 'draft', ${context.today}, ${accountId})`.execute(context.tx);
  const contract = { id: contractId, personId, caseId };
  await tell(context, contract, "contract.drafted", { number: numberOf({ year, no }) });
  return { ids: { contract: contractId }, version: 1, about: about(contract) };
}

const sealedFields = ["situation", "resources", "barriers", "actionsSoFar", "unemployment"] as const;

function sealedTexts(
  context: CommandContext,
  contractId: string,
  texts: Partial<Record<(typeof sealedFields)[number], string | null>>,
): Partial<Record<(typeof sealedFields)[number], Buffer | null>> {
  const sealed: Partial<Record<(typeof sealedFields)[number], Buffer | null>> = {};
  for (const field of sealedFields) {
    const text = texts[field];
    if (text !== undefined) sealed[field] = seal(context, `${contractId}/${field}`, text);
  }
  return sealed;
}

/** Members of the family are people of a common household, each within reach. @throws Problem refused `contract.member_not_in_household`, `contract.party_twice` */
async function refuseStrangers(context: CommandContext, personId: string, parties: readonly Party[]): Promise<void> {
  const family = parties.filter(({ side }) => isMember(side)).map((party) => party.personId);
  if (parties.some((party) => !isMember(party.side) && party.personId)) throw new Problem("invalid", "field.invalid");
  const ids = family.filter((id) => id !== undefined);
  const together = await livingWith(context, personId, ids, context.today);
  if (ids.length < family.length || ids.some((id) => !together.has(id)))
    throw new Problem("refused", "contract.member_not_in_household");
  if (ids.includes(personId)) throw new Problem("refused", "contract.party_twice");
  for (const id of ids) await requirePerson(context, write, id); // nine at most
}

async function writeParties(
  context: CommandContext,
  { contractId, personId }: { contractId: string; personId: string },
  parties: readonly Party[],
): Promise<void> {
  await refuseStrangers(context, personId, parties);
  const { organisationId } = context.actor;
  await context.tx
    .deleteFrom("contractParty")
    .where("organisationId", "=", organisationId)
    .where("contractId", "=", contractId)
    .execute();
  if (parties.length === 0) return;
  await context.tx
    .insertInto("contractParty")
    .values(parties.map((party) => ({ organisationId, contractId, ...party, personId: party.personId ?? null })))
    .execute();
}

/** Adds days that are not there yet. */
export async function writeEvaluationDates(
  context: CommandContext,
  contractId: string,
  dates: readonly PlainDate[],
  annexId: string | null,
): Promise<void> {
  if (dates.length === 0) return;
  const { organisationId } = context.actor;
  await context.tx
    .insertInto("contractEvaluationDate")
    .values([...new Set(dates)].map((dueOn) => ({ organisationId, contractId, dueOn, annexId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Locks a contract whose words may still change. @throws Problem refused `contract.frozen` once anybody has signed */
async function lockEditable(context: CommandContext, contractId: string): Promise<ContractRecord> {
  const contract = await lockContract(context, write, contractId);
  const refusal = contract.frozenHash === null ? refuseEdit(stateOf(contract)) : "contract.frozen";
  refuseIf([refusal], { source: refusalSource["contract.frozen"] });
  return contract;
}

/** What was agreed or consulted was another text: a changed contract is a draft again. */
async function redraft(context: CommandContext, contract: ContractRecord): Promise<number> {
  if (stateOf(contract) !== "DRAFT")
    await takeStep(context, contract, { to: "DRAFT", act: "redraft", onDay: context.today });
  return bumpVersion(context, "social_contract", contract.id);
}

/** @throws Problem not_found | refused `contract.frozen` | conflict `record.changed` when the same field changed meanwhile */
async function changeContract(context: CommandContext, { contractId, changes: patch }: ChangeContract): Promise<Done> {
  const contract = await lockEditable(context, contractId);
  const { version, changedIn } = contract;
  const current = { ...contract, evaluationDates: contract.evaluationDates.map(({ dueOn }) => dueOn) };
  const { changes, conflicts } = mergeFields({ base: context.base ?? version, changedIn, current, patch });
  if (conflicts.length > 0)
    throw new Problem("conflict", "record.changed", { current: version, fields: conflicts.map(({ field }) => field) });
  const changed = Object.keys(changes);
  if (changed.length === 0) return { ids: { contract: contractId }, version, about: about(contract) };
  const next = await redraft(context, contract);
  const { parties, evaluationDates, ...rest } = changes;
  const { situation: _s, resources: _r, barriers: _b, actionsSoFar: _a, unemployment: _u, ...plain } = rest;
  const { organisationId } = context.actor;
  await context.tx
    .updateTable("socialContract")
    .set({
      ...plain,
      ...sealedTexts(context, contractId, rest),
      changedIn: JSON.stringify({ ...changedIn, ...Object.fromEntries(changed.map((field) => [field, next])) }),
    })
    .where("organisationId", "=", organisationId)
    .where("id", "=", contractId)
    .execute();
  if (parties) await writeParties(context, { contractId, personId: contract.personId }, parties);
  if (evaluationDates) {
    await context.tx
      .deleteFrom("contractEvaluationDate")
      .where("organisationId", "=", organisationId)
      .where("contractId", "=", contractId)
      .execute();
    await writeEvaluationDates(context, contractId, evaluationDates, null);
  }
  await tell(context, contract, "contract.changed", { number: contract.number });
  return { ids: { contract: contractId }, version: next, about: about(contract), detail: { fields: changed } };
}

/** Rows that somebody else changed after `base`; new rows are never among them. */
function refuseStaleRows(context: CommandContext, changedIn: Record<string, number>, ids: readonly string[]): void {
  const { base } = context;
  if (base === undefined) return;
  const stale = ids.filter((id) => (changedIn[id] ?? 0) > base);
  if (stale.length > 0) throw new Problem("conflict", "record.changed", { rows: stale });
}

/** @throws Problem not_found | refused `contract.frozen` | conflict `record.changed` when the same row changed meanwhile */
async function setDuties(context: CommandContext, { contractId, duties, removed }: SetDuties): Promise<Done> {
  const contract = await lockEditable(context, contractId);
  refuseStaleRows(context, contract.dutiesChangedIn, [...duties.map(({ dutyId }) => dutyId), ...removed]);
  const next = await redraft(context, contract);
  const { organisationId } = context.actor;
  if (removed.length > 0)
    await sql`delete from contract_duty where organisation_id = ${organisationId} and contract_id = ${contractId} and id = any (${removed}::uuid[])`.execute(
      context.tx,
    );
  const rows = duties.map(({ dutyId: id, side, what, dueOn, sphere }) => ({
    organisationId,
    id,
    contractId,
    side,
    what: sealAlways(context, `${id}/what`, what),
    dueOn,
    sphere,
    changedIn: next,
  }));
  if (rows.length > 0) {
    const written = await context.tx
      .insertInto("contractDuty")
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(["organisationId", "id"])
          .doUpdateSet((e) => ({
            side: e.ref("excluded.side"),
            what: e.ref("excluded.what"),
            dueOn: e.ref("excluded.dueOn"),
            sphere: e.ref("excluded.sphere"),
            changedIn: e.ref("excluded.changedIn"),
          }))
          .where("contractDuty.contractId", "=", contractId),
      )
      .executeTakeFirst();
    if (Number(written.numInsertedOrUpdatedRows) !== rows.length) throw new Problem("conflict", "record.id_taken");
  }
  await tell(context, contract, "contract.changed", { number: contract.number });
  return { ids: { contract: contractId }, version: next, about: about(contract), detail: { duties: rows.length } };
}

/** @throws Problem not_found | refused `contract.frozen` | conflict `record.changed` when the same row changed meanwhile */
async function setGoals(context: CommandContext, { contractId, goals, removed }: SetGoals): Promise<Done> {
  const contract = await lockEditable(context, contractId);
  refuseStaleRows(context, contract.goalsChangedIn, [...goals.map(({ goalId }) => goalId), ...removed]);
  const next = await redraft(context, contract);
  const { organisationId } = context.actor;
  if (removed.length > 0)
    await sql`delete from contract_goal where organisation_id = ${organisationId} and contract_id = ${contractId} and id = any (${removed}::uuid[])`.execute(
      context.tx,
    );
  const rows = goals.map(({ goalId: id, rank, what, effect }) => ({
    organisationId,
    id,
    contractId,
    rank,
    what: sealAlways(context, `${id}/what`, what),
    effect: seal(context, `${id}/effect`, effect),
    changedIn: next,
  }));
  if (rows.length > 0) {
    const written = await context.tx
      .insertInto("contractGoal")
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(["organisationId", "id"])
          .doUpdateSet((e) => ({
            rank: e.ref("excluded.rank"),
            what: e.ref("excluded.what"),
            effect: e.ref("excluded.effect"),
            changedIn: e.ref("excluded.changedIn"),
          }))
          .where("contractGoal.contractId", "=", contractId),
      )
      .executeTakeFirst();
    if (Number(written.numInsertedOrUpdatedRows) !== rows.length) throw new Problem("conflict", "record.id_taken");
  }
  await tell(context, contract, "contract.changed", { number: contract.number });
  return { ids: { contract: contractId }, version: next, about: about(contract), detail: { goals: rows.length } };
}

export const draftingCommands = [
  defineCommand({
    type: "contract.draft",
    v: 1,
    summary: "Begins a social contract",
    payload: DraftContract,
    verb: write,
    run: draftContract,
  }),
  defineCommand({
    type: "contract.change",
    v: 1,
    summary: "Changes a contract that nobody has signed",
    payload: ChangeContract,
    verb: write,
    run: changeContract,
  }),
  defineCommand({
    type: "contract.set-duties",
    v: 1,
    summary: "Adds, changes and removes duties of any side before signing",
    payload: SetDuties,
    verb: write,
    run: setDuties,
  }),
  defineCommand({
    type: "contract.set-goals",
    v: 1,
    summary: "Adds, changes and removes goals before signing",
    payload: SetGoals,
    verb: write,
    run: setGoals,
  }),
];
