import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../../app/testing/house.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { GroupNeeds, Needs, ServiceMix, SupportProposals } from "./contract.ts";

const it = useTestHouse();
const said = "boi sie spac sam";

/** A person whose case Anna leads, with Ewa in the team. */
async function makeCase(): Promise<{ personId: string; caseId: string }> {
  const [personId, caseId] = [uuidv7(), uuidv7()];
  const { rows } = await it.owner.query("select coalesce(max(person_no), 0) + 1 as no from person");
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, first_name, last_name, recorded_by) values ($1, $2, $3, 'Wojciech', 'Śliwa', $4)",
    [world.agenda, personId, rows[0].no, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
  await it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage, leader_id) values ($1, $2, $3, $4, '2026-11-01', 'REGULAR', $5)",
    [world.agenda, caseId, personId, world.office, it.accountOf("anna")],
  );
  await it.owner.query("insert into open_case values ($1, $2, $3, $4)", [world.agenda, personId, world.office, caseId]);
  for (const name of ["anna", "ewa", "robert"] as const)
    await it.owner.query(
      "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, $2, $3, $4, 'ASSISTANT', '2026-11-01')",
      [world.agenda, uuidv7(), caseId, it.accountOf(name)],
    );
  return { personId, caseId };
}
const need = (caseId: string, change: object = {}) => ({
  needId: uuidv7(),
  caseId,
  sphere: "HOUSING",
  text: said,
  foundOn: "2026-11-10",
  ...change,
});
const service = (needId: string, change: object = {}) => ({
  serviceId: uuidv7(),
  needId,
  form: "TRAINING_FLAT",
  provider: "Stowarzyszenie Dach",
  since: "2026-11-12",
  ...change,
});
const page = (name: PersonOfFixture, caseId: string) => it.read(name, `/cases/${caseId}/needs`, Needs);
const mixOf = async (name: PersonOfFixture, personId: string) =>
  (await it.read(name, "/service-mix", ServiceMix)).people.find((one) => one.personId === personId);

test("a need is found, matched with services that make the person's own mix, and ended with its outcome", async () => {
  const { caseId, personId } = await makeCase();
  const first = need(caseId);
  const second = need(caseId, { sphere: "LEGAL", text: "długi", foundOn: "2026-11-11" });
  for (const one of [first, second]) expect((await it.command("anna", "need.record", one)).status).toBe(200);
  const flat = service(first.needId);
  expect((await it.command("ewa", "need.match", flat)).status).toBe(200);
  expect(
    (await it.command("anna", "need.match", service(first.needId, { form: "PSYCHOLOGICAL", since: "2026-12-01" })))
      .status,
  ).toBe(200);
  expect(await page("anna", caseId)).toMatchObject({
    mayWrite: true,
    mix: ["TRAINING_FLAT"],
    needs: [
      {
        sphere: "HOUSING",
        text: said,
        by: "Anna Próbna",
        ended: null,
        services: [{ form: "TRAINING_FLAT", provider: "Stowarzyszenie Dach", until: null }, { form: "PSYCHOLOGICAL" }],
      },
      { sphere: "LEGAL", services: [] },
    ],
  });
  expect(await mixOf("anna", personId)).toMatchObject({
    personName: "Wojciech Ś.",
    forms: ["TRAINING_FLAT"],
    unanswered: 1,
  });

  const end = { serviceId: flat.serviceId, endedOn: "2026-11-20" };
  expect((await it.command("anna", "need-service.end", { ...end, endedOn: "2026-11-11" })).body.code).toBe(
    "need.service_ends_before_start",
  );
  expect((await it.command("anna", "need-service.end", { ...end, endedOn: "2026-11-23" })).body.code).toBe(
    "need.ends_in_future",
  );
  expect((await it.command("anna", "need-service.end", end)).status).toBe(200);
  expect((await it.command("anna", "need-service.end", end)).body.code).toBe("need.service_already_ended");
  expect((await mixOf("anna", personId))?.forms).toEqual([]);

  const { months } = await it.read("anna", "/service-mix", ServiceMix);
  expect(months.map(({ month }) => month)).toEqual(
    Array.from({ length: 12 }, (_, i) => (i === 0 ? "2025-12" : `2026-${String(i).padStart(2, "0")}`)),
  );
  const flats = (of: typeof months) =>
    of.map(({ forms }) => forms.find(({ form }) => form === "TRAINING_FLAT")?.people ?? 0);
  expect(
    flats(months)
      .slice(0, 11)
      .every((people) => people === 0),
  ).toBe(true);
  expect(flats(months)[11]).toBeGreaterThanOrEqual(1);
  expect(flats((await it.read("zofia", "/service-mix", ServiceMix)).months)).toEqual(Array(12).fill(0));

  const ended = { needId: first.needId, outcome: "PARTLY", endedOn: "2026-11-21" };
  expect((await it.command("anna", "need.end", { ...ended, endedOn: "2026-11-09" })).body.code).toBe(
    "need.ends_before_found",
  );
  expect((await it.command("anna", "need.end", ended)).status).toBe(200);
  expect((await it.command("anna", "need.end", ended)).body.code).toBe("need.already_ended");
  expect((await it.command("anna", "need.match", service(first.needId))).body.code).toBe("need.already_ended");
  expect((await page("anna", caseId)).needs.map(({ ended: how }) => how)).toEqual([
    null,
    { outcome: "PARTLY", on: "2026-11-21" },
  ]);
  expect(await it.audited(personId)).toContain("need.list done");
});

