import { afterAll, beforeAll, expect, test } from "vitest";
import { benefitLists, refused, saidMonths } from "../../../app/testing/benefitLists.ts";
import { benefitRoomOf } from "../../../app/testing/benefitMonths.ts";
import { givenLockedMonths } from "../../../app/testing/cisMonth.ts";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { plainText } from "../../../app/testing/plainText.ts";
import { closeDocuments } from "../../../platform/documents/renderPdf.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { BenefitMonths } from "../list/contract.ts";
import { AdvancesOfUnit } from "./contract.ts";

const months = saidMonths();
const it = useTestHouse("2027-01-12T10:00:00Z", [benefitRoomOf(months.factsOf)]);
const { unitId, someone, read, paid } = benefitLists(it);
const ok = { status: 200 };
beforeAll(async () => {
  await givenLockedMonths(it, unitId);
  const who = await someone();
  months.say(who, "2026-11", {});
  months.say(who, "2026-12", {});
});
afterAll(() => closeDocuments());

const say = (who: PersonOfFixture, act: string, payload: object) => it.command(who, `benefit.${act}`, payload);
const advances = (who: PersonOfFixture = "hanna") => it.read(who, `/benefit-units/${unitId}/advances`, AdvancesOfUnit);
const asking = (advanceId: string, amountGrosze: number) => ({
  advanceId,
  unitId,
  month: "2026-11",
  number: "CIS/Z/1",
  askedOn: "2026-11-02",
  amountGrosze,
  office: "Starosta Krakowski",
  reason: "Brak środków na wypłatę",
});
const came = (advanceId: string, amountGrosze: number) => ({
  advanceId,
  answer: "RECEIVED",
  answeredOn: "2026-11-20",
  amountGrosze,
});
const request = (listId: string, number: string, advanceGrosze: number, more: object = {}) => ({
  refundId: uuidv7(),
  listId,
  number,
  askedOn: "2027-01-12",
  contributionsGrosze: 1000,
  office: "Starosta Krakowski",
  advanceGrosze,
  ...more,
});

