import { afterAll, beforeAll, expect, test } from "vitest";
import { type DrillHouse, makeOrganisations, openDrillHouse } from "../../drills/access/house.ts";
import { inputOf } from "../../drills/access/inputs.ts";
import { makeTarget, newMaker } from "../../drills/access/world.ts";
import { closeDocuments } from "../platform/documents/renderPdf.ts";
import { uaFaults } from "../platform/testing/pdfUa.ts";
import { createTestDatabase } from "../platform/testing/testDatabase.ts";
import { downloads } from "./rooms.ts";

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

test("every PDF that a room prints lacks nothing of PDF/UA-1 that its objects tell, as it is signed, large and in plain words", async () => {
  const { organisations, units } = await makeOrganisations(house.owner);
  const maker = await newMaker(house, organisations.home, [units.own]);
  const target = { unitId: units.own, canary: "Brzęczyszczykiewicz-Żdźbłowska", members: [], closed: false };
  const ids = await makeTarget(house, maker, target);
  const faults: string[] = [];
  const printed = new Set<string>();
  for (const { name } of downloads.filter((one) => /\.print/.test(one.name)))
    for (const wish of ["", "print=large", "largePrint=true", "print=plain", "plain=true", "words=plain"]) {
      const { path } = inputOf(name, "", ids);
      const answer = await fetch(`${house.origin}${path}${path.includes("?") ? "&" : "?"}${wish}`, {
        headers: { authorization: `Bearer ${maker.account.token}` },
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (answer.headers.get("content-type") !== "application/pdf") continue; // a wish that this paper does not know
      printed.add(name);
      faults.push(...uaFaults(bytes).map((fault) => `${name} ${wish}: ${fault}`));
    }
  expect(faults).toEqual([]);
  expect([...printed].toSorted()).toEqual(
    expect.arrayContaining([
      "assessment.print",
      "contract.print",
      "interpersonal-path.print",
      "plan.print",
      "profile.print",
      "vocational-plan.print",
    ]),
  );
}, 120_000);