test("a need is corrected by an entry with a reason; what stood before stays readable, and sealed", async () => {
  const { caseId } = await makeCase();
  const one = need(caseId);
  await it.command("anna", "need.record", one);
  const correct = (name: PersonOfFixture, change: object = {}, base = 1) =>
    it.command(
      name,
      "need.correct",
      {
        correctionId: uuidv7(),
        needId: one.needId,
        sphere: "HEALTH",
        text: "koszmary w nocy",
        foundOn: "2026-11-11",
        reason: "wpisane przy innej osobie",
        ...change,
      },
      { base },
    );
  expect((await correct("anna", { sphere: "HOUSING", text: said, foundOn: "2026-11-10" })).body.code).toBe(
    "need.nothing_corrected",
  );
  expect((await correct("anna", { reason: " " })).body.code).toBe("request.invalid");
  expect((await correct("anna")).body).toMatchObject({ version: 2 });
  expect(await correct("ewa")).toMatchObject({ status: 409, body: { code: "record.changed" } });
  expect((await correct("ewa", { text: "koszmary", sphere: "PSYCHOLOGICAL" }, 2)).status).toBe(200);
  expect((await page("henryk", caseId)).needs).toMatchObject([
    {
      sphere: "PSYCHOLOGICAL",
      text: "koszmary",
      foundOn: "2026-11-11",
      version: 3,
      former: [
        { text: said, sphere: "HOUSING", foundOn: "2026-11-10", by: "Anna Próbna", correctedOn: "2026-11-22" },
        { text: "koszmary w nocy", reason: "wpisane przy innej osobie" },
      ],
    },
  ]);
  // the day of the correction counts from here on
  expect((await it.command("anna", "need.match", service(one.needId, { since: "2026-11-10" }))).body.code).toBe(
    "need.service_before_found",
  );
  expect((await correct("robert", {}, 3)).status).toBe(404);
  expect((await correct("henryk", {}, 3)).status).toBe(403);
  expect((await correct("zofia", {}, 3)).status).toBe(404);
  const { rows } = await it.owner.query("select json_agg(k)::text as line from diagnosed_need_correction k");
  expect(rows[0].line).not.toContain(Buffer.from("koszmary").toString("hex"));
});

