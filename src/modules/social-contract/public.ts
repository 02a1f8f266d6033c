import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { requirePerson } from "../casework/public.ts";
import type { ClubContractOf } from "../centre/public.ts";
import type { EnrolmentGate } from "../project/public.ts";
import { refuseEnrolment } from "../project/rules.ts";
import { contractAccess } from "./access.ts";
import { runningDuties } from "./annexRules.ts";
import type { DutyResult } from "./codes.ts";
import type { ContractLine, ContractView } from "./contract.ts";
import { numberOf, requireContract } from "./contractRecord.ts";
import { dutyResult, isActiveOn } from "./rules.ts";
import { readStatus } from "./status.ts";

/**
 * The newest of the person's contracts, their family's included, that hold on `day` (first and last day count); null: none holds. It is what a club asks
 * before somebody takes part. The caller has checked the reach. Source: docs/domain/rules.md R-SC-06, R-KIS-02.
 */
export const findContractFor: ClubContractOf = async (context, personId, day) => {
  const { rows } = await sql<{
    year: number;
    no: number;
    signedOn: PlainDate | null;
    activeFrom: PlainDate;
    endedOn: PlainDate | null;
  }>`select c.year, c.no, s.on_day as active_from, t.ended_on,
      (select max(g.on_day) from contract_step g where g.organisation_id = c.organisation_id and g.contract_id = c.id and g.to_state = 'SIGNED') as signed_on
    from social_contract c
    join contract_step s on s.organisation_id = c.organisation_id and s.contract_id = c.id and s.act = 'activate'
    left join contract_termination t on t.organisation_id = c.organisation_id and t.contract_id = c.id
    where c.organisation_id = ${context.actor.organisationId} and (c.person_id = any (same_person(${personId})) or exists (
      select from contract_party x where x.organisation_id = c.organisation_id and x.contract_id = c.id and x.person_id = any (same_person(${personId}))
        and x.representation is distinct from 'PARENT_OR_GUARDIAN'))
    order by s.on_day desc, c.id desc limit 50`.execute(context.tx);
  const holding = rows.find((row) => isActiveOn(row, day));
  return holding ? { number: numberOf(holding), signedOn: holding.signedOn ?? holding.activeFrom } : null;
};

/** Who starts in a project that asks for a social contract realises one. Source: docs/domain/rules.md R-SC-06, R-REC-05. */
export const askForContract: EnrolmentGate = async (context, { personId, startedOn, project }) =>
  refuseEnrolment({
    contractRequired: project.contractRequired,
    contractActive: project.contractRequired && (await findContractFor(context, personId, startedOn)) !== null,
  });

export type ContractWithDuties = Pick<
  ContractLine,
  "id" | "number" | "state" | "activeFrom" | "endedOn" | "nextEvaluation"
> & {
  goals: Pick<ContractView["goals"][number], "id" | "what">[];
  /** Those that hold; `by` is the party's name as the contract has it. */
  duties: (Pick<ContractView["duties"][number], "id" | "side" | "what" | "dueOn"> & {
    by: string;
    result: DutyResult | null;
  })[];
};

/**
 * The contracts of a person that have not ended, with what each party promised and how the last evaluation found it; where all
 * have ended the one that ended last, without its words.
 * @throws Problem not_found `person.not_found` when the person is out of reach
 */
export async function contractsOf(context: WorkContext, personId: string): Promise<ContractWithDuties[]> {
  await requirePerson(context, contractAccess["contract.read"], personId);
  const all = await readStatus(context, sql`c.person_id = any (same_person(${personId}))`);
  const live = all.filter(({ endedOn }) => endedOn === null);
  const last = all.toSorted((a, b) => ((a.endedOn ?? "") < (b.endedOn ?? "") ? 1 : -1)).slice(0, 1);
  if (live.length === 0) return last.map((line) => ({ ...line, goals: [], duties: [] }));
  const contracts: ContractWithDuties[] = [];
  for (const line of live) {
    const contract = await requireContract(context, contractAccess["contract.read"], line.id); // one, seldom two
    const duties = runningDuties(contract.duties, contract.annexes).map((duty) => ({
      ...duty,
      by: contract.parties.find(({ side }) => side === duty.side)?.name ?? "",
      result: dutyResult(contract, duty.id),
    }));
    contracts.push({ ...line, goals: contract.goals, duties });
  }
  return contracts;
}
