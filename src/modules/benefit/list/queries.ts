import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { may } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { canonicalJson } from "../../../platform/documents/canonicalJson.ts";
import { endOfMonth } from "../../../platform/time/plainDate.ts";
import { registerMonthAccess } from "../../attendance/month/access.ts";
import { monthLockOf } from "../../attendance/public.ts";
import { opinionsOf } from "../../attendance/workshop/public.ts";
import { requirePerson } from "../../casework/public.ts";
import { getPersonNames, hiddenAmongIds, personNumbers } from "../../person/public.ts";
import { benefitAccess } from "../access.ts";
import { askedAdvances, openAdvances } from "../advance/store.ts";
import { carriedOf } from "../debt/store.ts";
import { returnsOf } from "../pay/returns.ts";
import { bankFilesOf, payerOf } from "../pay/store.ts";
import { refundsOf } from "../refund/store.ts";
import { ratesOn } from "./chosen.ts";
import { type ComputedPerson, computeMonth } from "./compute.ts";
import {
  BenefitMonths,
  BenefitMonthView,
  BenefitsOfPerson,
  type ListContent,
  type ListPerson,
  Month,
  type OwnBenefit,
} from "./contract.ts";
import { carriedInto } from "./corrections.ts";
import { isZeroed } from "./figures.ts";
import { firstDay, monthOf, requireUnit } from "./reach.ts";
import { changesBetween, dueMonth, isOver, type ListMonth, type ListState } from "./rules.ts";
import { type MonthFacts, type OfMonths, registeredMonths, withFacts } from "./source.ts";
import {
  approvedMonths,
  contentOf,
  findLists,
  peopleOf,
  personIn,
  type StoredList,
  stateOf,
  totalsOf,
} from "./store.ts";
import { earlierWaiting } from "./waitingMonth.ts";

type Shown = { content: ListContent; contentHash: string; computed: readonly ComputedPerson[] };

/** Where a list was prepared, it is shown as it was kept; else as it is true now. */
async function shownOf(
  context: WorkContext & OfMonths,
  of: { unitId: string; month: ListMonth },
  list: StoredList | undefined,
  state: ListState,
): Promise<Shown & { changes: BenefitMonthView["changes"] }> {
  if (list && (state === "APPROVED" || state === "PAID"))
    return { content: await contentOf(context, list), contentHash: list.contentHash, computed: [], changes: [] };
  const now = await computeMonth(context, of);
  if (!list || state === "OPEN")
    return { content: now.content, contentHash: now.contentHash, computed: now.people, changes: [] };
  const content = await contentOf(context, list);
  const same = (a: ListPerson, b: ListPerson) => canonicalJson(a) === canonicalJson(b);
  const changes = changesBetween(content.people, now.content.people, same);
  return { content, contentHash: list.contentHash, computed: now.people, changes };
}

/** The accounts that the newest approved list before a month paid to, by participation. */
async function paidBefore(
  context: WorkContext,
  { unitId, month }: { unitId: string; month: ListMonth },
): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await sql<{ listId: string }>`select list_id from benefit_list_decision
    where organisation_id = ${context.actor.organisationId} and unit_id = ${unitId} and decision = 'APPROVED' and month < ${month}
    order by month desc limit 1`.execute(context.tx);
  const [row] = rows;
  const people = row ? await peopleOf(context, row.listId) : [];
  return new Map(people.map(({ ipzsId, nrb }) => [ipzsId, nrb]));
}

/** Names of those whose whereabouts the reader may not know, as the list shows them: their number. */
export async function namesHidden(
  context: WorkContext,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const hidden = [...(await hiddenAmongIds(context, personIds))];
  const numbers = await personNumbers(context, hidden);
  return new Map(hidden.map((id) => [id, `#${numbers.get(id) ?? "–"}`]));
}

