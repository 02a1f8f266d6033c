import { readdir, readFile } from "node:fs/promises";
import pg from "pg";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../platform/clock.ts";
import { type Db, kyselyOf, openPool } from "../platform/db.ts";
import { openFileStore } from "../platform/files/fileStore.ts";
import { startJobs } from "../platform/jobs.ts";
import { keyRingOf } from "../platform/keys/keyRing.ts";
import { type Mail, type Mailer, openMailer } from "../platform/mail/mail.ts";
import { createTestDatabase, type TestDatabase } from "../platform/testing/testDatabase.ts";
import { crontab, houseTasks } from "./jobs.ts";
import { tellUnusualReads } from "./unusualReads.ts";

const organisationId = "0190a000-0000-7000-8000-0000000000bb";
let database: TestDatabase;
let owner: pg.Pool;
let app: pg.Client;
let keeper: Db;
const files = openFileStore("/nowhere", keyRingOf(new Uint8Array(32)));

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
  keeper = kyselyOf(openPool(database.keeperUrl));
  app = new pg.Client(database.appUrl);
  await app.connect();
  await owner.query(`select set_config('powrot.now', '2026-11-22T10:00:00Z', false);
    insert into organisation (id, name, short_name, kind, created_at) values ('${organisationId}', 'Próba', 'proba', 'NGO', '2026-11-22T10:00:00Z');
    insert into account (id, login, password_hash, created_at) values ('${organisationId}', 'iod', 'x', '2026-11-22T10:00:00Z');
    insert into membership (organisation_id, account_id, display_name, email, valid_from) values ('${organisationId}', '${organisationId}', 'Inspektor', 'iod@example.org', '2026-01-01');
    insert into membership_role values ('${organisationId}', '${organisationId}', 'DPO');
    insert into audit_segment values ('${organisationId}', 1, '2026-11-22T10:00:00Z', '3', '{}', '\\x00', '\\xabcd')`);
});
afterAll(async () => {
  await app.end();
  await keeper.destroy();
  await owner.end();
  await database.drop();
});

test("a job added by the application reaches the officer's mailbox with the head of the chain", async () => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _, done) => {
      let text = "";
      stream.on("data", (part: Buffer) => {
        text += part.toString();
      });
      stream.on("end", () => {
        received.push(text);
        done();
      });
    },
  });
  const port = await new Promise<number>((ready) => {
    const listening = server.listen(0, "127.0.0.1", () => {
      const address = listening.address();
      ready(address && typeof address === "object" ? address.port : 0);
    });
  });
  const mailer = openMailer({ POWROT_SMTP_URL: `smtp://127.0.0.1:${port}` });
  const jobs = await startJobs(
    database.ownerUrl,
    houseTasks({ owner, keeper, mailer, clock: systemClock, keys: keyRingOf(new Uint8Array(32)), files }),
    crontab,
  );
  await app.query("select add_job('mail-audit-heads', '{}')");
  await expect.poll(() => received.length, { timeout: 10_000 }).toBe(1);
  const body = received[0] ?? "";
  expect(body).toContain("To: iod@example.org");
  expect(Buffer.from(body.split("\r\n\r\n").slice(1).join("\r\n\r\n"), "base64").toString("utf8") + body).toContain(
    "abcd",
  );
  await jobs.stop();
  mailer.close();
  await new Promise<void>((closed) => server.close(closed));
});

test("the application sees nothing of the queue", async () => {
  await expect(app.query("select * from graphile_worker.jobs")).rejects.toMatchObject({ code: "42501" });
});

test("a job of a transaction that rolled back is never run", async () => {
  await app.query("begin");
  await app.query("select add_job('never', '{}')");
  await app.query("rollback");
  const { rows } = await owner.query(
    "select count(*)::int as n from graphile_worker.jobs where task_identifier = 'never'",
  );
  expect(rows).toEqual([{ n: 0 }]);
});

