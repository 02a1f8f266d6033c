import { sql } from "kysely";
import { z } from "zod";
import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { BenefitMonthView } from "../list/contract.ts";
import { open, purposes } from "../list/store.ts";
import { Payer } from "./contract.ts";

/** What of a payer is sealed: all but the codes that the database checks. */
export const SealedPayer = Payer.omit({ format: true, letters: true });
type Stored = { id: string; payer: z.infer<typeof Payer> };

async function payerWhere(context: WorkContext, which: ReturnType<typeof sql>): Promise<Stored | undefined> {
  const { rows } = await sql<{ id: string; format: string; letters: string; sealed: Buffer }>`
    select p.id, p.format, p.letters, p.sealed from benefit_payer p
    where p.organisation_id = ${context.actor.organisationId} and ${which} order by p.no desc limit 1`.execute(
    context.tx,
  );
  const [row] = rows;
  if (!row) return undefined;
  const { id, format, letters, sealed } = row;
  const known = SealedPayer.parse(open(context, purposes.payer, id, sealed));
  return { id, payer: Payer.parse({ ...known, format, letters }) };
}

/** From which account a unit pays now. */
export const payerOf = (context: WorkContext, unitId: string) => payerWhere(context, sql`p.unit_id = ${unitId}`);

/** The settings that a file was made with. */
export const payerById = (context: WorkContext, payerId: string) => payerWhere(context, sql`p.id = ${payerId}`);

export type StoredBankFile = NonNullable<BenefitMonthView["bankFile"]> & { payerId: string; madeAt: string };

export async function findBankFile({ tx, actor }: WorkContext, listId: string): Promise<StoredBankFile | null> {
  const { rows } =
    await sql<StoredBankFile>`select f.pay_on, f.transfers, f.total_grosze, f.sha256, m.display_name as by, f.payer_id, f.recorded_at as made_at
    from benefit_bank_file f join membership m on m.organisation_id = f.organisation_id and m.account_id = f.made_by
    where f.organisation_id = ${actor.organisationId} and f.list_id = ${listId}`.execute(tx);
  return rows[0] ?? null;
}

export async function bankFileOf(context: WorkContext, listId: string): Promise<BenefitMonthView["bankFile"]> {
  const found = await findBankFile(context, listId);
  if (!found) return null;
  const { payerId: _, madeAt: __, ...shown } = found;
  return shown;
}

export type StoredReturn = { id: string; listId: string; ipzsId: string; returnedOn: PlainDate; repaid: boolean };

export async function findReturn({ tx, actor }: WorkContext, returnId: string): Promise<StoredReturn | undefined> {
  const { rows } = await sql<StoredReturn>`select r.id, r.list_id, r.ipzs_id, r.returned_on,
      exists (select from benefit_repayment x where x.organisation_id = r.organisation_id and x.return_id = r.id) as repaid
    from benefit_return r where r.organisation_id = ${actor.organisationId} and r.id = ${returnId}`.execute(tx);
  return rows[0];
}
