import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../../platform/db.ts";
import { parameterOn } from "../../platform/law.ts";
import { instantAt } from "../../platform/time/instant.ts";
import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";
import { currentCards, tellCoordinators } from "../outreach/public.ts";
import { daysOfMonth } from "./rules.ts";

const timeZone = "Europe/Warsaw";
/** Days that a coordinator has for a drawn card. */
const reviewDays = 14;

/**
 * The cards that a seed draws from some, at most `most`: those whose SHA-256 of `seed|id` comes first, in that order. The same ones
 * whoever draws, in whatever order the cards are given.
 */
export function drawFrom(ids: readonly string[], seed: string, most: number): string[] {
  const lot = (id: string) => createHash("sha256").update(`${seed}|${id}`).digest("hex");
  return ids
    .map((id) => ({ id, lot: lot(id) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, most)
    .map(({ id }) => id);
}

/**
 * Draws a month's cards of a team and gives each to its coordinators as a task, but to nobody their own card. The seed is made now, so
 * that nobody could know the cards beforehand, and is kept with all cards that were in the draw. Answers how many were drawn.
 * `by`: null when the house draws by itself. A month that was drawn violates `card_drawn_once_a_month`.
 * Source: docs/domain/journeys.md J15
 */
export async function makeDraw(
  tx: Tx,
  of: { organisationId: string; unitId: string; month: string; today: PlainDate; by: string | null },
  seed = randomBytes(16).toString("hex"),
): Promise<number> {
  const { organisationId, unitId, month, today, by } = of;
  const { from, to } = daysOfMonth(month);
  const { rows } = await sql<{
    id: string;
    on: string;
    workerIds: string[];
  }>`select c.id, to_char(c.contact_at at time zone ${timeZone}, 'YYYY-MM-DD') as on,
      array(select c.recorded_by union select w.account_id from contact_worker w where w.organisation_id = c.organisation_id and w.contact_id = c.id) as worker_ids
    from contact_card c where c.organisation_id = ${organisationId} and c.unit_id = ${unitId} and ${currentCards}
      and c.contact_at >= ${instantAt(from, "00:00", timeZone)} and c.contact_at < ${instantAt(addDays(to, 1), "00:00", timeZone)}
      and not exists (select from card_draw d where d.organisation_id = c.organisation_id and d.contact_id = c.id)
    order by c.id limit 20000`.execute(tx);
  if (rows.length === 0) return 0;
  const most = Number((await parameterOn(tx, "CARDS_DRAWN", to)).value);
  const candidates = rows.map(({ id }) => id);
  await tx
    .insertInto("cardDrawRound")
    .values({ organisationId, unitId, month: from, seed, candidates, drawnBy: by })
    .execute();
  const drawn = drawFrom(candidates, seed, most);
  await tx
    .insertInto("cardDraw")
    .values(
      drawn.map((contactId, i) => ({ organisationId, unitId, month: from, contactId, position: i + 1, drawnBy: by })),
    )
    .execute();
  const cards = new Map(rows.map((row) => [row.id, row]));
  for (const contactId of drawn) {
    const { on = "", workerIds = [] } = cards.get(contactId) ?? {};
    await tellCoordinators(
      tx,
      { organisationId, unitId, today },
      {
        kind: "REVIEW_DRAWN_CARD",
        detail: { on, month, unitId },
        dueOn: addDays(today, reviewDays),
        source: { type: "card-draw", id: contactId },
        except: workerIds,
      },
    );
  }
  return drawn.length;
}
