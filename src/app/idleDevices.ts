import type pg from "pg";
import { idleDays } from "../modules/device/rules.ts";

/** Unlinks devices that nobody used for 30 days (C20). */
export async function unlinkIdleDevices(owner: pg.Pool, now: Date): Promise<void> {
  await owner.query(
    `insert into device_revocation (organisation_id, device_id, reason, revoked_at)
     select d.organisation_id, d.id, 'IDLE', $1 from device d where d.seen_at < $1::timestamptz - make_interval(days => $2)
     on conflict do nothing`,
    [now.toISOString(), idleDays],
  );
}
