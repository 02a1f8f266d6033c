-- Work: employers, what they declare, placements, the job coach's log and whether the job was kept.

create table employer (
  organisation_id uuid not null references organisation (id),
  id             uuid not null,
  name           text not null,
  nip            text,
  regon          text,
  address        text,
  size           text,
  contact_person text,
  contact_phone  text,
  workplace      text,
  conditions     text,
  recorded_by    uuid not null,
  recorded_at    timestamptz not null default powrot_now(),
  version        int not null default 1,
  constraint employer_key primary key (organisation_id, id),
  constraint employer_nip_once unique (organisation_id, nip),
  constraint employer_size_known check (size in ('MICRO', 'SMALL', 'MEDIUM', 'LARGE'))
);
call protect('employer', 'select, insert, update');

-- R-EMP-05: what it confirms is complete only with persons, working time and duration; what is missing may come later.
create table employer_declaration (
  organisation_id uuid not null,
  id             uuid not null,
  employer_id    uuid not null,
  signed_by      text,
  signed_on      date not null,
  persons_count  int not null,
  positions      text,
  working_time_fraction numeric,
  weekly_hours   numeric,
  duration_months int,
  duration_until date,
  indefinite     boolean not null default false,
  contract_form  text,
  conditions     text,
  file_id        uuid,
  recorded_by    uuid not null,
  recorded_at    timestamptz not null default powrot_now(),
  version        int not null default 1,
  constraint employer_declaration_key primary key (organisation_id, id),
  -- What its places stand on: see declaration_place.
  constraint employer_declaration_size unique (organisation_id, id, persons_count),
  constraint employer_declaration_of_employer foreign key (organisation_id, employer_id) references employer (organisation_id, id),
  constraint employer_declaration_file foreign key (organisation_id, file_id) references stored_file (organisation_id, id),
  constraint employer_declaration_persons check (persons_count between 1 and 1000),
  constraint employer_declaration_fraction check (working_time_fraction > 0 and working_time_fraction <= 1),
  constraint employer_declaration_form_known check (contract_form in ('EMPLOYMENT_CONTRACT', 'SERVICE_CONTRACT', 'WORK_CONTRACT', 'SELF_EMPLOYMENT', 'SOCIAL_COOPERATIVE', 'OTHER'))
);
create index employer_declaration_by_employer on employer_declaration (organisation_id, employer_id);
call protect('employer_declaration', 'select, insert, update');

-- R-EMP-06: a declaration of three has places 1 to 3, each claimed once and given back when the evidence is rejected.
create table declaration_place (
  organisation_id uuid not null,
  declaration_id  uuid not null,
  place_no        int not null,
  persons_count   int not null,
  evidence_id     uuid not null,
  person_id       uuid not null,
  taken_at        timestamptz not null default powrot_now(),
  constraint declaration_place_key primary key (organisation_id, declaration_id, place_no),
  constraint declaration_place_of_evidence unique (organisation_id, evidence_id),
  constraint declaration_place_of_declaration foreign key (organisation_id, declaration_id, persons_count)
    references employer_declaration (organisation_id, id, persons_count) on update cascade,
  constraint declaration_place_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint declaration_place_within check (place_no between 1 and persons_count)
);
create index declaration_place_by_person on declaration_place (organisation_id, person_id);
call protect('declaration_place', 'select, insert, delete');

create table placement (
  organisation_id uuid not null,
  id             uuid not null,
  person_id      uuid not null,
  case_id        uuid,
  employer_id    uuid not null,
  kind           text not null,
  legal_basis    text,
  agreement_no   text,
  agreement_on   date,
  financing      text,
  starts_on      date not null,
  until_on       date not null,
  shorter_reason text,
  weekly_hours   numeric,
  programme      text,
  mentor         text,
  coach_id       uuid,
  medical_exam_on    date,
  medical_exam_until date,
  safety_training_on date,
  insured_from       date,
  -- R-EMP-04: what the person agreed may be told to the employer, sealed.
  disclosure_agreed boolean not null default false,
  disclosure_sealed bytea,
  recorded_by    uuid not null,
  recorded_at    timestamptz not null default powrot_now(),
  version        int not null default 1,
  constraint placement_key primary key (organisation_id, id),
  constraint placement_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint placement_of_case foreign key (organisation_id, case_id) references support_case (organisation_id, id),
  constraint placement_of_employer foreign key (organisation_id, employer_id) references employer (organisation_id, id),
  constraint placement_coach foreign key (organisation_id, coach_id) references membership (organisation_id, account_id),
  constraint placement_period check (until_on >= starts_on),
  constraint placement_kind_known check (kind in ('WORKPLACE_TRAINING', 'JOURNEYMAN_COURSE', 'ON_THE_JOB_TRAINING', 'INTERNSHIP', 'WORK_EXPERIENCE',
    'SOCIALLY_USEFUL_WORK', 'PUBLIC_WORKS', 'INTERVENTION_WORKS', 'SUPPORTED_EMPLOYMENT', 'EMPLOYMENT_REFERRAL_ART16', 'OPEN_MARKET_JOB')),
  constraint placement_financing_known check (financing in ('PROJECT', 'LABOUR_FUND', 'COMMUNE', 'EMPLOYER'))
);
create index placement_by_person on placement (organisation_id, person_id);
create index placement_by_employer on placement (organisation_id, employer_id);
call protect('placement', 'select, insert, update');

