import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { type Parameter, parametersOn } from "../../../platform/law.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { open, purposes } from "../list/store.ts";
import type { DebtEntry } from "./contract.ts";
import type { Instalment } from "./rules.ts";

/** What a participation was carried out with by the list approved last that it stands on. `openGrosze`: less what was settled since. */
export type Carried = {
  unitId: string;
  ipzsId: string;
  personId: string;
  listId: string;
  month: PlainDate;
  left: boolean;
  carriedGrosze: number;
  openGrosze: number;
};

/** Everybody of a unit whose last approved list left something to be recovered, settled since or not. By the list's month. */
export async function carriedOf(
  { tx, actor }: WorkContext,
  unitId: string,
  ipzsId: string | null = null,
): Promise<Carried[]> {
  const { rows } = await sql<Omit<Carried, "unitId">>`
    select c.*, exists (select from ipzs_ending e where e.organisation_id = ${actor.organisationId} and e.ipzs_id = c.ipzs_id) as left,
      (c.carried_grosze - coalesce((select sum(s.amount_grosze) from benefit_debt_settlement s
        where s.organisation_id = ${actor.organisationId} and s.list_id = c.list_id and s.ipzs_id = c.ipzs_id
          and not exists (select from benefit_debt_withdrawal w where w.organisation_id = s.organisation_id and w.settlement_id = s.id)), 0))::int8 as open_grosze
    from (select distinct on (p.ipzs_id) p.ipzs_id, p.person_id, p.list_id, d.month, p.carried_out_grosze as carried_grosze
      from benefit_list_person p join benefit_list_decision d on d.organisation_id = p.organisation_id and d.list_id = p.list_id
      where p.organisation_id = ${actor.organisationId} and d.unit_id = ${unitId} and d.decision = 'APPROVED'
        and (${ipzsId}::uuid is null or p.ipzs_id = ${ipzsId})
        and p.ipzs_id in (select q.ipzs_id from benefit_list_person q where q.organisation_id = p.organisation_id and q.carried_out_grosze > 0)
      order by p.ipzs_id, d.recorded_at desc, d.month desc) c
    where c.carried_grosze > 0 order by c.month, c.ipzs_id limit 20000`.execute(tx);
  return rows.map((row) => ({ ...row, unitId }));
}

export type StoredEntry = Omit<DebtEntry, "withdrawn"> & {
  listId: string;
  ipzsId: string;
  unitId: string;
  withdrawn: string | null;
};
type EntryRow = Omit<StoredEntry, "reason" | "withdrawn"> & { sealed: Buffer | null; withdrawal: Buffer | null };

/** Under which name the reason of a withdrawal is sealed. */
export const withdrawalKey = (settlementId: string): string => `${settlementId}/withdrawal`;

export async function entriesWhere(context: WorkContext, which: ReturnType<typeof sql>): Promise<StoredEntry[]> {
  const { rows } = await sql<EntryRow>`
    select s.id, s.list_id, s.ipzs_id, d.unit_id, s.kind, s.way, s.amount_grosze, s.settled_on, s.sealed, m.display_name as by, w.sealed as withdrawal
    from benefit_debt_settlement s
      join benefit_list_decision d on d.organisation_id = s.organisation_id and d.list_id = s.list_id
      join membership m on m.organisation_id = s.organisation_id and m.account_id = s.recorded_by
      left join benefit_debt_withdrawal w on w.organisation_id = s.organisation_id and w.settlement_id = s.id
    where s.organisation_id = ${context.actor.organisationId} and ${which} order by s.recorded_at, s.no ${atMost}`.execute(
    context.tx,
  );
  const text = (key: string, sealed: Buffer | null) =>
    sealed ? z.string().parse(open(context, purposes.debt, key, sealed)) : null;
  return rows.map(({ sealed, withdrawal, ...row }) => ({
    ...row,
    reason: text(row.id, sealed) ?? "",
    withdrawn: text(withdrawalKey(row.id), withdrawal),
  }));
}

export type StoredAgreement = {
  ipzsId: string;
  agreedOn: PlainDate;
  words: string;
  by: string;
  instalments: Instalment[];
};

/**
 * The agreement that counts of each of some participations. One that was made for a debt that is settled says nothing of a new one: it
 * counts until a list approved after its own begins with nothing owed.
 */
export async function agreementsOf(
  context: WorkContext,
  ipzsIds: readonly string[],
): Promise<ReadonlyMap<string, StoredAgreement>> {
  const { rows } = await sql<Omit<StoredAgreement, "words"> & { id: string; sealed: Buffer | null }>`
    select distinct on (a.ipzs_id) a.ipzs_id, a.id, a.agreed_on, a.sealed, m.display_name as by,
      (select jsonb_agg(jsonb_build_object('dueOn', i.due_on, 'amountGrosze', i.amount_grosze) order by i.no) from benefit_debt_instalment i
        where i.organisation_id = a.organisation_id and i.agreement_id = a.id) as instalments
    from benefit_debt_agreement a join membership m on m.organisation_id = a.organisation_id and m.account_id = a.recorded_by
      join benefit_list_decision o on o.organisation_id = a.organisation_id and o.list_id = a.list_id
    where a.organisation_id = ${context.actor.organisationId} and a.ipzs_id = any (${[...ipzsIds]}::uuid[])
      and not exists (select from benefit_list_person p join benefit_list_decision d on d.organisation_id = p.organisation_id and d.list_id = p.list_id
        where p.organisation_id = a.organisation_id and p.ipzs_id = a.ipzs_id and p.carried_in_grosze = 0 and d.decision = 'APPROVED'
          and (d.recorded_at, d.month) > (o.recorded_at, o.month))
    order by a.ipzs_id, a.no desc limit 20000`.execute(context.tx);
  return new Map(
    rows.map(({ id, sealed, ...row }) => [
      row.ipzsId,
      { ...row, words: sealed ? z.string().parse(open(context, purposes.debt, id, sealed)) : "" },
    ]),
  );
}

export const debtParameters = ["CIS_DEBT_WRITE_OFF", "CIS_DEBT_WRITE_OFF_LEAVES_REFUND"] as const;

/** What holds today of writing off, with its sources. */
export async function debtLaw(
  context: WorkContext,
): Promise<{ mayWriteOff: boolean; leavesRefund: boolean; law: Parameter[] }> {
  const found = await parametersOn(context.tx, debtParameters, context.today);
  const holds = (code: (typeof debtParameters)[number]) => Number(found.get(code)?.value ?? 0) === 1;
  return {
    mayWriteOff: holds("CIS_DEBT_WRITE_OFF"),
    leavesRefund: holds("CIS_DEBT_WRITE_OFF_LEAVES_REFUND"),
    law: [...found.values()],
  };
}
