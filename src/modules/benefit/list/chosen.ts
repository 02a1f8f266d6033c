import { sql } from "kysely";
import { z } from "zod";
import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { type PayWay, payWays } from "./codes.ts";
import { Deduction } from "./contract.ts";
import type { ListMonth } from "./rules.ts";
import { open, purposes } from "./store.ts";

// What people chose beside the computation. Of each the last entry counts.

type Entry = { id: string; ipzsId: string; amountGrosze: number; sealed: Buffer };

async function lastEntries(
  { tx, actor }: WorkContext,
  table: "benefit_bonus" | "benefit_deduction",
  ipzsIds: readonly string[],
  month: ListMonth,
): Promise<Entry[]> {
  const { rows } =
    await sql<Entry>`select distinct on (c.ipzs_id) c.id, c.ipzs_id, c.amount_grosze, c.sealed from ${sql.table(table)} c
    where c.organisation_id = ${actor.organisationId} and c.ipzs_id = any (${[...ipzsIds]}::uuid[]) and c.month = ${month}
    order by c.ipzs_id, c.no desc limit 20000`.execute(tx);
  return rows;
}

export type Bonus = { grosze: number; reason: string };

/** Bonuses of a month by participation, those of 0 left out. */
export async function bonusesOf(
  context: WorkContext,
  ipzsIds: readonly string[],
  month: ListMonth,
): Promise<ReadonlyMap<string, Bonus>> {
  const found = await lastEntries(context, "benefit_bonus", ipzsIds, month);
  return new Map(
    found
      .filter(({ amountGrosze }) => amountGrosze > 0)
      .map(({ id, ipzsId, amountGrosze, sealed }) => [
        ipzsId,
        { grosze: amountGrosze, reason: z.string().parse(open(context, purposes.bonus, id, sealed)) },
      ]),
  );
}

/** Deductions of a month by participation. */
export async function deductionsOf(
  context: WorkContext,
  ipzsIds: readonly string[],
  month: ListMonth,
): Promise<ReadonlyMap<string, z.infer<typeof Deduction>[]>> {
  const found = await lastEntries(context, "benefit_deduction", ipzsIds, month);
  return new Map(
    found.map(({ id, ipzsId, sealed }) => [
      ipzsId,
      z.array(Deduction).parse(open(context, purposes.deduction, id, sealed)),
    ]),
  );
}

export type Way = { way: PayWay; nrb: string | null };

/** How people are paid today, under any of their records; who has no entry is paid in cash. */
export async function waysOf(context: WorkContext, personIds: readonly string[]): Promise<ReadonlyMap<string, Way>> {
  const { rows } = await sql<{ personId: string; id: string; way: string; sealed: Buffer | null }>`
    select p.id as person_id, w.id, w.way, w.sealed from unnest(${[...new Set(personIds)]}::uuid[]) p (id)
    cross join lateral (select w.id, w.way, w.sealed from benefit_way w
      where w.organisation_id = ${context.actor.organisationId} and w.person_id = any (same_person(p.id))
      order by w.recorded_at desc, w.no desc, w.id desc limit 1) w`.execute(context.tx);
  return new Map(
    rows.map(({ personId, id, way, sealed }) => [
      personId,
      {
        way: z.enum(payWays).parse(way),
        nrb: sealed ? z.string().parse(open(context, purposes.way, id, sealed)) : null,
      },
    ]),
  );
}

export const Rates = z.array(
  z.strictObject({
    name: z.string().trim().min(1).max(100),
    /** Per cent with up to four places. */
    percent: z.string().regex(/^\d{1,2}(\.\d{1,4})?$/),
    source: z.string().trim().max(300).default(""),
  }),
);
export type Rates = z.infer<typeof Rates>;

/** The contributions that hold on a day, as the accountant wrote them last; none where nobody wrote any. */
export async function ratesOn(context: WorkContext, day: PlainDate): Promise<Rates> {
  const { rows } = await sql<{ id: string; sealed: Buffer }>`select id, sealed from benefit_rates
    where organisation_id = ${context.actor.organisationId} and valid_from <= ${day} order by valid_from desc, no desc limit 1`.execute(
    context.tx,
  );
  const [row] = rows;
  return row ? Rates.parse(open(context, purposes.rates, row.id, row.sealed)) : [];
}

/** The next number of an entry of its kind. */
export async function nextNo(
  { tx, actor }: WorkContext,
  table: string,
  of: Readonly<Record<string, string>>,
): Promise<number> {
  const which = Object.entries(of).map(([column, value]) => sql`and ${sql.ref(column)} = ${value}`);
  const { rows } = await sql<{ no: number }>`select coalesce(max(no), 0) + 1 as no from ${sql.table(table)}
    where organisation_id = ${actor.organisationId} ${which.length > 0 ? sql.join(which, sql` `) : sql``}`.execute(tx);
  return rows[0]?.no ?? 1;
}
