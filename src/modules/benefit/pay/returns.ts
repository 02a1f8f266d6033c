import { sql } from "kysely";
import { z } from "zod";
import type { WorkContext } from "../../../platform/command.ts";
import type { BenefitMonthView } from "../list/contract.ts";
import { open, purposes } from "../list/store.ts";

type Shown = NonNullable<BenefitMonthView["people"][number]["returned"]>;
type Row = Omit<Shown, "words"> & { ipzsId: string; sealed: Buffer | null };

/** The last return of each participation on a list: what came back, and how it was paid again. */
export async function returnsOf(context: WorkContext, listId: string): Promise<ReadonlyMap<string, Shown>> {
  const { rows } = await sql<Row>`select distinct on (r.ipzs_id) r.id, r.ipzs_id, r.returned_on, r.sealed,
      case when x.return_id is null then null else jsonb_build_object('repaidOn', x.repaid_on, 'way', x.way) end as repaid
    from benefit_return r left join benefit_repayment x on x.organisation_id = r.organisation_id and x.return_id = r.id
    where r.organisation_id = ${context.actor.organisationId} and r.list_id = ${listId} order by r.ipzs_id, r.no desc limit 20000`.execute(
    context.tx,
  );
  return new Map(
    rows.map(({ ipzsId, sealed, ...row }) => [
      ipzsId,
      { ...row, words: sealed ? z.string().parse(open(context, purposes.return, row.id, sealed)) : "" },
    ]),
  );
}
