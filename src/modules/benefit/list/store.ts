import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../../platform/atMost.ts";
import type { CommandContext, WorkContext } from "../../../platform/command.ts";
import { freeze } from "../../../platform/documents/freeze.ts";
import { unsealJson as open, sealJson as seal } from "../../../platform/keys/sealedJson.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { listDecisions } from "./codes.ts";
import { ListContent, ListParameter, ListPerson, type ListTotals } from "./contract.ts";
import type { ListMonth, ListState } from "./rules.ts";

export { open, seal };

/** Purposes of the keys, one for each kind of text. */
export const purposes = {
  list: "benefit.list",
  person: "benefit.list-person",
  decision: "benefit.decision",
  bonus: "benefit.bonus",
  deduction: "benefit.deduction",
  way: "benefit.way",
  rates: "benefit.rates",
  payer: "benefit.payer",
  bankFile: "benefit.bank-file",
  return: "benefit.return",
  refund: "benefit.refund",
  advance: "benefit.advance",
  debt: "benefit.debt",
} as const;

const SealedList = z.object({ law: z.array(ListParameter), despite: z.string() });
type SealedList = z.infer<typeof SealedList>;

export type StoredList = ListTotals & {
  id: string;
  unitId: string;
  month: ListMonth;
  no: number;
  contentHash: string;
  preparedBy: string;
  preparedByName: string;
  preparedOn: PlainDate;
  despite: string;
  law: ListParameter[];
  decision: {
    decision: (typeof listDecisions)[number];
    by: string;
    on: PlainDate;
    reason: string;
  } | null;
  paidOn: PlainDate | null;
};

type ListRow = Omit<StoredList, "despite" | "law" | "decision"> & {
  sealed: Buffer;
  decided: { decision: (typeof listDecisions)[number]; by: string; on: PlainDate } | null;
  reason: Buffer | null;
};

type Wish = { listId: string } | { unitId: string; month: ListMonth };

/** Lists as they stand, the newest of a month first; whoever asks has checked the reach. */
export async function findLists(context: WorkContext, wish: Wish): Promise<StoredList[]> {
  const which =
    "listId" in wish ? sql`l.id = ${wish.listId}` : sql`l.unit_id = ${wish.unitId} and l.month = ${wish.month}`;
  const { rows } = await sql<ListRow>`select l.id, l.unit_id, l.month, l.no, l.people, l.benefit_grosze,
      l.bonus_grosze, l.deducted_grosze, l.pay_grosze,
      l.contributions_grosze, l.content_hash, l.prepared_by, m.display_name as prepared_by_name, l.prepared_on, l.sealed,
      case when d.list_id is null then null else jsonb_build_object('decision', d.decision, 'by', w.display_name, 'on', d.decided_on) end as decided,
      d.sealed as reason, p.paid_on
    from benefit_list l join membership m on m.organisation_id = l.organisation_id and m.account_id = l.prepared_by
      left join benefit_list_decision d on d.organisation_id = l.organisation_id and d.list_id = l.id
      left join membership w on w.organisation_id = d.organisation_id and w.account_id = d.decided_by
      left join benefit_payment p on p.organisation_id = l.organisation_id and p.list_id = l.id
    where l.organisation_id = ${context.actor.organisationId} and ${which} order by l.month desc, l.no desc ${atMost}`.execute(
    context.tx,
  );
  return rows.map(({ sealed, decided, reason, ...row }) => ({
    ...row,
    ...SealedList.parse(open(context, purposes.list, row.id, sealed)),
    decision: decided && {
      ...decided,
      reason: reason ? z.string().parse(open(context, purposes.decision, row.id, reason)) : "",
    },
  }));
}

/** @throws Problem not_found `benefit.not_found` */
export async function getList(context: WorkContext, listId: string): Promise<StoredList> {
  const [list] = await findLists(context, { listId });
  if (!list) throw new Problem("not_found", "benefit.not_found");
  return list;
}

export function stateOf(list: StoredList | undefined): ListState {
  if (!list || (list.decision && list.decision.decision !== "APPROVED")) return "OPEN";
  if (list.paidOn) return "PAID";
  return list.decision ? "APPROVED" : "PREPARED";
}

export const lineKey = ({ listId, ipzsId }: { listId: string; ipzsId: string }): string => `${listId}/${ipzsId}`;

/** Somebody on a list as they were frozen. */
export const personIn = (
  context: WorkContext,
  { listId, ipzsId }: { listId: string; ipzsId: string },
  sealed: Buffer,
): ListPerson => ListPerson.parse(open(context, purposes.person, lineKey({ listId, ipzsId }), sealed));

/** Those who stand on a list, in its order, as they were frozen. */
export async function peopleOf(context: WorkContext, listId: string): Promise<ListPerson[]> {
  const { rows } = await sql<{ ipzsId: string; sealed: Buffer }>`select ipzs_id, sealed from benefit_list_person
    where organisation_id = ${context.actor.organisationId} and list_id = ${listId} order by no limit 20000`.execute(
    context.tx,
  );
  return rows.map(({ ipzsId, sealed }) => personIn(context, { listId, ipzsId }, sealed));
}