test("a need of a day to come, and a service before its need, are refused", async () => {
  const { caseId } = await makeCase();
  expect((await it.command("anna", "need.record", need(caseId, { foundOn: "2026-11-23" }))).body.code).toBe(
    "need.found_in_future",
  );
  const one = need(caseId);
  await it.command("anna", "need.record", one);
  const early = service(one.needId, { since: "2026-11-09" });
  expect((await it.command("anna", "need.match", early)).body.code).toBe("need.service_before_found");
});

test("who writes the social assessment writes needs, its readers read them, nobody else and no other organisation", async () => {
  const { caseId } = await makeCase();
  const one = need(caseId);
  await it.command("anna", "need.record", one);
  for (const [name, reads, writes] of [
    ["anna", 200, 200],
    ["ewa", 200, 200],
    ["henryk", 200, 403],
    ["teresa", 403, 403],
    ["marta", 403, 403],
    ["zofia", 404, 404],
    ["adam", 403, 403],
  ] as const) {
    expect([name, (await it.get(name, `/cases/${caseId}/needs`)).status]).toEqual([name, reads]);
    expect([name, (await it.command(name, "need.record", need(caseId))).status]).toEqual([name, writes]);
    expect([name, (await it.command(name, "need.match", service(one.needId))).status]).toEqual([name, writes]);
  }
  expect((await it.read("zofia", "/service-mix", ServiceMix)).people).toEqual([]);
});

test("what a need says is sealed in the database; sent twice it is recorded once", async () => {
  const { caseId } = await makeCase();
  const id = uuidv7();
  const one = need(caseId);
  for (const replayed of [false, true])
    expect((await it.command("anna", "need.record", one, { id })).body).toMatchObject({ replayed });
  await it.command("anna", "need.match", service(one.needId));
  const { rows } = await it.owner.query(
    "select (select json_agg(n)::text from diagnosed_need n where n.case_id = $1) || (select json_agg(s)::text from need_service s where s.need_id = $2) as line",
    [caseId, one.needId],
  );
  expect(rows[0].line).not.toMatch(/spac sam|Dach/);
  expect((await page("anna", caseId)).needs).toHaveLength(1);
});

test("a counsellor in the team keeps the needs of work, and there are no others (J5, R-ACC)", async () => {
  const { caseId } = await makeCase();
  const home = need(caseId);
  await it.command("anna", "need.record", home);
  expect((await page("robert", caseId)).needs).toEqual([]);
  const work = need(caseId, { sphere: "VOCATIONAL", text: "kurs spawania" });
  expect((await it.command("robert", "need.record", need(caseId))).body.code).toBe("need.sphere_not_yours");
  expect((await it.command("robert", "need.record", work)).status).toBe(200);
  expect(await page("robert", caseId)).toMatchObject({
    mayWrite: true,
    whole: false,
    spheres: ["VOCATIONAL"],
    needs: [{ sphere: "VOCATIONAL", text: "kurs spawania" }],
  });
  expect((await page("anna", caseId)).needs).toHaveLength(2);
  const ended = { outcome: "MET", endedOn: "2026-11-21" };
  expect((await it.command("robert", "need.match", service(home.needId))).status).toBe(404);
  expect((await it.command("robert", "need.end", { ...ended, needId: home.needId })).status).toBe(404);
  const moved = { correctionId: uuidv7(), needId: work.needId, sphere: "HOUSING", text: "kurs", foundOn: "2026-11-10" };
  expect((await it.command("robert", "need.correct", { ...moved, reason: "pomyłka" }, { base: 1 })).body.code).toBe(
    "need.sphere_not_yours",
  );
  expect((await it.command("robert", "need.match", service(work.needId, { form: "COURSE" }))).status).toBe(200);
  expect((await it.get("robert", "/service-mix")).status).toBe(403);
  const { lines } = await it.read("robert", "/needs", GroupNeeds);
  expect(lines.filter((line) => line.caseId === caseId)).toMatchObject([{ sphere: "VOCATIONAL", state: "ANSWERED" }]);
});

