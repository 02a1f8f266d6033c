import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import { instantAt } from "../../platform/time/instant.ts";
import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";

const timeZone = "Europe/Warsaw";

/** Steps of one's own referrals, of whichever side, as `referral_steps` tells them. */
const stepsOfSent = sql`lateral (select w.kind, w.outcome, w.happened_on from referral_steps(array[r.id]) w
  where w.referral_organisation_id = r.organisation_id) w on true`;

/**
 * Referrals that members of a team sent in some days, inclusive: `answered` once the receiver has decided, seen the person or not, or
 * told an outcome; `started` once a service has begun. Without those withdrawn. Source: docs/domain/reporting.md RP-13
 */
export async function referralsSent(
  context: WorkContext,
  { unitId, from, to }: { unitId: string; from: PlainDate; to: PlainDate },
): Promise<{ by: string; answered: boolean; started: boolean }[]> {
  const { rows } = await sql<{ by: string; answered: boolean; started: boolean }>`select r.sent_by as by,
      coalesce(bool_or(w.kind in ('DECIDED', 'APPEARED', 'NOT_APPEARED', 'OUTCOME')), false) as answered,
      coalesce(bool_or(w.outcome = 'SERVICE_STARTED'), false) as started
    from referral r left join ${stepsOfSent}
    where r.organisation_id = ${context.actor.organisationId}
      and r.sent_at >= ${instantAt(from, "00:00", timeZone)} and r.sent_at < ${instantAt(addDays(to, 1), "00:00", timeZone)}
      and exists (select from membership_unit u where u.organisation_id = r.organisation_id and u.account_id = r.sent_by and u.unit_id = ${unitId})
    group by r.organisation_id, r.id, r.sent_by
    having not coalesce(bool_or(w.kind = 'WITHDRAWN'), false)`.execute(context.tx);
  return rows;
}

/** Days on which a service began that some people were referred to, those of merged records with the one that stays. */
export async function servicesStarted(
  context: WorkContext,
  personIds: readonly string[],
): Promise<{ personId: string; on: PlainDate }[]> {
  const { rows } = await sql<{ personId: string; on: PlainDate }>`select p.id as person_id, w.happened_on as on
    from unnest(${[...personIds]}::uuid[]) p (id)
      join referral r on r.organisation_id = ${context.actor.organisationId} and r.person_id = any (same_person(p.id))
      join ${stepsOfSent}
    where w.outcome = 'SERVICE_STARTED'`.execute(context.tx);
  return rows;
}

/**
 * Referrals of one person that were sent on some days, inclusive, without those withdrawn: all, answered, and those from which a
 * service began. The caller has asked who reads it.
 */
export async function referralsOf(
  context: WorkContext,
  { personId, from, until }: { personId: string; from: PlainDate; until: PlainDate },
): Promise<{ sent: number; answered: number; started: number }> {
  const { rows } = await sql<{ sent: number; answered: number; started: number }>`
    select count(*)::int as sent, count(*) filter (where answered)::int as answered, count(*) filter (where started)::int as started
    from (select r.id, coalesce(bool_or(w.kind in ('DECIDED', 'APPEARED', 'NOT_APPEARED', 'OUTCOME')), false) as answered,
        coalesce(bool_or(w.outcome = 'SERVICE_STARTED'), false) as started
      from referral r left join ${stepsOfSent}
      where r.organisation_id = ${context.actor.organisationId} and r.person_id = any (same_person(${personId}))
        and r.sent_at >= ${instantAt(from, "00:00", timeZone)} and r.sent_at < ${instantAt(addDays(until, 1), "00:00", timeZone)}
      group by r.organisation_id, r.id
      having not coalesce(bool_or(w.kind = 'WITHDRAWN'), false)) one`.execute(context.tx);
  return rows[0] ?? { sent: 0, answered: 0, started: 0 };
}
