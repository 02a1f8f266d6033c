import { sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import { carriedOf } from "../debt/store.ts";
import type { ListLine } from "./contract.ts";
import { addMonth, type ListMonth } from "./rules.ts";
import { lineKey, peopleOn } from "./store.ts";

type ApprovedList = { listId: string; month: ListMonth };

/** Approved months of a unit before a month, so many back, oldest first. */
export async function approvedBefore(
  { tx, actor }: WorkContext,
  { unitId, month, months }: { unitId: string; month: ListMonth; months: number },
): Promise<ApprovedList[]> {
  const { rows } = await sql<ApprovedList>`select list_id, month from benefit_list_decision
    where organisation_id = ${actor.organisationId} and unit_id = ${unitId} and decision = 'APPROVED'
      and month < ${month} and month >= ${addMonth(month, -months)} order by month limit 120`.execute(tx);
  return rows;
}

/** How a month of a participation was settled last: by its own list, or by the last list that corrected it. */
export type LastSettled = {
  ipzsId: string;
  personId: string;
  grosze: number;
  /** How many times it was corrected. */
  no: number;
  /** The list that said it last. */
  saidBy: string;
};

/** Every participation that stands on an approved list, or that a later list corrected for its month. */
export async function settledBy(
  { tx, actor }: WorkContext,
  { listId }: ApprovedList,
): Promise<ReadonlyMap<string, LastSettled>> {
  const { rows } = await sql<LastSettled>`
    select a.ipzs_id, a.person_id, coalesce(c.now_grosze, o.benefit_grosze, 0) as grosze, coalesce(c.no, 0) as no, coalesce(c.list_id, ${listId}) as said_by
    from (select ipzs_id, person_id from benefit_list_person where organisation_id = ${actor.organisationId} and list_id = ${listId}
        union select x.ipzs_id, p.person_id from benefit_correction x join benefit_list_person p
          on p.organisation_id = x.organisation_id and p.list_id = x.list_id and p.ipzs_id = x.ipzs_id
          where x.organisation_id = ${actor.organisationId} and x.mended_list_id = ${listId}) a
      left join benefit_list_person o on o.organisation_id = ${actor.organisationId} and o.list_id = ${listId} and o.ipzs_id = a.ipzs_id
      left join lateral (select x.now_grosze, x.no, x.list_id from benefit_correction x
        where x.organisation_id = ${actor.organisationId} and x.mended_list_id = ${listId} and x.ipzs_id = a.ipzs_id order by x.no desc limit 1) c on true
    limit 20000`.execute(tx);
  return new Map(rows.map((row) => [row.ipzsId, row]));
}

/** The lines with which a month of each of some participations was settled last; nothing of who was never settled. */
export async function settledLines(
  context: WorkContext,
  list: ApprovedList,
  settled: readonly LastSettled[],
): Promise<ReadonlyMap<string, ListLine[]>> {
  const lineOf = ({ saidBy, ipzsId }: LastSettled) => ({ listId: saidBy, ipzsId });
  const people = await peopleOn(context, settled.map(lineOf));
  return new Map(
    settled.map((one) => {
      const person = people.get(lineKey(lineOf(one)));
      const mended = person?.corrections.find(({ listId }) => listId === list.listId);
      return [one.ipzsId, (one.saidBy === list.listId ? person?.lines : mended?.now) ?? []];
    }),
  );
}

/**
 * What is left to be recovered after the list approved last, of all that each participation stands on, less what was settled since: debts
 * go from list to list in the order in which they are approved. Who owes nothing is left out.
 */
export async function carriedInto(
  context: WorkContext,
  unitId: string,
): Promise<ReadonlyMap<string, { personId: string; grosze: number }>> {
  const carried = await carriedOf(context, unitId);
  const open = carried.filter(({ openGrosze }) => openGrosze > 0);
  return new Map(open.map(({ ipzsId, personId, openGrosze }) => [ipzsId, { personId, grosze: openGrosze }]));
}
