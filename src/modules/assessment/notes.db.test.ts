import { beforeAll, beforeEach, expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { CaseAssessments } from "./contract.ts";

const it = useTestHouse();
const secret = "boi sie ciszy po zmroku";
const team = ["anna", "ewa", "sylwia"] as const;
let caseId = "";
let noteId = "";

beforeAll(async () => {
  // a second psychologist in the same organisation
  await it.owner.query("insert into membership_role values ($1, $2, 'PSYCHOLOGIST')", [
    world.agenda,
    it.accountOf("sylwia"),
  ]);
});

/** A case of Anna's with both psychologists in its team, and a note of Ewa's. Nobody stands in for her. */
beforeEach(async () => {
  await it.owner.query("delete from note_substitute_ending; delete from note_substitute");
  const personId = uuidv7();
  caseId = uuidv7();
  noteId = uuidv7();
  const put = (text: string, values: unknown[]) => it.owner.query(text, [world.agenda, ...values]);
  const { rows } = await it.owner.query("select coalesce(max(person_no), 0) + 1 as no from person");
  await put(
    "insert into person (organisation_id, id, person_no, alias, recorded_by) values ($1, $2, $3, 'Wojtek', $4)",
    [personId, rows[0].no, it.accountOf("anna")],
  );
  await put(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage, leader_id) values ($1, $2, $3, $4, '2026-11-01', 'REGULAR', $5)",
    [caseId, personId, world.office, it.accountOf("anna")],
  );
  await put("insert into open_case values ($1, $2, $3, $4)", [personId, world.office, caseId]);
  for (const name of team)
    await put(
      "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, gen_random_uuid(), $2, $3, 'ASSISTANT', '2026-11-01')",
      [caseId, it.accountOf(name)],
    );
  expect((await it.command("ewa", "assessment.write-note", { noteId, caseId, text: secret })).status).toBe(200);
});

const open = (name: PersonOfFixture) => it.get(name, `/assessment-notes/${noteId}`);
const wanted = (wish: object = {}) => ({
  substitutionId: uuidv7(),
  authorId: it.accountOf("ewa"),
  substituteId: it.accountOf("sylwia"),
  reason: "urlop",
  validFrom: "2026-11-22",
  validUntil: "2026-12-06",
  ...wish,
});
const list = async (name: PersonOfFixture) =>
  (await it.get(name, "/note-substitutes")).body as {
    lines: { id: string; state: string; mayConfirm: boolean; mayEnd: boolean }[];
    authors: { id: string }[];
  };

test("a working note opens for its author and for no other role or colleague (C6)", async () => {
  expect((await open("ewa")).body.text).toBe(secret);
  const others = ["sylwia", "anna", "robert", "zofia", "henryk", "adam", "tomasz"] as const;
  const answers = await Promise.all(others.map(open));
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 403, 403, 403]);
  expect((await it.get("sylwia", `/cases/${caseId}/assessment-notes`)).body.notes).toEqual([]);
});

test("each author has one random key, also when two notes are the first at once", async () => {
  await it.owner.query("delete from assessment_note; delete from author_key");
  const write = () => it.command("ewa", "assessment.write-note", { noteId: uuidv7(), caseId, text: secret });
  const answers = await Promise.all(Array.from({ length: 6 }, write));
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
  await it.command("sylwia", "assessment.write-note", { noteId: uuidv7(), caseId, text: secret });
  const { rows } = await it.owner.query(
    "select author_id, count(distinct key_id)::int as keys from assessment_note group by 1",
  );
  expect(rows.map(({ keys }) => keys)).toEqual([1, 1]);
  const { rows: keys } = await it.owner.query("select count(distinct wrapped)::int as keys from author_key");
  expect(keys).toEqual([{ keys: 2 }]);
});

test("the organisation's keys alone do not open a note, and a destroyed key opens it for nobody", async () => {
  const { rows } = await it.owner.query("select sealed, key_id from assessment_note where id = $1", [noteId]);
  const opens = (purpose: string) => () => it.services.keys.decryptFor(world.agenda, purpose, rows[0].sealed, noteId);
  for (const purpose of ["assessment.note", `assessment.note/${it.accountOf("ewa")}`, "author.key"])
    expect(opens(purpose)).toThrow();
  await it.owner.query("update author_key set wrapped = null, destroyed_at = '2026-11-22T10:00:00Z' where id = $1", [
    rows[0].key_id,
  ]);
  expect(await open("ewa")).toMatchObject({ status: 422, body: { code: "note.key_destroyed" } });
  const again = uuidv7();
  expect((await it.command("ewa", "assessment.write-note", { noteId: again, caseId, text: "nowy" })).status).toBe(200);
  expect((await it.get("ewa", `/assessment-notes/${again}`)).body.text).toBe("nowy");
});

