-- Hours of a consultant against the plan and the contract (F-36; J4 step 9).

-- Why a day of a duty counts otherwise than it was planned; null where it counts as planned, or nobody asked yet.
alter table consultant_duty_settlement add column reason text,
  add constraint consultant_duty_settlement_reason_known
    check (reason in ('SHORTER', 'LONGER', 'COUNTED_ELSEWHERE', 'NOT_HELD', 'WRONG_RECORD'));

-- Work beside duties that was taken over into the month: day, kind and minutes, never with whom. Entries, the last one of a
-- source and day counts. `source_id`: the first note of a talk, an assessment, a session; what it was proposed with stays.
create table consultant_work_settlement (
  organisation_id uuid not null,
  id            uuid not null,
  consultant_id uuid not null,
  source        text not null,
  source_id     uuid not null,
  day           date not null,
  kind          text,
  proposed_minutes int not null,
  settled_minutes  int not null,
  reason        text,
  settled_by    uuid not null,
  settled_at    timestamptz not null default powrot_now(),
  constraint consultant_work_settlement_key primary key (organisation_id, id),
  constraint consultant_work_settlement_of_member foreign key (organisation_id, consultant_id) references membership (organisation_id, account_id),
  constraint consultant_work_settlement_by_member foreign key (organisation_id, settled_by) references membership (organisation_id, account_id),
  constraint consultant_work_source_known check (source in ('TALK', 'INTERVIEW', 'CLASS')),
  constraint consultant_work_settlement_time check (proposed_minutes between 0 and 1440 and settled_minutes between 0 and 1440),
  constraint consultant_work_reason_known check (reason in ('SHORTER', 'LONGER', 'COUNTED_ELSEWHERE', 'NOT_HELD', 'WRONG_RECORD')),
  constraint consultant_work_changed_with_reason check (settled_minutes = proposed_minutes or reason is not null)
);
create index consultant_work_settlement_by_day on consultant_work_settlement (organisation_id, consultant_id, day);
call protect('consultant_work_settlement', 'select, insert');

-- How many minutes a month the contract of a consultant holds, from a month on; null: none any more. The last entry counts.
create table consultant_hour_limit (
  organisation_id uuid not null,
  id            uuid not null,
  consultant_id uuid not null,
  from_month    date not null,
  minutes       int,
  set_by        uuid not null,
  set_at        timestamptz not null default powrot_now(),
  constraint consultant_hour_limit_key primary key (organisation_id, id),
  constraint consultant_hour_limit_of_member foreign key (organisation_id, consultant_id) references membership (organisation_id, account_id),
  constraint consultant_hour_limit_by_member foreign key (organisation_id, set_by) references membership (organisation_id, account_id),
  constraint consultant_hour_limit_of_month check (extract(day from from_month) = 1),
  constraint consultant_hour_limit_time check (minutes between 1 and 44640)
);
create index consultant_hour_limit_by_consultant on consultant_hour_limit (organisation_id, consultant_id, from_month);
call protect('consultant_hour_limit', 'select, insert');

create index assessment_by_specialist on assessment (organisation_id, done_by);
