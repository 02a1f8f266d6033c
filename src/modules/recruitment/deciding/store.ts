import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { OfferEnding } from "../codes.ts";

export type StoredOffer = {
  id: string;
  candidateId: string;
  offeredOn: PlainDate;
  answerBy: PlainDate;
  by: string;
  answer: OfferEnding | null;
  answeredOn: PlainDate | null;
};

/** Offers of a recruitment, newest first. */
export async function offersOf(context: WorkContext, recruitmentId: string): Promise<StoredOffer[]> {
  const { rows } =
    await sql<StoredOffer>`select o.id, o.candidate_id, o.offered_on, o.answer_by, m.display_name as by, a.answer, a.answered_on
    from reserve_offer o join membership m on m.organisation_id = o.organisation_id and m.account_id = o.recorded_by
    left join reserve_answer a on a.organisation_id = o.organisation_id and a.offer_id = o.id
    where o.organisation_id = ${context.actor.organisationId} and o.recruitment_id = ${recruitmentId}
    order by o.recorded_at desc, o.id desc ${atMost}`.execute(context.tx);
  return rows;
}
