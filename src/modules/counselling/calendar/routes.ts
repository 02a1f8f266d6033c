import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import type { Services, WorkContext } from "../../../platform/command.ts";
import { instantOf } from "../../../platform/db.ts";
import { addDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { getPersonNames, whereaboutsHidden } from "../../person/public.ts";
import { counsellingAccess } from "../access.ts";
import { readDuties } from "../duties.ts";
import { type Days, dutyDays, minutesOf, timeOf } from "../rules.ts";
import { type CalendarEntry, calendarText } from "./ical.ts";
import { type SecretAddress, secretCalendar } from "./secretCalendar.ts";

/** How far back and ahead a calendar reaches, in days. */
const back = 30;
const ahead = 120;
const mostEntries = 2_000;

type OwnCalendar = SecretAddress & { withNames: boolean };

/** A worker's own calendar for another program. */
export function calendarRoutes(app: FastifyInstance, services: Services): void {
  secretCalendar<OwnCalendar>(app, services, {
    path: "/kalendarz",
    fileName: "powrot.ics",
    verb: counsellingAccess["calendar-feed.open"],
    async find(tokenHash, today) {
      const { rows } =
        await sql<OwnCalendar>`select organisation_id, id, account_id, with_names, display_name, roles, units from calendar_feed_of(${tokenHash}, ${today})`.execute(
          services.db,
        );
      return rows[0];
    },
    async write(context, { organisationId, id, withNames }) {
      await context.audit({
        action: "calendar-feed.read",
        outcome: "done",
        objectType: "calendar_feed",
        objectId: id,
      });
      await sql`update calendar_feed set read_at = ${context.now} where organisation_id = ${organisationId} and id = ${id}`.execute(
        context.tx,
      );
      return calendarText("Powrót – mój kalendarz", await entriesOf(context, withNames));
    },
  });
}

/** What rooms above put into a worker's calendar, such as classes that they lead: hours and places, never a person. */
export type CalendarSource = (context: WorkContext, within: Days) => Promise<CalendarEntry[]>;
export const calendarSources: CalendarSource[] = [];

type Booked = {
  id: string;
  day: PlainDate;
  startsAt: string;
  minutes: number;
  place: string;
  personId: string | null;
  named: boolean;
  bookedAt: string;
  endedAt: string | null;
};

/** One's duties and the talks booked in them. Names only where the worker chose them, and never of somebody in hiding. */
async function entriesOf(context: WorkContext, withNames: boolean): Promise<CalendarEntry[]> {
  const { organisationId, accountId } = context.actor;
  const within = { from: addDays(context.today, -back), to: addDays(context.today, ahead) };
  const duties = await readDuties(context, sql<boolean>`d.consultant_id = ${accountId}`);
  const held = duties.flatMap((duty) =>
    dutyDays(duty, within, duty.absences).map(
      ({ day, lost }): CalendarEntry => ({
        uid: `${duty.id}-${day}@powrot`,
        revision: lost ? 1 : 0,
        changedAt: context.now,
        day,
        startsAt: duty.startsAt,
        endsAt: duty.endsAt,
        title: "Dyżur",
        place: duty.place,
        cancelled: lost !== null,
      }),
    ),
  );
  const { rows } =
    await sql<Booked>`select b.id, b.day, to_char(b.starts_at, 'HH24:MI') as starts_at, b.minutes, d.place, b.person_id,
      coalesce(${withNames} and e.booking_id is null and not ${whereaboutsHidden(context, sql.ref("b.person_id"))}, false) as named,
      b.booked_at, e.ended_at
    from booking b join consultant_duty d on d.organisation_id = b.organisation_id and d.id = b.duty_id
    left join booking_ending e on e.organisation_id = b.organisation_id and e.booking_id = b.id
    where b.organisation_id = ${organisationId} and d.consultant_id = ${accountId} and b.day between ${within.from} and ${within.to}
    order by b.day, b.starts_at, b.id limit ${mostEntries}`.execute(context.tx);
  const names = await getPersonNames(
    context,
    rows.flatMap(({ personId, named }) => (personId && named ? [personId] : [])),
  );
  const talks = rows.map((row): CalendarEntry => {
    const name = row.personId && row.named ? names.get(row.personId) : undefined;
    return {
      uid: `${row.id}@powrot`,
      revision: row.endedAt ? 1 : 0,
      changedAt: instantOf(row.endedAt ?? row.bookedAt),
      day: row.day,
      startsAt: row.startsAt,
      endsAt: timeOf(Math.min(minutesOf(row.startsAt) + row.minutes, 1439)),
      title: name ? `Rozmowa: ${name}` : "Umówiona rozmowa",
      place: row.place,
      cancelled: row.endedAt !== null,
    };
  });
  const others = (await Promise.all(calendarSources.map((source) => source(context, within)))).flat();
  return [...held, ...talks, ...others];
}
