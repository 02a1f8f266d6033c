import type pg from "pg";
import { idleDays } from "../modules/device/rules.ts";
import { keptHours } from "../modules/social-contract/packet/run/queries.ts";
import { removeOldPrintRuns } from "../modules/social-contract/packet/run/work.ts";
import { hoursAfter } from "../platform/time/instant.ts";

/** Days for which the feed is kept: longer than a device may be away before it is unlinked. */
const feedDays = idleDays + 10;

/** Forgets what served its moment and would only grow: tries, tokens and questions that are over, and what every device has heard. */
export async function forgetPassing(owner: Pick<pg.Client, "query">, now: Date): Promise<void> {
  const at = now.toISOString();
  await owner.query("delete from sign_in_attempt where at < (select max(at) from sign_in_attempt) - interval '1 day'");
  await owner.query("delete from report_attempt where at < $1::timestamptz - interval '1 day'", [at]);
  await owner.query("delete from shift_link_use where last_at < $1::timestamptz - interval '30 days'", [at]);
  await removeOldPrintRuns(owner, hoursAfter(at, -keptHours));
  await owner.query("delete from passkey_challenge where expires_at < $1", [at]);
  await owner.query("delete from device_token where expires_at < $1", [at]);
  // What the feed may not have told yet, as an older transaction is under way, stays for another night.
  await owner.query(
    `with forgotten as (delete from sync_change where at < $1::timestamptz - make_interval(days => $2)
        and xid < pg_snapshot_xmin(pg_current_snapshot()) returning organisation_id, xid),
      last as (select organisation_id, max(xid) as xid from forgotten group by organisation_id)
    update sync_epoch e set forgotten_to = greatest(e.forgotten_to, l.xid) from last l where l.organisation_id = e.organisation_id`,
    [at, feedDays],
  );
}
