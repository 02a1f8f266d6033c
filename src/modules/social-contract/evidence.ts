import { z } from "zod";
import { type AnyQuery, defineQuery, type WorkContext } from "../../platform/command.ts";
import { PlanEvidence } from "../plan/contract.ts";
import { collectEvidence, type PlanEvidenceProvider } from "../plan/public.ts";
import { contractAccess } from "./access.ts";
import { dayOf, requireContract } from "./contractRecord.ts";

const verb = contractAccess["contract.read"];

/** Facts of other rooms since the last evaluation, or since the contract holds; both days inclusive. */
async function readEvidence(context: WorkContext, contractId: string, providers: readonly PlanEvidenceProvider[]) {
  const contract = await requireContract(context, verb, contractId);
  const from = contract.evaluations.at(-1)?.heldOn ?? dayOf(contract, "ACTIVE") ?? context.today;
  return collectEvidence(context, { personId: contract.personId, from, until: context.today }, providers);
}

/** What really happened, for an evaluation; the providers are those of a plan's review. Source: docs/domain/rules.md R-SC-04 */
export function makeContractEvidence(providers: readonly PlanEvidenceProvider[]): readonly AnyQuery[] {
  return [
    defineQuery({
      name: "contract.read-evidence",
      method: "GET",
      path: "/contracts/:contractId/evidence",
      summary: "Facts of other rooms since the last evaluation",
      input: z.strictObject({ contractId: z.uuid() }),
      answer: z.object({
        personId: z.uuid(),
        from: z.string(),
        until: z.string(),
        hidden: z.boolean(),
        evidence: z.array(PlanEvidence),
      }),
      verb,
      audit: ({ contractId }, { personId }) => ({
        objectType: "contract",
        objectId: contractId,
        personId,
        section: "SOCIAL",
      }),
      run: (context, { contractId }) => readEvidence(context, contractId, providers),
    }),
  ];
}