-- State is a row: a placement without a start is planned, without an ending it goes on.
create table placement_start (
  organisation_id uuid not null,
  placement_id uuid not null,
  started_on   date not null,
  started_by   uuid not null,
  recorded_at  timestamptz not null default powrot_now(),
  constraint placement_starts_once primary key (organisation_id, placement_id),
  constraint placement_start_of_placement foreign key (organisation_id, placement_id) references placement (organisation_id, id)
);
call protect('placement_start', 'select, insert');
create table placement_ending (
  organisation_id uuid not null,
  placement_id uuid not null,
  ended_on     date not null,
  result       text not null,
  reason       text,
  opinion_sealed bytea,
  ended_by     uuid not null,
  recorded_at  timestamptz not null default powrot_now(),
  constraint placement_ends_once primary key (organisation_id, placement_id),
  constraint placement_ending_of_start foreign key (organisation_id, placement_id) references placement_start (organisation_id, placement_id),
  constraint placement_result_known check (result in ('EMPLOYED_THERE', 'EMPLOYED_ELSEWHERE', 'RETURNED', 'DROPPED'))
);
call protect('placement_ending', 'select, insert');

-- R-EMP-08: whether the job was kept after so many months.
create table employment_check (
  organisation_id uuid not null,
  id           uuid not null,
  placement_id uuid not null,
  person_id    uuid not null,
  months       int not null,
  checked_on   date not null,
  status       text not null,
  contract_form text,
  wage_at_least_minimum boolean,
  checked_by   uuid not null,
  recorded_at  timestamptz not null default powrot_now(),
  constraint employment_check_key primary key (organisation_id, id),
  constraint employment_check_once unique (organisation_id, placement_id, months),
  constraint employment_check_of_placement foreign key (organisation_id, placement_id) references placement (organisation_id, id),
  constraint employment_check_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint employment_check_months_known check (months in (1, 3, 6, 12)),
  constraint employment_check_status_known check (status in ('KEPT', 'OTHER_JOB', 'LOST', 'UNKNOWN'))
);
create index employment_check_by_person on employment_check (organisation_id, person_id);
call protect('employment_check', 'select, insert');

create table coach_log (
  organisation_id uuid not null,
  id          uuid not null,
  person_id   uuid,
  employer_id uuid,
  activity    text not null,
  done_on     date not null,
  minutes     int not null,
  disclosure_agreed boolean not null default false,
  note_sealed bytea,
  next_on     date,
  author_id   uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint coach_log_key primary key (organisation_id, id),
  constraint coach_log_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint coach_log_of_employer foreign key (organisation_id, employer_id) references employer (organisation_id, id),
  constraint coach_log_about_somebody check (person_id is not null or employer_id is not null),
  constraint coach_log_told_by_agreement check (person_id is null or employer_id is null or disclosure_agreed),
  constraint coach_log_minutes check (minutes between 1 and 1440),
  constraint coach_log_activity_known check (activity in ('PROFILE', 'EMPLOYER_SEARCH', 'ADVOCACY', 'WORKPLACE_VISIT', 'APPLICATION_DOCS',
    'INTERVIEW_PREP', 'ACCOMPANIMENT', 'ON_JOB_SUPPORT', 'CRISIS', 'FOLLOW_UP', 'EMPLOYER_EDUCATION'))
);
create index coach_log_by_person on coach_log (organisation_id, person_id, done_on);
create index coach_log_by_employer on coach_log (organisation_id, employer_id, done_on);
call protect('coach_log', 'select, insert');
