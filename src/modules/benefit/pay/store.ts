import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../../platform/atMost.ts";
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

type ShownFile = BenefitMonthView["bankFiles"][number];
export type StoredBankFile = ShownFile & { payerId: string; madeAt: string; ipzsIds: string[] };
type FileRow = Omit<StoredBankFile, "ipzsIds" | "withdrawn"> & { sealed: Buffer; reason: Buffer | null };

/** Under which name a file's texts are sealed. */
export const fileKey = (listId: string, no: number): string => `${listId}/${no}`;

/** Files of transfers of a list, the newest first. */
export async function findBankFiles(context: WorkContext, listId: string): Promise<StoredBankFile[]> {
  const { rows } =
    await sql<FileRow>`select f.no, f.pay_on, f.transfers, f.total_grosze, f.sha256, m.display_name as by, f.payer_id, f.recorded_at as made_at,
      f.sealed, w.sealed as reason
    from benefit_bank_file f join membership m on m.organisation_id = f.organisation_id and m.account_id = f.made_by
      left join benefit_bank_file_withdrawal w on w.organisation_id = f.organisation_id and w.list_id = f.list_id and w.no = f.no
    where f.organisation_id = ${context.actor.organisationId} and f.list_id = ${listId} order by f.no desc ${atMost}`.execute(
      context.tx,
    );
  return rows.map(({ sealed, reason, ...row }) => {
    const key = fileKey(listId, row.no);
    return {
      ...row,
      ipzsIds: z.array(z.string()).parse(open(context, purposes.bankFile, key, sealed)),
      withdrawn: reason && z.string().parse(open(context, purposes.bankFile, `${key}/reason`, reason)),
    };
  });
}

export async function bankFilesOf(context: WorkContext, listId: string): Promise<ShownFile[]> {
  const files = await findBankFiles(context, listId);
  return files.map(({ payerId: _, madeAt: __, ipzsIds: ___, ...shown }) => shown);
}

export type StoredReturn = { id: string; listId: string; ipzsId: string; returnedOn: PlainDate; repaid: boolean };

export async function findReturn({ tx, actor }: WorkContext, returnId: string): Promise<StoredReturn | undefined> {
  const { rows } = await sql<StoredReturn>`select r.id, r.list_id, r.ipzs_id, r.returned_on,
      exists (select from benefit_repayment x where x.organisation_id = r.organisation_id and x.return_id = r.id) as repaid
    from benefit_return r where r.organisation_id = ${actor.organisationId} and r.id = ${returnId}`.execute(tx);
  return rows[0];
}
