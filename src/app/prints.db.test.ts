import { afterAll, beforeAll, expect, test } from "vitest";
import { type DrillHouse, makeOrganisations, openDrillHouse } from "../../drills/access/house.ts";
import { inputOf } from "../../drills/access/inputs.ts";
import { makeTarget, newMaker } from "../../drills/access/world.ts";
import { closeDocuments } from "../platform/documents/renderPdf.ts";
import { uaFaults } from "../platform/testing/pdfUa.ts";
import { createTestDatabase } from "../platform/testing/testDatabase.ts";
import { uuidv7 } from "../platform/uuid.ts";
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

/** An evaluation of the target's contract and an annex made of it, as the house would write them. */
async function evaluateByHand(
  organisationId: string,
  by: string,
  ids: Readonly<Record<string, string>>,
): Promise<void> {
  const { contractId = "", evaluationId = "", annexId = "", dutyId } = ids;
  const seal = (place: string) => house.seal(organisationId, "social-contract.text", "Zażółć gęślą jaźń", place);
  await house.owner.query(
    "insert into contract_evaluation (organisation_id, id, contract_id, held_on, conclusion, change, recorded_by) values ($1, $2, $3, '2026-11-22', $4, $5, $6)",
    [organisationId, evaluationId, contractId, seal(`${evaluationId}/conclusion`), seal(`${evaluationId}/change`), by],
  );
  await house.owner.query(
    "insert into contract_evaluation_result (organisation_id, evaluation_id, duty_id, result) values ($1, $2, $3, 'PARTLY')",
    [organisationId, evaluationId, dutyId],
  );
  await house.owner.query(
    "insert into contract_annex (organisation_id, id, contract_id, annex_no, agreed_on, what, evaluation_id, recorded_by) values ($1, $2, $3, 1, '2026-11-22', $4, $5, $6)",
    [organisationId, annexId, contractId, seal(`${annexId}/what`), evaluationId, by],
  );
}

test("every PDF that a room prints lacks nothing of PDF/UA-1 that its objects tell, as it is signed, large and in plain words", async () => {
  const { organisations, units } = await makeOrganisations(house.owner);
  const maker = await newMaker(house, organisations.home, [units.own]);
  const target = { unitId: units.own, canary: "Brzęczyszczykiewicz-Żdźbłowska", members: [], closed: false };
  const ids = { ...(await makeTarget(house, maker, target)), evaluationId: uuidv7() };
  await evaluateByHand(organisations.home, maker.account.id, ids);
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
      "active-group.print",
      "assessment.print",
      "assessment.print-form",
      "booking.print-slip",
      "calendar.print",
      "centre-entry.print",
      "class-programme.print",
      "class-programme.print-people",
      "club-stay.print",
      "consultant-hours.print",
      "contract.print",
      "contract.print-annex",
      "contract.print-evaluation",
      "counselling.print-card",
      "course.print-certificate",
      "interpersonal-path.print",
      "interview.print",
      "interview.print-register",
      "ipzs.print",
      "ipzs.print-letter",
      "packet.print",
      "plan.print",
      "plan.print-course",
      "profile.print",
      "standard.print",
      "vocational-plan.print",
      "volunteer-agreement.print",
      "volunteer.print-certificate",
    ]),
  );
}, 120_000);
