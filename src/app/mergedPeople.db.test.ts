import { afterAll, beforeAll, expect, test } from "vitest";
import { type DrillHouse, makeOrganisations, openDrillHouse } from "../../drills/access/house.ts";
import { inputOf, payloadOf } from "../../drills/access/inputs.ts";
import { makeTarget, newMaker } from "../../drills/access/world.ts";
import { closeDocuments } from "../platform/documents/renderPdf.ts";
import { createTestDatabase } from "../platform/testing/testDatabase.ts";
import { uuidv7 } from "../platform/uuid.ts";
import { queries } from "./rooms.ts";

let house: DrillHouse;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await createTestDatabase();
  drop = database.drop;
  house = await openDrillHouse(database);
});
afterAll(async () => {
  await house.end();
  await closeDocuments();
  await drop();
});

/** Reads about one person by the person's id alone; sharing and the list of readers of whereabouts have tests of their own. */
const ofPerson = queries.filter(
  ({ name, method, path }) =>
    method === "GET" && path.includes("/people/:personId") && !/share|partner|received|whereabouts/.test(name),
);
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

test("every room shows at the kept record what was written on the merged one, and gives it back when that is undone (R-ID-07)", async () => {
  const { organisations, units } = await makeOrganisations(house.owner);
  const maker = await newMaker(house, organisations.home, [units.own]);
  const { account } = maker;
  const ids = await makeTarget(house, maker, { unitId: units.own, canary: "Kanarek", members: [], closed: false });
  const keptId = uuidv7();
  const send = async (type: string, payload: object) => {
    const body = { id: uuidv7(), v: 1, occurredAt: "2026-11-22T10:00:00Z", payload };
    const answer = await house.send(account.token, "POST", `/api/commands/${type}`, body);
    expect([type, answer.status, answer.text.slice(0, 200)]).toMatchObject([type, 200, expect.anything()]);
  };
  const fields = { firstName: "Jan", lastName: "Zostający" };
  await send("person.record", { ...payloadOf("person.record", ids), personId: keptId, unitId: units.own, fields });
  const sections = ["HEALTH", "ADDICTION", "COURT"];
  const reads = ofPerson.flatMap(({ name }) =>
    (name === "person.read-section" ? sections : [""]).map((variant) => ({ name, variant })),
  );
  const said = async (personId: string) =>
    new Map(
      await Promise.all(
        reads.map(async ({ name, variant }) => {
          const { path } = inputOf(name, variant, { ...ids, personId });
          return [`${name} ${variant}`.trim(), await house.send(account.token, "GET", path)] as const;
        }),
      ),
    );
  const before = await said(ids.personId ?? "");
  const mergeId = uuidv7();
  const merge = { mergeId, keptId, mergedId: ids.personId, reason: "ta sama osoba" };
  await send("person.merge", merge);
  const after = await said(keptId);
  const lost = [...before].flatMap(([name, { status, text }]) => {
    const now = after.get(name);
    if (status !== 200) return [`${name}: ${status}`];
    const gone = [...new Set(text.match(uuid))].filter((id) => id !== ids.personId && !now?.text.includes(id));
    return gone.length > 0 || now?.status !== 200 ? [`${name}: ${now?.status} without ${gone.join(" ")}`] : [];
  });
  expect(lost).toEqual([]);
  await send("person.unmerge", { mergeId });
  const again = await said(ids.personId ?? "");
  const other = [...before].filter(([name, { text }]) => again.get(name)?.text !== text).map(([name]) => name);
  expect(other).toEqual([]);
});
