import { beforeAll, expect, test } from "vitest";
import { benefitLists, type OnList, refused, saidMonths } from "../../../app/testing/benefitLists.ts";
import { benefitRoomOf } from "../../../app/testing/benefitMonths.ts";
import { givenLockedMonths } from "../../../app/testing/cisMonth.ts";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { BenefitsOfPerson } from "../list/contract.ts";
import { DebtsOfUnit } from "./contract.ts";

const months = saidMonths();
const it = useTestHouse("2027-03-12T10:00:00Z", [benefitRoomOf(months.factsOf)]);
const { unitId, someone, read, paid, approved } = benefitLists(it);
const ok = { status: 200 };
let [stays, left]: OnList[] = [];
let december = "";

/** November was paid whole to both; one of them turns out to have been away too often, and has left. */
beforeAll(async () => {
  await givenLockedMonths(it, unitId);
  stays = await someone("Zostajek");
  left = await someone("Odeszły");
  months.say(stays, "2026-11", {});
  months.say(left, "2026-11", {});
  await paid("2026-11", "2027-03-12");
  months.say(left, "2026-11", { unexcusedDays: 4 });
  months.say(stays, "2026-12", {});
  december = await paid("2026-12", "2027-03-12");
});

const say = (who: PersonOfFixture, act: string, payload: object) => it.command(who, `benefit.${act}`, payload);
const debts = (who: PersonOfFixture = "hanna") => it.read(who, `/benefit-units/${unitId}/debts`, DebtsOfUnit);
const of = () => ({ unitId, ipzsId: left?.ipzsId ?? "" });
const repay = (amountGrosze: number, more: object = {}) => ({
  settlementId: uuidv7(),
  ...of(),
  amountGrosze,
  settledOn: "2027-03-10",
  way: "CASH",
  ...more,
});
const refund = (listId: string, number: string) => ({
  refundId: uuidv7(),
  listId,
  number,
  askedOn: "2027-03-12",
  contributionsGrosze: 0,
  office: "Starosta",
});

test("what a leaver was paid too much stands apart, under the list that carried it out last", async () => {
  expect(await debts()).toMatchObject({
    openGrosze: 214_068,
    debts: [{ ipzsId: left?.ipzsId, month: "2026-12", openGrosze: 214_068, entries: [], agreement: null }],
  });
  expect((await debts()).law.map(({ verified }) => verified)).toEqual([false, false]);
});

test("instalments come to the whole; what is paid back fills them from the first on", async () => {
  const agree = (...amounts: number[]) => ({
    agreementId: uuidv7(),
    ...of(),
    agreedOn: "2027-03-12",
    instalments: amounts.map((amountGrosze, at) => ({ dueOn: `2027-0${at + 4}-10`, amountGrosze })),
    words: "po 10. każdego miesiąca",
  });
  expect(await say("hanna", "agree-instalments", agree(100_000, 100_000))).toMatchObject(
    refused("benefit.instalments_other_sum"),
  );
  expect(await say("hanna", "agree-instalments", agree(100_000, 114_068))).toMatchObject(ok);
  const payload = repay(100_000);
  const id = uuidv7();
  const send = () => it.command("krysia", "benefit.repay-debt", payload, { id });
  expect(await send()).toMatchObject(ok);
  expect(await send()).toMatchObject(ok);
  const [debt] = (await debts()).debts;
  expect(debt).toMatchObject({
    openGrosze: 114_068,
    entries: [{ kind: "REPAID", amountGrosze: 100_000, withdrawn: null }],
    agreement: {
      words: "po 10. każdego miesiąca",
      instalments: [{ state: "PAID" }, { state: "DUE", openGrosze: 114_068 }],
    },
  });
  const { rows } = await it.owner.query<{ text: string }>(
    "select row_to_json(a)::text as text from benefit_debt_agreement a",
  );
  expect(JSON.stringify(rows)).not.toMatch(/każdego/);
});

test("no more than what is open comes back, also of two at once; a mistake is taken back with its reason by who may make it", async () => {
  expect(await say("krysia", "repay-debt", repay(114_069))).toMatchObject(refused("benefit.debt_over_open"));
  const both = await Promise.all([0, 1].map(() => say("krysia", "repay-debt", repay(114_068))));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect((await debts()).openGrosze).toBe(0);
  const entry = (await debts()).debts[0]?.entries.at(-1)?.id ?? "";
  expect(await say("hanna", "withdraw-debt-entry", { settlementId: entry, reason: "nie ta osoba" })).toMatchObject(
    refused("benefit.debt_entry_of_others"),
  );
  const takeBack = () => say("krysia", "withdraw-debt-entry", { settlementId: entry, reason: "nie ta osoba" });
  expect(await takeBack()).toMatchObject(ok);
  expect(await takeBack()).toMatchObject(refused("benefit.debt_withdrawn"));
  expect((await debts()).debts[0]).toMatchObject({ openGrosze: 114_068, entries: [{}, { withdrawn: "nie ta osoba" }] });
});

