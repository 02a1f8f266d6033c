import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand, type WorkContext } from "../../../platform/command.ts";
import { instantOf } from "../../../platform/db.ts";
import { onConstraint, Problem } from "../../../platform/problem.ts";
import { counsellingAccess } from "../access.ts";
import { lockOne } from "../duties.ts";
import { CalendarFeedId, type MyCalendarFeed, OpenCalendarFeed } from "./contract.ts";

onConstraint("calendar_feed_key", "conflict", "record.id_taken");
onConstraint("calendar_feed_address_once", "conflict", "record.id_taken");

/** A new address for one's own calendar; the one before opens nothing from then on. */
async function openFeed(context: CommandContext, payload: OpenCalendarFeed): Promise<Done> {
  const { feedId: id, addressHash, withNames } = payload;
  const { organisationId, accountId } = context.actor;
  await lockOne(context, accountId);
  await sql`update calendar_feed set ended_at = ${context.now} where organisation_id = ${organisationId} and account_id = ${accountId} and ended_at is null`.execute(
    context.tx,
  );
  await context.tx
    .insertInto("calendarFeed")
    .values({ organisationId, id, accountId, addressHash: Buffer.from(addressHash, "hex"), withNames })
    .execute();
  return { ids: { feed: id }, about: { type: "calendar_feed", id }, detail: { withNames } };
}

/** @throws Problem not_found `calendar-feed.not_found` for what is another's, or over */
async function closeFeed(context: CommandContext, { feedId }: CalendarFeedId): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const ended =
    await sql`update calendar_feed set ended_at = ${context.now} where organisation_id = ${organisationId} and id = ${feedId} and account_id = ${accountId} and ended_at is null`.execute(
      context.tx,
    );
  if (ended.numAffectedRows !== 1n) throw new Problem("not_found", "calendar-feed.not_found");
  return { ids: { feed: feedId }, about: { type: "calendar_feed", id: feedId } };
}

/** What is known of one's own address: when it was made and last read, never the address. */
export async function readMyFeed(context: WorkContext): Promise<MyCalendarFeed> {
  const { organisationId, accountId } = context.actor;
  const row = await context.tx
    .selectFrom("calendarFeed")
    .select(["id", "withNames", "openedAt", "readAt"])
    .where("organisationId", "=", organisationId)
    .where("accountId", "=", accountId)
    .where("endedAt", "is", null)
    .executeTakeFirst();
  if (!row) return { feed: null };
  const { id: feedId, withNames, openedAt, readAt } = row;
  return { feed: { feedId, withNames, openedAt: instantOf(openedAt), readAt: readAt && instantOf(readAt) } };
}

export const feedCommands = [
  defineCommand({
    type: "calendar-feed.open",
    v: 1,
    summary: "Makes a secret address at which one's own calendar is read elsewhere; the one before ends",
    payload: OpenCalendarFeed,
    verb: counsellingAccess["calendar-feed.open"],
    run: openFeed,
  }),
  defineCommand({
    type: "calendar-feed.close",
    v: 1,
    summary: "Switches the address of one's own calendar off",
    payload: CalendarFeedId,
    verb: counsellingAccess["calendar-feed.close"],
    run: closeFeed,
  }),
];
