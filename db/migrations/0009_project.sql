-- The project card, its criteria as rows, and who takes part: enrolment of a case in a project.

create table project (
  organisation_id uuid not null,
  id        uuid not null,
  unit_id   uuid not null,
  kind      text not null,
  title     text not null,
  number    text,
  funder    text,
  edition   text,
  lead_partner text,
  area      text,
  target_group text,
  starts_on date not null,
  ends_on   date,
  planned_persons int,
  -- F-70: thresholds are data; null where the agreement knows none.
  social_threshold_percent numeric,
  employment_threshold_percent numeric,
  -- Days after a person's ending in which an outcome still counts for the indicators.
  indicator_window_days int,
  -- R-PRG-05, R-PRG-08
  minutes_per_hour int not null default 60,
  completion_threshold_percent numeric,
  -- R-REC-05, R-SC-06
  contract_required boolean not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  version   int not null default 1,
  constraint project_key primary key (organisation_id, id),
  constraint project_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint project_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint project_kind_known check (kind in ('KIS', 'CIS', 'OPEN_OFFER', 'OTHER')),
  constraint project_period check (ends_on >= starts_on),
  constraint project_thresholds_are_percents check (social_threshold_percent between 0 and 100 and employment_threshold_percent between 0 and 100 and completion_threshold_percent between 0 and 100),
  constraint project_hour_unit_known check (minutes_per_hour in (45, 60)),
  constraint project_window_positive check (indicator_window_days >= 0)
);
create index project_by_unit on project (organisation_id, unit_id);
call protect('project', 'select, insert, update');

-- R-REC-01: a criterion in words that a machine reads; withdrawn, never overwritten.
create table project_criterion (
  organisation_id uuid not null,
  id         uuid not null,
  project_id uuid not null,
  kind       text not null,
  detail     jsonb not null default '{}',
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  withdrawn_at timestamptz,
  constraint project_criterion_key primary key (organisation_id, id),
  constraint project_criterion_of_project foreign key (organisation_id, project_id) references project (organisation_id, id),
  constraint project_criterion_kind_known check (kind in ('LONG_TERM_UNEMPLOYED', 'EDUCATION', 'AGE', 'CLIENT_OF_CENTRE', 'OTHER'))
);
create index project_criterion_by_project on project_criterion (organisation_id, project_id);
call protect('project_criterion', 'select, insert, update (withdrawn_at)');

create table enrolment (
  organisation_id uuid not null,
  id         uuid not null,
  person_id  uuid not null,
  case_id    uuid not null,
  project_id uuid not null,
  started_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint enrolment_key primary key (organisation_id, id),
  constraint enrolment_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint enrolment_of_case foreign key (organisation_id, case_id) references support_case (organisation_id, id),
  constraint enrolment_of_project foreign key (organisation_id, project_id) references project (organisation_id, id),
  constraint enrolment_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
create index enrolment_by_project on enrolment (organisation_id, project_id, started_on);
create index enrolment_by_person on enrolment (organisation_id, person_id);
create index enrolment_by_case on enrolment (organisation_id, case_id);
call protect('enrolment', 'select, insert');

-- State is a row: an enrolment without an ending goes on.
create table enrolment_ending (
  organisation_id uuid not null,
  enrolment_id uuid not null,
  ended_on  date not null,
  reason    text not null,
  according_to_path boolean not null,
  note      bytea,
  ended_by  uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint enrolment_ends_once primary key (organisation_id, enrolment_id),
  constraint enrolment_ending_of_enrolment foreign key (organisation_id, enrolment_id) references enrolment (organisation_id, id),
  constraint enrolment_ending_by_member foreign key (organisation_id, ended_by) references membership (organisation_id, account_id),
  constraint enrolment_ending_reason_known check (reason in ('COMPLETED', 'JOB', 'TRAINING', 'RESIGNED', 'NOT_KEEPING_CONTRACT', 'HEALTH', 'MOVED', 'DIED', 'OTHER'))
);
call protect('enrolment_ending', 'select, insert');

-- A person is in a project once at a time: claimed at the start, given back at the end.
create table open_enrolment (
  organisation_id uuid not null,
  person_id  uuid not null,
  project_id uuid not null,
  enrolment_id uuid not null,
  constraint enrolment_open_once_in_project primary key (organisation_id, person_id, project_id),
  constraint open_enrolment_of_enrolment foreign key (organisation_id, enrolment_id) references enrolment (organisation_id, id)
);
create index open_enrolment_by_enrolment on open_enrolment (organisation_id, enrolment_id);
call protect('open_enrolment', 'select, insert, delete');

-- For the rooms above: each enrolment with its days, both inclusive; ended_on null while it goes on.
create view enrolment_period with (security_invoker = true) as
  select e.organisation_id, e.id, e.person_id, e.case_id, e.project_id, e.started_on, n.ended_on, n.reason, n.according_to_path
  from enrolment e left join enrolment_ending n on n.organisation_id = e.organisation_id and n.enrolment_id = e.id;
grant select on enrolment_period to powrot_app;
