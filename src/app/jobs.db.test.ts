import pg from "pg";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../platform/clock.ts";
import { type Db, kyselyOf, openPool } from "../platform/db.ts";
import { startJobs } from "../platform/jobs.ts";
import { keyRingOf } from "../platform/keys/keyRing.ts";
import { openMailer } from "../platform/mail/mail.ts";
import { createTestDatabase, type TestDatabase } from "../platform/testing/testDatabase.ts";
import { crontab, houseTasks } from "./jobs.ts";

const organisationId = "0190a000-0000-7000-8000-0000000000bb";
let database: TestDatabase;
let owner: pg.Pool;
let app: pg.Client;
let keeper: Db;

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
    houseTasks({ owner, keeper, mailer, clock: systemClock, keys: keyRingOf(new Uint8Array(32)) }),
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