test("an advance is asked for by the manager, answered once by the accountant, and kept sealed", async () => {
  const [advanceId, other] = [uuidv7(), uuidv7()];
  expect(await say("hanna", "ask-advance", { ...asking(advanceId, 300_000), askedOn: "2027-01-13" })).toMatchObject(
    refused("benefit.day_in_future"),
  );
  expect(await say("hanna", "ask-advance", asking(advanceId, 300_000))).toMatchObject(ok);
  expect(await say("hanna", "ask-advance", asking(advanceId, 300_000))).toMatchObject({ status: 409 });
  const receive = () => say("krysia", "record-advance", came(advanceId, 250_000));
  const both = await Promise.all([receive(), receive()]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect(await say("hanna", "withdraw-advance", { advanceId, reason: "pomyłka" })).toMatchObject(
    refused("benefit.advance_answered"),
  );
  expect(await say("hanna", "ask-advance", asking(other, 100))).toMatchObject(ok);
  const no = { advanceId: other, answer: "REFUSED", answeredOn: "2026-11-20", reason: "Brak limitu" };
  expect(await say("krysia", "record-advance", no)).toMatchObject(ok);
  expect(
    await say("krysia", "return-advance", {
      returnId: uuidv7(),
      advanceId: other,
      returnedOn: "2026-12-01",
      amountGrosze: 1,
    }),
  ).toMatchObject(refused("benefit.advance_not_received"));
  expect(await advances()).toMatchObject({
    openGrosze: 250_000,
    advances: [
      { id: other, answer: { answer: "REFUSED", words: "Brak limitu" }, openGrosze: 0 },
      { id: advanceId, reason: "Brak środków na wypłatę", answer: { answer: "RECEIVED", amountGrosze: 250_000 } },
    ],
  });
  const { rows } = await it.owner.query<{ text: string }>(
    "select row_to_json(a)::text as text from benefit_advance a union all select row_to_json(a)::text from benefit_advance_answer a",
  );
  expect(JSON.stringify(rows)).not.toMatch(/Starosta|Brak/);
  const paper = await it.server.inject({
    url: `/api/benefit-advances/${advanceId}/paper`,
    headers: { authorization: `Bearer ${it.tokenOf("hanna")}` },
  });
  expect(plainText(paper.rawPayload)).toMatch(/3\s?000,00/);
});

test("a request for the refund settles advances up to what is open and asked for; the paper adds up; a mended one settles anew", async () => {
  const november = await paid("2026-11", "2027-01-12");
  expect((await read("2026-11", "hanna")).advanceOpenGrosze).toBe(250_000);
  // 2140.68 of benefits and 10.00 of contributions
  expect(await say("hanna", "ask-refund", request(november, "R/11", 215_069))).toMatchObject(
    refused("benefit.advance_over_request"),
  );
  const first = request(november, "R/11", 215_068);
  expect(await say("hanna", "ask-refund", first)).toMatchObject(ok);
  expect(await advances()).toMatchObject({ openGrosze: 34_932 });
  const mended = request(november, "R/11a", 200_000, { reason: "Inna kwota zaliczki" });
  expect(await say("hanna", "ask-refund", mended)).toMatchObject(ok);
  expect(await advances()).toMatchObject({ openGrosze: 50_000 });
  const paper = await it.server.inject({
    url: `/api/benefit-refunds/${mended.refundId}/paper`,
    headers: { authorization: `Bearer ${it.tokenOf("hanna")}` },
  });
  const text = plainText(paper.rawPayload);
  for (const amount of [/2\s?140,68/, /10,00/, /2\s?150,68/, /2\s?000,00/, /150,68/]) expect(text).toMatch(amount);

  const december = await paid("2026-12", "2027-01-12");
  const two = [request(december, "R/12", 50_000), request(december, "R/12b", 50_000, { reason: "drugi" })];
  const both = await Promise.all(two.map((one) => say("hanna", "ask-refund", one)));
  // the second replaces the first, so what the first took is free again
  expect(both.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  const after = await advances();
  expect(after.openGrosze).toBe(0);
  expect(after.advances.at(-1)?.settled.map(({ amountGrosze }) => amountGrosze)).toEqual([200_000, 50_000]);
  expect(await say("hanna", "ask-refund", request(december, "R/12c", 50_001, { reason: "za dużo" }))).toMatchObject(
    refused("benefit.advance_over_open"),
  );
});

test("a request that an advance covers whole is answered without money, any other is not", async () => {
  const { refunds } = await read("2026-11", "krysia");
  const [half] = refunds;
  const receive = (refundId: string, amountGrosze: number) =>
    say("krysia", "record-refund", { refundId, receivedOn: "2027-01-12", amountGrosze });
  expect(await receive(half?.id ?? "", 0)).toMatchObject(refused("benefit.nothing_received"));
  const advanceId = uuidv7();
  expect(await say("hanna", "ask-advance", asking(advanceId, 20_000))).toMatchObject(ok);
  expect(await say("krysia", "record-advance", came(advanceId, 20_000))).toMatchObject(ok);
  const { list } = await read("2026-11", "hanna");
  const whole = request(list?.id ?? "", "R/11b", 215_068, { reason: "całość z zaliczki" });
  expect(await say("hanna", "ask-refund", whole)).toMatchObject(ok);
  expect(await receive(whole.refundId, 0)).toMatchObject(ok);
  expect(await advances()).toMatchObject({ openGrosze: 4_932 });
  const back = (amountGrosze: number) =>
    say("krysia", "return-advance", { returnId: uuidv7(), advanceId, returnedOn: "2027-01-12", amountGrosze });
  expect(await back(4_933)).toMatchObject(refused("benefit.advance_over_open"));
  const two = await Promise.all([back(4_932), back(4_932)]);
  expect(two.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect(await advances()).toMatchObject({ openGrosze: 0 });
});

test("a request without an answer waits in the month's list and with who asked, until it is answered or taken back", async () => {
  const [came1, back] = [uuidv7(), uuidv7()];
  const waits = async () =>
    (await it.read("krysia", "/benefits", BenefitMonths)).units.find(({ id }) => id === unitId)?.askedAdvances;
  const told = async () => {
    const { rows } = await it.owner.query<{ id: string; ended: string | null }>(
      `select t.source_id as id, e.outcome as ended from task t left join task_ending e on e.task_id = t.id
       where t.kind = 'benefit.advance-asked' and t.source_id = any ($1) and t.owner_id = $2 and t.person_id is null`,
      [[came1, back], it.accountOf("hanna")],
    );
    return new Map(rows.map(({ id, ended }) => [id, ended]));
  };
  const before = (await waits()) ?? 0;
  for (const id of [came1, back]) expect(await say("hanna", "ask-advance", asking(id, 100))).toMatchObject(ok);
  expect(await waits()).toBe(before + 2);
  expect(await told()).toEqual(
    new Map([
      [came1, null],
      [back, null],
    ]),
  );
  expect(await say("krysia", "record-advance", came(came1, 100))).toMatchObject(ok);
  expect(await say("hanna", "withdraw-advance", { advanceId: back, reason: "pomyłka" })).toMatchObject(ok);
  expect(await waits()).toBe(before);
  expect(await told()).toEqual(
    new Map([
      [came1, "DONE"],
      [back, "NO_LONGER_RELEVANT"],
    ]),
  );
});

test("advances are the manager's and the accountant's of this house", async () => {
  const advanceId = uuidv7();
  for (const who of ["krysia", "marek", "beata", "zdzislaw", "zofia"] as const)
    expect((await say(who, "ask-advance", asking(advanceId, 1))).status, who).toBe(403);
  expect(await say("hanna", "ask-advance", asking(advanceId, 1))).toMatchObject(ok);
  for (const who of ["hanna", "marek", "beata", "zofia"] as const)
    expect((await say(who, "record-advance", came(advanceId, 1))).status, who).toBe(403);
  await it.owner.query(
    "insert into membership_role (organisation_id, account_id, role) values ($1, $2, 'ACCOUNTANT')",
    [world.elsewhere, it.accountOf("zofia")],
  );
  expect((await say("zofia", "record-advance", came(advanceId, 1))).status).toBe(404);
  expect((await it.get("zofia", `/benefit-units/${unitId}/advances`)).status).toBe(404);
});
