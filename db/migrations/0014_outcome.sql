-- Proof of what a person has reached in a project, and the second pair of eyes that confirms it.

create table outcome_evidence (
  organisation_id uuid not null,
  id             uuid not null,
  person_id      uuid not null,
  project_id     uuid not null,
  dimension      text not null,
  outcome_type   text not null,
  occurred_on    date not null,
  observed_on    date not null,
  evidence_kind  text,
  file_id        uuid,
  declaration_id uuid,
  placement_id   uuid,
  -- 1 to 5; R-OUTC-04
  measure_before numeric,
  measure_after  numeric,
  specialist_id  uuid,
  assessor_id    uuid not null,
  recorded_at    timestamptz not null default powrot_now(),
  version        int not null default 1,
  constraint outcome_evidence_key primary key (organisation_id, id),
  -- Who assessed cannot be changed behind a verification: see outcome_verification.
  constraint outcome_evidence_assessed unique (organisation_id, id, assessor_id),
  constraint outcome_evidence_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint outcome_evidence_of_project foreign key (organisation_id, project_id) references project (organisation_id, id),
  constraint outcome_evidence_file foreign key (organisation_id, file_id) references stored_file (organisation_id, id),
  constraint outcome_evidence_declaration foreign key (organisation_id, declaration_id) references employer_declaration (organisation_id, id),
  constraint outcome_evidence_placement foreign key (organisation_id, placement_id) references placement (organisation_id, id),
  constraint outcome_evidence_specialist foreign key (organisation_id, specialist_id) references membership (organisation_id, account_id),
  constraint outcome_evidence_assessor foreign key (organisation_id, assessor_id) references membership (organisation_id, account_id),
  constraint outcome_evidence_days check (observed_on >= occurred_on),
  constraint outcome_evidence_measures check (measure_before between 0 and 100 and measure_after between 0 and 100),
  constraint outcome_evidence_type_of_dimension check (
    (dimension = 'SOCIAL' and outcome_type in ('STARTED_EDUCATION', 'MOTIVATION_TO_WORK_UP', 'SELF_CONFIDENCE_SKILLS_UP', 'VOLUNTEERING',
      'HEALTH_IMPROVED', 'ADDICTION_REDUCED', 'FUNCTIONING_IMPROVED', 'DECIDED_FURTHER_ACTIVATION'))
    or (dimension = 'EMPLOYMENT' and outcome_type in ('EMPLOYMENT_CONTRACT', 'CIVIL_CONTRACT', 'SELF_EMPLOYMENT', 'SOCIAL_COOPERATIVE',
      'OTHER_SOCIAL_ENTERPRISE', 'SUBSIDISED_JOB'))),
  constraint outcome_evidence_kind_known check (evidence_kind in ('EMPLOYER_DECLARATION', 'CONTRACT_COPY', 'CEIDG_ENTRY', 'KRS_ENTRY', 'SCHOOL_CERTIFICATE',
    'PSYCHOLOGIST_OPINION', 'THERAPIST_OPINION', 'SOCIAL_WORKER_OPINION', 'DOCTOR_CERTIFICATE', 'VOLUNTEER_AGREEMENT', 'PRE_POST_TEST', 'SELF_DECLARATION'))
);
create index outcome_evidence_by_project on outcome_evidence (organisation_id, project_id, person_id);
create index outcome_evidence_by_person on outcome_evidence (organisation_id, person_id);
create index outcome_evidence_by_declaration on outcome_evidence (organisation_id, declaration_id);
call protect('outcome_evidence', 'select, insert, update (evidence_kind, file_id, declaration_id, placement_id, measure_before, measure_after, specialist_id, occurred_on, observed_on, version)');

-- R-OUTC-05: decided once, never by the one who assessed. The assessor stands in the row and must be the evidence's own.
create table outcome_verification (
  organisation_id uuid not null,
  evidence_id uuid not null,
  assessor_id uuid not null,
  verifier_id uuid not null,
  verdict     text not null,
  reason      text,
  decided_at  timestamptz not null default powrot_now(),
  constraint outcome_verified_once primary key (organisation_id, evidence_id),
  constraint outcome_verification_of_evidence foreign key (organisation_id, evidence_id, assessor_id)
    references outcome_evidence (organisation_id, id, assessor_id),
  constraint outcome_verification_by_member foreign key (organisation_id, verifier_id) references membership (organisation_id, account_id),
  constraint outcome_verified_by_another check (verifier_id <> assessor_id),
  constraint outcome_verdict_known check (verdict in ('VERIFIED', 'REJECTED')),
  constraint outcome_rejected_with_reason check (verdict = 'VERIFIED' or reason is not null)
);
call protect('outcome_verification', 'select, insert');

-- For the rooms above: each evidence with its state.
create view outcome_state with (security_invoker = true) as
  select e.organisation_id, e.id, e.project_id, e.person_id, e.dimension, e.outcome_type, e.occurred_on, e.evidence_kind,
    e.assessor_id, e.recorded_at, coalesce(v.verdict, 'DRAFT') as status, v.verifier_id, v.decided_at
  from outcome_evidence e left join outcome_verification v on v.organisation_id = e.organisation_id and v.evidence_id = e.id;
grant select on outcome_state to powrot_app;
