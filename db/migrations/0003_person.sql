-- The person: identity ladder, dated facts, sealed special sections, consents, representation, households, merges.

create table person_number (
  organisation_id uuid primary key references organisation (id),
  last_no int not null
);
call protect('person_number', 'select, insert, update');

create table person (
  organisation_id uuid not null references organisation (id),
  id          uuid not null,
  person_no   int not null,
  step        text not null default 'ALIAS',
  alias       text,
  first_name  text,
  middle_name text,
  last_name   text,
  previous_last_names text,
  sex         text not null default 'UNKNOWN',
  birth_date  date,
  birth_date_precision text not null default 'DAY',
  age_estimate int,
  identifier_kind text not null default 'NONE',
  -- R-ID: the number itself is encrypted with the organisation's key; equality is asked of the blind index only.
  pesel_sealed bytea,
  pesel_index  bytea,
  pesel_needs_checking boolean not null default false,
  other_id_sealed bytea,
  other_id_country text,
  no_pesel_reason text,
  citizenship text,
  residence_title text,
  residence_title_until date,
  languages   text[] not null default '{}',
  interpreter_needed boolean not null default false,
  phone       text,
  email       text,
  safe_to_contact boolean,
  safe_contact_note text,
  correspondence_address text,
  registration_status text not null default 'UNKNOWN',
  registration_teryt text,
  registration_commune text,
  registration_address text,
  marital_status text,
  children_count int,
  education   text,
  occupation  text,
  qualifications text,
  emergency_contact text,
  protected_whereabouts boolean not null default false,
  death_date  date,
  merged_into uuid,
  recorded_at timestamptz not null default powrot_now(),
  recorded_by uuid not null,
  version     int not null default 1,
  -- Which version last changed each field: what an edit is merged against.
  changed_in  jsonb not null default '{}',
  constraint person_key primary key (organisation_id, id),
  constraint person_no_once unique (organisation_id, person_no),
  constraint person_merged_into_own foreign key (organisation_id, merged_into) references person (organisation_id, id),
  constraint person_step_known check (step in ('ANONYMOUS', 'ALIAS', 'NAMED', 'PESEL')),
  constraint person_sex_known check (sex in ('F', 'M', 'X', 'UNKNOWN')),
  constraint person_not_merged_into_itself check (merged_into <> id),
  constraint person_age_estimate_range check (age_estimate between 0 and 110)
);
create unique index person_pesel_once on person (organisation_id, pesel_index) where pesel_index is not null and merged_into is null;
create index person_by_birth on person (organisation_id, birth_date) where birth_date is not null;
call protect('person', 'select, insert, update');

