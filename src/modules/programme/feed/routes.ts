import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { type Actor, type Role, roles } from "../../../platform/access.ts";
import type { Services, WorkContext } from "../../../platform/command.ts";
import { Problem } from "../../../platform/problem.ts";
import { todayIn } from "../../../platform/time/instant.ts";
import { addDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { calendarText } from "../../counselling/public.ts";
import { atDoor, digest } from "../../organisation/public.ts";
import { programmeAccess } from "../access.ts";
import { calendarEntries } from "./entries.ts";
import { requireSubject } from "./feed.ts";

/** How far back and ahead a calendar reaches, in days. */
const back = 30;
const ahead = 300;
/** Calendars look every few minutes at the most; more within a minute from one place is something else. */
const looks = { config: { rateLimit: { max: 30, timeWindow: 60_000 } } };

type Feed = {
  organisationId: string;
  id: string;
  groupId: string | null;
  roomId: string | null;
  withNames: boolean;
  accountId: string;
  displayName: string;
  roles: string[];
  units: string[];
};

/**
 * The calendar of a group or room for another program: without a session, by an address that is a secret. What is no address, one that was switched off, and one
 * whose maker no longer plans there are not there. Days, hours and rooms, names of groups and modules where the maker chose so, people never.
 */
export function classFeedRoutes(app: FastifyInstance, services: Services): void {
  app.get<{ Params: { file: string } }>("/kalendarz/zajecia/:file", looks, async (request, reply) => {
    const token = /^([A-Za-z0-9_-]{43})\.ics$/.exec(request.params.file)?.[1];
    const now = services.clock.now();
    const today = todayIn(now, "Europe/Warsaw");
    const feed = token ? await findFeed(services, token, today) : undefined;
    if (!feed) throw new Problem("not_found", "server.no_such_page");
    const { organisationId, accountId, id, groupId, roomId, withNames } = feed;
    const text = await atDoor(services, { organisationId, accountId, requestId: request.id }, async (tx, audit) => {
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
      const name = await requireSubject(context, programmeAccess["class-feed.open"], {
        of: groupId ? "GROUP" : "ROOM",
        subjectId: groupId ?? roomId ?? "",
      }).catch(() => {
        throw new Problem("not_found", "server.no_such_page");
      });
      await audit({ action: "class-feed.read", outcome: "done", objectType: "class_feed", objectId: id });
      await sql`update class_feed set read_at = ${context.now} where organisation_id = ${organisationId} and id = ${id}`.execute(
        tx,
      );
      const within = { from: addDays(today, -back), to: addDays(today, ahead) };
      const which = groupId ? sql<boolean>`s.group_id = ${groupId}` : sql<boolean>`s.room_id = ${roomId}`;
      const entries = await calendarEntries(
        context,
        within,
        which,
        withNames ? ({ groupName, moduleName }) => (groupId ? moduleName : `${groupName}: ${moduleName}`) : undefined,
      );
      return calendarText(withNames || roomId ? `Powrót – ${name}` : "Powrót – zajęcia", entries);
    });
    return reply
      .type("text/calendar; charset=utf-8")
      .header("content-disposition", 'attachment; filename="zajecia.ics"')
      .header("cache-control", "private, no-store")
      .header("x-robots-tag", "noindex")
      .send(text);
  });
}

async function findFeed(services: Services, token: string, today: PlainDate): Promise<Feed | undefined> {
  const { rows } =
    await sql<Feed>`select organisation_id, id, group_id, room_id, with_names, account_id, display_name, roles, units
      from class_feed_of(${digest(token)}, ${today})`.execute(services.db);
  return rows[0];
}

function actorOf({ organisationId, accountId, displayName, roles: held, units }: Feed): Actor {
  return {
    accountId,
    organisationId,
    displayName,
    roles: held.filter((role): role is Role => roles.some((one) => one === role)),
    unitIds: units,
    personId: null,
    authorised: true,
    sessionId: null,
  };
}
