import type { CommandContext } from "../../platform/command.ts";
import type { KeyRing } from "../../platform/keys/keyRing.ts";
import { localTimeIn } from "../../platform/time/instant.ts";
import type { ReminderChannel } from "./codes.ts";
import type { Reminder } from "./contract.ts";

const purpose = "counselling.reminder";

/** Keeps where somebody wants to be reminded of a booking. */
export async function keepReminder(context: CommandContext, bookingId: string, reminder: Reminder): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const addressSealed = Buffer.from(
    context.keys.encryptFor(organisationId, purpose, Buffer.from(reminder.address), bookingId),
  );
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

/** Whether it is an hour at which people are written to: from 9 to 19 by Polish clocks. */
export function isAwakeHour(now: Date): boolean {
  const { time } = localTimeIn(now, "Europe/Warsaw");
  return time >= "09:00:00" && time < "19:00:00";
}

/**
 * All that a reminder says: a day and an hour. No name, no place, no role and no institution, as a telephone is read by others.
 * `startsAt` is `HH:MM`.
 */
export function reminderText({ day, startsAt }: { day: string; startsAt: string }): string {
  const [, month = "", date = ""] = day.split("-");
  return `Przypomnienie: jutro, ${date}.${month}, godz. ${startsAt} – umówione spotkanie. Na tę wiadomość nie trzeba odpowiadać.`;
}
