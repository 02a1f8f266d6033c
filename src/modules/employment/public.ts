import { type RawBuilder, sql } from "kysely";
import type { CommandContext, WorkContext } from "../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { personInReach, whereaboutsHidden } from "../person/public.ts";
import { employmentAccess } from "./access.ts";
import { type DeclarationContent, refuseDeclaration } from "./rules.ts";

export { requireOwnFile } from "./files.ts";

onConstraint("declaration_place_key", "refused", "employment.declaration_full");
onConstraint("declaration_place_within", "refused", "employment.declaration_full");
onConstraint("declaration_place_of_evidence", "conflict", "record.id_taken");

/**
 * Claims a place of a declaration for one evidence; waits for whoever claims another place of it at this moment.
 * @throws Problem not_found `declaration.not_found` | refused `employment.declaration_full`
 * Source: docs/domain/rules.md R-EMP-06
 */
export async function takeDeclarationPlace(
  context: CommandContext,
  place: { declarationId: string; evidenceId: string; personId: string },
): Promise<void> {
  const { organisationId } = context.actor;
  const declaration = await context.tx
    .selectFrom("employerDeclaration")
    .select("personsCount")
    .where("organisationId", "=", organisationId)
    .where("id", "=", place.declarationId)
    .forUpdate()
    .executeTakeFirst();
  if (!declaration) throw new Problem("not_found", "declaration.not_found");
  // A statement of its own after the lock: it sees what the one before us has claimed.
  const { rows } = await sql<{
    placeNo: number | null;
  }>`select min(no)::int as place_no from generate_series(1, ${declaration.personsCount}) no
    where not exists (select from declaration_place p where p.organisation_id = ${organisationId} and p.declaration_id = ${place.declarationId} and p.place_no = no)`.execute(
    context.tx,
  );
  const placeNo = rows[0]?.placeNo ?? null;
  refuseIf([placeNo === null ? "employment.declaration_full" : null], { declared: declaration.personsCount });
  await context.tx
    .insertInto("declarationPlace")
    .values({ organisationId, ...place, placeNo: placeNo ?? 0, personsCount: declaration.personsCount })
    .execute();
}

/** Gives the place of an evidence back; does nothing when it holds none. Source: docs/domain/rules.md R-EMP-06 */
export async function freeDeclarationPlace(context: CommandContext, evidenceId: string): Promise<void> {
  await context.tx
    .deleteFrom("declarationPlace")
    .where("organisationId", "=", context.actor.organisationId)
    .where("evidenceId", "=", evidenceId)
    .execute();
}

/**
 * What the declaration lacks to confirm anything, as refusal codes; empty when it is complete.
 * @throws Problem not_found `declaration.not_found`
 * Source: docs/domain/rules.md R-EMP-05
 */
export async function missingOfDeclaration(context: WorkContext, declarationId: string): Promise<readonly string[]> {
  const { rows } =
    await sql<DeclarationContent>`select persons_count, working_time_fraction::float8 as working_time_fraction,
      weekly_hours::float8 as weekly_hours, duration_months, duration_until, indefinite
    from employer_declaration where organisation_id = ${context.actor.organisationId} and id = ${declarationId}`.execute(
      context.tx,
    );
  const [row] = rows;
  if (!row) throw new Problem("not_found", "declaration.not_found");
  return refuseDeclaration(row);
}

/** One placement as evidence needs it; undefined when the organisation has none with this id. */
export async function findPlacement(
  context: WorkContext,
  placementId: string,
): Promise<{ personId: string; kind: string; startedOn: PlainDate | null } | undefined> {
  const { rows } = await sql<{
    personId: string;
    kind: string;
    startedOn: PlainDate | null;
  }>`select p.person_id, p.kind, s.started_on
    from placement p left join placement_start s on s.organisation_id = p.organisation_id and s.placement_id = p.id
    where p.organisation_id = ${context.actor.organisationId} and p.id = ${placementId}`.execute(context.tx);
  return rows[0];
}

/** An employer's word: who, how many, how much, how long, and `persons` whose employment it proves. */
export type DeclaredWork = {
  employerName: string;
  persons: number;
  personsCount: number;
  workingTimeFraction: number | null;
  weeklyHours: number | null;
  durationMonths: number | null;
  durationUntil: PlainDate | null;
  indefinite: boolean;
};

