-- A card whose code marks its person present. The code is derived from the organisation's key and the card's id: nothing here tells it.
create table attendance_card (
  organisation_id uuid not null,
  id         uuid not null,
  person_id  uuid not null,
  issued_by  uuid not null,
  issued_at  timestamptz not null default powrot_now(),
  constraint attendance_card_key primary key (organisation_id, id),
  constraint attendance_card_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint attendance_card_by_member foreign key (organisation_id, issued_by) references membership (organisation_id, account_id)
);
create index attendance_card_by_person on attendance_card (organisation_id, person_id);
call protect('attendance_card', 'select, insert');

create table attendance_card_revocation (
  organisation_id uuid not null,
  card_id    uuid not null,
  reason     text not null,
  revoked_by uuid not null,
  revoked_at timestamptz not null default powrot_now(),
  constraint attendance_card_revoked_once primary key (organisation_id, card_id),
  constraint attendance_card_revocation_of_card foreign key (organisation_id, card_id) references attendance_card (organisation_id, id),
  constraint attendance_card_revoked_by_member foreign key (organisation_id, revoked_by) references membership (organisation_id, account_id),
  constraint attendance_card_revocation_reason_known check (reason in ('LOST', 'REPLACED', 'ENDED'))
);
call protect('attendance_card_revocation', 'select, insert');

-- For the rooms above: the cards that hold.
create view valid_attendance_card with (security_invoker = true) as
  select c.organisation_id, c.id, c.person_id, c.issued_by, c.issued_at from attendance_card c
  where not exists (select from attendance_card_revocation r where r.organisation_id = c.organisation_id and r.card_id = c.id);
grant select on valid_attendance_card to powrot_app;

-- What devices of those who keep registers hold of them.
call follow('attendance_entry', 'register.session', 'session_id');
call follow('register_closing', 'register.session', 'session_id');
call follow('class_session', 'register.session', 'id');
call follow('class_session_cancellation', 'register.session', 'session_id');
call follow('group_member', 'register.group', 'group_id');
call follow('class_group_leader', 'register.group', 'group_id');
call follow('attendance_card', 'register.person', 'person_id');

-- When an open register and somebody's absences become tasks.
insert into legal_parameter (code, valid_from, value, unit, source, verified, note) values
  ('REGISTER_OPEN_LEADER', '2000-01-01', 1, 'DAYS', 'J7', true, 'design: days after the class on which an open register is its leader''s task'),
  ('REGISTER_OPEN_HEAD', '2000-01-01', 3, 'DAYS', 'J7', true, 'design: and on which it is also the task of whoever leads the unit'),
  ('ABSENCES_IN_A_ROW', '2000-01-01', 3, 'DAYS', 'R-PRG-07', true, 'design: class days without a word after which somebody asks');