test("needs of everybody in reach stand in one list by sphere, of a unit and of a group, with what answers them (seed 79)", async () => {
  const [one, two] = [await makeCase(), await makeCase()];
  const [home, debts, other] = [
    need(one.caseId),
    need(one.caseId, { sphere: "LEGAL", text: "długi" }),
    need(two.caseId, { sphere: "LEGAL", text: "eksmisja" }),
  ];
  for (const each of [home, debts, other]) await it.command("anna", "need.record", each);
  await it.command("anna", "need.match", service(debts.needId, { form: "LEGAL" }));
  await it.command("anna", "need.end", { needId: other.needId, outcome: "MET", endedOn: "2026-11-21" });
  const list = async (name: PersonOfFixture, search = "") => it.read(name, `/needs${search}`, GroupNeeds);
  const mine = ({ lines }: GroupNeeds) =>
    lines
      .filter(({ caseId }) => caseId === one.caseId || caseId === two.caseId)
      .map(({ text, state, forms }) => [text, state, forms.join()].join(" "))
      .toSorted();
  const expected = [`${said} OPEN `, "długi ANSWERED LEGAL", "eksmisja MET "].toSorted();
  for (const name of ["anna", "henryk", "ewa"] as const)
    expect([name, mine(await list(name))]).toEqual([name, expected]);
  const all = await list("anna");
  expect(mine(all)).toEqual(expected);
  expect(all.units.map(({ id }) => id)).toContain(world.office);
  const legal = all.spheres.find(({ sphere }) => sphere === "LEGAL");
  expect(legal?.count.ANSWERED).toBeGreaterThanOrEqual(1);
  expect(mine(await list("anna", `?unitId=${world.office}`))).toEqual(expected);
  expect(mine(await list("anna", `?unitId=${world.club}`))).toEqual([]);
  // a group is chosen from those that the reader may see
  expect(all.groups).toEqual([]);
  expect((await it.get("anna", `/needs?groupId=${uuidv7()}`)).status).toBe(404);
  expect((await list("zofia")).lines).toEqual([]);
  for (const name of ["teresa", "marta", "marek"] as const)
    expect([name, (await it.get(name, "/needs")).status]).toEqual([name, 403]);
});

test("what a recommendation proposes is offered until a service of that form runs; a psychologist's to psychologists alone, closed sections to nobody else", async () => {
  const { caseId } = await makeCase();
  const recommend = async (name: "anna" | "ewa" | "robert", kind: string, proposedSupport: string[]) => {
    const nothing = { reason: "", methods: "", strengths: "", areas: [], riskSuicide: null, riskViolence: null };
    const answer = await it.command(name, "assessment.record", {
      assessmentId: uuidv7(),
      caseId,
      kind,
      startedOn: "2026-11-20",
      content: { ...nothing, proposedSupport },
      conclusion: "tak",
      recommendation: { verdict: "POSITIVE", conditions: [] },
    });
    expect(answer.status).toBe(200);
  };
  await recommend("anna", "SOCIAL", ["LEGAL", "THERAPY_ADDICTION"]);
  await recommend("ewa", "PSYCHOLOGICAL", ["PSYCHOLOGICAL", "LEGAL"]);
  await recommend("robert", "VOCATIONAL", ["SHELTER"]);
  await recommend("robert", "VOCATIONAL", ["COURSE"]); // the newer one counts
  const proposals = async (name: PersonOfFixture) =>
    (await it.read(name, `/cases/${caseId}/support-proposals`, SupportProposals)).forms.map(
      ({ form, kinds, shareable }) => `${form} ${kinds.join("+")}${shareable ? "" : " closed"}`,
    );
  expect(await proposals("anna")).toEqual(["THERAPY_ADDICTION SOCIAL closed", "LEGAL SOCIAL", "COURSE VOCATIONAL"]);
  expect(await proposals("ewa")).toEqual([
    "PSYCHOLOGICAL PSYCHOLOGICAL closed",
    "THERAPY_ADDICTION SOCIAL closed",
    "LEGAL SOCIAL+PSYCHOLOGICAL",
  ]);
  expect(await proposals("robert")).toEqual(["COURSE VOCATIONAL"]);
  expect((await page("henryk", caseId)).proposed).toEqual(["LEGAL"]);
  for (const name of ["henryk", "teresa", "marta"] as const)
    expect([name, (await it.get(name, `/cases/${caseId}/support-proposals`)).status]).toEqual([name, 403]);
  expect((await it.get("zofia", `/cases/${caseId}/support-proposals`)).status).toBe(404);
  const one = need(caseId, { sphere: "LEGAL", text: "długi" });
  await it.command("anna", "need.record", one);
  await it.command("anna", "need.match", service(one.needId, { form: "LEGAL" }));
  expect((await page("anna", caseId)).proposed).toEqual(["THERAPY_ADDICTION", "COURSE"]);
});

