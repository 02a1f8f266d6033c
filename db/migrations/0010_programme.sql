-- F-34: a group with its programme of modules, its members, and its calendar of sessions.

create table class_group (
  organisation_id uuid not null,
  id         uuid not null,
  project_id uuid not null,
  unit_id    uuid not null,
  name       text not null,
  group_no   int,
  template   text,
  starts_on  date not null,
  weeks      int not null,
  meetings_per_week int not null,
  minutes_per_meeting int not null,
  consultations_inside boolean not null default true,
  capacity   int not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  version    int not null default 1,
  constraint class_group_key primary key (organisation_id, id),
  constraint class_group_of_project foreign key (organisation_id, project_id) references project (organisation_id, id),
  constraint class_group_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint class_group_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint class_group_sizes check (weeks between 1 and 260 and meetings_per_week between 1 and 7 and minutes_per_meeting between 15 and 720 and capacity between 1 and 500)
);
create index class_group_by_project on class_group (organisation_id, project_id);
create index class_group_by_unit on class_group (organisation_id, unit_id);
call protect('class_group', 'select, insert, update');

-- Who leads the group, from day to day; leads all its registers.
create table class_group_leader (
  organisation_id uuid not null,
  id         uuid not null,
  group_id   uuid not null,
  account_id uuid not null,
  valid_from date not null,
  valid_until date,
  constraint class_group_leader_key primary key (organisation_id, id),
  constraint class_group_leader_of_group foreign key (organisation_id, group_id) references class_group (organisation_id, id),
  constraint class_group_leader_is_member foreign key (organisation_id, account_id) references membership (organisation_id, account_id),
  constraint class_group_leader_period check (valid_until >= valid_from)
);
create index class_group_leader_by_group on class_group_leader (organisation_id, group_id);
create index class_group_leader_by_account on class_group_leader (organisation_id, account_id, group_id);
call protect('class_group_leader', 'select, insert, update (valid_until)');

create table programme_module (
  organisation_id uuid not null,
  id         uuid not null,
  group_id   uuid not null,
  no         int not null,
  code       text not null,
  name       text,
  form       text not null,
  planned_minutes int not null,
  cadence    text,
  provider   text,
  optional   boolean not null default false,
  constraint programme_module_key primary key (organisation_id, id),
  constraint programme_module_of_group foreign key (organisation_id, group_id) references class_group (organisation_id, id),
  constraint programme_module_form_known check (form in ('GROUP', 'INDIVIDUAL')),
  constraint programme_module_cadence_known check (cadence in ('EVERY_TWO_WEEKS', 'MONTHLY', 'AS_NEEDED')),
  constraint programme_module_time_positive check (planned_minutes >= 0)
);
create index programme_module_by_group on programme_module (organisation_id, group_id, no);
call protect('programme_module', 'select, insert, update, delete');

create table group_member (
  organisation_id uuid not null,
  id         uuid not null,
  group_id   uuid not null,
  enrolment_id uuid not null,
  person_id  uuid not null,
  valid_from date not null,
  valid_until date,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint group_member_key primary key (organisation_id, id),
  constraint group_member_of_group foreign key (organisation_id, group_id) references class_group (organisation_id, id),
  constraint group_member_of_enrolment foreign key (organisation_id, enrolment_id) references enrolment (organisation_id, id),
  constraint group_member_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint group_member_period check (valid_until >= valid_from)
);
create unique index group_member_once on group_member (organisation_id, group_id, person_id) where valid_until is null;
create index group_member_by_group on group_member (organisation_id, group_id, valid_from);
create index group_member_by_enrolment on group_member (organisation_id, enrolment_id);
create index group_member_by_person on group_member (organisation_id, person_id);
call protect('group_member', 'select, insert, update (valid_until)');

-- Days on which a unit holds no classes, beside public holidays.
create table class_closure (
  organisation_id uuid not null,
  id         uuid not null,
  unit_id    uuid not null,
  from_on    date not null,
  to_on      date not null,
  reason     text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  withdrawn_at timestamptz,
  constraint class_closure_key primary key (organisation_id, id),
  constraint class_closure_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint class_closure_period check (to_on >= from_on)
);
create index class_closure_by_unit on class_closure (organisation_id, unit_id, from_on);
call protect('class_closure', 'select, insert, update (withdrawn_at)');

