import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { VolunteerCard, VolunteerHours, VolunteerList } from "./contract.ts";

const it = useTestHouse();

beforeAll(async () => {
  // who has every right, in another organisation
  await it.owner.query("insert into membership_role values ($1, $2, 'KIS_COORDINATOR')", [
    world.elsewhere,
    it.accountOf("zofia"),
  ]);
});
const ok = { status: 200 };
const refused = (code: string) => ({ status: 422, body: { code } });

const details = { birthDate: null, phone: "600 100 200", email: "", address: "ul. Lipowa 5", guardian: "" };

async function volunteer(lastName = "Nowak", more: object = {}): Promise<string> {
  const volunteerId = uuidv7();
  const made = await it.command("beata", "volunteer.record", {
    volunteerId,
    unitId: world.club,
    firstName: "Aniela",
    lastName,
    details: { ...details, ...more },
  });
  expect(made).toMatchObject(ok);
  return volunteerId;
}

let numbers = 0;
const wish = (volunteerId: string, more: object = {}) => {
  numbers += 1;
  return {
    agreementId: uuidv7(),
    volunteerId,
    number: `W/${numbers}/2026`,
    startsOn: "2026-11-20",
    endsOn: "2027-08-31",
    written: true,
    signedOn: "2026-11-20",
    pledgedOn: "2026-11-20",
    guardianConsentOn: null,
    insurance: "ACCIDENT_BY_LAW",
    tasks: "Język angielski, dwa razy w tygodniu",
    ...more,
  };
};
const conclude = (payload: object) => it.command("beata", "volunteer-agreement.conclude", payload);
const log = (agreementId: string, day: string, minutes: number, who: "gosia" | "beata" | "zdzislaw" = "gosia") =>
  it.command(who, "volunteer-hours.log", { hoursId: uuidv7(), agreementId, day, minutes, task: "angielski" });
const read = (volunteerId: string, who: "beata" | "gosia" = "beata") =>
  it.read(who, `/volunteers/${volunteerId}`, VolunteerCard);
const paper = (path: string, who: "beata" | "gosia" = "beata") =>
  it.server.inject({ url: `/api${path}`, headers: { authorization: `Bearer ${it.tokenOf(who)}` } });

