-- F-36: when a consultant is on duty, who comes when, who waits, and what was held of what was planned.

create table consultant_duty (
  organisation_id uuid not null,
  id            uuid not null,
  unit_id       uuid not null,
  consultant_id uuid not null,
  role          text not null,
  place         text not null,
  every_weeks   int not null,
  weekday       int not null,
  starts_at     time not null,
  ends_at       time not null,
  slot_minutes  int not null,
  from_on       date not null,
  -- Last day, inclusive; null while no end is known.
  to_on         date,
  recorded_by   uuid not null,
  recorded_at   timestamptz not null default powrot_now(),
  constraint consultant_duty_key primary key (organisation_id, id),
  constraint consultant_duty_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint consultant_duty_by_member foreign key (organisation_id, consultant_id) references membership (organisation_id, account_id),
  constraint consultant_duty_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint consultant_duty_pattern check (every_weeks between 1 and 12 and weekday between 1 and 7 and slot_minutes between 10 and 240),
  constraint consultant_duty_has_time check (ends_at > starts_at),
  constraint consultant_duty_period check (to_on >= from_on)
);
create index consultant_duty_by_unit on consultant_duty (organisation_id, unit_id);
create index consultant_duty_by_consultant on consultant_duty (organisation_id, consultant_id);
call protect('consultant_duty', 'select, insert');

create table consultant_duty_ending (
  organisation_id uuid not null,
  duty_id   uuid not null,
  last_on   date not null,
  ended_by  uuid not null,
  ended_at  timestamptz not null default powrot_now(),
  constraint consultant_duty_ends_once primary key (organisation_id, duty_id),
  constraint consultant_duty_ending_of_duty foreign key (organisation_id, duty_id) references consultant_duty (organisation_id, id)
);
call protect('consultant_duty_ending', 'select, insert');

-- Days on which a consultant holds no duty. Why is nobody's matter here.
create table consultant_absence (
  organisation_id uuid not null,
  id            uuid not null,
  consultant_id uuid not null,
  from_on       date not null,
  to_on         date not null,
  recorded_by   uuid not null,
  recorded_at   timestamptz not null default powrot_now(),
  constraint consultant_absence_key primary key (organisation_id, id),
  constraint consultant_absence_of_member foreign key (organisation_id, consultant_id) references membership (organisation_id, account_id),
  constraint consultant_absence_period check (to_on >= from_on and to_on <= from_on + 366)
);
create index consultant_absence_by_consultant on consultant_absence (organisation_id, consultant_id, from_on);
call protect('consultant_absence', 'select, insert');

-- What was held of one day of a duty: entries, the last one counts (R-PRG-04).
create table consultant_duty_settlement (
  organisation_id uuid not null,
  id           uuid not null,
  duty_id      uuid not null,
  day          date not null,
  held_minutes int not null,
  settled_by   uuid not null,
  settled_at   timestamptz not null default powrot_now(),
  constraint consultant_duty_settlement_key primary key (organisation_id, id),
  constraint consultant_duty_settlement_of_duty foreign key (organisation_id, duty_id) references consultant_duty (organisation_id, id),
  constraint consultant_duty_settlement_time check (held_minutes between 0 and 1440)
);
create index consultant_duty_settlement_by_day on consultant_duty_settlement (organisation_id, duty_id, day, settled_at);
call protect('consultant_duty_settlement', 'select, insert');

-- Who comes to which slot. Without a person: the open offer. It holds a role and a time, never what it is about.
create table booking (
  organisation_id uuid not null,
  id          uuid not null,
  duty_id     uuid not null,
  day         date not null,
  starts_at   time not null,
  minutes     int not null,
  person_id   uuid,
  -- The booking that this one was moved from.
  moved_from  uuid,
  booked_by   uuid not null,
  booked_at   timestamptz not null default powrot_now(),
  constraint booking_key primary key (organisation_id, id),
  constraint booking_of_duty foreign key (organisation_id, duty_id) references consultant_duty (organisation_id, id),
  constraint booking_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint booking_moved_from_booking foreign key (organisation_id, moved_from) references booking (organisation_id, id),
  constraint booking_by_member foreign key (organisation_id, booked_by) references membership (organisation_id, account_id)
);
create index booking_by_duty on booking (organisation_id, duty_id, day);
create index booking_by_person on booking (organisation_id, person_id, day);
call protect('booking', 'select, insert');

create table booking_ending (
  organisation_id uuid not null,
  booking_id uuid not null,
  outcome    text not null,
  ended_by   uuid not null,
  ended_at   timestamptz not null default powrot_now(),
  constraint booking_ends_once primary key (organisation_id, booking_id),
  constraint booking_ending_of_booking foreign key (organisation_id, booking_id) references booking (organisation_id, id),
  constraint booking_ending_known check (outcome in ('CANCELLED', 'MOVED', 'CONSULTANT_AWAY'))
);
call protect('booking_ending', 'select, insert');

