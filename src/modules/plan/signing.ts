import { lockRow, type WorkContext } from "../../platform/command.ts";
import { type Paper, type PaperKind, signingOf } from "../../platform/signatures/papers.ts";
import { followSignatures } from "../casework/public.ts";
import { capacityOn, getPersonName } from "../person/public.ts";
import { planAccess } from "./access.ts";
import type { PlanView } from "./contract.ts";
import { planPaper } from "./document.ts";
import { readPlan } from "./queries.ts";
import type { PlanState } from "./rules.ts";
import { requirePlan } from "./store.ts";
import { snapshotOf, wordsOf } from "./versions.ts";

const closed: readonly PlanState[] = ["COMPLETED", "INTERRUPTED", "TRANSFERRED"];

/** Why nobody signs a programme in this state: it is agreed first, and nobody signs what has ended. Source: docs/domain/rules.md R-IPWB-06 */
export function refuseSigning(state: PlanState): readonly string[] {
  if (state === "DRAFT") return ["signature.not_agreed_yet"];
  return closed.includes(state) ? ["signature.paper_closed"] : [];
}

/** Who signs: the person or who acts for them (R-CAP-05), who leads it, and the manager where the law asks for one. */
export async function partiesOf(
  context: WorkContext,
  plan: Pick<PlanView, "personId" | "leader" | "approvalNeeded" | "approval">,
): Promise<Paper["parties"]> {
  const person = await getPersonName(context, plan.personId);
  const { blocks } = await capacityOn(context, plan.personId, context.today);
  return [
    ...blocks.map(({ who }) => ({ signedAs: who, name: who === "PERSON" ? person : "" })),
    { signedAs: "WRITER", name: plan.leader?.name ?? "" },
    ...(plan.approvalNeeded ? [{ signedAs: "MANAGER", name: plan.approval?.by ?? "" }] : []),
  ];
}

const planKind: PaperKind = {
  noun: "plan",
  path: "/plans",
  write: planAccess["plan.write"],
  read: planAccess["plan.read-whole"],
  lock: (context, planId) => lockRow(context, "plan", planId, "plan.not_found"),
  find: async (context, verb, planId) => {
    await requirePlan(context, verb, planId);
    const plan = await readPlan(context, planId);
    const { personId, caseId, kind, startOn, state, mayWrite, steps } = plan;
    return {
      personId,
      caseId,
      words: wordsOf(await snapshotOf(context, planId)),
      parties: await partiesOf(context, plan),
      refusals: refuseSigning(state),
      agreedOn: steps.findLast(({ act }) => act === "agree")?.on ?? null,
      fileName: `${kind}-${startOn}`,
      mayWrite,
      pdf: () => planPaper(context, plan, "pl", false),
    };
  },
  signed: async (context, paper, now) => {
    const { ledBy } = await requirePlan(context, planAccess["plan.write"], paper.id);
    await followSignatures(context, paper, now, ledBy);
  },
};

/** The exit programme and the prevention programme on paper, in a file and with a working proof. Source: docs/domain/forms.md F-25 */
export const planSigning = signingOf(planKind);
