import { sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import { instantOf } from "../../../platform/db.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { CalendarSource } from "../../counselling/public.ts";
import { minutesOf, timeOf } from "../../counselling/rules.ts";
import type { MeetingSource } from "../../programme/public.ts";
import type { LedHoursSource } from "../../staff/public.ts";

/** Meetings that some volunteers led and of which somebody said who was there; all are called the same, a self-help group too. */
export const meetingsOfVolunteers: LedHoursSource = async ({ tx, actor, today }, volunteerIds) => {
  const { rows } = await sql<{ volunteerId: string; sourceId: string; day: PlainDate; minutes: number }>`
    select g.volunteer_id, g.id as source_id, g.day, g.minutes from gathering g
    where g.organisation_id = ${actor.organisationId} and g.volunteer_id = any (${[...volunteerIds]}::uuid[]) and g.day <= ${today}
      and (g.counted > 0 or exists (select from gathering_participant p where p.organisation_id = g.organisation_id and p.gathering_id = g.id))
      and not exists (select from gathering_withdrawal w where w.organisation_id = g.organisation_id and w.gathering_id = g.id)
    order by g.day, g.id limit 2000`.execute(tx);
  return rows.map((led) => ({ ...led, source: "MEETING", task: "Spotkanie" }));
};

type Days = { from: PlainDate; to: PlainDate };
type Row = {
  id: string;
  unitId: string;
  day: PlainDate;
  startsAt: string;
  minutes: number;
  roomId: string | null;
  room: string | null;
  volunteerId: string | null;
  version: number;
  recordedBy: string;
  recordedAt: string;
  withdrawnAt: string | null;
};

/** Meetings between two days, both inclusive, by day and hour, also those that were taken back: neither topic nor place by hand nor who comes. */
async function meetings({ tx, actor }: WorkContext, { from, to }: Days, by: string | null): Promise<Row[]> {
  const { rows } =
    await sql<Row>`select g.id, g.unit_id, g.day, to_char(g.starts_at, 'HH24:MI') as starts_at, g.minutes, g.room_id,
      concat_ws(', ', r.name, r.place) as room, g.volunteer_id, g.version, g.recorded_by, g.recorded_at, w.withdrawn_at
    from gathering g left join gathering_withdrawal w on w.organisation_id = g.organisation_id and w.gathering_id = g.id
      left join class_room r on r.organisation_id = g.organisation_id and r.id = g.room_id
    where g.organisation_id = ${actor.organisationId} and g.day between ${from} and ${to} and (${by}::uuid is null or g.recorded_by = ${by}::uuid)
    order by g.day, g.starts_at, g.id limit 2000`.execute(tx);
  return rows;
}

/** For the calendar of classes and for whoever plans them. */
export const meetingsInRooms: MeetingSource = async (context, days) =>
  (await meetings(context, days, null))
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ id, unitId, day, startsAt, minutes, roomId, volunteerId, version, recordedAt }) => ({
      id,
      unitId,
      day,
      startsAt,
      minutes,
      roomId,
      leaderId: volunteerId,
      version,
      changedAt: instantOf(recordedAt),
    }));

/** What one planned oneself, for a calendar elsewhere: every kind is called the same, so that it tells of no self-help group. */
export const meetingsInCalendar: CalendarSource = async (context, within) =>
  (await meetings(context, within, context.actor.accountId)).map((row) => ({
    uid: `${row.id}@powrot`,
    revision: row.version + (row.withdrawnAt ? 1 : 0),
    changedAt: instantOf(row.withdrawnAt ?? row.recordedAt),
    day: row.day,
    startsAt: row.startsAt,
    endsAt: timeOf(Math.min(minutesOf(row.startsAt) + row.minutes, 1439)),
    title: "Spotkanie",
    place: row.room || null,
    cancelled: row.withdrawnAt !== null,
  }));
