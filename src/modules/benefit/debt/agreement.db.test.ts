import type pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { benefitLists, saidMonths } from "../../../app/testing/benefitLists.ts";
import { benefitRoomOf } from "../../../app/testing/benefitMonths.ts";
import { givenLockedMonths } from "../../../app/testing/cisMonth.ts";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { BenefitMonths } from "../list/contract.ts";
import { tellCentreMonths } from "../month/alarms.ts";
import { DebtsOfUnit } from "./contract.ts";

const months = saidMonths();
const it = useTestHouse("2027-03-12T10:00:00Z", [benefitRoomOf(months.factsOf)]);
const { unitId, someone, approved } = benefitLists(it);
beforeAll(() => givenLockedMonths(it, unitId));

const debts = async () => (await it.read("hanna", `/benefit-units/${unitId}/debts`, DebtsOfUnit)).debts;

test("instalments follow a debt from list to list, and are not said of another one that comes after it is settled", async () => {
  const who = await someone("Odnowiony");
  const of = { unitId, ipzsId: who.ipzsId };
  months.say(who, "2026-10", {});
  await approved("2026-10");
  months.say(who, "2026-10", { unexcusedDays: 4 });
  await approved("2026-11");
  const instalments = [
    { dueOn: "2027-04-10", amountGrosze: 107_034 },
    { dueOn: "2027-05-10", amountGrosze: 107_034 },
  ];
  const agreement = { agreementId: uuidv7(), ...of, agreedOn: "2027-03-12", instalments, words: "" };
  expect(await it.command("hanna", "benefit.agree-instalments", agreement)).toMatchObject({ status: 200 });
  months.say(who, "2026-12", { from: "2026-12-22" }); // 10 days: 713.56, all of it taken
  await approved("2026-12");
  expect(await debts()).toMatchObject([
    { openGrosze: 142_712, agreement: { instalments: [{ openGrosze: 35_678 }, {}] } },
  ]);
  const back = { settlementId: uuidv7(), ...of, amountGrosze: 142_712, settledOn: "2027-03-12", way: "CASH" };
  expect(await it.command("krysia", "benefit.repay-debt", back)).toMatchObject({ status: 200 });

  months.say(who, "2026-12", null);
  months.say(who, "2027-01", { from: "2027-01-31" });
  await approved("2027-01");
  expect(await debts()).toMatchObject([{ agreement: null }]);
  months.say(who, "2027-02", { from: "2027-02-28" });
  await approved("2027-02");
  const [debt] = await debts();
  expect(debt?.openGrosze).toBeGreaterThan(0);
  expect(debt?.agreement).toBeNull();
});

/** The owner's one connection stands for the pool of the house. */
const owner = () => ({
  query: it.owner.query.bind(it.owner),
  connect: async () => Object.assign(it.owner, { release() {} }),
});
const tell = () => tellCentreMonths(owner() as unknown as pg.Pool, it.services);

test("what somebody who has left owes waits for the manager: to agree, then instalment by instalment, until it is settled", async () => {
  const [debt] = await debts();
  if (!debt) throw new Error("nobody owes anything");
  const { ipzsId, openGrosze } = debt;
  const told = async () => {
    const { rows } = await it.owner.query(
      `select t.kind, t.detail->>'due' as due, e.outcome as ended from task t left join task_ending e on e.task_id = t.id
       where t.source_id = $1 and t.owner_id = $2 and t.person_id is null order by t.kind, due, ended`,
      [ipzsId, it.accountOf("hanna")],
    );
    return rows;
  };
  const waits = async () =>
    (await it.read("krysia", "/benefits", BenefitMonths)).units.find(({ id }) => id === unitId)?.openDebts;
  const repay = async (amountGrosze: number) => {
    const payload = { settlementId: uuidv7(), unitId, ipzsId, amountGrosze, settledOn: "2027-03-12", way: "CASH" };
    expect(await it.command("krysia", "benefit.repay-debt", payload)).toMatchObject({ status: 200 });
    return payload.settlementId;
  };
  await tell();
  expect(await told()).toEqual([]);
  await it.owner.query(
    "insert into ipzs_step (organisation_id, ipzs_id, no, act, state, acted_on, done_by) values ($1, $2, 1, 'end', 'ENDED', '2027-03-01', $3)",
    [world.agenda, ipzsId, it.accountOf("hanna")],
  );
  await it.owner.query(
    "insert into ipzs_ending (organisation_id, ipzs_id, step_no, reason, ended_on, recorded_by) values ($1, $2, 1, 'RESIGNED', '2027-03-01', $3)",
    [world.agenda, ipzsId, it.accountOf("hanna")],
  );
  await tell();
  await tell();
  const open = { kind: "benefit.debt-open", due: null };
  expect(await told()).toEqual([{ ...open, ended: null }]);
  expect(await waits()).toBe(1);
  const instalments = [
    { dueOn: "2027-03-20", amountGrosze: 10_000 },
    { dueOn: "2027-04-20", amountGrosze: openGrosze - 10_000 },
  ];
  const agreement = { agreementId: uuidv7(), unitId, ipzsId, agreedOn: "2027-03-12", instalments, words: "" };
  expect(await it.command("hanna", "benefit.agree-instalments", agreement)).toMatchObject({ status: 200 });
  const [first, second] = instalments.map(({ dueOn }) => ({ kind: "benefit.instalment-due", due: dueOn }));
  await tell();
  expect(await told()).toEqual([
    { ...open, ended: "DONE" },
    { ...first, ended: null },
  ]);
  const on = [
    { ...open, ended: "DONE" },
    { ...first, ended: "DONE" },
    { ...second, ended: null },
  ];
  await repay(10_000);
  expect(await told()).toEqual(on);
  await tell();
  expect(await told()).toEqual(on);
  const last = await repay(openGrosze - 10_000);
  expect((await told()).at(-1)).toEqual({ ...second, ended: "DONE" });
  expect(await waits()).toBe(0);
  const mistake = { settlementId: last, reason: "nie ta osoba" };
  expect(await it.command("krysia", "benefit.withdraw-debt-entry", mistake)).toMatchObject({ status: 200 });
  await tell();
  expect((await told()).filter(({ ended }) => ended === null)).toEqual([{ ...second, ended: null }]);
});
