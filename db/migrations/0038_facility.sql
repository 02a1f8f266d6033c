-- Houses with beds, as much of them as partners and the street need tonight: how many places are free as of when, and places held for an hour.

create table facility (
  organisation_id uuid not null,
  id            uuid not null,
  unit_id       uuid not null,
  name          text not null,
  facility_type text not null,
  area          text not null,
  places        int not null,
  emergency_places int not null default 0,
  phone         text,
  open_from     time,
  closed_on     date,
  recorded_by   uuid not null,
  recorded_at   timestamptz not null default powrot_now(),
  version       int not null default 1,
  constraint facility_key primary key (organisation_id, id),
  constraint facility_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint facility_type_known check (facility_type in ('WARMING_CENTRE', 'NIGHT_SHELTER', 'SHELTER', 'SHELTER_CARE', 'INTERVENTION')),
  constraint facility_places check (places between 0 and 2000 and emergency_places between 0 and 2000)
);
call protect('facility', 'select, insert, update');

-- What somebody at the house has counted. The last one holds, earlier ones stay.
create table facility_count (
  organisation_id uuid not null,
  id           uuid not null,
  facility_id  uuid not null,
  free         int not null,
  emergency_free int not null default 0,
  counted_at   timestamptz not null,
  counted_by   uuid not null,
  recorded_at  timestamptz not null default powrot_now(),
  constraint facility_count_key primary key (organisation_id, id),
  constraint facility_count_of_facility foreign key (organisation_id, facility_id) references facility (organisation_id, id),
  constraint facility_count_not_negative check (free >= 0 and emergency_free >= 0)
);
create index facility_count_last on facility_count (organisation_id, facility_id, counted_at desc, id);
call protect('facility_count', 'select, insert');

-- A place held for nobody by name. It ends by itself; nothing has to run for that.
create table facility_reservation (
  organisation_id uuid not null,
  id           uuid not null,
  facility_id  uuid not null,
  reserved_at  timestamptz not null,
  until_at     timestamptz not null,
  reserved_by  uuid not null,
  recorded_at  timestamptz not null default powrot_now(),
  constraint facility_reservation_key primary key (organisation_id, id),
  constraint facility_reservation_of_facility foreign key (organisation_id, facility_id) references facility (organisation_id, id),
  constraint facility_reservation_for_an_hour check (until_at = reserved_at + interval '60 minutes')
);
create index facility_reservation_open on facility_reservation (organisation_id, facility_id, until_at desc);
call protect('facility_reservation', 'select, insert');

-- Ended before its hour: the guest came, or nobody will.
create table facility_reservation_ending (
  organisation_id uuid not null,
  reservation_id uuid not null,
  outcome      text not null,
  ended_at     timestamptz not null,
  ended_by     uuid not null,
  recorded_at  timestamptz not null default powrot_now(),
  constraint facility_reservation_ends_once primary key (organisation_id, reservation_id),
  constraint facility_reservation_ending_of foreign key (organisation_id, reservation_id) references facility_reservation (organisation_id, id),
  constraint facility_reservation_outcome_known check (outcome in ('CAME', 'CANCELLED'))
);
call protect('facility_reservation_ending', 'select, insert');

call follow('facility', 'free.places', 'id');
call follow('facility_count', 'free.places', 'facility_id');
call follow('facility_reservation', 'free.places', 'facility_id');