/** One of them; undefined when the list does not hold that participation. */
export async function findPersonOf(
  context: WorkContext,
  listId: string,
  ipzsId: string,
): Promise<ListPerson | undefined> {
  const one = { listId, ipzsId };
  return (await peopleOn(context, [one])).get(lineKey(one));
}

/** Some of those who stand on lists, by list and participation (`lineKey`); who does not stand there is left out. */
export async function peopleOn(
  context: WorkContext,
  wanted: readonly { listId: string; ipzsId: string }[],
): Promise<ReadonlyMap<string, ListPerson>> {
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ listId: string; ipzsId: string; sealed: Buffer }>`select p.list_id, p.ipzs_id, p.sealed
    from unnest(${wanted.map(({ listId }) => listId)}::uuid[], ${wanted.map(({ ipzsId }) => ipzsId)}::uuid[]) w (list_id, ipzs_id)
      join benefit_list_person p on p.organisation_id = ${context.actor.organisationId} and p.list_id = w.list_id and p.ipzs_id = w.ipzs_id`.execute(
    context.tx,
  );
  return new Map(rows.map(({ sealed, ...row }) => [lineKey(row), personIn(context, row, sealed)]));
}

/**
 * What a list was frozen with, held against its hash and its sums.
 * @throws Problem refused `benefit.not_intact` when somebody changed it beside the product
 */
export async function contentOf(context: WorkContext, list: StoredList): Promise<ListContent> {
  const people = await peopleOf(context, list.id);
  const content = { unitId: list.unitId, month: list.month, law: list.law, people };
  const sums = totalsOf(people);
  const intact =
    freeze(content).contentHash === list.contentHash &&
    sums.payGrosze === list.payGrosze &&
    sums.benefitGrosze === list.benefitGrosze;
  if (!intact) throw new Problem("refused", "benefit.not_intact");
  return content;
}

const sumOf = <T>(items: readonly T[], of: (item: T) => number) => items.reduce((sum, item) => sum + of(item), 0);

export const benefitPaid = ({ benefitGrosze, raisedGrosze, recoveredGrosze }: ListPerson): number =>
  benefitGrosze + raisedGrosze - recoveredGrosze;

export function totalsOf(people: readonly ListPerson[]): ListTotals {
  return {
    people: people.length,
    benefitGrosze: sumOf(people, benefitPaid),
    bonusGrosze: sumOf(people, ({ bonusGrosze }) => bonusGrosze),
    deductedGrosze: sumOf(people, ({ deductedGrosze }) => deductedGrosze),
    payGrosze: sumOf(people, ({ payGrosze }) => payGrosze),
    contributionsGrosze: sumOf(people, ({ contributions }) => sumOf(contributions, ({ grosze }) => grosze)),
  };
}

/** Keeps a list as it was prepared. */
export async function insertList(
  context: CommandContext,
  list: { id: string; no: number; despite: string; content: ListContent },
): Promise<ListTotals & { contentHash: string }> {
  const { organisationId, accountId } = context.actor;
  const { unitId, month, law, people } = list.content;
  const totals = totalsOf(people);
  const { contentHash } = freeze(list.content);
  await context.tx
    .insertInto("benefitList")
    .values({
      organisationId,
      id: list.id,
      unitId,
      month,
      no: list.no,
      ...totals,
      contentHash,
      sealed: seal(context, purposes.list, list.id, { law, despite: list.despite } satisfies SealedList),
      preparedBy: accountId,
      preparedOn: context.today,
    })
    .execute();
  const rows = people.map((person, at) => ({
    organisationId,
    listId: list.id,
    ipzsId: person.ipzsId,
    personId: person.personId,
    no: at + 1,
    benefitGrosze: person.benefitGrosze,
    raisedGrosze: person.raisedGrosze,
    loweredGrosze: person.loweredGrosze,
    carriedInGrosze: person.carriedInGrosze,
    recoveredGrosze: person.recoveredGrosze,
    carriedOutGrosze: person.carriedOutGrosze,
    bonusGrosze: person.bonusGrosze,
    deductedGrosze: person.deductedGrosze,
    payGrosze: person.payGrosze,
    way: person.way,
    sealed: seal(context, purposes.person, lineKey({ listId: list.id, ipzsId: person.ipzsId }), person),
  }));
  for (let from = 0; from < rows.length; from += 500)
    await context.tx
      .insertInto("benefitListPerson")
      .values(rows.slice(from, from + 500))
      .execute();
  return { ...totals, contentHash };
}

/** Months of some units that are approved, by unit. */
export async function approvedMonths(
  { tx, actor }: WorkContext,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<ListMonth>>> {
  const { rows } = await sql<{ unitId: string; months: ListMonth[] }>`
    select unit_id, array_agg(to_char(month, 'YYYY-MM-DD') order by month) as months from benefit_list_decision
    where organisation_id = ${actor.organisationId} and unit_id = any (${[...unitIds]}::uuid[]) and decision = 'APPROVED'
    group by unit_id order by unit_id limit 20000`.execute(tx);
  return new Map(rows.map(({ unitId, months }) => [unitId, new Set(months)]));
}
