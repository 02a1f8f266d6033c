-- Written from the catalog by `npm run db:generate`. Not run by anything.

table account (
  id uuid not null,
  login text not null,
  password_hash text not null,
  totp_sealed bytea,
  totp_last_step bigint not null default 0,
  language text not null default 'pl'::text,
  created_at timestamp with time zone not null default powrot_now(),
  disabled_at timestamp with time zone,
  constraint account_language_known CHECK ((language = ANY (ARRAY['pl'::text, 'en'::text, 'uk'::text]))),
  constraint account_login_folded CHECK ((login = lower(login))),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_login_once UNIQUE (login)
);
grant delete, insert, select, update to powrot_search;
grant select (created_at, disabled_at, id, language, login) to powrot_app;
policy door for * to powrot_search using true check true;
policy operator for * to powrot_owner using true check true;
policy own_account for r to powrot_app using (id = ( SELECT current_account() AS current_account)) check -;
row security: on forced, owner powrot_owner;

table audit_entry (
  organisation_id uuid not null,
  id uuid not null,
  xid xid8 not null,
  at timestamp with time zone not null,
  actor_id uuid,
  action text not null,
  outcome text not null,
  object_type text,
  object_id uuid,
  person_id uuid,
  section text,
  reason text,
  request_id text,
  device text,
  command_id uuid,
  detail json,
  hash bytea not null,
  constraint audit_outcome_known CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'forbidden'::text, 'not_found'::text, 'conflict'::text, 'invalid'::text]))),
  constraint audit_entry_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint audit_entry_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX audit_entry_by_order ON public.audit_entry USING btree (organisation_id, xid, id);
