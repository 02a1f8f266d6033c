import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import type { BenefitMonthView } from "../list/contract.ts";
import { open, purposes } from "../list/store.ts";
import { SealedRefund } from "./contract.ts";

type Refund = BenefitMonthView["refunds"][number];
export type StoredRefund = Refund & { listId: string };

async function refundsWhere(context: WorkContext, which: ReturnType<typeof sql>): Promise<StoredRefund[]> {
  const { rows } = await sql<Omit<StoredRefund, "office" | "reason"> & { sealed: Buffer }>`
    select f.id, f.list_id, f.no, f.number, f.asked_on, f.benefit_grosze, f.contributions_grosze, f.sealed, m.display_name as by,
      (select coalesce(sum(x.change_grosze), 0)::int8 from benefit_refund_change x where x.organisation_id = f.organisation_id and x.refund_id = f.id and x.kind = 'RETURN') as changed_grosze,
      (select coalesce(sum(x.change_grosze), 0)::int8 from benefit_refund_change x where x.organisation_id = f.organisation_id and x.refund_id = f.id and x.kind = 'DEBT') as debts_grosze,
      (select coalesce(sum(x.amount_grosze), 0)::int8 from benefit_advance_settlement x where x.organisation_id = f.organisation_id and x.refund_id = f.id) as advance_grosze,
      case when c.refund_id is null then null else jsonb_build_object('receivedOn', c.received_on, 'amountGrosze', c.amount_grosze) end as received
    from benefit_refund f join membership m on m.organisation_id = f.organisation_id and m.account_id = f.asked_by
      left join benefit_refund_receipt c on c.organisation_id = f.organisation_id and c.refund_id = f.id
    where f.organisation_id = ${context.actor.organisationId} and ${which} order by f.no desc ${atMost}`.execute(
    context.tx,
  );
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    ...SealedRefund.parse(open(context, purposes.refund, row.id, sealed)),
  }));
}

/** Requests for the refund of a list, the one that holds first. */
export async function refundsOf(context: WorkContext, listId: string): Promise<Refund[]> {
  const found = await refundsWhere(context, sql`f.list_id = ${listId}`);
  return found.map(({ listId: _, ...refund }) => refund);
}

export async function findRefund(context: WorkContext, refundId: string): Promise<StoredRefund | undefined> {
  return (await refundsWhere(context, sql`f.id = ${refundId}`))[0];
}

/** `RETURN`: a payment that came back or was paid anew; `DEBT`: what was paid too much and settled by no list. */
export type RefundChange = { listId: string; ipzsId: string; kind: "RETURN" | "DEBT"; changeGrosze: number };

/**
 * What a request for a list has to leave out or take in for money that came back or was paid anew: of its own list, and of lists of
 * the unit whose requests were answered; and for what overpaid participants of the unit paid back or what was written off. Each against
 * what the requests that hold said of it already. Those that take in come first, those of its own list before others.
 * Source: docs/domain/rules.md R-CIS-27 (benefits paid)
 */
export async function changesFor(
  { tx, actor }: WorkContext,
  { listId, unitId }: { listId: string; unitId: string },
): Promise<RefundChange[]> {
  const { rows } = await sql<RefundChange>`
    with standing as (select distinct on (f.list_id) f.id, f.list_id, exists (select from benefit_refund_receipt c
        where c.organisation_id = f.organisation_id and c.refund_id = f.id) as answered
      from benefit_refund f where f.organisation_id = ${actor.organisationId} order by f.list_id, f.no desc),
    back as (select distinct on (r.list_id, r.ipzs_id) r.list_id, r.ipzs_id, exists (select from benefit_repayment x
        where x.organisation_id = r.organisation_id and x.return_id = r.id) as repaid
      from benefit_return r where r.organisation_id = ${actor.organisationId} order by r.list_id, r.ipzs_id, r.no desc),
    said as (select c.list_id, c.ipzs_id, c.kind, sum(c.change_grosze) as grosze from benefit_refund_change c
      join standing s on s.id = c.refund_id and s.list_id <> ${listId} where c.organisation_id = ${actor.organisationId} group by c.list_id, c.ipzs_id, c.kind),
    settled as (select e.list_id, e.ipzs_id, coalesce(sum(e.amount_grosze) filter (where w.settlement_id is null and e.leaves_refund), 0) as grosze
      from benefit_debt_settlement e
        join benefit_list l on l.organisation_id = e.organisation_id and l.id = e.list_id and l.unit_id = ${unitId}
        left join benefit_debt_withdrawal w on w.organisation_id = e.organisation_id and w.settlement_id = e.id
      where e.organisation_id = ${actor.organisationId} group by e.list_id, e.ipzs_id),
    found as (select b.list_id, b.ipzs_id, 'RETURN' as kind,
        (case when b.repaid then 0 else -(p.benefit_grosze + p.raised_grosze - p.recovered_grosze) end
          - coalesce((select a.grosze from said a where a.list_id = b.list_id and a.ipzs_id = b.ipzs_id and a.kind = 'RETURN'), 0))::int8 as change_grosze
      from back b join benefit_list_person p on p.organisation_id = ${actor.organisationId} and p.list_id = b.list_id and p.ipzs_id = b.ipzs_id
        join benefit_list l on l.organisation_id = ${actor.organisationId} and l.id = b.list_id and l.unit_id = ${unitId}
      where b.list_id = ${listId} or exists (select from standing s where s.list_id = b.list_id and s.answered)
      union all select e.list_id, e.ipzs_id, 'DEBT', (-e.grosze
          - coalesce((select a.grosze from said a where a.list_id = e.list_id and a.ipzs_id = e.ipzs_id and a.kind = 'DEBT'), 0))::int8
        from settled e)
    select list_id, ipzs_id, kind, change_grosze from found where change_grosze <> 0 order by list_id <> ${listId}, change_grosze desc, list_id, ipzs_id, kind limit 20000`.execute(
    tx,
  );
  return rows;
}
