import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import type { Services } from "../../../platform/command.ts";
import { Problem } from "../../../platform/problem.ts";
import { addDays } from "../../../platform/time/plainDate.ts";
import { calendarText, type SecretAddress, secretCalendar } from "../../counselling/public.ts";
import { programmeAccess } from "../access.ts";
import { entriesOfMeetings, meetingsBetween } from "../meetings.ts";
import { calendarEntries } from "./entries.ts";
import { requireSubject } from "./feed.ts";

/** How far back and ahead a calendar reaches, in days. */
const back = 30;
const ahead = 300;

type ClassCalendar = SecretAddress & { groupId: string | null; roomId: string | null; withNames: boolean };

/**
 * The calendar of a group or room for another program. An address whose maker no longer plans there is not there.
 * Days, hours and rooms, names of groups and modules where the maker chose so, people never.
 */
export function classFeedRoutes(app: FastifyInstance, services: Services): void {
  secretCalendar<ClassCalendar>(app, services, {
    path: "/kalendarz/zajecia",
    fileName: "zajecia.ics",
    verb: programmeAccess["class-feed.open"],
    async find(tokenHash, today) {
      const { rows } =
        await sql<ClassCalendar>`select organisation_id, id, group_id, room_id, with_names, account_id, display_name, roles, units
          from class_feed_of(${tokenHash}, ${today})`.execute(services.db);
      return rows[0];
    },
    async write(context, { organisationId, id, groupId, roomId, withNames }) {
      const { today } = context;
      const name = await requireSubject(context, programmeAccess["class-feed.open"], {
        of: groupId ? "GROUP" : "ROOM",
        subjectId: groupId ?? roomId ?? "",
      }).catch((error: unknown) => {
        throw error instanceof Problem ? new Problem("not_found", "server.no_such_page") : error;
      });
      await context.audit({ action: "class-feed.read", outcome: "done", objectType: "class_feed", objectId: id });
      await sql`update class_feed set read_at = ${context.now} where organisation_id = ${organisationId} and id = ${id}`.execute(
        context.tx,
      );
      const within = { from: addDays(today, -back), to: addDays(today, ahead) };
      const which = groupId ? sql<boolean>`s.group_id = ${groupId}` : sql<boolean>`s.room_id = ${roomId}`;
      const entries = await calendarEntries(
        context,
        within,
        which,
        withNames ? ({ groupName, moduleName }) => (groupId ? moduleName : `${groupName}: ${moduleName}`) : undefined,
      );
      const meetings = roomId ? await meetingsBetween(context, within) : [];
      const ofRoom = meetings.filter((meeting) => meeting.roomId === roomId);
      entries.push(...(await entriesOfMeetings(context, ofRoom)));
      return calendarText(withNames || roomId ? `Powrót – ${name}` : "Powrót – zajęcia", entries);
    },
  });
}
