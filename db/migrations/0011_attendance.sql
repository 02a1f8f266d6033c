-- F-35: the register of a session. Marks are only ever added (C30); who marked and who closed is kept for C31.

-- Why marks of a closed register were changed. May tell of an illness, so it is sealed.
create table attendance_correction (
  organisation_id uuid not null,
  id         uuid not null,
  session_id uuid not null,
  reason     bytea not null,
  corrected_by uuid not null,
  corrected_at timestamptz not null default powrot_now(),
  constraint attendance_correction_key primary key (organisation_id, id),
  constraint attendance_correction_of_session foreign key (organisation_id, session_id) references class_session (organisation_id, id),
  constraint attendance_corrected_by_member foreign key (organisation_id, corrected_by) references membership (organisation_id, account_id)
);
create index attendance_correction_by_session on attendance_correction (organisation_id, session_id);
call protect('attendance_correction', 'select, insert');

create table attendance_entry (
  organisation_id uuid not null,
  id         uuid not null,
  session_id uuid not null,
  person_id  uuid not null,
  -- Order of writing: the last entry of a person counts.
  seq        bigint generated always as identity,
  status     text not null,
  minutes_late int not null default 0,
  minutes_left_early int not null default 0,
  correction_id uuid,
  marked_by  uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint attendance_entry_key primary key (organisation_id, id),
  constraint attendance_entry_of_session foreign key (organisation_id, session_id) references class_session (organisation_id, id),
  constraint attendance_entry_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint attendance_entry_of_correction foreign key (organisation_id, correction_id) references attendance_correction (organisation_id, id),
  constraint attendance_marked_by_member foreign key (organisation_id, marked_by) references membership (organisation_id, account_id),
  constraint attendance_status_known check (status in ('PRESENT', 'LATE', 'LEFT_EARLY', 'ABSENT_UNEXCUSED', 'ABSENT_EXCUSED', 'SICK', 'DAY_OFF', 'SUSPENDED', 'NO_CLASS')),
  constraint attendance_minutes_positive check (minutes_late >= 0 and minutes_left_early >= 0)
);
create index attendance_entry_by_session on attendance_entry (organisation_id, session_id, person_id, seq desc);
create index attendance_entry_by_person on attendance_entry (organisation_id, person_id, session_id);
call protect('attendance_entry', 'select, insert');

create table register_closing (
  organisation_id uuid not null,
  session_id uuid not null,
  topic      text not null,
  content    text,
  leader_id  uuid not null,
  substitute_id uuid,
  held_minutes int not null,
  present    int not null,
  late_reason text,
  closed_by  uuid not null,
  closed_at  timestamptz not null default powrot_now(),
  constraint register_closes_once primary key (organisation_id, session_id),
  constraint register_closing_of_session foreign key (organisation_id, session_id) references class_session (organisation_id, id),
  constraint register_leader_is_member foreign key (organisation_id, leader_id) references membership (organisation_id, account_id),
  constraint register_substitute_is_member foreign key (organisation_id, substitute_id) references membership (organisation_id, account_id),
  constraint register_closed_by_member foreign key (organisation_id, closed_by) references membership (organisation_id, account_id),
  constraint register_held_minutes_range check (held_minutes between 0 and 720)
);
call protect('register_closing', 'select, insert');

-- For the rooms above: the mark that counts for each person of a session.
create view counting_attendance with (security_invoker = true) as
  select distinct on (organisation_id, session_id, person_id) organisation_id, session_id, person_id, id, status, minutes_late, minutes_left_early, correction_id, marked_by, recorded_at
  from attendance_entry order by organisation_id, session_id, person_id, seq desc;
grant select on counting_attendance to powrot_app;
