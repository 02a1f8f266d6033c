import { sql } from "kysely";
import { z } from "zod";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  type WorkContext,
} from "../../../platform/command.ts";
import { instantOf } from "../../../platform/db.ts";
import { oneAtATime } from "../../../platform/oneAtATime.ts";
import { onConstraint, Problem } from "../../../platform/problem.ts";
import { programmeAccess } from "../access.ts";
import { mayInUnit } from "../queries.ts";
import { ClassFeed, ClassFeedId, ClassFeedOf, OpenClassFeed } from "./contract.ts";

onConstraint("class_feed_key", "conflict", "record.id_taken");
onConstraint("class_feed_address_once", "conflict", "record.id_taken");

type Verb = (typeof programmeAccess)["class-feed.open" | "class-feed.close" | "class-feed.read"];

/** The unit of a group or room whose calendar the actor may give away. @throws Problem not_found */
export async function requireSubject(
  context: WorkContext,
  verb: Verb,
  { of, subjectId }: ClassFeedOf,
): Promise<string> {
  const table = sql.table(of === "GROUP" ? "class_group" : "class_room");
  const { rows } = await sql<{
    name: string;
    unitId: string;
  }>`select name, unit_id from ${table} where organisation_id = ${context.actor.organisationId} and id = ${subjectId}`.execute(
    context.tx,
  );
  const [row] = rows;
  if (!row || !mayInUnit(context, verb, row.unitId))
    throw new Problem("not_found", of === "GROUP" ? "group.not_found" : "class-room.not_found");
  return row.name;
}

/** A new address for the calendar of a group or room; the one before opens nothing from then on. @throws Problem not_found */
async function openFeed(context: CommandContext, payload: OpenClassFeed): Promise<Done> {
  const { feedId: id, of, subjectId, addressHash, withNames } = payload;
  const { organisationId, accountId } = context.actor;
  await requireSubject(context, programmeAccess["class-feed.open"], { of, subjectId });
  await oneAtATime(context.tx, "class-feed", subjectId);
  await sql`update class_feed set ended_at = ${context.now}
    where organisation_id = ${organisationId} and coalesce(group_id, room_id) = ${subjectId} and ended_at is null`.execute(
    context.tx,
  );
  await context.tx
    .insertInto("classFeed")
    .values({
      organisationId,
      id,
      groupId: of === "GROUP" ? subjectId : null,
      roomId: of === "ROOM" ? subjectId : null,
      addressHash: Buffer.from(addressHash, "hex"),
      withNames,
      openedBy: accountId,
    })
    .execute();
  return { ids: { feed: id }, about: { type: "class_feed", id }, detail: { of, subjectId, withNames } };
}

/** @throws Problem not_found `class-feed.not_found`, also for one that is over or of a unit out of reach */
async function closeFeed(context: CommandContext, { feedId: id }: ClassFeedId): Promise<Done> {
  const { organisationId } = context.actor;
  const row = await context.tx
    .selectFrom("classFeed")
    .select(["groupId", "roomId"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .where("endedAt", "is", null)
    .executeTakeFirst();
  const subjectId = row?.groupId ?? row?.roomId;
  if (!row || !subjectId) throw new Problem("not_found", "class-feed.not_found");
  await requireSubject(context, programmeAccess["class-feed.close"], {
    of: row.groupId ? "GROUP" : "ROOM",
    subjectId,
  }).catch(() => {
    throw new Problem("not_found", "class-feed.not_found");
  });
  await sql`update class_feed set ended_at = ${context.now} where organisation_id = ${organisationId} and id = ${id} and ended_at is null`.execute(
    context.tx,
  );
  return { ids: { feed: id }, about: { type: "class_feed", id } };
}

/** What is known of the address: when it was made and last read, never the address. @throws Problem not_found */
async function readFeed(context: WorkContext, which: ClassFeedOf): Promise<ClassFeed> {
  await requireSubject(context, programmeAccess["class-feed.read"], which);
  const { rows } = await sql<{
    id: string;
    withNames: boolean;
    openedAt: string;
    readAt: string | null;
  }>`select id, with_names, opened_at, read_at from class_feed
    where organisation_id = ${context.actor.organisationId} and coalesce(group_id, room_id) = ${which.subjectId} and ended_at is null`.execute(
    context.tx,
  );
  const [row] = rows;
  if (!row) return { feed: null };
  const { id: feedId, withNames, openedAt, readAt } = row;
  return { feed: { feedId, withNames, openedAt: instantOf(openedAt), readAt: readAt && instantOf(readAt) } };
}

export const feedCommands = [
  defineCommand({
    type: "class-feed.open",
    v: 1,
    summary: "Makes a secret address at which the calendar of a group or room is read elsewhere; the one before ends",
    payload: OpenClassFeed,
    verb: programmeAccess["class-feed.open"],
    run: openFeed,
  }),
  defineCommand({
    type: "class-feed.close",
    v: 1,
    summary: "Switches the address of a group's or room's calendar off",
    payload: ClassFeedId,
    verb: programmeAccess["class-feed.close"],
    run: closeFeed,
  }),
];

export const feedQueries = [
  defineQuery({
    name: "class-feed.read",
    method: "GET",
    path: "/class-feeds/:of/:subjectId",
    summary: "Whether an address opens the calendar of a group or room",
    input: z.strictObject(ClassFeedOf.shape),
    answer: ClassFeed,
    verb: programmeAccess["class-feed.read"],
    audit: null,
    run: readFeed,
  }),
];
