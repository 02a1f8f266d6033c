-- The street: places where people stay, shifts, contact cards with what was handed out, and the count of what is left.

-- Exact place, way in and owner are sealed: readable by the outreach team only (R-OUT-09). `name` is the team's own, `area` is what others may know.
create table outreach_site (
  organisation_id uuid not null,
  id           uuid not null,
  unit_id      uuid not null,
  name         text not null,
  site_type    text not null,
  area         text not null,
  exact_sealed bytea,
  hazards      text[] not null default '{}',
  entry_rule   text not null default 'OPEN',
  facilities_nearby text,
  status       text not null default 'ACTIVE',
  status_since date not null,
  visit_every_days int,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null default powrot_now(),
  version      int not null default 1,
  constraint outreach_site_key primary key (organisation_id, id),
  constraint outreach_site_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint outreach_site_status_known check (status in ('ACTIVE', 'EMPTY', 'DEMOLISHED', 'SECURED')),
  constraint outreach_site_entry_known check (entry_rule in ('OPEN', 'ASK', 'NEVER_ALONE', 'FORBIDDEN')),
  constraint outreach_site_visit_period check (visit_every_days between 1 and 366)
);
create index outreach_site_by_unit on outreach_site (organisation_id, unit_id);
call protect('outreach_site', 'select, insert, update');

create table outreach_shift (
  organisation_id uuid not null,
  id         uuid not null,
  unit_id    uuid not null,
  planned_start timestamptz,
  planned_end   timestamptz,
  started_at timestamptz not null,
  lowest_celsius int,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint outreach_shift_key primary key (organisation_id, id),
  constraint outreach_shift_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint outreach_shift_plan check (planned_end > planned_start)
);
create index outreach_shift_by_unit on outreach_shift (organisation_id, unit_id, started_at);
call protect('outreach_shift', 'select, insert');

create table outreach_shift_member (
  organisation_id uuid not null,
  shift_id   uuid not null,
  account_id uuid not null,
  constraint outreach_shift_member_key primary key (organisation_id, shift_id, account_id),
  constraint outreach_shift_member_of_shift foreign key (organisation_id, shift_id) references outreach_shift (organisation_id, id),
  constraint outreach_shift_member_known foreign key (organisation_id, account_id) references membership (organisation_id, account_id)
);
create index outreach_shift_member_by_account on outreach_shift_member (organisation_id, account_id, shift_id);
call protect('outreach_shift_member', 'select, insert');

-- State is a row: a shift without an ending goes on.
create table outreach_shift_ending (
  organisation_id uuid not null,
  shift_id   uuid not null,
  ended_at   timestamptz not null,
  reflections_sealed bytea,
  ended_by   uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint outreach_shift_ends_once primary key (organisation_id, shift_id),
  constraint outreach_shift_ending_of_shift foreign key (organisation_id, shift_id) references outreach_shift (organisation_id, id)
);
call protect('outreach_shift_ending', 'select, insert');

-- F-01 and F-02 in one: first or repeat follows from the earlier cards (R-OUT-04) and is not written down. A card is never changed:
-- a correction is a card of its own that names the one it stands for. Three times: said, received, and the device's clock.
create table contact_card (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  shift_id    uuid,
  person_id   uuid,
  anonymity   text not null,
  contact_at  timestamptz not null,
  received_at timestamptz not null default powrot_now(),
  device_at   timestamptz,
  site_id     uuid,
  place_text  text,
  lat         numeric(6, 3),
  lon         numeric(6, 3),
  sex         text not null,
  age_band    text not null,
  not_seen_before boolean not null default false,
  group_size  int,
  accompanied_by text[] not null default '{}',
  how_found   text,
  sleeping_place text,
  homeless_for text,
  supports_used text[] not null default '{}',
  needs       text[] not null default '{}',
  documents   text[] not null default '{}',
  safety_risks text[] not null default '{}',
  actions     text[] not null,
  info_topics text[] not null default '{}',
  notice      text,
  attitude    text,
  motivation_stage text,
  relation_end text,
  accompaniment text,
  accompaniment_hours numeric(5, 2),
  identity_revealed boolean not null default false,
  previous_id uuid,
  previous_step_outcome text,
  step_due_on date,
  next_contact_on date,
  next_contact_site_id uuid,
  -- Art. 9 observations with changes since the last time; the step in the person's words; the team's note.
  health_sealed bytea,
  step_sealed bytea,
  note_sealed bytea,
  corrects_id uuid,
  correction_reason_sealed bytea,
  recorded_by uuid not null,
  constraint contact_card_key primary key (organisation_id, id),
  constraint contact_card_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint contact_card_of_shift foreign key (organisation_id, shift_id) references outreach_shift (organisation_id, id),
  constraint contact_card_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint contact_card_at_site foreign key (organisation_id, site_id) references outreach_site (organisation_id, id),
  constraint contact_card_next_site foreign key (organisation_id, next_contact_site_id) references outreach_site (organisation_id, id),
  constraint contact_card_previous foreign key (organisation_id, previous_id) references contact_card (organisation_id, id),
  constraint contact_card_corrects foreign key (organisation_id, corrects_id) references contact_card (organisation_id, id),
  constraint contact_card_corrected_once unique (organisation_id, corrects_id),
  constraint contact_card_correction_has_reason check ((corrects_id is null) = (correction_reason_sealed is null)),
  -- R-OUT-01
  constraint contact_card_has_place check (site_id is not null or place_text is not null),
  constraint contact_card_has_actions check (cardinality(actions) > 0),
  constraint contact_card_sex_known check (sex in ('F', 'M', 'X', 'UNKNOWN')),
  constraint contact_card_age_band_known check (age_band in ('UNDER_18', '18_29', '30_39', '40_49', '50_59', '60_PLUS', 'UNKNOWN')),
  constraint contact_card_anonymity_known check (anonymity in ('ANONYMOUS', 'ALIAS', 'NAMED')),
  constraint contact_card_anonymous_is_nobody check ((person_id is null) = (anonymity = 'ANONYMOUS'))
);
create index contact_card_by_person on contact_card (organisation_id, person_id, contact_at desc) where person_id is not null;
create index contact_card_by_unit on contact_card (organisation_id, unit_id, contact_at desc);
create index contact_card_by_shift on contact_card (organisation_id, shift_id) where shift_id is not null;
create index contact_card_by_site on contact_card (organisation_id, site_id, contact_at desc) where site_id is not null;
create index contact_card_next on contact_card (organisation_id, unit_id, next_contact_on) where next_contact_on is not null;
call protect('contact_card', 'select, insert');

