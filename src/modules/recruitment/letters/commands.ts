import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import { type CommandContext, type Done, defineCommand } from "../../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { recruitmentAccess } from "../access.ts";
import { candidatesOf, keepText, requireOwn } from "../candidates/store.ts";
import { lockAnyRecruitment } from "../store.ts";
import { IssueLetters } from "./contract.ts";
import { factsNow, writeFacts } from "./facts.ts";

onConstraint("candidate_letter_key", "conflict", "record.id_taken");

type Wanted = { id: string; candidateId: string; no: number; holds: boolean; issued: boolean };

/**
 * Writes into the register which letters are given out today, each with what it says, so that it says the same whenever it is printed.
 * One letter for each decision, unless somebody asks for another on purpose.
 * @throws Problem not_found | refused `letter.old_decision`, `letter.issued_already` with the candidate's number
 */
async function issue(
  context: CommandContext,
  { batchId, recruitmentId, decisionIds, again }: IssueLetters,
): Promise<Done> {
  const recruitment = await lockAnyRecruitment(context, recruitmentAccess["candidate-letter.issue"], recruitmentId);
  const { organisationId, accountId } = context.actor;
  const wanted = [...new Set(decisionIds)];
  const { rows } = await sql<Wanted>`select d.id, d.candidate_id, c.no,
      not exists (select from candidate_decision n where n.organisation_id = d.organisation_id and n.candidate_id = d.candidate_id and n.no > d.no) as holds,
      exists (select from candidate_letter l where l.organisation_id = d.organisation_id and l.decision_id = d.id) as issued
    from candidate_decision d join candidate c on c.organisation_id = d.organisation_id and c.id = d.candidate_id
    where d.organisation_id = ${organisationId} and c.recruitment_id = ${recruitmentId} and d.id = any (${wanted}::uuid[]) order by c.no ${atMost}`.execute(
    context.tx,
  );
  if (rows.length !== wanted.length) throw new Problem("not_found", "candidate.not_found");
  const candidateIds = rows.map(({ candidateId }) => candidateId);
  const byId = requireOwn((await candidatesOf(context, recruitment)).candidates, candidateIds);
  for (const { holds, issued, no } of rows)
    refuseIf([holds ? null : "letter.old_decision", issued && !again ? "letter.issued_already" : null], { no });
  const facts = await factsNow(context, recruitment, wanted, byId);
  for (const { id: decisionId, candidateId } of rows) {
    const id = uuidv7();
    await context.tx
      .insertInto("candidateLetter")
      .values({
        organisationId,
        id,
        batchId,
        recruitmentId,
        decisionId,
        candidateId,
        issuedOn: context.today,
        issuedBy: accountId,
      })
      .execute();
    const said = facts.get(decisionId);
    if (said) await keepText(context, candidateId, id, writeFacts(said));
  }
  return {
    ids: { batch: batchId },
    about: { type: "recruitment", id: recruitmentId },
    detail: { letters: wanted.length, again },
  };
}

export const letterCommands = [
  defineCommand({
    type: "candidate-letter.issue",
    v: 1,
    summary: "Writes down which letters about decisions are given out",
    payload: IssueLetters,
    verb: recruitmentAccess["candidate-letter.issue"],
    run: issue,
  }),
];
