import { type RawBuilder, sql } from "kysely";
import type { CommandContext } from "../../platform/command.ts";
import type { KeyRing } from "../../platform/keys/keyRing.ts";
import { sealText } from "../../platform/keys/sealedText.ts";
import { instantAt, localTimeIn } from "../../platform/time/instant.ts";
import type { ReminderChannel } from "./codes.ts";
import type { Reminder, ReminderStanding } from "./contract.ts";

const timeZone = "Europe/Warsaw";
const purpose = "counselling.reminder";

/** Keeps where somebody wants to be reminded of a booking. */
export async function keepReminder(context: CommandContext, bookingId: string, reminder: Reminder): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const addressSealed = sealText(context, purpose, bookingId, reminder.address);
  await context.tx
    .insertInto("bookingReminder")
    .values({ organisationId, bookingId, channel: reminder.channel, addressSealed, askedBy: accountId })
    .execute();
}

/** The reminder goes with a talk that is moved. */
export async function carryReminder(context: CommandContext, fromId: string, toId: string): Promise<void> {
  const { organisationId } = context.actor;
  const kept = await context.tx
    .selectFrom("bookingReminder")
    .select(["channel", "addressSealed"])
    .where("organisationId", "=", organisationId)
    .where("bookingId", "=", fromId)
    .executeTakeFirst();
  if (!kept) return;
  const address = reminderAddress(context.keys, organisationId, fromId, kept.addressSealed);
  await keepReminder(context, toId, { channel: kept.channel as ReminderChannel, address }); // the table knows no other
}

export function reminderAddress(keys: KeyRing, organisationId: string, bookingId: string, sealed: Uint8Array): string {
  return Buffer.from(keys.decryptFor(organisationId, purpose, sealed, bookingId)).toString("utf8");
}

/** SQL: by what the person of a booking `b` is reminded and what became of it, as JSON; null when nobody asked for it. Never where to. */
export const reminderStanding: RawBuilder<ReminderStanding | null> = sql<ReminderStanding | null>`(select jsonb_build_object('channel', r.channel, 'state', coalesce(
      (select p.outcome from booking_reminder_report p where p.organisation_id = r.organisation_id and p.booking_id = r.booking_id order by p.outcome limit 1),
      (select t.outcome from booking_reminder_try t where t.organisation_id = r.organisation_id and t.booking_id = r.booking_id order by t.tried_at desc limit 1),
      'PLANNED'))
    from booking_reminder r where r.organisation_id = b.organisation_id and r.booking_id = b.id)`;

/** Whether it is an hour at which people are written to: from 9 to 19 by Polish clocks. */
export function isAwakeHour(now: Date): boolean {
  const { time } = localTimeIn(now, timeZone);
  return time >= "09:00:00" && time < "19:00:00";
}

/** Whether no try comes after this one: reminders go out once an hour, and from 19 nobody is written to. */
export function isLastHour(now: Date): boolean {
  return localTimeIn(now, timeZone).time >= "18:00:00";
}

/** Until when a reminder may still arrive: 20 by Polish clocks, so that no telephone that is switched on at night rings with it. */
export function arrivesUntil(now: Date): string {
  return instantAt(localTimeIn(now, timeZone).day, "20:00", timeZone);
}

/**
 * All that a reminder says: a day and an hour. No name, no place, no role and no institution, as a telephone is read by others.
 * `startsAt` is `HH:MM`.
 */
export function reminderText({ day, startsAt }: { day: string; startsAt: string }): string {
  const [, month = "", date = ""] = day.split("-");
  return `Przypomnienie: jutro, ${date}.${month}, godz. ${startsAt} – umówione spotkanie. Na tę wiadomość nie trzeba odpowiadać.`;
}
