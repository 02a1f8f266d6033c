import { beforeAll, expect, test } from "vitest";
import {
  givenClasses,
  givenLockedMonths,
  givenParticipant,
  givenRegisters,
  givenWorkshop,
} from "../../app/testing/cisMonth.ts";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { BenefitMonthView } from "../benefit/list/contract.ts";
import { MineBenefits } from "./contract.ts";

const it = useTestHouse("2026-12-02T10:00:00Z");
const canary = "SlowaUrzedu";
let listId = "";
let ownId = "";

beforeAll(async () => {
  const workshop = await givenWorkshop(it);
  const own = await givenParticipant(it, workshop, { lastName: "Wlasny" });
  const other = await givenParticipant(it, workshop, { lastName: "KanarekInny" });
  ownId = own.personId;
  await givenRegisters(it, await givenClasses(it, workshop, "2026-11-01", "2026-11-30"), [own, other], (who, day) =>
    who === own && day === "2026-11-03" ? "ABSENT_UNEXCUSED" : undefined,
  );
  await givenLockedMonths(it, world.club);
  await it.owner.query("update membership_role set role = 'PARTICIPANT' where account_id = $1", [
    it.accountOf("gosia"),
  ]);
  await it.owner.query("update membership set person_id = $1 where account_id = $2", [ownId, it.accountOf("gosia")]);
}, 60_000);

const mine = () => it.read("gosia", "/mine/benefits", MineBenefits);

test("what is not approved is not the participant's yet", async () => {
  expect(await mine()).toEqual({ personId: ownId, months: [] });
});

test("an approved month stands there with each amount, its article and its sentence, and nothing of the office's view", async () => {
  const read = () => it.read("krysia", `/benefits/${world.club}/2026-11`, BenefitMonthView);
  listId = uuidv7();
  const otherRow = (await read()).people.find(({ personId }) => personId !== ownId);
  const ask = async (name: "krysia" | "hanna", type: string, payload: object) =>
    expect(await it.command(name, type, payload), type).toMatchObject({ status: 200 });
  await ask("hanna", "benefit.give-bonus", {
    bonusId: uuidv7(),
    unitId: world.club,
    month: "2026-11",
    ipzsId: otherRow?.ipzsId,
    amountGrosze: 10_000,
    reason: canary,
  });
  const { contentHash: seenHash } = await read();
  const wish = { listId, unitId: world.club, month: "2026-11", seenHash, excusesChecked: true, despite: canary };
  await ask("krysia", "benefit.prepare", wish);
  await ask("hanna", "benefit.approve", { listId, seenHash });
  const { months } = await mine();
  expect(months).toHaveLength(1);
  expect(months[0]).toMatchObject({ listId, month: "2026-11", paidOn: null, payGrosze: 203365, bonusGrosze: 0 });
  expect(months[0]?.lines.map(({ kind, amountGrosze }) => [kind, amountGrosze])).toEqual([
    ["WHOLE_MONTH", 214068],
    ["UNEXCUSED", -10703],
  ]);
  for (const line of months[0]?.lines ?? []) {
    expect(line.article).toContain("art. 15");
    expect(line.text.pl.length).toBeGreaterThan(10);
  }
  const text = JSON.stringify(await mine());
  expect(text).not.toMatch(/SlowaUrzedu|KanarekInny|Krysia|Hanna|opinions|notes|nrb|classDays|sickDaysUsed|despite/);
});

test("nobody else has this page, and nobody reads it of another", async () => {
  for (const name of ["hanna", "krysia", "beata", "zofia"] as const)
    expect((await it.get(name, "/mine/benefits")).status).toBe(403);
  expect(await it.audited(ownId)).toContain("mine.read-benefits done");
});
