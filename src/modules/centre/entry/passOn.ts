import { sql } from "kysely";
import type pg from "pg";
import { writeAudit, writeShareAudit } from "../../../platform/audit.ts";
import { type Db, kyselyOf } from "../../../platform/db.ts";
import { todayIn } from "../../../platform/time/instant.ts";
import { letterState } from "../../referral/rules.ts";
import type { EntryOrigin, EntryService, EntryState } from "./codes.ts";
import { nextOf } from "./rules.ts";
import { entryTasks, giveStep } from "./tasks.ts";

type Waiting = {
  id: string;
  keeper: string;
  centre: string;
  keptPersonId: string;
  /** The person of the centre's; null until it has said whom of its own they are. */
  theirPersonId: string | null;
  service: EntryService;
  origin: EntryOrigin;
  state: EntryState;
  no: number;
  letter: Parameters<typeof letterState>[0];
  /** Organisations that have a task of this step, also one that has ended. */
  given: string[];
};

/** Ends the tasks of steps that were gone past, and the sender's of the answer where the centre has admitted or not: that is the answer. */
async function endTasks(db: Db, at: string, today: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select set_config('powrot.now', ${at}, true)`.execute(tx);
    await sql`insert into task_ending (organisation_id, task_id, outcome, ended_on, ended_by)
      select t.organisation_id, t.id, 'NO_LONGER_RELEVANT', ${today}, t.owner_id from task t
      where t.source_type = ${entryTasks} and (t.detail->>'no')::int < (select max(s.no) from centre_entry_step s where s.entry_id = t.source_id)
        and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id)
      on conflict do nothing`.execute(tx);
    await sql`insert into task_ending (organisation_id, task_id, outcome, ended_on, ended_by)
      select t.organisation_id, t.id, 'DONE', ${today}, t.owner_id from centre_entry e
      join task t on t.organisation_id = e.organisation_id and t.source_type = 'referral' and t.source_id = e.referral_id and t.kind = 'referral.answer_due'
      where exists (select from centre_entry_step s where s.entry_organisation_id = e.organisation_id and s.entry_id = e.id and s.state in ('ADMITTED', 'NOT_ADMITTED'))
        and not exists (select from task_ending x where x.organisation_id = t.organisation_id and x.task_id = t.id)
      on conflict do nothing`.execute(tx);
  });
}

/** Ends the shares of people whom the centre did not admit: nothing is read under them any more. Both organisations are told. */
async function endShares(db: Db, at: string): Promise<void> {
  const { rows } = await sql<{ organisationId: string; toOrganisationId: string; shareId: string; personId: string }>`
    select v.organisation_id, v.to_organisation_id, v.id as share_id, v.person_id from centre_entry e
    join referral r on r.organisation_id = e.organisation_id and r.id = e.referral_id
    join share v on v.organisation_id = r.organisation_id and v.id = r.share_id and v.withdrawn_at is null
    where exists (select from centre_entry_step s where s.entry_organisation_id = e.organisation_id and s.entry_id = e.id and s.state = 'NOT_ADMITTED')
    order by v.id limit 5000`.execute(db);
  for (const { organisationId, toOrganisationId, shareId, personId } of rows)
    await db.transaction().execute(async (tx) => {
      const set = await sql<{ xid: string }>`select set_config('powrot.organisation_id', ${organisationId}, true),
        set_config('powrot.now', ${at}, true), pg_current_xact_id()::text as xid`.execute(tx);
      await sql`update share set withdrawn_at = ${at} where organisation_id = ${organisationId} and id = ${shareId}`.execute(
        tx,
      );
      const context = {
        organisationId,
        actorId: null,
        now: at,
        xid: set.rows[0]?.xid ?? "",
        requestId: null,
        device: null,
      };
      const act = { action: "share.withdraw", objectId: shareId } as const;
      await writeAudit(tx, context, { ...act, outcome: "done", objectType: "share", personId });
      await writeShareAudit(tx, context, toOrganisationId, { ...act, personId: null });
    });
}

/**
 * Gives the next step of each way between two organisations to whoever takes it, where the other organisation took the last one,
 * and ends the tasks of steps that it went past; of a way that is over it ends the task of the answer and the share that is needed no
 * longer. `owner` sees all organisations; doing it again changes nothing.
 * Source: docs/domain/rules.md R-CIS-03
 */
export async function passOnEntries(owner: pg.Pool, now: Date): Promise<void> {
  const db = kyselyOf(owner);
  const at = now.toISOString();
  await endTasks(db, at, todayIn(now, "Europe/Warsaw"));
  await endShares(db, at);
  const { rows } =
    await sql<Waiting>`select e.id, e.organisation_id as keeper, e.to_organisation_id as centre, e.person_id as kept_person_id,
      l.person_id as their_person_id, e.service, e.origin, s.state, s.no,
      coalesce((select jsonb_agg(jsonb_build_object('kind', r.kind, 'decision', r.decision, 'outcome', r.outcome) order by r.taken_at, r.id) from referral_step r
        where r.referral_organisation_id = e.organisation_id and r.referral_id = e.referral_id), '[]') as letter,
      array(select t.organisation_id from task t where t.source_type = ${entryTasks} and t.source_id = e.id and (t.detail->>'no')::int = s.no) as given
    from centre_entry e
    join lateral (select t.state, t.no from centre_entry_step t where t.entry_organisation_id = e.organisation_id and t.entry_id = e.id
      order by t.no desc limit 1) s on s.state in ('REFERRED', 'SIGNED', 'AGREED')
    left join person_link l on l.organisation_id = e.to_organisation_id and l.other_organisation_id = e.organisation_id
      and l.other_person_id = e.person_id and l.ended_at is null
    where e.to_organisation_id is not null order by e.id limit 5000`.execute(db);
  for (const { keeper, centre, keptPersonId, theirPersonId, given, letter, ...path } of rows) {
    const next = nextOf({ ...path, letter: letterState(letter) });
    const [organisationId, personId] = next?.by === "keeper" ? [keeper, keptPersonId] : [centre, theirPersonId];
    if (!next || !personId || given.includes(organisationId)) continue;
    await db.transaction().execute(async (tx) => {
      await sql`select set_config('powrot.organisation_id', ${organisationId}, true), set_config('powrot.now', ${at}, true)`.execute(
        tx,
      );
      await giveStep({ tx, actor: { organisationId, accountId: null } }, { ...path, personId }, next);
    });
  }
}
