import { expect, test } from "vitest";
import { uuidv7 } from "../platform/uuid.ts";
import { forgetPassing } from "./forgetPassing.ts";
import { useTestHouse, world } from "./testing/house.ts";
import { enrolPhone } from "./testing/phone.ts";

const it = useTestHouse("2026-11-22T20:00:00Z");

test("at night the tries, questions and tokens that are over are gone, and those that hold stay", async () => {
  const now = it.clock.now();
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString();
  const phone = await enrolPhone(it, "marta");
  await phone.askToken();
  await it.owner.query("delete from sign_in_attempt; delete from passkey_challenge; delete from device_token");
  for (const [over, holds] of [
    [at(-1), at(1)],
    [at(-10_000), at(10_000)],
  ])
    for (const until of [over, holds]) {
      await it.owner.query("insert into passkey_challenge values ($1, null, $2)", [uuidv7(), until]);
      await it.owner.query("insert into device_token values ($1, $2, $3, $4)", [
        world.agenda,
        Buffer.from(uuidv7()),
        phone.deviceId,
        until,
      ]);
    }
  for (const minutes of [0, -1439, -1441, -5000]) {
    await it.owner.query("insert into sign_in_attempt values ('\\x01', $1, false)", [at(minutes)]);
    await it.owner.query("insert into report_attempt values ($1, $2, '\\x01', $3)", [
      world.agenda,
      uuidv7(),
      at(minutes),
    ]);
  }
  await it.owner.query("set session_replication_role = replica"); // uses of a link that nobody made
  for (const minutes of [0, -43_199, -43_201])
    await it.owner.query("insert into shift_link_use values ($1, $2, $3, $4, $4)", [
      world.agenda,
      uuidv7(),
      Buffer.from(uuidv7()),
      at(minutes),
    ]);
  await it.owner.query("set session_replication_role = origin");
  await forgetPassing(it.owner, now);
  await forgetPassing(it.owner, now);
  const { rows } = await it.owner.query(
    `select 'challenge' as what, count(*)::int as n from passkey_challenge where expires_at > $1
    union all select 'token', count(*)::int from device_token where expires_at > $1
    union all select 'sign-in', count(*)::int from sign_in_attempt
    union all select 'report', count(*)::int from report_attempt
    union all select 'link', count(*)::int from shift_link_use
    union all select 'over', (select count(*)::int from passkey_challenge where expires_at < $1) + (select count(*)::int from device_token where expires_at < $1)`,
    [at(0)],
  );
  expect(rows.map(({ what, n }) => [what, n])).toEqual([
    ["challenge", 2],
    ["token", 2],
    ["sign-in", 2],
    ["report", 2],
    ["link", 2],
    ["over", 0],
  ]);
});
