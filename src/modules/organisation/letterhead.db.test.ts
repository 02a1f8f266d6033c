import { crc32, deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse } from "../../app/testing/house.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { Letterhead } from "./contract.ts";

const it = useTestHouse();
const texts = { name: "Schronisko „Przystań”", address: "ul. Długa 7\n26-600 Radom", note: "tel. 48 000 00 00" };

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A green square of 8 x 8 pixels. */
function png(): Buffer {
  const head = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0]);
  const rows = Buffer.concat(Array(8).fill(Buffer.from([0, ...Array(8).fill([11, 93, 94]).flat()])));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

async function givenFile(by: PersonOfFixture, bytes: Buffer): Promise<string> {
  const fileId = uuidv7();
  const answer = await it.server.inject({
    method: "POST",
    url: `/api/files?fileId=${fileId}&commandId=${uuidv7()}`,
    headers: { authorization: `Bearer ${it.tokenOf(by)}`, "content-type": "application/octet-stream" },
    payload: bytes,
  });
  expect(answer.statusCode).toBe(200);
  return fileId;
}

async function version(): Promise<number> {
  return Letterhead.parse((await it.get("adam", "/organisation/letterhead")).body).version;
}

async function write(payload: object, by: PersonOfFixture = "adam", base?: number) {
  return it.command(by, "organisation.write-letterhead", payload, { base: base ?? (await version()) });
}

test("the administrator's letterhead is what is read back; nobody else writes it", async () => {
  const logoFileId = await givenFile("adam", png());
  expect(await write({ ...texts, logoFileId })).toMatchObject({ status: 200 });
  const kept = Letterhead.parse((await it.get("adam", "/organisation/letterhead")).body);
  expect(kept).toEqual({ ...texts, logoFileId, organisationName: "Stowarzyszenie Agenda", version: 2 });
  expect(await write({ ...texts, logoFileId: null }, "anna")).toMatchObject({ status: 403 });
});

test("a logo is a picture that the administrator brought", async () => {
  const notPicture = await givenFile("adam", Buffer.from("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"));
  const ofOther = await givenFile("anna", png());
  for (const logoFileId of [notPicture, ofOther, uuidv7()])
    expect(await write({ ...texts, logoFileId })).toMatchObject({
      status: 400,
      body: { errors: [{ path: "payload.logoFileId", code: "letterhead.logo_unfit" }] },
    });
});

test("two administrators: different fields both go through, the same one shows both values, none is overwritten unseen", async () => {
  const seen = await version();
  expect(await write({ address: "ul. Krótka 1" }, "adam", seen)).toMatchObject({ status: 200 });
  expect(await write({ note: "tel. 48 111 11 11" }, "adam", seen)).toMatchObject({ status: 200 });
  expect(await write({ address: "ul. Inna 2", name: "Przystań" }, "adam", seen)).toMatchObject({
    status: 409,
    body: {
      code: "record.changed",
      details: { fields: [{ field: "address", theirs: "ul. Krótka 1", yours: "ul. Inna 2" }] },
    },
  });
  const both = await Promise.all(["A", "B"].map((name) => write({ name }, "adam", seen)));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect((await it.get("adam", "/organisation/letterhead")).body).toMatchObject({
    address: "ul. Krótka 1",
    note: "tel. 48 111 11 11",
  });
  expect(await it.command("adam", "organisation.write-letterhead", { name: "" })).toMatchObject({
    status: 400,
    body: { errors: [{ path: "base", code: "record.base_missing" }] },
  });
});
