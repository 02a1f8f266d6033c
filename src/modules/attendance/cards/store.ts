import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import { cardCodeOf } from "./codes.ts";

/** By whose key a card's code is made. */
type Made = { keys: Pick<WorkContext["keys"], "keyedHash">; actor: Pick<WorkContext["actor"], "organisationId"> };

/** What stands in a card's QR: 128 bits that only this organisation's key and the card's id make, and nothing about anybody. */
export function codeOfCard({ keys, actor }: Made, cardId: string): string {
  return cardCodeOf(keys.keyedHash(actor.organisationId, "attendance.card", cardId).slice(0, 32));
}

/** How people call a card: the end of its id, which tells nothing of the code. */
export const cardNo = (cardId: string): string => cardId.replaceAll("-", "").slice(-6).toUpperCase();

const fingerprint = (code: string) => createHash("sha256").update(code).digest("base64url");

/** Fingerprints of the codes on the valid cards of each of these people, under any of their records. */
export async function cardsOf(context: WorkContext, personIds: readonly string[]): Promise<Map<string, string[]>> {
  const cards = new Map<string, string[]>();
  if (personIds.length === 0) return cards;
  const { rows } = await sql<{ personId: string; cardId: string }>`select p.id as person_id, c.id as card_id
    from unnest(${[...personIds]}::uuid[]) p(id) cross join lateral unnest(same_person(p.id)) one(id)
      join valid_attendance_card c on c.organisation_id = ${context.actor.organisationId} and c.person_id = one.id`.execute(
    context.tx,
  );
  for (const { personId, cardId } of rows)
    cards.set(personId, [...(cards.get(personId) ?? []), fingerprint(codeOfCard(context, cardId))]);
  return cards;
}
