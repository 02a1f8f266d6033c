-- R-REC-04, R-GDPR-11: who starts in a project beside its recruitment does so by a decision of a person, with a reason.
create table enrolment_exception (
  organisation_id uuid not null,
  enrolment_id uuid not null,
  project_id  uuid not null,
  -- Codes of what was waived, as the rooms above named it.
  conditions  text[] not null,
  -- Why.
  sealed      bytea not null,
  decided_by  uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint enrolment_exception_once primary key (organisation_id, enrolment_id),
  constraint enrolment_exception_of_enrolment foreign key (organisation_id, enrolment_id) references enrolment (organisation_id, id),
  constraint enrolment_exception_of_project foreign key (organisation_id, project_id) references project (organisation_id, id),
  constraint enrolment_exception_by_member foreign key (organisation_id, decided_by) references membership (organisation_id, account_id),
  constraint enrolment_exception_waives_something check (cardinality(conditions) > 0)
);
create index enrolment_exception_by_project on enrolment_exception (organisation_id, project_id);
call protect('enrolment_exception', 'select, insert');