const preparedOf = (context: WorkContext, list: StoredList): NonNullable<BenefitMonthView["list"]> => ({
  id: list.id,
  no: list.no,
  preparedBy: list.preparedByName,
  preparedByYou: list.preparedBy === context.actor.accountId,
  preparedOn: list.preparedOn,
  despite: list.despite,
  decision: list.decision,
});

async function openGroszeOf(context: WorkContext, unitId: string, listId: string): Promise<number> {
  const advances = await openAdvances(context, { unitId, listId });
  return advances.reduce((sum, { openGrosze }) => sum + openGrosze, 0);
}

/** What stays of somebody whose whereabouts are hidden: a number and the amounts. Days, reasons and lines would tell where they are and what they have (C7). */
const withheld = (number: string) => ({
  name: number,
  personId: null,
  nrb: null,
  periods: [],
  lines: [],
  notes: [],
  opinions: [],
  corrections: [],
  bonusReason: "",
  deductions: [],
  contributions: [],
  classDays: 0,
  presentDays: 0,
  daysOffLeft: 0,
  sickDaysUsedBefore: 0,
  sickDaysUsed: 0,
  limits: undefined,
});

/** @throws Problem not_found `benefit.not_found` | refused `benefit.not_intact` */
async function readMonth(
  context: WorkContext & OfMonths,
  { unitId, month: named }: { unitId: string; month: string },
): Promise<BenefitMonthView> {
  const unitName = await requireUnit(context, benefitAccess["benefit.read-month"], unitId);
  const month = firstDay(named);
  const lists = await findLists(context, { unitId, month });
  const state = stateOf(lists[0]);
  const list = state === "OPEN" ? undefined : lists[0];
  const { content, contentHash, computed, changes } = await shownOf(context, { unitId, month }, list, state);
  const approved = (await approvedMonths(context, [unitId])).get(unitId) ?? new Set<ListMonth>();
  const isLast = [...approved].every((one) => one <= month);
  const carried = isLast ? await carriedInto(context, unitId) : new Map<string, never>();
  const everybody = [...content.people, ...computed.map(({ person }) => person)];
  const here = new Set(everybody.map(({ ipzsId }) => ipzsId));
  const left = [...carried].filter(([ipzsId]) => !here.has(ipzsId));
  const leftIds = left.map(([, { personId }]) => personId);
  const hidden = await namesHidden(context, [...everybody.map(({ personId }) => personId), ...leftIds]);
  const names = await getPersonNames(context, leftIds);
  const before = await paidBefore(context, { unitId, month });
  const returned = list ? await returnsOf(context, list.id) : new Map();
  const known = new Map(computed.map((one) => [one.person.ipzsId, one]));
  const lock = await monthLockOf(context, { unitId, month: named });
  const relation = { unit: context.actor.unitIds.includes(unitId) };
  const mayDo = (verb: keyof typeof benefitAccess) => may(context.actor, benefitAccess[verb], relation);
  const pays = mayDo("benefit.record-payment");
  const asked = mayDo("benefit.give-bonus") && (state === "OPEN" || state === "PREPARED");
  const told = content.people.map(({ personId }) => personId).filter((id) => asked && !hidden.has(id));
  const opinions = await opinionsOf(context, told, named);
  const nameOf = new Map(everybody.map(({ ipzsId, personId, name }) => [ipzsId, hidden.get(personId) ?? name]));
  return {
    unitId,
    unitName,
    month: named,
    state,
    over: isOver(month, context.today),
    contentHash,
    totals: totalsOf(content.people),
    law: content.law,
    people: content.people.map(({ spans, ...person }) => {
      const number = hidden.get(person.personId);
      const back = returned.get(person.ipzsId) ?? null;
      const shown = {
        ...person,
        periods: spans.map(({ from, to, phase }) => ({ from, to, phase })),
        notes: [...(known.get(person.ipzsId)?.notes ?? [])],
        refusal: known.get(person.ipzsId)?.refusal ?? null,
        opinions: (opinions.get(person.personId) ?? []).map(({ kind, words, by, on, levels }) => ({
          kind,
          words,
          by,
          on,
          levels,
        })),
        wayChanged: before.has(person.ipzsId) && before.get(person.ipzsId) !== person.nrb,
        returned: back,
      };
      return number === undefined ? shown : { ...shown, ...withheld(number), returned: back && { ...back, words: "" } };
    }),
    asks: {
      excuses: content.people.filter(isZeroed).length,
      missing: computed.filter(({ notes }) => notes.some(({ weight }) => weight === "MISSING")).length,
    },
    leftOver: left.map(([ipzsId, { personId, grosze }]) => ({
      ipzsId,
      name: hidden.get(personId) ?? names.get(personId) ?? "",
      grosze,
    })),
    list: list ? preparedOf(context, list) : null,
    earlier: lists.filter((one) => one !== list).map((one) => preparedOf(context, one)),
    lock: lock && { by: lock.lockedBy, at: lock.lockedAt },
    changes: changes.map((change) => ({ ...change, name: nameOf.get(change.ipzsId) ?? change.name })),
    paidOn: list?.paidOn ?? null,
    bankFiles: list ? await bankFilesOf(context, list.id) : [],
    advanceOpenGrosze: list?.paidOn && mayDo("benefit.ask-refund") ? await openGroszeOf(context, unitId, list.id) : 0,
    refunds: list ? await refundsOf(context, list.id) : [],
    rates: await ratesOn(context, endOfMonth(month)),
    payer: pays ? ((await payerOf(context, unitId))?.payer ?? null) : null,
    may: {
      prepare: mayDo("benefit.prepare"),
      approve: mayDo("benefit.approve") && list?.preparedBy !== context.actor.accountId,
      giveBonus: mayDo("benefit.give-bonus"),
      pay: pays,
      setWay: mayDo("benefit.set-way"),
      lockRegisters: may(context.actor, registerMonthAccess["register-month.lock"], relation),
      askRefund: mayDo("benefit.ask-refund"),
      readFile: may(context.actor, benefitAccess["benefit.list-of-person"], relation),
    },
  };
}

