import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";
import { getPersonNames, whereaboutsHidden } from "../person/public.ts";
import type { DayEntry, MyDay } from "./noteContract.ts";
import { type StoredTalk, storedTalk, talkLines } from "./notes.ts";
import { listSlots } from "./slots.ts";

/** What rooms above tell of somebody's day, such as sessions that they lead. */
export type DaySource = (context: WorkContext, day: PlainDate) => Promise<DayEntry[]>;
export const daySources: DaySource[] = [];

type Unwritten = { bookingId: string; day: PlainDate; startsAt: string; endsAt: string; personId: string | null };

/** The day of a specialist who is here part of the week: talks, duties, what else, and what is still to be written. Source: docs/domain/journeys.md J4 step 1 */
export async function readMyDay(context: WorkContext): Promise<MyDay> {
  const { today: day } = context;
  const { organisationId, accountId } = context.actor;
  const { days: duties } = await listSlots(
    context,
    { from: day, role: null, days: 1 },
    sql<boolean>`d.consultant_id = ${accountId}`,
  );
  const others = (await Promise.all(daySources.map((source) => source(context, day)))).flat();
  const { rows: unwritten } =
    await sql<Unwritten>`select b.id as booking_id, b.day, to_char(b.starts_at, 'HH24:MI') as starts_at,
      to_char(b.starts_at + b.minutes * interval '1 minute', 'HH24:MI') as ends_at,
      case when not ${whereaboutsHidden(context, sql.ref("b.person_id"))} then b.person_id end as person_id
    from booking b join consultant_duty d on d.organisation_id = b.organisation_id and d.id = b.duty_id
    where b.organisation_id = ${organisationId} and d.consultant_id = ${accountId} and b.day between ${addDays(day, -14)} and ${day}
      and (select k.outcome from booking_mark k where k.organisation_id = b.organisation_id and k.booking_id = b.id order by k.marked_at desc, k.id desc limit 1) = 'CAME'
      and not exists (select from counselling_note n where n.organisation_id = b.organisation_id and n.booking_id = b.id)
    order by b.day, b.starts_at, b.id ${atMost}`.execute(context.tx);
  const { rows: notes } = await sql<
    StoredTalk & { hidden: boolean }
  >`select ${storedTalk(context)}, coalesce(${whereaboutsHidden(context, sql.ref("n.person_id"))}, false) as hidden
    from counselling_note n join membership m on m.organisation_id = n.organisation_id and m.account_id = n.author_id
    where n.organisation_id = ${organisationId} and n.author_id = ${accountId} order by n.day desc, n.starts_at desc, n.id limit 20`.execute(
    context.tx,
  );
  const names = await getPersonNames(
    context,
    [
      ...unwritten.map(({ personId }) => personId),
      ...notes.map(({ personId, hidden }) => (hidden ? null : personId)),
    ].filter((id) => id !== null),
  );
  const named = (id: string | null) => (id === null || !names.has(id) ? null : { id, name: names.get(id) ?? "–" });
  const lines = await talkLines(context, notes, {});
  return {
    day,
    duties,
    others: others.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
    unwritten: unwritten.map(({ personId, ...one }) => ({ ...one, person: named(personId) })),
    notes: notes.flatMap(({ personId }, at) => {
      const line = lines[at];
      return line ? [{ ...line, person: named(personId), anonymous: personId === null }] : [];
    }),
  };
}