CREATE INDEX audit_entry_by_person ON public.audit_entry USING btree (organisation_id, person_id, at) WHERE (person_id IS NOT NULL);
grant delete, select to powrot_keeper;
grant insert, select to powrot_app;
policy keeper for * to powrot_keeper using true check -;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table audit_segment (
  organisation_id uuid not null,
  no integer not null,
  sealed_at timestamp with time zone not null,
  last_xid xid8 not null,
  entry_ids uuid[] not null,
  previous_head bytea not null,
  head bytea not null,
  purged_at timestamp with time zone,
  constraint audit_segment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint audit_segment_key PRIMARY KEY (organisation_id, no)
);
grant insert, select to powrot_keeper;
grant select to powrot_app;
grant update (purged_at) to powrot_keeper;
policy keeper for * to powrot_keeper using true check true;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table authorisation (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  scope text,
  valid_from date not null,
  valid_until date,
  recorded_by uuid,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint authorisation_kind_known CHECK ((kind = ANY (ARRAY['AUTHORISATION'::text, 'PLEDGE'::text]))),
  constraint authorisation_period CHECK ((valid_until >= valid_from)),
  constraint authorisation_of_member FOREIGN KEY (organisation_id, account_id) REFERENCES membership(organisation_id, account_id),
  constraint authorisation_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX authorisation_by_account ON public.authorisation USING btree (organisation_id, account_id, kind);
grant insert, select to powrot_app;
grant select to powrot_search;
grant update (valid_until) to powrot_app;
policy door for r to powrot_search using true check -;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table break_glass (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  reason text not null,
  opened_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  verdict text,
  constraint break_glass_reviewed_by_another CHECK ((reviewed_by <> account_id)),
  constraint break_glass_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint break_glass_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX break_glass_by_account ON public.break_glass USING btree (organisation_id, account_id, until_at);
grant insert, select to powrot_app;
grant update (reviewed_at, reviewed_by, verdict) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table case_member (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  account_id uuid not null,
  part text not null,
  valid_from date not null,
  valid_until date,
  constraint case_member_period CHECK ((valid_until >= valid_from)),
  constraint case_member_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint case_member_of_membership FOREIGN KEY (organisation_id, account_id) REFERENCES membership(organisation_id, account_id),
  constraint case_member_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX case_member_by_account ON public.case_member USING btree (organisation_id, account_id, case_id);
CREATE INDEX case_member_by_case ON public.case_member USING btree (organisation_id, case_id);
grant insert, select to powrot_app;
grant update (valid_until) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table case_note (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  case_id uuid,
  section text not null,
  sealed bytea not null,
  written_on date not null,
  author_id uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint case_note_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint case_note_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX case_note_by_person ON public.case_note USING btree (organisation_id, person_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table case_stage_step (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  from_stage text not null,
  to_stage text not null,
  act text not null,
  moved_by uuid not null,
  moved_at timestamp with time zone not null default powrot_now(),
  constraint case_stage_step_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint case_stage_step_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX case_stage_step_by_case ON public.case_stage_step USING btree (organisation_id, case_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table command (
  organisation_id uuid not null,
  actor_id uuid not null,
  id uuid not null,
  type text not null,
  v integer not null,
  payload_hash bytea not null,
  received_at timestamp with time zone not null default powrot_now(),
  occurred_at timestamp with time zone not null,
  status text,
  answer jsonb,
  problem jsonb,
  mends uuid,
  constraint command_status_known CHECK ((status = ANY (ARRAY['done'::text, 'refused'::text, 'forbidden'::text, 'not_found'::text, 'conflict'::text, 'invalid'::text]))),
  constraint command_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint command_once PRIMARY KEY (organisation_id, actor_id, id)
);
grant insert, select to powrot_app;
grant update (answer, problem, status) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table consent (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  purpose text not null,
  recipients text[] not null default '{}'::text[],
  text_version text not null,
  given_at timestamp with time zone not null,
  channel text not null,
  withdrawn_at timestamp with time zone,
  effect text,
  signed_file_id uuid,
  recorded_by uuid not null,
  constraint consent_channel_known CHECK ((channel = ANY (ARRAY['ORAL_NOTED'::text, 'WRITTEN'::text, 'ELECTRONIC'::text]))),
  constraint consent_kind_known CHECK ((kind = ANY (ARRAY['NOTICE_GIVEN'::text, 'DATA_SHARING_WITH_PARTNER'::text, 'IMAGE'::text, 'SERVICE_ACCEPTANCE'::text, 'RESEARCH_CONTACT'::text, 'MEDICAL_INFO_RELEASE'::text]))),
  constraint consent_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint consent_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX consent_by_person ON public.consent USING btree (organisation_id, person_id);
grant insert, select to powrot_app;
grant update (effect, withdrawn_at) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table duplicate_pair (
  organisation_id uuid not null,
  id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  certainty text not null,
  reasons text[] not null,
  found_at timestamp with time zone not null default powrot_now(),
  answer text,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint duplicate_pair_ordered CHECK ((one_id < other_id)),
  constraint duplicate_pair_one FOREIGN KEY (organisation_id, one_id) REFERENCES person(organisation_id, id),
  constraint duplicate_pair_other FOREIGN KEY (organisation_id, other_id) REFERENCES person(organisation_id, id),
  constraint duplicate_pair_key PRIMARY KEY (organisation_id, id),
  constraint duplicate_pair_once UNIQUE (organisation_id, one_id, other_id)
);
grant insert, select to powrot_app;
grant update (answer, answered_at, answered_by) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table event (
  organisation_id uuid not null,
  id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  seq bigint not null generated always as identity,
  person_id uuid,
  case_id uuid,
  kind text not null,
  section text not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  actor_id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  detail jsonb not null default '{}'::jsonb,
  constraint event_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint event_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX event_by_person ON public.event USING btree (organisation_id, person_id, occurred_at DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX event_by_subject ON public.event USING btree (organisation_id, subject_id);
CREATE INDEX event_feed ON public.event USING btree (organisation_id, xid, seq);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table household (
  organisation_id uuid not null,
  id uuid not null,
  name text,
  version integer not null default 1,
  constraint household_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint household_key PRIMARY KEY (organisation_id, id)
);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table household_member (
  organisation_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  relation text not null,
  valid_from date not null,
  valid_until date,
  constraint household_member_of_household FOREIGN KEY (organisation_id, household_id) REFERENCES household(organisation_id, id),
  constraint household_member_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint household_member_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX household_member_by_person ON public.household_member USING btree (organisation_id, person_id);
grant insert, select to powrot_app;
grant update (valid_until) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table legal_parameter (
  code text not null,
  valid_from date not null,
  value numeric not null,
  unit text not null,
  source text not null,
  verified boolean not null,
  note text,
  constraint legal_parameter_key PRIMARY KEY (code, valid_from)
);
grant select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy readable for r to powrot_app using true check -;
row security: on forced, owner powrot_owner;

table membership (
  organisation_id uuid not null,
  account_id uuid not null,
  display_name text not null,
  job_title text,
  email text,
  valid_from date not null,
  valid_until date,
  person_id uuid,
  version integer not null default 1,
  constraint membership_period CHECK ((valid_until >= valid_from)),
  constraint membership_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint membership_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint membership_key PRIMARY KEY (organisation_id, account_id)
);
grant insert, select, update to powrot_app;
grant select to powrot_search;
policy door for r to powrot_search using true check -;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table membership_role (
  organisation_id uuid not null,
  account_id uuid not null,
  role text not null,
  constraint membership_role_of_member FOREIGN KEY (organisation_id, account_id) REFERENCES membership(organisation_id, account_id),
  constraint membership_role_key PRIMARY KEY (organisation_id, account_id, role)
);
grant delete, insert, select to powrot_app;
grant select to powrot_search;
policy door for r to powrot_search using true check -;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table membership_unit (
  organisation_id uuid not null,
  account_id uuid not null,
  unit_id uuid not null,
  constraint membership_unit_of_member FOREIGN KEY (organisation_id, account_id) REFERENCES membership(organisation_id, account_id),
  constraint membership_unit_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint membership_unit_key PRIMARY KEY (organisation_id, account_id, unit_id)
);
grant delete, insert, select to powrot_app;
grant select to powrot_search;
policy door for r to powrot_search using true check -;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table migration (
  name text not null,
  sha256 text not null,
  constraint migration_pkey PRIMARY KEY (name)
);
row security: OFF, owner powrot_owner;

table open_case (
  organisation_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  case_id uuid not null,
  constraint open_case_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint case_open_once_in_unit PRIMARY KEY (organisation_id, person_id, unit_id)
);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table organisation (
  id uuid not null,
  name text not null,
  short_name text not null,
  kind text not null,
  nip text,
  address text,
  letterhead text,
  time_zone text not null default 'Europe/Warsaw'::text,
  second_factor_roles text[] not null default '{}'::text[],
  created_at timestamp with time zone not null default powrot_now(),
  constraint organisation_pkey PRIMARY KEY (id)
);
grant select to powrot_keeper;
grant select to powrot_search;
grant select, update to powrot_app;
policy door for r to powrot_search using true check -;
policy keeper for r to powrot_keeper using true check -;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (id = ( SELECT current_organisation() AS current_organisation)) check -;
row security: on forced, owner powrot_owner;

table organisation_parameter (
  organisation_id uuid not null,
  code text not null,
  valid_from date not null,
  value numeric not null,
  unit text not null,
  source text not null,
  verified boolean not null default false,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  constraint organisation_parameter_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint organisation_parameter_key PRIMARY KEY (organisation_id, code, valid_from)
);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table partnership (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  purpose text,
  valid_from date not null,
  valid_until date,
  version integer not null default 1,
  constraint partnership_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint partnership_key PRIMARY KEY (organisation_id, id)
);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table partnership_member (
  organisation_id uuid not null,
  partnership_id uuid not null,
  member_organisation_id uuid not null,
  valid_from date not null,
  valid_until date,
  constraint partnership_member_member_organisation_id_fkey FOREIGN KEY (member_organisation_id) REFERENCES organisation(id),
  constraint partnership_member_of_partnership FOREIGN KEY (organisation_id, partnership_id) REFERENCES partnership(organisation_id, id),
  constraint partnership_member_key PRIMARY KEY (organisation_id, partnership_id, member_organisation_id)
);
grant insert, select to powrot_app;
grant update (valid_until) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table person (
  organisation_id uuid not null,
  id uuid not null,
  person_no integer not null,
  step text not null default 'ALIAS'::text,
  alias text,
  first_name text,
  middle_name text,
  last_name text,
  previous_last_names text,
  sex text not null default 'UNKNOWN'::text,
  birth_date date,
  birth_date_precision text not null default 'DAY'::text,
  age_estimate integer,
  identifier_kind text not null default 'NONE'::text,
  pesel_sealed bytea,
  pesel_index bytea,
  pesel_needs_checking boolean not null default false,
  other_id_sealed bytea,
  other_id_country text,
  no_pesel_reason text,
  citizenship text,
  residence_title text,
  residence_title_until date,
  languages text[] not null default '{}'::text[],
  interpreter_needed boolean not null default false,
  phone text,
  email text,
  safe_to_contact boolean,
  safe_contact_note text,
  correspondence_address text,
  registration_status text not null default 'UNKNOWN'::text,
  registration_teryt text,
  registration_commune text,
  registration_address text,
  marital_status text,
  children_count integer,
  education text,
  occupation text,
  qualifications text,
  emergency_contact text,
  protected_whereabouts boolean not null default false,
  death_date date,
  merged_into uuid,
  recorded_at timestamp with time zone not null default powrot_now(),
  recorded_by uuid not null,
  version integer not null default 1,
  changed_in jsonb not null default '{}'::jsonb,
  constraint person_age_estimate_range CHECK (((age_estimate >= 0) AND (age_estimate <= 110))),
  constraint person_not_merged_into_itself CHECK ((merged_into <> id)),
  constraint person_sex_known CHECK ((sex = ANY (ARRAY['F'::text, 'M'::text, 'X'::text, 'UNKNOWN'::text]))),
  constraint person_step_known CHECK ((step = ANY (ARRAY['ANONYMOUS'::text, 'ALIAS'::text, 'NAMED'::text, 'PESEL'::text]))),
  constraint person_merged_into_own FOREIGN KEY (organisation_id, merged_into) REFERENCES person(organisation_id, id),
  constraint person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint person_key PRIMARY KEY (organisation_id, id),
  constraint person_no_once UNIQUE (organisation_id, person_no)
);
CREATE INDEX person_by_birth ON public.person USING btree (organisation_id, birth_date) WHERE (birth_date IS NOT NULL);
CREATE UNIQUE INDEX person_pesel_once ON public.person USING btree (organisation_id, pesel_index) WHERE ((pesel_index IS NOT NULL) AND (merged_into IS NULL));
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table person_fact (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  value text not null,
  detail jsonb not null default '{}'::jsonb,
  valid_from date not null,
  valid_until date,
  recorded_at timestamp with time zone not null default powrot_now(),
  recorded_by uuid not null,
  withdrawn_at timestamp with time zone,
  constraint person_fact_kind_known CHECK ((kind = ANY (ARRAY['HOUSING'::text, 'HOMELESSNESS'::text, 'LABOUR'::text, 'PUP_REGISTRATION'::text, 'REGISTRATION'::text, 'CAPACITY'::text, 'INCOME'::text, 'CLIENT_OF_OPS'::text, 'SAFETY_FLAG'::text]))),
  constraint person_fact_period CHECK ((valid_until >= valid_from)),
  constraint person_fact_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint person_fact_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX person_fact_by_person ON public.person_fact USING btree (organisation_id, person_id, kind, valid_from);
grant insert, select to powrot_app;
grant update (valid_until, withdrawn_at) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table person_link (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  other_organisation_id uuid not null,
  other_person_id uuid not null,
  accepted_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint person_link_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint person_link_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint person_link_other_organisation_id_fkey FOREIGN KEY (other_organisation_id) REFERENCES organisation(id),
  constraint person_link_key PRIMARY KEY (organisation_id, id)
);
grant insert, select to powrot_app;
grant update (ended_at) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table person_merge (
  organisation_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  reason text not null,
  moved jsonb not null,
  before bytea not null,
  done_by uuid not null,
  done_at timestamp with time zone not null default powrot_now(),
  undone_by uuid,
  undone_at timestamp with time zone,
  constraint person_merge_kept FOREIGN KEY (organisation_id, kept_id) REFERENCES person(organisation_id, id),
  constraint person_merge_merged FOREIGN KEY (organisation_id, merged_id) REFERENCES person(organisation_id, id),
  constraint person_merge_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX person_merge_by_kept ON public.person_merge USING btree (organisation_id, kept_id);
grant insert, select to powrot_app;
grant update (undone_at, undone_by) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table person_name (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  name text not null,
  since timestamp with time zone not null default powrot_now(),
  constraint person_name_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint person_name_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX person_name_by_person ON public.person_name USING btree (organisation_id, person_id);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table person_number (
  organisation_id uuid not null,
  last_no integer not null,
  constraint person_number_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint person_number_pkey PRIMARY KEY (organisation_id)
);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table person_section (
  organisation_id uuid not null,
  person_id uuid not null,
  section text not null,
  sealed bytea not null,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default powrot_now(),
  recorded_by uuid not null,
  constraint person_section_known CHECK ((section = ANY (ARRAY['HEALTH'::text, 'ADDICTION'::text, 'COURT'::text, 'DISABILITY'::text, 'ETHNICITY'::text, 'COMMUNICATION'::text, 'INSURANCE'::text, 'WHEREABOUTS'::text]))),
  constraint person_section_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint person_section_key PRIMARY KEY (organisation_id, person_id, section)
);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table person_step (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  from_step text not null,
  to_step text not null,
  reason text,
  known_before bytea,
  at timestamp with time zone not null default powrot_now(),
  by_id uuid not null,
  constraint person_step_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint person_step_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX person_step_by_person ON public.person_step USING btree (organisation_id, person_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table person_unit (
  organisation_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  since date not null,
  constraint person_unit_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint person_unit_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint person_unit_key PRIMARY KEY (organisation_id, person_id, unit_id)
);
CREATE INDEX person_unit_by_unit ON public.person_unit USING btree (organisation_id, unit_id, person_id);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table referral (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  legal_basis text,
  person_id uuid,
  to_organisation_id uuid,
  description text,
  needs text[] not null default '{}'::text[],
  urgency text not null,
  sections text[] not null default '{}'::text[],
  sent_at timestamp with time zone not null,
  feedback_due date,
  outcome text,
  closed_at timestamp with time zone,
  version integer not null default 1,
  constraint referral_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint referral_to_organisation_id_fkey FOREIGN KEY (to_organisation_id) REFERENCES organisation(id),
  constraint referral_key PRIMARY KEY (organisation_id, id)
);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table representative (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  name text not null,
  contact text,
  scope text,
  ruling_ref text,
  valid_from date not null,
  valid_until date,
  recorded_by uuid not null,
  constraint representative_kind_known CHECK ((kind = ANY (ARRAY['PARENT'::text, 'GUARDIAN'::text, 'CURATOR'::text, 'TEMP_ADVISER'::text, 'PROXY'::text]))),
  constraint representative_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint representative_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX representative_by_person ON public.representative USING btree (organisation_id, person_id);
grant insert, select to powrot_app;
grant update (valid_until) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table session (
  id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  second_factor boolean not null,
  user_agent text,
  address_hash bytea,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint session_kind_known CHECK ((kind = ANY (ARRAY['cookie'::text, 'token'::text]))),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint session_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_once UNIQUE (token_hash)
);
CREATE INDEX session_by_account ON public.session USING btree (account_id) WHERE (revoked_at IS NULL);
grant delete, insert, select, update to powrot_search;
grant select (account_id, created_at, expires_at, id, kind, organisation_id, revoked_at, seen_at, user_agent) to powrot_app;
policy door for * to powrot_search using true check true;
policy operator for * to powrot_owner using true check true;
policy own_organisation for r to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check -;
row security: on forced, owner powrot_owner;

table setup_link (
  token_hash bytea not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint setup_link_pkey PRIMARY KEY (token_hash)
);
grant delete, insert, select, update to powrot_search;
policy door for * to powrot_search using true check true;
policy operator for * to powrot_owner using true check true;
row security: on forced, owner powrot_owner;

table share (
  organisation_id uuid not null,
  id uuid not null,
  to_organisation_id uuid not null,
  person_id uuid not null,
  sections text[] not null,
  legal_basis text not null,
  purpose text not null,
  valid_from date not null,
  valid_until date not null,
  given_by uuid not null,
  given_at timestamp with time zone not null default powrot_now(),
  withdrawn_at timestamp with time zone,
  constraint share_period CHECK ((valid_until >= valid_from)),
  constraint share_to_another CHECK ((to_organisation_id <> organisation_id)),
  constraint share_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint share_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint share_to_organisation_id_fkey FOREIGN KEY (to_organisation_id) REFERENCES organisation(id),
  constraint share_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX share_received ON public.share USING btree (to_organisation_id, person_id);
grant insert, select to powrot_app;
grant update (withdrawn_at) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table sign_in_attempt (
  subject bytea not null,
  at timestamp with time zone not null,
  succeeded boolean not null
);
CREATE INDEX sign_in_attempt_by_subject ON public.sign_in_attempt USING btree (subject, at);
grant delete, insert, select, update to powrot_search;
policy door for * to powrot_search using true check true;
policy operator for * to powrot_owner using true check true;
row security: on forced, owner powrot_owner;

table stored_file (
  organisation_id uuid not null,
  id uuid not null,
  storage_name text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 bytea not null,
  wrapped_key bytea not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null default powrot_now(),
  constraint stored_file_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint stored_file_key PRIMARY KEY (organisation_id, id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table support_case (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  opened_on date not null,
  stage text not null default 'OPEN_OFFER'::text,
  leader_id uuid,
  version integer not null default 1,
  constraint support_case_leader FOREIGN KEY (organisation_id, leader_id) REFERENCES membership(organisation_id, account_id),
  constraint support_case_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint support_case_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint support_case_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX support_case_by_leader ON public.support_case USING btree (organisation_id, leader_id);
CREATE INDEX support_case_by_person ON public.support_case USING btree (organisation_id, person_id);
CREATE INDEX support_case_by_unit ON public.support_case USING btree (organisation_id, unit_id);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table support_case_ending (
  organisation_id uuid not null,
  case_id uuid not null,
  ended_on date not null,
  reason text not null,
  summary text,
  ended_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint case_ending_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint case_ends_once PRIMARY KEY (organisation_id, case_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table task (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid,
  case_id uuid,
  owner_id uuid,
  unit_id uuid,
  kind text not null,
  text text,
  detail jsonb not null default '{}'::jsonb,
  due_on date,
  source_type text,
  source_id uuid,
  created_by uuid not null,
  created_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  constraint task_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint task_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint task_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint task_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint task_owner FOREIGN KEY (organisation_id, owner_id) REFERENCES membership(organisation_id, account_id),
  constraint task_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX task_by_owner ON public.task USING btree (organisation_id, owner_id, due_on);
CREATE INDEX task_by_person ON public.task USING btree (organisation_id, person_id);
CREATE INDEX task_by_unit ON public.task USING btree (organisation_id, unit_id, due_on);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table task_ending (
  organisation_id uuid not null,
  task_id uuid not null,
  outcome text not null,
  ended_on date not null,
  note text,
  ended_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint task_outcome_known CHECK ((outcome = ANY (ARRAY['DONE'::text, 'PARTLY'::text, 'NOT_DONE'::text, 'NO_LONGER_RELEVANT'::text]))),
  constraint task_ending_of_task FOREIGN KEY (organisation_id, task_id) REFERENCES task(organisation_id, id),
  constraint task_ends_once PRIMARY KEY (organisation_id, task_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table unit (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  closed_on date,
  version integer not null default 1,
  constraint unit_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint unit_key PRIMARY KEY (organisation_id, id)
);
grant insert, select, update to powrot_app;
grant select to powrot_search;
policy door for r to powrot_search using true check -;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table whereabouts_reader (
  organisation_id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  named_by uuid not null,
  named_at timestamp with time zone not null default powrot_now(),
  constraint whereabouts_reader_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint whereabouts_reader_key PRIMARY KEY (organisation_id, person_id, account_id)
);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

CREATE OR REPLACE FUNCTION public.account_make(new_id uuid, new_login text, new_hash text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 INSERT INTO account (id, login, password_hash)
   VALUES (account_make.new_id, lower(account_make.new_login), account_make.new_hash);
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.account_set(of_account uuid, new_hash text, new_totp bytea, new_language text, disable_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 UPDATE account SET password_hash = COALESCE(account_set.new_hash, account.password_hash), totp_sealed = COALESCE(account_set.new_totp, account.totp_sealed), language = COALESCE(account_set.new_language, account.language), disabled_at = COALESCE(account_set.disable_at, account.disabled_at)
   WHERE (account.id = account_set.of_account);
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.current_account()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('powrot.account_id'::text, true), ''::text))::uuid
-- owner powrot_owner, execute: public

CREATE OR REPLACE FUNCTION public.current_organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('powrot.organisation_id'::text, true), ''::text))::uuid
-- owner powrot_owner, execute: public

CREATE OR REPLACE FUNCTION public.norm(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN lower(unaccent('unaccent'::regdictionary, COALESCE(value, ''::text)))
-- owner powrot_owner, execute: public

CREATE OR REPLACE FUNCTION public.powrot_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
RETURN (current_setting('powrot.now'::text))::timestamp with time zone
-- owner powrot_owner, execute: public

CREATE OR REPLACE PROCEDURE public.protect(IN tbl regclass, IN privileges text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  execute format('create policy own_organisation on %s to powrot_app using (organisation_id = (select current_organisation())) with check (organisation_id = (select current_organisation()))', tbl);
  execute format('create policy operator on %s to powrot_owner using (true) with check (true)', tbl);
  execute format('grant %s on %s to powrot_app', privileges, tbl);
end $procedure$
-- owner powrot_owner, execute: public

CREATE OR REPLACE FUNCTION public.session_actor(wanted_hash bytea, at_instant timestamp with time zone, on_day date)
 RETURNS TABLE(session_id uuid, kind text, account_id uuid, organisation_id uuid, organisation_name text, time_zone text, display_name text, language text, second_factor boolean, created_at timestamp with time zone, seen_at timestamp with time zone, expires_at timestamp with time zone, user_agent text, person_id uuid, roles text[], units uuid[], authorised boolean, second_factor_due boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.id,
     s.kind,
     s.account_id,
     s.organisation_id,
     o.name,
     o.time_zone,
     m.display_name,
     a.language,
     s.second_factor,
     s.created_at,
     s.seen_at,
     s.expires_at,
     s.user_agent,
     m.person_id,
     ARRAY( SELECT r.role
            FROM membership_role r
           WHERE ((r.organisation_id = s.organisation_id) AND (r.account_id = s.account_id))
           ORDER BY r.role) AS "array",
     ARRAY( SELECT u.unit_id
            FROM membership_unit u
           WHERE ((u.organisation_id = s.organisation_id) AND (u.account_id = s.account_id))
           ORDER BY u.unit_id) AS "array",
     ( SELECT (count(DISTINCT z.kind) = 2)
            FROM authorisation z
           WHERE ((z.organisation_id = s.organisation_id) AND (z.account_id = s.account_id) AND (z.valid_from <= session_actor.on_day) AND (COALESCE(z.valid_until, session_actor.on_day) >= session_actor.on_day))),
     ((NOT s.second_factor) AND (EXISTS ( SELECT
            FROM membership_role r
           WHERE ((r.organisation_id = s.organisation_id) AND (r.account_id = s.account_id) AND (r.role = ANY (o.second_factor_roles))))))
    FROM (((session s
      JOIN account a ON (((a.id = s.account_id) AND (a.disabled_at IS NULL))))
      JOIN organisation o ON ((o.id = s.organisation_id)))
      JOIN membership m ON (((m.organisation_id = s.organisation_id) AND (m.account_id = s.account_id) AND (m.valid_from <= session_actor.on_day) AND (COALESCE(m.valid_until, session_actor.on_day) >= session_actor.on_day))))
   WHERE ((s.token_hash = session_actor.wanted_hash) AND (s.revoked_at IS NULL) AND (s.expires_at > session_actor.at_instant));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.session_end(of_account uuid, session_id uuid, at_instant timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 WITH ended AS (
          UPDATE session SET revoked_at = session_end.at_instant
           WHERE ((session.account_id = session_end.of_account) AND (session.revoked_at IS NULL) AND ((session_end.session_id IS NULL) OR (session.id = session_end.session_id)))
           RETURNING 1 AS "?column?"
         )
  SELECT (count(*))::integer AS count
    FROM ended;
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.session_open(new_id uuid, new_hash bytea, for_account uuid, for_organisation uuid, new_kind text, with_second_factor boolean, agent text, address bytea, at_instant timestamp with time zone, until_instant timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 INSERT INTO session (id, token_hash, account_id, organisation_id, kind, second_factor, user_agent, address_hash, created_at, seen_at, expires_at)
   VALUES (session_open.new_id, session_open.new_hash, session_open.for_account, session_open.for_organisation, session_open.new_kind, session_open.with_second_factor, session_open.agent, session_open.address, session_open.at_instant, session_open.at_instant, session_open.until_instant);
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.session_seen(session_id uuid, at_instant timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 UPDATE session SET seen_at = session_seen.at_instant
   WHERE (session.id = session_seen.session_id);
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.sign_in_facts(wanted_login text, on_day date)
 RETURNS TABLE(account_id uuid, password_hash text, totp_sealed bytea, totp_last_step bigint, disabled boolean, language text, organisations jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT a.id,
     a.password_hash,
     a.totp_sealed,
     a.totp_last_step,
     (a.disabled_at IS NOT NULL),
     a.language,
     COALESCE(( SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name, 'secondFactorRoles', o.second_factor_roles, 'roles', ( SELECT COALESCE(jsonb_agg(r.role ORDER BY r.role), '[]'::jsonb) AS "coalesce"
                    FROM membership_role r
                   WHERE ((r.organisation_id = m.organisation_id) AND (r.account_id = m.account_id)))) ORDER BY o.name) AS jsonb_agg
            FROM (membership m
              JOIN organisation o ON ((o.id = m.organisation_id)))
           WHERE ((m.account_id = a.id) AND (m.valid_from <= sign_in_facts.on_day) AND (COALESCE(m.valid_until, sign_in_facts.on_day) >= sign_in_facts.on_day))), '[]'::jsonb) AS "coalesce"
    FROM account a
   WHERE (a.login = lower(sign_in_facts.wanted_login));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.sign_in_failures(about bytea, since timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (count(*))::integer AS count
    FROM sign_in_attempt f
   WHERE ((f.subject = sign_in_failures.about) AND (NOT f.succeeded) AND (f.at > sign_in_failures.since) AND (f.at > COALESCE(( SELECT max(s.at) AS max
            FROM sign_in_attempt s
           WHERE ((s.subject = sign_in_failures.about) AND s.succeeded)), '-infinity'::timestamp with time zone)));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.sign_in_note(about bytea, at_instant timestamp with time zone, ok boolean)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 INSERT INTO sign_in_attempt (subject, at, succeeded)
   VALUES (sign_in_note.about, sign_in_note.at_instant, sign_in_note.ok);
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.totp_use(of_account uuid, step bigint)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 WITH used AS (
          UPDATE account SET totp_last_step = totp_use.step
           WHERE ((account.id = totp_use.of_account) AND (account.totp_last_step < totp_use.step))
           RETURNING 1 AS "?column?"
         )
  SELECT (EXISTS ( SELECT
            FROM used)) AS "exists";
END
-- owner powrot_search, execute: powrot_search, powrot_app

