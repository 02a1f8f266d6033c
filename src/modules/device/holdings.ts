import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { HeldRecord } from "../../platform/sync/contract.ts";

/** What one device holds, as it is told in the answer under way. */
export type Holdings = ReturnType<typeof holdingsOf>;

/** The holdings of a device; `answerNo` is the number of the answer that brings what is kept or dropped now (C19). */
export function holdingsOf({ tx, actor, now }: WorkContext, deviceId: string, answerNo: number) {
  const { organisationId } = actor;
  const own = sql`organisation_id = ${organisationId} and device_id = ${deviceId}`;
  return {
    /**
     * Everything told after answer `sure` may not have arrived: it has to be told again. What was taken away is taken away
     * again, unless the device begins anew and holds nothing. Answers the kinds concerned.
     */
    async doubt(sure: number, goneToo: boolean): Promise<string[]> {
      const { rows } = await sql<{ kind: string }>`with doubted as (
          update device_holding set body_hash = null, gone_at = null
          where ${own} and answer_no > ${sure} and (gone_at is null or ${goneToo}) returning kind)
        select distinct kind from doubted`.execute(tx);
      return rows.map(({ kind }) => kind);
    },

    /** Hash of each body that the device has, null where it has to be told again; of these ids, or all. */
    async read(kind: string, ids: readonly string[] | null): Promise<Map<string, Buffer | null>> {
      const { rows } = await sql<{
        recordId: string;
        bodyHash: Buffer | null;
      }>`select record_id, body_hash from device_holding
        where ${own} and kind = ${kind} and gone_at is null
          and (${ids === null} or record_id = any (${ids === null ? [] : [...ids]}::uuid[]))`.execute(tx);
      return new Map(rows.map(({ recordId, bodyHash }) => [recordId, bodyHash]));
    },

    async keep(kind: string, told: readonly { record: HeldRecord; hash: Buffer }[]): Promise<void> {
      if (told.length === 0) return;
      const ids = told.map(({ record }) => record.id);
      const people = told.map(({ record }) => record.personId);
      const hashes = told.map(({ hash }) => hash);
      await sql`insert into device_holding (organisation_id, device_id, kind, record_id, person_id, body_hash, answer_no)
        select ${organisationId}, ${deviceId}, ${kind}, r.id, r.person, r.hash, ${answerNo}
        from unnest(${ids}::uuid[], ${people}::uuid[], ${hashes}::bytea[]) r (id, person, hash)
        on conflict (organisation_id, device_id, kind, record_id) do update
          set person_id = excluded.person_id, body_hash = excluded.body_hash, answer_no = excluded.answer_no, gone_at = null,
            held_since = case when device_holding.gone_at is null then device_holding.held_since else excluded.held_since end`.execute(
        tx,
      );
    },

    async drop(kind: string, ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return;
      await sql`update device_holding set gone_at = ${now}, body_hash = null, answer_no = ${answerNo}
        where ${own} and kind = ${kind} and record_id = any (${[...ids]}::uuid[])`.execute(tx);
    },

    /** These changed and did not fit into the answer: they are told with the next one. */
    async forgetHash(kind: string, ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return;
      await sql`update device_holding set body_hash = null where ${own} and kind = ${kind} and record_id = any (${[...ids]}::uuid[])`.execute(
        tx,
      );
    },
  };
}
