-- Rooms in which groups meet: so many seats, whoever lends them, and the hours in which they stand open. No hours: always.
create table class_room (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  name        text not null,
  place       text,
  capacity    int not null,
  -- A partner that lends it; null = one's own.
  lender      text,
  -- The first day on which it is no longer there.
  retired_on  date,
  version     int not null default 1,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint class_room_key primary key (organisation_id, id),
  constraint class_room_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint class_room_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint class_room_seats check (capacity between 1 and 500)
);
create unique index class_room_name_once on class_room (organisation_id, unit_id, norm(name));
call protect('class_room', 'select, insert, update');

-- Minutes since midnight; days inclusive, null = without an end.
create table class_room_hours (
  organisation_id uuid not null,
  room_id     uuid not null,
  no          int not null,
  weekday     int not null,
  from_minute int not null,
  to_minute   int not null,
  valid_from  date,
  valid_until date,
  constraint class_room_hours_key primary key (organisation_id, room_id, no),
  constraint class_room_hours_of_room foreign key (organisation_id, room_id) references class_room (organisation_id, id),
  constraint class_room_hours_in_order check (weekday between 1 and 7 and from_minute >= 0 and to_minute <= 1440 and from_minute < to_minute and valid_until >= valid_from)
);
call protect('class_room_hours', 'select, insert, delete');

create table class_room_closure (
  organisation_id uuid not null,
  room_id uuid not null,
  no      int not null,
  from_on date not null,
  to_on   date not null,
  constraint class_room_closure_key primary key (organisation_id, room_id, no),
  constraint class_room_closure_of_room foreign key (organisation_id, room_id) references class_room (organisation_id, id),
  constraint class_room_closure_in_order check (to_on >= from_on)
);
call protect('class_room_closure', 'select, insert, delete');

