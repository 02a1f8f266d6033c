-- The register of family environmental interviews: the need with its computed last day, and what came of it (F-20, R-INT).

create table interview (
  organisation_id uuid not null,
  id         uuid not null,
  person_id  uuid not null,
  case_id    uuid,
  trigger_on date not null,
  urgency    text not null,
  due_on     date not null,
  social_worker_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint interview_key primary key (organisation_id, id),
  constraint interview_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint interview_of_case foreign key (organisation_id, case_id) references support_case (organisation_id, id),
  constraint interview_social_worker foreign key (organisation_id, social_worker_id) references membership (organisation_id, account_id),
  constraint interview_due_after_trigger check (due_on >= trigger_on),
  constraint interview_urgency_known check (urgency in ('NORMAL_14WD', 'URGENT_2WD'))
);
create index interview_by_person on interview (organisation_id, person_id, trigger_on);
create index interview_by_case on interview (organisation_id, case_id);
create index interview_by_social_worker on interview (organisation_id, social_worker_id);
call protect('interview', 'select, insert');

-- State is a row: an interview without a result is still to be held. `refused`: the person refused it on that day.
create table interview_result (
  organisation_id uuid not null,
  interview_id uuid not null,
  held_on    date not null,
  refused    boolean not null,
  setting    text not null,
  second_worker_id uuid,
  police_assist boolean not null,
  parts      text[] not null,
  words_sealed bytea not null,
  external_no text,
  update_due_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint interview_held_once primary key (organisation_id, interview_id),
  constraint interview_result_of_interview foreign key (organisation_id, interview_id) references interview (organisation_id, id),
  constraint interview_result_second_worker foreign key (organisation_id, second_worker_id) references membership (organisation_id, account_id),
  constraint interview_setting_known check (setting in ('ONGOING_SUPPORT', 'CARE_HOME', 'MENTAL_HEALTH_SUPPORT_CENTRE')),
  constraint interview_update_unless_refused check (refused = (update_due_on is null))
);
create index interview_result_by_second_worker on interview_result (organisation_id, second_worker_id);
call protect('interview_result', 'select, insert');
