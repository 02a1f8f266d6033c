import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { instantOf } from "../../../platform/db.ts";
import { unsealText } from "../../../platform/keys/sealedText.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { type RecruitmentView, Terms } from "./contract.ts";

export const editionPurpose = "recruitment.edition";
export const reopeningPurpose = "recruitment.reopening";

type EditionRow = { no: number; terms: unknown; sealed: Buffer | null; by: string; at: string };

/** Every edition of the terms, newest first: the first of them holds. */
export async function editionsOf(context: WorkContext, recruitmentId: string): Promise<RecruitmentView["editions"]> {
  const { rows } = await sql<EditionRow>`select e.no, e.terms, e.sealed, m.display_name as by, e.recorded_at as at
    from recruitment_edition e join membership m on m.organisation_id = e.organisation_id and m.account_id = e.recorded_by
    where e.organisation_id = ${context.actor.organisationId} and e.recruitment_id = ${recruitmentId} order by e.no desc ${atMost}`.execute(
    context.tx,
  );
  return rows.map(({ no, terms, sealed, by, at }) => ({
    no,
    terms: Terms.parse(terms),
    reason: sealed ? unsealText(context, editionPurpose, `${recruitmentId}/${no}`, sealed) : "",
    by,
    at: instantOf(at),
  }));
}

type ReopeningRow = { id: string; on: PlainDate; sealed: Buffer; by: string };

export async function reopeningsOf(
  context: WorkContext,
  recruitmentId: string,
): Promise<RecruitmentView["reopenings"]> {
  const { rows } = await sql<ReopeningRow>`select r.id, r.reopened_on as on, r.sealed, m.display_name as by
    from recruitment_reopening r join membership m on m.organisation_id = r.organisation_id and m.account_id = r.recorded_by
    where r.organisation_id = ${context.actor.organisationId} and r.recruitment_id = ${recruitmentId} order by r.no desc ${atMost}`.execute(
    context.tx,
  );
  return rows.map(({ id, on, sealed, by }) => ({
    on,
    by,
    reason: unsealText(context, reopeningPurpose, id, sealed),
  }));
}
