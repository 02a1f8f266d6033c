import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import { type CommandContext, type Done, defineCommand, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { onConstraint, refuseIf } from "../../platform/problem.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { requirePerson } from "../casework/public.ts";
import { contactOf, contactRead } from "../person/public.ts";
import { counsellingAccess } from "./access.ts";
import type { ReminderPreferenceChannel } from "./codes.ts";
import { NotePreference, type PreferenceView, Reminder } from "./contract.ts";
import { keepReminder } from "./reminders.ts";
import { mayMessage } from "./rules.ts";

onConstraint("reminder_preference_key", "conflict", "record.id_taken");

const sends = (channel: ReminderPreferenceChannel | null) => channel === "SMS" || channel === "EMAIL";

/**
 * How somebody wants to be reminded from now on; what was noted before stays.
 * @throws Problem not_found `person.not_found` | refused `booking.message_unsafe`
 */
async function notePreference(context: CommandContext, payload: NotePreference): Promise<Done> {
  const { preferenceId: id, personId, channel } = payload;
  await requirePerson(context, counsellingAccess["reminder-preference.note"], personId);
  if (sends(channel)) await refuseUnsafeMessage(context, personId);
  await insertPreference(context, { id, personId, channel });
  const about = { type: "reminder_preference", id, personId };
  return { ids: { preference: id }, about, detail: { channel } };
}

async function insertPreference(
  context: CommandContext,
  { id, personId, channel }: { id: string; personId: string; channel: ReminderPreferenceChannel },
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("reminderPreference")
    .values({ organisationId, id, personId, channel, notedBy: accountId, notedAt: context.now })
    .execute();
}

/** A message could be read by whom somebody flees. @throws Problem refused `booking.message_unsafe` */
export async function refuseUnsafeMessage(context: CommandContext, personId: string): Promise<void> {
  refuseIf([mayMessage(await contactOf(context, personId)) ? null : "booking.message_unsafe"]);
}

type Noted = { channel: ReminderPreferenceChannel; notedBy: string; notedAt: string };

/** What the person said, newest first. */
async function readPreferences(context: WorkContext, personId: string): Promise<Noted[]> {
  const { rows } = await sql<Noted>`select n.channel, m.display_name as noted_by, n.noted_at from reminder_preference n
    join membership m on m.organisation_id = n.organisation_id and m.account_id = n.noted_by
    where n.organisation_id = ${context.actor.organisationId} and n.person_id = any (same_person(${personId}))
    order by n.noted_at desc, n.id desc ${atMost}`.execute(context.tx);
  return rows;
}

/** @throws Problem not_found `person.not_found` */
export async function readPreference(context: WorkContext, personId: string): Promise<PreferenceView> {
  const relation = await requirePerson(context, counsellingAccess["reminder-preference.read"], personId);
  const noted = await readPreferences(context, personId);
  return {
    noted: noted.map(({ notedAt, ...one }) => ({ ...one, notedAt: instantOf(notedAt) })),
    ...(await contactRead(context, personId, relation)),
    mayMessage: mayMessage(await contactOf(context, personId)),
  };
}

/**
 * The reminder of a new booking of a person: as said for this talk, else as the person said once, to the telephone or address of
 * the file. `asked` is kept for the next talks, unless it is what was said before.
 * @throws Problem refused `booking.message_unsafe`
 */
export async function settleReminder(
  context: CommandContext,
  { bookingId, personId }: { bookingId: string; personId: string },
  { reminder, asked }: { reminder: Reminder | null | undefined; asked: ReminderPreferenceChannel | null },
): Promise<void> {
  if (reminder || sends(asked)) await refuseUnsafeMessage(context, personId);
  const [last] = await readPreferences(context, personId);
  if (asked && last?.channel !== asked) await insertPreference(context, { id: uuidv7(), personId, channel: asked });
  const kept = reminder === undefined ? await reminderFromFile(context, personId, last?.channel ?? null) : reminder;
  if (kept) await keepReminder(context, bookingId, kept);
}

async function reminderFromFile(
  context: CommandContext,
  personId: string,
  channel: ReminderPreferenceChannel | null,
): Promise<Reminder | null> {
  if (!sends(channel)) return null;
  const contact = await contactOf(context, personId);
  if (!mayMessage(contact)) return null;
  const reminder = Reminder.safeParse({ channel, address: channel === "SMS" ? contact.phone : contact.email });
  return reminder.success ? reminder.data : null;
}

export const preferenceCommands = [
  defineCommand({
    type: "reminder-preference.note",
    v: 1,
    summary: "Notes how somebody wants to be reminded of talks from now on",
    payload: NotePreference,
    verb: counsellingAccess["reminder-preference.note"],
    run: notePreference,
  }),
];
