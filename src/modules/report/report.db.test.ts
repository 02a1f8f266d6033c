import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { closeDocuments } from "../../platform/documents/renderPdf.ts";
import { needTool, runTool } from "../../platform/testing/tool.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { addEvidence, type FixtureProject, makeProject } from "../outcome/outcomeFixture.ts";
import { CellPeople, type EffectivenessLine, EffectivenessReport, SnapshotLine } from "./contract.ts";
import { unzip } from "../../platform/testing/unzip.ts";

const it = useTestHouse();
const { agenda, club } = world;
let nextNo = 1000;

afterAll(() => closeDocuments());

const Read = z.object({ report: EffectivenessReport, contentHash: z.string(), maySend: z.boolean() });

async function project(
  people: number,
  change: Partial<Parameters<typeof makeProject>[1]> = {},
): Promise<FixtureProject> {
  const firstNo = nextNo;
  nextNo += people;
  return makeProject(it.owner, {
    organisationId: agenda,
    unitId: club,
    by: it.accountOf("beata"),
    people,
    firstNo,
    ...change,
  });
}

/** Verified evidence for the first `count` people, `times` each. */
async function verified(
  of: FixtureProject,
  dimension: "SOCIAL" | "EMPLOYMENT",
  count: number,
  times = 1,
  occurredOn?: string,
) {
  for (const personId of of.personIds.slice(0, count))
    for (let time = 0; time < times; time++)
      await addEvidence(it.owner, {
        organisationId: agenda,
        projectId: of.projectId,
        personId,
        dimension,
        assessor: it.accountOf("beata"),
        verifier: it.accountOf("marek"),
        verdict: "VERIFIED",
        ...(occurredOn ? { occurredOn } : {}),
      });
}
const read = (projectId: string, name: PersonOfFixture = "marek") =>
  it.read(name, `/reports/effectiveness/${projectId}`, Read);
const figures = ({ achieved, required, ratePercent, verdict }: EffectivenessLine["social"]) => [
  achieved,
  required,
  ratePercent,
  verdict,
];
const people = (name: PersonOfFixture, path: string, cell: Record<string, string>) =>
  it.read(name, `${path}/people?${new URLSearchParams(cell)}`, CellPeople);
const send = async (name: PersonOfFixture, projectId: string, correctionReason: string | null, seenHash?: string) => {
  const snapshotId = uuidv7();
  const payload = {
    snapshotId,
    projectId,
    correctionReason,
    seenHash: seenHash ?? (await read(projectId)).contentHash,
  };
  return { snapshotId, ...(await it.command(name, "report.send", payload)) };
};

describe("60/25 from records (R-OUTC-03)", () => {
  test.each<[number, number, number, number, unknown[], unknown[]]>([
    [12, 8, 1, 3, [8, 8, 66.7, "met"], [3, 3, 25, "met"]],
    [12, 7, 1, 3, [7, 8, 58.3, "not_met"], [3, 3, 25, "met"]],
    [30, 18, 1, 7, [18, 18, 60, "met"], [7, 8, 23.3, "not_met"]],
    [0, 0, 1, 0, [0, 0, null, "no_participants"], [0, 0, null, "no_participants"]],
  ])("%i people, %i social and %i employment", async (count, social, times, employment, wantSocial, wantEmployment) => {
    const of = await project(count);
    await verified(of, "SOCIAL", social, times);
    await verified(of, "EMPLOYMENT", employment);
    const [total] = (await read(of.projectId)).report.rows;
    expect(total?.participants).toBe(count);
    expect(figures(total?.social ?? expect.fail())).toEqual(wantSocial);
    expect(figures(total?.employment ?? expect.fail())).toEqual(wantEmployment);
  });

  test("14 proofs of 9 people are 9 people; a person who left stays in the base", async () => {
    const of = await project(12);
    await verified(of, "SOCIAL", 9);
    await verified(of, "SOCIAL", 5);
    await verified(of, "EMPLOYMENT", 2);
    const { report } = await read(of.projectId);
    expect(figures(report.rows[0]?.social ?? expect.fail())).toEqual([9, 8, 75, "met"]);
    expect(figures(report.rows[0]?.employment ?? expect.fail())).toEqual([2, 3, 16.7, "not_met"]);
    expect(report.dropOuts).toBe(1);
  });

  test("rows by group, sex and age add up, unknown ones among them; the missing one and who waits are told", async () => {
    const of = await project(12, { groups: 2, unknownFirst: true });
    await verified(of, "SOCIAL", 7);
    for (const at of [8, 9])
      await addEvidence(it.owner, {
        organisationId: agenda,
        projectId: of.projectId,
        personId: of.personIds[at] ?? "",
        dimension: "SOCIAL",
        assessor: it.accountOf("beata"),
      });
    const { report } = await read(of.projectId);
    expect(report.rows.map(({ by, key, label, participants }) => [by, label ?? key, participants])).toEqual([
      ["TOTAL", "TOTAL", 12],
      ["GROUP", "Grupa 1", 6],
      ["GROUP", "Grupa 2", 6],
      ["SEX", "F", 5],
      ["SEX", "M", 6],
      ["SEX", "UNKNOWN", 1],
      ["AGE_BAND", "40_49", 11],
      ["AGE_BAND", "UNKNOWN", 1],
    ]);
    expect(report.rows[0]?.social).toMatchObject({ achieved: 7, required: 8, waiting: 2 });
    expect(report.gaps).toEqual([
      { code: "WAITING", count: 2 },
      { code: "SEX_UNKNOWN", count: 1 },
      { code: "AGE_UNKNOWN", count: 1 },
    ]);
  });

  test("an outcome outside the project's window does not count, and without a threshold nothing is judged", async () => {
    const of = await project(4, { windowDays: 28, socialPercent: null });
    await verified(of, "SOCIAL", 1, 1, "2026-07-28");
    await verified({ ...of, personIds: of.personIds.slice(1) }, "SOCIAL", 1, 1, "2026-07-29");
    const [total] = (await read(of.projectId)).report.rows;
    expect(figures(total?.social ?? expect.fail())).toEqual([1, null, 25, "no_threshold"]);
  });
});