/** Units whose lists the actor reaches: centres, and units in which somebody has a programme. */
async function unitsOf({ tx, actor }: WorkContext): Promise<{ id: string; name: string }[]> {
  const all = may(actor, benefitAccess["benefit.list-months"], {});
  const mine: RawBuilder<unknown> = all ? sql`true` : sql`u.id = any (${[...actor.unitIds]}::uuid[])`;
  const { rows } = await sql<{ id: string; name: string }>`select u.id, u.name from unit u
    where u.organisation_id = ${actor.organisationId} and ${mine} and (u.kind = 'CIS'
      or exists (select from benefit_list l where l.organisation_id = u.organisation_id and l.unit_id = u.id)
      or exists (select from support_case k join ipzs i on i.organisation_id = k.organisation_id and i.case_id = k.id
        where k.organisation_id = u.organisation_id and k.unit_id = u.id))
    order by u.name, u.id ${atMost}`.execute(tx);
  return rows;
}

/** Units and months, as `unit first-day`, whose registers are locked up to a month. */
async function lockedMonths(
  { tx, actor }: WorkContext,
  unitIds: readonly string[],
  until: ListMonth,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ unitId: string; month: ListMonth }>`select unit_id, month from locked_register_month
    where organisation_id = ${actor.organisationId} and unit_id = any (${[...unitIds]}::uuid[]) and month <= ${until}
    order by month desc limit 20000`.execute(tx);
  return new Set(rows.map(({ unitId, month }) => `${unitId} ${month}`));
}

type MonthRow = Omit<BenefitMonths["months"][number], "month" | "state" | "preparedByYou"> & {
  month: ListMonth;
  preparedBy: string;
  decision: string | null;
};

