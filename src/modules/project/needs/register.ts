import { sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import { type DayRange, longTermByProjectRule, registeredSince } from "../../../platform/longTermUnemployed.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { RegisterCounts } from "./contract.ts";
import { tellable } from "./rules.ts";

/** "Over 24 months without work", as RP-12 asks; the rule is that of R-LTU-03. */
const longMonths = 24;

/**
 * What the house's own files say on a day, each person once, also where records were merged: clients of the centre; those of them
 * registered as unemployed; for over 24 months; homeless as the statute has it. Sealed sections are not looked into: disability,
 * addiction and court stay figures that somebody enters. Source: docs/domain/reporting.md §10
 */
export async function countRegister(context: WorkContext, asAt: PlainDate): Promise<RegisterCounts> {
  const { rows } = await sql<{ homeless: boolean; registered: DayRange[] }>`
    with fact as (
      select coalesce(p.merged_into, p.id) as person_id, f.kind, f.value, f.valid_from, f.valid_until, f.recorded_at, f.id
      from person_fact f join person p on p.organisation_id = f.organisation_id and p.id = f.person_id
      where f.organisation_id = ${context.actor.organisationId} and f.withdrawn_at is null and f.valid_from <= ${asAt}
        and f.kind in ('CLIENT_OF_OPS', 'PUP_REGISTRATION', 'HOMELESSNESS')),
    holding as (
      select distinct on (person_id, kind) person_id, kind, value from fact
      where kind <> 'PUP_REGISTRATION' and coalesce(valid_until, ${asAt}) >= ${asAt}
      order by person_id, kind, valid_from desc, recorded_at desc, id desc)
    select exists (select from holding h where h.person_id = c.person_id and h.kind = 'HOMELESSNESS' and h.value = 'STATUTORY') as homeless,
      coalesce((select jsonb_agg(jsonb_build_object('from', r.valid_from, 'to', r.valid_until)) from fact r
        where r.person_id = c.person_id and r.kind = 'PUP_REGISTRATION'), '[]') as registered
    from holding c join person p on p.organisation_id = ${context.actor.organisationId} and p.id = c.person_id
    where c.kind = 'CLIENT_OF_OPS' and c.value = 'YES' and coalesce(p.death_date > ${asAt}, true)`.execute(context.tx);
  const unemployed = rows.filter(({ registered }) => registeredSince(registered, asAt) !== null);
  const long = unemployed.filter(
    ({ registered }) => longTermByProjectRule({ registered, excluded: [] }, asAt, longMonths).met,
  );
  return {
    asAt,
    counts: {
      CLIENTS: tellable(rows.length),
      CLIENTS_UNEMPLOYED: tellable(unemployed.length),
      CLIENTS_OVER_24_MONTHS: tellable(long.length),
      CLIENTS_HOMELESS: tellable(unemployed.filter(({ homeless }) => homeless).length),
    },
  };
}
