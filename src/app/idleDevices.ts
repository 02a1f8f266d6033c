import type pg from "pg";
import { idleDays } from "../modules/device/rules.ts";

/** Days for which the feed is kept: longer than any device may be away, so that no cursor points before it. */
const feedDays = idleDays + 10;

/** Unlinks devices that nobody used for 30 days (C20), and forgets what no device can ask for any more. */
export async function unlinkIdleDevices(owner: pg.Pool, now: Date): Promise<void> {
  const at = now.toISOString();
  await owner.query(
    `insert into device_revocation (organisation_id, device_id, reason, revoked_at)
     select d.organisation_id, d.id, 'IDLE', $1 from device d where d.seen_at < $1::timestamptz - make_interval(days => $2)
     on conflict do nothing`,
    [at, idleDays],
  );
  await owner.query("delete from device_token where expires_at < $1", [at]);
  await owner.query("delete from sync_change where at < $1::timestamptz - make_interval(days => $2)", [at, feedDays]);
}
