import { type RawBuilder, sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { daysOf, daysOffEntitled, type IpzsDays, type IpzsLimits, type IpzsState } from "./rules.ts";
import { contentOf, findAllIpzs, limitsOn, type StoredIpzs } from "./store.ts";

/** A programme that was admitted, as the month of its centre needs it. */
export type RunningProgramme = {
  id: string;
  /** The record that stays, of somebody whose records were joined. */
  personId: string;
  caseId: string;
  unitId: string;
  /** First name and initial, alias or number. */
  personName: string;
  state: IpzsState;
  /** With the extensions that were decided, whatever came of a job. */
  days: IpzsDays;
  endedOn: PlainDate | null;
  jobOn: PlainDate | null;
  /** Null: no benefit was applied for. */
  benefitAppliedOn: PlainDate | null;
  /** A severe or moderate degree of disability (R-CIS-07). */
  capped: boolean;
  weeklyHours: number | null;
  /** The most on one day; null: nothing is said of it. */
  dailyHours: number | null;
  /** As of the day that was asked for. */
  daysOffEntitled: number;
  /** Days that the manager consented to, in order. */
  daysOff: PlainDate[];
};

type Extra = { id: string; personId: string; unitId: string; daysOff: PlainDate[]; extendedMonths: number };

/**
 * Programmes of a centre that lasted on one of some days, inclusive, and those past their last day that nobody has ended. The caller has
 * asked who sees them.
 */
export function programmesOfUnit(
  context: WorkContext,
  { unitId, from, to }: { unitId: string; from: PlainDate; to: PlainDate },
): Promise<RunningProgramme[]> {
  return programmesWhere(
    context,
    to,
    sql`i.trial_from <= ${to} and k.unit_id = ${unitId}
      and not exists (select from ipzs_ending e where e.organisation_id = i.organisation_id and e.ipzs_id = i.id and e.ended_on < ${from})`,
  );
}

/** One programme that was admitted, or undefined; its days off as of `asOf`. The caller has asked who sees it. */
export async function findRunningProgramme(
  context: WorkContext,
  ipzsId: string,
  asOf: PlainDate = context.today,
): Promise<RunningProgramme | undefined> {
  return (await programmesWhere(context, asOf, sql`i.id = ${ipzsId}`))[0];
}

/** `condition` may speak of the programme `i` and its case `k`. */
async function programmesWhere(
  context: WorkContext,
  asOf: PlainDate,
  condition: RawBuilder<unknown>,
): Promise<RunningProgramme[]> {
  const { rows } = await sql<Extra>`
    select i.id, coalesce(p.merged_into, p.id) as person_id, k.unit_id,
      coalesce((select jsonb_agg(o.day order by o.day) from ipzs_day_off o
        where o.organisation_id = i.organisation_id and o.ipzs_id = i.id and 'GRANTED' = (select a.answer from ipzs_day_off_answer a
          where a.organisation_id = o.organisation_id and a.day_off_id = o.id order by a.no desc limit 1)), '[]') as days_off,
      (select coalesce(sum(d.months), 0)::int from ipzs_extension_decision d
        where d.organisation_id = i.organisation_id and d.ipzs_id = i.id and d.decided_on <= ${asOf}) as extended_months
    from ipzs i join person p on p.organisation_id = i.organisation_id and p.id = i.person_id
      join support_case k on k.organisation_id = i.organisation_id and k.id = i.case_id
    where i.organisation_id = ${context.actor.organisationId} and ${condition}
      and exists (select from ipzs_step t where t.organisation_id = i.organisation_id and t.ipzs_id = i.id and t.act = 'admit')`.execute(
    context.tx,
  );
  if (rows.length === 0) return [];
  const extras = new Map(rows.map((row) => [row.id, row]));
  const found = await findAllIpzs(context, sql`i.id = any (${[...extras.keys()]}::uuid[])`, extras.size);
  const limits = await limitsOn(context, asOf);
  return found.flatMap((ipzs) => {
    const extra = extras.get(ipzs.id);
    return extra && ipzs.trialFrom ? [runningOf(context, { ...ipzs, trialFrom: ipzs.trialFrom }, extra, limits)] : [];
  });
}

function runningOf(
  context: WorkContext,
  ipzs: StoredIpzs & { trialFrom: PlainDate },
  { personId, unitId, daysOff, extendedMonths }: Extra,
  limits: IpzsLimits,
): RunningProgramme {
  const { id, caseId, personName, state, endedOn, job } = ipzs;
  const { benefitApplied, benefitAppliedOn, capped, weeklyHours, dailyHours } = contentOf(context, ipzs);
  return {
    id,
    personId,
    caseId,
    unitId,
    personName,
    state,
    days: daysOf({ ...ipzs, job: null }, ipzs.lengths),
    endedOn,
    jobOn: job?.takenOn ?? null,
    benefitAppliedOn: benefitApplied ? (benefitAppliedOn ?? ipzs.trialFrom) : null,
    capped,
    weeklyHours,
    dailyHours,
    daysOffEntitled: daysOffEntitled(extendedMonths, limits),
    daysOff,
  };
}
