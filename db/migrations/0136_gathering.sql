-- F-3A: self-help groups, community activity, leisure, integration, study visits; and services that people exchange.
create table gathering (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  kind        text not null,
  day         date not null,
  starts_at   time not null,
  minutes     int not null,
  lead        text not null,
  -- A worker or a guest, by name; a volunteer by the register.
  leader_name text not null,
  volunteer_id uuid,
  place       text not null,
  partner     text not null,
  -- Topic and, of community activity, the local need; sealed.
  sealed      bytea not null,
  cost_grosze int,
  -- The group agreed that names are kept.
  names_agreed boolean not null,
  -- Who was there beside the named.
  counted     int not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  version     int not null default 1,
  constraint gathering_key primary key (organisation_id, id),
  constraint gathering_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint gathering_led_by_volunteer foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id),
  constraint gathering_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint gathering_kind_known check (kind in ('SELF_HELP', 'COMMUNITY', 'LEISURE', 'INTEGRATION', 'STUDY_VISIT')),
  constraint gathering_lead_known check (lead in ('STAFF', 'VOLUNTEER', 'SELF_RUN', 'GUEST')),
  constraint gathering_volunteer_leads check ((lead = 'VOLUNTEER') = (volunteer_id is not null)),
  constraint gathering_time check (minutes between 5 and 1440),
  constraint gathering_counts check (counted between 0 and 5000),
  constraint gathering_cost_positive check (cost_grosze >= 0)
);
create index gathering_by_day on gathering (organisation_id, unit_id, day);
call protect('gathering', 'select, insert, update');

create table gathering_participant (
  organisation_id uuid not null,
  gathering_id uuid not null,
  person_id   uuid not null,
  -- Volunteering of the person in community activity.
  helped_minutes int,
  constraint gathering_participant_once primary key (organisation_id, gathering_id, person_id),
  constraint gathering_participant_of_gathering foreign key (organisation_id, gathering_id) references gathering (organisation_id, id),
  constraint gathering_participant_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint gathering_helped_time check (helped_minutes between 1 and 1440)
);
create index gathering_participant_by_person on gathering_participant (organisation_id, person_id);
call protect('gathering_participant', 'select, insert, delete');

-- Entered in error.
create table gathering_withdrawal (
  organisation_id uuid not null,
  gathering_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null default powrot_now(),
  constraint gathering_withdrawn_once primary key (organisation_id, gathering_id),
  constraint gathering_withdrawal_of_gathering foreign key (organisation_id, gathering_id) references gathering (organisation_id, id),
  constraint gathering_withdrawn_by_member foreign key (organisation_id, withdrawn_by) references membership (organisation_id, account_id)
);
call protect('gathering_withdrawal', 'select, insert');

-- One person does something for another or for the neighbourhood: hours given and received.
create table service_exchange (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  day         date not null,
  -- Null: from the neighbourhood.
  giver_id    uuid,
  -- Null: for the neighbourhood.
  receiver_id uuid,
  minutes     int not null,
  -- What was done, sealed.
  sealed      bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint service_exchange_key primary key (organisation_id, id),
  constraint service_exchange_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint service_exchange_given_by foreign key (organisation_id, giver_id) references person (organisation_id, id),
  constraint service_exchange_received_by foreign key (organisation_id, receiver_id) references person (organisation_id, id),
  constraint service_exchange_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint service_exchange_withdrawn_by_member foreign key (organisation_id, withdrawn_by) references membership (organisation_id, account_id),
  constraint service_exchange_of_somebody check (giver_id is not null or receiver_id is not null),
  constraint service_exchange_of_two check (giver_id <> receiver_id),
  constraint service_exchange_time check (minutes between 5 and 1440),
  constraint service_exchange_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index service_exchange_by_unit on service_exchange (organisation_id, unit_id, day);
create index service_exchange_by_giver on service_exchange (organisation_id, giver_id);
create index service_exchange_by_receiver on service_exchange (organisation_id, receiver_id);
call protect('service_exchange', 'select, insert, update (withdrawn_at, withdrawn_by)');