test("the next request for the refund leaves out what came back, once; one that replaces it, too", async () => {
  const first = refund(december, "R/12");
  expect(await say("hanna", "ask-refund", first)).toMatchObject(ok);
  // December's own 2140.68 of who stays, less 1000.00 that came back
  expect((await read("2026-12", "hanna")).refunds).toMatchObject([
    { benefitGrosze: 114_068, debtsGrosze: -100_000, changedGrosze: 0 },
  ]);
  const mended = { ...refund(december, "R/12a"), reason: "po zwrocie reszty" };
  const more = repay(14_068);
  expect(await say("krysia", "repay-debt", more)).toMatchObject(ok);
  expect(await say("hanna", "ask-refund", mended)).toMatchObject(ok);
  expect((await read("2026-12", "hanna")).refunds[0]).toMatchObject({ benefitGrosze: 100_000, debtsGrosze: -114_068 });
  // what was a mistake is asked for again by the next one
  expect(
    await say("krysia", "withdraw-debt-entry", { settlementId: more.settlementId, reason: "pomyłka" }),
  ).toMatchObject(ok);
  if (stays) months.say(stays, "2027-01", {});
  const january = await paid("2027-01", "2027-03-12");
  expect(await say("hanna", "ask-refund", refund(january, "R/1"))).toMatchObject(ok);
  expect((await read("2027-01", "hanna")).refunds).toMatchObject([{ benefitGrosze: 228_136, debtsGrosze: 14_068 }]);
});

test("the manager writes off with a reason that stays sealed; the person's file says so", async () => {
  const off = (amountGrosze: number) => ({
    settlementId: uuidv7(),
    ...of(),
    amountGrosze,
    reason: "Zmarł, brak spadku",
  });
  expect((await say("krysia", "write-off-debt", off(1))).status).toBe(403);
  expect(await say("hanna", "write-off-debt", off(10_000))).toMatchObject(ok);
  expect((await debts()).openGrosze).toBe(104_068);
  const { rows } = await it.owner.query<{ text: string }>(
    "select row_to_json(a)::text as text from benefit_debt_settlement a",
  );
  expect(JSON.stringify(rows)).not.toMatch(/spadku/);
  const own = await it.read("krysia", `/people/${left?.personId}/benefits`, BenefitsOfPerson);
  expect(own.months[0]).toMatchObject({ month: "2026-12", carriedOutGrosze: 214_068, settledGrosze: 110_000 });
});

test("who comes back is paid less by what is still open, and what was settled stays settled", async () => {
  if (left) months.say(left, "2027-02", {});
  const before = (await debts()).debts[0]?.entries[0]?.id ?? "";
  await approved("2027-02");
  const person = (await read("2027-02", "hanna")).people.find(({ ipzsId }) => ipzsId === left?.ipzsId);
  expect(person).toMatchObject({ carriedInGrosze: 104_068, recoveredGrosze: 104_068, payGrosze: 110_000 });
  expect(await debts()).toMatchObject({ openGrosze: 0, debts: [] });
  expect(await say("krysia", "withdraw-debt-entry", { settlementId: before, reason: "za późno" })).toMatchObject(
    refused("benefit.debt_moved_on"),
  );
  expect(await say("krysia", "repay-debt", repay(1))).toMatchObject(refused("benefit.debt_none"));
});

test("debts are read by who reads the list, settled by the accountant, decided by the manager, and of this house alone", async () => {
  for (const who of ["hanna", "marek", "beata", "zofia"] as const)
    expect((await say(who, "repay-debt", repay(1))).status, who).toBe(403);
  for (const who of ["beata", "zofia"] as const)
    expect((await it.get(who, `/benefit-units/${unitId}/debts`)).status, who).toBe(403);
  await it.owner.query(
    "insert into membership_role (organisation_id, account_id, role) values ($1, $2, 'ACCOUNTANT')",
    [world.elsewhere, it.accountOf("zofia")],
  );
  expect((await say("zofia", "repay-debt", repay(1))).status).toBe(404);
  expect((await it.get("zofia", `/benefit-units/${unitId}/debts`)).status).toBe(404);
});
