import { may } from "../../../platform/access.ts";
import type { CommandContext, WorkContext } from "../../../platform/command.ts";
import { sealJson } from "../../../platform/keys/sealedJson.ts";
import { Problem, refuseIf } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { criteriaSources } from "../gates.ts";
import { exceptionMakers } from "./access.ts";
import type { CheckOutcome } from "./codes.ts";
import type { CandidateFacts, Confirmation, Criteria, CriterionResult, PersonCheck } from "./contract.ts";
import { factsOfPerson } from "./facts.ts";
import { preferred } from "./preferred.ts";
import { confirm, evaluate, overall, refuseConfirmed, refuseEntry } from "./rules.ts";
import { criteriaOf } from "./store.ts";

export const checkPurpose = "enrolment.check";

type Question = { personId: string; projectId: string; on: PlainDate; unitId: string };

/** The file, and what rooms above have seen of the same person, as `preferred` says. */
async function knownOf(context: WorkContext, { personId, projectId, on }: Question): Promise<CandidateFacts> {
  let known = await factsOfPerson(context, personId, on);
  for (const source of criteriaSources)
    known = preferred(known, (await source(context, { personId, projectId })) ?? {});
  return known;
}

/** How somebody stands towards a project on a day. The caller has checked the reach to person and project. */
export async function checkPerson(
  context: WorkContext,
  question: Question,
): Promise<Omit<PersonCheck, "lacked" | "recruitment" | "groups" | "mayWaive">> {
  const criteria = await criteriaOf(context, question.projectId);
  const results =
    criteria.rules.length === 0 ? [] : evaluate(criteria.rules, await knownOf(context, question), question.on);
  const reaches = may(context.actor, exceptionMakers, { unit: context.actor.unitIds.includes(question.unitId) });
  const mayExcept = criteria.exceptionsAllowed && reaches;
  return { on: question.on, criteria, results, overall: overall(results), mayExcept };
}

type Check = { criteria: Criteria; outcome: CheckOutcome; results: CriterionResult[]; exceptionReason: string };

/**
 * Every rule of the project holds, was shown to whoever takes the person in, or is waived by one who may. A machine admits and
 * refuses nobody on its own: what it does not know, a person confirms, and what fails, a person answers for.
 * @throws Problem invalid `criteria.not_asked`; refused as `refuseConfirmed` and `refuseEntry` say. Source: docs/domain/rules.md R-REC-01, R-GDPR-11
 */
export async function requireCriteria(
  context: CommandContext,
  question: Question,
  { confirmed, exceptionReason }: { confirmed: readonly Confirmation[]; exceptionReason: string },
): Promise<Check> {
  const { criteria, results: found, mayExcept } = await checkPerson(context, question);
  const asked = new Set(criteria.rules.map(({ ruleId }) => ruleId));
  if (confirmed.some(({ ruleId }) => !asked.has(ruleId))) throw new Problem("refused", "criteria.not_asked");
  refuseIf([refuseConfirmed(confirmed, context.today)]);
  const results = confirm(found, confirmed);
  const { exceptionsAllowed } = criteria;
  const refusal = refuseEntry(results, { exceptionsAllowed, mayExcept, exceptionReason });
  const notPassed = results.filter(({ result }) => result !== "pass").map(({ ruleId }) => ruleId);
  if (refusal) throw new Problem("refused", refusal, { source: "R-REC-01", rules: notPassed });
  const outcome = overall(results) === "fail" ? "EXCEPTION" : overall(found) === "pass" ? "PASSED" : "CONFIRMED";
  return { criteria, outcome, results, exceptionReason: outcome === "EXCEPTION" ? exceptionReason.trim() : "" };
}

/** Keeps what was asked and answered, sealed; a project without criteria asks nothing, and nothing is kept. */
export async function keepCheck(context: CommandContext, enrolmentId: string, check: Check): Promise<void> {
  const { criteria, outcome, results, exceptionReason } = check;
  if (criteria.no === 0) return;
  const { organisationId, accountId } = context.actor;
  const sealed = sealJson(context, checkPurpose, enrolmentId, { results, exceptionReason });
  await context.tx
    .insertInto("enrolmentCheck")
    .values({
      organisationId,
      enrolmentId,
      projectId: criteria.projectId,
      criteriaNo: criteria.no,
      outcome,
      sealed,
      checkedBy: accountId,
    })
    .execute();
}