test("the application can neither change nor destroy a key", async () => {
  const { rows } = await it.owner.query(
    "select privilege_type from information_schema.role_table_grants where table_name = 'author_key' and grantee = 'powrot_app' order by 1",
  );
  expect(rows.map(({ privilege_type }) => privilege_type)).toEqual(["INSERT", "SELECT"]);
});

test("a substitute opens notes once two people said so, for that time; author, substitute and officer are told", async () => {
  const named = wanted();
  const id = named.substitutionId;
  expect((await it.command("henryk", "note-substitute.name", named)).status).toBe(200);
  expect((await open("sylwia")).status).toBe(404);
  expect((await list("tomasz")).lines).toMatchObject([{ id, state: "WAITING", mayConfirm: true }]);
  const tasks = async () =>
    (
      await it.owner.query(
        "select m.display_name as name, t.kind, e.outcome from task t join membership m on m.account_id = t.owner_id left join task_ending e on e.task_id = t.id where t.source_id = $1 order by t.kind, 1",
        [id],
      )
    ).rows;
  expect(await tasks()).toEqual([{ name: "Tomasz Próbna", kind: "CONFIRM_NOTE_SUBSTITUTE", outcome: null }]);

  for (const name of ["henryk", "ewa", "sylwia", "adam"] as const)
    expect((await it.command(name, "note-substitute.confirm", { substitutionId: id })).status).toBe(403);
  expect((await it.command("tomasz", "note-substitute.confirm", { substitutionId: id })).status).toBe(200);
  expect((await open("sylwia")).body.text).toBe(secret);
  expect((await it.get("sylwia", `/cases/${caseId}/assessment-notes`)).body.notes).toMatchObject([
    { id: noteId, author: "Ewa Próbna" },
  ]);
  for (const name of ["anna", "robert"] as const) expect((await open(name)).status).toBe(404);
  expect(await tasks()).toEqual([
    { name: "Tomasz Próbna", kind: "CONFIRM_NOTE_SUBSTITUTE", outcome: "DONE" },
    { name: "Ewa Próbna", kind: "NOTE_SUBSTITUTE_HOLDS", outcome: null },
    { name: "Sylwia Próbna", kind: "NOTE_SUBSTITUTE_HOLDS", outcome: null },
  ]);
  expect(await it.audited(id)).toEqual(["note-substitute.name done", "note-substitute.confirm done"]);
  expect(await it.audited(noteId)).toContain("assessment.read-note done");

  expect((await it.command("ewa", "note-substitute.end", { substitutionId: id })).status).toBe(200);
  expect((await open("sylwia")).status).toBe(404);
  expect((await list("ewa")).lines).toMatchObject([{ id, state: "ENDED", mayEnd: false }]);
  expect((await it.command("tomasz", "note-substitute.end", { substitutionId: id })).body.code).toBe(
    "note_substitute.already_ended",
  );
});

test("outside its days, and out of the case, a substitute opens nothing", async () => {
  const past = wanted({ validFrom: "2026-11-23" });
  await it.command("ewa", "note-substitute.name", past);
  await it.command("tomasz", "note-substitute.confirm", { substitutionId: past.substitutionId });
  expect((await open("sylwia")).status).toBe(404);
  await it.owner.query("update note_substitute set valid_from = '2026-11-20', valid_until = '2026-11-21'");
  expect((await open("sylwia")).status).toBe(404);
  await it.owner.query("update note_substitute set valid_until = '2026-11-22'");
  expect((await open("sylwia")).status).toBe(200);
  await it.owner.query("delete from case_member where case_id = $1 and account_id = $2", [
    caseId,
    it.accountOf("sylwia"),
  ]);
  expect((await open("sylwia")).status).toBe(404);
});

