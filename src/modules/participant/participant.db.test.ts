import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse();
const personId = uuidv7();

beforeAll(async () => {
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, first_name, last_name, recorded_by) values ($1, $2, 91, 'Jan', 'Próbny', $3)",
    [world.agenda, personId, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
});

test("an account that stands for nobody has no page of its own", async () => {
  await it.owner.query("update membership_role set role = 'PARTICIPANT' where account_id = $1", [
    it.accountOf("krysia"),
  ]);
  expect((await it.get("krysia", "/mine")).body.code).toBe("person.not_found");
});

test("a participant sees their own and who opened their file; what they open themselves is not told (C4)", async () => {
  await it.owner.query("update membership set person_id = $1 where account_id = $2", [
    personId,
    it.accountOf("krysia"),
  ]);
  await it.get("anna", `/people/${personId}/timeline`);
  await it.get("anna", `/people/${personId}/timeline`);
  await it.get("marta", `/people/${personId}/timeline`);
  expect((await it.get("krysia", "/mine")).body).toEqual({ personId, name: "Jan Próbny", attendance: [] });
  expect((await it.get("krysia", `/people/${personId}/plans`)).status).toBe(200);
  expect((await it.get("krysia", `/people/${personId}/contracts`)).status).toBe(200);
  const { readers } = (await it.get("krysia", "/mine/readers")).body as { readers: object[] };
  expect(readers).toMatchObject([{ readerName: "Anna Próbna", times: 2 }]);
});

test("nobody else has this page", async () => {
  expect((await it.get("anna", "/mine")).status).toBe(403);
  expect((await it.get("anna", "/mine/readers")).status).toBe(403);
});

test("a participant reads what was promised, own goals and where the papers stand, in order; never what offices write about them", async () => {
  const [as, own, caseId, planId, contractId] = ["zdzislaw", uuidv7(), uuidv7(), uuidv7(), uuidv7()] as const;
  await it.owner.query("update membership_role set role = 'PARTICIPANT' where account_id = $1", [it.accountOf(as)]);
  expect((await it.get(as, "/mine/promises")).body.code).toBe("person.not_found");
  await it.owner.query("update membership set person_id = $1 where account_id = $2", [own, it.accountOf(as)]);
  const done = async (name: "anna", type: string, payload: object) =>
    expect(await it.command(name, type, payload), type).toMatchObject({ status: 200 });
  const fields = { firstName: "Wojciech", lastName: "Żółtaszek" };
  await done("anna", "person.record", { personId: own, unitId: world.office, fields });
  await done("anna", "case.open", {
    caseId,
    personId: own,
    unitId: world.office,
    openedOn: "2026-11-01",
    leaderId: null,
  });
  expect((await it.get(as, "/mine/promises")).body).toEqual({
    personId: own,
    plans: [],
    contracts: [],
    programme: null,
  });

  const secret = "Slowa Urzedu";
  await done("anna", "plan.draft", {
    planId,
    caseId,
    kind: "IPWB",
    preparedSide: "OPS",
    implementer: "OPS",
    startOn: "2026-11-20",
    endOn: "2027-11-19",
    beyondShelterMeans: false,
    healthInsuranceNeeded: false,
    provisions: [{ provision: "SOCIAL_WORK", body: secret }],
    supportMeans: ["SOCIAL_WORK"],
    situation: secret,
    commitments: secret,
    noHousingGoalReason: secret,
    noWorkGoalReason: secret,
  });
  const goal = { goalId: uuidv7(), base: null, sphere: "HOUSING", measure: secret, dueOn: "2027-05-31" };
  await done("anna", "plan.set-goals", { planId, goals: [{ ...goal, text: "Mój klucz" }], removed: [] });
  const task = (side: string, what: string, dueOn: string | null) => ({
    taskId: uuidv7(),
    base: null,
    side,
    what,
    dueOn,
  });
  const tasks = [
    task("OPS", "Dowód", "2026-12-04"),
    task("OPS", "Ubezpieczenie", "2026-11-12"),
    task("PERSON", "Lekarz", null),
  ];
  await done("anna", "plan.set-tasks", { planId, tasks, removed: [] });

  const party = { actsAs: null, representedBy: secret, representation: null };
  await done("anna", "contract.draft", {
    contractId,
    personId: own,
    caseId,
    unitId: world.office,
    variant: "IA_IIA",
    socialWorkerId: it.accountOf("anna"),
    commune: "0663011",
    homeless: false,
    unemployed: false,
    pupReferral: secret,
    situation: secret,
    resources: secret,
    barriers: secret,
    actionsSoFar: secret,
    consequences: "Zawsze decyduje człowiek.",
    parties: [
      { ...party, side: "PERSON", name: "Wojciech Żółtaszek", representedBy: null },
      { ...party, side: "OPS", name: "Ośrodek w Próbnej" },
      { ...party, side: "LEAD", name: "Stowarzyszenie Agenda" },
    ],
    evaluationDates: ["2027-02-28"],
  });
  const duty = (side: string, what: string, dueOn: string) => ({ dutyId: uuidv7(), side, what, dueOn });
  await done("anna", "contract.set-duties", {
    contractId,
    duties: [duty("LEAD", "Miejsce w warsztacie", "2026-12-31"), duty("OPS", "Składka", "2026-11-21")],
    removed: [],
  });
  await done("anna", "contract.set-contact", { contractId, side: "PERSON", seen: null, phone: "+48600700800" });

  const { status, body } = await it.get(as, "/mine/promises");
  expect([status, body]).toMatchObject([
    200,
    {
      personId: own,
      plans: [
        {
          state: "DRAFT",
          reviewOn: null,
          goals: [{ what: "Mój klucz", standing: "OPEN" }],
          promises: [
            { side: "OPS", what: "Ubezpieczenie", standing: "LATE" },
            { side: "OPS", what: "Dowód", standing: "OPEN", dueOn: "2026-12-04" },
            { side: "PERSON", what: "Lekarz", standing: "OPEN", dueOn: null },
          ],
        },
      ],
      contracts: [
        {
          state: "DRAFT",
          evaluationOn: "2027-02-28",
          promises: [
            { side: "OPS", by: "Ośrodek w Próbnej", what: "Składka", standing: "LATE" },
            { side: "LEAD_ORGANISATION", by: "Stowarzyszenie Agenda", what: "Miejsce w warsztacie" },
          ],
        },
      ],
    },
  ]);
  // reasons, situations, measures, phones, worker's names and account ids stay in the house
  expect(JSON.stringify(body)).not.toMatch(new RegExp(`${secret}|600700800|Anna|${it.accountOf("anna")}|${caseId}`));
  const closed = [
    `/people/${own}/counselling-notes`,
    `/people/${own}/interviews`,
    `/cases/${caseId}/assessments`,
    `/cases/${caseId}/assessment-notes`,
  ];
  for (const path of closed) expect((await it.get(as, path)).status, path).toBe(403);
  expect((await it.get("anna", "/mine/promises")).status).toBe(403);
  const { rows } = await it.owner.query(
    "select distinct section from audit_entry where action = 'mine.read-promises' and person_id = $1",
    [own],
  );
  expect(rows).toEqual([{ section: "SOCIAL" }]);
});
