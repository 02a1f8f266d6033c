import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { instantOf } from "../../../platform/db.ts";
import { CandidateCard, type CandidateView } from "./contract.ts";
import { openCard } from "./store.ts";

type Row = { id: string; sealed: Buffer; by: string; at: string };
type Change = CandidateView["editions"][number]["changed"][number];

const shown = (value: unknown): string | null => {
  if (value === null || value === undefined || value === "") return null;
  return typeof value === "string" ? value : JSON.stringify(value);
};

/** Fields that an edit changed, with what they said before it. */
export function changedFields(was: CandidateCard, now: CandidateCard): Change[] {
  const [before, after] = [Object.entries(was), new Map<string, unknown>(Object.entries(now))];
  return before
    .filter(([field, value]) => shown(value) !== shown(after.get(field)))
    .map(([field, value]) => ({ field, was: shown(value) }));
}

/** A card for one who does not read the degree of disability, so that an edit of it alone is none. */
const told = (card: CandidateCard, degree: boolean): CandidateCard => (degree ? card : { ...card, disability: null });

/** What the card said before each edit, newest first. `now`: the card as the reader is told it; `degree`: whether they read that of disability. */
export async function editionsOf(
  context: WorkContext,
  candidateId: string,
  { now, degree }: { now: CandidateCard; degree: boolean },
  texts: ReadonlyMap<string, string>,
): Promise<CandidateView["editions"]> {
  const { rows } = await sql<Row>`select e.id, e.sealed, m.display_name as by, e.recorded_at as at
    from candidate_card_edition e join membership m on m.organisation_id = e.organisation_id and m.account_id = e.replaced_by
    where e.organisation_id = ${context.actor.organisationId} and e.candidate_id = ${candidateId} order by e.no desc ${atMost}`.execute(
    context.tx,
  );
  let after = now;
  return rows.map(({ id, sealed, by, at }) => {
    const { proofs: _, ...kept } = openCard(context, candidateId, sealed);
    const card = told(CandidateCard.parse(kept), degree);
    const changed = changedFields(card, after);
    after = card;
    return { id, at: instantOf(at), by, reason: texts.get(id) ?? "", changed };
  });
}
