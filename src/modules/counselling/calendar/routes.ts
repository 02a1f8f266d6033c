import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { type Actor, type Role, roles } from "../../../platform/access.ts";
import type { Services, WorkContext } from "../../../platform/command.ts";
import { instantOf } from "../../../platform/db.ts";
import { Problem } from "../../../platform/problem.ts";
import { todayIn } from "../../../platform/time/instant.ts";
import { addDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { atDoor, digest } from "../../organisation/public.ts";
import { getPersonNames, whereaboutsHidden } from "../../person/public.ts";
import { readDuties } from "../duties.ts";
import { type Days, dutyDays, minutesOf, timeOf } from "../rules.ts";
import { type CalendarEntry, calendarText } from "./ical.ts";

/** How far back and ahead a calendar reaches, in days. */
const back = 30;
const ahead = 120;
const mostEntries = 2_000;
/** Calendars look every few minutes at the most; more within a minute from one place is something else. */
const looks = { config: { rateLimit: { max: 30, timeWindow: 60_000 } } };

type Feed = {
  organisationId: string;
  id: string;
  accountId: string;
  withNames: boolean;
  displayName: string;
  roles: string[];
  units: string[];
};

/**
 * A worker's own calendar for another program: without a session, by an address that is a secret. What is no address, and one that
 * was switched off, is not there.
 */
export function calendarRoutes(app: FastifyInstance, services: Services): void {
  app.get<{ Params: { file: string } }>("/kalendarz/:file", looks, async (request, reply) => {
    const token = /^([A-Za-z0-9_-]{43})\.ics$/.exec(request.params.file)?.[1];
    const now = services.clock.now();
    const today = todayIn(now, "Europe/Warsaw");
    const feed = token ? await findFeed(services, token, today) : undefined;
    if (!feed) throw new Problem("not_found", "server.no_such_page");
    const text = await atDoor(
      services,
      { organisationId: feed.organisationId, accountId: feed.accountId, requestId: request.id },
      async (tx, audit) => {
        await audit({
          action: "calendar-feed.read",
          outcome: "done",
          objectType: "calendar_feed",
          objectId: feed.id,
        });
        await sql`update calendar_feed set read_at = ${now.toISOString()} where organisation_id = ${feed.organisationId} and id = ${feed.id}`.execute(
          tx,
        );
        const { keys, files } = services;
        const context: WorkContext = {
          tx,
          keys,
          files,
          audit,
          today,
          actor: actorOf(feed),
          now: now.toISOString(),
          auditShare: () => Promise.reject(new Error("a calendar shares nothing")),
        };
        return calendarText("Powrót – mój kalendarz", await entriesOf(context, feed.withNames));
      },
    );
    return reply
      .type("text/calendar; charset=utf-8")
      .header("content-disposition", 'attachment; filename="powrot.ics"')
      .header("cache-control", "private, no-store")
      .header("x-robots-tag", "noindex")
      .send(text);
  });
}

async function findFeed(services: Services, token: string, today: PlainDate): Promise<Feed | undefined> {
  const { rows } =
    await sql<Feed>`select organisation_id, id, account_id, with_names, display_name, roles, units from calendar_feed_of(${digest(token)}, ${today})`.execute(
      services.db,
    );
  return rows[0];
}

function actorOf({ organisationId, accountId, displayName, roles: held, units }: Feed): Actor {
  const known = held.filter((role): role is Role => roles.some((one) => one === role));
  return {
    accountId,
    organisationId,
    displayName,
    roles: known,
    unitIds: units,
    personId: null,
    authorised: true,
    sessionId: null,
  };
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
