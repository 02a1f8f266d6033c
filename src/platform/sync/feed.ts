import { sql } from "kysely";
import type { WorkContext } from "../command.ts";
import type { Change } from "./setKind.ts";

/** A place in the feed: a transaction's number and the change's own within it. */
export type Place = { xid: string; seq: number };

/**
 * The place from which on nothing is missed by whoever reads everything now: transactions that run at this moment
 * have this number or a higher one.
 */
export async function placeNow({ tx }: WorkContext): Promise<Place> {
  const { rows } = await sql<{ xid: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(tx);
  return { xid: rows[0]?.xid ?? "0", seq: 0 };
}

/**
 * Changes of the topics after a place, oldest first. What a transaction wrote is told once no older one is still under way,
 * so that one that commits late is never passed over.
 */
export async function changesAfter(
  context: WorkContext,
  { xid, seq }: Place,
  topics: readonly string[],
  limit: number,
): Promise<{ changes: Change[]; place: Place; more: boolean }> {
  const end = await placeNow(context);
  const { rows } = await sql<Change & Place>`select topic, record_id, xid::text as xid, seq from sync_change
    where organisation_id = ${context.actor.organisationId} and (xid, seq) > (${xid}::xid8, ${seq}) and xid < ${end.xid}::xid8
      and topic = any (${[...topics]}::text[])
    order by xid, seq limit ${limit}`.execute(context.tx);
  const last = rows.at(-1);
  const more = rows.length === limit && last !== undefined;
  const isBehind = BigInt(end.xid) < BigInt(xid);
  return { changes: rows, place: more ? { xid: last.xid, seq: last.seq } : isBehind ? { xid, seq } : end, more };
}

/**
 * The feed's epoch in this organisation; a restore of the database changes it. `forgottenTo`: whoever stands at this
 * transaction or before it may have missed something that the feed has forgotten; null when it knows everything.
 */
export async function feedOf({
  tx,
  actor,
}: Pick<WorkContext, "tx" | "actor">): Promise<{ epoch: string; forgottenTo: string | null }> {
  const { organisationId } = actor;
  const read = () =>
    sql<{ epoch: string; forgottenTo: string | null }>`select epoch, forgotten_to::text as forgotten_to from sync_epoch
      where organisation_id = ${organisationId}`.execute(tx);
  let { rows } = await read();
  if (!rows[0]) {
    await sql`insert into sync_epoch (organisation_id) values (${organisationId}) on conflict do nothing`.execute(tx);
    ({ rows } = await read());
  }
  const [row] = rows;
  if (!row) throw new Error("an organisation without an epoch");
  return row;
}

/** The epoch alone. */
export async function epochOf(context: Pick<WorkContext, "tx" | "actor">): Promise<string> {
  return (await feedOf(context)).epoch;
}