-- How a calendar was made and which meetings it lost: the order can be read again later.
create table calendar_generation (
  organisation_id uuid not null,
  id         uuid not null,
  group_id   uuid not null,
  from_on    date not null,
  order_given jsonb not null,
  lost       jsonb not null,
  unplaced   jsonb not null,
  made_by    uuid not null,
  made_at    timestamptz not null default powrot_now(),
  constraint calendar_generation_key primary key (organisation_id, id),
  constraint calendar_generation_of_group foreign key (organisation_id, group_id) references class_group (organisation_id, id)
);
create index calendar_generation_by_group on calendar_generation (organisation_id, group_id, made_at);
call protect('calendar_generation', 'select, insert');

-- One module on one day; a meeting may hold several, one after another.
create table class_session (
  organisation_id uuid not null,
  id         uuid not null,
  group_id   uuid not null,
  module_id  uuid not null,
  generation_id uuid,
  day        date not null,
  starts_at  time not null,
  minutes    int not null,
  room       text,
  leader_id  uuid,
  version    int not null default 1,
  constraint class_session_key primary key (organisation_id, id),
  constraint class_session_of_group foreign key (organisation_id, group_id) references class_group (organisation_id, id),
  constraint class_session_of_module foreign key (organisation_id, module_id) references programme_module (organisation_id, id),
  constraint class_session_of_generation foreign key (organisation_id, generation_id) references calendar_generation (organisation_id, id),
  constraint class_session_leader_is_member foreign key (organisation_id, leader_id) references membership (organisation_id, account_id),
  constraint class_session_minutes_range check (minutes between 5 and 720),
  constraint class_session_ends_by_midnight check (starts_at + minutes * interval '1 minute' > starts_at)
);
create index class_session_by_group on class_session (organisation_id, group_id, day, starts_at);
create index class_session_by_day on class_session (organisation_id, day);
create index class_session_by_module on class_session (organisation_id, module_id);
create index class_session_by_leader on class_session (organisation_id, leader_id, day);
call protect('class_session', 'select, insert, update');

create table class_session_move (
  organisation_id uuid not null,
  id         uuid not null,
  session_id uuid not null,
  before     jsonb not null,
  reason     text not null,
  moved_by   uuid not null,
  moved_at   timestamptz not null default powrot_now(),
  constraint class_session_move_key primary key (organisation_id, id),
  constraint class_session_move_of_session foreign key (organisation_id, session_id) references class_session (organisation_id, id)
);
create index class_session_move_by_session on class_session_move (organisation_id, session_id);
call protect('class_session_move', 'select, insert');

create table class_session_cancellation (
  organisation_id uuid not null,
  session_id uuid not null,
  reason     text not null,
  note       text,
  cancelled_by uuid not null,
  cancelled_at timestamptz not null default powrot_now(),
  constraint class_session_cancelled_once primary key (organisation_id, session_id),
  constraint class_session_cancellation_of_session foreign key (organisation_id, session_id) references class_session (organisation_id, id),
  constraint class_session_cancellation_reason_known check (reason in ('REPLACED', 'LEADER_ABSENT', 'ROOM', 'WEATHER', 'OTHER'))
);
call protect('class_session_cancellation', 'select, insert');

-- For the rooms above: sessions that are not cancelled, with their module.
create view held_session with (security_invoker = true) as
  select s.organisation_id, s.id, s.group_id, s.module_id, s.day, s.starts_at, s.minutes, s.room, s.leader_id, s.generation_id, s.version,
    m.code as module_code, m.name as module_name, m.form as module_form
  from class_session s join programme_module m on m.organisation_id = s.organisation_id and m.id = s.module_id
  where not exists (select from class_session_cancellation c where c.organisation_id = s.organisation_id and c.session_id = s.id);
grant select on held_session to powrot_app;

-- Membership as it counts: never longer than the enrolment it stands on. Both days inclusive.
create view group_membership with (security_invoker = true) as
  select g.organisation_id, g.id, g.group_id, g.enrolment_id, g.person_id, g.valid_from, least(g.valid_until, e.ended_on) as valid_until
  from group_member g join enrolment_period e on e.organisation_id = g.organisation_id and e.id = g.enrolment_id;
grant select on group_membership to powrot_app;
