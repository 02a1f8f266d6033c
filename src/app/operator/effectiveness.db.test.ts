import { expect, test } from "vitest";
import { makeProject } from "../../modules/outcome/outcomeFixture.ts";
import { useTestHouse, world } from "../testing/house.ts";
import { reportEffectiveness } from "./effectiveness.ts";

const it = useTestHouse();

test("the operator's report is the room's own, by number or id, and stands in the audit", async () => {
  const { projectId } = await makeProject(it.owner, {
    organisationId: world.agenda,
    unitId: world.club,
    by: it.accountOf("beata"),
    people: 5,
    firstNo: 100,
  });
  const number = "FELD.07.01-IZ.00-0001/26";
  await it.owner.query("update project set number = $1 where id = $2", [number, projectId]);
  const shown = (await it.get("marek", `/reports/effectiveness/${projectId}`)).body;
  for (const project of [projectId, number]) {
    const { answer, spreadsheet } = await reportEffectiveness(it.services, it.owner, "agenda", project);
    expect(answer).toEqual({ report: shown.report, contentHash: shown.contentHash });
    expect(
      Buffer.from(await spreadsheet())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  }
  expect(await it.audited(projectId)).toEqual([
    "operator.report-effectiveness done",
    "operator.report-effectiveness done",
  ]);
  await expect(reportEffectiveness(it.services, it.owner, "gdzieindziej", projectId)).rejects.toThrow("has no project");
});