test("from the agreement to the certificate: hours add up, what is printed does not move afterwards (F-63)", async () => {
  const id = await volunteer("Brzęczyszczykiewicz");
  const agreement = wish(id);
  const { agreementId } = agreement;
  expect(await conclude(agreement)).toMatchObject(ok);
  const early = { certificateId: uuidv7(), agreementId, number: "Z/1/2026", issuedOn: "2026-11-22" };
  expect(await it.command("beata", "volunteer.certify", early)).toMatchObject(refused("volunteer.no_hours"));
  expect(await log(agreementId, "2026-11-20", 90)).toMatchObject(ok);
  expect(await log(agreementId, "2026-11-22", 120)).toMatchObject(ok);
  expect(await it.command("beata", "volunteer.certify", early)).toMatchObject(ok);
  expect(await log(agreementId, "2026-11-22", 60)).toMatchObject(ok);
  expect(await log(agreementId, "2026-11-23", 60)).toMatchObject(refused("volunteer.day_in_future"));
  expect(await log(agreementId, "2026-11-19", 60)).toMatchObject(refused("volunteer.day_outside_agreement"));
  const expense = { expenseId: uuidv7(), agreementId, day: "2026-11-22", amountGrosze: 1250, what: "bilet" };
  expect(await it.command("beata", "volunteer-expense.record", expense)).toMatchObject(ok);
  const training = { trainingId: uuidv7(), volunteerId: id, heldOn: "2026-11-20", topic: "Praca z grupą" };
  expect(await it.command("beata", "volunteer.record-training", training)).toMatchObject(ok);
  const card = await read(id);
  expect(card.agreements[0]).toMatchObject({
    minutes: 270,
    expensesGrosze: 1250,
    holds: true,
    lacks: ["BIRTH_DATE"],
    certificates: [{ number: "Z/1/2026", minutes: 210, untilOn: "2026-11-22" }],
  });
  const certificate = `/volunteers/${id}/certificates/${early.certificateId}`;
  for (const path of [`/volunteer-agreements/${agreementId}/paper`, certificate]) {
    expect((await paper(path)).rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
    expect((await paper(`${path}?print=edit`)).rawPayload.subarray(0, 2).toString()).toBe("PK");
    expect((await paper(path, "gosia")).statusCode).toBe(403);
  }
  expect((await paper(`/volunteers/${id}/certificates/${uuidv7()}`)).statusCode).toBe(404);
  const again = { ...early, certificateId: uuidv7(), number: "z/1/2026" };
  expect(await it.command("beata", "volunteer.certify", again)).toMatchObject(refused("volunteer.number_taken"));
  expect(await it.audited(id)).toContain("volunteer.read done");
});

test("an agreement for long is written, a minor's has a guardian's consent; a number is once in a year", async () => {
  const id = await volunteer("Krótka");
  const spoken = { written: false, signedOn: null };
  expect(await conclude(wish(id, spoken))).toMatchObject({
    ...refused("volunteer.written_needed"),
    body: { details: { source: "F-63", days: 30 } },
  });
  const short = wish(id, { ...spoken, endsOn: "2026-12-19" });
  expect(await conclude(short)).toMatchObject(ok);
  expect(await conclude(wish(id, { number: short.number }))).toMatchObject(refused("volunteer.number_taken"));
  const minor = await volunteer("Młody", { birthDate: "2010-05-05", guardian: "Maria Młoda" });
  expect(await conclude(wish(minor))).toMatchObject(refused("volunteer.guardian_needed"));
  expect(await conclude(wish(minor, { guardianConsentOn: "2026-11-20" }))).toMatchObject(ok);
  expect(await read(minor)).toMatchObject({ minor: true, agreements: [{ guardianConsentOn: "2026-11-20" }] });
});

test("a day has 24 hours under all agreements together, also for two at once; what was taken back does not count", async () => {
  const id = await volunteer("Pracowita");
  const [one, two] = [wish(id), wish(id)];
  for (const agreement of [one, two]) expect(await conclude(agreement)).toMatchObject(ok);
  const answers = await Promise.all([
    log(one.agreementId, "2026-11-21", 800),
    log(two.agreementId, "2026-11-21", 800, "beata"),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  const [kept] = (await read(id)).hours;
  expect(await it.command("gosia", "volunteer-hours.withdraw", { hoursId: kept?.id })).toMatchObject(ok);
  expect((await it.command("gosia", "volunteer-hours.withdraw", { hoursId: kept?.id })).status).toBe(404);
  expect(await log(one.agreementId, "2026-11-21", 1440)).toMatchObject(ok);
  expect((await read(id)).hours.map(({ minutes }) => minutes)).toEqual([1440]);
});

test("an agreement ends once, with its reason sealed; after it no hours are logged", async () => {
  const id = await volunteer("Kończąca");
  const agreement = wish(id);
  expect(await conclude(agreement)).toMatchObject(ok);
  const end = { agreementId: agreement.agreementId, endedOn: "2026-11-21", reason: "Wyjazd do pracy w Radomiu" };
  const command = uuidv7();
  const first = await it.command("beata", "volunteer-agreement.end", end, { id: command });
  expect(first).toMatchObject(ok);
  expect((await it.command("beata", "volunteer-agreement.end", end, { id: command })).body.ids).toEqual(first.body.ids);
  expect(await it.command("beata", "volunteer-agreement.end", end)).toMatchObject(refused("volunteer.agreement_over"));
  expect(await log(agreement.agreementId, "2026-11-22", 30)).toMatchObject(refused("volunteer.day_outside_agreement"));
  expect((await read(id)).agreements[0]).toMatchObject({ holds: false, ending: { reason: end.reason } });
  expect((await read(id, "gosia")).agreements[0]?.ending?.reason).toBe("");
  const { rows } = await it.owner.query(
    "select row_to_json(v)::text as text from volunteer v union all select row_to_json(e)::text from volunteer_agreement_ending e",
  );
  expect(JSON.stringify(rows)).not.toMatch(/Lipowa|600 100|Radomiu|Maria Młoda/);
});

test("who works beside them sees when they come, not where they live; another unit and organisation see nobody", async () => {
  const id = await volunteer("Widoczna");
  expect(await read(id, "gosia")).toMatchObject({ details: null, mayKeep: false, units: [] });
  expect((await it.get("henryk", `/volunteers/${id}`)).status).toBe(404);
  expect((await it.get("zofia", `/volunteers/${id}`)).status).toBe(404);
  expect((await it.read("zofia", "/volunteers", VolunteerList)).volunteers).toEqual([]);
  expect((await it.get("marek", "/volunteers")).status).toBe(403);
  const hours = await it.read("marek", "/volunteers-hours?year=2026", VolunteerHours);
  expect(hours.months).toEqual([{ month: 11, volunteers: 2, minutes: 1710 }]);
  expect(await log(wish(id).agreementId, "2026-11-22", 30)).toMatchObject({ status: 404 });
  const foreign = { volunteerId: uuidv7(), unitId: world.office, firstName: "A", lastName: "B", details };
  expect(await it.command("beata", "volunteer.record", foreign)).toMatchObject({ status: 404 });
});

test("hours of the week are replaced whole, data are corrected against the version that was seen", async () => {
  const id = await volunteer("Dostępna");
  const set = (slots: object[]) =>
    it.command("gosia", "volunteer.set-availability", { availabilityId: uuidv7(), volunteerId: id, slots });
  expect(await set([{ weekday: 2, startsAt: "16:00", endsAt: "15:00" }])).toMatchObject(
    refused("volunteer.slot_backwards"),
  );
  expect(await set([{ weekday: 2, startsAt: "16:00", endsAt: "18:00" }])).toMatchObject(ok);
  expect(await set([{ weekday: 4, startsAt: "16:00", endsAt: "18:00" }])).toMatchObject(ok);
  expect((await read(id)).slots).toEqual([{ weekday: 4, startsAt: "16:00", endsAt: "18:00" }]);
  const change = { volunteerId: id, unitId: world.club, firstName: "Anna", lastName: "Dostępna", details };
  expect(await it.command("beata", "volunteer.record", change, { base: 1 })).toMatchObject({ body: { version: 2 } });
  expect((await it.command("beata", "volunteer.record", change, { base: 1 })).status).toBe(409);
  const { volunteers } = await it.read("beata", "/volunteers", VolunteerList);
  expect(volunteers.find((one) => one.id === id)).toMatchObject({ name: "Anna Dostępna", agreement: null });
});

test("what comes after an agreement is noted, the last word counts; a mistaken one is taken back while nothing stands under it", async () => {
  const id = await volunteer("Późniejsza", { birthDate: "1990-01-01" });
  const agreement = wish(id, { signedOn: null, insurance: "NOT_ARRANGED" });
  expect(await conclude(agreement)).toMatchObject(ok);
  expect((await read(id)).agreements[0]?.lacks).toEqual(["SIGNATURE", "INSURANCE"]);
  const { agreementId } = agreement;
  const settle = (more: object) =>
    it.command("beata", "volunteer-agreement.settle", {
      settlingId: uuidv7(),
      agreementId,
      signedOn: "2026-11-22",
      guardianConsentOn: null,
      insurance: "ACCIDENT_BY_LAW",
      ...more,
    });
  expect(await settle({ signedOn: "2026-11-23" })).toMatchObject(refused("volunteer.day_in_future"));
  expect(await settle({ signedOn: null })).toMatchObject(ok);
  expect(await settle({})).toMatchObject(ok);
  expect((await read(id)).agreements[0]).toMatchObject({ signedOn: "2026-11-22", lacks: [] });
  const expense = { expenseId: uuidv7(), agreementId, day: "2026-11-22", amountGrosze: 500, what: "bilet" };
  expect(await it.command("beata", "volunteer-expense.record", expense)).toMatchObject(ok);
  const withdraw = () => it.command("beata", "volunteer-agreement.withdraw", { agreementId });
  expect(await withdraw()).toMatchObject(refused("volunteer.has_hours"));
  const { expenseId } = expense;
  expect(await it.command("beata", "volunteer-expense.withdraw", { expenseId })).toMatchObject(ok);
  expect(await it.command("zofia", "volunteer-agreement.withdraw", { agreementId })).toMatchObject({ status: 404 });
  expect(await log(agreementId, "2026-11-22", 60)).toMatchObject(ok);
  const end = { agreementId, endedOn: "2026-11-21", reason: "" };
  expect(await it.command("beata", "volunteer-agreement.end", end)).toMatchObject(
    refused("volunteer.ends_before_hours"),
  );
  const [hours] = (await read(id)).hours;
  expect(await it.command("beata", "volunteer-hours.withdraw", { hoursId: hours?.id })).toMatchObject(ok);
  expect(await withdraw()).toMatchObject(ok);
  expect((await read(id)).agreements).toEqual([]);
  expect(await conclude(wish(id, { number: agreement.number }))).toMatchObject(ok);
});