test("who has a bed, a held talk or a placement has a mix without any need, for who reads of it; nobody sees talks with a therapist or a hidden place (seed 4, C7)", async () => {
  const [{ personId, caseId }, hidden] = [await makeCase(), await makeCase()];
  const housing = (of: string, value: string, from: string) =>
    it.owner.query(
      "insert into person_fact (organisation_id, id, person_id, kind, value, valid_from, recorded_by) values ($1, gen_random_uuid(), $2, 'HOUSING', $3, $4, $5)",
      [world.agenda, of, value, from, it.accountOf("anna")],
    );
  await housing(personId, "1", "2026-08-01");
  await housing(personId, "3", "2026-10-05");
  await housing(hidden.personId, "4", "2026-10-05");
  await it.owner.query("update person set protected_whereabouts = true where id = $1", [hidden.personId]);
  const talk = async (role: string, day: string, outcome: string) => {
    const [dutyId, bookingId] = [uuidv7(), uuidv7()];
    const by = it.accountOf("anna");
    await it.owner.query(
      `insert into consultant_duty (organisation_id, id, consultant_id, unit_id, role, place, every_weeks, weekday, starts_at, ends_at, slot_minutes, from_on, recorded_by)
       values ($1, $2, $3, $4, $5, 'pokój 2', 1, 1, '09:00', '12:00', 60, '2026-01-01', $3)`,
      [world.agenda, dutyId, by, world.office, role],
    );
    await it.owner.query(
      "insert into booking (organisation_id, id, duty_id, person_id, day, starts_at, minutes, booked_by) values ($1, $2, $3, $4, $5, '09:00', 60, $6)",
      [world.agenda, bookingId, dutyId, personId, day, by],
    );
    await it.owner.query(
      "insert into booking_mark (organisation_id, id, booking_id, outcome, marked_by) values ($1, gen_random_uuid(), $2, $3, $4)",
      [world.agenda, bookingId, outcome, by],
    );
  };
  await talk("LAWYER", "2026-09-14", "CAME");
  await talk("PSYCHOLOGIST", "2026-11-16", "CAME");
  await talk("ADDICTION_THERAPIST", "2026-11-16", "CAME");
  await talk("VOCATIONAL_COUNSELLOR", "2026-11-16", "NO_SHOW");
  const mixes = await it.read("anna", "/service-mix", ServiceMix);
  const line = mixes.people.find((one) => one.personId === personId);
  expect(line).toMatchObject({ caseId, forms: [], received: ["PSYCHOLOGICAL", "SHELTER"], unanswered: 0 });
  expect(mixes.people.some((one) => one.personId === hidden.personId)).toBe(false);
  const counted = (month: string) =>
    mixes.months.find((one) => one.month === month)?.forms.map(({ form }) => form) ?? [];
  expect(counted("2026-09")).toContain("LEGAL");
  expect(counted("2026-09")).not.toContain("SHELTER");
  expect(counted("2026-10")).toContain("SHELTER");
  expect(JSON.stringify(mixes.months)).not.toContain("THERAPY_ADDICTION");
  // nights are not for a psychologist, talks are
  expect((await mixOf("ewa", personId))?.received).toEqual(["PSYCHOLOGICAL"]);
  expect(await mixOf("zofia", personId)).toBeUndefined();
});
