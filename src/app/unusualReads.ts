import { sql } from "kysely";
import type pg from "pg";
import { findUnusual } from "../modules/casework/unusual.ts";
import { kyselyOf, type Tx } from "../platform/db.ts";
import type { Mailer } from "../platform/mail/mail.ts";
import { todayIn } from "../platform/time/instant.ts";
import { addDays, startOfWeek } from "../platform/time/plainDate.ts";

type Officer = { organisationId: string; accountId: string; email: string | null };

/**
 * C5: tells each data protection officer of the unusual reads of the last whole week (Monday to Sunday): one task, however often
 * this runs, and a mail with their number and nothing else. A week without any tells nothing.
 * @throws Error when the mail server is out of reach: the job comes again
 */
export async function tellUnusualReads(owner: pg.Pool, mailer: Mailer, now: Date): Promise<void> {
  const until = addDays(startOfWeek(todayIn(now, "Europe/Warsaw")), -1);
  const week = { from: addDays(until, -6), until };
  const { rows: officers } = await owner.query<Officer>(
    `select m.organisation_id as "organisationId", m.account_id as "accountId", m.email from membership_role r
     join membership m on m.organisation_id = r.organisation_id and m.account_id = r.account_id
     where r.role = 'DPO' and m.valid_from <= $1 and coalesce(m.valid_until, 'infinity') >= $1`,
    [todayIn(now, "Europe/Warsaw")],
  );
  const db = kyselyOf(owner);
  for (const { organisationId, accountId, email } of officers) {
    const days = await db.transaction().execute(async (tx) => {
      await sql`select set_config('powrot.organisation_id', ${organisationId}, true), set_config('powrot.now', ${now.toISOString()}, true)`.execute(
        tx,
      );
      const lines = await findUnusual(tx, organisationId, week);
      return lines.length > 0 && (await addTask(tx, organisationId, accountId, { ...week, days: lines.length }))
        ? lines.length
        : 0;
    });
    if (days === 0 || email === null) continue;
    const sent = await mailer.sendMail({
      to: email,
      subject: "Powrót: nietypowe odczyty",
      text: `Tydzień: ${week.from} – ${week.until}\nLiczba wpisów do sprawdzenia: ${days}\n\nZobacz je w rejestrze zdarzeń po zalogowaniu.\n`,
    });
    if (!sent.sent && sent.reason === "unreachable") throw new Error("mail server unreachable"); // tried again later
  }
}

/** Answers whether the task is new. */
async function addTask(
  tx: Tx,
  organisationId: string,
  accountId: string,
  detail: { from: string; until: string; days: number },
): Promise<boolean> {
  const added =
    await sql`insert into task (organisation_id, id, owner_id, kind, detail, due_on, source_type, created_by)
    select ${organisationId}, gen_random_uuid(), ${accountId}, 'REVIEW_UNUSUAL_READS', ${JSON.stringify(detail)}::jsonb, ${detail.until}::date + 7, 'audit', ${accountId}
    where not exists (select from task t where t.organisation_id = ${organisationId} and t.owner_id = ${accountId}
      and t.kind = 'REVIEW_UNUSUAL_READS' and t.detail ->> 'from' = ${detail.from})`.execute(tx);
  return added.numAffectedRows === 1n;
}
