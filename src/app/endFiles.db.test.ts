import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FileStore, openFileStore } from "../platform/files/fileStore.ts";
import { startJobs } from "../platform/jobs.ts";
import { keyRingOf } from "../platform/keys/keyRing.ts";
import { createTestDatabase, type TestDatabase } from "../platform/testing/testDatabase.ts";
import { uuidv7 } from "../platform/uuid.ts";
import { endFileBytes, endUnnamedFiles } from "./endFiles.ts";

const organisationId = "0190a000-0000-7000-8000-0000000000ef";
const now = new Date("2026-11-22T04:40:00Z");
const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
let database: TestDatabase;
let owner: pg.Pool;
let folder: string;
let files: FileStore;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
  folder = await mkdtemp(join(tmpdir(), "powrot-end-files-"));
  files = openFileStore(folder, keyRingOf(new Uint8Array(32)));
  await owner.query(
    `insert into organisation (id, name, short_name, kind, created_at) values ('${organisationId}', 'Próba', 'proba', 'NGO', '2026-01-01T10:00:00Z')`,
  );
});
afterAll(async () => {
  await owner.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function bring(
  uploadedAt: string,
  bytes: Buffer = pdf,
): Promise<{ id: string; storageName: string; read: () => Promise<Uint8Array> }> {
  const stored = await files.put(organisationId, bytes);
  const id = uuidv7();
  await owner.query(
    `insert into stored_file (organisation_id, id, storage_name, media_type, size_bytes, sha256, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $2, $7)`,
    [organisationId, id, stored.id, stored.mediaType, stored.sizeBytes, stored.sha256, uploadedAt],
  );
  return { id, storageName: stored.id, read: () => files.get(organisationId, stored) };
}

test("a file that no record names ends after 90 days, bytes and all; a named one and a young one stay", async () => {
  const left = await bring("2026-08-24T04:39:00Z");
  const young = await bring("2026-08-24T04:41:00Z");
  const logo = await bring("2026-01-01T10:00:00Z");
  await owner.query("update organisation set logo_file_id = $2 where id = $1", [organisationId, logo.id]);
  await endUnnamedFiles(owner, now);
  const { rows } = await owner.query<{ id: string }>("select id from stored_file order by uploaded_at");
  expect(rows.map(({ id }) => id)).toEqual([logo.id, young.id]);
  const jobs = await startJobs(database.ownerUrl, { "end-file": (payload) => endFileBytes(files, payload) }, "");
  const gone = () =>
    left.read().then(
      () => "there",
      (problem: Error) => problem.message,
    );
  await expect.poll(gone, { timeout: 10_000 }).toContain("file.not_found");
  await jobs.stop();
  expect([Buffer.from(await young.read()), Buffer.from(await logo.read())]).toEqual([pdf, pdf]);
});

test("a list of people that was brought and not taken in ends after the days of the parameter, the organisation's own first", async () => {
  const list = Buffer.from("Nazwisko;PESEL\r\nKowalski;70020112345\r\n");
  const [left, young, paper] = [
    await bring("2026-11-15T04:39:00Z", list),
    await bring("2026-11-15T04:41:00Z", list),
    await bring("2026-11-01T10:00:00Z"),
  ];
  const there = async () => {
    const { rows } = await owner.query<{ id: string }>("select id from stored_file");
    return [left, young, paper].map(({ id }) => rows.some((row) => row.id === id));
  };
  await endUnnamedFiles(owner, now);
  expect(await there()).toEqual([false, true, true]);
  await owner.query(
    `insert into organisation_parameter (organisation_id, code, valid_from, value, unit, source, recorded_by, recorded_at)
     values ($1, 'IMPORT_FILE_KEEP', '2026-11-01', 1, 'DAYS', 'own', $1, '2026-11-01T10:00:00Z')`,
    [organisationId],
  );
  await endUnnamedFiles(owner, now);
  expect(await there()).toEqual([false, false, true]);
});

test("a file that is gone already ends without a word", async () => {
  const { storageName } = await bring("2026-11-22T04:00:00Z");
  await endFileBytes(files, { organisationId, storageName });
  await endFileBytes(files, { organisationId, storageName });
});
