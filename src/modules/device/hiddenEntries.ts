import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { TellsOf } from "../../platform/sync/tellsOf.ts";
import { idsIn, idsUnder } from "./rules.ts";

/** Filled by the app, because people and what is kept of them belong to rooms above. */
export const protectedPeople: {
  tellsOf: TellsOf[];
  /** Those of the ids that are of people whose whereabouts are not for the reader. */
  hiddenOf(context: WorkContext, ids: readonly string[]): Promise<Set<string>>;
} = { tellsOf: [], hiddenOf: async () => new Set() };

/** One that waits; `payload` undefined when it cannot be opened, then it tells nothing. */
type Waiting = { id: string; deviceId: string; payload: unknown };

/**
 * Ids of those entries that tell of somebody whose whereabouts are not for the reader: they name the person, a record that is
 * about them, or one that another of the entries of the same device makes about them.
 */
export async function hiddenAmong(context: WorkContext, entries: readonly Waiting[]): Promise<Set<string>> {
  const named = new Map(entries.map(({ id, payload }) => [id, idsIn(payload)]));
  const all = [...new Set([...named.values()].flatMap((ids) => [...ids]))];
  const about = await peopleBehind(context, all);
  const hidden = await protectedPeople.hiddenOf(context, [...all, ...about.map(({ personId }) => personId)]);
  for (const { id, personId } of about) if (hidden.has(personId)) hidden.add(id);
  const names = protectedPeople.tellsOf.flatMap((kind) => kind.names);
  const found = new Set<string>();
  for (const own of Map.groupBy(entries, ({ deviceId }) => deviceId).values())
    for (let before = -1; found.size > before; ) {
      before = found.size;
      for (const { id, payload } of own) {
        if (found.has(id) || ![...(named.get(id) ?? [])].some((each) => hidden.has(each))) continue;
        found.add(id);
        for (const made of idsUnder(payload, names)) hidden.add(made);
      }
    }
  return found;
}

async function peopleBehind(context: WorkContext, ids: readonly string[]): Promise<{ id: string; personId: string }[]> {
  const { tellsOf } = protectedPeople;
  if (ids.length === 0 || tellsOf.length === 0) return [];
  const asked = sql`${[...ids]}::uuid[]`;
  const { rows } = await sql<{ id: string; personId: string }>`select told.id, told.person_id
    from (${sql.join(
      tellsOf.map((kind) => kind.people(context, asked)),
      sql` union all `,
    )}) told where told.person_id is not null`.execute(context.tx);
  return rows;
}
