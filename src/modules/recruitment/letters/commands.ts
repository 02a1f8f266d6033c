import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand } from "../../../platform/command.ts";
import { onConstraint, Problem } from "../../../platform/problem.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { recruitmentAccess } from "../access.ts";
import { candidatesOf, requireOwn } from "../candidates/store.ts";
import { requireRecruitment } from "../store.ts";
import { IssueLetters } from "./contract.ts";

onConstraint("candidate_letter_key", "conflict", "record.id_taken");

/** Writes into the register which letters are given out today; they are printed by the number of the batch. @throws Problem not_found | refused `letter.old_decision` */
async function issue(context: CommandContext, { batchId, projectId, decisionIds }: IssueLetters): Promise<Done> {
  const recruitment = await requireRecruitment(context, recruitmentAccess["candidate-letter.issue"], projectId);
  const { organisationId, accountId } = context.actor;
  const wanted = [...new Set(decisionIds)];
  const { rows } = await sql<{ id: string; candidateId: string; holds: boolean }>`select d.id, d.candidate_id,
      not exists (select from candidate_decision n where n.organisation_id = d.organisation_id and n.candidate_id = d.candidate_id and n.no > d.no) as holds
    from candidate_decision d join candidate c on c.organisation_id = d.organisation_id and c.id = d.candidate_id
    where d.organisation_id = ${organisationId} and c.project_id = ${projectId} and d.id = any (${wanted}::uuid[])`.execute(
    context.tx,
  );
  if (rows.length !== wanted.length) throw new Problem("not_found", "candidate.not_found");
  requireOwn(
    (await candidatesOf(context, recruitment)).candidates,
    rows.map(({ candidateId }) => candidateId),
  );
  if (rows.some(({ holds }) => !holds)) throw new Problem("refused", "letter.old_decision");
  const candidateOf = new Map(rows.map(({ id, candidateId }) => [id, candidateId]));
  await context.tx
    .insertInto("candidateLetter")
    .values(
      wanted.map((decisionId) => ({
        organisationId,
        id: uuidv7(),
        batchId,
        projectId,
        decisionId,
        candidateId: candidateOf.get(decisionId) ?? "",
        issuedOn: context.today,
        issuedBy: accountId,
      })),
    )
    .execute();
  return {
    ids: { batch: batchId },
    about: { type: "recruitment", id: projectId },
    detail: { letters: wanted.length },
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
