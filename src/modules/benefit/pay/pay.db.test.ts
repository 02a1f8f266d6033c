import { afterAll, beforeAll, expect, test } from "vitest";
import { benefitRoomOf } from "../../../app/testing/benefitMonths.ts";
import { givenLockedMonths } from "../../../app/testing/cisMonth.ts";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { plainText } from "../../../app/testing/plainText.ts";
import { closeDocuments } from "../../../platform/documents/renderPdf.ts";
import { endOfMonth, plainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { generalLawOn } from "../law.ts";
import { BenefitMonths, BenefitMonthView } from "../list/contract.ts";
import type { MonthFacts } from "../list/source.ts";
import type { PersonMonth } from "../month/personMonth.ts";

const factsOf: MonthFacts = async (_, of) =>
  of.month === "2026-11-01" && of.unitId === world.club ? people.map(whole) : [];
const it = useTestHouse("2026-12-02T10:00:00Z", [benefitRoomOf(factsOf)]);
const ok = { status: 200 };
const unitId = world.club;
const month = "2026-11";
const accounts = ["61109010140000071219812874", "27114020040000300201355387"] as const;

const people: { ipzsId: string; personId: string }[] = [];
let listId = "";

function whole(who: { ipzsId: string; personId: string }): PersonMonth {
  const from = plainDate("2026-11-01");
  const law = generalLawOn(from);
  if (!law) throw new Error("no law");
  const days = { unexcusedDays: 0, sickDays: 0, otherExcusedDays: 0, daysOff: 0 };
  const spans = [{ from, to: endOfMonth(from), phase: "PARTICIPATION" as const, law, ...days }];
  const programmeDays = {
    trialFrom: plainDate("2024-12-01"),
    trialTo: plainDate("2024-12-31"),
    lastDay: plainDate("2026-11-30"),
    daysOffEntitled: 12,
  };
  return {
    ...who,
    spans,
    programmeDays,
    sickDaysUsedBefore: 18,
    classDays: 20,
    presentDays: 20,
    daysOffLeft: 8,
    notes: [],
  };
}

/** Three participants of the club's unit with a whole November: two by transfer, one in cash, and one name that a sheet must not compute. */
beforeAll(async () => {
  const names = [
    ["Świętochłowska", "85020112340"],
    ["Nowak", "90061500000"],
    ["Gotówkowy", null],
  ] as const;
  for (const [lastName, pesel] of names) {
    const [personId, caseId, ipzsId] = [uuidv7(), uuidv7(), uuidv7()];
    const fields = { firstName: "Grażyna", lastName };
    expect(
      await it.command("hanna", "person.record", { personId, unitId, fields, pesel, peselNeedsChecking: true }),
    ).toMatchObject(ok);
    await it.owner.query(
      "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage) values ($1, $2, $3, $4, '2026-01-05', 'IN_PROGRAMME')",
      [world.agenda, caseId, personId, unitId],
    );
    await it.owner.query(
      "insert into ipzs (organisation_id, id, person_id, case_id, prepared_by, sealed, begun_on) values ($1, $2, $3, $4, $5, 'x', '2026-01-05')",
      [world.agenda, ipzsId, personId, caseId, it.accountOf("hanna")],
    );
    people.push({ ipzsId, personId });
  }
  await givenLockedMonths(it, unitId);
});
afterAll(async () => {
  await closeDocuments();
});

const at = (index: number) => people[index] ?? { ipzsId: "", personId: "" };
const say = (who: PersonOfFixture, act: string, payload: object) => it.command(who, `benefit.${act}`, payload);
const refused = (code: string) => ({ status: 422, body: { code } });
const read = (who: PersonOfFixture = "krysia") => it.read(who, `/benefits/${unitId}/${month}`, BenefitMonthView);
const file = (who: PersonOfFixture, path: string) =>
  it.server.inject({ url: `/api${path}`, headers: { authorization: `Bearer ${it.tokenOf(who)}` } });

test("an account is checked by its digits and kept sealed; the latest counts", async () => {
  const way = (index: number, nrb: string | null) =>
    say("krysia", "set-way", {
      wayId: uuidv7(),
      unitId,
      ipzsId: at(index).ipzsId,
      way: nrb === null ? "CASH" : "ACCOUNT",
      nrb,
    });
  expect((await way(0, "61109010140000071219812875")).status).toBe(400);
  expect((await way(0, "6110901014000007121981287")).status).toBe(400);
  expect(await way(0, "PL61 1090 1014 0000 0712 1981 2874")).toMatchObject(ok);
  expect(await way(1, accounts[0])).toMatchObject(ok);
  expect(await way(1, accounts[1])).toMatchObject(ok);
  const { rows } = await it.owner.query<{ text: string }>("select row_to_json(w)::text as text from benefit_way w");
  expect(JSON.stringify(rows)).not.toMatch(/6110901014|2711402004/);
  const view = await read();
  expect(view.people.map(({ way: how, nrb }) => [how, nrb]).toSorted()).toEqual(
    [
      ["ACCOUNT", accounts[0]],
      ["ACCOUNT", accounts[1]],
      ["CASH", null],
    ].toSorted(),
  );
});

test("rates of contributions are a dated table by hand; they add to nobody's pay", async () => {
  const rates = [
    { name: "Próbna", percent: "9.76", source: "wpis próbny" },
    { name: "Druga", percent: "0.1", source: "" },
  ];
  expect(await say("krysia", "set-rates", { ratesId: uuidv7(), validFrom: "2026-11-01", rates })).toMatchObject(ok);
  expect(await say("hanna", "set-rates", { ratesId: uuidv7(), validFrom: "2026-11-01", rates })).toMatchObject({
    status: 403,
  });
  const view = await read();
  // 2140.68 × 9.76 % = 208.930368; × 0.1 % = 2.14068
  expect(view.people[0]?.contributions.map(({ grosze }) => grosze)).toEqual([20893, 214]);
  expect(view.totals).toMatchObject({ payGrosze: 3 * 214068, contributionsGrosze: 3 * (20893 + 214) });
});

test("the file of transfers is made once of an approved list, and every download gives the same bytes and is noted", async () => {
  listId = uuidv7();
  const { contentHash: seenHash } = await read();
  const make = (payOn = "2026-12-10") => say("krysia", "make-bank-file", { listId, payOn });
  expect(await say("krysia", "prepare", { listId, unitId, month, seenHash })).toMatchObject(ok);
  expect(await make()).toMatchObject(refused("benefit.not_approved"));
  expect(await say("krysia", "record-payment", { listId, paidOn: "2026-12-02" })).toMatchObject(
    refused("benefit.not_approved"),
  );
  expect(await say("hanna", "approve", { listId, seenHash })).toMatchObject(ok);
  expect(await make()).toMatchObject(refused("benefit.payer_missing"));
  const payer = {
    payerId: uuidv7(),
    unitId,
    nrb: accounts[1],
    name: "Centrum „Próba”",
    address: "ul. Próbna 1\n05-120 Legionowo",
    title: "Świadczenie",
    format: "ELIXIR0_QUOTED",
    letters: "windows-1250",
  };
  expect(await say("krysia", "set-payer", payer)).toMatchObject(ok);
  expect(await make("2026-12-01")).toMatchObject(refused("benefit.pay_day_passed"));
  const two = await Promise.all([make(), make()]);
  expect(two.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  // settings that change later change no file that was made
  expect(await say("krysia", "set-payer", { ...payer, payerId: uuidv7(), format: "PAIN001" })).toMatchObject(ok);
  const [first, second] = [
    await file("krysia", `/benefit-lists/${listId}/transfers/1`),
    await file("krysia", `/benefit-lists/${listId}/transfers/1`),
  ];
  expect(first.statusCode).toBe(200);
  expect(first.rawPayload.equals(second.rawPayload)).toBe(true);
  const lines = new TextDecoder("windows-1250").decode(first.rawPayload).split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines.filter((line) => line.includes('"Grażyna Świętochłowska"'))).toHaveLength(1);
  expect(lines[0]).toMatch(/^110,20261210,214068,11402004,0,/);
  expect(lines.join("")).toContain("Świadczenie 11/2026");
  expect((await it.audited(listId)).filter((line) => line === "benefit.open-bank-file done")).toHaveLength(2);
  expect((await read()).bankFiles).toMatchObject([
    { no: 1, transfers: 2, totalGrosze: 2 * 214068, payOn: "2026-12-10" },
  ]);
  expect((await file("hanna", `/benefit-lists/${listId}/transfers/1`)).statusCode).toBe(403);
});

test("a file that was not used is withdrawn with its reason and another one made; letters that the bank does not know are told first", async () => {
  const withdraw = () => say("krysia", "withdraw-bank-file", { listId, no: 1, reason: "zły dzień" });
  expect(await withdraw()).toMatchObject(ok);
  expect(await withdraw()).toMatchObject(refused("benefit.file_withdrawn"));
  const payer = { unitId, nrb: accounts[1], name: "Центр", address: "", title: "Świadczenie", format: "ELIXIR0_PLAIN" };
  const set = (letters: string) => say("krysia", "set-payer", { ...payer, payerId: uuidv7(), letters });
  expect(await set("iso-8859-2")).toMatchObject(ok);
  const make = (more: object = {}) => say("krysia", "make-bank-file", { listId, payOn: "2026-12-11", ...more });
  const told = await make();
  expect(told).toMatchObject(refused("benefit.letters_lost"));
  expect(JSON.stringify(told.body.details)).toContain("Ц");
  expect(await set("utf-8")).toMatchObject(ok);
  expect(await make()).toMatchObject(ok);
  expect((await read()).bankFiles.map(({ no, withdrawn }) => [no, withdrawn])).toEqual([
    [2, null],
    [1, "zły dzień"],
  ]);
});

test("of whom the reader may not know stands in another file and on another sheet, and nowhere by name; the others are paid", async () => {
  const { personId } = at(0);
  expect(await say("krysia", "withdraw-bank-file", { listId, no: 2, reason: "ochrona" })).toMatchObject(ok);
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [personId]);
  const make = () => say("krysia", "make-bank-file", { listId, payOn: "2026-12-11" });
  expect(await make()).toMatchObject(ok);
  expect((await read()).bankFiles[0]).toMatchObject({ no: 3, transfers: 1, totalGrosze: 214068 });
  expect(await make()).toMatchObject(refused("benefit.no_transfers"));
  for (const path of ["paper", "sheet", "transfers/3"]) {
    const answer = await file("krysia", `/benefit-lists/${listId}/${path}`);
    expect(answer.statusCode, path).toBe(200);
    expect(plainText(answer.rawPayload)).not.toMatch(/Świętochłowska/);
  }
  await it.owner.query(
    "insert into whereabouts_reader (organisation_id, person_id, account_id, named_by) values ($1, $2, $3, $3)",
    [world.agenda, personId, it.accountOf("krysia")],
  );
  expect(await make()).toMatchObject(ok);
  expect(plainText((await file("krysia", `/benefit-lists/${listId}/transfers/4`)).rawPayload)).toMatch(
    /Świętochłowska/,
  );
  await it.owner.query("delete from whereabouts_reader where person_id = $1", [personId]);
  expect((await file("krysia", `/benefit-lists/${listId}/transfers/4`)).json()).toMatchObject({
    code: "benefit.names_hidden",
  });
  await it.owner.query("update person set protected_whereabouts = false where id = $1", [personId]);
});

