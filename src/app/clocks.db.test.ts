import { beforeAll, expect, test } from "vitest";
import { uuidv7 } from "../platform/uuid.ts";
import { useTestHouse, world } from "./testing/house.ts";

const it = useTestHouse("2026-11-22T10:00:00.000Z");
const personId = uuidv7();

beforeAll(async () => {
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, alias, recorded_by) values ($1, $2, 1, 'Broda', $3)",
    [world.agenda, personId, it.accountOf("marta")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.team,
  ]);
});

test("a device's clock that runs three days ahead or behind, in 1970 or in 2099 changes neither order nor record (C70)", async () => {
  const devices = [
    "2099-01-01T00:00:00.000Z",
    "1970-01-01T00:00:00.000Z",
    "2026-11-25T10:00:00.000Z",
    "2026-11-19T10:00:00.000Z",
    "2026-11-22T11:30:00+01:00", // half an hour ahead, told in another zone
  ];
  for (const [at, occurredAt] of devices.entries()) {
    it.clock.set(`2026-11-22T10:0${at}:00.000Z`);
    const payload = { taskId: uuidv7(), personId, text: `krok ${at}`, dueOn: null, ownerId: null };
    const body = { id: uuidv7(), v: 1, occurredAt, payload };
    expect((await it.post("marta", "/commands/task.add", body)).status).toBe(200);
  }
  const told = await it.owner.query(
    "select to_char(c.occurred_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as told, to_char(c.received_at at time zone 'UTC', 'HH24:MI') as received from command c where type = 'task.add' order by received_at",
  );
  expect(told.rows).toEqual([
    { told: "2099-01-01 00:00", received: "10:00" }, // the device's word is kept apart
    { told: "1970-01-01 00:00", received: "10:01" },
    { told: "2026-11-25 10:00", received: "10:02" },
    { told: "2026-11-19 10:00", received: "10:03" },
    { told: "2026-11-22 10:30", received: "10:04" },
  ]);
  const events = await it.owner.query(
    "select to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as occurred, to_char(recorded_at at time zone 'UTC', 'HH24:MI') as recorded from event where person_id = $1 order by seq",
    [personId],
  );
  expect(events.rows).toEqual([
    { occurred: "2026-11-22 10:00", recorded: "10:00" }, // never later than the server knows
    { occurred: "1970-01-01 00:00", recorded: "10:01" }, // backdated: the timeline says when it was recorded
    { occurred: "2026-11-22 10:02", recorded: "10:02" },
    { occurred: "2026-11-19 10:00", recorded: "10:03" },
    { occurred: "2026-11-22 10:04", recorded: "10:04" },
  ]);
  const audit = await it.owner.query(
    "select to_char(at at time zone 'UTC', 'HH24:MI') as at from audit_entry where action = 'task.add' order by xid",
  );
  expect(audit.rows.map(({ at }) => at)).toEqual(["10:00", "10:01", "10:02", "10:03", "10:04"]);
});
