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