-- Who leads classes: a colleague (whose id is the account's) or somebody without an account, such as a volunteer or a partner's teacher.
-- Why somebody is away is nobody's matter here and has no column.
create table class_leader (
  organisation_id  uuid not null,
  id               uuid not null,
  account_id       uuid,
  unit_id          uuid,
  name             text,
  kind             text not null,
  -- null = as much as the hours hold.
  max_week_minutes int,
  retired_on       date,
  version          int not null default 1,
  recorded_by      uuid not null,
  recorded_at      timestamptz not null default powrot_now(),
  constraint class_leader_key primary key (organisation_id, id),
  constraint class_leader_account_is_member foreign key (organisation_id, account_id) references membership (organisation_id, account_id),
  constraint class_leader_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint class_leader_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint class_leader_kind_known check (kind in ('COLLEAGUE', 'VOLUNTEER', 'PARTNER')),
  constraint class_leader_is_one_person check (
    case when kind = 'COLLEAGUE' then account_id is not null and id = account_id and unit_id is null and name is null
      else account_id is null and unit_id is not null and name is not null end),
  constraint class_leader_week check (max_week_minutes between 15 and 10080)
);
create index class_leader_by_unit on class_leader (organisation_id, unit_id);
call protect('class_leader', 'select, insert, update');

create table class_leader_hours (
  organisation_id uuid not null,
  leader_id   uuid not null,
  no          int not null,
  weekday     int not null,
  from_minute int not null,
  to_minute   int not null,
  valid_from  date,
  valid_until date,
  constraint class_leader_hours_key primary key (organisation_id, leader_id, no),
  constraint class_leader_hours_of_leader foreign key (organisation_id, leader_id) references class_leader (organisation_id, id),
  constraint class_leader_hours_in_order check (weekday between 1 and 7 and from_minute >= 0 and to_minute <= 1440 and from_minute < to_minute and valid_until >= valid_from)
);
call protect('class_leader_hours', 'select, insert, delete');

create table class_leader_away (
  organisation_id uuid not null,
  leader_id uuid not null,
  no      int not null,
  from_on date not null,
  to_on   date not null,
  constraint class_leader_away_key primary key (organisation_id, leader_id, no),
  constraint class_leader_away_of_leader foreign key (organisation_id, leader_id) references class_leader (organisation_id, id),
  constraint class_leader_away_in_order check (to_on >= from_on)
);
call protect('class_leader_away', 'select, insert, delete');

-- The hours of every week in which a group meets.
create table group_meeting (
  organisation_id uuid not null,
  group_id    uuid not null,
  no          int not null,
  weekday     int not null,
  from_minute int not null,
  to_minute   int not null,
  valid_from  date,
  valid_until date,
  constraint group_meeting_key primary key (organisation_id, group_id, no),
  constraint group_meeting_of_group foreign key (organisation_id, group_id) references class_group (organisation_id, id),
  constraint group_meeting_in_order check (weekday between 1 and 7 and from_minute >= 0 and to_minute <= 1440 and from_minute < to_minute and valid_until >= valid_from)
);
call protect('group_meeting', 'select, insert, delete');

-- How long a session of a module is, and on which days it is wished; null and empty = not said.
alter table programme_module
  add column least_minutes int,
  add column usual_minutes int,
  add column most_minutes int,
  add column wished_weekdays int[] not null default '{}',
  -- The season it is held in, such as July and August; null = the whole cycle.
  add column held_from date,
  add column held_until date,
  add constraint programme_module_season check (held_until >= held_from),
  add constraint programme_module_lengths check (least_minutes between 15 and usual_minutes and usual_minutes <= most_minutes and most_minutes <= 720);

create table module_leader (
  organisation_id uuid not null,
  module_id uuid not null,
  leader_id uuid not null,
  constraint module_leader_key primary key (organisation_id, module_id, leader_id),
  constraint module_leader_of_module foreign key (organisation_id, module_id) references programme_module (organisation_id, id) on delete cascade,
  constraint module_leader_is_leader foreign key (organisation_id, leader_id) references class_leader (organisation_id, id)
);
call protect('module_leader', 'select, insert, delete');

create table module_room (
  organisation_id uuid not null,
  module_id uuid not null,
  room_id   uuid not null,
  constraint module_room_key primary key (organisation_id, module_id, room_id),
  constraint module_room_of_module foreign key (organisation_id, module_id) references programme_module (organisation_id, id) on delete cascade,
  constraint module_room_is_room foreign key (organisation_id, room_id) references class_room (organisation_id, id)
);
call protect('module_room', 'select, insert, delete');

-- Sessions are held in a room that is a row; a room that was only written down becomes one, as large as the largest group that meets in it.
alter table class_session add column room_id uuid, add column guest_id uuid;
insert into class_room (organisation_id, id, unit_id, name, capacity, recorded_by)
  select s.organisation_id, gen_random_uuid(), g.unit_id, min(btrim(s.room)), max(g.capacity), (array_agg(g.recorded_by order by g.id))[1]
  from class_session s join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
  where btrim(s.room) <> '' group by s.organisation_id, g.unit_id, norm(btrim(s.room));
update class_session s set room_id = r.id
  from class_group g, class_room r
  where g.organisation_id = s.organisation_id and g.id = s.group_id
    and r.organisation_id = s.organisation_id and r.unit_id = g.unit_id and norm(r.name) = norm(btrim(s.room));
alter table class_session
  add constraint class_session_room_is_room foreign key (organisation_id, room_id) references class_room (organisation_id, id),
  add constraint class_session_guest_is_leader foreign key (organisation_id, guest_id) references class_leader (organisation_id, id),
  add constraint class_session_led_once check (leader_id is null or guest_id is null);
create index class_session_by_room on class_session (organisation_id, room_id, day);

create or replace view held_session with (security_invoker = true) as
  select s.organisation_id, s.id, s.group_id, s.module_id, s.day, s.starts_at, s.minutes, r.name as room, s.leader_id, s.generation_id, s.version,
    m.code as module_code, m.name as module_name, m.form as module_form, s.room_id, s.guest_id
  from class_session s join programme_module m on m.organisation_id = s.organisation_id and m.id = s.module_id
    left join class_room r on r.organisation_id = s.organisation_id and r.id = s.room_id
  where not exists (select from class_session_cancellation c where c.organisation_id = s.organisation_id and c.session_id = s.id);
alter table class_session drop column room;

-- A class that stood on a day that was closed afterwards.
alter table class_session_cancellation drop constraint class_session_cancellation_reason_known,
  add constraint class_session_cancellation_reason_known check (reason in ('REPLACED', 'CLOSED', 'LEADER_ABSENT', 'ROOM', 'WEATHER', 'OTHER'));
-- A class drawn to another hour needs no words for it.
alter table class_session_move alter column reason drop not null;

-- A timetable that somebody asked for and nobody has accepted yet; `fingerprint`: of the world that it was made for.
create table timetable_proposal (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  from_on     date not null,
  order_given jsonb not null,
  fingerprint bytea not null,
  plan        jsonb not null,
  made_by     uuid not null,
  made_at     timestamptz not null default powrot_now(),
  constraint timetable_proposal_key primary key (organisation_id, id),
  constraint timetable_proposal_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint timetable_proposal_made_by_member foreign key (organisation_id, made_by) references membership (organisation_id, account_id)
);
create index timetable_proposal_by_unit on timetable_proposal (organisation_id, unit_id, made_by);
call protect('timetable_proposal', 'select, insert, delete');
