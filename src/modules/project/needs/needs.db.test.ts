import { afterAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { givenPeople } from "../../../app/testing/radomGroup.ts";
import { closeDocuments } from "../../../platform/documents/renderPdf.ts";
import { uaFaults } from "../../../platform/testing/pdfUa.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { NeedsStatementView, RegisterCounts, SentView } from "./contract.ts";

const it = useTestHouse("2026-12-08T10:00:00Z");
afterAll(() => closeDocuments());

const [unemployed, long] = [uuidv7(), uuidv7()];
const figure = (figureId: string, label: string, value: number | null, precision = "ABOUT") => ({
  figureId,
  label,
  kind: "PERSONS",
  value,
  precision,
  source: "Powiatowy Urząd Pracy",
  asAt: "2005-12-31",
});
const statement = (more: object = {}) => ({
  statementId: uuidv7(),
  unitId: world.club,
  projectId: null,
  title: "Dlaczego klub w Radomiu",
  figures: [figure(unemployed, "bezrobotni", 27_500), figure(long, "ponad 24 miesiące", 11_000)],
  shares: [
    { shareId: uuidv7(), label: "bez pracy ponad 24 miesiące", kind: "PERCENT", partId: long, baseId: unemployed },
  ],
  gap: "Nie ma miejsca, w którym można zacząć od nowa.",
  conclusion: "",
  ...more,
});
const read = (id: string, name: "beata" | "krysia" = "beata") =>
  it.read(name, `/needs-statements/${id}`, NeedsStatementView);
const sendOf = (statementId: string, more: object = {}) => ({
  sentId: uuidv7(),
  statementId,
  seenVersion: 1,
  sentTo: "Ministerstwo",
  correctionReason: "",
  ...more,
});

async function given(more: object = {}): Promise<string> {
  const payload = statement(more);
  const made = await it.command("beata", "needs-statement.record", payload);
  expect(made.body).toMatchObject({ outcome: "done", version: 1 });
  return payload.statementId;
}

test("figures and shares are kept as they were found, and changed against their version", async () => {
  const payload = statement();
  await it.command("beata", "needs-statement.record", payload);
  const seen = await read(payload.statementId, "krysia");
  expect(seen).toMatchObject({
    version: 1,
    mayChange: false,
    content: { figures: payload.figures, shares: payload.shares },
  });
  const wider = { ...payload, title: "Dlaczego klub" };
  expect((await it.command("beata", "needs-statement.record", wider)).body.code).toBe("record.id_taken");
  expect((await it.command("beata", "needs-statement.record", wider, { base: 1 })).body.version).toBe(2);
  expect((await it.command("beata", "needs-statement.record", wider, { base: 1 })).body.code).toBe("record.changed");
  const list = (await it.get("beata", "/needs-statements")).body.statements as { id: string; open: number }[];
  expect(list.find(({ id }) => id === payload.statementId)).toMatchObject({
    title: "Dlaczego klub",
    figures: 2,
    open: 0,
  });
});

test("a share of a strange figure is refused", async () => {
  const share = { shareId: uuidv7(), label: "x", kind: "PERCENT", partId: uuidv7(), baseId: unemployed };
  expect((await it.command("beata", "needs-statement.record", statement({ shares: [share] }))).body.code).toBe(
    "needs.share_of_strange_figure",
  );
});

test("what was sent is frozen with its hash; later changes do not touch it, and a new version says why", async () => {
  const id = await given();
  const sending = sendOf(id);
  expect((await it.command("beata", "needs-statement.send", { ...sending, seenVersion: 2 })).body.code).toBe(
    "needs.changed_meanwhile",
  );
  const commandId = uuidv7();
  for (const replayed of [false, true])
    expect((await it.command("beata", "needs-statement.send", sending, { id: commandId })).body.replayed).toBe(
      replayed,
    );
  const changed = statement({
    statementId: id,
    title: "Inaczej",
    figures: [figure(unemployed, "bezrobotni", 1)],
    shares: [],
  });
  await it.command("beata", "needs-statement.record", changed, { base: 1 });
  const sent = await it.read("beata", `/needs-statements/sent/${sending.sentId}`, SentView);
  expect(sent).toMatchObject({ title: "Dlaczego klub w Radomiu", versionNo: 1, sentTo: "Ministerstwo" });
  expect(sent.content.figures.map(({ value }) => value)).toEqual([27_500, 11_000]);
  const again = sendOf(id, { seenVersion: 2 });
  expect((await it.command("beata", "needs-statement.send", again)).body.code).toBe("needs.correction_reason_missing");
  expect((await it.command("beata", "needs-statement.send", { ...again, correctionReason: "nowe dane" })).status).toBe(
    200,
  );
  const { sent: versions } = await read(id);
  expect(versions.map(({ versionNo, correctionReason }) => [versionNo, correctionReason])).toEqual([
    [2, "nowe dane"],
    [1, ""],
  ]);
  expect(versions[0]?.contentHash).not.toBe(versions[1]?.contentHash);
});

test("two at once send two versions only when the second says why", async () => {
  const id = await given();
  const answers = await Promise.all([1, 2].map(() => it.command("beata", "needs-statement.send", sendOf(id))));
  expect(answers.map(({ body }) => body.code ?? "done").sort()).toEqual(["done", "needs.correction_reason_missing"]);
});

test("figures without a source or a day do not go out", async () => {
  const id = await given({ figures: [{ ...figure(unemployed, "bezrobotni", 27_500), source: "" }], shares: [] });
  expect((await it.command("beata", "needs-statement.send", sendOf(id))).body.code).toBe("needs.source_missing");
});

test("it prints as an accessible PDF, large too, and as a file for editing; a sent version prints as it was", async () => {
  const id = await given();
  const sending = sendOf(id);
  await it.command("beata", "needs-statement.send", sending);
  for (const wish of ["", "&print=large", `&sentId=${sending.sentId}`, "&print=edit"]) {
    const answer = await it.server.inject({
      method: "GET",
      url: `/api/needs-statements/${id}/print?lang=pl${wish}`,
      headers: { authorization: `Bearer ${it.tokenOf("beata")}` },
    });
    expect([wish, answer.statusCode]).toEqual([wish, 200]);
    if (wish !== "&print=edit") expect(uaFaults(answer.rawPayload)).toEqual([]);
  }
  const other = await given();
  expect((await it.get("beata", `/needs-statements/${other}/print?sentId=${sending.sentId}`)).body.code).toBe(
    "needs-statement.not_found",
  );
});

test("another organisation and roles without indicators read nothing; a project of somebody else is none", async () => {
  const id = await given();
  expect((await it.get("zofia", `/needs-statements/${id}`)).body.code).toBe("access.denied");
  expect((await it.get("gosia", `/needs-statements/${id}`)).body.code).toBe("access.denied");
  expect((await it.command("krysia", "needs-statement.record", statement())).body.code).toBe("access.denied");
  expect((await it.command("beata", "needs-statement.record", statement({ projectId: uuidv7() }))).body.code).toBe(
    "project.not_found",
  );
  expect((await it.command("beata", "needs-statement.record", statement({ unitId: world.office }))).body.code).toBe(
    "project.unknown_unit",
  );
});

test("the register counts each person once at the end of a quarter, tells no small number, and looks into no sealed section (R-GDPR-12)", async () => {
  const people = await givenPeople(it, 9);
  const fact = (at: number, kind: string, value: string, from: string, until: string | null = null) =>
    it.owner.query(
      `insert into person_fact (organisation_id, id, person_id, kind, value, detail, valid_from, valid_until, recorded_by)
        values ($1, $2, $3, $4, $5, '{}', $6, $7, $8)`,
      [world.agenda, uuidv7(), people[at]?.personId, kind, value, from, until, it.accountOf("beata")],
    );
  const count = async (asAt: string) =>
    (await it.read("beata", `/needs-statements/register?asAt=${asAt}`, RegisterCounts)).counts;
  expect((await count("2026-09-30")).CLIENTS).toBe(0);
  for (let at = 0; at < 8; at++) await fact(at, "CLIENT_OF_OPS", "YES", "2020-01-01");
  for (let at = 0; at < 5; at++)
    await fact(at, "PUP_REGISTRATION", "REGISTERED", at === 0 ? "2025-01-01" : "2023-01-01");
  const counts = { CLIENTS: 10, CLIENTS_UNEMPLOYED: 5, CLIENTS_OVER_24_MONTHS: null };
  expect(await count("2026-09-30")).toEqual({ ...counts, CLIENTS_HOMELESS: 0 });
  for (let at = 0; at < 4; at++) await fact(at, "HOMELESSNESS", "STATUTORY", "2024-01-01");
  await fact(4, "HOMELESSNESS", "NOT_STATUTORY", "2024-01-01");
  expect(await count("2026-09-30")).toEqual({ ...counts, CLIENTS_HOMELESS: null });
  await fact(4, "HOMELESSNESS", "STATUTORY", "2025-01-01");
  expect((await count("2026-09-30")).CLIENTS_HOMELESS).toBe(5);
  await it.owner.query("update person set merged_into = $2 where id = $1", [people[7]?.personId, people[6]?.personId]);
  await fact(8, "CLIENT_OF_OPS", "YES", "2020-01-01");
  await fact(8, "CLIENT_OF_OPS", "NO", "2026-06-01");
  expect((await count("2026-09-30")).CLIENTS).toBe(5);
  expect((await count("2026-03-31")).CLIENTS).toBe(10);
  const refused = async (who: "beata" | "krysia", asAt: string) =>
    (await it.get(who, `/needs-statements/register?asAt=${asAt}`)).body.code;
  expect(await refused("beata", "2026-12-31")).toBe("needs.day_in_future");
  expect(await refused("beata", "2026-12-08")).toBe("needs.day_within_quarter");
  expect(await refused("krysia", "2026-09-30")).toBe("access.denied");
});
