import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { benefitLists, type Given, refused, saidMonths } from "../../../app/testing/benefitLists.ts";
import { benefitRoomOf } from "../../../app/testing/benefitMonths.ts";
import { givenLockedMonths } from "../../../app/testing/cisMonth.ts";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { BenefitMonths, BenefitsOfPerson } from "./contract.ts";

/** What participants' months hold in these tests, by month and participation. */
const { facts, factsOf, say } = saidMonths();
const it = useTestHouse("2027-03-02T10:00:00Z", [benefitRoomOf(factsOf)]);
const { unitId, clear, someone, read, prepare, approve, approved } = benefitLists(it);
const ok = { status: 200 };
beforeAll(() => givenLockedMonths(it, unitId));

/** Every test has a house without lists and participants. */
beforeEach(async () => {
  facts.clear();
  await clear();
});

describe("the worked examples through act and database", () => {
  const examples: [no: number, month: string, given: Given, grosze: number][] = [
    [1, "2026-11", {}, 214068],
    [2, "2026-11", { unexcusedDays: 1 }, 203365],
    [3, "2026-11", { unexcusedDays: 2 }, 192661],
    [4, "2026-11", { unexcusedDays: 3 }, 181958],
    [5, "2026-11", { unexcusedDays: 4 }, 0],
    [6, "2026-11", { sickDays: 5 }, 187310],
    [7, "2026-11", { sickDays: 21 }, 101682],
    [8, "2026-11", { sickDays: 10, used: 15 }, 153415],
    [9, "2026-11", { unexcusedDays: 1, sickDays: 4 }, 181958],
    [10, "2026-11", { unexcusedDays: 3, sickDays: 10 }, 128441],
    [11, "2026-11", { from: "2026-11-10" }, 149848],
    [12, "2026-12", { to: "2026-12-15" }, 107034],
    [13, "2026-12", { from: "2026-12-02" }, 214068],
    [14, "2027-02", { from: "2027-02-03" }, 185526],
    [15, "2026-11", { from: "2026-11-10", unexcusedDays: 2 }, 128441],
    [15.2, "2026-11", { from: "2026-11-10", unexcusedDays: 2, law: { unexcusedFromPartMonth: true } }, 134863],
    [16, "2026-11", { phase: "TRIAL", sickDays: 3 }, 192661],
    [17, "2026-11", { daysOff: 2 }, 214068],
    [18, "2026-05", { unexcusedDays: 2 }, 185965],
    [19, "2026-11", { unexcusedDays: 2 }, 192661],
  ];
  test.each(Object.entries(Object.groupBy(examples, ([, month]) => month)))(
    "those of %s stand on an approved list to the grosz, line by line",
    async (month, of = []) => {
      const wanted = new Map<string, number>();
      for (const [, , given, grosze] of of) {
        const who = await someone();
        say(who, month, given);
        wanted.set(who.ipzsId, grosze);
      }
      const listId = await approved(month);
      const { rows } = await it.owner.query<{ ipzs_id: string; benefit: string; pay: string }>(
        "select ipzs_id, benefit_grosze as benefit, pay_grosze as pay from benefit_list_person where list_id = $1",
        [listId],
      );
      expect(new Map(rows.map(({ ipzs_id, benefit }) => [ipzs_id, Number(benefit)]))).toEqual(wanted);
      const view = await read(month);
      for (const { ipzsId, lines, benefitGrosze } of view.people) {
        expect(lines.reduce((sum, { amountGrosze }) => sum + amountGrosze, 0)).toBe(wanted.get(ipzsId));
        expect(benefitGrosze).toBe(wanted.get(ipzsId));
        for (const line of lines) expect(line.text.pl.length).toBeGreaterThan(10);
      }
    },
  );

  test("19 and 20: a bonus of 30 % stands beside the benefit, one over the cap is refused and leaves nothing", async () => {
    const who = await someone();
    say(who, "2026-11", { unexcusedDays: 2 });
    const bonus = (amountGrosze: number) => ({
      bonusId: uuidv7(),
      unitId,
      month: "2026-11",
      ipzsId: who.ipzsId,
      amountGrosze,
      reason: "Uczy młodszych strugać",
    });
    expect(await it.command("hanna", "benefit.give-bonus", bonus(220000))).toMatchObject({
      status: 422,
      body: { code: "benefit.bonus_over_cap", details: { capGrosze: 214068 } },
    });
    expect((await read("2026-11")).people[0]).toMatchObject({ bonusGrosze: 0, payGrosze: 192661 });
    expect(await it.command("hanna", "benefit.give-bonus", bonus(64220))).toMatchObject(ok);
    expect((await read("2026-11")).people[0]).toMatchObject({
      benefitGrosze: 192661,
      bonusGrosze: 64220,
      payGrosze: 256881,
      bonusReason: "Uczy młodszych strugać",
    });
    expect(await it.command("hanna", "benefit.give-bonus", bonus(0))).toMatchObject(ok);
    expect((await read("2026-11")).people[0]).toMatchObject({ bonusGrosze: 0 });
  });

  test("a bonus is not given in the trial month", async () => {
    const who = await someone();
    say(who, "2026-11", { phase: "TRIAL" });
    const bonus = {
      bonusId: uuidv7(),
      unitId,
      month: "2026-11",
      ipzsId: who.ipzsId,
      amountGrosze: 100,
      reason: "próba",
    };
    expect(await it.command("hanna", "benefit.give-bonus", bonus)).toMatchObject(refused("benefit.bonus_in_trial"));
  });

  test("21: a list of examples 1, 3, 6, 5 and 11 comes to 7438.87", async () => {
    for (const given of [{}, { unexcusedDays: 2 }, { sickDays: 5 }, { unexcusedDays: 4 }, { from: "2026-11-10" }])
      say(await someone(), "2026-11", given);
    await approved("2026-11");
    expect((await read("2026-11")).totals).toMatchObject({ people: 5, payGrosze: 743887, benefitGrosze: 743887 });
  });

  test("the rate that changed on 1 June holds from June only", async () => {
    const who = await someone();
    for (const [month, grosze] of [
      ["2026-05", 206628],
      ["2026-06", 214068],
    ] as const) {
      say(who, month, {});
      await approved(month);
      const view = await read(month);
      expect(view.totals.payGrosze).toBe(grosze);
      const law = view.law.find(({ code }) => code === "UNEMPLOYMENT_BENEFIT_FIRST_90_DAYS");
      expect(Number(law?.value)).toBe(month === "2026-05" ? 1721.9 : 1783.9);
    }
  });
});