-- Steps up and down the identity ladder, with what was known before.
create table person_step (
  organisation_id uuid not null,
  id        uuid not null,
  person_id uuid not null,
  from_step text not null,
  to_step   text not null,
  reason    text,
  known_before bytea,
  at        timestamptz not null default powrot_now(),
  by_id     uuid not null,
  constraint person_step_key primary key (organisation_id, id),
  constraint person_step_of_person foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index person_step_by_person on person_step (organisation_id, person_id);
call protect('person_step', 'select, insert');

-- Every name under which the person is or was known: what search looks for. Owned by the search role.
create table person_name (
  organisation_id uuid not null,
  id        uuid not null,
  person_id uuid not null,
  kind      text not null,
  name      text not null,
  since     timestamptz not null default powrot_now(),
  constraint person_name_key primary key (organisation_id, id),
  constraint person_name_of_person foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index person_name_by_person on person_name (organisation_id, person_id);
call protect('person_name', 'select, insert, delete');

-- Facts with a day from which they hold; never overwritten.
create table person_fact (
  organisation_id uuid not null,
  id         uuid not null,
  person_id  uuid not null,
  kind       text not null,
  value      text not null,
  detail     jsonb not null default '{}',
  valid_from date not null,
  valid_until date,
  recorded_at timestamptz not null default powrot_now(),
  recorded_by uuid not null,
  withdrawn_at timestamptz,
  constraint person_fact_key primary key (organisation_id, id),
  constraint person_fact_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint person_fact_kind_known check (kind in ('HOUSING', 'HOMELESSNESS', 'LABOUR', 'PUP_REGISTRATION', 'REGISTRATION', 'CAPACITY', 'INCOME', 'CLIENT_OF_OPS', 'SAFETY_FLAG')),
  constraint person_fact_period check (valid_until >= valid_from)
);
create index person_fact_by_person on person_fact (organisation_id, person_id, kind, valid_from);
call protect('person_fact', 'select, insert, update (valid_until, withdrawn_at)');

-- Art. 9 and 10 sections: one ciphertext each, opened by those whom R-ACC names.
create table person_section (
  organisation_id uuid not null,
  person_id  uuid not null,
  section    text not null,
  sealed     bytea not null,
  version    int not null default 1,
  recorded_at timestamptz not null default powrot_now(),
  recorded_by uuid not null,
  constraint person_section_key primary key (organisation_id, person_id, section),
  constraint person_section_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint person_section_known check (section in ('HEALTH', 'ADDICTION', 'COURT', 'DISABILITY', 'ETHNICITY', 'COMMUNICATION', 'INSURANCE', 'WHEREABOUTS'))
);
call protect('person_section', 'select, insert, update');

-- C7: who may see where a person with protected whereabouts is.
create table whereabouts_reader (
  organisation_id uuid not null,
  person_id  uuid not null,
  account_id uuid not null,
  named_by   uuid not null,
  named_at   timestamptz not null default powrot_now(),
  constraint whereabouts_reader_key primary key (organisation_id, person_id, account_id),
  constraint whereabouts_reader_of_person foreign key (organisation_id, person_id) references person (organisation_id, id)
);
call protect('whereabouts_reader', 'select, insert, delete');

create table representative (
  organisation_id uuid not null,
  id         uuid not null,
  person_id  uuid not null,
  kind       text not null,
  name       text not null,
  contact    text,
  scope      text,
  ruling_ref text,
  valid_from date not null,
  valid_until date,
  recorded_by uuid not null,
  constraint representative_key primary key (organisation_id, id),
  constraint representative_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint representative_kind_known check (kind in ('PARENT', 'GUARDIAN', 'CURATOR', 'TEMP_ADVISER', 'PROXY'))
);
create index representative_by_person on representative (organisation_id, person_id);
call protect('representative', 'select, insert, update (valid_until)');

create table consent (
  organisation_id uuid not null,
  id         uuid not null,
  person_id  uuid not null,
  kind       text not null,
  purpose    text not null,
  recipients text[] not null default '{}',
  text_version text not null,
  given_at   timestamptz not null,
  channel    text not null,
  withdrawn_at timestamptz,
  effect     text,
  signed_file_id uuid,
  recorded_by uuid not null,
  constraint consent_key primary key (organisation_id, id),
  constraint consent_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint consent_kind_known check (kind in ('NOTICE_GIVEN', 'DATA_SHARING_WITH_PARTNER', 'IMAGE', 'SERVICE_ACCEPTANCE', 'RESEARCH_CONTACT', 'MEDICAL_INFO_RELEASE')),
  constraint consent_channel_known check (channel in ('ORAL_NOTED', 'WRITTEN', 'ELECTRONIC'))
);
create index consent_by_person on consent (organisation_id, person_id);
call protect('consent', 'select, insert, update (withdrawn_at, effect)');

create table household (
  organisation_id uuid not null references organisation (id),
  id      uuid not null,
  name    text,
  version int not null default 1,
  constraint household_key primary key (organisation_id, id)
);
call protect('household', 'select, insert, update');
create table household_member (
  organisation_id uuid not null,
  id           uuid not null,
  household_id uuid not null,
  person_id    uuid not null,
  relation     text not null,
  valid_from   date not null,
  valid_until  date,
  constraint household_member_key primary key (organisation_id, id),
  constraint household_member_of_household foreign key (organisation_id, household_id) references household (organisation_id, id),
  constraint household_member_of_person foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index household_member_by_person on household_member (organisation_id, person_id);
call protect('household_member', 'select, insert, update (valid_until)');

-- R-ID-07: proposed by the machine or a worker, done by a coordinator, undone in full.
create table duplicate_pair (
  organisation_id uuid not null,
  id        uuid not null,
  one_id    uuid not null,
  other_id  uuid not null,
  certainty text not null,
  reasons   text[] not null,
  found_at  timestamptz not null default powrot_now(),
  answer    text,
  answered_by uuid,
  answered_at timestamptz,
  constraint duplicate_pair_key primary key (organisation_id, id),
  constraint duplicate_pair_once unique (organisation_id, one_id, other_id),
  constraint duplicate_pair_ordered check (one_id < other_id),
  constraint duplicate_pair_one foreign key (organisation_id, one_id) references person (organisation_id, id),
  constraint duplicate_pair_other foreign key (organisation_id, other_id) references person (organisation_id, id)
);
call protect('duplicate_pair', 'select, insert, update (answer, answered_by, answered_at)');

create table person_merge (
  organisation_id uuid not null,
  id        uuid not null,
  kept_id   uuid not null,
  merged_id uuid not null,
  reason    text not null,
  moved     jsonb not null,
  before    bytea not null,
  done_by   uuid not null,
  done_at   timestamptz not null default powrot_now(),
  undone_by uuid,
  undone_at timestamptz,
  constraint person_merge_key primary key (organisation_id, id),
  constraint person_merge_kept foreign key (organisation_id, kept_id) references person (organisation_id, id),
  constraint person_merge_merged foreign key (organisation_id, merged_id) references person (organisation_id, id)
);
create index person_merge_by_kept on person_merge (organisation_id, kept_id);
call protect('person_merge', 'select, insert, update (undone_by, undone_at)');

-- Sharing between organisations: objects that both sides see, never rows that two own.
create table person_link (
  organisation_id uuid not null references organisation (id),
  id              uuid not null,
  person_id       uuid not null,
  other_organisation_id uuid not null references organisation (id),
  other_person_id uuid not null,
  accepted_at     timestamptz not null,
  ended_at        timestamptz,
  constraint person_link_key primary key (organisation_id, id),
  constraint person_link_of_person foreign key (organisation_id, person_id) references person (organisation_id, id)
);
call protect('person_link', 'select, insert, update (ended_at)');
create table share (
  organisation_id uuid not null references organisation (id),
  id              uuid not null,
  to_organisation_id uuid not null references organisation (id),
  person_id       uuid not null,
  sections        text[] not null,
  legal_basis     text not null,
  purpose         text not null,
  valid_from      date not null,
  valid_until     date not null,
  given_by        uuid not null,
  given_at        timestamptz not null default powrot_now(),
  withdrawn_at    timestamptz,
  constraint share_key primary key (organisation_id, id),
  constraint share_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint share_period check (valid_until >= valid_from),
  constraint share_to_another check (to_organisation_id <> organisation_id)
);
create index share_received on share (to_organisation_id, person_id);
call protect('share', 'select, insert, update (withdrawn_at)');
create table partnership (
  organisation_id uuid not null references organisation (id),
  id         uuid not null,
  name       text not null,
  purpose    text,
  valid_from date not null,
  valid_until date,
  version    int not null default 1,
  constraint partnership_key primary key (organisation_id, id)
);
call protect('partnership', 'select, insert, update');
create table partnership_member (
  organisation_id uuid not null,
  partnership_id  uuid not null,
  member_organisation_id uuid not null references organisation (id),
  valid_from date not null,
  valid_until date,
  constraint partnership_member_key primary key (organisation_id, partnership_id, member_organisation_id),
  constraint partnership_member_of_partnership foreign key (organisation_id, partnership_id) references partnership (organisation_id, id)
);
call protect('partnership_member', 'select, insert, update (valid_until)');
create table referral (
  organisation_id uuid not null references organisation (id),
  id              uuid not null,
  kind            text not null,
  legal_basis     text,
  person_id       uuid,
  to_organisation_id uuid references organisation (id),
  description     text,
  needs           text[] not null default '{}',
  urgency         text not null,
  sections        text[] not null default '{}',
  sent_at         timestamptz not null,
  feedback_due    date,
  outcome         text,
  closed_at       timestamptz,
  version         int not null default 1,
  constraint referral_key primary key (organisation_id, id)
);
call protect('referral', 'select, insert, update');