test("once a week the officer gets one task and a mail with the number of unusual reads; ordinary reads make none (C5, C10)", async () => {
  const reader = "0190a000-0000-7000-8000-0000000000bc";
  const person = "0190a000-0000-7000-8000-0000000000bd";
  const read = (at: string) =>
    owner.query(
      `insert into audit_entry (organisation_id, id, xid, at, actor_id, action, outcome, object_type, object_id, person_id, hash)
       values ($1, gen_random_uuid(), '3', $2, $3, 'person.read', 'done', 'person', $4, $4, '\\x00')`,
      [organisationId, at, reader, person],
    );
  await owner.query(`select set_config('powrot.now', '2026-11-22T10:00:00Z', false);
    insert into account (id, login, password_hash, created_at) values ('${reader}', 'nocna', 'x', '2026-11-22T10:00:00Z');
    insert into membership (organisation_id, account_id, display_name, valid_from) values ('${organisationId}', '${reader}', 'Nocna Czytelniczka', '2026-01-01');
    insert into membership_role values ('${organisationId}', '${reader}', 'SOCIAL_WORKER');
    insert into person (organisation_id, id, person_no, last_name, registration_address, recorded_by, recorded_at)
      values ('${organisationId}', '${person}', 5, 'Kanarkowicz', 'ulica Kanarkowa 7', '${reader}', '2026-11-22T10:00:00Z')`);
  const mails: Mail[] = [];
  const mailer: Mailer = {
    sendMail: async (mail) => {
      mails.push(mail);
      return { sent: true, messageId: "1" };
    },
    close: () => undefined,
  };
  const monday = new Date("2026-11-23T05:00:00Z");
  await read("2026-11-18T11:00:00Z"); // an ordinary read by day
  await tellUnusualReads(owner, mailer, monday);
  expect(mails).toEqual([]);
  await read("2026-11-18T23:30:00Z");
  await tellUnusualReads(owner, mailer, monday);
  await tellUnusualReads(owner, mailer, monday);
  expect(mails.map(({ to }) => to)).toEqual(["iod@example.org"]);
  const { rows } = await owner.query("select owner_id, kind, detail from task where organisation_id = $1", [
    organisationId,
  ]);
  expect(rows).toEqual([
    {
      owner_id: organisationId,
      kind: "REVIEW_UNUSUAL_READS",
      detail: { from: "2026-11-16", until: "2026-11-22", days: 1 },
    },
  ]);
  expect(JSON.stringify(mails)).not.toMatch(/kanark|nocna|\b5\b/i);
});

test("every mail of the house is written here and carries numbers, days and hashes alone: no name, place or text of a file (C10)", async () => {
  const sources = await readdir(new URL("../", import.meta.url), { recursive: true });
  const senders: string[] = [];
  for (const name of sources.filter((one) => one.endsWith(".ts") && !/\.test\.ts$|mail\/mail\.ts$/.test(one)))
    if ((await readFile(new URL(`../${name}`, import.meta.url), "utf8")).includes("sendMail(")) senders.push(name);
  expect(senders.toSorted()).toEqual([
    "app/frozenFiles.ts",
    "app/jobs.ts",
    "app/remindOfTalks.ts",
    "app/unusualReads.ts",
  ]);
  const mails: Mail[] = [];
  const mailer: Mailer = {
    sendMail: async (mail) => {
      mails.push(mail);
      return { sent: true, messageId: "1" };
    },
    close: () => undefined,
  };
  await owner.query("update membership set display_name = 'Kanarek Inspektor', job_title = 'Kanarek'");
  await owner.query("update person set alias = 'Kanarek'");
  const tasks = houseTasks({ owner, keeper, mailer, clock: systemClock, keys: keyRingOf(new Uint8Array(32)), files });
  const helpers = {} as never; // the jobs that send mail ask nothing of the runner
  for (const name of ["mail-audit-heads", "tell-unusual-reads"]) await tasks[name]?.({}, helpers);
  expect(mails.length).toBeGreaterThan(0);
  expect(JSON.stringify(mails)).not.toMatch(/kanar/i);
});