test("list, cash sheet, slip and spreadsheet are made of what was frozen", async () => {
  for (const path of ["paper", "cash"]) {
    const answer = await file("krysia", `/benefit-lists/${listId}/${path}`);
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
    expect(plainText(answer.rawPayload)).toMatch(path === "cash" ? /Gotówkowy/ : /Świętochłowska/);
  }
  const sheet = await file("krysia", `/benefit-lists/${listId}/sheet`);
  expect(sheet.rawPayload.subarray(0, 2).toString()).toBe("PK");
  expect(plainText(sheet.rawPayload)).toMatch(/2140\.68/);
  const slip = await file("hanna", `/benefit-lists/${listId}/people/${at(0).ipzsId}/slip`);
  expect(plainText(slip.rawPayload)).toMatch(/Cały miesiąc/);
  expect(await it.audited(at(0).personId)).toContain("benefit.print-slip done");
});

test("PESEL stands on the copies of the manager, who signs the request, and on none of the accountant's; limits are noted (RP-16)", async () => {
  const pesels = /85020112340|90061500000/;
  for (const path of ["paper", "sheet"]) {
    const [signed, paid] = [
      plainText((await file("hanna", `/benefit-lists/${listId}/${path}`)).rawPayload),
      plainText((await file("krysia", `/benefit-lists/${listId}/${path}`)).rawPayload),
    ];
    expect(signed, path).toMatch(/85020112340/);
    expect(signed, path).toMatch(/90061500000/);
    expect(paid, path).not.toMatch(pesels);
    expect(paid, path).not.toMatch(/PESEL/);
    for (const text of [signed, paid]) {
      expect(text, path).toMatch(/dni choroby w limicie: 18 z 21/);
      expect(text, path).toMatch(/dni wolne: 4 z 12/);
      expect(text, path).toMatch(/trwa najdłużej, jak można: 24 mies\./);
    }
  }
  expect(JSON.stringify(await read("krysia"))).not.toMatch(pesels);
  expect(JSON.stringify(await read("hanna"))).not.toMatch(pesels);
  expect(await it.audited(listId)).toContain("person.read-pesel done");
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [at(0).personId]);
  for (const path of ["paper", "sheet"]) {
    const text = plainText((await file("hanna", `/benefit-lists/${listId}/${path}`)).rawPayload);
    expect(text).not.toMatch(/85020112340|Świętochłowska|6110 ?9010/);
    expect(text).toMatch(/90061500000/);
  }
  await it.owner.query("update person set protected_whereabouts = false where id = $1", [at(0).personId]);
});

