import { addDays, addMonths, startOfMonth } from "../../platform/time/plainDate.ts";
import type { Stage } from "./loadDemo.ts";

type MonthOfDemo = {
  contentHash: string;
  totals: { benefitGrosze: number; contributionsGrosze: number };
  people: { ipzsId: string; bonusMaxGrosze: number; periods: { phase: string }[] }[];
};

/** Account numbers with right check digits; they belong to nobody. */
const accounts = ["61109010140000071219812874", "27114020040000300201355387", "49102028922276300500000000"];

/**
 * Benefits of the CIS of Legionowo: the month before last was prepared by the accountant, approved by the manager, paid and refunded;
 * the last one waits to be prepared.
 */
export async function legionowoBenefits(stage: Stage): Promise<void> {
  const unitId = stage.unitId("legionowo-cis");
  const since = addMonths(startOfMonth(stage.today), -1);
  const month = addMonths(since, -1).slice(0, 7);
  const read = () => stage.ask<MonthOfDemo>("danuta", "benefit.read-month", { unitId, month });
  const onDay = (days: number, time: string) => stage.atDay(addDays(since, days), time);
  onDay(1, "08:00");
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
  const { people } = await read();
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
  onDay(3, "15:00");
  await stage.do("hanna", "register-month.lock", { lockId: stage.id("benefit registers"), unitId, month });
  const listId = stage.id("benefit list");
  onDay(4, "09:00");
  const { contentHash: seenHash, totals } = await read();
  await stage.do("danuta", "benefit.prepare", {
    listId,
    unitId,
    month,
    seenHash,
    excusesChecked: true,
    despite: "Dzienniki tego miesiąca prowadzono jeszcze na papierze.",
  });
  onDay(5, "10:00");
  await stage.do("hanna", "benefit.approve", { listId, seenHash });
  onDay(6, "09:00");
  await stage.do("danuta", "benefit.make-bank-file", { listId, payOn: addDays(since, 8) });
  onDay(8, "12:00");
  await stage.do("danuta", "benefit.record-payment", { listId, paidOn: addDays(since, 8) });
  const refundId = stage.id("benefit refund");
  onDay(11, "11:00");
  await stage.do("hanna", "benefit.ask-refund", {
    refundId,
    listId,
    number: `CIS.3120.${month.slice(5)}.${month.slice(0, 4)}`,
    askedOn: addDays(since, 11),
    contributionsGrosze: totals.contributionsGrosze,
    office: "Starosta Legionowski",
  });
  onDay(29, "13:00");
  const amountGrosze = totals.benefitGrosze + totals.contributionsGrosze;
  await stage.do("danuta", "benefit.record-refund", { refundId, receivedOn: addDays(since, 29), amountGrosze });
}