create table contact_worker (
  organisation_id uuid not null,
  contact_id uuid not null,
  account_id uuid not null,
  constraint contact_worker_key primary key (organisation_id, contact_id, account_id),
  constraint contact_worker_of_contact foreign key (organisation_id, contact_id) references contact_card (organisation_id, id),
  constraint contact_worker_known foreign key (organisation_id, account_id) references membership (organisation_id, account_id)
);
call protect('contact_worker', 'select, insert');

create table contact_aid (
  organisation_id uuid not null,
  contact_id uuid not null,
  item       text not null,
  quantity   int not null,
  constraint contact_aid_key primary key (organisation_id, contact_id, item),
  constraint contact_aid_of_contact foreign key (organisation_id, contact_id) references contact_card (organisation_id, id),
  constraint contact_aid_quantity check (quantity between 1 and 100)
);
call protect('contact_aid', 'select, insert');

-- What the team has to hand out: the sum of its entries. A card takes out, its correction gives back; it may fall below zero, it never blocks.
create table aid_stock_entry (
  organisation_id uuid not null,
  id         uuid not null,
  unit_id    uuid not null,
  item       text not null,
  change     int not null,
  contact_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint aid_stock_entry_key primary key (organisation_id, id),
  constraint aid_stock_entry_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint aid_stock_entry_of_contact foreign key (organisation_id, contact_id) references contact_card (organisation_id, id),
  constraint aid_stock_entry_changes check (change <> 0)
);
create index aid_stock_entry_by_item on aid_stock_entry (organisation_id, unit_id, item);
call protect('aid_stock_entry', 'select, insert');

-- A visit without a card: nobody was there, or nobody wanted to talk.
create table outreach_site_visit (
  organisation_id uuid not null,
  id         uuid not null,
  site_id    uuid not null,
  shift_id   uuid,
  visited_at timestamptz not null,
  people     int not null default 0,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint outreach_site_visit_key primary key (organisation_id, id),
  constraint outreach_site_visit_of_site foreign key (organisation_id, site_id) references outreach_site (organisation_id, id),
  constraint outreach_site_visit_of_shift foreign key (organisation_id, shift_id) references outreach_shift (organisation_id, id),
  constraint outreach_site_visit_people check (people >= 0)
);
create index outreach_site_visit_by_site on outreach_site_visit (organisation_id, site_id, visited_at desc);
call protect('outreach_site_visit', 'select, insert');

create index task_by_source on task (organisation_id, source_id) where source_id is not null;
create index event_outreach_alert on event (organisation_id, occurred_at) where kind = 'outreach.alert';

-- All rows that are this one person, merges followed both ways; holds the id itself when there is nothing else.
create function same_person(of_person uuid) returns uuid[] language sql stable as $$
  with recursive up as (
    select id, merged_into from person where id = of_person
    union select p.id, p.merged_into from person p join up on p.id = up.merged_into
  ), down as (
    select id from up where merged_into is null
    union select p.id from person p join down on p.merged_into = down.id
  )
  select coalesce(array_agg(id), array[of_person]) from down
$$;
create index person_by_merged_into on person (organisation_id, merged_into) where merged_into is not null;
