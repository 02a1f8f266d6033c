-- What ties the rooms together: units that work with a person, the case, its team, enrolments, tasks, the timeline.

create table person_unit (
  organisation_id uuid not null,
  person_id uuid not null,
  unit_id   uuid not null,
  since     date not null,
  constraint person_unit_key primary key (organisation_id, person_id, unit_id),
  constraint person_unit_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint person_unit_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id)
);
create index person_unit_by_unit on person_unit (organisation_id, unit_id, person_id);
call protect('person_unit', 'select, insert, delete');

create table support_case (
  organisation_id uuid not null,
  id        uuid not null,
  person_id uuid not null,
  unit_id   uuid not null,
  opened_on date not null,
  stage     text not null default 'OPEN_OFFER',
  leader_id uuid,
  version   int not null default 1,
  constraint support_case_key primary key (organisation_id, id),
  constraint support_case_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint support_case_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint support_case_leader foreign key (organisation_id, leader_id) references membership (organisation_id, account_id)
);
create index support_case_by_person on support_case (organisation_id, person_id);
create index support_case_by_unit on support_case (organisation_id, unit_id);
create index support_case_by_leader on support_case (organisation_id, leader_id);
call protect('support_case', 'select, insert, update');

-- State is a row: a case without an ending is open.
create table support_case_ending (
  organisation_id uuid not null,
  case_id   uuid not null,
  ended_on  date not null,
  reason    text not null,
  summary   text,
  ended_by  uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint case_ends_once primary key (organisation_id, case_id),
  constraint case_ending_of_case foreign key (organisation_id, case_id) references support_case (organisation_id, id)
);
call protect('support_case_ending', 'select, insert');
-- At most one open case of a person in a unit: claimed at opening, given back at ending.
create table open_case (
  organisation_id uuid not null,
  person_id uuid not null,
  unit_id   uuid not null,
  case_id   uuid not null,
  constraint case_open_once_in_unit primary key (organisation_id, person_id, unit_id),
  constraint open_case_of_case foreign key (organisation_id, case_id) references support_case (organisation_id, id)
);
call protect('open_case', 'select, insert, delete');

create table case_member (
  organisation_id uuid not null,
  id         uuid not null,
  case_id    uuid not null,
  account_id uuid not null,
  part       text not null,
  valid_from date not null,
  valid_until date,
  constraint case_member_key primary key (organisation_id, id),
  constraint case_member_of_case foreign key (organisation_id, case_id) references support_case (organisation_id, id),
  constraint case_member_of_membership foreign key (organisation_id, account_id) references membership (organisation_id, account_id),
  constraint case_member_period check (valid_until >= valid_from)
);
create index case_member_by_case on case_member (organisation_id, case_id);
create index case_member_by_account on case_member (organisation_id, account_id, case_id);
call protect('case_member', 'select, insert, update (valid_until)');

create table task (
  organisation_id uuid not null references organisation (id),
  id         uuid not null,
  person_id  uuid,
  case_id    uuid,
  owner_id   uuid,
  unit_id    uuid,
  kind       text not null,
  text       text,
  detail     jsonb not null default '{}',
  due_on     date,
  source_type text,
  source_id  uuid,
  created_by uuid not null,
  created_at timestamptz not null default powrot_now(),
  version    int not null default 1,
  constraint task_key primary key (organisation_id, id),
  constraint task_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint task_of_case foreign key (organisation_id, case_id) references support_case (organisation_id, id),
  constraint task_owner foreign key (organisation_id, owner_id) references membership (organisation_id, account_id),
  constraint task_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id)
);
create index task_by_owner on task (organisation_id, owner_id, due_on);
create index task_by_person on task (organisation_id, person_id);
create index task_by_unit on task (organisation_id, unit_id, due_on);
call protect('task', 'select, insert, update');

create table task_ending (
  organisation_id uuid not null,
  task_id   uuid not null,
  outcome   text not null,
  ended_on  date not null,
  note      text,
  ended_by  uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint task_ends_once primary key (organisation_id, task_id),
  constraint task_ending_of_task foreign key (organisation_id, task_id) references task (organisation_id, id),
  constraint task_outcome_known check (outcome in ('DONE', 'PARTLY', 'NOT_DONE', 'NO_LONGER_RELEVANT'))
);
call protect('task_ending', 'select, insert');

create table case_note (
  organisation_id uuid not null,
  id        uuid not null,
  person_id uuid not null,
  case_id   uuid,
  section   text not null,
  sealed    bytea not null,
  written_on date not null,
  author_id uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint case_note_key primary key (organisation_id, id),
  constraint case_note_of_person foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index case_note_by_person on case_note (organisation_id, person_id);
call protect('case_note', 'select, insert');

-- C2: the glass, broken: a reason, a short time, and somebody who confirms it afterwards.
create table break_glass (
  organisation_id uuid not null,
  id         uuid not null,
  person_id  uuid not null,
  account_id uuid not null,
  reason     text not null,
  opened_at  timestamptz not null,
  until_at   timestamptz not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  verdict    text,
  constraint break_glass_key primary key (organisation_id, id),
  constraint break_glass_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint break_glass_reviewed_by_another check (reviewed_by <> account_id)
);
create index break_glass_by_account on break_glass (organisation_id, account_id, until_at);
call protect('break_glass', 'select, insert, update (reviewed_by, reviewed_at, verdict)');

-- R-S0-06: the path of a case through its stages, with who moved it and why.
create table case_stage_step (
  organisation_id uuid not null,
  id        uuid not null,
  case_id   uuid not null,
  from_stage text not null,
  to_stage  text not null,
  act       text not null,
  moved_by  uuid not null,
  moved_at  timestamptz not null default powrot_now(),
  constraint case_stage_step_key primary key (organisation_id, id),
  constraint case_stage_step_of_case foreign key (organisation_id, case_id) references support_case (organisation_id, id)
);
create index case_stage_step_by_case on case_stage_step (organisation_id, case_id);
call protect('case_stage_step', 'select, insert');