/** The newest list of each month, newest month first. */
async function listMonths(context: WorkContext & OfMonths): Promise<BenefitMonths> {
  const { actor, tx, today } = context;
  const units = await unitsOf(context);
  const ids = units.map(({ id }) => id);
  const { rows } =
    await sql<MonthRow>`select distinct on (l.month, u.name, l.unit_id) l.unit_id, u.name as unit_name, l.month, l.people, l.benefit_grosze,
      l.bonus_grosze, l.deducted_grosze, l.pay_grosze, l.contributions_grosze, l.prepared_by, d.decision, p.paid_on,
      f.number as refund_number, f.benefit_grosze + f.contributions_grosze as refund_grosze, c.received_on as refund_received_on,
      (select count(*)::int from benefit_return r where r.organisation_id = l.organisation_id and r.list_id = l.id
        and not exists (select from benefit_repayment x where x.organisation_id = r.organisation_id and x.return_id = r.id)) as open_returns,
      exists (select from locked_register_month k where k.organisation_id = l.organisation_id and k.unit_id = l.unit_id and k.month = l.month) as registers_locked
    from benefit_list l join unit u on u.organisation_id = l.organisation_id and u.id = l.unit_id
      left join benefit_list_decision d on d.organisation_id = l.organisation_id and d.list_id = l.id
      left join benefit_payment p on p.organisation_id = l.organisation_id and p.list_id = l.id
      left join lateral (select f.* from benefit_refund f where f.organisation_id = l.organisation_id and f.list_id = l.id order by f.no desc limit 1) f on true
      left join benefit_refund_receipt c on c.organisation_id = f.organisation_id and c.refund_id = f.id
    where l.organisation_id = ${actor.organisationId} and l.unit_id = any (${ids}::uuid[])
    order by l.month desc, u.name, l.unit_id, l.no desc ${atMost}`.execute(tx);
  const due = dueMonth(today);
  const taken = new Set(
    rows
      .filter(({ decision }) => decision === null || decision === "APPROVED")
      .map((row) => `${row.unitId} ${row.month}`),
  );
  const approved = await approvedMonths(context, ids);
  const locked = await lockedMonths(context, ids, due);
  const readsAdvances = may(actor, benefitAccess["benefit.list-advances"], { unit: true });
  const dues: BenefitMonths["units"] = [];
  for (const unit of units) {
    const months = approved.get(unit.id) ?? new Set();
    const waits = (await earlierWaiting(context, { unitId: unit.id, month: due }, months)) ?? due;
    const of = `${unit.id} ${waits}`;
    const carried = await carriedOf(context, unit.id);
    dues.push({
      ...unit,
      dueMonth: taken.has(of) ? null : monthOf(waits),
      registersLocked: locked.has(of),
      openDebts: carried.filter(({ left, openGrosze }) => left && openGrosze > 0).length,
      askedAdvances: readsAdvances ? (await askedAdvances(context, unit.id)).length : 0,
    });
  }
  return {
    units: dues,
    months: rows
      .filter(({ decision }) => decision === null || decision === "APPROVED")
      .map(({ preparedBy, decision, month, ...row }) => ({
        ...row,
        month: monthOf(month),
        state: row.paidOn ? "PAID" : decision ? "APPROVED" : "PREPARED",
        preparedByYou: preparedBy === actor.accountId,
      })),
    mayOpen: may(actor, benefitAccess["benefit.read-month"], { unit: true }),
    mayReadAdvances: readsAdvances,
  };
}

type OwnRow = Pick<OwnBenefit, "listId" | "ipzsId" | "unitName" | "paidOn" | "settledGrosze"> & {
  month: ListMonth;
  sealed: Buffer;
};

