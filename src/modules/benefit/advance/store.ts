import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { monthOf } from "../list/reach.ts";
import { open, purposes } from "../list/store.ts";
import { type Advance, SealedAdvance } from "./contract.ts";
import type { AdvanceAnswer, OpenAdvance } from "./rules.ts";

type Row = Omit<Advance, "month" | "office" | "reason" | "answer" | "settled"> & {
  unitId: string;
  month: PlainDate;
  sealed: Buffer;
  answer: { answer: AdvanceAnswer; on: PlainDate; amountGrosze: number | null; by: string } | null;
  words: Buffer | null;
  settled: { month: PlainDate; number: string; amountGrosze: number }[];
};
export type StoredAdvance = Advance & { unitId: string };

/** Of requests for one list the newest holds, and only that one settles. */
const standing = sql`not exists (select from benefit_refund n where n.organisation_id = f.organisation_id and n.list_id = f.list_id and n.no > f.no)`;

async function advancesWhere(context: WorkContext, which: ReturnType<typeof sql>): Promise<StoredAdvance[]> {
  const { rows } = await sql<Row>`
    select a.id, a.unit_id, a.no, a.month, a.number, a.asked_on, a.amount_grosze, a.sealed, m.display_name as by, r.sealed as words,
      case when r.advance_id is null then null else jsonb_build_object('answer', r.answer, 'on', r.answered_on, 'amountGrosze', r.amount_grosze, 'by', w.display_name) end as answer,
      coalesce(s.settled, '[]'::jsonb) as settled, coalesce(b.returned, '[]'::jsonb) as returned,
      (coalesce(r.amount_grosze, 0) - coalesce(s.grosze, 0) - coalesce(b.grosze, 0))::int8 as open_grosze
    from benefit_advance a join membership m on m.organisation_id = a.organisation_id and m.account_id = a.asked_by
      left join benefit_advance_answer r on r.organisation_id = a.organisation_id and r.advance_id = a.id
      left join membership w on w.organisation_id = r.organisation_id and w.account_id = r.recorded_by
      left join lateral (select sum(x.amount_grosze) as grosze,
          jsonb_agg(jsonb_build_object('month', l.month, 'number', f.number, 'amountGrosze', x.amount_grosze) order by l.month) as settled
        from benefit_advance_settlement x join benefit_refund f on f.organisation_id = x.organisation_id and f.id = x.refund_id
          join benefit_list l on l.organisation_id = f.organisation_id and l.id = f.list_id
        where x.organisation_id = a.organisation_id and x.advance_id = a.id and ${standing}) s on true
      left join lateral (select sum(x.amount_grosze) as grosze,
          jsonb_agg(jsonb_build_object('returnedOn', x.returned_on, 'amountGrosze', x.amount_grosze) order by x.returned_on, x.recorded_at) as returned
        from benefit_advance_return x where x.organisation_id = a.organisation_id and x.advance_id = a.id) b on true
    where a.organisation_id = ${context.actor.organisationId} and ${which} order by a.no desc ${atMost}`.execute(
    context.tx,
  );
  return rows.map(({ sealed, words, answer, month, settled, ...row }) => ({
    ...row,
    ...SealedAdvance.parse(open(context, purposes.advance, row.id, sealed)),
    month: monthOf(month),
    settled: settled.map((one) => ({ ...one, month: monthOf(one.month) })),
    answer: answer && {
      ...answer,
      amountGrosze: answer.amountGrosze ?? 0,
      words: words ? z.string().parse(open(context, purposes.advance, answerKey(row.id), words)) : "",
    },
  }));
}

/** Under which name the words of an answer are sealed. */
export const answerKey = (advanceId: string): string => `${advanceId}/answer`;

/** Advances that a unit asked for, the newest first. */
export const advancesOf = (context: WorkContext, unitId: string): Promise<StoredAdvance[]> =>
  advancesWhere(context, sql`a.unit_id = ${unitId}`);

export async function findAdvance(context: WorkContext, advanceId: string): Promise<StoredAdvance | undefined> {
  return (await advancesWhere(context, sql`a.id = ${advanceId}`))[0];
}

/** Requests of a unit that the starosta has not answered, by the month that they are for. */
export async function askedAdvances(
  { tx, actor }: WorkContext,
  unitId: string,
): Promise<{ id: string; month: PlainDate }[]> {
  const { rows } = await sql<{ id: string; month: PlainDate }>`select a.id, a.month from benefit_advance a
    where a.organisation_id = ${actor.organisationId} and a.unit_id = ${unitId}
      and not exists (select from benefit_advance_answer r where r.organisation_id = a.organisation_id and r.advance_id = a.id)
    order by a.month, a.no ${atMost}`.execute(tx);
  return rows;
}

/** Advances of a unit of which something is open for a list, what its own request took out of them counted as open. */
export async function openAdvances(
  { tx, actor }: WorkContext,
  { unitId, listId }: { unitId: string; listId: string },
): Promise<OpenAdvance[]> {
  const { rows } = await sql<OpenAdvance>`
    select a.id, r.answered_on as received_on, (r.amount_grosze
        - coalesce((select sum(x.amount_grosze) from benefit_advance_settlement x
            join benefit_refund f on f.organisation_id = x.organisation_id and f.id = x.refund_id and f.list_id <> ${listId}
            where x.organisation_id = a.organisation_id and x.advance_id = a.id and ${standing}), 0)
        - coalesce((select sum(x.amount_grosze) from benefit_advance_return x
            where x.organisation_id = a.organisation_id and x.advance_id = a.id), 0))::int8 as open_grosze
    from benefit_advance a join benefit_advance_answer r on r.organisation_id = a.organisation_id and r.advance_id = a.id and r.answer = 'RECEIVED'
    where a.organisation_id = ${actor.organisationId} and a.unit_id = ${unitId} order by r.answered_on, a.id limit 20000`.execute(
    tx,
  );
  return rows.filter(({ openGrosze }) => openGrosze > 0);
}
