import { beforeAll, expect, test } from "vitest";
import { forgetPassing } from "../../app/forgetPassing.ts";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { caughtUp, enrolPhone, type Phone } from "../../app/testing/phone.ts";
import { Pulled } from "../../platform/sync/contract.ts";
import { cursorOf } from "../../platform/sync/cursor.ts";
import { plainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse("2026-11-22T20:00:00Z");
const personId = uuidv7();
let phone: Phone;

const days = (number: number) => new Date(it.clock.now().getTime() + number * 86_400_000);
const entriesOf = (records: Pulled["records"]) => records.filter(({ kind }) => kind === "street.entry");
const changeAlias = async (alias: string, base: number) => {
  const answer = await it.command("marta", "person.change", { personId, fields: { alias } }, { base });
  expect(answer.status).toBe(200);
};

beforeAll(async () => {
  const fields = { personId, unitId: world.team, fields: { alias: "Broda" } };
  expect((await it.command("marta", "person.record", fields)).status).toBe(200);
  phone = await enrolPhone(it, "marta");
  await phone.askToken();
});

test("a cursor that is none of ours begins anew, whatever stands in it", async () => {
  const { cursor, records } = await phone.pullAll(null);
  expect(entriesOf(records)).toMatchObject([{ id: personId, body: { name: "Broda" } }]);
  const ours = JSON.parse(Buffer.from(cursor, "base64url").toString());
  const forged: unknown[] = [
    { ...ours, xid: "-1" },
    { ...ours, xid: "18446744073709551616" },
    { ...ours, xid: "99999999999999999999" },
    { ...ours, xid: 7 },
    { ...ours, seq: -1 },
    { ...ours, seq: 1e300 },
    { ...ours, seq: 0.5 },
    { ...ours, answer: -1 },
    { ...ours, answer: Number.MAX_SAFE_INTEGER },
    { ...ours, epoch: uuidv7() },
    { ...ours, day: "2026-13-40" },
    { ...ours, more: true },
    [],
    null,
    "śmieci",
  ];
  const cursors = forged.map((each) => Buffer.from(JSON.stringify(each)).toString("base64url"));
  for (const each of [...cursors, "śmieci", "{", "a".repeat(500)]) {
    const answer = await phone.pull(each);
    expect([each, answer.status]).toEqual([each, 200]);
    expect(entriesOf(Pulled.parse(answer.body).records)).toHaveLength(1);
  }
  expect(await phone.pull("a".repeat(501))).toMatchObject({ status: 400 });
});

test("the largest numbers that a cursor can hold are answered", async () => {
  const { page } = await phone.pullAll(null);
  const { epoch } = page;
  const last = { xid: "18446744073709551615", seq: Number.MAX_SAFE_INTEGER };
  const forged = cursorOf({ ...last, epoch, answer: 0, due: ["nothing"], day: plainDate("2026-11-22") });
  expect((await phone.pull(forged)).status).toBe(200);
});

test("a device from before what the feed has forgotten gets everything as it is now, and a later one what changed", async () => {
  const old = (await phone.pullAll(null)).cursor;
  await changeAlias("Brodaty", 1);
  const sure = (await phone.pullAll(old)).cursor;
  await phone.pullAll(sure); // the server knows that the new name arrived
  await changeAlias("Brodacz", 2);
  await caughtUp(it);
  await forgetPassing(it.owner, days(39));
  expect(await feedLength()).toBeGreaterThan(0);
  await forgetPassing(it.owner, days(41));
  await phone.askToken();
  expect(await feedLength()).toBe(0);
  const late = await phone.pullAll(sure);
  expect(entriesOf(late.records)).toMatchObject([{ id: personId, body: { name: "Brodacz" } }]);
  expect(entriesOf((await phone.pullAll(late.cursor)).records)).toEqual([]);
  await changeAlias("Brodziński", 3);
  const { records } = await phone.pullAll(late.cursor);
  expect(records).toMatchObject([{ id: personId, body: { name: "Brodziński" } }]);
});

test("what was taken from the reader while the feed forgot is taken from a late device", async () => {
  const { cursor } = await phone.pullAll(null);
  await phone.pullAll(cursor);
  await it.owner.query("delete from person_unit where person_id = $1", [personId]);
  await caughtUp(it);
  await forgetPassing(it.owner, days(41));
  await phone.askToken();
  expect(entriesOf((await phone.pullAll(cursor)).records)).toEqual([
    { kind: "street.entry", id: personId, gone: true },
  ]);
});

const feedLength = async () =>
  (await it.owner.query<{ n: number }>("select count(*)::int as n from sync_change where at is not null")).rows[0]?.n;
