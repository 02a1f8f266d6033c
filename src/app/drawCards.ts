import { sql } from "kysely";
import type pg from "pg";
import { makeDraw } from "../modules/street-work/makeDraw.ts";
import { kyselyOf } from "../platform/db.ts";
import { todayIn } from "../platform/time/instant.ts";
import { addDays } from "../platform/time/plainDate.ts";

/** Cards of a night without network may come so many days later: a device's lease. */
const lateDays = 3;

/**
 * Draws last month's cards for review, for every team whose month is not drawn yet; from the fourth day of the month on, every night
 * until each team is. Source: docs/domain/journeys.md J15
 */
export async function drawCards(owner: pg.Pool, now: Date): Promise<void> {
  const today = todayIn(now, "Europe/Warsaw");
  const isDue = Number(today.slice(8)) > lateDays;
  if (!isDue) return;
  const month = addDays(today, -Number(today.slice(8))).slice(0, 7);
  const { rows: teams } = await owner.query<{ organisationId: string; unitId: string }>(
    `select u.organisation_id as "organisationId", u.id as "unitId" from unit u
     where u.kind = 'OUTREACH_TEAM'
       and not exists (select from card_draw_round r where r.organisation_id = u.organisation_id and r.unit_id = u.id and r.month = $1)
       and not exists (select from card_draw d where d.organisation_id = u.organisation_id and d.unit_id = u.id and d.month = $1)`,
    [`${month}-01`],
  );
  const db = kyselyOf(owner);
  for (const { organisationId, unitId } of teams)
    await db.transaction().execute(async (tx) => {
      await sql`select set_config('powrot.organisation_id', ${organisationId}, true), set_config('powrot.now', ${now.toISOString()}, true)`.execute(
        tx,
      );
      await makeDraw(tx, { organisationId, unitId, month, today, by: null });
    });
}
