-- The individual social employment programme of a CIS (F-29, R-CIS-04, 06, 07, 09, 10): one row a programme, its state is its last step.

create table ipzs (
  organisation_id uuid not null,
  id           uuid not null,
  person_id    uuid not null,
  case_id      uuid not null,
  -- The social worker of the CIS.
  prepared_by  uuid not null,
  -- The way in by which the person was referred (R-CIS-03), once it is known. No foreign key: it may be kept by the partner who referred.
  referral_id  uuid,
  trial_from   date,
  -- R-CIS-06: as written; null: as long as the law allows.
  participation_to date,
  weekly_hours numeric(4, 2),
  -- Scopes, persons responsible, the weekly cap, the application for the benefit, rights and duties.
  sealed       bytea not null,
  version      int not null default 1,
  changed_in   jsonb not null default '{}',
  begun_on     date not null,
  recorded_at  timestamptz not null default powrot_now(),
  constraint ipzs_key primary key (organisation_id, id),
  constraint ipzs_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint ipzs_of_case foreign key (organisation_id, case_id) references support_case (organisation_id, id),
  constraint ipzs_by_member foreign key (organisation_id, prepared_by) references membership (organisation_id, account_id),
  constraint ipzs_weekly_hours_possible check (weekly_hours > 0 and weekly_hours <= 40),
  constraint ipzs_participation_after_trial check (participation_to > trial_from)
);
create index ipzs_by_person on ipzs (organisation_id, person_id);
create index ipzs_by_case on ipzs (organisation_id, case_id);
call protect('ipzs', 'select, insert, update (referral_id, trial_from, participation_to, weekly_hours, sealed, version, changed_in)');

create table ipzs_step (
  organisation_id uuid not null,
  ipzs_id  uuid not null,
  no       int not null,
  act      text not null,
  state    text not null,
  -- The day of the act itself: of the agreement, the signature, the decision, the statement.
  acted_on date not null,
  -- Reason of a decision, who agreed for the OPS, what was said.
  sealed   bytea,
  done_by  uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint ipzs_step_key primary key (organisation_id, ipzs_id, no),
  constraint ipzs_step_of_ipzs foreign key (organisation_id, ipzs_id) references ipzs (organisation_id, id),
  constraint ipzs_state_known check (state in ('DRAFT', 'AGREED', 'SIGNED', 'TRIAL', 'PARTICIPATION', 'EXTENDED', 'AFTER_JOB', 'ENDED', 'WITHDRAWN'))
);
call protect('ipzs_step', 'select, insert');

-- R-CIS-04: version 1 is what was signed; each later change has a day, who asked for it and when it was signed.
create table ipzs_version (
  organisation_id uuid not null,
  ipzs_id   uuid not null,
  no        int not null,
  asked_by  text,
  signed_on date not null,
  -- The programme as it stood, and the words of the change.
  sealed    bytea not null,
  made_by   uuid not null,
  made_on   date not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint ipzs_version_key primary key (organisation_id, ipzs_id, no),
  constraint ipzs_version_of_ipzs foreign key (organisation_id, ipzs_id) references ipzs (organisation_id, id),
  constraint ipzs_change_asked_by_a_side check ((no = 1) = (asked_by is null)),
  constraint ipzs_asking_side_known check (asked_by in ('PARTICIPANT', 'CENTRE'))
);
call protect('ipzs_version', 'select, insert');

-- R-CIS-06: an extension is asked for, with the opinion of the social worker of the CIS, and decided by the manager.
create table ipzs_extension (
  organisation_id uuid not null,
  id        uuid not null,
  ipzs_id   uuid not null,
  asked_by  text not null,
  asked_on  date not null,
  months    int not null,
  sealed    bytea not null,
  written_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint ipzs_extension_key primary key (organisation_id, id),
  constraint ipzs_extension_of_ipzs foreign key (organisation_id, ipzs_id) references ipzs (organisation_id, id),
  constraint ipzs_extension_asked_by_known check (asked_by in ('PARTICIPANT', 'CENTRE')),
  constraint ipzs_extension_months_possible check (months between 1 and 12)
);
create index ipzs_extension_by_ipzs on ipzs_extension (organisation_id, ipzs_id);
call protect('ipzs_extension', 'select, insert');

create table ipzs_extension_decision (
  organisation_id uuid not null,
  extension_id uuid not null,
  ipzs_id    uuid not null,
  step_no    int not null,
  -- Null: not extended.
  months     int,
  decided_on date not null,
  decided_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint ipzs_extension_decided_once primary key (organisation_id, extension_id),
  constraint ipzs_extension_decision_of_extension foreign key (organisation_id, extension_id) references ipzs_extension (organisation_id, id),
  constraint ipzs_extension_decision_of_step foreign key (organisation_id, ipzs_id, step_no) references ipzs_step (organisation_id, ipzs_id, no),
  constraint ipzs_extended_months_possible check (months between 1 and 12)
);
create index ipzs_extension_decision_by_ipzs on ipzs_extension_decision (organisation_id, ipzs_id);
call protect('ipzs_extension_decision', 'select, insert');

-- R-CIS-09: a job was taken; the programme may go on for up to 6 months, without benefit.
create table ipzs_job (
  organisation_id uuid not null,
  ipzs_id   uuid not null,
  step_no   int not null,
  taken_on  date not null,
  until     date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint ipzs_job_once primary key (organisation_id, ipzs_id),
  constraint ipzs_job_of_step foreign key (organisation_id, ipzs_id, step_no) references ipzs_step (organisation_id, ipzs_id, no),
  constraint ipzs_job_until_after_start check (until >= taken_on)
);
call protect('ipzs_job', 'select, insert');

create table ipzs_ending (
  organisation_id uuid not null,
  ipzs_id   uuid not null,
  step_no   int not null,
  reason    text not null,
  ended_on  date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint ipzs_ends_once primary key (organisation_id, ipzs_id),
  constraint ipzs_ending_of_step foreign key (organisation_id, ipzs_id, step_no) references ipzs_step (organisation_id, ipzs_id, no),
  constraint ipzs_end_known check (reason in ('COMPLETED_PERIOD', 'TOOK_JOB', 'STARTED_BUSINESS', 'JOINED_COOPERATIVE', 'PERSISTENT_BREACH',
    'ABANDONED_CLASSES', 'RESIGNED', 'NOT_QUALIFIED_AFTER_TRIAL', 'DECEASED', 'OTHER'))
);
call protect('ipzs_ending', 'select, insert');

-- R-CIS-10: the certificate at the end; with 6 months of participation it makes a graduate.
create table ipzs_certificate (
  organisation_id uuid not null,
  ipzs_id   uuid not null,
  issued_on date not null,
  number    text not null,
  issued_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint ipzs_certificate_once primary key (organisation_id, ipzs_id),
  constraint ipzs_certificate_of_ending foreign key (organisation_id, ipzs_id) references ipzs_ending (organisation_id, ipzs_id)
);
call protect('ipzs_certificate', 'select, insert');
