import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFileStore } from "../platform/files/fileStore.ts";
import { keyRingOf } from "../platform/keys/keyRing.ts";
import type { Mail, Mailer } from "../platform/mail/mail.ts";
import { createTestDatabase, type TestDatabase } from "../platform/testing/testDatabase.ts";
import { checkFrozenFiles } from "./frozenFiles.ts";

const organisationId = "0190a000-0000-7000-8000-0000000000bb";
let database: TestDatabase;
let owner: pg.Pool;
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "powrot-frozen-"));
  database = await createTestDatabase();
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
});
afterAll(async () => {
  await owner.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

test("a changed byte of a frozen file gives the officer one task and tells the administrator, until the file is whole again (R-DOC-02)", async () => {
  const files = openFileStore(folder, keyRingOf(new Uint8Array(32)));
  const kept = await files.put(organisationId, Buffer.from("%PDF-1.7 umowa"));
  await owner.query(`select set_config('powrot.now', '2026-11-22T10:00:00Z', false);
    insert into organisation (id, name, short_name, kind, created_at) values ('${organisationId}', 'Próba', 'proba', 'NGO', '2026-11-22T10:00:00Z');
    insert into account (id, login, password_hash, created_at) values ('${organisationId}', 'iod', 'x', '2026-11-22T10:00:00Z');
    insert into membership (organisation_id, account_id, display_name, email, valid_from) values ('${organisationId}', '${organisationId}', 'Inspektor', 'iod@example.org', '2026-01-01');
    insert into membership_role values ('${organisationId}', '${organisationId}', 'DPO'), ('${organisationId}', '${organisationId}', 'ORGANISATION_ADMIN');
    insert into stored_file (organisation_id, id, storage_name, media_type, size_bytes, sha256, uploaded_by, uploaded_at)
      values ('${organisationId}', '${organisationId}', '${kept.id}', 'application/pdf', 14, '${kept.sha256}', '${organisationId}', '2026-11-22T10:00:00Z');
    insert into document_to_sign (organisation_id, id, subject_type, subject_id, file_id, sha256, words_sha256, issued_by, issued_at)
      values ('${organisationId}', '${organisationId}', 'contract', '${organisationId}', '${organisationId}', '\\x${kept.sha256}', '\\x00', '${organisationId}', '2026-11-22T10:00:00Z')`);
  const mails: Mail[] = [];
  const mailer: Mailer = {
    sendMail: async (mail) => {
      mails.push(mail);
      return { sent: true, messageId: "1" };
    },
    close: () => undefined,
  };
  const night = () => checkFrozenFiles(owner, files, mailer, new Date("2026-11-23T04:00:00Z"));
  const tasks = async () => {
    const { rows } = await owner.query(
      "select t.kind, t.detail, e.outcome from task t left join task_ending e on e.task_id = t.id",
    );
    return rows;
  };
  await night();
  expect([await tasks(), mails]).toEqual([[], []]);

  const path = readdirSync(folder, { recursive: true, encoding: "utf8" }).find((name) =>
    name.replace("/", "").endsWith(kept.id.slice(2)),
  );
  const place = join(folder, path ?? "");
  const whole = readFileSync(place);
  const broken = Buffer.from(whole);
  broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1;
  writeFileSync(place, broken);
  await night();
  await night();
  expect(await tasks()).toEqual([{ kind: "REVIEW_CHANGED_FILES", detail: { files: 1 }, outcome: null }]);
  expect(mails.length).toBeGreaterThan(0);
  expect(mails[0]?.text).not.toContain(kept.id);

  writeFileSync(place, whole);
  await night();
  expect(await tasks()).toMatchObject([{ outcome: "DONE" }]);
});
