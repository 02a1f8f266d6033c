import { partsOf } from "../../modules/benefit/debt/rules.ts";
import { addDays, addMonths, type PlainDate, startOfMonth } from "../../platform/time/plainDate.ts";
import { legionowoLeaver, tellLeaving } from "./legionowoLeaver.ts";
import type { Stage } from "./loadDemo.ts";

type MonthOfDemo = {
  contentHash: string;
  totals: { benefitGrosze: number; contributionsGrosze: number };
  people: { ipzsId: string; bonusMaxGrosze: number; periods: { phase: string }[] }[];
};

/** Account numbers with right check digits; they belong to nobody. */
const accounts = ["61109010140000071219812874", "27114020040000300201355387", "49102028922276300500000000"];
const office = "Starosta Legionowski";
/** What the starosta paid ahead, and the request for the refund settles. */
const advanceGrosze = 1_000_000;

/**
 * Benefits of the CIS of Legionowo: the two months before the last were prepared by the accountant, approved by the manager, paid and
 * refunded; the last one waits to be prepared. Of two advances one is settled and one waits for its answer. Somebody who left was paid
 * too much and pays it back by instalments.
 */
export async function legionowoBenefits(stage: Stage): Promise<void> {
  const unitId = stage.unitId("legionowo-cis");
  const since = addMonths(startOfMonth(stage.today), -1);
  const leaver = await legionowoLeaver(stage);
  await firstList(stage, unitId, since);
  if (leaver) await tellLeaving(stage, leaver, since);
  await askAdvance(stage, unitId, { day: addDays(since, 1), month: addMonths(since, -1), no: 1 });
  await secondList(stage, unitId, since);
  if (leaver) await payBack(stage, { unitId, ipzsId: leaver, since });
  await askAdvance(stage, unitId, { day: stage.day(-1), month: since, no: 2 });
}

const monthCode = (day: PlainDate) => day.slice(0, 7);
const readMonth = (stage: Stage, unitId: string, month: string) =>
  stage.ask<MonthOfDemo>("danuta", "benefit.read-month", { unitId, month });

/** Prepares, approves and pays the list of a month, day by day of the next one; `name` tells its ids apart. */
async function payList(
  stage: Stage,
  of: { unitId: string; month: string; name: string; dayAt: (days: number) => PlainDate; despite: string },
): Promise<{ listId: string; totals: MonthOfDemo["totals"] }> {
  const { unitId, month, name, dayAt, despite } = of;
  const listId = stage.id(`benefit list${name}`);
  stage.atDay(dayAt(3), "15:00");
  await stage.do("hanna", "register-month.lock", { lockId: stage.id(`benefit registers${name}`), unitId, month });
  stage.atDay(dayAt(4), "09:00");
  const { contentHash: seenHash, totals } = await readMonth(stage, unitId, month);
  await stage.do("danuta", "benefit.prepare", { listId, unitId, month, seenHash, excusesChecked: true, despite });
  stage.atDay(dayAt(5), "10:00");
  await stage.do("hanna", "benefit.approve", { listId, seenHash });
  stage.atDay(dayAt(6), "09:00");
  await stage.do("danuta", "benefit.make-bank-file", { listId, payOn: dayAt(8) });
  stage.atDay(dayAt(8), "12:00");
  await stage.do("danuta", "benefit.record-payment", { listId, paidOn: dayAt(8) });
  return { listId, totals };
}

/** Asks for the refund of a paid list and records the money. */
async function refund(
  stage: Stage,
  of: { listId: string; totals: MonthOfDemo["totals"]; month: string; name: string; days: [PlainDate, PlainDate] },
  settled = 0,
): Promise<void> {
  const { listId, totals, month, name, days } = of;
  const refundId = stage.id(`benefit refund${name}`);
  const [askedOn, receivedOn] = days;
  stage.atDay(askedOn, "11:00");
  await stage.do("hanna", "benefit.ask-refund", {
    refundId,
    listId,
    number: `CIS.3120.${month.slice(5)}.${month.slice(0, 4)}`,
    askedOn,
    contributionsGrosze: totals.contributionsGrosze,
    office,
    advanceGrosze: settled,
  });
  stage.atDay(receivedOn, "13:00");
  const amountGrosze = totals.benefitGrosze + totals.contributionsGrosze - settled;
  await stage.do("danuta", "benefit.record-refund", { refundId, receivedOn, amountGrosze });
}

const onPaper = "Dzienniki tego miesiąca prowadzono jeszcze na papierze.";

