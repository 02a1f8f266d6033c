-- R-KIS-02: how long somebody is in a club, set for each; a later end is an entry of its own, and so is the end with its reason.
create table club_stay (
  organisation_id uuid not null,
  id          uuid not null,
  person_id   uuid not null,
  -- The club.
  unit_id     uuid not null,
  -- The way in by which they were admitted; another organisation keeps it where a partner referred.
  entry_organisation_id uuid not null,
  entry_id    uuid not null,
  starts_on   date not null,
  ends_on     date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint club_stay_key primary key (organisation_id, id),
  constraint club_stay_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint club_stay_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint club_stay_by_entry foreign key (entry_organisation_id, entry_id) references centre_entry (organisation_id, id),
  constraint club_stay_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint club_stay_once_by_entry unique (organisation_id, entry_organisation_id, entry_id),
  constraint club_stay_lasts check (ends_on >= starts_on)
);
create index club_stay_by_person on club_stay (organisation_id, person_id);
call protect('club_stay', 'select, insert');

create table club_prolongation (
  organisation_id uuid not null,
  id          uuid not null,
  stay_id     uuid not null,
  no          int not null,
  agreed_on   date not null,
  ends_on     date not null,
  -- Why, sealed.
  sealed      bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint club_prolongation_key primary key (organisation_id, id),
  constraint club_prolongation_in_order unique (organisation_id, stay_id, no),
  constraint club_prolongation_of_stay foreign key (organisation_id, stay_id) references club_stay (organisation_id, id),
  constraint club_prolongation_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
call protect('club_prolongation', 'select, insert');

create table club_ending (
  organisation_id uuid not null,
  stay_id     uuid not null,
  ended_on    date not null,
  reason      text not null,
  -- What came of it, sealed.
  sealed      bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint club_stay_ends_once primary key (organisation_id, stay_id),
  constraint club_ending_of_stay foreign key (organisation_id, stay_id) references club_stay (organisation_id, id),
  constraint club_ending_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint club_end_known check (reason in ('COMPLETED', 'JOB', 'CONTRACT_ENDED', 'RESIGNED', 'STOPPED_COMING', 'MOVED', 'DECEASED', 'OTHER'))
);
call protect('club_ending', 'select, insert');
