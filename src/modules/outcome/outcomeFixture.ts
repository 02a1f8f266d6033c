import { uuidv7 } from "../../platform/uuid.ts";

/** A connection that passes every wall: a test's own. */
type Owner = { query(text: string, values: unknown[]): Promise<unknown> };

export type FixtureProject = { projectId: string; personIds: string[]; groupIds: string[] };

/**
 * A project of tests with its people, each in the unit of the project with an ended enrolment; people alternate between
 * `groups`, are women and men in turn and were born in 1980; the first has no known birth date when `unknownFirst`.
 */
export async function makeProject(
  owner: Owner,
  given: {
    organisationId: string;
    unitId: string;
    by: string;
    people: number;
    firstNo: number;
    groups?: number;
    unknownFirst?: boolean;
    endedOn?: string;
    windowDays?: number | null;
    socialPercent?: number | null;
  },
): Promise<FixtureProject> {
  const { organisationId, unitId, by, endedOn = "2026-06-30", windowDays = null, socialPercent = 60 } = given;
  const projectId = uuidv7();
  await owner.query(
    `insert into project (organisation_id, id, unit_id, kind, title, number, starts_on, ends_on, social_threshold_percent, employment_threshold_percent,
      indicator_window_days, contract_required, recorded_by) values ($1, $2, $3, 'KIS', 'Klub Nowy Start', 'KIS/1/2026', '2026-01-05', '2026-12-31', $4, 25, $5, false, $6)`,
    [organisationId, projectId, unitId, socialPercent, windowDays, by],
  );
  const groupIds: string[] = [];
  for (let at = 0; at < (given.groups ?? 0); at++) {
    const groupId = uuidv7();
    groupIds.push(groupId);
    await owner.query(
      `insert into class_group (organisation_id, id, project_id, unit_id, name, group_no, starts_on, weeks, meetings_per_week, minutes_per_meeting, capacity, recorded_by)
        values ($1, $2, $3, $4, $5, $6, '2026-01-05', 38, 3, 240, 30, $7)`,
      [organisationId, groupId, projectId, unitId, `Grupa ${at + 1}`, at + 1, by],
    );
  }
  const personIds: string[] = [];
  for (let at = 0; at < given.people; at++) {
    const [personId, caseId, enrolmentId] = [uuidv7(), uuidv7(), uuidv7()];
    const unknown = given.unknownFirst && at === 0;
    personIds.push(personId);
    await owner.query(
      "insert into person (organisation_id, id, person_no, first_name, last_name, sex, birth_date, recorded_by) values ($1, $2, $3, 'Jan', 'Próbny', $4, $5, $6)",
      [
        organisationId,
        personId,
        given.firstNo + at,
        unknown ? "UNKNOWN" : at % 2 === 0 ? "F" : "M",
        unknown ? null : "1980-01-01",
        by,
      ],
    );
    await owner.query("insert into person_unit values ($1, $2, $3, '2026-01-01')", [organisationId, personId, unitId]);
    await owner.query(
      "insert into support_case (organisation_id, id, person_id, unit_id, opened_on) values ($1, $2, $3, $4, '2026-01-01')",
      [organisationId, caseId, personId, unitId],
    );
    await owner.query(
      "insert into enrolment (organisation_id, id, person_id, case_id, project_id, started_on, recorded_by) values ($1, $2, $3, $4, $5, '2026-01-05', $6)",
      [organisationId, enrolmentId, personId, caseId, projectId, by],
    );
    await owner.query(
      "insert into enrolment_ending (organisation_id, enrolment_id, ended_on, reason, according_to_path, ended_by) values ($1, $2, $3, $4, $5, $6)",
      [organisationId, enrolmentId, endedOn, at === 0 ? "RESIGNED" : "COMPLETED", at !== 0, by],
    );
    const groupId = groupIds[at % Math.max(1, groupIds.length)];
    if (groupId)
      await owner.query(
        "insert into group_member (organisation_id, id, group_id, enrolment_id, person_id, valid_from, recorded_by) values ($1, $2, $3, $4, $5, '2026-01-05', $6)",
        [organisationId, uuidv7(), groupId, enrolmentId, personId, by],
      );
  }
  return { projectId, personIds, groupIds };
}

/** Evidence of one person as rows, decided by `verifier` when a verdict is given. */
export async function addEvidence(
  owner: Owner,
  given: {
    organisationId: string;
    projectId: string;
    personId: string;
    dimension: "SOCIAL" | "EMPLOYMENT";
    assessor: string;
    verifier?: string;
    verdict?: "VERIFIED" | "REJECTED";
    occurredOn?: string;
  },
): Promise<string> {
  const id = uuidv7();
  const { organisationId, dimension, occurredOn = "2026-07-10" } = given;
  await owner.query(
    `insert into outcome_evidence (organisation_id, id, person_id, project_id, dimension, outcome_type, occurred_on, observed_on, evidence_kind, assessor_id)
      values ($1, $2, $3, $4, $5, $6, $7, $7, 'CONTRACT_COPY', $8)`,
    [
      organisationId,
      id,
      given.personId,
      given.projectId,
      dimension,
      dimension === "SOCIAL" ? "VOLUNTEERING" : "EMPLOYMENT_CONTRACT",
      occurredOn,
      given.assessor,
    ],
  );
  if (given.verdict && given.verifier)
    await owner.query(
      "insert into outcome_verification (organisation_id, evidence_id, assessor_id, verifier_id, verdict, reason) values ($1, $2, $3, $4, $5, 'w teście')",
      [organisationId, id, given.assessor, given.verifier, given.verdict],
    );
  return id;
}