describe("prepared by one, approved by another", () => {
  test("its author never approves it, with both roles too, and the database holds that alone", async () => {
    say(await someone(), "2026-11", {});
    const both = "insert into membership_role values ($1, $2, $3)";
    await it.owner.query(both, [world.agenda, it.accountOf("krysia"), "CIS_MANAGER"]);
    const { listId, answer } = await prepare("2026-11");
    expect(answer).toMatchObject(ok);
    expect(await approve(listId, "2026-11", "krysia")).toMatchObject(refused("benefit.own_list"));
    const byHand = it.owner.query(
      `insert into benefit_list_decision (organisation_id, list_id, unit_id, month, prepared_by, decision, decided_by, decided_on)
       select organisation_id, id, unit_id, month, prepared_by, 'APPROVED', prepared_by, '2026-12-02' from benefit_list where id = $1`,
      [listId],
    );
    await expect(byHand).rejects.toThrow("benefit_list_never_approved_by_author");
    await it.owner.query("delete from membership_role where account_id = $1 and role = 'CIS_MANAGER'", [
      it.accountOf("krysia"),
    ]);
    expect(await approve(listId, "2026-11", "krysia")).toMatchObject({ status: 403 });
    expect(await approve(listId, "2026-11")).toMatchObject(ok);
  });

  test("what changed after preparing is shown and has to be prepared anew", async () => {
    const [first, second] = [await someone(), await someone()];
    say(first, "2026-11", {});
    say(second, "2026-11", {});
    const { listId } = await prepare("2026-11");
    say(first, "2026-11", { unexcusedDays: 1 });
    const view = await read("2026-11", "hanna");
    expect(view).toMatchObject({ state: "PREPARED", totals: { payGrosze: 2 * 214068 } });
    expect(view.changes).toEqual([
      expect.objectContaining({ ipzsId: first.ipzsId, beforeGrosze: 214068, nowGrosze: 203365 }),
    ]);
    expect(await approve(listId, "2026-11")).toMatchObject(refused("benefit.changed"));
    expect((await prepare("2026-11")).answer).toMatchObject(refused("benefit.already_prepared"));
    const reason = { listId, reason: "Doszła nieobecność" };
    expect(await it.command("hanna", "benefit.withdraw", reason)).toMatchObject({ status: 403 });
    expect(await it.command("hanna", "benefit.return", reason)).toMatchObject(ok);
    expect(await it.command("hanna", "benefit.return", reason)).toMatchObject(refused("benefit.already_decided"));
    expect(await read("2026-11")).toMatchObject({
      state: "OPEN",
      totals: { payGrosze: 214068 + 203365 },
      earlier: [{ id: listId, decision: { decision: "RETURNED", reason: "Doszła nieobecność" } }],
    });
    const again = await prepare("2026-11");
    expect(
      await it.command("krysia", "benefit.withdraw", { listId: again.listId, reason: "za wcześnie" }),
    ).toMatchObject(ok);
    const third = await prepare("2026-11");
    expect(third.answer).toMatchObject(ok);
    expect(await approve(third.listId, "2026-11")).toMatchObject(ok);
    expect((await read("2026-11")).list).toMatchObject({ no: 3 });
  });

  test("an approved list is never changed by later marks, choices or accounts, and a hand in the database is seen", async () => {
    const who = await someone();
    say(who, "2026-11", {});
    const listId = await approved("2026-11");
    const frozen = await read("2026-11");
    say(who, "2026-11", { unexcusedDays: 3 });
    const wish = { unitId, month: "2026-11", ipzsId: who.ipzsId };
    const bonus = { bonusId: uuidv7(), ...wish, amountGrosze: 100, reason: "próba" };
    expect(await it.command("hanna", "benefit.give-bonus", bonus)).toMatchObject(refused("benefit.month_approved"));
    const deduction = { deductionId: uuidv7(), ...wish, deductions: [{ title: "komornik", amountGrosze: 100 }] };
    expect(await it.command("krysia", "benefit.deduct", deduction)).toMatchObject(refused("benefit.month_approved"));
    const way = {
      wayId: uuidv7(),
      unitId,
      ipzsId: who.ipzsId,
      way: "ACCOUNT",
      nrb: "61 1090 1014 0000 0712 1981 2874",
    };
    expect(await it.command("krysia", "benefit.set-way", way)).toMatchObject(ok);
    expect(await read("2026-11")).toEqual(frozen);
    expect((await prepare("2026-11")).answer).toMatchObject(refused("benefit.month_approved"));
    await it.owner.query("alter table benefit_list_person drop constraint benefit_line_adds_up");
    await it.owner.query("update benefit_list set content_hash = repeat('0', 64) where id = $1", [listId]);
    expect(await it.get("krysia", `/benefits/${unitId}/2026-11`)).toMatchObject(refused("benefit.not_intact"));
    await it.owner.query(
      "alter table benefit_list_person add constraint benefit_line_adds_up check (pay_grosze = benefit_grosze + raised_grosze - recovered_grosze + bonus_grosze - deducted_grosze)",
    );
  });

  test("sent twice it has one effect; of two at once one is done", async () => {
    say(await someone(), "2026-11", {});
    const { contentHash } = await read("2026-11");
    const payload = () => ({ listId: uuidv7(), unitId, month: "2026-11", seenHash: contentHash });
    const [id, first] = [uuidv7(), payload()];
    const one = await it.command("krysia", "benefit.prepare", first, { id });
    expect((await it.command("krysia", "benefit.prepare", first, { id })).body.ids).toEqual(one.body.ids);
    expect(await it.command("krysia", "benefit.withdraw", { listId: first.listId, reason: "próba" })).toMatchObject(ok);
    const answers = await Promise.all(
      [payload(), payload()].map((it2) => it.command("krysia", "benefit.prepare", it2)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    const { list } = await read("2026-11");
    const wish = { listId: list?.id, seenHash: contentHash };
    const both = await Promise.all([1, 2].map(() => it.command("hanna", "benefit.approve", wish)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  test("a month that goes on, a zero whose excuses nobody checked, something missing and a stale screen are not prepared", async () => {
    const who = await someone();
    say(who, "2027-03", {});
    expect((await prepare("2027-03")).answer).toMatchObject(refused("benefit.month_not_over"));
    expect((await prepare("2026-10")).answer).toMatchObject(refused("benefit.nobody"));
    say(who, "2026-11", { unexcusedDays: 4 });
    expect((await prepare("2026-11")).answer).toMatchObject(refused("benefit.excuses_unchecked"));
    say(who, "2026-11", {
      notes: [{ weight: "MISSING", code: "REGISTER_OPEN", day: plainDate("2026-11-20"), count: 1 }],
    });
    expect((await prepare("2026-11")).answer).toMatchObject(refused("benefit.despite_missing"));
    const stale = { seenHash: "0".repeat(64), despite: "Dziennik zaginął" };
    expect((await prepare("2026-11", stale)).answer).toMatchObject(refused("benefit.changed"));
    expect((await prepare("2026-11", { despite: "Dziennik zaginął" })).answer).toMatchObject(ok);
    expect((await read("2026-11", "hanna")).list?.despite).toBe("Dziennik zaginął");
  });
});

describe("registers of the month", () => {
  const open = (month: string) =>
    it.owner.query("delete from register_month_lock where unit_id = $1 and month = $2", [unitId, `${month}-01`]);
  const lock = (month: string) => givenLockedMonths(it, unitId, [`${month}-01`, `${month}-01`]);

  test("those that are not locked are asked about before preparing and before approving, and each answers with a word why", async () => {
    say(await someone(), "2026-11", {});
    await open("2026-11");
    expect(await read("2026-11", "hanna")).toMatchObject({ lock: null, may: { lockRegisters: true } });
    expect((await read("2026-11")).may.lockRegisters).toBe(false);
    expect((await prepare("2026-11")).answer).toMatchObject(refused("benefit.registers_open"));
    const { listId, answer } = await prepare("2026-11", { despite: "Dzienniki zamkniemy jutro" });
    expect(answer).toMatchObject(ok);
    expect(await approve(listId, "2026-11")).toMatchObject(refused("benefit.registers_open"));
    const { contentHash: seenHash } = await read("2026-11", "hanna");
    const words = { listId, seenHash, registersOpen: "Instruktor jest w szpitalu" };
    expect(await it.command("hanna", "benefit.approve", words)).toMatchObject(ok);
    expect((await read("2026-11")).list?.decision).toMatchObject({
      decision: "APPROVED",
      reason: "Instruktor jest w szpitalu",
    });
    await lock("2026-11");
  });

  test("once they are locked nobody is asked, and what waits says so", async () => {
    say(await someone(), "2027-02", {});
    await open("2027-02");
    const due = async () => (await it.read("hanna", "/benefits", BenefitMonths)).units.find(({ id }) => id === unitId);
    expect(await due()).toMatchObject({ dueMonth: "2027-02", registersLocked: false });
    await lock("2027-02");
    expect(await due()).toMatchObject({ dueMonth: "2027-02", registersLocked: true });
    const { listId } = await prepare("2027-02");
    expect(await read("2027-02")).toMatchObject({ lock: { by: "Hanna Próbna" } });
    const { contentHash: seenHash } = await read("2027-02", "hanna");
    const both = { listId, seenHash, registersOpen: "nie pytano" };
    expect(await it.command("hanna", "benefit.approve", both)).toMatchObject(ok);
    expect((await read("2027-02")).list?.decision?.reason).toBe("");
  });
});

test("deductions have titles and never take more than there is", async () => {
  const who = await someone();
  say(who, "2026-11", {});
  const wish = { unitId, month: "2026-11", ipzsId: who.ipzsId };
  const deduct = (...deductions: object[]) =>
    it.command("krysia", "benefit.deduct", { deductionId: uuidv7(), ...wish, deductions });
  expect(await deduct({ title: "Komornik, sygn. KM 1/26", amountGrosze: 214069 })).toMatchObject(
    refused("benefit.deduction_over_pay"),
  );
  expect(
    await deduct({ title: "Komornik", amountGrosze: 50000 }, { title: "Pożyczka", amountGrosze: 1 }),
  ).toMatchObject(ok);
  expect((await read("2026-11")).people[0]).toMatchObject({ deductedGrosze: 50001, payGrosze: 164067 });
  say(who, "2026-11", { unexcusedDays: 4 });
  expect((await prepare("2026-11", { excusesChecked: true })).answer).toMatchObject(
    refused("benefit.deduction_over_pay"),
  );
  expect(await deduct()).toMatchObject(ok);
  expect((await prepare("2026-11", { excusesChecked: true })).answer).toMatchObject(ok);
});

test("lists are their unit's and the accountant's; totals go without names; a person's history says why", async () => {
  const who = await someone("Kanarkowy");
  say(who, "2026-11", { sickDays: 5 });
  await approved("2026-11");
  expect((await it.get("marek", `/benefits/${unitId}/2026-11`)).status).toBe(403);
  expect((await it.get("zofia", `/benefits/${unitId}/2026-11`)).status).toBe(403);
  expect((await it.get("anna", `/benefits/${unitId}/2026-11`)).status).toBe(403);
  expect((await it.get("hanna", `/benefits/${world.office}/2026-11`)).status).toBe(404);
  expect((await it.get("hanna", `/benefits/${world.otherOffice}/2026-11`)).status).toBe(404);
  const totals = await it.read("marek", "/benefits", BenefitMonths);
  expect(totals).toMatchObject({
    mayOpen: false,
    months: [{ month: "2026-11", state: "APPROVED", payGrosze: 187310 }],
  });
  expect(JSON.stringify(totals)).not.toMatch(/Kanark|Osoba/);
  const { months } = await it.read("hanna", `/people/${who.personId}/benefits`, BenefitsOfPerson);
  expect(months).toMatchObject([{ month: "2026-11", payGrosze: 187310, lines: [{}, { kind: "SICK_WITHIN" }] }]);
  expect(await it.audited(who.personId)).toContain("benefit.list-of-person done");
  expect(await it.audited(unitId)).toContain("benefit.read-month done");
  const { rows } = await it.owner.query<{ text: string }>(
    "select row_to_json(p)::text as text from benefit_list_person p",
  );
  expect(rows.length).toBe(1);
  expect(rows[0]?.text).not.toMatch(/Kanark|Osoba|SICK|chorob/);
});

test("of whose whereabouts the reader may not know, number and amounts are left, in what changed too", async () => {
  const [who, joins] = [await someone("Schowana"), await someone("Schowana")];
  say(who, "2026-11", { sickDays: 2, notes: [{ weight: "MISSING", code: "SICK_WITHOUT_NOTE", day: null, count: 1 }] });
  const wish = { unitId, month: "2026-11", ipzsId: who.ipzsId };
  const bonus = { bonusId: uuidv7(), ...wish, amountGrosze: 100, reason: "Sekret warsztatu" };
  expect(await it.command("hanna", "benefit.give-bonus", bonus)).toMatchObject(ok);
  const deduction = { deductionId: uuidv7(), ...wish, deductions: [{ title: "Sekret komornika", amountGrosze: 50 }] };
  expect(await it.command("krysia", "benefit.deduct", deduction)).toMatchObject(ok);
  await it.owner.query("update person set protected_whereabouts = true where id = any ($1)", [
    [who.personId, joins.personId],
  ]);
  expect((await prepare("2026-11", { despite: "próba" })).answer).toMatchObject(ok);
  say(joins, "2026-11", {});
  const view = await read("2026-11");
  expect(view.people).toMatchObject([
    {
      personId: null,
      nrb: null,
      payGrosze: 214068 - 10703 + 50,
      bonusGrosze: 100,
      deductedGrosze: 50,
      lines: [],
      notes: [],
    },
  ]);
  expect(view.asks).toEqual({ excuses: 0, missing: 1 });
  expect(view.changes).toHaveLength(1);
  expect(JSON.stringify({ ...view, law: [] })).not.toMatch(/Schowana|Osoba|Sekret|SICK/);
  expect(view.people[0]?.name).toMatch(/^#\d+$/);
  expect(await it.get("krysia", `/people/${who.personId}/benefits`)).toMatchObject({
    status: 200,
    body: { months: [] },
  });
});
