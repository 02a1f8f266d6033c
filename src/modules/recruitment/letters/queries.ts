import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { instantOf } from "../../../platform/db.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { recruitmentAccess } from "../access.ts";
import { candidatesOf, nameOf, shownOf } from "../candidates/store.ts";
import type { Decision } from "../codes.ts";
import { requireRecruitment } from "../store.ts";
import { LetterList } from "./contract.ts";

type Row = {
  id: string;
  batchId: string;
  candidateId: string;
  decisionId: string;
  decision: Decision;
  issuedOn: PlainDate;
  at: string;
  by: string;
};

async function listLetters(context: WorkContext, recruitmentId: string): Promise<LetterList> {
  const recruitment = await requireRecruitment(context, recruitmentAccess["candidate-letter.list"], recruitmentId);
  const { shown: candidates, hidden } = shownOf((await candidatesOf(context, recruitment)).candidates);
  const names = new Map(candidates.map((one) => [one.id, nameOf(one)]));
  const { organisationId } = context.actor;
  const { rows } =
    await sql<Row>`select l.id, l.batch_id, l.candidate_id, l.decision_id, d.decision, l.issued_on, l.recorded_at as at, m.display_name as by
    from candidate_letter l join candidate_decision d on d.organisation_id = l.organisation_id and d.id = l.decision_id
    join membership m on m.organisation_id = l.organisation_id and m.account_id = l.issued_by
    where l.organisation_id = ${organisationId} and l.recruitment_id = ${recruitmentId} order by l.recorded_at desc, l.id ${atMost}`.execute(
      context.tx,
    );
  const { rows: days } = await sql<{
    id: string;
    on: PlainDate;
  }>`select d.id, d.decided_on as on from candidate_decision d
    join candidate c on c.organisation_id = d.organisation_id and c.id = d.candidate_id
    where d.organisation_id = ${organisationId} and c.recruitment_id = ${recruitmentId}`.execute(context.tx);
  const decidedOn = new Map(days.map(({ id, on }) => [id, on]));
  const issued = new Map(rows.toReversed().map(({ decisionId, issuedOn }) => [decisionId, issuedOn]));
  const batches = Map.groupBy(
    rows.filter((row) => names.has(row.candidateId)),
    ({ batchId }) => batchId,
  );
  return {
    recruitmentId,
    title: recruitment.title,
    hidden,
    decisions: candidates.flatMap(({ id, no, decisionId, decision, card }) => {
      const on = decisionId === null ? undefined : decidedOn.get(decisionId);
      if (decisionId === null || decision === null || on === undefined || card === null) return [];
      const name = names.get(id) ?? null;
      return [
        { decisionId, candidateId: id, no, name, decision, decidedOn: on, issuedOn: issued.get(decisionId) ?? null },
      ];
    }),
    batches: [...batches].map(([id, letters]) => ({
      id,
      at: instantOf(letters[0]?.at ?? ""),
      by: letters[0]?.by ?? "",
      letters: letters.map((one) => ({
        id: one.id,
        candidateId: one.candidateId,
        name: names.get(one.candidateId) ?? null,
        decision: one.decision,
      })),
    })),
  };
}

export const letterQueries = [
  defineQuery({
    name: "candidate-letter.list",
    method: "GET",
    path: "/recruitments/:recruitmentId/candidate-letters",
    summary: "Decisions and the letters that were given out about them",
    input: z.strictObject({ recruitmentId: z.uuid() }),
    answer: LetterList,
    verb: recruitmentAccess["candidate-letter.list"],
    audit: ({ recruitmentId }) => ({ objectType: "recruitment", objectId: recruitmentId }),
    run: (context, { recruitmentId }) => listLetters(context, recruitmentId),
  }),
];