describe("the people behind a number", () => {
  test("are as many as the number, named for who may know them and by number for the project coordinator", async () => {
    const of = await project(12);
    await verified(of, "SOCIAL", 8);
    const path = `/reports/effectiveness/${of.projectId}`;
    const cell = { by: "TOTAL", key: "TOTAL", dimension: "SOCIAL", state: "VERIFIED" };
    const named = await people("beata", path, cell);
    expect(named.people).toHaveLength(8);
    expect(named.people[0]).toMatchObject({ personName: "Jan P.", personId: of.personIds[0] });
    const byNumber = await people("marek", path, cell);
    expect(byNumber.people).toHaveLength(8);
    expect(byNumber.people.every(({ personName, personId }) => personName === null && personId === null)).toBe(true);
    const women = await people("beata", path, { ...cell, by: "SEX", key: "F", state: "ALL" });
    expect(women.people).toHaveLength(6);
    expect(await it.audited(of.projectId)).toContain("report.open-people done");
  });

  test("in another unit or organisation there is no such project; other roles have no reports", async () => {
    const of = await project(1);
    await it.owner.query("update project set unit_id = $1 where id = $2", [world.office, of.projectId]);
    const path = `/reports/effectiveness/${of.projectId}`;
    expect((await it.get("beata", path)).body.code).toBe("project.not_found");
    expect((await it.get("zofia", path)).status).toBe(403);
    expect((await it.get("sylwia", path)).status).toBe(403);
    expect((await it.get("marek", path)).status).toBe(200);
    expect((await it.get("hanna", `${path}/pdf`)).status).toBe(404);
  });
});