async function firstList(stage: Stage, unitId: string, since: PlainDate): Promise<void> {
  const begins = addMonths(since, -1);
  const dayAt = (days: number) => addDays(begins, days);
  const month = monthCode(addMonths(since, -2));
  stage.atDay(dayAt(1), "08:00");
  await stage.do("danuta", "benefit.set-payer", {
    payerId: stage.id("benefit payer"),
    unitId,
    nrb: "27114020040000300201355387",
    name: "Powiatowe Centrum Integracji Społecznej",
    address: "ul. Warsztatowa 5\n05-120 Legionowo",
    title: "Świadczenie integracyjne",
    format: "ELIXIR0_QUOTED",
    letters: "windows-1250",
  });
  const { people } = await readMonth(stage, unitId, month);
  for (const [at, nrb] of accounts.entries()) {
    const ipzsId = people[at * 2]?.ipzsId;
    if (ipzsId)
      await stage.do("iwona", "benefit.set-way", {
        wayId: stage.id(`benefit way ${at}`),
        unitId,
        ipzsId,
        way: "ACCOUNT",
        nrb,
      });
  }
  const paid = await payList(stage, { unitId, month, name: " first", dayAt, despite: onPaper });
  await refund(stage, { ...paid, month, name: " first", days: [dayAt(11), dayAt(25)] });
}

async function secondList(stage: Stage, unitId: string, since: PlainDate): Promise<void> {
  const dayAt = (days: number) => addDays(since, days);
  const month = monthCode(addMonths(since, -1));
  stage.atDay(dayAt(2), "08:00");
  const { people } = await readMonth(stage, unitId, month);
  const praised = people.find(({ periods }) => periods.some(({ phase }) => phase === "PARTICIPATION"));
  if (praised)
    await stage.do("hanna", "benefit.give-bonus", {
      bonusId: stage.id("benefit bonus"),
      unitId,
      month,
      ipzsId: praised.ipzsId,
      amountGrosze: 30_000,
      reason: "Pomaga nowym osobom w pracowni i sama prowadzi pokaz dla grupy.",
    });
  const paid = await payList(stage, { unitId, month, name: "", dayAt, despite: onPaper });
  stage.atDay(dayAt(9), "12:00");
  await stage.do("danuta", "benefit.record-advance", {
    advanceId: stage.id("benefit advance 1"),
    answer: "RECEIVED",
    answeredOn: dayAt(9),
    amountGrosze: advanceGrosze,
  });
  await refund(stage, { ...paid, month, name: "", days: [dayAt(11), dayAt(28)] }, advanceGrosze);
}

async function askAdvance(
  stage: Stage,
  unitId: string,
  { day, month, no }: { day: PlainDate; month: PlainDate; no: number },
): Promise<void> {
  stage.atDay(day, "10:00");
  await stage.do("hanna", "benefit.ask-advance", {
    advanceId: stage.id(`benefit advance ${no}`),
    unitId,
    month: monthCode(month),
    number: `CIS.3121.${no}.${day.slice(0, 4)}`,
    askedOn: day,
    amountGrosze: advanceGrosze,
    office,
    reason:
      "Wypłata wypada przed refundacją za poprzedni miesiąc, a na rachunku centrum brakuje pieniędzy na całą listę.",
  });
}

/** Three instalments of what a leaver was paid too much; the first came on its day. */
async function payBack(
  stage: Stage,
  { unitId, ipzsId, since }: { unitId: string; ipzsId: string; since: PlainDate },
): Promise<void> {
  stage.atDay(addDays(since, 14), "12:00");
  const { debts } = await stage.ask<{ debts: { ipzsId: string; openGrosze: number }[] }>(
    "hanna",
    "benefit.list-debts",
    { unitId },
  );
  const openGrosze = debts.find((debt) => debt.ipzsId === ipzsId)?.openGrosze ?? 0;
  if (openGrosze === 0) return;
  const parts = partsOf(openGrosze, 3);
  const firstOn = addDays(since, 27);
  await stage.do("hanna", "benefit.agree-instalments", {
    agreementId: stage.id("benefit agreement"),
    unitId,
    ipzsId,
    agreedOn: addDays(since, 14),
    instalments: parts.map((amountGrosze, at) => ({ dueOn: addMonths(firstOn, at), amountGrosze })),
    words: "Wpłaca na rachunek centrum po wypłacie z nowej pracy.",
  });
  stage.atDay(firstOn, "14:00");
  await stage.do("danuta", "benefit.repay-debt", {
    settlementId: stage.id("benefit repayment"),
    unitId,
    ipzsId,
    amountGrosze: parts[0],
    settledOn: firstOn,
    way: "ACCOUNT",
  });
}
