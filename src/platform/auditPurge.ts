import { sql } from "kysely";
import type pg from "pg";
import { writeAudit } from "./audit.ts";
import type { Db } from "./db.ts";
import { todayIn } from "./time/instant.ts";

export type Purged = { organisationId: string; segments: number; entries: number };

const segmentsAtOnce = 100;

/**
 * Takes away the entries of the oldest segments whose time is over (R-LOG-02: `RETENTION_LOG`, counted from the youngest entry of
 * a segment and from its linking). Segments and heads stay, so that the chain still verifies; what was taken is told in the
 * audit, in the transaction that takes it. `keeper` connects as the keeper. Answers organisations that lost something.
 */
export async function purgeAudit(keeper: Db, now: Date): Promise<Purged[]> {
  const { rows } = await sql<{ id: string }>`select id from organisation order by id`.execute(keeper);
  const purged: Purged[] = [];
  for (const { id } of rows) {
    const sum = { organisationId: id, segments: 0, entries: 0 };
    for (;;) {
      const some = await purgeSome(keeper, id, now);
      sum.segments += some.segments;
      sum.entries += some.entries;
      if (some.segments < segmentsAtOnce) break;
    }
    if (sum.segments > 0) purged.push(sum);
  }
  return purged;
}

async function purgeSome(keeper: Db, organisationId: string, now: Date): Promise<Omit<Purged, "organisationId">> {
  const instant = now.toISOString();
  return keeper.transaction().execute(async (tx) => {
    const { rows: context } = await sql<{ xid: string; until: string }>`select pg_current_xact_id()::text as xid,
        to_char(${instant}::timestamptz - make_interval(years => audit_retention_years(${organisationId}, ${todayIn(now, "Europe/Warsaw")})), 'YYYY-MM-DD"T"HH24:MI:SS.MSOF') as until,
        pg_advisory_xact_lock(7076875)::text as lock`.execute(tx);
    const until = context[0]?.until;
    if (!until) throw new Error("no RETENTION_LOG");
    // The oldest ones without a gap: up to the first segment that must stay.
    const { rows: over } = await sql<{ no: number; ids: string[] }>`select no, entry_ids as ids from audit_segment s
      where organisation_id = ${organisationId} and purged_at is null and no < coalesce((
        select min(k.no) from audit_segment k where k.organisation_id = ${organisationId} and k.purged_at is null and (k.sealed_at >= ${until}::timestamptz
          or exists (select from audit_entry e where e.organisation_id = k.organisation_id and e.id = any (k.entry_ids) and e.at >= ${until}::timestamptz))), 2147483647)
      order by no limit ${segmentsAtOnce}`.execute(tx);
    const last = over.at(-1);
    if (!last) return { segments: 0, entries: 0 };
    const numbers = over.map(({ no }) => no);
    const deleted =
      await sql`delete from audit_entry where organisation_id = ${organisationId} and id = any (${over.flatMap(({ ids }) => ids)}::uuid[])`.execute(
        tx,
      );
    await sql`update audit_segment set purged_at = ${instant} where organisation_id = ${organisationId} and no = any (${numbers}::int[])`.execute(
      tx,
    );
    const entries = Number(deleted.numAffectedRows ?? 0n);
    await writeAudit(
      tx,
      {
        organisationId,
        actorId: null,
        now: instant,
        xid: context[0]?.xid ?? "",
        requestId: null,
        device: null,
      },
      {
        action: "audit.purge",
        outcome: "done",
        objectType: "audit_segment",
        detail: { first: numbers[0], last: last.no, entries, olderThan: until },
      },
    );
    return { segments: over.length, entries };
  });
}

/** Why a segment that says it was purged should not have been; null when it may. */
export async function faultOfPurge(
  client: pg.ClientBase,
  organisationId: string,
  no: number,
  now: Date,
): Promise<string | null> {
  const { rows } = await client.query<{ early: boolean; future: boolean; gap: boolean }>(
    `select purged_at > $3 as future,
       sealed_at + make_interval(years => audit_retention_years(organisation_id, purged_at::date)) > purged_at as early,
       exists (select from audit_segment e where e.organisation_id = s.organisation_id and e.no < s.no and e.purged_at is null) as gap
     from audit_segment s where organisation_id = $1 and no = $2`,
    [organisationId, no, now.toISOString()],
  );
  const [row] = rows;
  if (row?.early || row?.future) return "purged before its time";
  return row?.gap ? "purged before an older one" : null;
}
