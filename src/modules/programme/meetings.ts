import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { CalendarEntry } from "../counselling/public.ts";
import { clockOf, minuteOf } from "./timeOfDay.ts";

/**
 * A meeting that belongs to no group, such as an outing, as rooms above know it: when and where, never its topic or who comes. `startsAt`: `HH:MM`;
 * `leaderId`: of a leader of classes, null for anybody else.
 */
type Meeting = {
  id: string;
  unitId: string;
  day: PlainDate;
  startsAt: string;
  minutes: number;
  roomId: string | null;
  leaderId: string | null;
  version: number;
  /** Instant since which it stands so. */
  changedAt: string;
};

type Days = { from: PlainDate; to: PlainDate };
/** Meetings of the whole organisation between two days, both inclusive, that were not taken back; whoever asks keeps what their reader may see. */
export type MeetingSource = (context: WorkContext, days: Days) => Promise<Meeting[]>;
export const meetingSources: MeetingSource[] = [];

/** By day and hour. */
export async function meetingsBetween(context: WorkContext, days: Days): Promise<Meeting[]> {
  const all = (await Promise.all(meetingSources.map((source) => source(context, days)))).flat();
  const at = ({ day, startsAt, id }: Meeting) => `${day} ${startsAt} ${id}`;
  return all.toSorted((one, other) => (at(one) < at(other) ? -1 : 1));
}

export type Place = {
  day: PlainDate;
  startsAt: string;
  minutes: number;
  roomId: string | null;
  leaderId: string | null;
};

export const endOf = ({ startsAt, minutes }: Pick<Place, "startsAt" | "minutes">) => minuteOf(startsAt) + minutes;
const atOnce = (one: Place, other: Place) =>
  minuteOf(one.startsAt) < endOf(other) && minuteOf(other.startsAt) < endOf(one);

/** Whether a meeting other than `id` has that room, or that leader, at that time. */
export async function takenByMeetings(
  context: WorkContext,
  place: Place & { id: string },
): Promise<{ room: boolean; leader: boolean }> {
  const beside = (await meetingsBetween(context, { from: place.day, to: place.day })).filter(
    (meeting) => meeting.id !== place.id && atOnce(meeting, place),
  );
  return {
    room: place.roomId !== null && beside.some(({ roomId }) => roomId === place.roomId),
    leader: place.leaderId !== null && beside.some(({ leaderId }) => leaderId === place.leaderId),
  };
}

/** Rooms of a unit that are in use, by name. The caller has asked whether the actor works there. */
export async function roomsOfUnit(
  { tx, actor, today }: WorkContext,
  unitId: string,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from class_room
    where organisation_id = ${actor.organisationId} and unit_id = ${unitId} and coalesce(retired_on > ${today}, true) order by name, id ${atMost}`.execute(
    tx,
  );
  return rows;
}

/** Meetings as entries of a calendar elsewhere: all are called the same, and the room is the whole place. */
export async function entriesOfMeetings(context: WorkContext, meetings: readonly Meeting[]): Promise<CalendarEntry[]> {
  const { rows } = await sql<{
    id: string;
    place: string;
  }>`select id, concat_ws(', ', name, place) as place from class_room
    where organisation_id = ${context.actor.organisationId} and id = any (${meetings.flatMap(({ roomId }) => roomId ?? [])}::uuid[])`.execute(
    context.tx,
  );
  const places = new Map(rows.map(({ id, place }) => [id, place]));
  return meetings.map((meeting) => ({
    uid: `${meeting.id}@powrot`,
    revision: meeting.version,
    changedAt: meeting.changedAt,
    day: meeting.day,
    startsAt: meeting.startsAt,
    endsAt: clockOf(Math.min(endOf(meeting), 1439)),
    title: "Spotkanie",
    place: (meeting.roomId && places.get(meeting.roomId)) || null,
    cancelled: false,
  }));
}
