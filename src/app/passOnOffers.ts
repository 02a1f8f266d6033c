import { sql } from "kysely";
import type pg from "pg";
import { passOnLapsed } from "../modules/counselling/waiting.ts";
import { kyselyOf } from "../platform/db.ts";
import { todayIn } from "../platform/time/instant.ts";
import type { PlainDate } from "../platform/time/plainDate.ts";

type Lapsed = { organisationId: string; offerId: string; dutyId: string; day: PlainDate; startsAt: string };

/** Hours kept for somebody who did not answer in time go to the next who waits; each in a transaction of its own. `owner` sees all organisations. */
export async function passOnOffers(owner: pg.Pool, now: Date): Promise<void> {
  const { rows } = await owner.query<Lapsed>(
    `select organisation_id as "organisationId", offer_id as "offerId", duty_id as "dutyId", to_char(day, 'YYYY-MM-DD') as day,
       to_char(starts_at, 'HH24:MI') as "startsAt"
     from slot_claim where held_until <= $1 order by held_until, offer_id limit 1000`,
    [now.toISOString()],
  );
  const db = kyselyOf(owner);
  for (const { organisationId, ...lapsed } of rows)
    await db.transaction().execute(async (tx) => {
      await sql`select set_config('powrot.organisation_id', ${organisationId}, true), set_config('powrot.now', ${now.toISOString()}, true)`.execute(
        tx,
      );
      const actor = { organisationId, accountId: null };
      await passOnLapsed({ tx, actor, now: now.toISOString(), today: todayIn(now, "Europe/Warsaw") }, lapsed);
    });
}
