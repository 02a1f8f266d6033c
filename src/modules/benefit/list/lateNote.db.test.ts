import { beforeAll, expect, test } from "vitest";
import {
  givenClasses,
  givenParticipant,
  givenRegisters,
  givenWorkshop,
  type Participant,
} from "../../../app/testing/cisMonth.ts";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { BenefitMonthView } from "./contract.ts";

const it = useTestHouse("2027-01-04T10:00:00Z");
const ok = { status: 200 };
const unitId = world.club;
let away: Participant;
let whole: Participant;

/** November and December of a workshop; one of two was away on four days of November without a word. */
beforeAll(async () => {
  const workshop = await givenWorkshop(it);
  away = await givenParticipant(it, workshop, { lastName: "Nieobecny" });
  whole = await givenParticipant(it, workshop, { lastName: "Obecny" });
  const sessions = await givenClasses(it, workshop, "2026-11-01", "2026-12-31");
  const days = ["2026-11-03", "2026-11-04", "2026-11-05", "2026-11-06"];
  await givenRegisters(it, sessions, [away, whole], (participant, day) =>
    participant === away && days.includes(day) ? "ABSENT_UNEXCUSED" : undefined,
  );
}, 60_000);

const read = (month: string) => it.read("krysia", `/benefits/${unitId}/${month}`, BenefitMonthView);
async function approved(month: string): Promise<string> {
  const lock = { lockId: uuidv7(), unitId, month };
  if (month === "2026-11") expect(await it.command("hanna", "register-month.lock", lock)).toMatchObject(ok);
  const listId = uuidv7();
  const { contentHash: seenHash } = await read(month);
  const list = { listId, unitId, month, seenHash, excusesChecked: true, despite: "próba" };
  expect(await it.command("krysia", "benefit.prepare", list)).toMatchObject(ok);
  const registersOpen = month === "2026-11" ? "" : "Dzienniki grudnia jeszcze trwają";
  expect(await it.command("hanna", "benefit.approve", { listId, seenHash, registersOpen })).toMatchObject(ok);
  return listId;
}

test("a note for November that comes after its list was approved turns the registers and is paid with December, once; November stays as it was (J6.10)", async () => {
  const november = await approved("2026-11");
  const frozen = await read("2026-11");
  const payOf = (view: BenefitMonthView, { ipzsId }: Participant) => view.people.find((one) => one.ipzsId === ipzsId);
  expect([payOf(frozen, away)?.payGrosze, payOf(frozen, whole)?.payGrosze]).toEqual([0, 214068]);
  const excuseId = uuidv7();
  const note = { kind: "SICKNESS", from: "2026-11-03", to: "2026-11-06", reason: null };
  const asked = { excuseId, ipzsId: away.ipzsId, ...note, askedOn: "2027-01-04", documentOn: "2026-11-03" };
  expect(await it.command("beata", "absence.ask", asked)).toMatchObject(ok);
  expect(payOf(await read("2026-12"), away)?.corrections).toEqual([]);
  expect(await it.command("hanna", "absence.answer", { excuseId, accepted: true, reason: "" })).toMatchObject(ok);
  expect(await read("2026-11")).toEqual(frozen);
  const december = await read("2026-12");
  const now = 214068 - 21407; // four days at 1/40
  expect(payOf(december, away)).toMatchObject({
    benefitGrosze: 214068,
    payGrosze: 214068 + now,
    corrections: [{ listId: november, month: "2026-11-01", no: 1, beforeGrosze: 0, nowGrosze: now }],
  });
  expect(payOf(december, whole)).toMatchObject({ corrections: [], payGrosze: 214068 });
  await approved("2026-12");
  const { rows } = await it.owner.query("select no, before_grosze, now_grosze from benefit_correction");
  expect(rows).toEqual([{ no: 1, before_grosze: "0", now_grosze: String(now) }]);
});