/** Approved months of a person, under any of their records, newest first. The caller has checked the reach. */
export async function benefitsOf(
  context: WorkContext,
  personId: string,
  units: readonly string[] | null = null,
): Promise<OwnBenefit[]> {
  const { organisationId } = context.actor;
  const mine = units === null ? sql`true` : sql`d.unit_id = any (${[...units]}::uuid[])`;
  const { rows } = await sql<OwnRow>`select p.list_id, p.ipzs_id, u.name as unit_name, d.month, y.paid_on, p.sealed,
      (select coalesce(sum(s.amount_grosze), 0)::int8 from benefit_debt_settlement s
        where s.organisation_id = p.organisation_id and s.list_id = p.list_id and s.ipzs_id = p.ipzs_id
          and not exists (select from benefit_debt_withdrawal w where w.organisation_id = s.organisation_id and w.settlement_id = s.id)) as settled_grosze
    from benefit_list_person p
      join benefit_list_decision d on d.organisation_id = p.organisation_id and d.list_id = p.list_id and d.decision = 'APPROVED'
      join unit u on u.organisation_id = d.organisation_id and u.id = d.unit_id
      left join benefit_payment y on y.organisation_id = p.organisation_id and y.list_id = p.list_id
    where p.organisation_id = ${organisationId} and p.person_id = any (same_person(${personId})) and ${mine}
    order by d.month desc, p.ipzs_id ${atMost}`.execute(context.tx);
  return rows.map(({ month, sealed, ...row }) => {
    const person = personIn(context, row, sealed);
    const { lines, corrections, benefitGrosze, recoveredGrosze, carriedOutGrosze } = person;
    const { bonusGrosze, bonusReason, deductions, payGrosze, way } = person;
    return {
      ...row,
      month: monthOf(month),
      lines,
      corrections,
      benefitGrosze,
      recoveredGrosze,
      carriedOutGrosze,
      bonusGrosze,
      bonusReason,
      deductions,
      payGrosze,
      way,
    };
  });
}

/** Who reads within a unit sees what was paid there; the person and the accountant see all. Where somebody is paid tells where they are (C7). */
async function listOfPerson(context: WorkContext, personId: string): Promise<BenefitsOfPerson> {
  const verb = benefitAccess["benefit.list-of-person"];
  const relation = await requirePerson(context, verb, personId);
  if (!relation.own && (await namesHidden(context, [personId])).size > 0) return { months: [] };
  const all = relation.own || may(context.actor, verb, {});
  return { months: await benefitsOf(context, personId, all ? null : context.actor.unitIds) };
}

const OfMonth = z.strictObject({ unitId: z.uuid(), month: Month });

/** Reads of lists, with the months of participants from somewhere: a test says them itself. */
export const makeListQueries = (factsOf: MonthFacts) => [
  defineQuery({
    name: "benefit.read-month",
    method: "GET",
    path: "/benefits/:unitId/:month",
    summary: "The benefit list of a unit's month with everybody's lines",
    input: OfMonth,
    answer: BenefitMonthView,
    verb: benefitAccess["benefit.read-month"],
    audit: ({ unitId, month }) => ({ objectType: "unit", objectId: unitId, section: "BENEFIT", detail: { month } }),
    run: withFacts(factsOf)(readMonth),
  }),
  defineQuery({
    name: "benefit.list-months",
    method: "GET",
    path: "/benefits",
    summary: "Months of the centres in reach: states and sums, without persons",
    input: z.strictObject({}),
    answer: BenefitMonths,
    verb: benefitAccess["benefit.list-months"],
    audit: null,
    run: withFacts(factsOf)((context) => listMonths(context)),
  }),
  defineQuery({
    name: "benefit.list-of-person",
    method: "GET",
    path: "/people/:personId/benefits",
    summary: "Approved benefits of a person, month by month, with the lines that explain them",
    input: z.strictObject({ personId: z.uuid() }),
    answer: BenefitsOfPerson,
    verb: benefitAccess["benefit.list-of-person"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "BENEFIT" }),
    run: (context, { personId }) => listOfPerson(context, personId),
  }),
];

export const listQueries = makeListQueries(registeredMonths);