test("a paid list tells each person's file, money that came back is paid again, and the starosta refunds benefits, never a bonus", async () => {
  const pay = (paidOn: string) => say("krysia", "record-payment", { listId, paidOn });
  expect(await pay("2026-12-01")).toMatchObject(refused("benefit.paid_before_approval"));
  expect(await pay("2026-12-03")).toMatchObject(refused("benefit.day_in_future"));
  const ask = (more: object = {}) => ({
    refundId: uuidv7(),
    listId,
    number: "CIS/12/2026",
    askedOn: "2026-12-02",
    contributionsGrosze: 0,
    office: "Starosta Legionowski",
    ...more,
  });
  expect(await say("hanna", "ask-refund", ask())).toMatchObject(refused("benefit.not_paid"));
  expect(await pay("2026-12-02")).toMatchObject(ok);
  expect(await pay("2026-12-02")).toMatchObject(refused("benefit.already_paid"));
  const { rows } = await it.owner.query(
    "select kind, detail from event where person_id = $1 and kind like 'benefit.%'",
    [at(0).personId],
  );
  expect(rows).toEqual([{ kind: "benefit.paid", detail: { month } }]);

  const back = {
    returnId: uuidv7(),
    listId,
    ipzsId: at(0).ipzsId,
    returnedOn: "2026-12-02",
    words: "rachunek zamknięty",
  };
  expect(await say("krysia", "record-return", back)).toMatchObject(ok);
  expect(await say("krysia", "record-return", { ...back, returnId: uuidv7() })).toMatchObject(
    refused("benefit.already_returned"),
  );
  const asked = ask();
  expect(await say("hanna", "ask-refund", asked)).toMatchObject(ok);
  expect((await read("hanna")).refunds).toMatchObject([{ no: 1, benefitGrosze: 2 * 214068 }]);
  const repaid = { returnId: back.returnId, repaidOn: "2026-12-02", way: "CASH" };
  expect(await say("krysia", "repay", repaid)).toMatchObject(ok);
  expect(await say("krysia", "repay", repaid)).toMatchObject(refused("benefit.already_repaid"));
  expect(await say("hanna", "ask-refund", ask())).toMatchObject(refused("benefit.refund_reason_missing"));
  const mended = ask({ number: "CIS/13/2026", reason: "Wypłacono ponownie", contributionsGrosze: 12_345 });
  expect(await say("hanna", "ask-refund", mended)).toMatchObject(ok);
  for (const print of ["normal", "edit", "sheet"]) {
    const path = `/benefit-refunds/${mended.refundId}/paper?print=${print}`;
    const paper = await file("hanna", path);
    const text = plainText(paper.rawPayload);
    expect(text, print).toMatch(/85020112340/);
    expect(plainText((await file("krysia", path)).rawPayload), print).not.toMatch(/85020112340|90061500000/);
    if (print === "sheet") continue;
    expect(text).toMatch(/CIS\/13\/2026/);
    expect(text).toMatch(/Wypłacono ponownie/);
    expect(text).toMatch(/Gotówkowy/);
  }
  const came = { receivedOn: "2026-12-02", amountGrosze: 3 * 214068 };
  expect(await say("krysia", "record-refund", { refundId: asked.refundId, ...came })).toMatchObject(
    refused("benefit.refund_replaced"),
  );
  const receive = () => say("krysia", "record-refund", { refundId: mended.refundId, ...came });
  const both = await Promise.all([receive(), receive()]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  const { months } = await it.read("marek", "/benefits", BenefitMonths);
  expect(months).toMatchObject([{ state: "PAID", refundNumber: "CIS/13/2026", openReturns: 0 }]);
});

test("settings of two at once are both kept, in turn, and an id that is taken is no fault of the house", async () => {
  const both = async (act: string, of: (at: number) => object) =>
    (await Promise.all([0, 1].map((at) => say("krysia", act, of(at))))).map(({ status }) => status);
  const rates = [{ name: "Próbna", percent: "1.5", source: "" }];
  expect(await both("set-rates", () => ({ ratesId: uuidv7(), validFrom: "2026-12-01", rates }))).toEqual([200, 200]);
  const payer = {
    unitId,
    nrb: accounts[1],
    name: "Centrum",
    title: "Świadczenie",
    format: "PAIN001",
    letters: "utf-8",
  };
  expect(await both("set-payer", () => ({ payerId: uuidv7(), ...payer }))).toEqual([200, 200]);
  const way = { unitId, ipzsId: at(2).ipzsId, way: "CASH", nrb: null };
  expect(await both("set-way", () => ({ wayId: uuidv7(), ...way }))).toEqual([200, 200]);
  for (const [act, payload] of [
    ["set-rates", { ratesId: uuidv7(), validFrom: "2026-12-01", rates }],
    ["set-payer", { payerId: uuidv7(), ...payer }],
    ["set-way", { wayId: uuidv7(), ...way }],
  ] as const) {
    expect(await say("krysia", act, payload), act).toMatchObject(ok);
    expect(await say("krysia", act, payload), act).toMatchObject({ status: 409, body: { code: "record.id_taken" } });
  }
});

test("payments are the accountant's of this house: nobody else records them, elsewhere there is no such list, and twice is once", async () => {
  const [list, refund] = [{ listId, ipzsId: at(1).ipzsId }, uuidv7()];
  const acts: [string, object][] = [
    ["make-bank-file", { listId, payOn: "2026-12-11" }],
    ["record-payment", { listId, paidOn: "2026-12-02" }],
    ["record-return", { returnId: uuidv7(), ...list, returnedOn: "2026-12-02", words: "" }],
    ["repay", { returnId: uuidv7(), repaidOn: "2026-12-02", way: "CASH" }],
    ["record-refund", { refundId: refund, receivedOn: "2026-12-02", amountGrosze: 1 }],
  ];
  for (const [act, payload] of acts)
    for (const who of ["hanna", "marek", "beata", "zdzislaw", "tomasz", "zofia"] as const)
      expect((await say(who, act, payload)).status, `${who} ${act}`).toBe(403);
  await it.owner.query(
    "insert into membership_role (organisation_id, account_id, role) values ($1, $2, 'ACCOUNTANT')",
    [world.elsewhere, it.accountOf("zofia")],
  );
  for (const [act, payload] of acts) expect((await say("zofia", act, payload)).status, act).toBe(404);
  for (const path of ["paper", "sheet", "cash", "transfers/1", `people/${at(0).ipzsId}/slip`])
    expect((await file("zofia", `/benefit-lists/${listId}/${path}`)).statusCode, path).toBe(404);

  const back = { returnId: uuidv7(), ...list, returnedOn: "2026-12-02", words: "" };
  const id = uuidv7();
  const send = () => it.command("krysia", "benefit.record-return", back, { id });
  expect((await send()).status).toBe(200);
  expect((await send()).status).toBe(200);
  const repaid = { returnId: back.returnId, repaidOn: "2026-12-02", way: "CASH" };
  const answers = await Promise.all([say("krysia", "repay", repaid), say("krysia", "repay", repaid)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  const { rows } = await it.owner.query("select count(*)::int as n from benefit_return where list_id = $1", [listId]);
  expect(rows).toEqual([{ n: 2 }]);
});
