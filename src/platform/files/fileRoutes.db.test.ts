import { expect, test } from "vitest";
import { useTestHouse } from "../../app/testing/house.ts";
import { uuidv7 } from "../uuid.ts";

const it = useTestHouse();
const pdf = Buffer.from("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

async function upload(bytes: Buffer, ids = { fileId: uuidv7(), commandId: uuidv7() }) {
  const session = await it.server.inject({
    method: "POST",
    url: "/api/session",
    headers: { "x-powrot": "1" },
    payload: { login: "anna", password: "spokojna noc nad rzeką", kind: "token" },
  });
  const answer = await it.server.inject({
    method: "POST",
    url: `/api/files?fileId=${ids.fileId}&commandId=${ids.commandId}`,
    headers: { authorization: `Bearer ${session.json<{ token: string }>().token}`, "content-type": "application/pdf" },
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
