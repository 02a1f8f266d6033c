import { sql } from "kysely";
import type { PaperSource } from "../../platform/documents/packet.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

/** The newest conclusion of each specialist; that it is there and since when, not what it says. Source: docs/domain/rules.md R-S0-03. */
export const papersOfAssessment: PaperSource = async (context, personId) => {
  const { rows } = await sql<{ kind: string; since: PlainDate | null }>`select a.kind, max(r.given_on) as since
    from assessment a join recommendation r on r.organisation_id = a.organisation_id and r.assessment_id = a.id
    where a.organisation_id = ${context.actor.organisationId} and a.person_id = any (same_person(${personId}))
    group by a.kind`.execute(context.tx);
  // the checklist knows the case whose page it is
  return ["PSYCHOLOGICAL", "SOCIAL", "VOCATIONAL"].map((kind) => ({
    code: `${kind}_CONCLUSION`,
    since: rows.find((row) => row.kind === kind)?.since ?? null,
    to: null,
  }));
};

/**
 * School and work certificates: there when every one that is known of is there; the day is that of the last note.
 * Source: docs/domain/forms.md F-23
 */
export const papersOfQualifications: PaperSource = async (context, personId) => {
  const { rows } = await sql<{
    since: PlainDate | null;
  }>`select case when bool_and(document = 'PRESENT') then (max(recorded_at) at time zone 'Europe/Warsaw')::date end as since
    from qualification where organisation_id = ${context.actor.organisationId} and person_id = any (same_person(${personId}))
      and withdrawn_at is null`.execute(context.tx);
  return [{ code: "SCHOOL_CERTIFICATES", since: rows[0]?.since ?? null, to: `/people/${personId}/work-history` }];
};

/** The experience profile that the person accepted. Source: docs/domain/rules.md R-S0-04. */
export const papersOfProfile: PaperSource = async (context, personId) => {
  const { rows } = await sql<{ since: PlainDate | null }>`select max(a.given_on) as since
    from experience_profile p join experience_profile_acceptance a on a.organisation_id = p.organisation_id and a.profile_id = p.id
    where p.organisation_id = ${context.actor.organisationId} and p.person_id = any (same_person(${personId})) and a.outcome = 'ACCEPTED'`.execute(
    context.tx,
  );
  return [{ code: "EXPERIENCE_PROFILE", since: rows[0]?.since ?? null, to: null }];
};