test.each([
  ["anna", {}, 404, "note_substitute.unknown_author"],
  ["hanna", {}, 404, "note_substitute.unknown_author"],
  ["tomasz", {}, 403, "access.denied"],
  ["ewa", { substituteId: "ewa" }, 422, "note_substitute.same_person"],
  ["ewa", { substituteId: "henryk" }, 422, "note_substitute.not_a_specialist"],
  ["ewa", { substituteId: "zofia" }, 422, "note_substitute.not_a_specialist"],
  ["adam", { authorId: "zofia" }, 404, "note_substitute.unknown_author"],
  ["ewa", { validFrom: "2026-12-01", validUntil: "2026-11-30" }, 422, "note_substitute.ends_before_start"],
  ["ewa", { validFrom: "2026-11-01", validUntil: "2026-11-21" }, 422, "note_substitute.over_already"],
] as const)("%s naming %o is answered %i %s", async (name, wish, status, code) => {
  const ids = Object.fromEntries(
    Object.entries(wish).map(([field, value]) => [
      field,
      field.endsWith("Id") ? it.accountOf(value as PersonOfFixture) : value,
    ]),
  );
  expect(await it.command(name, "note-substitute.name", wanted(ids))).toMatchObject({ status, body: { code } });
});

test("one person is not two: in two tabs, by replay, and in the database", async () => {
  await it.owner.query("insert into membership_role values ($1, $2, 'DPO') on conflict do nothing", [
    world.agenda,
    it.accountOf("henryk"),
  ]);
  const named = wanted();
  const { substitutionId } = named;
  await it.command("henryk", "note-substitute.name", named);
  const envelope = { id: uuidv7() };
  const confirm = () => it.command("henryk", "note-substitute.confirm", { substitutionId }, envelope);
  const answers = [...(await Promise.all([confirm(), confirm()])), await confirm()];
  expect(answers.map(({ body }) => body.code)).toEqual(Array(3).fill("note_substitute.needs_another"));
  for (const [column, account] of [
    ["confirmed_by", "henryk"],
    ["confirmed_by", "sylwia"],
    ["named_by", "sylwia"],
  ] as const) {
    const change = it.owner.query(`update note_substitute set ${column} = $1, confirmed_at = '2026-11-22T10:00:00Z'`, [
      it.accountOf(account),
    ]);
    await expect(change).rejects.toThrow(/note_substitute/);
  }
  const both = await Promise.all([1, 2].map(() => it.command("tomasz", "note-substitute.confirm", { substitutionId })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
});

test("when a psychologist's account ends, the conclusion stays readable and the notes pass to the named substitute alone (J4)", async () => {
  const authorId = it.accountOf("gosia");
  await it.owner.query("insert into membership_role values ($1, $2, 'PSYCHOLOGIST') on conflict do nothing", [
    world.agenda,
    authorId,
  ]);
  await it.owner.query(
    "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, $2, $3, $4, 'PSYCHOLOGIST', '2026-11-01')",
    [world.agenda, uuidv7(), caseId, authorId],
  );
  noteId = uuidv7();
  const given = {
    assessmentId: uuidv7(),
    caseId,
    kind: "PSYCHOLOGICAL",
    startedOn: "2026-11-20",
    content: {
      reason: "Udział",
      methods: "Rozmowa",
      strengths: "Cierpliwy",
      areas: [],
      riskSuicide: null,
      riskViolence: null,
    },
    conclusion: "Lepiej rano, bez pośpiechu.",
    recommendation: { verdict: "POSITIVE", conditions: [] },
  };
  expect((await it.command("gosia", "assessment.write-note", { noteId, caseId, text: secret })).status).toBe(200);
  expect((await it.command("gosia", "assessment.record", given)).status).toBe(200);
  expect((await it.command("adam", "account.end", { accountId: authorId, lastDay: null })).status).toBe(200);

  expect((await open("gosia")).status).toBe(401);
  const seen = async (name: PersonOfFixture) =>
    (await it.read(name, `/cases/${caseId}/assessments`, CaseAssessments)).assessments;
  for (const name of ["anna", "ewa"] as const)
    expect(await seen(name)).toMatchObject([{ conclusion: given.conclusion, verdict: "POSITIVE", mine: false }]);

  const everybody = ["ewa", "sylwia", "anna", "robert", "zofia", "henryk", "adam", "tomasz"] as const;
  const whoOpens = async () => {
    const answers = await Promise.all(everybody.map(open));
    return everybody.filter((_, place) => answers[place]?.status === 200);
  };
  expect(await whoOpens()).toEqual([]);
  const named = wanted({ authorId });
  expect((await it.command("adam", "note-substitute.name", named)).status).toBe(200);
  expect(await whoOpens()).toEqual([]);
  const confirming = { substitutionId: named.substitutionId };
  expect((await it.command("tomasz", "note-substitute.confirm", confirming)).status).toBe(200);
  expect(await whoOpens()).toEqual(["sylwia"]);
  expect((await open("sylwia")).body.text).toBe(secret);
});
