import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAudit } from "../../platform/auditSeal.ts";
import { openFileStore } from "../../platform/files/fileStore.ts";
import { openKeyRing } from "../../platform/keys/keyRing.ts";
import { createTestDatabase, type TestDatabase } from "../../platform/testing/testDatabase.ts";
import { readCatalog, rowAsJson } from "../operator/catalog.ts";
import { withClient } from "../operator/existingHouse.ts";
import { simulate } from "./simulate.ts";

const wanted = { persons: 500, years: 2, seed: 5, today: "2026-11-22", organisations: 4 };
let folder = "";
let world: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "powrot-simulate-"));
  const files = openFileStore(folder, openKeyRing(join(folder, "keys"), { create: true }));
  world = await createTestDatabase();
  await simulate(world.ownerUrl, wanted, () => undefined, files);
});

afterAll(async () => {
  await world.drop();
  await rm(folder, { recursive: true, force: true });
});

async function count(client: pg.Client, condition: string): Promise<number> {
  return (await client.query<{ n: number }>(`select count(*)::int as n from ${condition}`)).rows[0]?.n ?? -1;
}

test("every row refers to rows that are there, and keeps every check", async () => {
  await withClient(world.ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string; of: string; type: string; definition: string }>(
      `select conname as name, conrelid::regclass::text as of, contype as type, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype in ('f', 'c') and connamespace = 'public'::regnamespace and conrelid <> 0`,
    );
    expect(rows.filter(({ type }) => type === "f").length).toBeGreaterThan(100);
    // Added once more without a look at what is there, then looked at: PostgreSQL itself judges each row.
    await client.query("begin");
    for (const { of, definition } of rows) {
      await client.query(
        `alter table ${of} add constraint simulated ${definition.replace(/ NOT VALID$/, "")} not valid`,
      );
      await client.query(`alter table ${of} validate constraint simulated`);
      await client.query(`alter table ${of} drop constraint simulated`);
    }
    const [one] = rows.filter(({ name }) => name === "contact_card_at_site");
    await client.query("set local session_replication_role = replica; delete from outreach_site");
    await client.query(`alter table contact_card add constraint simulated ${one?.definition} not valid`);
    const validated = client.query("alter table contact_card validate constraint simulated");
    await expect(validated).rejects.toThrow(/violates foreign key/);
    await client.query("rollback");
  });
});

test("the audit of a simulated world verifies", async () => {
  await withClient(world.ownerUrl, async (client) => expect(await verifyAudit(client)).toMatchObject({ faults: [] }));
});

