import { expect, test, vi } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { uuidv7 } from "../uuid.ts";

const it = useTestHouse();
const pdf = Buffer.from("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

async function upload(bytes: Buffer, ids = { fileId: uuidv7(), commandId: uuidv7() }) {
  const answer = await it.server.inject({
    method: "POST",
    url: `/api/files?fileId=${ids.fileId}&commandId=${ids.commandId}`,
    headers: { authorization: `Bearer ${it.tokenOf("anna")}`, "content-type": "application/pdf" },
    payload: bytes,
  });
  return { status: answer.statusCode, body: answer.json<{ code?: string; replayed?: boolean }>() };
}

test("a file is stored once, however often it is sent", async () => {
  const ids = { fileId: uuidv7(), commandId: uuidv7() };
  expect(await upload(pdf, ids)).toMatchObject({ status: 200, body: { replayed: false } });
  expect(await upload(pdf, ids)).toMatchObject({ status: 200, body: { replayed: true } });
  const { rows } = await it.owner.query("select media_type, size_bytes::int as size from stored_file where id = $1", [
    ids.fileId,
  ]);
  expect(rows).toEqual([{ media_type: "application/pdf", size: pdf.length }]);
});

test("what it is not by its content is refused in words", async () => {
  expect(await upload(Buffer.from("MZ\u0000\u0001\u0002"))).toMatchObject({
    status: 422,
    body: { code: "file.kind_not_allowed" },
  });
  expect(await upload(Buffer.alloc(0))).toMatchObject({ status: 422, body: { code: "file.empty" } });
});

test("a file under an id that is taken leaves nothing on the disk", async () => {
  const fileId = uuidv7();
  expect((await upload(pdf, { fileId, commandId: uuidv7() })).status).toBe(200);
  const removed = vi.spyOn(it.services.files, "remove");
  expect(await upload(pdf, { fileId, commandId: uuidv7() })).toMatchObject({ body: { code: "record.id_taken" } });
  expect(removed).toHaveBeenCalledOnce();
});

test("an account does not fill the disk: a gigabyte a day, and the next day goes on (C60)", async () => {
  await it.owner.query("select set_config('powrot.now', $1, false)", [it.clock.now().toISOString()]);
  await it.owner.query(
    `insert into stored_file (organisation_id, id, storage_name, media_type, size_bytes, sha256, uploaded_by)
     values ($1, $2, $3, 'application/pdf', $4, '', $5)`,
    [world.agenda, uuidv7(), "0".repeat(32), 1024 ** 3, it.accountOf("anna")],
  );
  expect(await upload(pdf)).toMatchObject({ status: 422, body: { code: "file.enough_today" } });
  await it.owner.query("update stored_file set uploaded_at = uploaded_at - interval '25 hours'");
  expect((await upload(pdf)).status).toBe(200);
});

test("ten files of one account at once are all stored, and no more than two of them at a time (C60)", async () => {
  let [now, most] = [0, 0];
  const { put } = it.services.files;
  const both = Promise.withResolvers<void>(); // the first waits for a second: how fast one is stored decides nothing
  const watched = vi.spyOn(it.services.files, "put").mockImplementation(async (...file) => {
    most = Math.max(most, ++now);
    if (now === 2) both.resolve();
    await both.promise;
    try {
      return await put(...file);
    } finally {
      now -= 1;
    }
  });
  const answers = await Promise.all(Array.from({ length: 10 }, () => upload(pdf)));
  watched.mockRestore();
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  expect(most).toBe(2);
});