-- Came or did not come: entries, the last one counts.
create table booking_mark (
  organisation_id uuid not null,
  id         uuid not null,
  booking_id uuid not null,
  outcome    text not null,
  marked_by  uuid not null,
  marked_at  timestamptz not null default powrot_now(),
  constraint booking_mark_key primary key (organisation_id, id),
  constraint booking_mark_of_booking foreign key (organisation_id, booking_id) references booking (organisation_id, id),
  constraint booking_mark_known check (outcome in ('CAME', 'NO_SHOW'))
);
create index booking_mark_by_booking on booking_mark (organisation_id, booking_id, marked_at);
call protect('booking_mark', 'select, insert');

-- Who waits for a consultant of a role, in the order of asking.
create table waiting_entry (
  organisation_id uuid not null,
  id         uuid not null,
  role       text not null,
  person_id  uuid not null,
  asked_by   uuid not null,
  asked_at   timestamptz not null default powrot_now(),
  constraint waiting_entry_key primary key (organisation_id, id),
  constraint waiting_entry_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint waiting_entry_by_member foreign key (organisation_id, asked_by) references membership (organisation_id, account_id)
);
create index waiting_entry_by_role on waiting_entry (organisation_id, role, asked_at);
create index waiting_entry_by_person on waiting_entry (organisation_id, person_id);
call protect('waiting_entry', 'select, insert');

create table waiting_ending (
  organisation_id uuid not null,
  waiting_id uuid not null,
  outcome    text not null,
  ended_by   uuid not null,
  ended_at   timestamptz not null default powrot_now(),
  constraint waiting_ends_once primary key (organisation_id, waiting_id),
  constraint waiting_ending_of_entry foreign key (organisation_id, waiting_id) references waiting_entry (organisation_id, id),
  constraint waiting_ending_known check (outcome in ('BOOKED', 'LEFT'))
);
call protect('waiting_ending', 'select, insert');

-- A slot that became free, kept for the first who waits until an instant.
create table waiting_offer (
  organisation_id uuid not null,
  id         uuid not null,
  waiting_id uuid not null,
  duty_id    uuid not null,
  day        date not null,
  starts_at  time not null,
  until_at   timestamptz not null,
  offered_by uuid not null,
  offered_at timestamptz not null default powrot_now(),
  constraint waiting_offer_key primary key (organisation_id, id),
  constraint waiting_offer_of_entry foreign key (organisation_id, waiting_id) references waiting_entry (organisation_id, id),
  constraint waiting_offer_of_duty foreign key (organisation_id, duty_id) references consultant_duty (organisation_id, id)
);
create index waiting_offer_by_entry on waiting_offer (organisation_id, waiting_id);
call protect('waiting_offer', 'select, insert');

create table waiting_offer_answer (
  organisation_id uuid not null,
  offer_id    uuid not null,
  answer      text not null,
  answered_by uuid not null,
  answered_at timestamptz not null default powrot_now(),
  constraint waiting_offer_answered_once primary key (organisation_id, offer_id),
  constraint waiting_offer_answer_of_offer foreign key (organisation_id, offer_id) references waiting_offer (organisation_id, id),
  constraint waiting_offer_answer_known check (answer in ('ACCEPTED', 'DECLINED', 'WITHDRAWN'))
);
call protect('waiting_offer_answer', 'select, insert');

-- Slots are reckoned from the pattern; this says which of them are taken, so that of two at once one gets it.
create table slot_claim (
  organisation_id uuid not null,
  duty_id    uuid not null,
  day        date not null,
  starts_at  time not null,
  booking_id uuid,
  offer_id   uuid,
  -- Until when an offer keeps it; a booking keeps it for good.
  held_until timestamptz,
  constraint slot_claimed_once primary key (organisation_id, duty_id, day, starts_at),
  constraint slot_claim_of_duty foreign key (organisation_id, duty_id) references consultant_duty (organisation_id, id),
  constraint slot_claim_of_booking foreign key (organisation_id, booking_id) references booking (organisation_id, id),
  constraint slot_claim_of_offer foreign key (organisation_id, offer_id) references waiting_offer (organisation_id, id),
  constraint slot_claim_by_one check (num_nonnulls(booking_id, offer_id) = 1 and (offer_id is null) = (held_until is null))
);
create index slot_claim_by_booking on slot_claim (organisation_id, booking_id);
create index slot_claim_by_offer on slot_claim (organisation_id, offer_id);
call protect('slot_claim', 'select, insert, delete');