// What a command would have refused, as rows that must not be there.
test.each([
  [
    "case that is neither open nor ended, or both",
    "support_case c where (exists (select from open_case o where o.case_id = c.id)) = (exists (select from support_case_ending e where e.case_id = c.id))",
  ],
  [
    "case that ended before it began, or tomorrow",
    "support_case c join support_case_ending e on e.case_id = c.id where e.ended_on < c.opened_on or e.ended_on > '2026-11-22'",
  ],
  [
    "case in a unit that does not work with the person",
    "support_case c where not exists (select from person_unit u where u.person_id = c.person_id and u.unit_id = c.unit_id)",
  ],
  [
    "case older than the file of its person",
    "support_case c join person p on p.id = c.person_id where c.opened_on < p.recorded_at::date",
  ],
  [
    "stage that no step led to",
    "support_case c where stage <> coalesce((select to_stage from case_stage_step s where s.case_id = c.id order by moved_at desc limit 1), 'OPEN_OFFER')",
  ],
  [
    "enrolment into a closed case or somebody else's",
    "enrolment e join support_case c on c.id = e.case_id where c.person_id <> e.person_id or e.started_on < c.opened_on or exists (select from support_case_ending x where x.case_id = c.id)",
  ],
  [
    "enrolment outside its project",
    "enrolment e join project p on p.id = e.project_id where e.started_on not between p.starts_on and p.ends_on",
  ],
  [
    "enrolment that is neither open nor ended, or both",
    "enrolment e where (exists (select from open_enrolment o where o.enrolment_id = e.id)) = (exists (select from enrolment_ending x where x.enrolment_id = e.id))",
  ],
  [
    "more people in a group than it has places",
    "(select group_id from group_membership group by 1 having count(*) > 30) g",
  ],
  [
    "member of a group without an enrolment in its project",
    "group_member m join class_group g on g.id = m.group_id join enrolment e on e.id = m.enrolment_id where e.project_id <> g.project_id or e.person_id <> m.person_id",
  ],
  [
    "mark of somebody who was no member that day",
    "attendance_entry a join class_session s on s.id = a.session_id where not exists (select from group_membership m where m.group_id = s.group_id and m.person_id = a.person_id and s.day between m.valid_from and coalesce(m.valid_until, s.day))",
  ],
  [
    "presence ahead of the day",
    "attendance_entry a join class_session s on s.id = a.session_id where s.day > '2026-11-22'",
  ],
  [
    "closed register without a mark of each member",
    "register_closing r join class_session s on s.id = r.session_id join group_membership m on m.group_id = s.group_id and s.day between m.valid_from and coalesce(m.valid_until, s.day) where not exists (select from attendance_entry a where a.session_id = s.id and a.person_id = m.person_id)",
  ],
  [
    "register closed late without a reason, or with another number present",
    "register_closing r join class_session s on s.id = r.session_id where r.closed_at::date - s.day > 3 or r.present <> (select count(*) from attendance_entry a where a.session_id = s.id and a.status = 'PRESENT')",
  ],
  [
    "classes on a public holiday",
    "class_session where to_char(day, 'MM-DD') in ('11-01', '11-11', '08-15', '05-01', '05-03', '12-25', '12-26', '01-01', '01-06')",
  ],
  [
    "contact nobody made, or one alone",
    "contact_card c where (select count(*) from contact_worker w where w.contact_id = c.id) <> 2",
  ],
  [
    "contact before the meeting",
    "contact_card c join person p on p.id = c.person_id where c.contact_at < p.recorded_at",
  ],
  ["minor on a client card", "contact_card where age_band = 'UNDER_18'"],
  [
    "named person on a card of an alias",
    "contact_card c join person p on p.id = c.person_id where (p.step = 'NAMED') <> (c.anonymity = 'NAMED')",
  ],
  [
    "verified outcome without a document",
    "outcome_verification v join outcome_evidence e on e.id = v.evidence_id where e.file_id is null",
  ],
  [
    "outcome of somebody who takes no part",
    "outcome_evidence e where not exists (select from enrolment n where n.person_id = e.person_id and n.project_id = e.project_id)",
  ],
  [
    "verification by somebody who may not",
    "outcome_verification v where not exists (select from membership_role r where r.account_id = v.verifier_id and r.role in ('KIS_COORDINATOR', 'CIS_MANAGER', 'PROJECT_COORDINATOR'))",
  ],
  [
    "person without a name to be called by",
    "person where coalesce(alias, first_name, last_name) is null or (step = 'NAMED') <> (last_name is not null)",
  ],
])("there is no %s", async (_, condition) => {
  await withClient(world.ownerUrl, async (client) => expect(await count(client, condition)).toBe(0));
});

test("a world has what it promises: ten cards and about twenty-five marks for each person, verified outcomes", async () => {
  await withClient(world.ownerUrl, async (client) => {
    expect(await count(client, "person")).toBe(wanted.persons);
    expect(await count(client, "contact_card")).toBe(wanted.persons * 10);
    const marks = await count(client, "attendance_entry");
    expect(marks).toBeGreaterThan(wanted.persons * 15);
    expect(marks).toBeLessThan(wanted.persons * 35);
    expect(await count(client, "outcome_verification")).toBeGreaterThan(20);
  });
});

test("the same seed makes the same world, another seed another", async () => {
  const [again, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const files = openFileStore(join(folder, "again"), openKeyRing(join(folder, "keys"), { create: false }));
  await simulate(again.ownerUrl, wanted, () => undefined, files);
  await simulate(other.ownerUrl, { ...wanted, seed: 6 }, () => undefined, files);
  const [first, second, third] = await Promise.all([world, again, other].map(({ ownerUrl }) => everything(ownerUrl)));
  expect(second).toEqual(first);
  expect(third).not.toEqual(first);
  await Promise.all([again.drop(), other.drop()]);
});

/** A hash of all rows of each table, without what is random by design and the numbers that this database gave. */
function everything(url: string): Promise<Record<string, string>> {
  return withClient(url, async (client) => {
    const found: Record<string, string> = {};
    for (const table of (await readCatalog(client)).tables) {
      const row = `(${rowAsJson(table)})::jsonb - '{xid,seq,password_hash,storage_name}'::text[]`;
      const { rows } = await client.query<{ hash: string }>(
        `select md5(string_agg(r, E'\\n' order by r)) as hash from (select (${row})::text as r from "${table.name}") x`,
      );
      found[table.name] = rows[0]?.hash ?? "";
    }
    return found;
  });
}
