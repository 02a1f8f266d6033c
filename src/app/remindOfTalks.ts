import { sql } from "kysely";
import type pg from "pg";
import type { HouseContext } from "../modules/counselling/duties.ts";
import {
  arrivesUntil,
  isAwakeHour,
  isLastHour,
  reminderAddress,
  reminderText,
} from "../modules/counselling/reminders.ts";
import { mayMessage } from "../modules/counselling/rules.ts";
import { tellUndelivered } from "../modules/counselling/undelivered.ts";
import { contactOf } from "../modules/person/public.ts";
import { kyselyOf } from "../platform/db.ts";
import type { KeyRing } from "../platform/keys/keyRing.ts";
import type { Mailer } from "../platform/mail/mail.ts";
import type { Texter } from "../platform/sms/sms.ts";
import { todayIn } from "../platform/time/instant.ts";
import { addDays, type PlainDate } from "../platform/time/plainDate.ts";

type Due = {
  organisationId: string;
  bookingId: string;
  personId: string | null;
  channel: "SMS" | "EMAIL";
  sealed: Buffer;
  day: PlainDate;
  startsAt: string;
};
type Sent = { sent: true; messageId: string | null } | { sent: false; reason: string };

/**
 * Reminds of tomorrow's talks those who asked for it, at hours at which people are awake; each once. What could not go out is
 * tried again in the next hour; a number or an address that is none, is not, and nobody is written to whose contact is not safe. What
 * was refused, or could not go out all day, is a task for who booked. `owner` sees all organisations.
 */
export async function remindOfTalks(
  owner: pg.Pool,
  keys: KeyRing,
  { mailer, sms }: { mailer: Mailer; sms: Texter },
  now: Date,
): Promise<void> {
  if (!isAwakeHour(now)) return;
  const tomorrow = addDays(todayIn(now, "Europe/Warsaw"), 1);
  const { rows } = await owner.query<Due>(
    `select r.organisation_id as "organisationId", r.booking_id as "bookingId", r.channel, r.address_sealed as sealed,
       to_char(b.day, 'YYYY-MM-DD') as day, b.person_id as "personId", to_char(b.starts_at, 'HH24:MI') as "startsAt"
     from booking_reminder r join booking b on b.organisation_id = r.organisation_id and b.id = r.booking_id
     left join person p on p.organisation_id = b.organisation_id and p.id = b.person_id
     where b.day = $1 and p.death_date is null
       and not exists (select from booking_ending e where e.organisation_id = b.organisation_id and e.booking_id = b.id)
       and not exists (select from booking_reminder_try t where t.organisation_id = b.organisation_id and t.booking_id = b.id and t.outcome in ('SENT', 'REFUSED', 'UNSAFE'))
     order by b.starts_at, b.id limit 2000`,
    [tomorrow],
  );
  const db = kyselyOf(owner);
  const today = addDays(tomorrow, -1);
  for (const { organisationId, bookingId, personId, channel, sealed, ...slot } of rows) {
    const actor = { organisationId, accountId: null };
    /** In the name of the organisation, as the house. */
    const within = <T>(run: (context: HouseContext) => Promise<T>) =>
      db.transaction().execute(async (tx) => {
        await sql`select set_config('powrot.organisation_id', ${organisationId}, true), set_config('powrot.now', ${now.toISOString()}, true)`.execute(
          tx,
        );
        return run({ tx, actor, now: now.toISOString(), today });
      });
    const send = async (): Promise<Sent> => {
      // since it was asked for, somebody may have had to flee
      if (personId && !mayMessage(await within((context) => contactOf(context, personId))))
        return { sent: false, reason: "unsafe" };
      const to = reminderAddress(keys, organisationId, bookingId, sealed);
      const text = reminderText(slot);
      return channel === "SMS"
        ? sms.sendText({ to, text, reference: bookingId, until: arrivesUntil(now) })
        : mailer.sendMail({ to, subject: "Przypomnienie", text: `${text}\n` });
    };
    const result = await send();
    const outcome = outcomeOf(result);
    const lost = outcome === "REFUSED" || outcome === "UNSAFE" || (outcome !== "SENT" && isLastHour(now));
    await within(async (context) => {
      await sql`insert into booking_reminder_try (organisation_id, booking_id, tried_at, outcome, message_id)
        values (${organisationId}, ${bookingId}, ${now.toISOString()}, ${outcome}, ${result.sent ? result.messageId : null})`.execute(
        context.tx,
      );
      if (lost) await tellUndelivered(context, bookingId);
    });
  }
}

function outcomeOf(result: Sent): string {
  if (result.sent) return "SENT";
  if (result.reason === "refused") return "REFUSED";
  if (result.reason === "unsafe") return "UNSAFE";
  return result.reason === "unreachable" ? "UNREACHABLE" : "NOT_SET_UP";
}
