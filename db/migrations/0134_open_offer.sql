-- F-39, R-S0-01: who came to the open offer. A person, known by an alias too, or so many people without names.
create table offer_visit (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  day         date not null,
  service     text not null,
  -- Null: counted only.
  person_id   uuid,
  people      int not null,
  minutes     int,
  -- The class that a guest joined.
  session_id  uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  -- Entered in error.
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint offer_visit_key primary key (organisation_id, id),
  constraint offer_visit_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint offer_visit_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint offer_visit_in_session foreign key (organisation_id, session_id) references class_session (organisation_id, id),
  constraint offer_visit_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint offer_visit_withdrawn_by_member foreign key (organisation_id, withdrawn_by) references membership (organisation_id, account_id),
  constraint offer_visit_service_known check (service in ('INTERNET', 'READING_ROOM', 'PRESS', 'INTEGRATION', 'WORKSHOP_OPEN', 'COUNSELLING')),
  constraint offer_visit_named_is_one check (person_id is null or people = 1),
  constraint offer_visit_of_somebody check (people between 1 and 500),
  constraint offer_visit_time check (minutes between 1 and 1440),
  constraint offer_visit_joins_workshop check (session_id is null or service = 'WORKSHOP_OPEN'),
  constraint offer_visit_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index offer_visit_once_a_day on offer_visit (organisation_id, person_id, unit_id, day, service)
  where person_id is not null and withdrawn_at is null;
create index offer_visit_by_day on offer_visit (organisation_id, unit_id, day);
create index offer_visit_in_class on offer_visit (organisation_id, session_id) where session_id is not null;
call protect('offer_visit', 'select, insert, update (withdrawn_at, withdrawn_by)');
