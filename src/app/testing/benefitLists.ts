import { expect } from "vitest";
import { type BenefitLaw, generalLawOn } from "../../modules/benefit/law.ts";
import { BenefitMonthView } from "../../modules/benefit/list/contract.ts";
import type { MonthFacts } from "../../modules/benefit/list/source.ts";
import type { MonthNote, PersonMonth } from "../../modules/benefit/month/personMonth.ts";
import type { BenefitSpan } from "../../modules/benefit/rules.ts";
import { endOfMonth, plainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { type PersonOfFixture, type useTestHouse, world } from "./house.ts";

export type Given = Partial<Omit<BenefitSpan, "from" | "to" | "law">> & {
  from?: string;
  to?: string;
  law?: Partial<BenefitLaw>;
  used?: number;
  notes?: MonthNote[];
};
export type OnList = { ipzsId: string; personId: string };

/** Months of participants that a test says itself, by month and participation. */
export function saidMonths() {
  const facts = new Map<string, Map<string, PersonMonth>>();
  const factsOf: MonthFacts = async (_, of) =>
    of.unitId === world.club ? [...(facts.get(of.month) ?? new Map<string, PersonMonth>()).values()] : [];

  /** Says what the month of somebody holds; `null`: nothing is covered. */
  function say(who: OnList, month: string, given: Given | null): void {
    const of = facts.get(`${month}-01`) ?? new Map<string, PersonMonth>();
    facts.set(`${month}-01`, of);
    const first = plainDate(given?.from ?? `${month}-01`);
    const law = generalLawOn(first);
    if (!law) throw new Error(`no law on ${first}`);
    const { from: _, to, law: changed, used = 0, notes = [], ...days } = given ?? {};
    const span: BenefitSpan = {
      from: first,
      to: to ? plainDate(to) : endOfMonth(first),
      phase: "PARTICIPATION",
      unexcusedDays: 0,
      sickDays: 0,
      otherExcusedDays: 0,
      daysOff: 0,
      ...days,
      law: { ...law, ...changed },
    };
    of.set(who.ipzsId, {
      ...who,
      spans: given ? [span] : [],
      sickDaysUsedBefore: used,
      classDays: 20,
      presentDays: 18,
      daysOffLeft: 6,
      notes,
    });
  }
  return { facts, factsOf, say };
}

/** Lists of the club's unit, made by acts: krysia prepares, hanna approves. */
export function benefitLists(it: ReturnType<typeof useTestHouse>) {
  const unitId = world.club;
  const ok = { status: 200 };
  let made = 0;

  /** A participant with a programme in the club's unit. */
  async function someone(lastName = "Próbny"): Promise<OnList> {
    made += 1;
    const [personId, caseId, ipzsId] = [uuidv7(), uuidv7(), uuidv7()];
    const fields = { firstName: `Osoba${String.fromCharCode(97 + Math.floor(made / 26), 97 + (made % 26))}`, lastName };
    expect(await it.command("hanna", "person.record", { personId, unitId, fields })).toMatchObject(ok);
    await it.owner.query(
      "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage) values ($1, $2, $3, $4, '2026-01-05', 'IN_PROGRAMME')",
      [world.agenda, caseId, personId, unitId],
    );
    await it.owner.query(
      "insert into ipzs (organisation_id, id, person_id, case_id, prepared_by, sealed, begun_on) values ($1, $2, $3, $4, $5, 'x', '2026-01-05')",
      [world.agenda, ipzsId, personId, caseId, it.accountOf("hanna")],
    );
    return { ipzsId, personId };
  }

  const read = (month: string, who: PersonOfFixture = "krysia") =>
    it.read(who, `/benefits/${unitId}/${month}`, BenefitMonthView);

  async function prepare(month: string, more: object = {}, who: PersonOfFixture = "krysia") {
    const listId = uuidv7();
    const { contentHash } = await read(month, "hanna");
    const payload = { listId, unitId, month, seenHash: contentHash, ...more };
    return { listId, payload, answer: await it.command(who, "benefit.prepare", payload) };
  }

  async function approve(listId: string, month: string, who: PersonOfFixture = "hanna") {
    const { contentHash } = await read(month, "hanna");
    return it.command(who, "benefit.approve", { listId, seenHash: contentHash });
  }

  async function approved(month: string): Promise<string> {
    const { listId, answer } = await prepare(month, { excusesChecked: true, despite: "próba" });
    expect(answer).toMatchObject(ok);
    expect(await approve(listId, month)).toMatchObject(ok);
    return listId;
  }

  /** An approved list that was paid on a day. */
  async function paid(month: string, paidOn: string): Promise<string> {
    const listId = await approved(month);
    expect(await it.command("krysia", "benefit.record-payment", { listId, paidOn })).toMatchObject(ok);
    return listId;
  }
  /** No lists and what hangs on them: each test begins with a house of its own. */
  const clear = () =>
    it.owner.query(
      "truncate benefit_refund_receipt, benefit_refund, benefit_repayment, benefit_return, benefit_payment, benefit_bank_file, benefit_payer, benefit_way, benefit_rates, benefit_bonus, benefit_deduction, benefit_correction, benefit_list_decision, benefit_list_person, benefit_list cascade",
    );
  return { unitId, someone, read, prepare, approve, approved, paid, clear };
}

export const refused = (code: string) => ({ status: 422, body: { code } });
