import { sql } from "kysely";
import type pg from "pg";
import { z } from "zod";
import { kyselyOf } from "../platform/db.ts";
import { mediaTypes } from "../platform/files/fileKind.ts";
import type { FileStore } from "../platform/files/fileStore.ts";
import { todayIn } from "../platform/time/instant.ts";

const Ended = z.object({ organisationId: z.uuid(), storageName: z.string() });

/** Takes the bytes of a file whose row is gone off the disk; ones that are gone already are fine. */
export async function endFileBytes(files: FileStore, payload: unknown): Promise<void> {
  const { organisationId, storageName } = Ended.parse(payload);
  await files.remove(organisationId, storageName);
}

/** Tables of people, as offices send them: CSV is stored as plain text. */
const tableKinds = [mediaTypes.xlsx, mediaTypes.txt];

/**
 * Ends files that no record has named for 90 days: brought, and then the form was left. A phone's card may name its picture
 * weeks after the picture came, so nothing younger goes. A table that was brought and not taken in goes after the days of the
 * parameter IMPORT_FILE_KEEP, the organisation's own where it has one: it names many people, and comes from no phone.
 */
export async function endUnnamedFiles(owner: pg.Pool, now: Date): Promise<void> {
  const db = kyselyOf(owner);
  const { rows } = await sql<{ table: string; organisation: string; file: string }>`select
      k.conrelid::regclass::text as table, o.attname as organisation, n.attname as file
    from pg_constraint k
    join pg_attribute o on o.attrelid = k.conrelid and o.attnum = k.conkey[1]
    join pg_attribute n on n.attrelid = k.conrelid and n.attnum = k.conkey[2]
    where k.contype = 'f' and k.confrelid = 'stored_file'::regclass`.execute(db);
  const named = rows.map(
    ({ table, organisation, file }) =>
      sql`exists (select from ${sql.table(table)} r
        where r.${sql.ref(organisation)} = f.organisation_id and r.${sql.ref(file)} = f.id)`,
  );
  if (named.length === 0) throw new Error("no record names files");
  const today = todayIn(now, "Europe/Warsaw");
  const keep = sql`case when f.media_type = any (${tableKinds}) then make_interval(days => coalesce((select p.value::int from (
      select value, valid_from, true as own from organisation_parameter o
        where o.organisation_id = f.organisation_id and o.code = 'IMPORT_FILE_KEEP' and o.valid_from <= ${today}::date
      union all
      select value, valid_from, false from legal_parameter where code = 'IMPORT_FILE_KEEP' and valid_from <= ${today}::date) p
    order by p.own desc, p.valid_from desc limit 1), 90)) else interval '90 days' end`;
  await sql`with gone as (
      delete from stored_file f where f.uploaded_at < ${now.toISOString()}::timestamptz - ${keep}
        and not (${sql.join(named, sql` or `)})
      returning f.organisation_id, f.storage_name
    )
    select add_job('end-file', json_build_object('organisationId', organisation_id, 'storageName', storage_name)) from gone`.execute(
    db,
  );
}
