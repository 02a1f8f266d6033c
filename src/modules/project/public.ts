import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import { readColumns } from "../../platform/db.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

export { factsOfPerson } from "./criteria/facts.ts";
export { criteriaOf } from "./criteria/store.ts";
export {
  criteriaSources,
  type EnrolmentGate,
  enrolmentEndings,
  enrolmentGates,
  enrolmentStarts,
  startGroups,
  type WaivableGate,
  waivableGates,
} from "./gates.ts";
export { findProjectRow } from "./queries.ts";

/** One enrolment with its days, both inclusive; `endedOn` null while it goes on. */
export type Participant = {
  enrolmentId: string;
  personId: string;
  caseId: string;
  startedOn: PlainDate;
  endedOn: PlainDate | null;
  accordingToPath: boolean | null;
};

/**
 * Everybody who started in a project up to and including `on`, each enrolment once (a person who came back has two): the N of
 * the indicators is the number of distinct `personId`. Sorted by start. Also those who left.
 * The caller has checked that the actor may read the project.
 * Source: docs/domain/rules.md R-OUTC-03
 */
export async function participantsOf(context: WorkContext, projectId: string, on: PlainDate): Promise<Participant[]> {
  return readColumns<Participant>(
    context.tx,
    ["enrolmentId", "personId", "caseId", "startedOn", "endedOn", "accordingToPath"],
    sql`select id as enrolment_id, person_id, case_id, started_on, ended_on, according_to_path
      from enrolment_period where organisation_id = ${context.actor.organisationId} and project_id = ${projectId} and started_on <= ${on}
      order by started_on, id`,
  );
}

/** Open and ended enrolments of a person, newest first, with the project's kind and title. */
export async function enrolmentsOfPerson(
  context: WorkContext,
  personId: string,
): Promise<(Participant & { projectId: string; projectTitle: string; projectKind: string })[]> {
  const { rows } = await sql<
    Participant & { projectId: string; projectTitle: string; projectKind: string }
  >`select e.id as enrolment_id, e.person_id, e.case_id, e.started_on, e.ended_on, e.according_to_path, p.id as project_id, p.title as project_title, p.kind as project_kind
    from enrolment_period e join project p on p.organisation_id = e.organisation_id and p.id = e.project_id
    where e.organisation_id = ${context.actor.organisationId} and e.person_id = any (same_person(${personId})) order by e.started_on desc, e.id`.execute(
    context.tx,
  );
  return rows;
}

/** Days on which some people joined a project, those of merged records with the one that stays. */
export async function enrolmentsBegun(
  context: WorkContext,
  personIds: readonly string[],
): Promise<{ personId: string; on: PlainDate }[]> {
  const { rows } = await sql<{ personId: string; on: PlainDate }>`select p.id as person_id, e.started_on as on
    from unnest(${[...personIds]}::uuid[]) p (id) join enrolment_period e
      on e.organisation_id = ${context.actor.organisationId} and e.person_id = any (same_person(p.id))`.execute(
    context.tx,
  );
  return rows;
}

/** Thresholds of a project as its card has them; percents null where the agreement knows none. Undefined: no such project. */
export async function findThresholds(
  context: WorkContext,
  projectId: string,
): Promise<
  | {
      title: string;
      number: string | null;
      unitId: string;
      socialPercent: number | null;
      employmentPercent: number | null;
      indicatorWindowDays: number | null;
      startsOn: PlainDate;
      endsOn: PlainDate | null;
    }
  | undefined
> {
  const { rows } = await sql<{
    title: string;
    number: string | null;
    unitId: string;
    socialPercent: number | null;
    employmentPercent: number | null;
    indicatorWindowDays: number | null;
    startsOn: PlainDate;
    endsOn: PlainDate | null;
  }>`select title, number, unit_id, social_threshold_percent::float8 as social_percent, employment_threshold_percent::float8 as employment_percent,
      indicator_window_days, starts_on, ends_on
    from project where organisation_id = ${context.actor.organisationId} and id = ${projectId}`.execute(context.tx);
  return rows[0];
}