describe("what is sent", () => {
  test("stays as it was, whatever is recorded later; a correction is a further version with its reason", async () => {
    const of = await project(12);
    await verified(of, "SOCIAL", 8);
    const first = await send("marek", of.projectId, null);
    expect(first).toMatchObject({ status: 200, body: { version: 1 } });
    const path = `/reports/sent/${first.snapshotId}`;
    const before = (await it.get("marek", path)).body;
    const peopleBefore = await people("beata", path, {
      by: "TOTAL",
      key: "TOTAL",
      dimension: "SOCIAL",
      state: "VERIFIED",
    });
    await verified(of, "SOCIAL", 10);
    await it.owner.query("update project set title = 'Inny tytuł' where id = $1", [of.projectId]);
    expect((await it.get("marek", path)).body).toEqual(before);
    expect(await people("beata", path, { by: "TOTAL", key: "TOTAL", dimension: "SOCIAL", state: "VERIFIED" })).toEqual(
      peopleBefore,
    );
    const { rows } = await it.owner.query("select content, content_hash from report_snapshot where id = $1", [
      first.snapshotId,
    ]);
    expect(createHash("sha256").update(rows[0].content).digest("hex")).toBe(rows[0].content_hash);

    expect((await send("marek", of.projectId, null)).body.code).toBe("report.correction_reason_missing");
    expect(await send("marek", of.projectId, "dwa dowody przyszły pocztą")).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    const sent = z.object({ snapshots: z.array(SnapshotLine) });
    const { snapshots } = await it.read("beata", `/reports/effectiveness/${of.projectId}/sent`, sent);
    expect(snapshots).toMatchObject([
      { versionNo: 2, correctionReason: "dwa dowody przyszły pocztą" },
      { versionNo: 1, correctionReason: null },
    ]);
    expect(await it.audited(first.snapshotId)).toEqual([
      "report.send done",
      "report.open-people-sent done",
      "report.open-people-sent done",
    ]);
  });

  test("numbers that changed since they were seen are not sent, and the application cannot change what was", async () => {
    const of = await project(3);
    const { contentHash } = await read(of.projectId);
    await verified(of, "SOCIAL", 1);
    expect(await send("marek", of.projectId, null, contentHash)).toMatchObject({
      status: 409,
      body: { code: "report.changed" },
    });
    const { rows } = await it.owner.query(
      "select has_table_privilege('powrot_app', 'report_snapshot', 'update') as changes, has_table_privilege('powrot_app', 'report_snapshot', 'delete') as ends",
    );
    expect(rows).toEqual([{ changes: false, ends: false }]);
    expect((await send("hanna", of.projectId, null)).status).toBe(403);
  });

  test("two at once make one version one", async () => {
    const of = await project(3);
    const answers = await Promise.all([1, 2, 3, 4].map(() => send("marek", of.projectId, null)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422, 422, 422]);
  });
});

describe("files", () => {
  const bytesOf = async (name: PersonOfFixture, path: string) => {
    const answer = await it.server.inject({ method: "GET", url: `/api${path}`, headers: await bearer(name) });
    expect(answer.statusCode).toBe(200);
    return { bytes: answer.rawPayload, headers: answer.headers };
  };
  const bearer = async (name: PersonOfFixture) => {
    const answer = await it.server.inject({
      method: "POST",
      url: "/api/session",
      headers: { "x-powrot": "1" },
      payload: { login: name, password: "spokojna noc nad rzeką", kind: "token" },
    });
    return { authorization: `Bearer ${answer.json<{ token: string }>().token}` };
  };

  test("the PDF has the table, the verdicts, the version and the hash, and nobody's name", async () => {
    needTool("pdftotext");
    const of = await project(12, { groups: 1 });
    await verified(of, "SOCIAL", 8);
    await verified(of, "EMPLOYMENT", 2);
    const { snapshotId } = await send("marek", of.projectId, null);
    const { bytes, headers } = await bytesOf("marek", `/reports/sent/${snapshotId}/pdf`);
    expect(headers["content-disposition"]).toContain("RP-03-2026-11-22-w1.pdf");
    const folder = mkdtempSync(join(tmpdir(), "powrot-report-"));
    writeFileSync(join(folder, "r.pdf"), bytes);
    const text = runTool("pdftotext", ["-layout", "-enc", "UTF-8", join(folder, "r.pdf"), "-"]).replace(/\s+/g, " ");
    rmSync(folder, { recursive: true });
    const { rows } = await it.owner.query("select content_hash from report_snapshot where id = $1", [snapshotId]);
    expect(text).toContain("8 / 8 (66,7%): próg osiągnięty");
    expect(text).toContain("2 / 3 (16,7%): próg nieosiągnięty");
    expect(text).toContain("Razem 12 8/8 66,7% 2/3 16,7%");
    expect(text).toContain("Grupa: Grupa 1 12 8/8");
    expect(text.replace(/ /g, "")).toContain(rows[0].content_hash);
    expect(text).not.toContain("Próbny");
    expect(await it.audited(snapshotId)).toContain("report.print-sent done");
  });

  test("the XLSX has the same numbers, people by number and no names", async () => {
    const of = await project(12);
    await verified(of, "SOCIAL", 8);
    const { bytes } = await bytesOf("beata", `/reports/effectiveness/${of.projectId}/xlsx`);
    const sheets = unzip(bytes);
    const first = sheets.get("xl/worksheets/sheet1.xml") ?? "";
    expect(first).toContain("Razem");
    expect(first).toMatch(/<v>12<\/v>.*<v>8<\/v>.*<v>8<\/v>.*<v>0\.667<\/v>/);
    const persons = sheets.get("xl/worksheets/sheet4.xml") ?? "";
    expect(persons.match(/<row /g)).toHaveLength(13);
    expect([...sheets.values()].join("")).not.toContain("Próbny");
    expect(await it.audited(of.projectId)).toContain("report.export done");
  });
});
