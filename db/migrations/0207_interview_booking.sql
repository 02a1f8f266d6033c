-- R-REC-03: initial interviews of candidates in the hours of consultants.

-- Adjoining slots of one duty that a room above keeps for something longer than a talk; with whom is that room's matter.
create table slot_reservation (
  organisation_id uuid not null,
  id          uuid not null,
  duty_id     uuid not null,
  day         date not null,
  starts_at   time not null,
  -- The slots that are kept, from the first one's beginning to the last one's end.
  minutes     int not null,
  purpose     text not null,
  reserved_by uuid not null,
  reserved_at timestamptz not null default powrot_now(),
  constraint slot_reservation_key primary key (organisation_id, id),
  constraint slot_reservation_of_duty foreign key (organisation_id, duty_id) references consultant_duty (organisation_id, id),
  constraint slot_reservation_by_member foreign key (organisation_id, reserved_by) references membership (organisation_id, account_id),
  constraint slot_reservation_lasts check (minutes between 10 and 1440),
  constraint slot_reservation_purpose_known check (purpose in ('INTERVIEW'))
);
create index slot_reservation_by_duty on slot_reservation (organisation_id, duty_id, day);
call protect('slot_reservation', 'select, insert');

create table slot_reservation_ending (
  organisation_id uuid not null,
  reservation_id uuid not null,
  outcome    text not null,
  ended_by   uuid not null,
  ended_at   timestamptz not null default powrot_now(),
  constraint slot_reservation_ends_once primary key (organisation_id, reservation_id),
  constraint slot_reservation_ending_of_reservation foreign key (organisation_id, reservation_id) references slot_reservation (organisation_id, id),
  constraint slot_reservation_ending_by_member foreign key (organisation_id, ended_by) references membership (organisation_id, account_id),
  constraint slot_reservation_ending_known check (outcome in ('CANCELLED', 'MOVED', 'CONSULTANT_AWAY'))
);
call protect('slot_reservation_ending', 'select, insert');

alter table slot_claim
  add column reservation_id uuid,
  add constraint slot_claim_of_reservation foreign key (organisation_id, reservation_id) references slot_reservation (organisation_id, id),
  drop constraint slot_claim_by_one,
  add constraint slot_claim_by_one check (num_nonnulls(booking_id, offer_id, reservation_id) = 1 and (offer_id is null) = (held_until is null));
create index slot_claim_by_reservation on slot_claim (organisation_id, reservation_id);

-- Hours that are kept or were: when, where, with whom, and how they ended.
create view reserved_hours with (security_invoker = true) as
  select r.organisation_id, r.id, r.day, r.starts_at, r.minutes, r.reserved_by, r.reserved_at,
    d.id as duty_id, d.consultant_id, d.place, e.outcome as ended_as, e.ended_at
  from slot_reservation r
  join consultant_duty d on d.organisation_id = r.organisation_id and d.id = r.duty_id
  left join slot_reservation_ending e on e.organisation_id = r.organisation_id and e.reservation_id = r.id;
grant select on reserved_hours to powrot_app;

-- Whom the hours are kept for: a candidate, who is no person yet. Why it was cancelled is a sealed text of the candidate.
create table interview_appointment (
  organisation_id uuid not null,
  -- The reservation's id.
  id           uuid not null,
  candidate_id uuid not null,
  -- How long the interview is planned to last; the kept slots may be longer.
  minutes      int not null,
  -- Appointments that were booked together.
  plan_id      uuid not null,
  moved_from   uuid,
  constraint interview_appointment_key primary key (organisation_id, id),
  constraint interview_appointment_of_reservation foreign key (organisation_id, id) references slot_reservation (organisation_id, id),
  constraint interview_appointment_of_candidate foreign key (organisation_id, candidate_id) references candidate (organisation_id, id),
  constraint interview_appointment_moved_from foreign key (organisation_id, moved_from) references interview_appointment (organisation_id, id),
  constraint interview_appointment_lasts check (minutes between 10 and 480)
);
create index interview_appointment_by_candidate on interview_appointment (organisation_id, candidate_id);
call protect('interview_appointment', 'select, insert');

-- Came or did not come: entries, the last one counts.
create table interview_mark (
  organisation_id uuid not null,
  id             uuid not null,
  appointment_id uuid not null,
  outcome        text not null,
  marked_by      uuid not null,
  marked_at      timestamptz not null default powrot_now(),
  constraint interview_mark_key primary key (organisation_id, id),
  constraint interview_mark_of_appointment foreign key (organisation_id, appointment_id) references interview_appointment (organisation_id, id),
  constraint interview_mark_by_member foreign key (organisation_id, marked_by) references membership (organisation_id, account_id),
  constraint interview_mark_known check (outcome in ('CAME', 'NO_SHOW'))
);
create index interview_mark_by_appointment on interview_mark (organisation_id, appointment_id, marked_at);
call protect('interview_mark', 'select, insert');