/** The employers' words behind employment outcomes, equal ones counted as one. `evidenceIds`: SQL that selects the ids of evidence. */
export async function declaredWork(context: WorkContext, evidenceIds: RawBuilder<unknown>): Promise<DeclaredWork[]> {
  const { rows } = await sql<DeclaredWork>`select e.name as employer_name, count(*)::int as persons, d.persons_count,
      d.working_time_fraction::float8 as working_time_fraction, d.weekly_hours::float8 as weekly_hours, d.duration_months, d.duration_until, d.indefinite
    from declaration_place p
    join employer_declaration d on d.organisation_id = p.organisation_id and d.id = p.declaration_id
    join employer e on e.organisation_id = d.organisation_id and e.id = d.employer_id
    where p.organisation_id = ${context.actor.organisationId} and p.evidence_id in (${evidenceIds})
    group by e.name, d.persons_count, d.working_time_fraction, d.weekly_hours, d.duration_months, d.duration_until, d.indefinite
    order by e.name, min(p.evidence_id::text)`.execute(context.tx);
  return rows;
}

/** How many placements of a person began and ended on some days, inclusive. The caller has asked who reads it. */
export async function placementsOf(
  context: WorkContext,
  { personId, from, until }: { personId: string; from: PlainDate; until: PlainDate },
): Promise<{ started: number; ended: number }> {
  const { rows } = await sql<{ started: number; ended: number }>`
    select count(*) filter (where s.started_on between ${from}::date and ${until}::date)::int as started,
      count(*) filter (where e.ended_on between ${from}::date and ${until}::date)::int as ended
    from placement p
      left join placement_start s on s.organisation_id = p.organisation_id and s.placement_id = p.id
      left join placement_ending e on e.organisation_id = p.organisation_id and e.placement_id = p.id
    where p.organisation_id = ${context.actor.organisationId} and p.person_id = any (same_person(${personId}))`.execute(
    context.tx,
  );
  return rows[0] ?? { started: 0, ended: 0 };
}

/** When placements of people ran since a day, of people in the reader's reach; `until` null: it goes on. A merged record counts for the one that stays. */
export async function placementsSince(
  context: WorkContext,
  since: PlainDate,
): Promise<{ personId: string; from: PlainDate; until: PlainDate | null }[]> {
  const { rows } = await sql<{ personId: string; from: PlainDate; until: PlainDate | null }>`
    select coalesce(p.merged_into, p.id) as person_id, s.started_on as from, e.ended_on as until
    from placement k join person p on p.organisation_id = k.organisation_id and p.id = k.person_id
      join placement_start s on s.organisation_id = k.organisation_id and s.placement_id = k.id
      left join placement_ending e on e.organisation_id = k.organisation_id and e.placement_id = k.id
    where k.organisation_id = ${context.actor.organisationId} and s.started_on <= ${context.today} and coalesce(e.ended_on, ${since}) >= ${since}
      and ${personInReach(context, employmentAccess["placement.read"], sql.ref("p.id"))}
      and not ${whereaboutsHidden(context, sql.ref("p.id"))}`.execute(context.tx);
  return rows;
}

/** Kinds that are a job, and not a training on the way to one. */
const jobs = [
  "INTERVENTION_WORKS",
  "PUBLIC_WORKS",
  "SUPPORTED_EMPLOYMENT",
  "EMPLOYMENT_REFERRAL_ART16",
  "OPEN_MARKET_JOB",
];

/**
 * Days of the longest job between two days, both inclusive, and what the job coaches' log says of getting one: papers written
 * and interviews prepared. The caller has asked who may read placements and the log.
 */
export async function jobSearchOf(
  context: WorkContext,
  { personId, from, until }: { personId: string; from: PlainDate; until: PlainDate },
): Promise<{ daysKept: number; papers: number; interviews: number }> {
  const { rows } = await sql<{ daysKept: number; papers: number; interviews: number }>`
    select coalesce((select max(least(coalesce(e.ended_on, ${until}::date), ${until}::date) - greatest(s.started_on, ${from}::date) + 1)
        from placement p
        join placement_start s on s.organisation_id = p.organisation_id and s.placement_id = p.id
        left join placement_ending e on e.organisation_id = p.organisation_id and e.placement_id = p.id
        where p.organisation_id = ${context.actor.organisationId} and p.person_id = any (same_person(${personId}))
          and p.kind = any (${jobs}::text[]) and s.started_on <= ${until}::date and coalesce(e.ended_on, ${until}::date) >= ${from}::date), 0)::int as days_kept,
      count(*) filter (where c.activity = 'APPLICATION_DOCS')::int as papers,
      count(*) filter (where c.activity = 'INTERVIEW_PREP')::int as interviews
    from coach_log c where c.organisation_id = ${context.actor.organisationId} and c.person_id = any (same_person(${personId}))
      and c.done_on between ${from}::date and ${until}::date`.execute(context.tx);
  return rows[0] ?? { daysKept: 0, papers: 0, interviews: 0 };
}
