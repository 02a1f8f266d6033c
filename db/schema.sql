-- Written from the catalog by `npm run db:generate`. Not run by anything.

table absence_answer (
  organisation_id uuid not null,
  excuse_id uuid not null,
  no integer not null,
  answer text not null,
  sealed bytea,
  answered_on date not null,
  answered_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint absence_answer_known CHECK (((answer = ANY (ARRAY['ACCEPTED'::text, 'REFUSED'::text, 'TAKEN_BACK'::text])) AND (no > 0))),
  constraint absence_answer_of_excuse FOREIGN KEY (organisation_id, excuse_id) REFERENCES absence_excuse(organisation_id, id),
  constraint absence_answered_by_member FOREIGN KEY (organisation_id, answered_by) REFERENCES membership(organisation_id, account_id),
  constraint absence_answers_in_turn PRIMARY KEY (organisation_id, excuse_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table absence_document (
  organisation_id uuid not null,
  excuse_id uuid not null,
  received_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint absence_document_of_excuse FOREIGN KEY (organisation_id, excuse_id) REFERENCES absence_excuse(organisation_id, id),
  constraint absence_document_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint absence_document_once PRIMARY KEY (organisation_id, excuse_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table absence_excuse (
  organisation_id uuid not null,
  id uuid not null,
  ipzs_id uuid not null,
  kind text not null,
  from_on date not null,
  to_on date not null,
  sealed bytea,
  asked_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint absence_excuse_kind_known CHECK ((kind = ANY (ARRAY['SICKNESS'::text, 'OTHER_EXCUSED'::text]))),
  constraint absence_lasts CHECK ((to_on >= from_on)),
  constraint absence_sickness_has_no_reason CHECK (((kind <> 'SICKNESS'::text) OR (sealed IS NULL))),
  constraint absence_excuse_of_ipzs FOREIGN KEY (organisation_id, ipzs_id) REFERENCES ipzs(organisation_id, id),
  constraint absence_excuse_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint absence_excuse_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX absence_excuse_by_day ON public.absence_excuse USING btree (organisation_id, to_on);
CREATE INDEX absence_excuse_by_ipzs ON public.absence_excuse USING btree (organisation_id, ipzs_id, from_on);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table absence_mark (
  organisation_id uuid not null,
  excuse_id uuid not null,
  answer_no integer not null,
  entry_id uuid not null,
  status_before text not null,
  constraint absence_mark_before_known CHECK ((status_before = ANY (ARRAY['ABSENT_UNEXCUSED'::text, 'ABSENT_EXCUSED'::text, 'SICK'::text, 'DAY_OFF'::text]))),
  constraint absence_mark_of_answer FOREIGN KEY (organisation_id, excuse_id, answer_no) REFERENCES absence_answer(organisation_id, excuse_id, no),
  constraint absence_mark_of_entry FOREIGN KEY (organisation_id, entry_id) REFERENCES attendance_entry(organisation_id, id),
  constraint absence_mark_key PRIMARY KEY (organisation_id, entry_id)
);
CREATE INDEX absence_mark_by_excuse ON public.absence_mark USING btree (organisation_id, excuse_id, answer_no);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table account (
  id uuid not null,
  login text not null,
  password_hash text not null,
  totp_sealed bytea,
  totp_last_step bigint not null default 0,
  totp_pending_sealed bytea,
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

table account_recovery (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  reason text not null,
  link_hash bytea not null,
  expires_at timestamp with time zone not null,
  requested_by uuid not null,
  requested_at timestamp with time zone not null default powrot_now(),
  used_at timestamp with time zone,
  constraint account_recovery_kind_known CHECK ((kind = ANY (ARRAY['PASSWORD'::text, 'SECOND_FACTOR'::text, 'BOTH'::text]))),
  constraint account_recovery_of_another CHECK ((requested_by <> account_id)),
  constraint account_recovery_of_member FOREIGN KEY (organisation_id, account_id) REFERENCES membership(organisation_id, account_id),
  constraint account_recovery_key PRIMARY KEY (organisation_id, id),
  constraint account_recovery_link_once UNIQUE (link_hash),
  constraint account_recovery_people UNIQUE (organisation_id, id, requested_by, account_id)
);
grant insert, select to powrot_app;
grant insert, select, update to powrot_search;
policy door for * to powrot_search using true check true;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table account_recovery_confirmation (
  organisation_id uuid not null,
  recovery_id uuid not null,
  requested_by uuid not null,
  account_id uuid not null,
  confirmed_by uuid not null,
  confirmed_at timestamp with time zone not null default powrot_now(),
  constraint account_recovery_by_two_people CHECK (((confirmed_by <> requested_by) AND (confirmed_by <> account_id))),
  constraint account_recovery_confirmation_of_recovery FOREIGN KEY (organisation_id, recovery_id, requested_by, account_id) REFERENCES account_recovery(organisation_id, id, requested_by, account_id),
  constraint account_recovery_confirmed_once PRIMARY KEY (organisation_id, recovery_id)
);
grant insert, select to powrot_app;
grant select to powrot_search;
policy door for r to powrot_search using true check -;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table active_group (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  prepared_for text not null,
  criteria text[] not null,
  from_on date not null,
  to_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint active_group_days CHECK ((to_on >= from_on)),
  constraint active_group_has_criteria CHECK (((cardinality(criteria) >= 1) AND (cardinality(criteria) <= 10))),
  constraint active_group_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint active_group_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint active_group_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX active_group_by_unit ON public.active_group USING btree (organisation_id, unit_id, from_on DESC);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table active_group_candidate (
  organisation_id uuid not null,
  id uuid not null,
  active_group_id uuid not null,
  person_id uuid not null,
  sealed bytea not null,
  proposed_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint active_group_candidate_of_group FOREIGN KEY (organisation_id, active_group_id) REFERENCES active_group(organisation_id, id),
  constraint active_group_candidate_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint active_group_candidate_proposed_by_member FOREIGN KEY (organisation_id, proposed_by) REFERENCES membership(organisation_id, account_id),
  constraint active_group_candidate_key PRIMARY KEY (organisation_id, id),
  constraint active_group_candidate_once UNIQUE (organisation_id, active_group_id, person_id)
);
CREATE INDEX active_group_candidate_by_person ON public.active_group_candidate USING btree (organisation_id, person_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table active_group_decision (
  organisation_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  no integer not null,
  chosen boolean not null,
  sealed bytea not null,
  decided_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint active_group_decision_by_member FOREIGN KEY (organisation_id, decided_by) REFERENCES membership(organisation_id, account_id),
  constraint active_group_decision_of_candidate FOREIGN KEY (organisation_id, candidate_id) REFERENCES active_group_candidate(organisation_id, id),
  constraint active_group_decision_key PRIMARY KEY (organisation_id, id),
  constraint active_group_decision_in_order UNIQUE (organisation_id, candidate_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table aid_stock_entry (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  item text not null,
  change integer not null,
  contact_id uuid,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  reason text,
  constraint aid_stock_entry_changes CHECK ((change <> 0)),
  constraint aid_stock_entry_of_contact FOREIGN KEY (organisation_id, contact_id) REFERENCES contact_card(organisation_id, id),
  constraint aid_stock_entry_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint aid_stock_entry_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX aid_stock_entry_by_item ON public.aid_stock_entry USING btree (organisation_id, unit_id, item);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table aid_stock_warning (
  organisation_id uuid not null,
  unit_id uuid not null,
  item text not null,
  below integer not null,
  set_by uuid not null,
  set_at timestamp with time zone not null default powrot_now(),
  constraint aid_stock_warning_below CHECK (((below >= 0) AND (below <= 10000))),
  constraint aid_stock_warning_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint aid_stock_warning_key PRIMARY KEY (organisation_id, unit_id, item)
);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table alone_permission (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  account_id uuid not null,
  selected_on date not null,
  trainings jsonb not null,
  valid_from date not null,
  valid_to date,
  granted_by uuid not null,
  granted_at timestamp with time zone not null default powrot_now(),
  constraint alone_permission_not_own CHECK ((granted_by <> account_id)),
  constraint alone_permission_period CHECK ((valid_to >= valid_from)),
  constraint alone_permission_of_colleague FOREIGN KEY (organisation_id, account_id) REFERENCES membership(organisation_id, account_id),
  constraint alone_permission_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint alone_permission_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX alone_permission_by_account ON public.alone_permission USING btree (organisation_id, account_id, valid_from);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table alone_permission_ending (
  organisation_id uuid not null,
  permission_id uuid not null,
  ended_on date not null,
  reason text not null,
  ended_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint alone_permission_ending_of_permission FOREIGN KEY (organisation_id, permission_id) REFERENCES alone_permission(organisation_id, id),
  constraint alone_permission_ends_once PRIMARY KEY (organisation_id, permission_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table assessment (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  kind text not null,
  done_by uuid not null,
  started_on date not null,
  content_sealed bytea not null,
  conclusion_sealed bytea,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default powrot_now(),
  key_id uuid,
  constraint assessment_kind_known CHECK ((kind = ANY (ARRAY['PSYCHOLOGICAL'::text, 'SOCIAL'::text, 'VOCATIONAL'::text, 'ADDICTION'::text]))),
  constraint assessment_of_therapist_has_key CHECK (((kind <> 'ADDICTION'::text) OR (key_id IS NOT NULL))) NOT VALID,
  constraint assessment_by_member FOREIGN KEY (organisation_id, done_by) REFERENCES membership(organisation_id, account_id),
  constraint assessment_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint assessment_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint assessment_sealed_by FOREIGN KEY (organisation_id, key_id) REFERENCES author_key(organisation_id, id),
  constraint assessment_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX assessment_by_case ON public.assessment USING btree (organisation_id, case_id);
CREATE INDEX assessment_by_person ON public.assessment USING btree (organisation_id, person_id);
CREATE INDEX assessment_by_specialist ON public.assessment USING btree (organisation_id, done_by);
grant insert, select to powrot_app;
grant update (conclusion_sealed, content_sealed, key_id, started_on, version) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table assessment_alert (
  organisation_id uuid not null,
  assessment_id uuid not null,
  raised_by uuid not null,
  raised_at timestamp with time zone not null default powrot_now(),
  no integer not null default 1,
  constraint assessment_alert_of_assessment FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessment(organisation_id, id),
  constraint assessment_alert_in_turn PRIMARY KEY (organisation_id, assessment_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table assessment_note (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  author_id uuid not null,
  sealed bytea not null,
  written_at timestamp with time zone not null default powrot_now(),
  key_id uuid,
  constraint assessment_note_has_key CHECK ((key_id IS NOT NULL)) NOT VALID,
  constraint assessment_note_by_member FOREIGN KEY (organisation_id, author_id) REFERENCES membership(organisation_id, account_id),
  constraint assessment_note_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint assessment_note_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint assessment_note_sealed_by FOREIGN KEY (organisation_id, key_id) REFERENCES author_key(organisation_id, id),
  constraint assessment_note_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX assessment_note_by_author ON public.assessment_note USING btree (organisation_id, author_id, case_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table assistance (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  planned_at timestamp with time zone,
  detail_sealed bytea not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint assistance_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint assistance_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint assistance_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX assistance_by_person ON public.assistance USING btree (organisation_id, person_id);
CREATE INDEX assistance_by_unit ON public.assistance USING btree (organisation_id, unit_id, planned_at);
grant insert, select to powrot_app;
grant update (planned_at) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table assistance_change (
  organisation_id uuid not null,
  id uuid not null,
  assistance_id uuid not null,
  planned_before timestamp with time zone not null,
  planned_at timestamp with time zone,
  reason text not null,
  note_sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint assistance_change_of_assistance FOREIGN KEY (organisation_id, assistance_id) REFERENCES assistance(organisation_id, id),
  constraint assistance_change_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX assistance_change_by_assistance ON public.assistance_change USING btree (organisation_id, assistance_id);
CREATE UNIQUE INDEX assistance_called_off_once ON public.assistance_change USING btree (organisation_id, assistance_id) WHERE (planned_at IS NULL);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table assistance_result (
  organisation_id uuid not null,
  assistance_id uuid not null,
  shift_id uuid,
  started_at timestamp with time zone not null,
  hours numeric(5,2) not null,
  result text not null,
  note_sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint assistance_result_hours CHECK (((hours >= (0)::numeric) AND (hours <= (24)::numeric))),
  constraint assistance_result_of_assistance FOREIGN KEY (organisation_id, assistance_id) REFERENCES assistance(organisation_id, id),
  constraint assistance_result_of_shift FOREIGN KEY (organisation_id, shift_id) REFERENCES outreach_shift(organisation_id, id),
  constraint assistance_ends_once PRIMARY KEY (organisation_id, assistance_id)
);
CREATE INDEX assistance_result_by_shift ON public.assistance_result USING btree (organisation_id, shift_id) WHERE (shift_id IS NOT NULL);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table attendance_card (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  issued_by uuid not null,
  issued_at timestamp with time zone not null default powrot_now(),
  constraint attendance_card_by_member FOREIGN KEY (organisation_id, issued_by) REFERENCES membership(organisation_id, account_id),
  constraint attendance_card_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint attendance_card_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX attendance_card_by_person ON public.attendance_card USING btree (organisation_id, person_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table attendance_card_revocation (
  organisation_id uuid not null,
  card_id uuid not null,
  reason text not null,
  revoked_by uuid not null,
  revoked_at timestamp with time zone not null default powrot_now(),
  constraint attendance_card_revocation_reason_known CHECK ((reason = ANY (ARRAY['LOST'::text, 'REPLACED'::text, 'ENDED'::text]))),
  constraint attendance_card_revocation_of_card FOREIGN KEY (organisation_id, card_id) REFERENCES attendance_card(organisation_id, id),
  constraint attendance_card_revoked_by_member FOREIGN KEY (organisation_id, revoked_by) REFERENCES membership(organisation_id, account_id),
  constraint attendance_card_revoked_once PRIMARY KEY (organisation_id, card_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table attendance_correction (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  reason bytea not null,
  corrected_by uuid not null,
  corrected_at timestamp with time zone not null default powrot_now(),
  lock_id uuid,
  constraint attendance_corrected_by_member FOREIGN KEY (organisation_id, corrected_by) REFERENCES membership(organisation_id, account_id),
  constraint attendance_correction_after_lock FOREIGN KEY (organisation_id, lock_id) REFERENCES register_month_lock(organisation_id, id),
  constraint attendance_correction_of_session FOREIGN KEY (organisation_id, session_id) REFERENCES class_session(organisation_id, id),
  constraint attendance_correction_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX attendance_correction_by_session ON public.attendance_correction USING btree (organisation_id, session_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table attendance_entry (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  seq bigint not null generated always as identity,
  status text not null,
  minutes_late integer not null default 0,
  minutes_left_early integer not null default 0,
  correction_id uuid,
  marked_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  occurred_at timestamp with time zone not null default powrot_now(),
  constraint attendance_minutes_positive CHECK (((minutes_late >= 0) AND (minutes_left_early >= 0))),
  constraint attendance_status_known CHECK ((status = ANY (ARRAY['PRESENT'::text, 'LATE'::text, 'LEFT_EARLY'::text, 'ABSENT_UNEXCUSED'::text, 'ABSENT_EXCUSED'::text, 'SICK'::text, 'DAY_OFF'::text, 'SUSPENDED'::text, 'NO_CLASS'::text]))),
  constraint attendance_entry_of_correction FOREIGN KEY (organisation_id, correction_id) REFERENCES attendance_correction(organisation_id, id),
  constraint attendance_entry_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint attendance_entry_of_session FOREIGN KEY (organisation_id, session_id) REFERENCES class_session(organisation_id, id),
  constraint attendance_marked_by_member FOREIGN KEY (organisation_id, marked_by) REFERENCES membership(organisation_id, account_id),
  constraint attendance_entry_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX attendance_entry_away ON public.attendance_entry USING btree (organisation_id, person_id, session_id) WHERE (status = ANY (ARRAY['ABSENT_UNEXCUSED'::text, 'ABSENT_EXCUSED'::text, 'SICK'::text, 'DAY_OFF'::text]));
CREATE INDEX attendance_entry_by_person ON public.attendance_entry USING btree (organisation_id, person_id, session_id);
CREATE INDEX attendance_entry_by_session ON public.attendance_entry USING btree (organisation_id, session_id, person_id, occurred_at DESC, seq DESC);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
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
CREATE INDEX audit_entry_by_actor ON public.audit_entry USING btree (organisation_id, actor_id, at DESC);
CREATE INDEX audit_entry_by_order ON public.audit_entry USING btree (organisation_id, xid, id);
CREATE INDEX audit_entry_by_person ON public.audit_entry USING btree (organisation_id, person_id, at) WHERE (person_id IS NOT NULL);
CREATE INDEX audit_entry_by_time ON public.audit_entry USING btree (organisation_id, at DESC, id DESC);
grant delete, insert, select to powrot_keeper;
grant insert to powrot_search;
grant insert, select to powrot_app;
policy keeper for * to powrot_keeper using true check -;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for a to powrot_search using - check (object_type = 'share'::text);
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

table author_key (
  organisation_id uuid not null,
  id uuid not null,
  author_id uuid not null,
  wrapped bytea,
  made_at timestamp with time zone not null default powrot_now(),
  destroyed_at timestamp with time zone,
  constraint author_key_destroyed_has_none CHECK (((wrapped IS NULL) = (destroyed_at IS NOT NULL))),
  constraint author_key_of_member FOREIGN KEY (organisation_id, author_id) REFERENCES membership(organisation_id, account_id),
  constraint author_key_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint author_key_key PRIMARY KEY (organisation_id, id)
);
CREATE UNIQUE INDEX author_key_one_live ON public.author_key USING btree (organisation_id, author_id) WHERE (destroyed_at IS NULL);
grant insert, select to powrot_app;
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
  withdrawn_at timestamp with time zone,
  recorded_by uuid,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint authorisation_kind_known CHECK ((kind = ANY (ARRAY['AUTHORISATION'::text, 'PLEDGE'::text]))),
  constraint authorisation_period CHECK ((valid_until >= valid_from)),
  constraint authorisation_of_member FOREIGN KEY (organisation_id, account_id) REFERENCES membership(organisation_id, account_id),
  constraint authorisation_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX authorisation_by_account ON public.authorisation USING btree (organisation_id, account_id, kind);
grant insert, select to powrot_app;
grant insert, select, update to powrot_search;
grant update (valid_until, withdrawn_at) to powrot_app;
policy door for * to powrot_search using true check true;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_advance (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  no integer not null,
  month date not null,
  number text not null,
  asked_on date not null,
  amount_grosze bigint not null,
  sealed bytea not null,
  asked_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint benefit_advance_numbered CHECK ((number <> ''::text)),
  constraint benefit_advance_of_something CHECK ((amount_grosze > 0)),
  constraint benefit_advance_of_whole_month CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint benefit_advance_by_member FOREIGN KEY (organisation_id, asked_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_advance_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint benefit_advance_key PRIMARY KEY (organisation_id, id),
  constraint benefit_advance_in_order UNIQUE (organisation_id, unit_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_advance_answer (
  organisation_id uuid not null,
  advance_id uuid not null,
  answer text not null,
  answered_on date not null,
  amount_grosze bigint,
  sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint benefit_advance_answer_known CHECK ((answer = ANY (ARRAY['RECEIVED'::text, 'REFUSED'::text, 'WITHDRAWN'::text]))),
  constraint benefit_advance_received_in_money CHECK ((((answer = 'RECEIVED'::text) = (amount_grosze IS NOT NULL)) AND (COALESCE(amount_grosze, (1)::bigint) > 0))),
  constraint benefit_advance_refused_for_a_reason CHECK (((answer = 'RECEIVED'::text) OR (sealed IS NOT NULL))),
  constraint benefit_advance_answer_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_advance_answer_of_advance FOREIGN KEY (organisation_id, advance_id) REFERENCES benefit_advance(organisation_id, id),
  constraint benefit_advance_answered_once PRIMARY KEY (organisation_id, advance_id),
  constraint benefit_advance_answer_as_such UNIQUE (organisation_id, advance_id, answer)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_advance_return (
  organisation_id uuid not null,
  id uuid not null,
  advance_id uuid not null,
  answer text not null default 'RECEIVED'::text,
  returned_on date not null,
  amount_grosze bigint not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint benefit_advance_return_answer CHECK ((answer = 'RECEIVED'::text)),
  constraint benefit_advance_return_of_something CHECK ((amount_grosze > 0)),
  constraint benefit_advance_return_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_advance_return_of_received FOREIGN KEY (organisation_id, advance_id, answer) REFERENCES benefit_advance_answer(organisation_id, advance_id, answer),
  constraint benefit_advance_return_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX benefit_advance_return_by_advance ON public.benefit_advance_return USING btree (organisation_id, advance_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_advance_settlement (
  organisation_id uuid not null,
  refund_id uuid not null,
  advance_id uuid not null,
  answer text not null default 'RECEIVED'::text,
  amount_grosze bigint not null,
  constraint benefit_advance_settlement_answer CHECK ((answer = 'RECEIVED'::text)),
  constraint benefit_advance_settlement_of_something CHECK ((amount_grosze > 0)),
  constraint benefit_advance_settled_by_refund FOREIGN KEY (organisation_id, refund_id) REFERENCES benefit_refund(organisation_id, id),
  constraint benefit_advance_settlement_of_received FOREIGN KEY (organisation_id, advance_id, answer) REFERENCES benefit_advance_answer(organisation_id, advance_id, answer),
  constraint benefit_advance_settled_once PRIMARY KEY (organisation_id, refund_id, advance_id)
);
CREATE INDEX benefit_advance_settlement_by_advance ON public.benefit_advance_settlement USING btree (organisation_id, advance_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_bank_file (
  organisation_id uuid not null,
  list_id uuid not null,
  no integer not null,
  decision text not null default 'APPROVED'::text,
  payer_id uuid not null,
  pay_on date not null,
  transfers integer not null,
  total_grosze bigint not null,
  sha256 text not null,
  sealed bytea not null,
  made_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint benefit_bank_file_decision CHECK ((decision = 'APPROVED'::text)),
  constraint benefit_bank_file_holds_transfers CHECK ((transfers > 0)),
  constraint benefit_bank_file_by_member FOREIGN KEY (organisation_id, made_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_bank_file_by_payer FOREIGN KEY (organisation_id, payer_id) REFERENCES benefit_payer(organisation_id, id),
  constraint benefit_bank_file_of_approved FOREIGN KEY (organisation_id, list_id, decision) REFERENCES benefit_list_decision(organisation_id, list_id, decision),
  constraint benefit_bank_file_in_order PRIMARY KEY (organisation_id, list_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_bank_file_withdrawal (
  organisation_id uuid not null,
  list_id uuid not null,
  no integer not null,
  sealed bytea not null,
  withdrawn_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint benefit_bank_file_withdrawal_of_file FOREIGN KEY (organisation_id, list_id, no) REFERENCES benefit_bank_file(organisation_id, list_id, no),
  constraint benefit_bank_file_withdrawn_by_member FOREIGN KEY (organisation_id, withdrawn_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_bank_file_withdrawn_once PRIMARY KEY (organisation_id, list_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_bonus (
  organisation_id uuid not null,
  id uuid not null,
  ipzs_id uuid not null,
  month date not null,
  no integer not null,
  amount_grosze bigint not null,
  sealed bytea not null,
  given_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint benefit_bonus_never_below_zero CHECK ((amount_grosze >= 0)),
  constraint benefit_bonus_by_member FOREIGN KEY (organisation_id, given_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_bonus_of_ipzs FOREIGN KEY (organisation_id, ipzs_id) REFERENCES ipzs(organisation_id, id),
  constraint benefit_bonus_key PRIMARY KEY (organisation_id, id),
  constraint benefit_bonus_in_order UNIQUE (organisation_id, ipzs_id, month, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_correction (
  organisation_id uuid not null,
  list_id uuid not null,
  ipzs_id uuid not null,
  mended_list_id uuid not null,
  no integer not null,
  before_grosze bigint not null,
  now_grosze bigint not null,
  constraint benefit_correction_changes CHECK (((before_grosze <> now_grosze) AND (before_grosze >= 0) AND (now_grosze >= 0))),
  constraint benefit_correction_of_another_list CHECK ((list_id <> mended_list_id)),
  constraint benefit_correction_of_list FOREIGN KEY (organisation_id, mended_list_id) REFERENCES benefit_list(organisation_id, id),
  constraint benefit_correction_on_list FOREIGN KEY (organisation_id, list_id, ipzs_id) REFERENCES benefit_list_person(organisation_id, list_id, ipzs_id),
  constraint benefit_corrected_once PRIMARY KEY (organisation_id, mended_list_id, ipzs_id, no),
  constraint benefit_correction_once_by_list UNIQUE (organisation_id, list_id, ipzs_id, mended_list_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_debt_agreement (
  organisation_id uuid not null,
  id uuid not null,
  list_id uuid not null,
  ipzs_id uuid not null,
  no integer not null,
  agreed_on date not null,
  amount_grosze bigint not null,
  sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint benefit_debt_agreement_of_something CHECK ((amount_grosze > 0)),
  constraint benefit_debt_agreement_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_debt_agreement_of_person FOREIGN KEY (organisation_id, list_id, ipzs_id) REFERENCES benefit_list_person(organisation_id, list_id, ipzs_id),
  constraint benefit_debt_agreement_key PRIMARY KEY (organisation_id, id),
  constraint benefit_debt_agreement_in_order UNIQUE (organisation_id, ipzs_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_debt_instalment (
  organisation_id uuid not null,
  agreement_id uuid not null,
  no integer not null,
  due_on date not null,
  amount_grosze bigint not null,
  constraint benefit_debt_instalment_of_something CHECK ((amount_grosze > 0)),
  constraint benefit_debt_instalment_of_agreement FOREIGN KEY (organisation_id, agreement_id) REFERENCES benefit_debt_agreement(organisation_id, id),
  constraint benefit_debt_instalment_in_order PRIMARY KEY (organisation_id, agreement_id, no),
  constraint benefit_debt_instalment_once_a_day UNIQUE (organisation_id, agreement_id, due_on)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_debt_settlement (
  organisation_id uuid not null,
  id uuid not null,
  list_id uuid not null,
  ipzs_id uuid not null,
  no integer not null,
  decision text not null default 'APPROVED'::text,
  kind text not null,
  way text,
  amount_grosze bigint not null,
  settled_on date not null,
  leaves_refund boolean not null,
  sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint benefit_debt_repaid_leaves_refund CHECK (((kind <> 'REPAID'::text) OR leaves_refund)),
  constraint benefit_debt_repaid_some_way CHECK ((((kind = 'REPAID'::text) = (way IS NOT NULL)) AND (COALESCE(way, 'CASH'::text) = ANY (ARRAY['ACCOUNT'::text, 'CASH'::text])))),
  constraint benefit_debt_settlement_decision CHECK ((decision = 'APPROVED'::text)),
  constraint benefit_debt_settlement_kind CHECK ((kind = ANY (ARRAY['REPAID'::text, 'WRITTEN_OFF'::text]))),
  constraint benefit_debt_settlement_of_something CHECK ((amount_grosze > 0)),
  constraint benefit_debt_written_off_for_a_reason CHECK (((kind <> 'WRITTEN_OFF'::text) OR (sealed IS NOT NULL))),
  constraint benefit_debt_settlement_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_debt_settlement_of_approved FOREIGN KEY (organisation_id, list_id, decision) REFERENCES benefit_list_decision(organisation_id, list_id, decision),
  constraint benefit_debt_settlement_of_person FOREIGN KEY (organisation_id, list_id, ipzs_id) REFERENCES benefit_list_person(organisation_id, list_id, ipzs_id),
  constraint benefit_debt_settlement_key PRIMARY KEY (organisation_id, id),
  constraint benefit_debt_settlement_in_order UNIQUE (organisation_id, list_id, ipzs_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_debt_withdrawal (
  organisation_id uuid not null,
  settlement_id uuid not null,
  sealed bytea not null,
  withdrawn_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint benefit_debt_withdrawal_of_settlement FOREIGN KEY (organisation_id, settlement_id) REFERENCES benefit_debt_settlement(organisation_id, id),
  constraint benefit_debt_withdrawn_by_member FOREIGN KEY (organisation_id, withdrawn_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_debt_withdrawn_once PRIMARY KEY (organisation_id, settlement_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_deduction (
  organisation_id uuid not null,
  id uuid not null,
  ipzs_id uuid not null,
  month date not null,
  no integer not null,
  amount_grosze bigint not null,
  sealed bytea not null,
  written_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint benefit_deduction_never_below_zero CHECK ((amount_grosze >= 0)),
  constraint benefit_deduction_by_member FOREIGN KEY (organisation_id, written_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_deduction_of_ipzs FOREIGN KEY (organisation_id, ipzs_id) REFERENCES ipzs(organisation_id, id),
  constraint benefit_deduction_key PRIMARY KEY (organisation_id, id),
  constraint benefit_deduction_in_order UNIQUE (organisation_id, ipzs_id, month, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_list (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  month date not null,
  no integer not null,
  people integer not null,
  benefit_grosze bigint not null,
  bonus_grosze bigint not null,
  deducted_grosze bigint not null,
  pay_grosze bigint not null,
  contributions_grosze bigint not null,
  content_hash text not null,
  sealed bytea not null,
  prepared_by uuid not null,
  prepared_on date not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint benefit_list_adds_up CHECK (((pay_grosze = ((benefit_grosze + bonus_grosze) - deducted_grosze)) AND (benefit_grosze >= 0) AND (bonus_grosze >= 0) AND (deducted_grosze >= 0) AND (pay_grosze >= 0) AND (contributions_grosze >= 0))),
  constraint benefit_list_hash_whole CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint benefit_list_of_whole_month CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint benefit_list_by_member FOREIGN KEY (organisation_id, prepared_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_list_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint benefit_list_key PRIMARY KEY (organisation_id, id),
  constraint benefit_list_as_decided UNIQUE (organisation_id, id, unit_id, month, prepared_by),
  constraint benefit_list_in_order UNIQUE (organisation_id, unit_id, month, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_list_decision (
  organisation_id uuid not null,
  list_id uuid not null,
  unit_id uuid not null,
  month date not null,
  prepared_by uuid not null,
  decision text not null,
  decided_by uuid not null,
  decided_on date not null,
  sealed bytea,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint benefit_list_decision_known CHECK ((decision = ANY (ARRAY['APPROVED'::text, 'RETURNED'::text, 'WITHDRAWN'::text]))),
  constraint benefit_list_never_approved_by_author CHECK (((decision <> 'APPROVED'::text) OR (decided_by <> prepared_by))),
  constraint benefit_list_sent_back_for_a_reason CHECK (((decision = 'APPROVED'::text) OR (sealed IS NOT NULL))),
  constraint benefit_list_withdrawn_by_author CHECK (((decision <> 'WITHDRAWN'::text) OR (decided_by = prepared_by))),
  constraint benefit_list_decided_by_member FOREIGN KEY (organisation_id, decided_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_list_decision_of_list FOREIGN KEY (organisation_id, list_id, unit_id, month, prepared_by) REFERENCES benefit_list(organisation_id, id, unit_id, month, prepared_by),
  constraint benefit_list_decided_once PRIMARY KEY (organisation_id, list_id),
  constraint benefit_list_decision_as_such UNIQUE (organisation_id, list_id, decision)
);
CREATE UNIQUE INDEX benefit_month_approved_once ON public.benefit_list_decision USING btree (organisation_id, unit_id, month) WHERE (decision = 'APPROVED'::text);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_list_person (
  organisation_id uuid not null,
  list_id uuid not null,
  ipzs_id uuid not null,
  person_id uuid not null,
  no integer not null,
  benefit_grosze bigint not null,
  raised_grosze bigint not null,
  lowered_grosze bigint not null,
  carried_in_grosze bigint not null,
  recovered_grosze bigint not null,
  carried_out_grosze bigint not null,
  bonus_grosze bigint not null,
  deducted_grosze bigint not null,
  pay_grosze bigint not null,
  way text not null,
  sealed bytea not null,
  constraint benefit_line_adds_up CHECK ((pay_grosze = ((((benefit_grosze + raised_grosze) - recovered_grosze) + bonus_grosze) - deducted_grosze))),
  constraint benefit_never_below_zero CHECK (((benefit_grosze >= 0) AND (raised_grosze >= 0) AND (lowered_grosze >= 0) AND (carried_in_grosze >= 0) AND (recovered_grosze >= 0) AND (carried_out_grosze >= 0) AND (bonus_grosze >= 0) AND (deducted_grosze >= 0) AND (pay_grosze >= 0))),
  constraint benefit_recovered_within_paid CHECK (((recovered_grosze <= (benefit_grosze + raised_grosze)) AND (carried_out_grosze = ((carried_in_grosze + lowered_grosze) - recovered_grosze)))),
  constraint benefit_way_known CHECK ((way = ANY (ARRAY['ACCOUNT'::text, 'CASH'::text]))),
  constraint benefit_list_person_of_ipzs FOREIGN KEY (organisation_id, ipzs_id) REFERENCES ipzs(organisation_id, id),
  constraint benefit_list_person_of_list FOREIGN KEY (organisation_id, list_id) REFERENCES benefit_list(organisation_id, id),
  constraint benefit_list_person_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint benefit_list_person_once PRIMARY KEY (organisation_id, list_id, ipzs_id),
  constraint benefit_list_person_in_order UNIQUE (organisation_id, list_id, no)
);
CREATE INDEX benefit_list_person_by_ipzs ON public.benefit_list_person USING btree (organisation_id, ipzs_id);
CREATE INDEX benefit_list_person_by_person ON public.benefit_list_person USING btree (organisation_id, person_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_payer (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  no integer not null,
  format text not null,
  letters text not null,
  sealed bytea not null,
  set_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint bank_format_known CHECK ((format = ANY (ARRAY['ELIXIR0_QUOTED'::text, 'ELIXIR0_PLAIN'::text, 'PAIN001'::text]))),
  constraint bank_letters_known CHECK ((letters = ANY (ARRAY['iso-8859-2'::text, 'windows-1250'::text, 'cp852'::text, 'utf-8'::text]))),
  constraint benefit_payer_by_member FOREIGN KEY (organisation_id, set_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_payer_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint benefit_payer_key PRIMARY KEY (organisation_id, id),
  constraint benefit_payer_in_order UNIQUE (organisation_id, unit_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_payment (
  organisation_id uuid not null,
  list_id uuid not null,
  decision text not null default 'APPROVED'::text,
  paid_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint benefit_payment_decision CHECK ((decision = 'APPROVED'::text)),
  constraint benefit_payment_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_payment_of_approved FOREIGN KEY (organisation_id, list_id, decision) REFERENCES benefit_list_decision(organisation_id, list_id, decision),
  constraint benefit_list_paid_once PRIMARY KEY (organisation_id, list_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_rates (
  organisation_id uuid not null,
  id uuid not null,
  no integer not null,
  valid_from date not null,
  sealed bytea not null,
  set_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint benefit_rates_by_member FOREIGN KEY (organisation_id, set_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_rates_key PRIMARY KEY (organisation_id, id),
  constraint benefit_rates_in_order UNIQUE (organisation_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_refund (
  organisation_id uuid not null,
  id uuid not null,
  list_id uuid not null,
  no integer not null,
  number text not null,
  asked_on date not null,
  benefit_grosze bigint not null,
  contributions_grosze bigint not null,
  sealed bytea not null,
  asked_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint benefit_refund_numbered CHECK ((number <> ''::text)),
  constraint benefit_refund_of_something CHECK (((benefit_grosze >= 0) AND (contributions_grosze >= 0) AND ((benefit_grosze + contributions_grosze) > 0))),
  constraint benefit_refund_by_member FOREIGN KEY (organisation_id, asked_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_refund_of_paid FOREIGN KEY (organisation_id, list_id) REFERENCES benefit_payment(organisation_id, list_id),
  constraint benefit_refund_key PRIMARY KEY (organisation_id, id),
  constraint benefit_refund_in_order UNIQUE (organisation_id, list_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_refund_change (
  organisation_id uuid not null,
  refund_id uuid not null,
  list_id uuid not null,
  ipzs_id uuid not null,
  change_grosze bigint not null,
  kind text not null default 'RETURN'::text,
  constraint benefit_refund_change_changes CHECK ((change_grosze <> 0)),
  constraint benefit_refund_change_kind CHECK ((kind = ANY (ARRAY['RETURN'::text, 'DEBT'::text]))),
  constraint benefit_refund_change_of_person FOREIGN KEY (organisation_id, list_id, ipzs_id) REFERENCES benefit_list_person(organisation_id, list_id, ipzs_id),
  constraint benefit_refund_change_of_refund FOREIGN KEY (organisation_id, refund_id) REFERENCES benefit_refund(organisation_id, id),
  constraint benefit_refund_change_once PRIMARY KEY (organisation_id, refund_id, list_id, ipzs_id, kind)
);
CREATE INDEX benefit_refund_change_by_person ON public.benefit_refund_change USING btree (organisation_id, list_id, ipzs_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_refund_receipt (
  organisation_id uuid not null,
  refund_id uuid not null,
  received_on date not null,
  amount_grosze bigint not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint benefit_receipt_never_below_zero CHECK ((amount_grosze >= 0)),
  constraint benefit_receipt_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_receipt_of_refund FOREIGN KEY (organisation_id, refund_id) REFERENCES benefit_refund(organisation_id, id),
  constraint benefit_refund_received_once PRIMARY KEY (organisation_id, refund_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_repayment (
  organisation_id uuid not null,
  return_id uuid not null,
  repaid_on date not null,
  way text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint benefit_repayment_way_known CHECK ((way = ANY (ARRAY['ACCOUNT'::text, 'CASH'::text]))),
  constraint benefit_repayment_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_repayment_of_return FOREIGN KEY (organisation_id, return_id) REFERENCES benefit_return(organisation_id, id),
  constraint benefit_repaid_once PRIMARY KEY (organisation_id, return_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_return (
  organisation_id uuid not null,
  id uuid not null,
  list_id uuid not null,
  ipzs_id uuid not null,
  no integer not null,
  returned_on date not null,
  sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint benefit_return_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_return_of_payment FOREIGN KEY (organisation_id, list_id) REFERENCES benefit_payment(organisation_id, list_id),
  constraint benefit_return_of_person FOREIGN KEY (organisation_id, list_id, ipzs_id) REFERENCES benefit_list_person(organisation_id, list_id, ipzs_id),
  constraint benefit_return_key PRIMARY KEY (organisation_id, id),
  constraint benefit_return_in_order UNIQUE (organisation_id, list_id, ipzs_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table benefit_way (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  no integer not null,
  way text not null,
  sealed bytea,
  set_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint benefit_way_by_account_or_in_cash CHECK ((((way = 'ACCOUNT'::text) = (sealed IS NOT NULL)) AND (way = ANY (ARRAY['ACCOUNT'::text, 'CASH'::text])))),
  constraint benefit_way_by_member FOREIGN KEY (organisation_id, set_by) REFERENCES membership(organisation_id, account_id),
  constraint benefit_way_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint benefit_way_key PRIMARY KEY (organisation_id, id),
  constraint benefit_way_in_order UNIQUE (organisation_id, person_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table booking (
  organisation_id uuid not null,
  id uuid not null,
  duty_id uuid not null,
  day date not null,
  starts_at time without time zone not null,
  minutes integer not null,
  person_id uuid,
  moved_from uuid,
  booked_by uuid not null,
  booked_at timestamp with time zone not null default powrot_now(),
  constraint booking_by_member FOREIGN KEY (organisation_id, booked_by) REFERENCES membership(organisation_id, account_id),
  constraint booking_moved_from_booking FOREIGN KEY (organisation_id, moved_from) REFERENCES booking(organisation_id, id),
  constraint booking_of_duty FOREIGN KEY (organisation_id, duty_id) REFERENCES consultant_duty(organisation_id, id),
  constraint booking_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint booking_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX booking_by_duty ON public.booking USING btree (organisation_id, duty_id, day);
CREATE INDEX booking_by_person ON public.booking USING btree (organisation_id, person_id, day);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table booking_ending (
  organisation_id uuid not null,
  booking_id uuid not null,
  outcome text not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null default powrot_now(),
  constraint booking_ending_known CHECK ((outcome = ANY (ARRAY['CANCELLED'::text, 'MOVED'::text, 'CONSULTANT_AWAY'::text]))),
  constraint booking_ending_of_booking FOREIGN KEY (organisation_id, booking_id) REFERENCES booking(organisation_id, id),
  constraint booking_ends_once PRIMARY KEY (organisation_id, booking_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table booking_mark (
  organisation_id uuid not null,
  id uuid not null,
  booking_id uuid not null,
  outcome text not null,
  marked_by uuid not null,
  marked_at timestamp with time zone not null default powrot_now(),
  constraint booking_mark_known CHECK ((outcome = ANY (ARRAY['CAME'::text, 'NO_SHOW'::text]))),
  constraint booking_mark_of_booking FOREIGN KEY (organisation_id, booking_id) REFERENCES booking(organisation_id, id),
  constraint booking_mark_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX booking_mark_by_booking ON public.booking_mark USING btree (organisation_id, booking_id, marked_at);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table booking_reminder (
  organisation_id uuid not null,
  booking_id uuid not null,
  channel text not null,
  address_sealed bytea not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null default powrot_now(),
  constraint booking_reminder_channel_known CHECK ((channel = ANY (ARRAY['SMS'::text, 'EMAIL'::text]))),
  constraint booking_reminder_by_member FOREIGN KEY (organisation_id, asked_by) REFERENCES membership(organisation_id, account_id),
  constraint booking_reminder_of_booking FOREIGN KEY (organisation_id, booking_id) REFERENCES booking(organisation_id, id),
  constraint booking_reminder_once PRIMARY KEY (organisation_id, booking_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table booking_reminder_report (
  organisation_id uuid not null,
  booking_id uuid not null,
  outcome text not null,
  reported_at timestamp with time zone not null default powrot_now(),
  constraint booking_reminder_report_known CHECK ((outcome = ANY (ARRAY['DELIVERED'::text, 'NOT_DELIVERED'::text]))),
  constraint booking_reminder_report_of_reminder FOREIGN KEY (organisation_id, booking_id) REFERENCES booking_reminder(organisation_id, booking_id),
  constraint booking_reminder_reported_once PRIMARY KEY (organisation_id, booking_id, outcome)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table booking_reminder_try (
  organisation_id uuid not null,
  booking_id uuid not null,
  tried_at timestamp with time zone not null,
  outcome text not null,
  message_id text,
  constraint booking_reminder_try_known CHECK ((outcome = ANY (ARRAY['SENT'::text, 'REFUSED'::text, 'UNREACHABLE'::text, 'NOT_SET_UP'::text, 'UNSAFE'::text]))),
  constraint booking_reminder_try_of_reminder FOREIGN KEY (organisation_id, booking_id) REFERENCES booking_reminder(organisation_id, booking_id),
  constraint booking_reminder_try_key PRIMARY KEY (organisation_id, booking_id, tried_at)
);
CREATE INDEX booking_reminder_try_by_message ON public.booking_reminder_try USING btree (message_id) WHERE (message_id IS NOT NULL);
grant select to powrot_app;
grant select to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
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
grant select to powrot_search;
grant update (reviewed_at, reviewed_by, verdict) to powrot_app;
policy finder for r to powrot_search using true check -;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table calendar_feed (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  address_hash bytea not null,
  with_names boolean not null,
  opened_at timestamp with time zone not null default powrot_now(),
  ended_at timestamp with time zone,
  read_at timestamp with time zone,
  constraint calendar_feed_of_member FOREIGN KEY (organisation_id, account_id) REFERENCES membership(organisation_id, account_id),
  constraint calendar_feed_key PRIMARY KEY (organisation_id, id),
  constraint calendar_feed_address_once UNIQUE (address_hash)
);
CREATE UNIQUE INDEX calendar_feed_one_each ON public.calendar_feed USING btree (organisation_id, account_id) WHERE (ended_at IS NULL);
grant insert, select to powrot_app;
grant select to powrot_search;
grant update (ended_at, read_at) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table calendar_generation (
  organisation_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  from_on date not null,
  order_given jsonb not null,
  lost jsonb not null,
  unplaced jsonb not null,
  made_by uuid not null,
  made_at timestamp with time zone not null default powrot_now(),
  constraint calendar_generation_of_group FOREIGN KEY (organisation_id, group_id) REFERENCES class_group(organisation_id, id),
  constraint calendar_generation_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX calendar_generation_by_group ON public.calendar_generation USING btree (organisation_id, group_id, made_at);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table candidate (
  organisation_id uuid not null,
  id uuid not null,
  recruitment_id uuid not null,
  no integer not null,
  source text not null,
  applied_on date not null,
  import_id uuid,
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint candidate_source_known CHECK ((source = ANY (ARRAY['PUP'::text, 'OPS_REGION'::text, 'NGO_PARTNER'::text, 'SELF'::text]))),
  constraint candidate_of_import FOREIGN KEY (organisation_id, import_id) REFERENCES candidate_import(organisation_id, id),
  constraint candidate_of_recruitment FOREIGN KEY (organisation_id, recruitment_id) REFERENCES recruitment(organisation_id, id),
  constraint candidate_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint candidate_key PRIMARY KEY (organisation_id, id),
  constraint candidate_number_once UNIQUE (organisation_id, recruitment_id, no)
);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table candidate_admission (
  organisation_id uuid not null,
  candidate_id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  admitted_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  sealed bytea,
  constraint candidate_admission_of_candidate FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidate(organisation_id, id),
  constraint candidate_admission_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint candidate_admission_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint candidate_admission_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint candidate_admitted_once PRIMARY KEY (organisation_id, candidate_id)
);
CREATE INDEX candidate_admission_by_person ON public.candidate_admission USING btree (organisation_id, person_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table candidate_card (
  organisation_id uuid not null,
  candidate_id uuid not null,
  recruitment_id uuid not null,
  sealed bytea not null,
  pesel_index bytea,
  row_print bytea,
  constraint candidate_card_candidate FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidate(organisation_id, id),
  constraint candidate_card_of_candidate PRIMARY KEY (organisation_id, candidate_id),
  constraint candidate_once_by_pesel UNIQUE (organisation_id, recruitment_id, pesel_index),
  constraint candidate_once_by_row UNIQUE (organisation_id, recruitment_id, row_print)
);
CREATE INDEX candidate_card_by_pesel ON public.candidate_card USING btree (organisation_id, pesel_index) WHERE (pesel_index IS NOT NULL);
grant delete, insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table candidate_card_edition (
  organisation_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  no integer not null,
  sealed bytea not null,
  source text not null,
  applied_on date not null,
  replaced_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint candidate_card_edition_source_known CHECK ((source = ANY (ARRAY['PUP'::text, 'OPS_REGION'::text, 'NGO_PARTNER'::text, 'SELF'::text]))),
  constraint candidate_card_edition_of_candidate FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidate(organisation_id, id),
  constraint candidate_card_edition_replaced_by_member FOREIGN KEY (organisation_id, replaced_by) REFERENCES membership(organisation_id, account_id),
  constraint candidate_card_edition_key PRIMARY KEY (organisation_id, id),
  constraint candidate_card_edition_in_order UNIQUE (organisation_id, candidate_id, no)
);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table candidate_carry (
  organisation_id uuid not null,
  candidate_id uuid not null,
  to_candidate_id uuid not null,
  carried_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint candidate_carry_to_another CHECK ((candidate_id <> to_candidate_id)),
  constraint candidate_carry_from_candidate FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidate(organisation_id, id),
  constraint candidate_carry_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint candidate_carry_to_candidate FOREIGN KEY (organisation_id, to_candidate_id) REFERENCES candidate(organisation_id, id),
  constraint candidate_carried_once PRIMARY KEY (organisation_id, candidate_id),
  constraint candidate_carried_from_one UNIQUE (organisation_id, to_candidate_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table candidate_decision (
  organisation_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  no integer not null,
  decision text not null,
  ranking_id uuid not null,
  rank integer,
  decided_on date not null,
  decided_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint candidate_decision_known CHECK ((decision = ANY (ARRAY['ACCEPTED'::text, 'RESERVE'::text, 'REJECTED'::text]))),
  constraint candidate_decision_by_member FOREIGN KEY (organisation_id, decided_by) REFERENCES membership(organisation_id, account_id),
  constraint candidate_decision_by_ranking FOREIGN KEY (organisation_id, ranking_id) REFERENCES ranking(organisation_id, id),
  constraint candidate_decision_of_candidate FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidate(organisation_id, id),
  constraint candidate_decision_key PRIMARY KEY (organisation_id, id),
  constraint candidate_decision_in_order UNIQUE (organisation_id, candidate_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table candidate_erasure (
  organisation_id uuid not null,
  candidate_id uuid not null,
  erased_on date not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint candidate_erasure_of_candidate FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidate(organisation_id, id),
  constraint candidate_erased_once PRIMARY KEY (organisation_id, candidate_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table candidate_evidence (
  organisation_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  fact text not null,
  source text not null,
  seen_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint candidate_evidence_source_known CHECK ((source = ANY (ARRAY['PAPER'::text, 'OFFICE'::text, 'STATEMENT'::text]))),
  constraint candidate_evidence_of_candidate FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidate(organisation_id, id),
  constraint candidate_evidence_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint candidate_evidence_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX candidate_evidence_by_candidate ON public.candidate_evidence USING btree (organisation_id, candidate_id, recorded_at);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table candidate_import (
  organisation_id uuid not null,
  id uuid not null,
  recruitment_id uuid not null,
  source text not null,
  sender text not null,
  received_on date not null,
  file_print bytea not null,
  rows_read integer not null,
  rows_taken integer not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint candidate_import_rows CHECK (((rows_taken >= 0) AND (rows_taken <= rows_read))),
  constraint candidate_import_source_known CHECK ((source = ANY (ARRAY['PUP'::text, 'OPS_REGION'::text, 'NGO_PARTNER'::text, 'SELF'::text]))),
  constraint candidate_import_of_recruitment FOREIGN KEY (organisation_id, recruitment_id) REFERENCES recruitment(organisation_id, id),
  constraint candidate_import_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint candidate_import_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX candidate_import_by_recruitment ON public.candidate_import USING btree (organisation_id, recruitment_id, recorded_at);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table candidate_interview (
  organisation_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  held_on date not null,
  minutes integer not null,
  interviewer_id uuid not null,
  points integer,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint candidate_interview_lasts CHECK (((minutes >= 1) AND (minutes <= 1440))),
  constraint candidate_interview_points_not_negative CHECK ((points >= 0)),
  constraint candidate_interview_by_member FOREIGN KEY (organisation_id, interviewer_id) REFERENCES membership(organisation_id, account_id),
  constraint candidate_interview_of_candidate FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidate(organisation_id, id),
  constraint candidate_interview_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint candidate_interview_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX candidate_interview_by_candidate ON public.candidate_interview USING btree (organisation_id, candidate_id, recorded_at);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table candidate_letter (
  organisation_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  recruitment_id uuid not null,
  decision_id uuid not null,
  candidate_id uuid not null,
  issued_on date not null,
  issued_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint candidate_letter_issued_by_member FOREIGN KEY (organisation_id, issued_by) REFERENCES membership(organisation_id, account_id),
  constraint candidate_letter_of_candidate FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidate(organisation_id, id),
  constraint candidate_letter_of_decision FOREIGN KEY (organisation_id, decision_id) REFERENCES candidate_decision(organisation_id, id),
  constraint candidate_letter_of_recruitment FOREIGN KEY (organisation_id, recruitment_id) REFERENCES recruitment(organisation_id, id),
  constraint candidate_letter_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX candidate_letter_by_batch ON public.candidate_letter USING btree (organisation_id, batch_id);
CREATE INDEX candidate_letter_by_recruitment ON public.candidate_letter USING btree (organisation_id, recruitment_id, recorded_at);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table candidate_points (
  organisation_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  point_id uuid not null,
  points integer not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint candidate_points_not_negative CHECK ((points >= 0)),
  constraint candidate_points_of_candidate FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidate(organisation_id, id),
  constraint candidate_points_of_point FOREIGN KEY (organisation_id, point_id) REFERENCES recruitment_point(organisation_id, id),
  constraint candidate_points_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint candidate_points_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX candidate_points_by_candidate ON public.candidate_points USING btree (organisation_id, candidate_id, recorded_at);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table candidate_return (
  organisation_id uuid not null,
  id uuid not null,
  withdrawal_id uuid not null,
  returned_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint candidate_return_of_withdrawal FOREIGN KEY (organisation_id, withdrawal_id) REFERENCES candidate_withdrawal(organisation_id, id),
  constraint candidate_return_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint candidate_return_key PRIMARY KEY (organisation_id, id),
  constraint candidate_returns_once UNIQUE (organisation_id, withdrawal_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table candidate_signature (
  organisation_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  recruitment_id uuid not null,
  kind text not null,
  no integer not null,
  signed_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint candidate_signature_of_candidate FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidate(organisation_id, id),
  constraint candidate_signature_of_paper FOREIGN KEY (organisation_id, recruitment_id, kind, no) REFERENCES recruitment_paper(organisation_id, recruitment_id, kind, no),
  constraint candidate_signature_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint candidate_signature_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX candidate_signature_by_candidate ON public.candidate_signature USING btree (organisation_id, candidate_id);
CREATE INDEX candidate_signature_by_paper ON public.candidate_signature USING btree (organisation_id, recruitment_id, kind, no);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table candidate_signature_return (
  organisation_id uuid not null,
  id uuid not null,
  signature_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint candidate_signature_return_of_signature FOREIGN KEY (organisation_id, signature_id) REFERENCES candidate_signature(organisation_id, id),
  constraint candidate_signature_return_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint candidate_signature_return_key PRIMARY KEY (organisation_id, id),
  constraint candidate_signature_returns_once UNIQUE (organisation_id, signature_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table candidate_text (
  organisation_id uuid not null,
  record_id uuid not null,
  candidate_id uuid not null,
  sealed bytea not null,
  constraint candidate_text_of_candidate FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidate(organisation_id, id),
  constraint candidate_text_key PRIMARY KEY (organisation_id, record_id)
);
CREATE INDEX candidate_text_by_candidate ON public.candidate_text USING btree (organisation_id, candidate_id);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table candidate_withdrawal (
  organisation_id uuid not null,
  candidate_id uuid not null,
  withdrawn_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  id uuid not null,
  constraint candidate_withdrawal_of_candidate FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidate(organisation_id, id),
  constraint candidate_withdrawal_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint candidate_withdrawal_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX candidate_withdrawal_by_candidate ON public.candidate_withdrawal USING btree (organisation_id, candidate_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table card_draw (
  organisation_id uuid not null,
  unit_id uuid not null,
  month date not null,
  contact_id uuid not null,
  "position" integer not null,
  drawn_by uuid,
  drawn_at timestamp with time zone not null default powrot_now(),
  constraint card_draw_of_contact FOREIGN KEY (organisation_id, contact_id) REFERENCES contact_card(organisation_id, id),
  constraint card_draw_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint card_draw_key PRIMARY KEY (organisation_id, unit_id, month, "position"),
  constraint card_drawn_once UNIQUE (organisation_id, contact_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table card_draw_round (
  organisation_id uuid not null,
  unit_id uuid not null,
  month date not null,
  seed text not null,
  candidates uuid[] not null,
  drawn_by uuid,
  drawn_at timestamp with time zone not null default powrot_now(),
  constraint card_draw_round_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint card_drawn_once_a_month PRIMARY KEY (organisation_id, unit_id, month)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table card_review (
  organisation_id uuid not null,
  contact_id uuid not null,
  quality text not null,
  note_sealed bytea,
  reviewed_by uuid not null,
  reviewed_at timestamp with time zone not null default powrot_now(),
  constraint card_review_of_drawn FOREIGN KEY (organisation_id, contact_id) REFERENCES card_draw(organisation_id, contact_id),
  constraint card_reviewed_once PRIMARY KEY (organisation_id, contact_id)
);
grant insert, select to powrot_app;
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
grant select to powrot_search;
grant update (valid_until) to powrot_app;
policy finder for r to powrot_search using true check -;
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
  reason_sealed bytea,
  constraint case_stage_step_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint case_stage_step_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX case_stage_step_by_case ON public.case_stage_step USING btree (organisation_id, case_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table centre_certificate (
  organisation_id uuid not null,
  id uuid not null,
  ipzs_id uuid,
  stay_id uuid,
  no integer not null,
  number text not null,
  issued_on date not null,
  valid_until date,
  contract_realised boolean,
  sealed bytea,
  reason_sealed bytea,
  issued_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint centre_certificate_contract_of_club CHECK (((stay_id IS NULL) = (contract_realised IS NULL))),
  constraint centre_certificate_mended_with_reason CHECK (((no = 1) = (reason_sealed IS NULL))),
  constraint centre_certificate_of_one CHECK (((ipzs_id IS NULL) <> (stay_id IS NULL))),
  constraint centre_certificate_issued_by_member FOREIGN KEY (organisation_id, issued_by) REFERENCES membership(organisation_id, account_id),
  constraint centre_certificate_of_ipzs FOREIGN KEY (organisation_id, ipzs_id) REFERENCES ipzs_ending(organisation_id, ipzs_id),
  constraint centre_certificate_of_stay FOREIGN KEY (organisation_id, stay_id) REFERENCES club_ending(organisation_id, stay_id),
  constraint centre_certificate_key PRIMARY KEY (organisation_id, id)
);
CREATE UNIQUE INDEX centre_certificate_of_ipzs_in_order ON public.centre_certificate USING btree (organisation_id, ipzs_id, no) WHERE (ipzs_id IS NOT NULL);
CREATE UNIQUE INDEX centre_certificate_of_stay_in_order ON public.centre_certificate USING btree (organisation_id, stay_id, no) WHERE (stay_id IS NOT NULL);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table centre_certificate_number (
  organisation_id uuid not null,
  year integer not null,
  number text not null,
  subject_id uuid not null,
  constraint centre_certificate_number_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint centre_certificate_number_once PRIMARY KEY (organisation_id, year, number)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table centre_entry (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  service text not null,
  origin text not null,
  applicant_kind text not null,
  applied_on date not null,
  consent_on date,
  words_sealed bytea not null,
  found_sealed bytea not null,
  to_organisation_id uuid,
  referral_id uuid,
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  consent_proof text,
  consent_id uuid,
  constraint centre_entry_applicant_known CHECK ((applicant_kind = ANY (ARRAY['SELF'::text, 'LEGAL_REP'::text, 'ADDICTION_TREATMENT'::text, 'PCPR'::text, 'OPS_CUS'::text, 'NGO'::text, 'KIS'::text]))),
  constraint centre_entry_consent_proof_is_there CHECK (((NOT (consent_proof IS DISTINCT FROM 'REGISTER'::text)) = (consent_id IS NOT NULL))),
  constraint centre_entry_consent_proof_known CHECK ((consent_proof = ANY (ARRAY['PAPER'::text, 'REGISTER'::text]))),
  constraint centre_entry_goes_by_referral CHECK (((to_organisation_id IS NULL) = (referral_id IS NULL))),
  constraint centre_entry_institution_has_consent CHECK (((applicant_kind = ANY (ARRAY['SELF'::text, 'LEGAL_REP'::text])) OR (consent_on IS NOT NULL))),
  constraint centre_entry_origin_known CHECK ((origin = ANY (ARRAY['APPLICATION'::text, 'PAPER'::text]))),
  constraint centre_entry_service_known CHECK ((service = ANY (ARRAY['CIS'::text, 'KIS'::text]))),
  constraint centre_entry_by_referral FOREIGN KEY (organisation_id, referral_id) REFERENCES referral(organisation_id, id),
  constraint centre_entry_consent FOREIGN KEY (organisation_id, consent_id) REFERENCES consent(organisation_id, id),
  constraint centre_entry_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint centre_entry_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint centre_entry_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX centre_entry_by_person ON public.centre_entry USING btree (organisation_id, person_id);
CREATE INDEX centre_entry_by_referral ON public.centre_entry USING btree (organisation_id, referral_id) WHERE (referral_id IS NOT NULL);
grant insert, select to powrot_app;
grant select to powrot_search;
grant update (found_sealed, referral_id, to_organisation_id, version) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table centre_entry_step (
  organisation_id uuid not null,
  id uuid not null,
  entry_organisation_id uuid not null,
  entry_id uuid not null,
  no integer not null,
  act text not null,
  state text not null,
  done_on date not null,
  done_by uuid not null,
  opinion text,
  interview_on date,
  issuer text,
  referral_no text,
  ops_told_on date,
  commune_agreement text,
  ops_agreed_on date,
  words_sealed bytea,
  taken_at timestamp with time zone not null default powrot_now(),
  commune text,
  commune_pays boolean,
  ground text,
  contract_no text,
  constraint centre_entry_commune_known CHECK ((commune ~ '^\d{6,7}$'::text)),
  constraint centre_entry_ground_known CHECK ((ground = ANY (ARRAY['RESIDENT'::text, 'AGREEMENT'::text, 'FREE_PLACE'::text]))),
  constraint centre_entry_issuer_known CHECK ((issuer = ANY (ARRAY['OPS'::text, 'CUS'::text, 'PUP'::text]))),
  constraint centre_entry_opines CHECK (((act = 'opine'::text) = (opinion IS NOT NULL))),
  constraint centre_entry_opinion_known CHECK ((opinion = ANY (ARRAY['POSITIVE'::text, 'NEGATIVE'::text]))),
  constraint centre_entry_ops_told CHECK (((issuer <> 'PUP'::text) OR (ops_told_on IS NOT NULL))),
  constraint centre_entry_refers CHECK ((((act = 'refer'::text) = (issuer IS NOT NULL)) AND ((act = 'refer'::text) = (referral_no IS NOT NULL)))),
  constraint centre_entry_state_known CHECK ((state = ANY (ARRAY['APPLIED'::text, 'OPINED'::text, 'REFERRED'::text, 'SIGNED'::text, 'AGREED'::text, 'ADMITTED'::text, 'NOT_REFERRED'::text, 'NOT_ADMITTED'::text, 'WITHDRAWN'::text]))),
  constraint centre_entry_step_known CHECK ((act = ANY (ARRAY['apply'::text, 'opine'::text, 'refer'::text, 'not-refer'::text, 'sign'::text, 'agree'::text, 'admit'::text, 'decline'::text, 'withdraw'::text]))),
  constraint centre_entry_step_done_by_member FOREIGN KEY (organisation_id, done_by) REFERENCES membership(organisation_id, account_id),
  constraint centre_entry_step_of FOREIGN KEY (entry_organisation_id, entry_id) REFERENCES centre_entry(organisation_id, id),
  constraint centre_entry_step_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint centre_entry_step_key PRIMARY KEY (organisation_id, id)
);
CREATE UNIQUE INDEX centre_entry_step_in_order ON public.centre_entry_step USING btree (entry_organisation_id, entry_id, no);
grant insert, select to powrot_app;
grant select to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table centre_places (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  valid_from date not null,
  communes text[] not null,
  agreements text[] not null,
  places integer not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint centre_places_not_negative CHECK ((places >= 0)),
  constraint centre_places_of_some_commune CHECK ((cardinality(communes) > 0)),
  constraint centre_places_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint centre_places_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint centre_places_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX centre_places_by_unit ON public.centre_places USING btree (organisation_id, unit_id, valid_from);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table checklist_note (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  code text not null,
  state text not null,
  on_day date not null,
  brought_by text not null,
  due_on date,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint checklist_bringer_known CHECK ((brought_by = ANY (ARRAY['PERSON'::text, 'OPS'::text, 'LEAD'::text, 'SHELTER'::text, 'EMPLOYER'::text]))),
  constraint checklist_due_of_awaited CHECK (((due_on IS NULL) OR (state = 'AWAITED'::text))),
  constraint checklist_state_known CHECK ((state = ANY (ARRAY['THERE'::text, 'AWAITED'::text, 'NOT_NEEDED'::text]))),
  constraint checklist_note_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint checklist_note_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX checklist_note_by_person ON public.checklist_note USING btree (organisation_id, person_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table class_closure (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  from_on date not null,
  to_on date not null,
  reason text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  withdrawn_at timestamp with time zone,
  constraint class_closure_period CHECK ((to_on >= from_on)),
  constraint class_closure_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint class_closure_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX class_closure_by_unit ON public.class_closure USING btree (organisation_id, unit_id, from_on);
grant insert, select to powrot_app;
grant update (withdrawn_at) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table class_feed (
  organisation_id uuid not null,
  id uuid not null,
  group_id uuid,
  room_id uuid,
  address_hash bytea not null,
  with_names boolean not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null default powrot_now(),
  ended_at timestamp with time zone,
  read_at timestamp with time zone,
  constraint class_feed_of_one CHECK ((num_nonnulls(group_id, room_id) = 1)),
  constraint class_feed_of_group FOREIGN KEY (organisation_id, group_id) REFERENCES class_group(organisation_id, id),
  constraint class_feed_of_room FOREIGN KEY (organisation_id, room_id) REFERENCES class_room(organisation_id, id),
  constraint class_feed_opened_by_member FOREIGN KEY (organisation_id, opened_by) REFERENCES membership(organisation_id, account_id),
  constraint class_feed_key PRIMARY KEY (organisation_id, id),
  constraint class_feed_address_once UNIQUE (address_hash)
);
CREATE INDEX class_feed_by_opener ON public.class_feed USING btree (organisation_id, opened_by);
CREATE UNIQUE INDEX class_feed_one_each ON public.class_feed USING btree (organisation_id, COALESCE(group_id, room_id)) WHERE (ended_at IS NULL);
grant insert, select to powrot_app;
grant select to powrot_search;
grant update (ended_at, read_at) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table class_group (
  organisation_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  unit_id uuid not null,
  name text not null,
  group_no integer,
  template text,
  starts_on date not null,
  weeks integer not null,
  meetings_per_week integer not null,
  minutes_per_meeting integer not null,
  consultations_inside boolean not null default true,
  capacity integer not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  constraint class_group_sizes CHECK ((((weeks >= 1) AND (weeks <= 260)) AND ((meetings_per_week >= 1) AND (meetings_per_week <= 7)) AND ((minutes_per_meeting >= 15) AND (minutes_per_meeting <= 720)) AND ((capacity >= 1) AND (capacity <= 500)))),
  constraint class_group_of_project FOREIGN KEY (organisation_id, project_id) REFERENCES project(organisation_id, id),
  constraint class_group_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint class_group_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint class_group_key PRIMARY KEY (organisation_id, id),
  constraint class_group_of_one_project UNIQUE (organisation_id, id, project_id)
);
CREATE INDEX class_group_by_project ON public.class_group USING btree (organisation_id, project_id);
CREATE INDEX class_group_by_unit ON public.class_group USING btree (organisation_id, unit_id);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table class_group_leader (
  organisation_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  account_id uuid not null,
  valid_from date not null,
  valid_until date,
  given_by uuid not null,
  constraint class_group_leader_period CHECK ((valid_until >= valid_from)),
  constraint class_group_leader_given_by_member FOREIGN KEY (organisation_id, given_by) REFERENCES membership(organisation_id, account_id),
  constraint class_group_leader_is_member FOREIGN KEY (organisation_id, account_id) REFERENCES membership(organisation_id, account_id),
  constraint class_group_leader_of_group FOREIGN KEY (organisation_id, group_id) REFERENCES class_group(organisation_id, id),
  constraint class_group_leader_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX class_group_leader_by_account ON public.class_group_leader USING btree (organisation_id, account_id, group_id);
CREATE INDEX class_group_leader_by_group ON public.class_group_leader USING btree (organisation_id, group_id);
grant insert, select to powrot_app;
grant update (valid_until) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table class_leader (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid,
  unit_id uuid,
  name text,
  kind text not null,
  max_week_minutes integer,
  retired_on date,
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  volunteer_id uuid,
  constraint class_leader_is_one_person CHECK (
CASE
    WHEN (kind = 'COLLEAGUE'::text) THEN ((account_id IS NOT NULL) AND (id = account_id) AND (unit_id IS NULL) AND (name IS NULL))
    ELSE ((account_id IS NULL) AND (unit_id IS NOT NULL) AND ((name IS NULL) = (volunteer_id IS NOT NULL)))
END),
  constraint class_leader_is_that_volunteer CHECK (((volunteer_id IS NULL) OR ((volunteer_id = id) AND (kind = 'VOLUNTEER'::text)))),
  constraint class_leader_kind_known CHECK ((kind = ANY (ARRAY['COLLEAGUE'::text, 'VOLUNTEER'::text, 'PARTNER'::text]))),
  constraint class_leader_week CHECK (((max_week_minutes >= 15) AND (max_week_minutes <= 10080))),
  constraint class_leader_account_is_member FOREIGN KEY (organisation_id, account_id) REFERENCES membership(organisation_id, account_id),
  constraint class_leader_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint class_leader_of_volunteer FOREIGN KEY (organisation_id, volunteer_id) REFERENCES volunteer(organisation_id, id),
  constraint class_leader_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint class_leader_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX class_leader_by_unit ON public.class_leader USING btree (organisation_id, unit_id);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table class_leader_away (
  organisation_id uuid not null,
  leader_id uuid not null,
  no integer not null,
  from_on date not null,
  to_on date not null,
  constraint class_leader_away_in_order CHECK ((to_on >= from_on)),
  constraint class_leader_away_of_leader FOREIGN KEY (organisation_id, leader_id) REFERENCES class_leader(organisation_id, id),
  constraint class_leader_away_key PRIMARY KEY (organisation_id, leader_id, no)
);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table class_leader_hours (
  organisation_id uuid not null,
  leader_id uuid not null,
  no integer not null,
  weekday integer not null,
  from_minute integer not null,
  to_minute integer not null,
  valid_from date,
  valid_until date,
  constraint class_leader_hours_in_order CHECK ((((weekday >= 1) AND (weekday <= 7)) AND (from_minute >= 0) AND (to_minute <= 1440) AND (from_minute < to_minute) AND (valid_until >= valid_from))),
  constraint class_leader_hours_of_leader FOREIGN KEY (organisation_id, leader_id) REFERENCES class_leader(organisation_id, id),
  constraint class_leader_hours_key PRIMARY KEY (organisation_id, leader_id, no)
);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table class_programme (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  month date not null,
  no integer not null,
  classes integer not null,
  content_hash text not null,
  sealed bytea not null,
  reason_sealed bytea,
  prepared_by uuid not null,
  prepared_on date not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint class_programme_anew_for_a_reason CHECK (((no = 1) = (reason_sealed IS NULL))),
  constraint class_programme_has_classes CHECK ((classes > 0)),
  constraint class_programme_hash_whole CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint class_programme_of_whole_month CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint class_programme_by_member FOREIGN KEY (organisation_id, prepared_by) REFERENCES membership(organisation_id, account_id),
  constraint class_programme_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint class_programme_key PRIMARY KEY (organisation_id, id),
  constraint class_programme_in_order UNIQUE (organisation_id, unit_id, month, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table class_programme_decision (
  organisation_id uuid not null,
  programme_id uuid not null,
  decision text not null,
  decided_by uuid not null,
  decided_on date not null,
  sealed bytea,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint class_programme_decision_known CHECK ((decision = ANY (ARRAY['APPROVED'::text, 'RETURNED'::text]))),
  constraint class_programme_returned_for_a_reason CHECK (((decision = 'APPROVED'::text) OR (sealed IS NOT NULL))),
  constraint class_programme_decided_by_member FOREIGN KEY (organisation_id, decided_by) REFERENCES membership(organisation_id, account_id),
  constraint class_programme_decision_of_programme FOREIGN KEY (organisation_id, programme_id) REFERENCES class_programme(organisation_id, id),
  constraint class_programme_decided_once PRIMARY KEY (organisation_id, programme_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table class_room (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  place text,
  capacity integer not null,
  lender text,
  retired_on date,
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint class_room_seats CHECK (((capacity >= 1) AND (capacity <= 500))),
  constraint class_room_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint class_room_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint class_room_key PRIMARY KEY (organisation_id, id)
);
CREATE UNIQUE INDEX class_room_name_once ON public.class_room USING btree (organisation_id, unit_id, norm(name));
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table class_room_closure (
  organisation_id uuid not null,
  room_id uuid not null,
  no integer not null,
  from_on date not null,
  to_on date not null,
  constraint class_room_closure_in_order CHECK ((to_on >= from_on)),
  constraint class_room_closure_of_room FOREIGN KEY (organisation_id, room_id) REFERENCES class_room(organisation_id, id),
  constraint class_room_closure_key PRIMARY KEY (organisation_id, room_id, no)
);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table class_room_hours (
  organisation_id uuid not null,
  room_id uuid not null,
  no integer not null,
  weekday integer not null,
  from_minute integer not null,
  to_minute integer not null,
  valid_from date,
  valid_until date,
  constraint class_room_hours_in_order CHECK ((((weekday >= 1) AND (weekday <= 7)) AND (from_minute >= 0) AND (to_minute <= 1440) AND (from_minute < to_minute) AND (valid_until >= valid_from))),
  constraint class_room_hours_of_room FOREIGN KEY (organisation_id, room_id) REFERENCES class_room(organisation_id, id),
  constraint class_room_hours_key PRIMARY KEY (organisation_id, room_id, no)
);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table class_session (
  organisation_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  module_id uuid not null,
  generation_id uuid,
  day date not null,
  starts_at time without time zone not null,
  minutes integer not null,
  leader_id uuid,
  version integer not null default 1,
  room_id uuid,
  guest_id uuid,
  leader_given_by uuid,
  constraint class_session_ends_by_midnight CHECK (((starts_at + ((minutes)::double precision * '00:01:00'::interval)) > starts_at)),
  constraint class_session_led_once CHECK (((leader_id IS NULL) OR (guest_id IS NULL))),
  constraint class_session_minutes_range CHECK (((minutes >= 5) AND (minutes <= 720))),
  constraint class_session_guest_is_leader FOREIGN KEY (organisation_id, guest_id) REFERENCES class_leader(organisation_id, id),
  constraint class_session_leader_given_by_member FOREIGN KEY (organisation_id, leader_given_by) REFERENCES membership(organisation_id, account_id),
  constraint class_session_leader_is_member FOREIGN KEY (organisation_id, leader_id) REFERENCES membership(organisation_id, account_id),
  constraint class_session_of_generation FOREIGN KEY (organisation_id, generation_id) REFERENCES calendar_generation(organisation_id, id),
  constraint class_session_of_group FOREIGN KEY (organisation_id, group_id) REFERENCES class_group(organisation_id, id),
  constraint class_session_of_module FOREIGN KEY (organisation_id, module_id) REFERENCES programme_module(organisation_id, id),
  constraint class_session_room_is_room FOREIGN KEY (organisation_id, room_id) REFERENCES class_room(organisation_id, id),
  constraint class_session_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX class_session_by_day ON public.class_session USING btree (organisation_id, day);
CREATE INDEX class_session_by_group ON public.class_session USING btree (organisation_id, group_id, day, starts_at);
CREATE INDEX class_session_by_leader ON public.class_session USING btree (organisation_id, leader_id, day);
CREATE INDEX class_session_by_module ON public.class_session USING btree (organisation_id, module_id);
CREATE INDEX class_session_by_room ON public.class_session USING btree (organisation_id, room_id, day);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table class_session_cancellation (
  organisation_id uuid not null,
  session_id uuid not null,
  reason text not null,
  note text,
  cancelled_by uuid not null,
  cancelled_at timestamp with time zone not null default powrot_now(),
  id uuid not null default gen_random_uuid(),
  closure_id uuid,
  taken_back_at timestamp with time zone,
  taken_back_by uuid,
  constraint class_session_cancellation_reason_known CHECK ((reason = ANY (ARRAY['REPLACED'::text, 'CLOSED'::text, 'LEADER_ABSENT'::text, 'ROOM'::text, 'WEATHER'::text, 'OTHER'::text]))),
  constraint class_session_cancellation_taken_back_whole CHECK (((taken_back_at IS NULL) = (taken_back_by IS NULL))),
  constraint class_session_cancellation_by_closure FOREIGN KEY (organisation_id, closure_id) REFERENCES class_closure(organisation_id, id),
  constraint class_session_cancellation_of_session FOREIGN KEY (organisation_id, session_id) REFERENCES class_session(organisation_id, id),
  constraint class_session_cancellation_taken_back_by_member FOREIGN KEY (organisation_id, taken_back_by) REFERENCES membership(organisation_id, account_id),
  constraint class_session_cancellation_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX class_session_cancellation_of_closure ON public.class_session_cancellation USING btree (organisation_id, closure_id) WHERE (closure_id IS NOT NULL);
CREATE UNIQUE INDEX class_session_cancelled_once ON public.class_session_cancellation USING btree (organisation_id, session_id) WHERE (taken_back_at IS NULL);
grant insert, select to powrot_app;
grant update (taken_back_at, taken_back_by) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table class_session_move (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  before jsonb not null,
  reason text,
  moved_by uuid not null,
  moved_at timestamp with time zone not null default powrot_now(),
  constraint class_session_move_of_session FOREIGN KEY (organisation_id, session_id) REFERENCES class_session(organisation_id, id),
  constraint class_session_move_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX class_session_move_by_session ON public.class_session_move USING btree (organisation_id, session_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table club_ending (
  organisation_id uuid not null,
  stay_id uuid not null,
  ended_on date not null,
  reason text not null,
  sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint club_end_known CHECK ((reason = ANY (ARRAY['COMPLETED'::text, 'JOB'::text, 'CONTRACT_ENDED'::text, 'RESIGNED'::text, 'STOPPED_COMING'::text, 'MOVED'::text, 'DECEASED'::text, 'OTHER'::text]))),
  constraint club_ending_of_stay FOREIGN KEY (organisation_id, stay_id) REFERENCES club_stay(organisation_id, id),
  constraint club_ending_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint club_stay_ends_once PRIMARY KEY (organisation_id, stay_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table club_prolongation (
  organisation_id uuid not null,
  id uuid not null,
  stay_id uuid not null,
  no integer not null,
  agreed_on date not null,
  ends_on date not null,
  sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint club_prolongation_of_stay FOREIGN KEY (organisation_id, stay_id) REFERENCES club_stay(organisation_id, id),
  constraint club_prolongation_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint club_prolongation_key PRIMARY KEY (organisation_id, id),
  constraint club_prolongation_in_order UNIQUE (organisation_id, stay_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table club_standard_item (
  organisation_id uuid not null,
  review_id uuid not null,
  code text not null,
  state text not null,
  evidence text not null,
  missing text not null,
  due_on date,
  constraint club_standard_item_known CHECK ((code = ANY (ARRAY['EQUIPMENT'::text, 'STAFF'::text, 'DOCUMENTATION'::text, 'PSYCHOLOGICAL'::text, 'LEGAL'::text, 'SOCIAL'::text, 'PEDAGOGICAL'::text, 'VOCATIONAL'::text, 'SELF_HELP'::text, 'PSYCHOEDUCATION'::text, 'INTEGRATION'::text, 'EDUCATION'::text, 'COURSES'::text, 'EMPLOYMENT_FORMS'::text, 'MOST_ACTIVE'::text]))),
  constraint club_standard_says_what CHECK (
CASE
    WHEN (state = 'MET'::text) THEN (evidence <> ''::text)
    ELSE (missing <> ''::text)
END),
  constraint club_standard_state_known CHECK ((state = ANY (ARRAY['MET'::text, 'PARTLY'::text, 'NOT_MET'::text]))),
  constraint club_standard_item_of_review FOREIGN KEY (organisation_id, review_id) REFERENCES club_standard_review(organisation_id, id),
  constraint club_standard_item_once PRIMARY KEY (organisation_id, review_id, code)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table club_standard_review (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  reviewed_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint club_standard_review_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint club_standard_review_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint club_standard_review_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX club_standard_review_by_unit ON public.club_standard_review USING btree (organisation_id, unit_id, reviewed_on DESC);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table club_stay (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  entry_organisation_id uuid not null,
  entry_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint club_stay_lasts CHECK ((ends_on >= starts_on)),
  constraint club_stay_by_entry FOREIGN KEY (entry_organisation_id, entry_id) REFERENCES centre_entry(organisation_id, id),
  constraint club_stay_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint club_stay_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint club_stay_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint club_stay_key PRIMARY KEY (organisation_id, id),
  constraint club_stay_once_by_entry UNIQUE (organisation_id, entry_organisation_id, entry_id)
);
CREATE INDEX club_stay_by_person ON public.club_stay USING btree (organisation_id, person_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table coach_log (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid,
  employer_id uuid,
  activity text not null,
  done_on date not null,
  minutes integer not null,
  disclosure_agreed boolean not null default false,
  note_sealed bytea,
  next_on date,
  author_id uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint coach_log_about_somebody CHECK (((person_id IS NOT NULL) OR (employer_id IS NOT NULL))),
  constraint coach_log_activity_known CHECK ((activity = ANY (ARRAY['PROFILE'::text, 'EMPLOYER_SEARCH'::text, 'ADVOCACY'::text, 'WORKPLACE_VISIT'::text, 'APPLICATION_DOCS'::text, 'INTERVIEW_PREP'::text, 'ACCOMPANIMENT'::text, 'ON_JOB_SUPPORT'::text, 'CRISIS'::text, 'FOLLOW_UP'::text, 'EMPLOYER_EDUCATION'::text]))),
  constraint coach_log_minutes CHECK (((minutes >= 1) AND (minutes <= 1440))),
  constraint coach_log_told_by_agreement CHECK (((person_id IS NULL) OR (employer_id IS NULL) OR disclosure_agreed)),
  constraint coach_log_of_employer FOREIGN KEY (organisation_id, employer_id) REFERENCES employer(organisation_id, id),
  constraint coach_log_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint coach_log_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX coach_log_by_employer ON public.coach_log USING btree (organisation_id, employer_id, done_on);
CREATE INDEX coach_log_by_person ON public.coach_log USING btree (organisation_id, person_id, done_on);
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

table condition_met (
  organisation_id uuid not null,
  condition_id uuid not null,
  met_on date not null,
  evidence_sealed bytea not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint condition_met_of_condition FOREIGN KEY (organisation_id, condition_id) REFERENCES recommendation_condition(organisation_id, id),
  constraint condition_met_once PRIMARY KEY (organisation_id, condition_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table conflict (
  organisation_id uuid not null,
  id uuid not null,
  record_type text not null,
  record_id uuid not null,
  person_id uuid,
  field text not null,
  base integer,
  mine_sealed bytea not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  command_id uuid not null,
  theirs_sealed bytea not null,
  theirs_by uuid,
  theirs_at timestamp with time zone,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint conflict_made_by_member FOREIGN KEY (organisation_id, made_by) REFERENCES membership(organisation_id, account_id),
  constraint conflict_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint conflict_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint conflict_key PRIMARY KEY (organisation_id, id),
  constraint conflict_once UNIQUE (organisation_id, made_by, command_id, field)
);
CREATE INDEX conflict_by_author ON public.conflict USING btree (organisation_id, made_by);
CREATE INDEX conflict_by_record ON public.conflict USING btree (organisation_id, record_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table conflict_decision (
  organisation_id uuid not null,
  conflict_id uuid not null,
  choice text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null default powrot_now(),
  constraint conflict_choice_known CHECK ((choice = ANY (ARRAY['MINE'::text, 'THEIRS'::text, 'OTHER'::text]))),
  constraint conflict_decision_by_member FOREIGN KEY (organisation_id, decided_by) REFERENCES membership(organisation_id, account_id),
  constraint conflict_decision_of_conflict FOREIGN KEY (organisation_id, conflict_id) REFERENCES conflict(organisation_id, id),
  constraint conflict_decided_once PRIMARY KEY (organisation_id, conflict_id)
);
grant insert, select to powrot_app;
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
  text_id uuid,
  signed_by text[] not null default '{}'::text[],
  constraint consent_channel_known CHECK ((channel = ANY (ARRAY['ORAL_NOTED'::text, 'WRITTEN'::text, 'ELECTRONIC'::text]))),
  constraint consent_kind_known CHECK ((kind = ANY (ARRAY['NOTICE_GIVEN'::text, 'DATA_SHARING_WITH_PARTNER'::text, 'IMAGE'::text, 'SERVICE_ACCEPTANCE'::text, 'RESEARCH_CONTACT'::text, 'MEDICAL_INFO_RELEASE'::text]))),
  constraint consent_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint consent_of_text FOREIGN KEY (organisation_id, text_id) REFERENCES consent_text(organisation_id, id),
  constraint consent_signed_file FOREIGN KEY (organisation_id, signed_file_id) REFERENCES stored_file(organisation_id, id),
  constraint consent_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX consent_by_person ON public.consent USING btree (organisation_id, person_id);
grant insert, select to powrot_app;
grant select (id, organisation_id, withdrawn_at) to powrot_search;
grant update (effect, withdrawn_at) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table consent_page (
  organisation_id uuid not null,
  consent_id uuid not null,
  file_id uuid not null,
  added_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint consent_page_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint consent_page_file FOREIGN KEY (organisation_id, file_id) REFERENCES stored_file(organisation_id, id),
  constraint consent_page_of_consent FOREIGN KEY (organisation_id, consent_id) REFERENCES consent(organisation_id, id),
  constraint consent_page_once PRIMARY KEY (organisation_id, consent_id)
);
CREATE INDEX consent_page_by_author ON public.consent_page USING btree (organisation_id, recorded_by);
CREATE INDEX consent_page_by_file ON public.consent_page USING btree (organisation_id, file_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table consent_text (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  version text not null,
  body text not null,
  valid_from date not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  recorded_by uuid not null,
  constraint consent_text_body CHECK ((body <> ''::text)),
  constraint consent_text_kind_known CHECK ((kind = ANY (ARRAY['NOTICE_GIVEN'::text, 'DATA_SHARING_WITH_PARTNER'::text, 'IMAGE'::text, 'SERVICE_ACCEPTANCE'::text, 'RESEARCH_CONTACT'::text, 'MEDICAL_INFO_RELEASE'::text]))),
  constraint consent_text_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint consent_text_key PRIMARY KEY (organisation_id, id),
  constraint consent_text_once UNIQUE (organisation_id, kind, version)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table consultant_absence (
  organisation_id uuid not null,
  id uuid not null,
  consultant_id uuid not null,
  from_on date not null,
  to_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint consultant_absence_period CHECK (((to_on >= from_on) AND (to_on <= (from_on + 366)))),
  constraint consultant_absence_of_member FOREIGN KEY (organisation_id, consultant_id) REFERENCES membership(organisation_id, account_id),
  constraint consultant_absence_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX consultant_absence_by_consultant ON public.consultant_absence USING btree (organisation_id, consultant_id, from_on);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table consultant_absence_withdrawal (
  organisation_id uuid not null,
  absence_id uuid not null,
  held_from date not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamp with time zone not null default powrot_now(),
  constraint consultant_absence_withdrawal_of_absence FOREIGN KEY (organisation_id, absence_id) REFERENCES consultant_absence(organisation_id, id),
  constraint consultant_absence_withdrawn_by_member FOREIGN KEY (organisation_id, withdrawn_by) REFERENCES membership(organisation_id, account_id),
  constraint consultant_absence_withdrawn_once PRIMARY KEY (organisation_id, absence_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table consultant_duty (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  consultant_id uuid not null,
  role text not null,
  place text not null,
  every_weeks integer not null,
  weekday integer not null,
  starts_at time without time zone not null,
  ends_at time without time zone not null,
  slot_minutes integer not null,
  from_on date not null,
  to_on date,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint consultant_duty_has_time CHECK ((ends_at > starts_at)),
  constraint consultant_duty_pattern CHECK ((((every_weeks >= 1) AND (every_weeks <= 12)) AND ((weekday >= 1) AND (weekday <= 7)) AND ((slot_minutes >= 10) AND (slot_minutes <= 240)))),
  constraint consultant_duty_period CHECK ((to_on >= from_on)),
  constraint consultant_duty_by_member FOREIGN KEY (organisation_id, consultant_id) REFERENCES membership(organisation_id, account_id),
  constraint consultant_duty_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint consultant_duty_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint consultant_duty_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX consultant_duty_by_consultant ON public.consultant_duty USING btree (organisation_id, consultant_id);
CREATE INDEX consultant_duty_by_unit ON public.consultant_duty USING btree (organisation_id, unit_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table consultant_duty_ending (
  organisation_id uuid not null,
  duty_id uuid not null,
  last_on date not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null default powrot_now(),
  constraint consultant_duty_ending_of_duty FOREIGN KEY (organisation_id, duty_id) REFERENCES consultant_duty(organisation_id, id),
  constraint consultant_duty_ends_once PRIMARY KEY (organisation_id, duty_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table consultant_duty_settlement (
  organisation_id uuid not null,
  id uuid not null,
  duty_id uuid not null,
  day date not null,
  held_minutes integer not null,
  settled_by uuid not null,
  settled_at timestamp with time zone not null default powrot_now(),
  reason text,
  constraint consultant_duty_settlement_reason_known CHECK ((reason = ANY (ARRAY['SHORTER'::text, 'LONGER'::text, 'COUNTED_ELSEWHERE'::text, 'NOT_HELD'::text, 'WRONG_RECORD'::text]))),
  constraint consultant_duty_settlement_time CHECK (((held_minutes >= 0) AND (held_minutes <= 1440))),
  constraint consultant_duty_settlement_of_duty FOREIGN KEY (organisation_id, duty_id) REFERENCES consultant_duty(organisation_id, id),
  constraint consultant_duty_settlement_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX consultant_duty_settlement_by_day ON public.consultant_duty_settlement USING btree (organisation_id, duty_id, day, settled_at);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table consultant_hour_limit (
  organisation_id uuid not null,
  id uuid not null,
  consultant_id uuid not null,
  from_month date not null,
  minutes integer,
  set_by uuid not null,
  set_at timestamp with time zone not null default powrot_now(),
  constraint consultant_hour_limit_of_month CHECK ((EXTRACT(day FROM from_month) = (1)::numeric)),
  constraint consultant_hour_limit_time CHECK (((minutes >= 1) AND (minutes <= 44640))),
  constraint consultant_hour_limit_by_member FOREIGN KEY (organisation_id, set_by) REFERENCES membership(organisation_id, account_id),
  constraint consultant_hour_limit_of_member FOREIGN KEY (organisation_id, consultant_id) REFERENCES membership(organisation_id, account_id),
  constraint consultant_hour_limit_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX consultant_hour_limit_by_consultant ON public.consultant_hour_limit USING btree (organisation_id, consultant_id, from_month);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table consultant_work_settlement (
  organisation_id uuid not null,
  id uuid not null,
  consultant_id uuid not null,
  source text not null,
  source_id uuid not null,
  day date not null,
  kind text,
  proposed_minutes integer not null,
  settled_minutes integer not null,
  reason text,
  settled_by uuid not null,
  settled_at timestamp with time zone not null default powrot_now(),
  constraint consultant_work_changed_with_reason CHECK (((settled_minutes = proposed_minutes) OR (reason IS NOT NULL))),
  constraint consultant_work_reason_known CHECK ((reason = ANY (ARRAY['SHORTER'::text, 'LONGER'::text, 'COUNTED_ELSEWHERE'::text, 'NOT_HELD'::text, 'WRONG_RECORD'::text]))),
  constraint consultant_work_settlement_time CHECK ((((proposed_minutes >= 0) AND (proposed_minutes <= 1440)) AND ((settled_minutes >= 0) AND (settled_minutes <= 1440)))),
  constraint consultant_work_source_known CHECK ((source = ANY (ARRAY['TALK'::text, 'INTERVIEW'::text, 'CLASS'::text]))),
  constraint consultant_work_settlement_by_member FOREIGN KEY (organisation_id, settled_by) REFERENCES membership(organisation_id, account_id),
  constraint consultant_work_settlement_of_member FOREIGN KEY (organisation_id, consultant_id) REFERENCES membership(organisation_id, account_id),
  constraint consultant_work_settlement_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX consultant_work_settlement_by_day ON public.consultant_work_settlement USING btree (organisation_id, consultant_id, day);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table contact_aid (
  organisation_id uuid not null,
  contact_id uuid not null,
  item text not null,
  quantity integer not null,
  constraint contact_aid_quantity CHECK (((quantity >= 1) AND (quantity <= 100))),
  constraint contact_aid_of_contact FOREIGN KEY (organisation_id, contact_id) REFERENCES contact_card(organisation_id, id),
  constraint contact_aid_key PRIMARY KEY (organisation_id, contact_id, item)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table contact_card (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  shift_id uuid,
  person_id uuid,
  anonymity text not null,
  contact_at timestamp with time zone not null,
  received_at timestamp with time zone not null default powrot_now(),
  device_at timestamp with time zone,
  site_id uuid,
  place_text text,
  lat numeric(6,3),
  lon numeric(6,3),
  sex text not null,
  age_band text not null,
  not_seen_before boolean not null default false,
  group_size integer,
  accompanied_by text[] not null default '{}'::text[],
  how_found text,
  sleeping_place text,
  homeless_for text,
  supports_used text[] not null default '{}'::text[],
  needs text[] not null default '{}'::text[],
  documents text[] not null default '{}'::text[],
  safety_risks text[] not null default '{}'::text[],
  actions text[] not null,
  info_topics text[] not null default '{}'::text[],
  notice text,
  attitude text,
  motivation_stage text,
  relation_end text,
  accompaniment text,
  accompaniment_hours numeric(5,2),
  identity_revealed boolean not null default false,
  previous_id uuid,
  previous_step_outcome text,
  step_due_on date,
  next_contact_on date,
  next_contact_site_id uuid,
  health_sealed bytea,
  step_sealed bytea,
  note_sealed bytea,
  corrects_id uuid,
  correction_reason_sealed bytea,
  recorded_by uuid not null,
  group_id uuid,
  constraint contact_card_age_band_known CHECK ((age_band = ANY (ARRAY['UNDER_18'::text, '18_29'::text, '30_39'::text, '40_49'::text, '50_59'::text, '60_PLUS'::text, 'UNKNOWN'::text]))),
  constraint contact_card_anonymity_known CHECK ((anonymity = ANY (ARRAY['ANONYMOUS'::text, 'ALIAS'::text, 'NAMED'::text]))),
  constraint contact_card_anonymous_is_nobody CHECK (((person_id IS NULL) = (anonymity = 'ANONYMOUS'::text))),
  constraint contact_card_correction_has_reason CHECK (((corrects_id IS NULL) = (correction_reason_sealed IS NULL))),
  constraint contact_card_has_actions CHECK ((cardinality(actions) > 0)),
  constraint contact_card_has_place CHECK (((site_id IS NOT NULL) OR (place_text IS NOT NULL))),
  constraint contact_card_sex_known CHECK ((sex = ANY (ARRAY['F'::text, 'M'::text, 'X'::text, 'UNKNOWN'::text]))),
  constraint contact_card_at_site FOREIGN KEY (organisation_id, site_id) REFERENCES outreach_site(organisation_id, id),
  constraint contact_card_corrects FOREIGN KEY (organisation_id, corrects_id) REFERENCES contact_card(organisation_id, id),
  constraint contact_card_next_site FOREIGN KEY (organisation_id, next_contact_site_id) REFERENCES outreach_site(organisation_id, id),
  constraint contact_card_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint contact_card_of_shift FOREIGN KEY (organisation_id, shift_id) REFERENCES outreach_shift(organisation_id, id),
  constraint contact_card_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint contact_card_previous FOREIGN KEY (organisation_id, previous_id) REFERENCES contact_card(organisation_id, id),
  constraint contact_card_key PRIMARY KEY (organisation_id, id),
  constraint contact_card_corrected_once UNIQUE (organisation_id, corrects_id)
);
CREATE INDEX contact_card_by_shift ON public.contact_card USING btree (organisation_id, shift_id) WHERE (shift_id IS NOT NULL);
CREATE INDEX contact_card_by_site ON public.contact_card USING btree (organisation_id, site_id, contact_at DESC) WHERE (site_id IS NOT NULL);
CREATE INDEX contact_card_by_unit ON public.contact_card USING btree (organisation_id, unit_id, contact_at DESC);
CREATE INDEX contact_card_newest ON public.contact_card USING btree (organisation_id, person_id, contact_at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX contact_card_next ON public.contact_card USING btree (organisation_id, unit_id, next_contact_on) WHERE (next_contact_on IS NOT NULL);
grant insert, select to powrot_app;
grant select (contact_at, id, organisation_id, person_id) to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table contact_worker (
  organisation_id uuid not null,
  contact_id uuid not null,
  account_id uuid not null,
  constraint contact_worker_known FOREIGN KEY (organisation_id, account_id) REFERENCES membership(organisation_id, account_id),
  constraint contact_worker_of_contact FOREIGN KEY (organisation_id, contact_id) REFERENCES contact_card(organisation_id, id),
  constraint contact_worker_key PRIMARY KEY (organisation_id, contact_id, account_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table contract_annex (
  organisation_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  annex_no integer not null,
  agreed_on date not null,
  what bytea not null,
  file_id uuid,
  file_sha256 bytea,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  evaluation_id uuid,
  constraint contract_annex_file FOREIGN KEY (organisation_id, file_id) REFERENCES stored_file(organisation_id, id),
  constraint contract_annex_of_contract FOREIGN KEY (organisation_id, contract_id) REFERENCES social_contract(organisation_id, id),
  constraint contract_annex_of_evaluation FOREIGN KEY (organisation_id, evaluation_id) REFERENCES contract_evaluation(organisation_id, id),
  constraint contract_annex_key PRIMARY KEY (organisation_id, id),
  constraint contract_annex_no_once UNIQUE (organisation_id, contract_id, annex_no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table contract_annex_outcome (
  organisation_id uuid not null,
  annex_id uuid not null,
  outcome text not null,
  on_day date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint contract_annex_outcome_known CHECK ((outcome = ANY (ARRAY['IN_FORCE'::text, 'WITHDRAWN'::text]))),
  constraint contract_annex_outcome_of_annex FOREIGN KEY (organisation_id, annex_id) REFERENCES contract_annex(organisation_id, id),
  constraint contract_annex_has_one_outcome PRIMARY KEY (organisation_id, annex_id)
);
grant insert, select to powrot_app;
grant select (annex_id, organisation_id, outcome) to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table contract_annex_signature (
  organisation_id uuid not null,
  id uuid not null,
  annex_id uuid not null,
  signed_as text not null,
  name text not null,
  signed_on date not null,
  method text not null,
  sha256 bytea not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint contract_annex_signature_method_known CHECK ((method = ANY (ARRAY['WET'::text, 'QUALIFIED'::text, 'TRUSTED_PROFILE'::text, 'PERSONAL'::text]))),
  constraint contract_annex_signature_of_annex FOREIGN KEY (organisation_id, annex_id) REFERENCES contract_annex(organisation_id, id),
  constraint contract_annex_signature_key PRIMARY KEY (organisation_id, id),
  constraint contract_annex_signed_once_each UNIQUE (organisation_id, annex_id, signed_as)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table contract_consultation (
  organisation_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  centre text,
  commune text,
  consulted_on date,
  reference text,
  reason bytea,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint contract_consultation_or_reason CHECK ((((consulted_on IS NOT NULL) AND (centre IS NOT NULL) AND (commune IS NOT NULL) AND (reason IS NULL)) OR ((consulted_on IS NULL) AND (reason IS NOT NULL)))),
  constraint contract_consultation_of_contract FOREIGN KEY (organisation_id, contract_id) REFERENCES social_contract(organisation_id, id),
  constraint contract_consultation_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX contract_consultation_by_contract ON public.contract_consultation USING btree (organisation_id, contract_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table contract_consultation_request (
  organisation_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  centre text not null,
  commune text not null,
  asked_on date not null,
  channel text not null,
  answer_by date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint contract_consultation_answer_after_asking CHECK ((answer_by >= asked_on)),
  constraint contract_consultation_request_channel CHECK ((channel = ANY (ARRAY['LETTER'::text, 'EPUAP'::text, 'E_MAIL'::text, 'PHONE'::text]))),
  constraint contract_consultation_request_commune CHECK ((commune ~ '^[0-9]{7}$'::text)),
  constraint contract_consultation_request_of_contract FOREIGN KEY (organisation_id, contract_id) REFERENCES social_contract(organisation_id, id),
  constraint contract_consultation_request_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX contract_consultation_request_by_contract ON public.contract_consultation_request USING btree (organisation_id, contract_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table contract_contact (
  organisation_id uuid not null,
  contract_id uuid not null,
  side text not null,
  phone bytea,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint contract_contact_side_known CHECK (((side = ANY (ARRAY['PERSON'::text, 'OPS'::text, 'LEAD'::text])) OR (side ~ '^MEMBER_[1-9]$'::text))),
  constraint contract_contact_of_party FOREIGN KEY (organisation_id, contract_id) REFERENCES social_contract(organisation_id, id),
  constraint contract_contact_once PRIMARY KEY (organisation_id, contract_id, side)
);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table contract_document (
  organisation_id uuid not null,
  contract_id uuid not null,
  kind text not null,
  sha256 bytea not null,
  content bytea,
  file_id uuid,
  frozen_at timestamp with time zone not null default powrot_now(),
  frozen_by uuid not null,
  constraint contract_document_kind CHECK ((((kind = 'CONTENT'::text) AND (content IS NOT NULL)) OR ((kind = 'SIGNED_COPY'::text) AND (file_id IS NOT NULL)))),
  constraint contract_document_file FOREIGN KEY (organisation_id, file_id) REFERENCES stored_file(organisation_id, id),
  constraint contract_document_of_contract FOREIGN KEY (organisation_id, contract_id) REFERENCES social_contract(organisation_id, id),
  constraint contract_frozen_once PRIMARY KEY (organisation_id, contract_id, kind)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table contract_duty (
  organisation_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  side text not null,
  what bytea not null,
  due_on date,
  annex_id uuid,
  changed_in integer not null,
  sphere text,
  constraint contract_duty_side_known CHECK ((side = ANY (ARRAY['PERSON'::text, 'OPS'::text, 'LEAD'::text]))),
  constraint contract_duty_sphere_known CHECK ((sphere = ANY (ARRAY['HOUSING'::text, 'FAMILY'::text, 'VOCATIONAL'::text, 'SOCIAL'::text, 'PSYCHOLOGICAL'::text, 'HEALTH'::text, 'LEGAL'::text]))),
  constraint contract_duty_of_annex FOREIGN KEY (organisation_id, annex_id) REFERENCES contract_annex(organisation_id, id),
  constraint contract_duty_of_contract FOREIGN KEY (organisation_id, contract_id) REFERENCES social_contract(organisation_id, id),
  constraint contract_duty_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX contract_duty_by_contract ON public.contract_duty USING btree (organisation_id, contract_id);
grant delete, insert, select, update to powrot_app;
grant select (annex_id, contract_id, due_on, id, organisation_id, side, what) to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table contract_duty_end (
  organisation_id uuid not null,
  annex_id uuid not null,
  duty_id uuid not null,
  replaced_by uuid,
  constraint contract_duty_end_of_annex FOREIGN KEY (organisation_id, annex_id) REFERENCES contract_annex(organisation_id, id),
  constraint contract_duty_end_of_duty FOREIGN KEY (organisation_id, duty_id) REFERENCES contract_duty(organisation_id, id),
  constraint contract_duty_end_replacement FOREIGN KEY (organisation_id, replaced_by) REFERENCES contract_duty(organisation_id, id),
  constraint contract_duty_ends_once_in_annex PRIMARY KEY (organisation_id, annex_id, duty_id)
);
grant insert, select to powrot_app;
grant select (annex_id, duty_id, organisation_id) to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table contract_evaluation (
  organisation_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  held_on date not null,
  person_said bytea,
  conclusion bytea not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  change bytea,
  constraint contract_evaluation_of_contract FOREIGN KEY (organisation_id, contract_id) REFERENCES social_contract(organisation_id, id),
  constraint contract_evaluation_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX contract_evaluation_by_contract ON public.contract_evaluation USING btree (organisation_id, contract_id);
grant insert, select to powrot_app;
grant select (held_on, id, organisation_id) to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table contract_evaluation_date (
  organisation_id uuid not null,
  contract_id uuid not null,
  due_on date not null,
  annex_id uuid,
  constraint contract_evaluation_date_of_annex FOREIGN KEY (organisation_id, annex_id) REFERENCES contract_annex(organisation_id, id),
  constraint contract_evaluation_date_of_contract FOREIGN KEY (organisation_id, contract_id) REFERENCES social_contract(organisation_id, id),
  constraint contract_evaluation_date_once PRIMARY KEY (organisation_id, contract_id, due_on)
);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table contract_evaluation_result (
  organisation_id uuid not null,
  evaluation_id uuid not null,
  duty_id uuid not null,
  result text not null,
  constraint contract_evaluation_result_known CHECK ((result = ANY (ARRAY['KEPT'::text, 'PARTLY'::text, 'NOT'::text, 'NO_LONGER_RELEVANT'::text]))),
  constraint contract_evaluation_result_of_duty FOREIGN KEY (organisation_id, duty_id) REFERENCES contract_duty(organisation_id, id),
  constraint contract_evaluation_result_of_evaluation FOREIGN KEY (organisation_id, evaluation_id) REFERENCES contract_evaluation(organisation_id, id),
  constraint contract_evaluation_result_once PRIMARY KEY (organisation_id, evaluation_id, duty_id)
);
grant insert, select to powrot_app;
grant select (duty_id, evaluation_id, organisation_id, result) to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table contract_goal (
  organisation_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  rank text not null,
  what bytea not null,
  effect bytea,
  changed_in integer not null,
  constraint contract_goal_rank_known CHECK ((rank = ANY (ARRAY['MAIN'::text, 'SPECIFIC'::text]))),
  constraint contract_goal_of_contract FOREIGN KEY (organisation_id, contract_id) REFERENCES social_contract(organisation_id, id),
  constraint contract_goal_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX contract_goal_by_contract ON public.contract_goal USING btree (organisation_id, contract_id);
grant delete, insert, select, update to powrot_app;
grant select (contract_id, id, organisation_id, rank, what) to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table contract_number (
  organisation_id uuid not null,
  year integer not null,
  last_no integer not null,
  constraint contract_number_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint contract_number_key PRIMARY KEY (organisation_id, year)
);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table contract_party (
  organisation_id uuid not null,
  contract_id uuid not null,
  side text not null,
  name text not null,
  acts_as text,
  represented_by text,
  representation text,
  person_id uuid,
  constraint contract_member_is_somebody CHECK (((side ~~ 'MEMBER%'::text) = (person_id IS NOT NULL))),
  constraint contract_representation_known CHECK ((representation = ANY (ARRAY['PARENT_OR_GUARDIAN'::text, 'GUARDIAN'::text, 'CURATOR'::text, 'TEMPORARY_ADVISER'::text]))),
  constraint contract_representative_named CHECK (((representation IS NULL) OR (represented_by IS NOT NULL))),
  constraint contract_side_known CHECK (((side = ANY (ARRAY['PERSON'::text, 'OPS'::text, 'LEAD'::text])) OR (side ~ '^MEMBER_[1-9]$'::text))),
  constraint contract_party_of_contract FOREIGN KEY (organisation_id, contract_id) REFERENCES social_contract(organisation_id, id),
  constraint contract_party_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint contract_party_once PRIMARY KEY (organisation_id, contract_id, side),
  constraint contract_member_once UNIQUE (organisation_id, contract_id, person_id)
);
CREATE INDEX contract_party_by_person ON public.contract_party USING btree (organisation_id, person_id) WHERE (person_id IS NOT NULL);
grant delete, insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table contract_signature (
  organisation_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  side text not null,
  signed_as text not null,
  name text not null,
  signed_on date not null,
  method text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint contract_signature_method_known CHECK ((method = ANY (ARRAY['WET'::text, 'QUALIFIED'::text, 'TRUSTED_PROFILE'::text, 'PERSONAL'::text]))),
  constraint contract_signature_of_party FOREIGN KEY (organisation_id, contract_id, side) REFERENCES contract_party(organisation_id, contract_id, side),
  constraint contract_signature_key PRIMARY KEY (organisation_id, id),
  constraint contract_signed_once_each UNIQUE (organisation_id, contract_id, signed_as)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table contract_step (
  organisation_id uuid not null,
  contract_id uuid not null,
  step_no integer not null,
  from_state text,
  to_state text not null,
  act text not null,
  on_day date not null,
  by_id uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint contract_state_known CHECK ((to_state = ANY (ARRAY['DRAFT'::text, 'AGREED_WITH_PERSON'::text, 'CONSULTED_WITH_OTHER_OPS'::text, 'SIGNED'::text, 'ACTIVE'::text, 'COMPLETED'::text, 'TERMINATED'::text]))),
  constraint contract_step_of_contract FOREIGN KEY (organisation_id, contract_id) REFERENCES social_contract(organisation_id, id),
  constraint contract_step_follows PRIMARY KEY (organisation_id, contract_id, step_no)
);
grant insert, select to powrot_app;
grant select (contract_id, on_day, organisation_id, step_no, to_state) to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table contract_termination (
  organisation_id uuid not null,
  contract_id uuid not null,
  ended_on date not null,
  reason text not null,
  heard_on date,
  note bytea,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint contract_end_known CHECK ((reason = ANY (ARRAY['GOALS_ACHIEVED'::text, 'PARTLY_ACHIEVED'::text, 'BREACH_BY_PERSON'::text, 'WITHDRAWN_BY_PERSON'::text, 'CHANGE_OF_COMMUNE'::text, 'DECEASED'::text, 'OTHER'::text]))),
  constraint contract_termination_of_contract FOREIGN KEY (organisation_id, contract_id) REFERENCES social_contract(organisation_id, id),
  constraint contract_ends_once PRIMARY KEY (organisation_id, contract_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table counselling_note (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid,
  booking_id uuid,
  author_id uuid not null,
  kind text not null,
  channel text not null,
  day date not null,
  starts_at time without time zone not null,
  ends_at time without time zone not null,
  next_on date,
  confirmation text not null,
  secret boolean not null,
  key_id uuid not null,
  shared_sealed bytea not null,
  content_sealed bytea,
  mends_id uuid,
  written_at timestamp with time zone not null default powrot_now(),
  constraint counselling_note_channel_known CHECK ((channel = ANY (ARRAY['ONSITE'::text, 'PHONE'::text, 'ONLINE'::text, 'FIELD'::text]))),
  constraint counselling_note_confirmation_known CHECK ((confirmation = ANY (ARRAY['NONE'::text, 'SIGNED'::text, 'REFUSED'::text]))),
  constraint counselling_note_has_time CHECK ((ends_at > starts_at)),
  constraint counselling_note_kind_known CHECK ((kind = ANY (ARRAY['SOCIAL'::text, 'PSYCHOLOGICAL'::text, 'VOCATIONAL'::text, 'LEGAL'::text, 'PEDAGOGICAL'::text, 'ADDICTION'::text, 'DEBT'::text, 'OTHER'::text]))),
  constraint counselling_note_by_member FOREIGN KEY (organisation_id, author_id) REFERENCES membership(organisation_id, account_id),
  constraint counselling_note_mends_note FOREIGN KEY (organisation_id, mends_id) REFERENCES counselling_note(organisation_id, id),
  constraint counselling_note_of_booking FOREIGN KEY (organisation_id, booking_id) REFERENCES booking(organisation_id, id),
  constraint counselling_note_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint counselling_note_under_key FOREIGN KEY (organisation_id, key_id) REFERENCES author_key(organisation_id, id),
  constraint counselling_note_key PRIMARY KEY (organisation_id, id),
  constraint counselling_note_mended_once UNIQUE (organisation_id, mends_id)
);
CREATE INDEX counselling_note_by_author ON public.counselling_note USING btree (organisation_id, author_id, day);
CREATE INDEX counselling_note_by_booking ON public.counselling_note USING btree (organisation_id, booking_id);
CREATE INDEX counselling_note_by_person ON public.counselling_note USING btree (organisation_id, person_id, day);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table counting_attendance (
  organisation_id uuid,
  session_id uuid,
  person_id uuid,
  id uuid,
  status text,
  minutes_late integer,
  minutes_left_early integer,
  correction_id uuid,
  marked_by uuid,
  recorded_at timestamp with time zone,
  occurred_at timestamp with time zone
);
grant select to powrot_app;
row security: OFF, owner powrot_owner;

table course (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  project_id uuid,
  module_id uuid,
  name text not null,
  kind text not null,
  provider text not null,
  edition text not null,
  programme_minutes integer not null,
  starts_on date not null,
  ends_on date not null,
  with_exam boolean not null,
  qualification boolean not null,
  cost_grosze integer,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  constraint course_cost_positive CHECK ((cost_grosze >= 0)),
  constraint course_has_hours CHECK (((programme_minutes >= 15) AND (programme_minutes <= 120000))),
  constraint course_kind_known CHECK ((kind = ANY (ARRAY['VOCATIONAL'::text, 'DIGITAL'::text, 'BUSINESS'::text, 'SOCIAL_ECONOMY'::text, 'LANGUAGE'::text, 'SOCIAL_COMPETENCE'::text, 'DRIVING'::text, 'FIRST_AID'::text, 'OTHER'::text]))),
  constraint course_lasts CHECK ((ends_on >= starts_on)),
  constraint course_of_module FOREIGN KEY (organisation_id, module_id) REFERENCES programme_module(organisation_id, id),
  constraint course_of_project FOREIGN KEY (organisation_id, project_id) REFERENCES project(organisation_id, id),
  constraint course_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint course_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint course_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX course_by_unit ON public.course USING btree (organisation_id, unit_id, ends_on);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table course_certificate (
  organisation_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  no integer not null,
  number text not null,
  issued_on date not null,
  attended_minutes integer not null,
  of_minutes integer not null,
  reason_sealed bytea,
  issued_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  printed_sealed bytea,
  constraint course_certificate_mended_with_reason CHECK (((no = 1) = (reason_sealed IS NULL))),
  constraint course_certificate_issued_by_member FOREIGN KEY (organisation_id, issued_by) REFERENCES membership(organisation_id, account_id),
  constraint course_certificate_of_participant FOREIGN KEY (organisation_id, participant_id) REFERENCES course_participant(organisation_id, id),
  constraint course_certificate_key PRIMARY KEY (organisation_id, id),
  constraint course_certificate_in_order UNIQUE (organisation_id, participant_id, no)
);
CREATE UNIQUE INDEX course_certificate_number_once ON public.course_certificate USING btree (organisation_id, lower(number), EXTRACT(year FROM issued_on)) WHERE (no = 1);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table course_leaving (
  organisation_id uuid not null,
  participant_id uuid not null,
  left_on date not null,
  sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  id uuid not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint course_leaving_withdrawn_whole CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
  constraint course_leaving_of_participant FOREIGN KEY (organisation_id, participant_id) REFERENCES course_participant(organisation_id, id),
  constraint course_leaving_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint course_leaving_withdrawn_by_member FOREIGN KEY (organisation_id, withdrawn_by) REFERENCES membership(organisation_id, account_id),
  constraint course_leaving_key PRIMARY KEY (organisation_id, id)
);
CREATE UNIQUE INDEX course_left_once ON public.course_leaving USING btree (organisation_id, participant_id) WHERE (withdrawn_at IS NULL);
grant insert, select to powrot_app;
grant update (withdrawn_at, withdrawn_by) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table course_participant (
  organisation_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  person_id uuid not null,
  basis text not null,
  plan_id uuid,
  lacks_document boolean not null,
  joined_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint course_basis_known CHECK ((basis = ANY (ARRAY['PLAN'::text, 'IPZS'::text, 'CONTRACT'::text, 'OWN_REQUEST'::text]))),
  constraint course_participant_withdrawn_whole CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
  constraint course_plan_is_the_basis CHECK (((plan_id IS NULL) OR (basis = 'PLAN'::text))),
  constraint course_participant_by_plan FOREIGN KEY (organisation_id, plan_id) REFERENCES plan(organisation_id, id),
  constraint course_participant_of_course FOREIGN KEY (organisation_id, course_id) REFERENCES course(organisation_id, id),
  constraint course_participant_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint course_participant_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint course_participant_withdrawn_by_member FOREIGN KEY (organisation_id, withdrawn_by) REFERENCES membership(organisation_id, account_id),
  constraint course_participant_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX course_participant_by_person ON public.course_participant USING btree (organisation_id, person_id);
CREATE UNIQUE INDEX course_participant_once ON public.course_participant USING btree (organisation_id, course_id, person_id) WHERE (withdrawn_at IS NULL);
grant insert, select to powrot_app;
grant update (withdrawn_at, withdrawn_by) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table course_receipt (
  organisation_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  item text not null,
  received_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint course_receipt_withdrawn_whole CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
  constraint course_receipt_of_participant FOREIGN KEY (organisation_id, participant_id) REFERENCES course_participant(organisation_id, id),
  constraint course_receipt_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint course_receipt_withdrawn_by_member FOREIGN KEY (organisation_id, withdrawn_by) REFERENCES membership(organisation_id, account_id),
  constraint course_receipt_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX course_receipt_by_participant ON public.course_receipt USING btree (organisation_id, participant_id);
grant insert, select to powrot_app;
grant update (withdrawn_at, withdrawn_by) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table course_result (
  organisation_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  no integer not null,
  attended_minutes integer,
  exam_on date,
  exam_passed boolean,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint course_attended_not_negative CHECK ((attended_minutes >= 0)),
  constraint course_exam_has_its_day CHECK (((exam_on IS NULL) = (exam_passed IS NULL))),
  constraint course_result_of_participant FOREIGN KEY (organisation_id, participant_id) REFERENCES course_participant(organisation_id, id),
  constraint course_result_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint course_result_key PRIMARY KEY (organisation_id, id),
  constraint course_result_in_order UNIQUE (organisation_id, participant_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table declaration_place (
  organisation_id uuid not null,
  declaration_id uuid not null,
  place_no integer not null,
  persons_count integer not null,
  evidence_id uuid not null,
  person_id uuid not null,
  taken_at timestamp with time zone not null default powrot_now(),
  constraint declaration_place_within CHECK (((place_no >= 1) AND (place_no <= persons_count))),
  constraint declaration_place_of_declaration FOREIGN KEY (organisation_id, declaration_id, persons_count) REFERENCES employer_declaration(organisation_id, id, persons_count) ON UPDATE CASCADE,
  constraint declaration_place_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint declaration_place_key PRIMARY KEY (organisation_id, declaration_id, place_no),
  constraint declaration_place_of_evidence UNIQUE (organisation_id, evidence_id)
);
CREATE INDEX declaration_place_by_person ON public.declaration_place USING btree (organisation_id, person_id);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table demo_world (
  loaded_on date not null,
  version integer not null,
  constraint demo_world_pkey PRIMARY KEY (loaded_on)
);
policy operator for * to powrot_owner using true check true;
row security: on, owner powrot_owner;

table device (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null,
  signing_key bytea not null,
  share_sealed bytea not null,
  enrolled_at timestamp with time zone not null default powrot_now(),
  seen_at timestamp with time zone not null default powrot_now(),
  pulled_at timestamp with time zone,
  lease_until timestamp with time zone not null,
  answer_no bigint not null default 0,
  clock_offset_ms bigint,
  constraint device_of_member FOREIGN KEY (organisation_id, account_id) REFERENCES membership(organisation_id, account_id),
  constraint device_key PRIMARY KEY (organisation_id, id),
  constraint device_once UNIQUE (id)
);
CREATE INDEX device_by_account ON public.device USING btree (organisation_id, account_id);
grant insert, select to powrot_app;
grant select to powrot_search;
grant update (answer_no, clock_offset_ms, lease_until, name, pulled_at, seen_at) to powrot_app;
policy door for r to powrot_search using true check -;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table device_entry (
  organisation_id uuid not null,
  id uuid not null,
  device_id uuid not null,
  author_id uuid not null,
  unit_ids uuid[] not null default '{}'::uuid[],
  seq bigint not null,
  type text not null,
  v integer not null,
  entry_hash bytea not null,
  said_at timestamp with time zone not null,
  device_at timestamp with time zone not null,
  received_at timestamp with time zone not null default powrot_now(),
  brought_by uuid,
  outcome text not null,
  code text,
  version integer,
  conflict_id uuid,
  sealed bytea,
  constraint device_entry_outcome_known CHECK ((outcome = ANY (ARRAY['done'::text, 'kept'::text, 'refused'::text, 'forbidden'::text, 'not_found'::text, 'conflict'::text, 'invalid'::text, 'quarantined'::text]))),
  constraint device_entry_sealed_in_quarantine CHECK (((outcome = 'quarantined'::text) = (sealed IS NOT NULL))),
  constraint device_entry_of_device FOREIGN KEY (organisation_id, device_id) REFERENCES device(organisation_id, id),
  constraint device_entry_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX device_entry_by_device ON public.device_entry USING btree (organisation_id, device_id, received_at DESC);
CREATE INDEX device_entry_waiting ON public.device_entry USING btree (organisation_id, received_at) WHERE (outcome = 'quarantined'::text);
grant insert, select to powrot_app;
grant update (code, conflict_id, outcome, sealed, version) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table device_entry_decision (
  organisation_id uuid not null,
  entry_id uuid not null,
  decision text not null,
  held_for text not null,
  reason_sealed bytea,
  decided_by uuid not null,
  decided_at timestamp with time zone not null default powrot_now(),
  constraint device_entry_decision_known CHECK ((decision = ANY (ARRAY['RELEASED'::text, 'REFUSED'::text]))),
  constraint device_entry_refused_with_reason CHECK (((decision = 'REFUSED'::text) = (reason_sealed IS NOT NULL))),
  constraint device_entry_decision_of_entry FOREIGN KEY (organisation_id, entry_id) REFERENCES device_entry(organisation_id, id),
  constraint device_entry_decided_once PRIMARY KEY (organisation_id, entry_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table device_holding (
  organisation_id uuid not null,
  device_id uuid not null,
  kind text not null,
  record_id uuid not null,
  person_id uuid,
  body_hash bytea,
  answer_no bigint not null,
  held_since timestamp with time zone not null default powrot_now(),
  gone_at timestamp with time zone,
  constraint device_holding_of_device FOREIGN KEY (organisation_id, device_id) REFERENCES device(organisation_id, id),
  constraint device_holding_key PRIMARY KEY (organisation_id, device_id, kind, record_id)
);
CREATE INDEX device_holding_by_person ON public.device_holding USING btree (organisation_id, person_id) WHERE (person_id IS NOT NULL);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table device_revocation (
  organisation_id uuid not null,
  device_id uuid not null,
  reason text not null,
  revoked_by uuid,
  revoked_at timestamp with time zone not null default powrot_now(),
  told_at timestamp with time zone,
  constraint device_revocation_reason_known CHECK ((reason = ANY (ARRAY['LOST'::text, 'STOLEN'::text, 'REPLACED'::text, 'OWN'::text, 'ACCOUNT_ENDED'::text, 'IDLE'::text, 'WORK_OFF'::text, 'OTHER'::text]))),
  constraint device_revocation_of_device FOREIGN KEY (organisation_id, device_id) REFERENCES device(organisation_id, id),
  constraint device_revoked_once PRIMARY KEY (organisation_id, device_id)
);
grant insert, select to powrot_app;
grant insert, select to powrot_search;
grant update (told_at) to powrot_app;
policy door for * to powrot_search using true check true;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table device_token (
  organisation_id uuid not null,
  token_hash bytea not null,
  device_id uuid not null,
  expires_at timestamp with time zone not null,
  constraint device_token_of_device FOREIGN KEY (organisation_id, device_id) REFERENCES device(organisation_id, id),
  constraint device_token_key PRIMARY KEY (organisation_id, token_hash),
  constraint device_token_once UNIQUE (token_hash)
);
CREATE INDEX device_token_by_device ON public.device_token USING btree (organisation_id, device_id);
grant delete, insert, select to powrot_app;
grant select to powrot_search;
policy door for r to powrot_search using true check -;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table diagnosed_need (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  sphere text not null,
  found_on date not null,
  sealed bytea not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint diagnosed_need_sphere_known CHECK ((sphere = ANY (ARRAY['HOUSING'::text, 'FAMILY'::text, 'VOCATIONAL'::text, 'SOCIAL'::text, 'PSYCHOLOGICAL'::text, 'HEALTH'::text, 'LEGAL'::text]))),
  constraint diagnosed_need_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint diagnosed_need_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint diagnosed_need_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint diagnosed_need_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX diagnosed_need_by_case ON public.diagnosed_need USING btree (organisation_id, case_id);
CREATE INDEX diagnosed_need_by_person ON public.diagnosed_need USING btree (organisation_id, person_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table diagnosed_need_correction (
  organisation_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  no integer not null,
  sphere text not null,
  found_on date not null,
  sealed bytea not null,
  corrected_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint diagnosed_need_correction_sphere_known CHECK ((sphere = ANY (ARRAY['HOUSING'::text, 'FAMILY'::text, 'VOCATIONAL'::text, 'SOCIAL'::text, 'PSYCHOLOGICAL'::text, 'HEALTH'::text, 'LEGAL'::text]))),
  constraint diagnosed_need_correction_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint diagnosed_need_correction_of_need FOREIGN KEY (organisation_id, need_id) REFERENCES diagnosed_need(organisation_id, id),
  constraint diagnosed_need_correction_key PRIMARY KEY (organisation_id, id),
  constraint diagnosed_need_corrected_in_turn UNIQUE (organisation_id, need_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table diagnosed_need_ending (
  organisation_id uuid not null,
  need_id uuid not null,
  outcome text not null,
  ended_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint diagnosed_need_outcome_known CHECK ((outcome = ANY (ARRAY['MET'::text, 'PARTLY'::text, 'NOT_MET'::text, 'NO_LONGER_RELEVANT'::text]))),
  constraint diagnosed_need_ending_of_need FOREIGN KEY (organisation_id, need_id) REFERENCES diagnosed_need(organisation_id, id),
  constraint diagnosed_need_ends_once PRIMARY KEY (organisation_id, need_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table document_to_sign (
  organisation_id uuid not null,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  file_id uuid not null,
  sha256 bytea not null,
  words_sha256 bytea not null,
  issued_by uuid not null,
  issued_at timestamp with time zone not null default powrot_now(),
  constraint document_to_sign_file FOREIGN KEY (organisation_id, file_id) REFERENCES stored_file(organisation_id, id),
  constraint document_to_sign_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX document_to_sign_by_subject ON public.document_to_sign USING btree (organisation_id, subject_type, subject_id);
grant insert, select to powrot_app;
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

table employer (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  nip text,
  regon text,
  address text,
  size text,
  contact_person text,
  contact_phone text,
  workplace text,
  conditions text,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  constraint employer_size_known CHECK ((size = ANY (ARRAY['MICRO'::text, 'SMALL'::text, 'MEDIUM'::text, 'LARGE'::text]))),
  constraint employer_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint employer_key PRIMARY KEY (organisation_id, id),
  constraint employer_nip_once UNIQUE (organisation_id, nip)
);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table employer_declaration (
  organisation_id uuid not null,
  id uuid not null,
  employer_id uuid not null,
  signed_by text,
  signed_on date not null,
  persons_count integer not null,
  positions text,
  working_time_fraction numeric,
  weekly_hours numeric,
  duration_months integer,
  duration_until date,
  indefinite boolean not null default false,
  contract_form text,
  conditions text,
  file_id uuid,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  constraint employer_declaration_form_known CHECK ((contract_form = ANY (ARRAY['EMPLOYMENT_CONTRACT'::text, 'SERVICE_CONTRACT'::text, 'WORK_CONTRACT'::text, 'SELF_EMPLOYMENT'::text, 'SOCIAL_COOPERATIVE'::text, 'OTHER'::text]))),
  constraint employer_declaration_fraction CHECK (((working_time_fraction > (0)::numeric) AND (working_time_fraction <= (1)::numeric))),
  constraint employer_declaration_persons CHECK (((persons_count >= 1) AND (persons_count <= 1000))),
  constraint employer_declaration_file FOREIGN KEY (organisation_id, file_id) REFERENCES stored_file(organisation_id, id),
  constraint employer_declaration_of_employer FOREIGN KEY (organisation_id, employer_id) REFERENCES employer(organisation_id, id),
  constraint employer_declaration_key PRIMARY KEY (organisation_id, id),
  constraint employer_declaration_size UNIQUE (organisation_id, id, persons_count)
);
CREATE INDEX employer_declaration_by_employer ON public.employer_declaration USING btree (organisation_id, employer_id);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table employment_check (
  organisation_id uuid not null,
  id uuid not null,
  placement_id uuid not null,
  person_id uuid not null,
  months integer not null,
  checked_on date not null,
  status text not null,
  contract_form text,
  wage_at_least_minimum boolean,
  checked_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint employment_check_months_known CHECK ((months = ANY (ARRAY[1, 3, 6, 12]))),
  constraint employment_check_status_known CHECK ((status = ANY (ARRAY['KEPT'::text, 'OTHER_JOB'::text, 'LOST'::text, 'UNKNOWN'::text]))),
  constraint employment_check_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint employment_check_of_placement FOREIGN KEY (organisation_id, placement_id) REFERENCES placement(organisation_id, id),
  constraint employment_check_key PRIMARY KEY (organisation_id, id),
  constraint employment_check_once UNIQUE (organisation_id, placement_id, months)
);
CREATE INDEX employment_check_by_person ON public.employment_check USING btree (organisation_id, person_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table enrolment (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  project_id uuid not null,
  started_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint enrolment_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint enrolment_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint enrolment_of_project FOREIGN KEY (organisation_id, project_id) REFERENCES project(organisation_id, id),
  constraint enrolment_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint enrolment_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX enrolment_by_case ON public.enrolment USING btree (organisation_id, case_id);
CREATE INDEX enrolment_by_person ON public.enrolment USING btree (organisation_id, person_id);
CREATE INDEX enrolment_by_project ON public.enrolment USING btree (organisation_id, project_id, started_on);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table enrolment_check (
  organisation_id uuid not null,
  enrolment_id uuid not null,
  project_id uuid not null,
  criteria_no integer not null,
  outcome text not null,
  sealed bytea not null,
  checked_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint enrolment_check_outcome_known CHECK ((outcome = ANY (ARRAY['PASSED'::text, 'CONFIRMED'::text, 'EXCEPTION'::text]))),
  constraint enrolment_check_by_edition FOREIGN KEY (organisation_id, project_id, criteria_no) REFERENCES project_criteria(organisation_id, project_id, no),
  constraint enrolment_check_by_member FOREIGN KEY (organisation_id, checked_by) REFERENCES membership(organisation_id, account_id),
  constraint enrolment_check_of_enrolment FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolment(organisation_id, id),
  constraint enrolment_checked_once PRIMARY KEY (organisation_id, enrolment_id)
);
CREATE INDEX enrolment_check_by_criteria ON public.enrolment_check USING btree (organisation_id, project_id, criteria_no);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table enrolment_ending (
  organisation_id uuid not null,
  enrolment_id uuid not null,
  ended_on date not null,
  reason text not null,
  according_to_path boolean not null,
  note bytea,
  ended_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint enrolment_ending_reason_known CHECK ((reason = ANY (ARRAY['COMPLETED'::text, 'JOB'::text, 'TRAINING'::text, 'RESIGNED'::text, 'NOT_KEEPING_CONTRACT'::text, 'HEALTH'::text, 'MOVED'::text, 'DIED'::text, 'OTHER'::text]))),
  constraint enrolment_ending_by_member FOREIGN KEY (organisation_id, ended_by) REFERENCES membership(organisation_id, account_id),
  constraint enrolment_ending_of_enrolment FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolment(organisation_id, id),
  constraint enrolment_ends_once PRIMARY KEY (organisation_id, enrolment_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table enrolment_exception (
  organisation_id uuid not null,
  enrolment_id uuid not null,
  project_id uuid not null,
  conditions text[] not null,
  sealed bytea not null,
  decided_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint enrolment_exception_waives_something CHECK ((cardinality(conditions) > 0)),
  constraint enrolment_exception_by_member FOREIGN KEY (organisation_id, decided_by) REFERENCES membership(organisation_id, account_id),
  constraint enrolment_exception_of_enrolment FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolment(organisation_id, id),
  constraint enrolment_exception_of_project FOREIGN KEY (organisation_id, project_id) REFERENCES project(organisation_id, id),
  constraint enrolment_exception_once PRIMARY KEY (organisation_id, enrolment_id)
);
CREATE INDEX enrolment_exception_by_project ON public.enrolment_exception USING btree (organisation_id, project_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table enrolment_period (
  organisation_id uuid,
  id uuid,
  person_id uuid,
  case_id uuid,
  project_id uuid,
  started_on date,
  ended_on date,
  reason text,
  according_to_path boolean
);
grant select to powrot_app;
row security: OFF, owner powrot_owner;

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
CREATE INDEX event_outreach_alert ON public.event USING btree (organisation_id, occurred_at) WHERE (kind = 'outreach.alert'::text);
grant insert, select to powrot_app;
grant select (id, kind, occurred_at, organisation_id, person_id, section) to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table experience_profile (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  recorded_by uuid not null,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint experience_profile_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint experience_profile_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint experience_profile_key PRIMARY KEY (organisation_id, id),
  constraint experience_profile_once UNIQUE (organisation_id, person_id)
);
grant insert, select to powrot_app;
grant update (version) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table experience_profile_acceptance (
  organisation_id uuid not null,
  id uuid not null,
  profile_id uuid not null,
  no integer not null,
  outcome text not null,
  way text not null,
  given_on date not null,
  words_sealed bytea,
  file_id uuid,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint experience_profile_acceptance_outcome CHECK ((outcome = ANY (ARRAY['ACCEPTED'::text, 'REFUSED'::text]))),
  constraint experience_profile_acceptance_way CHECK ((way = ANY (ARRAY['SIGNED_PAPER'::text, 'IN_PERSON'::text]))),
  constraint experience_profile_scan_of_paper CHECK (((file_id IS NULL) OR (way = 'SIGNED_PAPER'::text))),
  constraint experience_profile_acceptance_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint experience_profile_acceptance_file FOREIGN KEY (organisation_id, file_id) REFERENCES stored_file(organisation_id, id),
  constraint experience_profile_acceptance_of_version FOREIGN KEY (organisation_id, profile_id, no) REFERENCES experience_profile_version(organisation_id, profile_id, no),
  constraint experience_profile_acceptance_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX experience_profile_acceptance_by_version ON public.experience_profile_acceptance USING btree (organisation_id, profile_id, no);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table experience_profile_part (
  organisation_id uuid not null,
  profile_id uuid not null,
  no integer not null,
  sensitivity text not null,
  sealed bytea not null,
  constraint experience_profile_sensitivity_known CHECK ((sensitivity = ANY (ARRAY['SOCIAL'::text, 'HEALTH'::text, 'ADDICTION'::text, 'ETHNICITY'::text, 'COURT'::text]))),
  constraint experience_profile_part_of_version FOREIGN KEY (organisation_id, profile_id, no) REFERENCES experience_profile_version(organisation_id, profile_id, no),
  constraint experience_profile_part_key PRIMARY KEY (organisation_id, profile_id, no, sensitivity)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table experience_profile_version (
  organisation_id uuid not null,
  profile_id uuid not null,
  no integer not null,
  case_id uuid not null,
  occasion text not null,
  made_on date not null,
  made_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint experience_profile_first_is_first CHECK (((no = 1) = (occasion = 'FIRST'::text))),
  constraint experience_profile_occasion_known CHECK ((occasion = ANY (ARRAY['FIRST'::text, 'MORE_KNOWN'::text, 'REVIEW'::text, 'CORRECTION'::text]))),
  constraint experience_profile_version_by_member FOREIGN KEY (organisation_id, made_by) REFERENCES membership(organisation_id, account_id),
  constraint experience_profile_version_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint experience_profile_version_of_profile FOREIGN KEY (organisation_id, profile_id) REFERENCES experience_profile(organisation_id, id),
  constraint experience_profile_version_key PRIMARY KEY (organisation_id, profile_id, no)
);
CREATE INDEX experience_profile_version_by_case ON public.experience_profile_version USING btree (organisation_id, case_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table facility (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  facility_type text not null,
  area text not null,
  places integer not null,
  emergency_places integer not null default 0,
  phone text,
  open_from time without time zone,
  closed_on date,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  constraint facility_places CHECK ((((places >= 0) AND (places <= 2000)) AND ((emergency_places >= 0) AND (emergency_places <= 2000)))),
  constraint facility_type_known CHECK ((facility_type = ANY (ARRAY['WARMING_CENTRE'::text, 'NIGHT_SHELTER'::text, 'SHELTER'::text, 'SHELTER_CARE'::text, 'INTERVENTION'::text]))),
  constraint facility_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint facility_key PRIMARY KEY (organisation_id, id)
);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table facility_count (
  organisation_id uuid not null,
  id uuid not null,
  facility_id uuid not null,
  free integer not null,
  emergency_free integer not null default 0,
  counted_at timestamp with time zone not null,
  counted_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint facility_count_not_negative CHECK (((free >= 0) AND (emergency_free >= 0))),
  constraint facility_count_of_facility FOREIGN KEY (organisation_id, facility_id) REFERENCES facility(organisation_id, id),
  constraint facility_count_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX facility_count_last ON public.facility_count USING btree (organisation_id, facility_id, counted_at DESC, id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table facility_reservation (
  organisation_id uuid not null,
  id uuid not null,
  facility_id uuid not null,
  reserved_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  reserved_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint facility_reservation_for_an_hour CHECK ((until_at = (reserved_at + '01:00:00'::interval))),
  constraint facility_reservation_of_facility FOREIGN KEY (organisation_id, facility_id) REFERENCES facility(organisation_id, id),
  constraint facility_reservation_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX facility_reservation_open ON public.facility_reservation USING btree (organisation_id, facility_id, until_at DESC);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table facility_reservation_ending (
  organisation_id uuid not null,
  reservation_id uuid not null,
  outcome text not null,
  ended_at timestamp with time zone not null,
  ended_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint facility_reservation_outcome_known CHECK ((outcome = ANY (ARRAY['CAME'::text, 'CANCELLED'::text, 'CLOSED'::text]))),
  constraint facility_reservation_ending_of FOREIGN KEY (organisation_id, reservation_id) REFERENCES facility_reservation(organisation_id, id),
  constraint facility_reservation_ends_once PRIMARY KEY (organisation_id, reservation_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table gate_decision (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  verdict text not null,
  basis jsonb not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null default powrot_now(),
  constraint gate_verdict_known CHECK ((verdict = ANY (ARRAY['RECOMMENDED'::text, 'NOT_RECOMMENDED'::text]))),
  constraint gate_decision_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint gate_decision_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX gate_decision_by_case ON public.gate_decision USING btree (organisation_id, case_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table gathering (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  day date not null,
  starts_at time without time zone not null,
  minutes integer not null,
  lead text not null,
  leader_name text not null,
  volunteer_id uuid,
  place text not null,
  partner text not null,
  sealed bytea not null,
  cost_grosze integer,
  names_agreed boolean not null,
  counted integer not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  room_id uuid,
  constraint gathering_cost_positive CHECK ((cost_grosze >= 0)),
  constraint gathering_counts CHECK (((counted >= 0) AND (counted <= 5000))),
  constraint gathering_kind_known CHECK ((kind = ANY (ARRAY['SELF_HELP'::text, 'COMMUNITY'::text, 'LEISURE'::text, 'INTEGRATION'::text, 'STUDY_VISIT'::text]))),
  constraint gathering_lead_known CHECK ((lead = ANY (ARRAY['STAFF'::text, 'VOLUNTEER'::text, 'SELF_RUN'::text, 'GUEST'::text]))),
  constraint gathering_time CHECK (((minutes >= 5) AND (minutes <= 1440))),
  constraint gathering_volunteer_leads CHECK (((lead = 'VOLUNTEER'::text) = (volunteer_id IS NOT NULL))),
  constraint gathering_in_room FOREIGN KEY (organisation_id, room_id) REFERENCES class_room(organisation_id, id),
  constraint gathering_led_by_volunteer FOREIGN KEY (organisation_id, volunteer_id) REFERENCES volunteer(organisation_id, id),
  constraint gathering_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint gathering_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint gathering_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX gathering_by_day ON public.gathering USING btree (organisation_id, unit_id, day);
CREATE INDEX gathering_of_day ON public.gathering USING btree (organisation_id, day);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table gathering_participant (
  organisation_id uuid not null,
  gathering_id uuid not null,
  person_id uuid not null,
  helped_minutes integer,
  constraint gathering_helped_time CHECK (((helped_minutes >= 1) AND (helped_minutes <= 1440))),
  constraint gathering_participant_of_gathering FOREIGN KEY (organisation_id, gathering_id) REFERENCES gathering(organisation_id, id),
  constraint gathering_participant_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint gathering_participant_once PRIMARY KEY (organisation_id, gathering_id, person_id)
);
CREATE INDEX gathering_participant_by_person ON public.gathering_participant USING btree (organisation_id, person_id);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table gathering_withdrawal (
  organisation_id uuid not null,
  gathering_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamp with time zone not null default powrot_now(),
  constraint gathering_withdrawal_of_gathering FOREIGN KEY (organisation_id, gathering_id) REFERENCES gathering(organisation_id, id),
  constraint gathering_withdrawn_by_member FOREIGN KEY (organisation_id, withdrawn_by) REFERENCES membership(organisation_id, account_id),
  constraint gathering_withdrawn_once PRIMARY KEY (organisation_id, gathering_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table group_meeting (
  organisation_id uuid not null,
  group_id uuid not null,
  no integer not null,
  weekday integer not null,
  from_minute integer not null,
  to_minute integer not null,
  valid_from date,
  valid_until date,
  constraint group_meeting_in_order CHECK ((((weekday >= 1) AND (weekday <= 7)) AND (from_minute >= 0) AND (to_minute <= 1440) AND (from_minute < to_minute) AND (valid_until >= valid_from))),
  constraint group_meeting_of_group FOREIGN KEY (organisation_id, group_id) REFERENCES class_group(organisation_id, id),
  constraint group_meeting_key PRIMARY KEY (organisation_id, group_id, no)
);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table group_member (
  organisation_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  valid_from date not null,
  valid_until date,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint group_member_period CHECK ((valid_until >= valid_from)),
  constraint group_member_of_enrolment FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolment(organisation_id, id),
  constraint group_member_of_group FOREIGN KEY (organisation_id, group_id) REFERENCES class_group(organisation_id, id),
  constraint group_member_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint group_member_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX group_member_by_enrolment ON public.group_member USING btree (organisation_id, enrolment_id);
CREATE INDEX group_member_by_group ON public.group_member USING btree (organisation_id, group_id, valid_from);
CREATE INDEX group_member_by_person ON public.group_member USING btree (organisation_id, person_id);
CREATE UNIQUE INDEX group_member_once ON public.group_member USING btree (organisation_id, group_id, person_id) WHERE (valid_until IS NULL);
grant insert, select to powrot_app;
grant update (valid_until) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table group_membership (
  organisation_id uuid,
  id uuid,
  group_id uuid,
  enrolment_id uuid,
  person_id uuid,
  valid_from date,
  valid_until date
);
grant select to powrot_app;
row security: OFF, owner powrot_owner;

table held_session (
  organisation_id uuid,
  id uuid,
  group_id uuid,
  module_id uuid,
  day date,
  starts_at time without time zone,
  minutes integer,
  room text,
  leader_id uuid,
  generation_id uuid,
  version integer,
  module_code text,
  module_name text,
  module_form text,
  room_id uuid,
  guest_id uuid,
  leader_given_by uuid
);
grant select to powrot_app;
row security: OFF, owner powrot_owner;

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

table import_mapping (
  organisation_id uuid not null,
  sender_key text not null,
  headings bytea not null,
  mapping jsonb not null,
  words jsonb not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint import_mapping_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint import_mapping_once PRIMARY KEY (organisation_id, sender_key, headings)
);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table info_card (
  organisation_id uuid not null,
  kind text not null,
  language text not null,
  title text not null,
  body text not null,
  checked_on date not null,
  saved_by uuid not null,
  saved_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  constraint info_card_language CHECK ((language = ANY (ARRAY['pl'::text, 'en'::text, 'uk'::text]))),
  constraint info_card_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint info_card_key PRIMARY KEY (organisation_id, kind, language)
);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table interview (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  case_id uuid,
  trigger_on date not null,
  urgency text not null,
  due_on date not null,
  social_worker_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint interview_due_after_trigger CHECK ((due_on >= trigger_on)),
  constraint interview_urgency_known CHECK ((urgency = ANY (ARRAY['NORMAL_14WD'::text, 'URGENT_2WD'::text]))),
  constraint interview_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint interview_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint interview_social_worker FOREIGN KEY (organisation_id, social_worker_id) REFERENCES membership(organisation_id, account_id),
  constraint interview_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX interview_by_case ON public.interview USING btree (organisation_id, case_id);
CREATE INDEX interview_by_person ON public.interview USING btree (organisation_id, person_id, trigger_on);
CREATE INDEX interview_by_social_worker ON public.interview USING btree (organisation_id, social_worker_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table interview_appointment (
  organisation_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  minutes integer not null,
  plan_id uuid not null,
  moved_from uuid,
  constraint interview_appointment_lasts CHECK (((minutes >= 10) AND (minutes <= 480))),
  constraint interview_appointment_moved_from FOREIGN KEY (organisation_id, moved_from) REFERENCES interview_appointment(organisation_id, id),
  constraint interview_appointment_of_candidate FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidate(organisation_id, id),
  constraint interview_appointment_of_reservation FOREIGN KEY (organisation_id, id) REFERENCES slot_reservation(organisation_id, id),
  constraint interview_appointment_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX interview_appointment_by_candidate ON public.interview_appointment USING btree (organisation_id, candidate_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table interview_correction (
  organisation_id uuid not null,
  id uuid not null,
  interview_id uuid not null,
  no integer not null,
  withdrawn boolean not null,
  trigger_on date not null,
  urgency text not null,
  due_on date not null,
  social_worker_id uuid not null,
  held_on date,
  refused boolean,
  setting text,
  second_worker_id uuid,
  police_assist boolean,
  parts text[],
  external_no text,
  update_due_on date,
  sealed bytea not null,
  corrected_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  scan_file_id uuid,
  constraint interview_correction_due_after_trigger CHECK ((due_on >= trigger_on)),
  constraint interview_correction_held_after_trigger CHECK ((held_on >= trigger_on)),
  constraint interview_correction_result_whole CHECK ((num_nulls(held_on, refused, setting, police_assist, parts) = ANY (ARRAY[0, 5]))),
  constraint interview_correction_scan_of_result CHECK (((scan_file_id IS NULL) OR (held_on IS NOT NULL))),
  constraint interview_correction_setting_known CHECK ((setting = ANY (ARRAY['ONGOING_SUPPORT'::text, 'CARE_HOME'::text, 'MENTAL_HEALTH_SUPPORT_CENTRE'::text]))),
  constraint interview_correction_update_unless_refused CHECK ((((held_on IS NULL) OR refused) = (update_due_on IS NULL))),
  constraint interview_correction_urgency_known CHECK ((urgency = ANY (ARRAY['NORMAL_14WD'::text, 'URGENT_2WD'::text]))),
  constraint interview_correction_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint interview_correction_of_interview FOREIGN KEY (organisation_id, interview_id) REFERENCES interview(organisation_id, id),
  constraint interview_correction_scan FOREIGN KEY (organisation_id, scan_file_id) REFERENCES stored_file(organisation_id, id),
  constraint interview_correction_second_worker FOREIGN KEY (organisation_id, second_worker_id) REFERENCES membership(organisation_id, account_id),
  constraint interview_correction_social_worker FOREIGN KEY (organisation_id, social_worker_id) REFERENCES membership(organisation_id, account_id),
  constraint interview_correction_key PRIMARY KEY (organisation_id, id),
  constraint interview_corrected_in_turn UNIQUE (organisation_id, interview_id, no)
);
CREATE INDEX interview_correction_by_author ON public.interview_correction USING btree (organisation_id, recorded_by);
CREATE INDEX interview_correction_by_scan ON public.interview_correction USING btree (organisation_id, scan_file_id);
CREATE INDEX interview_correction_by_second_worker ON public.interview_correction USING btree (organisation_id, second_worker_id);
CREATE INDEX interview_correction_by_social_worker ON public.interview_correction USING btree (organisation_id, social_worker_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table interview_mark (
  organisation_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  outcome text not null,
  marked_by uuid not null,
  marked_at timestamp with time zone not null default powrot_now(),
  constraint interview_mark_known CHECK ((outcome = ANY (ARRAY['CAME'::text, 'NO_SHOW'::text]))),
  constraint interview_mark_by_member FOREIGN KEY (organisation_id, marked_by) REFERENCES membership(organisation_id, account_id),
  constraint interview_mark_of_appointment FOREIGN KEY (organisation_id, appointment_id) REFERENCES interview_appointment(organisation_id, id),
  constraint interview_mark_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX interview_mark_by_appointment ON public.interview_mark USING btree (organisation_id, appointment_id, marked_at);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table interview_now (
  organisation_id uuid,
  id uuid,
  person_id uuid,
  case_id uuid,
  withdrawn boolean,
  trigger_on date,
  urgency text,
  due_on date,
  social_worker_id uuid,
  held_on date,
  refused boolean,
  setting text,
  external_no text,
  update_due_on date
);
grant select to powrot_app;
row security: OFF, owner powrot_owner;

table interview_result (
  organisation_id uuid not null,
  interview_id uuid not null,
  held_on date not null,
  refused boolean not null,
  setting text not null,
  second_worker_id uuid,
  police_assist boolean not null,
  parts text[] not null,
  words_sealed bytea not null,
  external_no text,
  update_due_on date,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  scan_file_id uuid,
  constraint interview_setting_known CHECK ((setting = ANY (ARRAY['ONGOING_SUPPORT'::text, 'CARE_HOME'::text, 'MENTAL_HEALTH_SUPPORT_CENTRE'::text]))),
  constraint interview_update_unless_refused CHECK ((refused = (update_due_on IS NULL))),
  constraint interview_result_of_interview FOREIGN KEY (organisation_id, interview_id) REFERENCES interview(organisation_id, id),
  constraint interview_result_scan FOREIGN KEY (organisation_id, scan_file_id) REFERENCES stored_file(organisation_id, id),
  constraint interview_result_second_worker FOREIGN KEY (organisation_id, second_worker_id) REFERENCES membership(organisation_id, account_id),
  constraint interview_held_once PRIMARY KEY (organisation_id, interview_id)
);
CREATE INDEX interview_result_by_scan ON public.interview_result USING btree (organisation_id, scan_file_id);
CREATE INDEX interview_result_by_second_worker ON public.interview_result USING btree (organisation_id, second_worker_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table invitation (
  organisation_id uuid not null,
  id uuid not null,
  login text not null,
  display_name text not null,
  job_title text,
  email text,
  roles text[] not null,
  unit_ids uuid[] not null,
  valid_from date not null,
  valid_until date,
  link_hash bytea not null,
  expires_at timestamp with time zone not null,
  invited_by uuid not null,
  invited_at timestamp with time zone not null default powrot_now(),
  withdrawn_at timestamp with time zone,
  accepted_at timestamp with time zone,
  account_id uuid,
  constraint invitation_period CHECK ((valid_until >= valid_from)),
  constraint invitation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint invitation_key PRIMARY KEY (organisation_id, id),
  constraint invitation_link_once UNIQUE (link_hash)
);
grant insert, select to powrot_app;
grant insert, select, update to powrot_search;
grant update (withdrawn_at) to powrot_app;
policy door for * to powrot_search using true check true;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table ipzs (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  prepared_by uuid not null,
  referral_id uuid,
  trial_from date,
  participation_to date,
  weekly_hours numeric(4,2),
  sealed bytea not null,
  version integer not null default 1,
  changed_in jsonb not null default '{}'::jsonb,
  begun_on date not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint ipzs_participation_after_trial CHECK ((participation_to > trial_from)),
  constraint ipzs_weekly_hours_possible CHECK (((weekly_hours > (0)::numeric) AND (weekly_hours <= (40)::numeric))),
  constraint ipzs_by_member FOREIGN KEY (organisation_id, prepared_by) REFERENCES membership(organisation_id, account_id),
  constraint ipzs_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint ipzs_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint ipzs_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX ipzs_by_case ON public.ipzs USING btree (organisation_id, case_id);
CREATE INDEX ipzs_by_person ON public.ipzs USING btree (organisation_id, person_id);
grant insert, select to powrot_app;
grant update (changed_in, participation_to, referral_id, sealed, trial_from, version, weekly_hours) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table ipzs_day_off (
  organisation_id uuid not null,
  id uuid not null,
  ipzs_id uuid not null,
  day date not null,
  asked_on date not null,
  written_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint ipzs_day_off_of_ipzs FOREIGN KEY (organisation_id, ipzs_id) REFERENCES ipzs(organisation_id, id),
  constraint ipzs_day_off_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX ipzs_day_off_by_ipzs ON public.ipzs_day_off USING btree (organisation_id, ipzs_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table ipzs_day_off_answer (
  organisation_id uuid not null,
  day_off_id uuid not null,
  no integer not null,
  answer text not null,
  sealed bytea,
  answered_on date not null,
  answered_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint ipzs_day_off_answer_known CHECK ((answer = ANY (ARRAY['GRANTED'::text, 'REFUSED'::text, 'TAKEN_BACK'::text]))),
  constraint ipzs_day_off_answer_of_day FOREIGN KEY (organisation_id, day_off_id) REFERENCES ipzs_day_off(organisation_id, id),
  constraint ipzs_day_off_answer_key PRIMARY KEY (organisation_id, day_off_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table ipzs_ending (
  organisation_id uuid not null,
  ipzs_id uuid not null,
  step_no integer not null,
  reason text not null,
  ended_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint ipzs_end_known CHECK ((reason = ANY (ARRAY['COMPLETED_PERIOD'::text, 'TOOK_JOB'::text, 'STARTED_BUSINESS'::text, 'JOINED_COOPERATIVE'::text, 'PERSISTENT_BREACH'::text, 'ABANDONED_CLASSES'::text, 'RESIGNED'::text, 'NOT_QUALIFIED_AFTER_TRIAL'::text, 'DECEASED'::text, 'OTHER'::text]))),
  constraint ipzs_ending_of_step FOREIGN KEY (organisation_id, ipzs_id, step_no) REFERENCES ipzs_step(organisation_id, ipzs_id, no),
  constraint ipzs_ends_once PRIMARY KEY (organisation_id, ipzs_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table ipzs_extension (
  organisation_id uuid not null,
  id uuid not null,
  ipzs_id uuid not null,
  asked_by text not null,
  asked_on date not null,
  months integer not null,
  sealed bytea not null,
  written_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint ipzs_extension_asked_by_known CHECK ((asked_by = ANY (ARRAY['PARTICIPANT'::text, 'CENTRE'::text]))),
  constraint ipzs_extension_months_possible CHECK (((months >= 1) AND (months <= 12))),
  constraint ipzs_extension_of_ipzs FOREIGN KEY (organisation_id, ipzs_id) REFERENCES ipzs(organisation_id, id),
  constraint ipzs_extension_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX ipzs_extension_by_ipzs ON public.ipzs_extension USING btree (organisation_id, ipzs_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table ipzs_extension_decision (
  organisation_id uuid not null,
  extension_id uuid not null,
  ipzs_id uuid not null,
  step_no integer not null,
  months integer,
  decided_on date not null,
  decided_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint ipzs_extended_months_possible CHECK (((months >= 1) AND (months <= 12))),
  constraint ipzs_extension_decision_of_extension FOREIGN KEY (organisation_id, extension_id) REFERENCES ipzs_extension(organisation_id, id),
  constraint ipzs_extension_decision_of_step FOREIGN KEY (organisation_id, ipzs_id, step_no) REFERENCES ipzs_step(organisation_id, ipzs_id, no),
  constraint ipzs_extension_decided_once PRIMARY KEY (organisation_id, extension_id)
);
CREATE INDEX ipzs_extension_decision_by_ipzs ON public.ipzs_extension_decision USING btree (organisation_id, ipzs_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table ipzs_job (
  organisation_id uuid not null,
  ipzs_id uuid not null,
  step_no integer not null,
  taken_on date not null,
  until date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint ipzs_job_until_after_start CHECK ((until >= taken_on)),
  constraint ipzs_job_of_step FOREIGN KEY (organisation_id, ipzs_id, step_no) REFERENCES ipzs_step(organisation_id, ipzs_id, no),
  constraint ipzs_job_once PRIMARY KEY (organisation_id, ipzs_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table ipzs_provision (
  organisation_id uuid not null,
  id uuid not null,
  ipzs_id uuid not null,
  kind text not null,
  given_on date not null,
  until date,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint ipzs_provision_known CHECK ((kind = ANY (ARRAY['SAFETY_TRAINING'::text, 'MEDICAL_EXAM'::text, 'WORK_CLOTHES_AND_SHOES'::text, 'PROTECTIVE_EQUIPMENT'::text, 'DAILY_MEAL'::text]))),
  constraint ipzs_provision_until_later CHECK ((until >= given_on)),
  constraint ipzs_provision_of_ipzs FOREIGN KEY (organisation_id, ipzs_id) REFERENCES ipzs(organisation_id, id),
  constraint ipzs_provision_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX ipzs_provision_by_ipzs ON public.ipzs_provision USING btree (organisation_id, ipzs_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table ipzs_step (
  organisation_id uuid not null,
  ipzs_id uuid not null,
  no integer not null,
  act text not null,
  state text not null,
  acted_on date not null,
  sealed bytea,
  done_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint ipzs_state_known CHECK ((state = ANY (ARRAY['DRAFT'::text, 'AGREED'::text, 'SIGNED'::text, 'TRIAL'::text, 'PARTICIPATION'::text, 'EXTENDED'::text, 'AFTER_JOB'::text, 'ENDED'::text, 'WITHDRAWN'::text]))),
  constraint ipzs_step_of_ipzs FOREIGN KEY (organisation_id, ipzs_id) REFERENCES ipzs(organisation_id, id),
  constraint ipzs_step_key PRIMARY KEY (organisation_id, ipzs_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table ipzs_version (
  organisation_id uuid not null,
  ipzs_id uuid not null,
  no integer not null,
  asked_by text,
  signed_on date not null,
  sealed bytea not null,
  made_by uuid not null,
  made_on date not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint ipzs_asking_side_known CHECK ((asked_by = ANY (ARRAY['PARTICIPANT'::text, 'CENTRE'::text]))),
  constraint ipzs_change_asked_by_a_side CHECK (((no = 1) = (asked_by IS NULL))),
  constraint ipzs_version_of_ipzs FOREIGN KEY (organisation_id, ipzs_id) REFERENCES ipzs(organisation_id, id),
  constraint ipzs_version_key PRIMARY KEY (organisation_id, ipzs_id, no)
);
grant insert, select to powrot_app;
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
grant select to powrot_keeper;
policy keeper for r to powrot_keeper using true check -;
policy operator for * to powrot_owner using true check true;
policy readable for r to powrot_app using true check -;
row security: on forced, owner powrot_owner;

table live_share (
  organisation_id uuid,
  id uuid,
  to_organisation_id uuid,
  person_id uuid,
  root_id uuid,
  protected_whereabouts boolean,
  legal_basis text,
  purpose text,
  valid_from date,
  valid_until date,
  given_at timestamp with time zone,
  sections text[]
);
row security: OFF, owner powrot_search;

table locked_register_month (
  organisation_id uuid,
  id uuid,
  unit_id uuid,
  month date,
  no integer,
  locked_by uuid,
  locked_at timestamp with time zone
);
grant select to powrot_app;
row security: OFF, owner powrot_owner;

table member_standing (
  organisation_id uuid not null,
  account_id uuid not null,
  since timestamp with time zone not null,
  roles text[] not null,
  units uuid[] not null,
  constraint member_standing_of_member FOREIGN KEY (organisation_id, account_id) REFERENCES membership(organisation_id, account_id),
  constraint member_standing_key PRIMARY KEY (organisation_id, account_id, since)
);
grant insert, select, update to powrot_search;
grant select to powrot_app;
policy door for * to powrot_search using true check true;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table membership (
  organisation_id uuid not null,
  account_id uuid not null,
  display_name text not null,
  job_title text,
  email text,
  valid_from date not null,
  valid_until date,
  ended_at timestamp with time zone,
  held_at timestamp with time zone,
  person_id uuid,
  version integer not null default 1,
  constraint membership_period CHECK ((valid_until >= valid_from)),
  constraint membership_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint membership_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint membership_key PRIMARY KEY (organisation_id, account_id)
);
grant insert, select, update to powrot_app;
grant insert, select, update to powrot_search;
policy door for * to powrot_search using true check true;
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
grant delete, insert, select, update to powrot_search;
policy door for * to powrot_search using true check true;
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
grant delete, insert, select, update to powrot_search;
policy door for * to powrot_search using true check true;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table migration (
  name text not null,
  sha256 text not null,
  constraint migration_pkey PRIMARY KEY (name)
);
row security: OFF, owner powrot_owner;

table module_leader (
  organisation_id uuid not null,
  module_id uuid not null,
  leader_id uuid not null,
  constraint module_leader_is_leader FOREIGN KEY (organisation_id, leader_id) REFERENCES class_leader(organisation_id, id),
  constraint module_leader_of_module FOREIGN KEY (organisation_id, module_id) REFERENCES programme_module(organisation_id, id) ON DELETE CASCADE,
  constraint module_leader_key PRIMARY KEY (organisation_id, module_id, leader_id)
);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table module_room (
  organisation_id uuid not null,
  module_id uuid not null,
  room_id uuid not null,
  constraint module_room_is_room FOREIGN KEY (organisation_id, room_id) REFERENCES class_room(organisation_id, id),
  constraint module_room_of_module FOREIGN KEY (organisation_id, module_id) REFERENCES programme_module(organisation_id, id) ON DELETE CASCADE,
  constraint module_room_key PRIMARY KEY (organisation_id, module_id, room_id)
);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table name_token (
  organisation_id uuid not null,
  token text not null,
  constraint name_token_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint name_token_key PRIMARY KEY (organisation_id, token)
);
CREATE INDEX name_token_alike ON public.name_token USING gin (token gin_trgm_ops);
row security: on, owner powrot_search;

table named_class_leader (
  organisation_id uuid,
  id uuid,
  unit_id uuid,
  account_id uuid,
  volunteer_id uuid,
  kind text,
  retired_on date,
  name text
);
grant select to powrot_app;
row security: OFF, owner powrot_owner;

table need_service (
  organisation_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  form text not null,
  since date not null,
  sealed bytea not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint need_service_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint need_service_of_need FOREIGN KEY (organisation_id, need_id) REFERENCES diagnosed_need(organisation_id, id),
  constraint need_service_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX need_service_by_need ON public.need_service USING btree (organisation_id, need_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table need_service_ending (
  organisation_id uuid not null,
  service_id uuid not null,
  ended_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint need_service_ending_of_service FOREIGN KEY (organisation_id, service_id) REFERENCES need_service(organisation_id, id),
  constraint need_service_ends_once PRIMARY KEY (organisation_id, service_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table needs_statement (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  project_id uuid,
  title text not null,
  content jsonb not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  changed_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  constraint needs_statement_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint needs_statement_of_project FOREIGN KEY (organisation_id, project_id) REFERENCES project(organisation_id, id),
  constraint needs_statement_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint needs_statement_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX needs_statement_by_project ON public.needs_statement USING btree (organisation_id, project_id);
CREATE INDEX needs_statement_by_unit ON public.needs_statement USING btree (organisation_id, unit_id);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table needs_statement_sent (
  organisation_id uuid not null,
  id uuid not null,
  statement_id uuid not null,
  version_no integer not null,
  sent_to text not null,
  correction_reason text not null,
  content text not null,
  content_hash text not null,
  sent_on date not null,
  sent_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint needs_statement_correction_has_reason CHECK (((version_no = 1) OR (btrim(correction_reason) <> ''::text))),
  constraint needs_statement_hash_is_sha256 CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint needs_statement_sent_by_member FOREIGN KEY (organisation_id, sent_by) REFERENCES membership(organisation_id, account_id),
  constraint needs_statement_sent_of_statement FOREIGN KEY (organisation_id, statement_id) REFERENCES needs_statement(organisation_id, id),
  constraint needs_statement_sent_key PRIMARY KEY (organisation_id, id),
  constraint needs_statement_version_once UNIQUE (organisation_id, statement_id, version_no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table note_substitute (
  organisation_id uuid not null,
  id uuid not null,
  author_id uuid not null,
  substitute_id uuid not null,
  reason text not null,
  valid_from date not null,
  valid_until date not null,
  named_by uuid not null,
  named_at timestamp with time zone not null default powrot_now(),
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  constraint note_substitute_by_two CHECK (((confirmed_by <> named_by) AND (confirmed_by <> substitute_id))),
  constraint note_substitute_confirmed_at CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL))),
  constraint note_substitute_is_another CHECK ((substitute_id <> author_id)),
  constraint note_substitute_not_by_itself CHECK ((named_by <> substitute_id)),
  constraint note_substitute_period CHECK ((valid_until >= valid_from)),
  constraint note_substitute_author FOREIGN KEY (organisation_id, author_id) REFERENCES membership(organisation_id, account_id),
  constraint note_substitute_member FOREIGN KEY (organisation_id, substitute_id) REFERENCES membership(organisation_id, account_id),
  constraint note_substitute_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX note_substitute_by_author ON public.note_substitute USING btree (organisation_id, author_id);
grant insert, select to powrot_app;
grant update (confirmed_at, confirmed_by) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table note_substitute_ending (
  organisation_id uuid not null,
  substitute_row_id uuid not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null default powrot_now(),
  constraint note_substitute_ending_of FOREIGN KEY (organisation_id, substitute_row_id) REFERENCES note_substitute(organisation_id, id),
  constraint note_substitute_ends_once PRIMARY KEY (organisation_id, substitute_row_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table notification (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  source text not null,
  service text not null,
  reported_by uuid,
  link_id uuid,
  about text not null,
  area text not null,
  seen_at timestamp with time zone not null,
  people integer,
  urgency text not null,
  said_sealed bytea not null,
  received_at timestamp with time zone not null default powrot_now(),
  due_on date not null,
  constraint notification_about_known CHECK ((about = ANY (ARRAY['PERSON'::text, 'PLACE'::text]))),
  constraint notification_people CHECK (((people >= 1) AND (people <= 500))),
  constraint notification_service_known CHECK ((service = ANY (ARRAY['CITY_GUARD'::text, 'POLICE'::text, 'RAILWAY_GUARD'::text, 'BORDER_GUARD'::text, 'HOSPITAL'::text, 'OTHER_SERVICE'::text, 'RESIDENT'::text]))),
  constraint notification_source CHECK ((((source = 'PARTNER'::text) AND (reported_by IS NOT NULL) AND (link_id IS NULL)) OR ((source = 'LINK'::text) AND (link_id IS NOT NULL) AND (reported_by IS NULL)) OR ((source = 'PUBLIC'::text) AND (reported_by IS NULL) AND (link_id IS NULL)))),
  constraint notification_urgency_known CHECK ((urgency = ANY (ARRAY['EMERGENCY_112'::text, 'TODAY'::text, '3_DAYS'::text, 'ROUTINE'::text]))),
  constraint notification_by_link FOREIGN KEY (organisation_id, link_id) REFERENCES shift_link(organisation_id, id),
  constraint notification_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint notification_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX notification_by_link ON public.notification USING btree (organisation_id, link_id) WHERE (link_id IS NOT NULL);
CREATE INDEX notification_by_reporter ON public.notification USING btree (organisation_id, reported_by, received_at DESC) WHERE (reported_by IS NOT NULL);
CREATE INDEX notification_by_unit ON public.notification USING btree (organisation_id, unit_id, received_at DESC);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table notification_acceptance (
  organisation_id uuid not null,
  notification_id uuid not null,
  accepted_by uuid not null,
  accepted_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint notification_acceptance_of FOREIGN KEY (organisation_id, notification_id) REFERENCES notification(organisation_id, id),
  constraint notification_accepted_once PRIMARY KEY (organisation_id, notification_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table notification_answer (
  organisation_id uuid not null,
  id uuid not null,
  notification_id uuid not null,
  outcome text not null,
  contact_id uuid,
  answered_at timestamp with time zone not null,
  answered_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint notification_outcome_known CHECK ((outcome = ANY (ARRAY['FOUND'::text, 'TALK_HELD'::text, 'ACCEPTED_BED'::text, 'REFUSED'::text, 'NOT_FOUND'::text, 'TAKEN_TO_HOSPITAL'::text]))),
  constraint notification_answer_by_contact FOREIGN KEY (organisation_id, contact_id) REFERENCES contact_card(organisation_id, id),
  constraint notification_answer_of FOREIGN KEY (organisation_id, notification_id) REFERENCES notification(organisation_id, id),
  constraint notification_answer_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX notification_answer_by_notification ON public.notification_answer USING btree (organisation_id, notification_id, answered_at);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table notification_moderation (
  organisation_id uuid not null,
  notification_id uuid not null,
  verdict text not null,
  moderated_by uuid not null,
  moderated_at timestamp with time zone not null default powrot_now(),
  constraint notification_verdict_known CHECK ((verdict = ANY (ARRAY['PASSED'::text, 'NOT_OURS'::text, 'REPEATED'::text, 'ABUSE'::text]))),
  constraint notification_moderation_of FOREIGN KEY (organisation_id, notification_id) REFERENCES notification(organisation_id, id),
  constraint notification_moderated_once PRIMARY KEY (organisation_id, notification_id)
);
grant insert, select to powrot_app;
grant update (moderated_at, moderated_by, verdict) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table offer_visit (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  day date not null,
  service text not null,
  person_id uuid,
  people integer not null,
  minutes integer,
  session_id uuid,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint offer_visit_joins_workshop CHECK (((session_id IS NULL) OR (service = 'WORKSHOP_OPEN'::text))),
  constraint offer_visit_named_is_one CHECK (((person_id IS NULL) OR (people = 1))),
  constraint offer_visit_of_somebody CHECK (((people >= 1) AND (people <= 500))),
  constraint offer_visit_service_known CHECK ((service = ANY (ARRAY['INTERNET'::text, 'READING_ROOM'::text, 'PRESS'::text, 'INTEGRATION'::text, 'WORKSHOP_OPEN'::text, 'COUNSELLING'::text]))),
  constraint offer_visit_time CHECK (((minutes >= 1) AND (minutes <= 1440))),
  constraint offer_visit_withdrawn_whole CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
  constraint offer_visit_in_session FOREIGN KEY (organisation_id, session_id) REFERENCES class_session(organisation_id, id),
  constraint offer_visit_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint offer_visit_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint offer_visit_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint offer_visit_withdrawn_by_member FOREIGN KEY (organisation_id, withdrawn_by) REFERENCES membership(organisation_id, account_id),
  constraint offer_visit_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX offer_visit_by_day ON public.offer_visit USING btree (organisation_id, unit_id, day);
CREATE INDEX offer_visit_in_class ON public.offer_visit USING btree (organisation_id, session_id) WHERE (session_id IS NOT NULL);
CREATE UNIQUE INDEX offer_visit_once_a_day ON public.offer_visit USING btree (organisation_id, person_id, unit_id, day, service) WHERE ((person_id IS NOT NULL) AND (withdrawn_at IS NULL));
grant insert, select to powrot_app;
grant update (withdrawn_at, withdrawn_by) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

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

table open_enrolment (
  organisation_id uuid not null,
  person_id uuid not null,
  project_id uuid not null,
  enrolment_id uuid not null,
  constraint open_enrolment_of_enrolment FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolment(organisation_id, id),
  constraint enrolment_open_once_in_project PRIMARY KEY (organisation_id, person_id, project_id)
);
CREATE INDEX open_enrolment_by_enrolment ON public.open_enrolment USING btree (organisation_id, enrolment_id);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table open_referral (
  organisation_id uuid,
  id uuid,
  sections text[]
);
row security: OFF, owner powrot_search;

table organisation (
  id uuid not null,
  name text not null,
  short_name text not null,
  kind text not null,
  nip text,
  address text,
  letterhead text,
  second_factor_roles text[] not null default '{}'::text[],
  created_at timestamp with time zone not null default powrot_now(),
  letterhead_note text,
  logo_file_id uuid,
  letterhead_version integer not null default 1,
  letterhead_changed_in jsonb not null default '{}'::jsonb,
  constraint organisation_logo FOREIGN KEY (id, logo_file_id) REFERENCES stored_file(organisation_id, id),
  constraint organisation_pkey PRIMARY KEY (id)
);
grant insert, select, update to powrot_search;
grant select to powrot_keeper;
grant select, update to powrot_app;
policy door for * to powrot_search using true check true;
policy keeper for r to powrot_keeper using true check -;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (id = ( SELECT current_organisation() AS current_organisation)) check -;
row security: on forced, owner powrot_owner;

table organisation_key (
  organisation_id uuid not null,
  fingerprint text not null,
  made_at timestamp with time zone not null default powrot_now(),
  constraint organisation_key_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint organisation_key_once PRIMARY KEY (organisation_id)
);
grant select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
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
grant select to powrot_keeper;
policy keeper for r to powrot_keeper using true check -;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table outcome_evidence (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  project_id uuid not null,
  dimension text not null,
  outcome_type text not null,
  occurred_on date not null,
  observed_on date not null,
  evidence_kind text,
  file_id uuid,
  declaration_id uuid,
  placement_id uuid,
  measure_before numeric,
  measure_after numeric,
  specialist_id uuid,
  assessor_id uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  constraint outcome_evidence_days CHECK ((observed_on >= occurred_on)),
  constraint outcome_evidence_kind_known CHECK ((evidence_kind = ANY (ARRAY['EMPLOYER_DECLARATION'::text, 'CONTRACT_COPY'::text, 'CEIDG_ENTRY'::text, 'KRS_ENTRY'::text, 'SCHOOL_CERTIFICATE'::text, 'PSYCHOLOGIST_OPINION'::text, 'THERAPIST_OPINION'::text, 'SOCIAL_WORKER_OPINION'::text, 'DOCTOR_CERTIFICATE'::text, 'VOLUNTEER_AGREEMENT'::text, 'PRE_POST_TEST'::text, 'SELF_DECLARATION'::text]))),
  constraint outcome_evidence_measures CHECK ((((measure_before >= (0)::numeric) AND (measure_before <= (100)::numeric)) AND ((measure_after >= (0)::numeric) AND (measure_after <= (100)::numeric)))),
  constraint outcome_evidence_type_of_dimension CHECK ((((dimension = 'SOCIAL'::text) AND (outcome_type = ANY (ARRAY['STARTED_EDUCATION'::text, 'MOTIVATION_TO_WORK_UP'::text, 'SELF_CONFIDENCE_SKILLS_UP'::text, 'VOLUNTEERING'::text, 'HEALTH_IMPROVED'::text, 'ADDICTION_REDUCED'::text, 'FUNCTIONING_IMPROVED'::text, 'DECIDED_FURTHER_ACTIVATION'::text]))) OR ((dimension = 'EMPLOYMENT'::text) AND (outcome_type = ANY (ARRAY['EMPLOYMENT_CONTRACT'::text, 'CIVIL_CONTRACT'::text, 'SELF_EMPLOYMENT'::text, 'SOCIAL_COOPERATIVE'::text, 'OTHER_SOCIAL_ENTERPRISE'::text, 'SUBSIDISED_JOB'::text]))))),
  constraint outcome_evidence_assessor FOREIGN KEY (organisation_id, assessor_id) REFERENCES membership(organisation_id, account_id),
  constraint outcome_evidence_declaration FOREIGN KEY (organisation_id, declaration_id) REFERENCES employer_declaration(organisation_id, id),
  constraint outcome_evidence_file FOREIGN KEY (organisation_id, file_id) REFERENCES stored_file(organisation_id, id),
  constraint outcome_evidence_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint outcome_evidence_of_project FOREIGN KEY (organisation_id, project_id) REFERENCES project(organisation_id, id),
  constraint outcome_evidence_placement FOREIGN KEY (organisation_id, placement_id) REFERENCES placement(organisation_id, id),
  constraint outcome_evidence_specialist FOREIGN KEY (organisation_id, specialist_id) REFERENCES membership(organisation_id, account_id),
  constraint outcome_evidence_key PRIMARY KEY (organisation_id, id),
  constraint outcome_evidence_assessed UNIQUE (organisation_id, id, assessor_id)
);
CREATE INDEX outcome_evidence_by_declaration ON public.outcome_evidence USING btree (organisation_id, declaration_id);
CREATE INDEX outcome_evidence_by_person ON public.outcome_evidence USING btree (organisation_id, person_id);
CREATE INDEX outcome_evidence_by_project ON public.outcome_evidence USING btree (organisation_id, project_id, person_id);
grant insert, select to powrot_app;
grant update (declaration_id, evidence_kind, file_id, measure_after, measure_before, observed_on, occurred_on, placement_id, specialist_id, version) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table outcome_state (
  organisation_id uuid,
  id uuid,
  project_id uuid,
  person_id uuid,
  dimension text,
  outcome_type text,
  occurred_on date,
  evidence_kind text,
  assessor_id uuid,
  recorded_at timestamp with time zone,
  status text,
  verifier_id uuid,
  decided_at timestamp with time zone
);
grant select to powrot_app;
row security: OFF, owner powrot_owner;

table outcome_verification (
  organisation_id uuid not null,
  evidence_id uuid not null,
  assessor_id uuid not null,
  verifier_id uuid not null,
  verdict text not null,
  reason text,
  decided_at timestamp with time zone not null default powrot_now(),
  constraint outcome_rejected_with_reason CHECK (((verdict = 'VERIFIED'::text) OR (reason IS NOT NULL))),
  constraint outcome_verdict_known CHECK ((verdict = ANY (ARRAY['VERIFIED'::text, 'REJECTED'::text]))),
  constraint outcome_verified_by_another CHECK ((verifier_id <> assessor_id)),
  constraint outcome_verification_by_member FOREIGN KEY (organisation_id, verifier_id) REFERENCES membership(organisation_id, account_id),
  constraint outcome_verification_of_evidence FOREIGN KEY (organisation_id, evidence_id, assessor_id) REFERENCES outcome_evidence(organisation_id, id, assessor_id),
  constraint outcome_verified_once PRIMARY KEY (organisation_id, evidence_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table outreach_incident (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  shift_id uuid,
  site_id uuid,
  happened_at timestamp with time zone not null,
  kind text not null,
  injured boolean not null,
  reported_to text[] not null,
  note_sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint outreach_incident_at_site FOREIGN KEY (organisation_id, site_id) REFERENCES outreach_site(organisation_id, id),
  constraint outreach_incident_of_shift FOREIGN KEY (organisation_id, shift_id) REFERENCES outreach_shift(organisation_id, id),
  constraint outreach_incident_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint outreach_incident_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX outreach_incident_by_shift ON public.outreach_incident USING btree (organisation_id, shift_id) WHERE (shift_id IS NOT NULL);
CREATE INDEX outreach_incident_by_unit ON public.outreach_incident USING btree (organisation_id, unit_id, happened_at);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table outreach_intervention (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  shift_id uuid,
  site_id uuid,
  person_id uuid,
  services text[] not null,
  called_at timestamp with time zone not null,
  arrived_at timestamp with time zone,
  ended_at timestamp with time zone,
  detail_sealed bytea not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint outreach_intervention_called CHECK ((cardinality(services) > 0)),
  constraint outreach_intervention_order CHECK (((arrived_at >= called_at) AND (ended_at >= COALESCE(arrived_at, called_at)))),
  constraint outreach_intervention_at_site FOREIGN KEY (organisation_id, site_id) REFERENCES outreach_site(organisation_id, id),
  constraint outreach_intervention_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint outreach_intervention_of_shift FOREIGN KEY (organisation_id, shift_id) REFERENCES outreach_shift(organisation_id, id),
  constraint outreach_intervention_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint outreach_intervention_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX outreach_intervention_by_person ON public.outreach_intervention USING btree (organisation_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX outreach_intervention_by_shift ON public.outreach_intervention USING btree (organisation_id, shift_id) WHERE (shift_id IS NOT NULL);
CREATE INDEX outreach_intervention_by_unit ON public.outreach_intervention USING btree (organisation_id, unit_id, called_at);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table outreach_relation_ending (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  reason text not null,
  ended_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint outreach_relation_ending_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint outreach_relation_ending_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint outreach_relation_ending_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX outreach_relation_ending_by_person ON public.outreach_relation_ending USING btree (organisation_id, person_id, ended_on);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table outreach_route (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  weekday integer,
  starts_at time without time zone,
  ends_at time without time zone,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  constraint outreach_route_weekday CHECK (((weekday >= 1) AND (weekday <= 7))),
  constraint outreach_route_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint outreach_route_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX outreach_route_by_unit ON public.outreach_route USING btree (organisation_id, unit_id);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table outreach_route_ending (
  organisation_id uuid not null,
  route_id uuid not null,
  ended_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint outreach_route_ending_of_route FOREIGN KEY (organisation_id, route_id) REFERENCES outreach_route(organisation_id, id),
  constraint outreach_route_ends_once PRIMARY KEY (organisation_id, route_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table outreach_route_stop (
  organisation_id uuid not null,
  route_id uuid not null,
  "position" integer not null,
  site_id uuid not null,
  constraint outreach_route_stop_at_site FOREIGN KEY (organisation_id, site_id) REFERENCES outreach_site(organisation_id, id),
  constraint outreach_route_stop_of_route FOREIGN KEY (organisation_id, route_id) REFERENCES outreach_route(organisation_id, id),
  constraint outreach_route_stop_key PRIMARY KEY (organisation_id, route_id, "position"),
  constraint outreach_route_stop_once UNIQUE (organisation_id, route_id, site_id)
);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table outreach_shift (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  planned_start timestamp with time zone,
  planned_end timestamp with time zone,
  started_at timestamp with time zone not null,
  lowest_celsius integer,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  route_id uuid,
  constraint outreach_shift_plan CHECK ((planned_end > planned_start)),
  constraint outreach_shift_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint outreach_shift_on_route FOREIGN KEY (organisation_id, route_id) REFERENCES outreach_route(organisation_id, id),
  constraint outreach_shift_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX outreach_shift_by_unit ON public.outreach_shift USING btree (organisation_id, unit_id, started_at);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table outreach_shift_ending (
  organisation_id uuid not null,
  shift_id uuid not null,
  ended_at timestamp with time zone not null,
  reflections_sealed bytea,
  ended_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint outreach_shift_ending_of_shift FOREIGN KEY (organisation_id, shift_id) REFERENCES outreach_shift(organisation_id, id),
  constraint outreach_shift_ends_once PRIMARY KEY (organisation_id, shift_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table outreach_shift_member (
  organisation_id uuid not null,
  shift_id uuid not null,
  account_id uuid not null,
  constraint outreach_shift_member_known FOREIGN KEY (organisation_id, account_id) REFERENCES membership(organisation_id, account_id),
  constraint outreach_shift_member_of_shift FOREIGN KEY (organisation_id, shift_id) REFERENCES outreach_shift(organisation_id, id),
  constraint outreach_shift_member_key PRIMARY KEY (organisation_id, shift_id, account_id)
);
CREATE INDEX outreach_shift_member_by_account ON public.outreach_shift_member USING btree (organisation_id, account_id, shift_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table outreach_site (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  site_type text not null,
  area text not null,
  exact_sealed bytea,
  hazards text[] not null default '{}'::text[],
  entry_rule text not null default 'OPEN'::text,
  facilities_nearby text,
  status text not null default 'ACTIVE'::text,
  status_since date not null,
  visit_every_days integer,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  changed_in jsonb not null default '{}'::jsonb,
  changed_by jsonb not null default '{}'::jsonb,
  constraint outreach_site_entry_known CHECK ((entry_rule = ANY (ARRAY['OPEN'::text, 'ASK'::text, 'NEVER_ALONE'::text, 'FORBIDDEN'::text]))),
  constraint outreach_site_status_known CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'EMPTY'::text, 'DEMOLISHED'::text, 'SECURED'::text]))),
  constraint outreach_site_visit_period CHECK (((visit_every_days >= 1) AND (visit_every_days <= 366))),
  constraint outreach_site_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint outreach_site_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX outreach_site_by_unit ON public.outreach_site USING btree (organisation_id, unit_id);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table outreach_site_photo (
  organisation_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  taken_at timestamp with time zone not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint outreach_site_photo_file FOREIGN KEY (organisation_id, id) REFERENCES stored_file(organisation_id, id),
  constraint outreach_site_photo_of_site FOREIGN KEY (organisation_id, site_id) REFERENCES outreach_site(organisation_id, id),
  constraint outreach_site_photo_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX outreach_site_photo_by_site ON public.outreach_site_photo USING btree (organisation_id, site_id, taken_at);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table outreach_site_visit (
  organisation_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  shift_id uuid,
  visited_at timestamp with time zone not null,
  people integer not null default 0,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  left_at timestamp with time zone,
  men integer,
  women integer,
  children integer,
  constraint outreach_site_visit_order CHECK ((left_at >= visited_at)),
  constraint outreach_site_visit_parts CHECK (((men >= 0) AND (women >= 0) AND (children >= 0) AND (((COALESCE(men, 0) + COALESCE(women, 0)) + COALESCE(children, 0)) <= people))),
  constraint outreach_site_visit_people CHECK ((people >= 0)),
  constraint outreach_site_visit_of_shift FOREIGN KEY (organisation_id, shift_id) REFERENCES outreach_shift(organisation_id, id),
  constraint outreach_site_visit_of_site FOREIGN KEY (organisation_id, site_id) REFERENCES outreach_site(organisation_id, id),
  constraint outreach_site_visit_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX outreach_site_visit_by_site ON public.outreach_site_visit USING btree (organisation_id, site_id, visited_at DESC);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table paper_edition (
  organisation_id uuid not null,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  no integer not null,
  sha256 bytea not null,
  content bytea not null,
  frozen_by uuid not null,
  frozen_at timestamp with time zone not null default powrot_now(),
  parties text[] not null default '{}'::text[],
  constraint paper_edition_no_from_one CHECK ((no > 0)),
  constraint paper_edition_key PRIMARY KEY (organisation_id, id),
  constraint paper_edition_numbered UNIQUE (organisation_id, subject_type, subject_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table paper_edition_end (
  organisation_id uuid not null,
  edition_id uuid not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null default powrot_now(),
  constraint paper_edition_end_of_edition FOREIGN KEY (organisation_id, edition_id) REFERENCES paper_edition(organisation_id, id),
  constraint paper_edition_ends_once PRIMARY KEY (organisation_id, edition_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table paper_signature (
  organisation_id uuid not null,
  id uuid not null,
  edition_id uuid not null,
  party text not null,
  name bytea not null,
  signed_on date not null,
  method text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint paper_signature_method_known CHECK ((method = ANY (ARRAY['WET'::text, 'QUALIFIED'::text, 'TRUSTED_PROFILE'::text, 'PERSONAL'::text]))),
  constraint paper_signature_of_edition FOREIGN KEY (organisation_id, edition_id) REFERENCES paper_edition(organisation_id, id),
  constraint paper_signature_key PRIMARY KEY (organisation_id, id),
  constraint paper_signed_once_each UNIQUE (organisation_id, edition_id, party)
);
grant insert, select to powrot_app;
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
grant select to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table partnership_joining (
  organisation_id uuid not null,
  partnership_organisation_id uuid not null,
  partnership_id uuid not null,
  joined_at timestamp with time zone not null default powrot_now(),
  joined_by uuid not null,
  left_at timestamp with time zone,
  constraint partnership_joining_of_member FOREIGN KEY (partnership_organisation_id, partnership_id, organisation_id) REFERENCES partnership_member(organisation_id, partnership_id, member_organisation_id),
  constraint partnership_joining_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint partnership_joined_once PRIMARY KEY (organisation_id, partnership_organisation_id, partnership_id)
);
grant insert, select to powrot_app;
grant select to powrot_search;
grant update (joined_at, joined_by, left_at) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
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
CREATE INDEX partnership_member_by_member ON public.partnership_member USING btree (member_organisation_id);
grant insert, select to powrot_app;
grant select to powrot_search;
grant update (valid_until) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table partnership_standing (
  organisation_id uuid,
  id uuid,
  member_id uuid,
  valid_from date,
  valid_until date
);
row security: OFF, owner powrot_search;

table passkey (
  id uuid not null,
  account_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_credential_once UNIQUE (credential_id)
);
CREATE INDEX passkey_by_account ON public.passkey USING btree (account_id);
grant delete, insert, select, update to powrot_search;
policy door for * to powrot_search using true check true;
policy operator for * to powrot_owner using true check true;
row security: on forced, owner powrot_owner;

table passkey_challenge (
  challenge text not null,
  account_id uuid,
  expires_at timestamp with time zone not null,
  constraint passkey_challenge_pkey PRIMARY KEY (challenge)
);
grant delete, insert, select, update to powrot_search;
policy door for * to powrot_search using true check true;
policy operator for * to powrot_owner using true check true;
row security: on forced, owner powrot_owner;

table path_measure (
  organisation_id uuid not null,
  id uuid not null,
  annex_id uuid not null,
  seq bigint not null generated always as identity,
  moment text not null,
  measured_on date not null,
  measured_by uuid not null,
  sealed bytea not null,
  corrects_id uuid,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint path_moment_known CHECK ((moment = ANY (ARRAY['PRE'::text, 'MID'::text, 'POST'::text]))),
  constraint path_measure_by_member FOREIGN KEY (organisation_id, measured_by) REFERENCES membership(organisation_id, account_id),
  constraint path_measure_of_annex FOREIGN KEY (organisation_id, annex_id) REFERENCES plan_annex(organisation_id, id),
  constraint path_measure_of_same_path FOREIGN KEY (organisation_id, annex_id, corrects_id) REFERENCES path_measure(organisation_id, annex_id, id),
  constraint path_measure_key PRIMARY KEY (organisation_id, id),
  constraint path_measure_corrected_once UNIQUE (organisation_id, corrects_id),
  constraint path_measure_of_annex_key UNIQUE (organisation_id, annex_id, id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table path_outcome_offer (
  organisation_id uuid not null,
  evidence_id uuid not null,
  annex_id uuid not null,
  after_id uuid not null,
  competence text not null,
  offered_by uuid not null,
  offered_on date not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint path_outcome_offer_of_evidence FOREIGN KEY (organisation_id, evidence_id) REFERENCES outcome_evidence(organisation_id, id),
  constraint path_outcome_offer_of_measure FOREIGN KEY (organisation_id, annex_id, after_id) REFERENCES path_measure(organisation_id, annex_id, id),
  constraint path_outcome_offer_key PRIMARY KEY (organisation_id, evidence_id),
  constraint path_rise_offered_once UNIQUE (organisation_id, after_id, competence)
);
CREATE INDEX path_outcome_offer_by_annex ON public.path_outcome_offer USING btree (organisation_id, annex_id, after_id);
grant insert, select to powrot_app;
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
  emergency_phone text,
  emergency_relation text,
  emergency_told boolean not null default false,
  changed_by jsonb not null default '{}'::jsonb,
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
CREATE INDEX person_by_root ON public.person USING btree (organisation_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX person_protected ON public.person USING btree (organisation_id) WHERE protected_whereabouts;
CREATE UNIQUE INDEX person_pesel_once ON public.person USING btree (organisation_id, pesel_index) WHERE ((pesel_index IS NOT NULL) AND (merged_into IS NULL));
grant insert, select, update to powrot_app;
grant select to powrot_search;
policy finder for r to powrot_search using true check -;
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
  withdrawn_by uuid,
  withdrawn_reason text,
  corrects_id uuid,
  special_sealed bytea,
  constraint person_fact_kind_known CHECK ((kind = ANY (ARRAY['HOUSING'::text, 'HOMELESSNESS'::text, 'LABOUR'::text, 'PUP_REGISTRATION'::text, 'REGISTRATION'::text, 'CAPACITY'::text, 'INCOME'::text, 'CLIENT_OF_OPS'::text, 'SAFETY_FLAG'::text]))),
  constraint person_fact_period CHECK ((valid_until >= valid_from)),
  constraint person_fact_corrects FOREIGN KEY (organisation_id, corrects_id) REFERENCES person_fact(organisation_id, id),
  constraint person_fact_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint person_fact_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX person_fact_by_person ON public.person_fact USING btree (organisation_id, person_id, kind, valid_from);
CREATE UNIQUE INDEX person_fact_corrected_once ON public.person_fact USING btree (organisation_id, corrects_id) WHERE (corrects_id IS NOT NULL);
grant insert, select to powrot_app;
grant update (valid_until, withdrawn_at, withdrawn_by, withdrawn_reason) to powrot_app;
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
CREATE INDEX person_link_by_person ON public.person_link USING btree (organisation_id, person_id);
CREATE UNIQUE INDEX person_link_once ON public.person_link USING btree (organisation_id, other_organisation_id, other_person_id) WHERE (ended_at IS NULL);
grant insert, select to powrot_app;
grant select to powrot_search;
grant update (ended_at) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
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
grant select to powrot_search;
policy finder for r to powrot_search using true check -;
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
  act text not null default 'UP'::text,
  undoes_id uuid,
  constraint person_step_act_known CHECK ((act = ANY (ARRAY['UP'::text, 'DOWN'::text, 'RESTORE'::text]))),
  constraint person_step_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint person_step_undoes FOREIGN KEY (organisation_id, undoes_id) REFERENCES person_step(organisation_id, id),
  constraint person_step_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX person_step_by_person ON public.person_step USING btree (organisation_id, person_id);
CREATE UNIQUE INDEX person_step_undone_once ON public.person_step USING btree (organisation_id, undoes_id) WHERE (undoes_id IS NOT NULL);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table person_token (
  organisation_id uuid not null,
  token text not null,
  root_id uuid not null,
  person_id uuid not null,
  kind text not null,
  constraint person_token_kind_known CHECK ((kind = ANY (ARRAY['NAME'::text, 'PLACE'::text, 'YEAR'::text]))),
  constraint person_token_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint person_token_key PRIMARY KEY (organisation_id, token, root_id, person_id, kind)
);
CREATE INDEX person_token_by_person ON public.person_token USING btree (organisation_id, person_id);
row security: on, owner powrot_search;

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
grant select to powrot_search;
policy finder for r to powrot_search using true check -;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table phone_work (
  organisation_id uuid not null,
  id uuid not null,
  allowed boolean not null,
  set_by uuid not null,
  set_at timestamp with time zone not null default powrot_now(),
  constraint phone_work_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint phone_work_set_by_member FOREIGN KEY (organisation_id, set_by) REFERENCES membership(organisation_id, account_id),
  constraint phone_work_key PRIMARY KEY (organisation_id, id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table placement (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  case_id uuid,
  employer_id uuid not null,
  kind text not null,
  legal_basis text,
  agreement_no text,
  agreement_on date,
  financing text,
  starts_on date not null,
  until_on date not null,
  shorter_reason text,
  weekly_hours numeric,
  programme text,
  mentor text,
  coach_id uuid,
  medical_exam_on date,
  medical_exam_until date,
  safety_training_on date,
  insured_from date,
  disclosure_agreed boolean not null default false,
  disclosure_sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  constraint placement_financing_known CHECK ((financing = ANY (ARRAY['PROJECT'::text, 'LABOUR_FUND'::text, 'COMMUNE'::text, 'EMPLOYER'::text]))),
  constraint placement_kind_known CHECK ((kind = ANY (ARRAY['WORKPLACE_TRAINING'::text, 'JOURNEYMAN_COURSE'::text, 'ON_THE_JOB_TRAINING'::text, 'INTERNSHIP'::text, 'WORK_EXPERIENCE'::text, 'SOCIALLY_USEFUL_WORK'::text, 'PUBLIC_WORKS'::text, 'INTERVENTION_WORKS'::text, 'SUPPORTED_EMPLOYMENT'::text, 'EMPLOYMENT_REFERRAL_ART16'::text, 'OPEN_MARKET_JOB'::text]))),
  constraint placement_period CHECK ((until_on >= starts_on)),
  constraint placement_coach FOREIGN KEY (organisation_id, coach_id) REFERENCES membership(organisation_id, account_id),
  constraint placement_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint placement_of_employer FOREIGN KEY (organisation_id, employer_id) REFERENCES employer(organisation_id, id),
  constraint placement_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint placement_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX placement_by_employer ON public.placement USING btree (organisation_id, employer_id);
CREATE INDEX placement_by_person ON public.placement USING btree (organisation_id, person_id);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table placement_ending (
  organisation_id uuid not null,
  placement_id uuid not null,
  ended_on date not null,
  result text not null,
  reason text,
  opinion_sealed bytea,
  ended_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint placement_result_known CHECK ((result = ANY (ARRAY['EMPLOYED_THERE'::text, 'EMPLOYED_ELSEWHERE'::text, 'RETURNED'::text, 'DROPPED'::text]))),
  constraint placement_ending_of_start FOREIGN KEY (organisation_id, placement_id) REFERENCES placement_start(organisation_id, placement_id),
  constraint placement_ends_once PRIMARY KEY (organisation_id, placement_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table placement_start (
  organisation_id uuid not null,
  placement_id uuid not null,
  started_on date not null,
  started_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint placement_start_of_placement FOREIGN KEY (organisation_id, placement_id) REFERENCES placement(organisation_id, id),
  constraint placement_starts_once PRIMARY KEY (organisation_id, placement_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table plan (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  kind text not null,
  prepared_by uuid not null,
  prepared_side text not null,
  implementer text not null,
  start_on date not null,
  end_on date,
  beyond_shelter_means boolean not null,
  health_insurance_needed boolean not null,
  support_means text[] not null default '{}'::text[],
  sealed bytea not null,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default powrot_now(),
  provisions jsonb not null default '[]'::jsonb,
  constraint plan_implementer_known CHECK ((implementer = ANY (ARRAY['OPS'::text, 'SHELTER'::text, 'LEAD_ORGANISATION'::text]))),
  constraint plan_kind_known CHECK ((kind = ANY (ARRAY['IPWB'::text, 'PREVENTION'::text]))),
  constraint plan_provisions_listed CHECK (((jsonb_typeof(provisions) = 'array'::text) AND (jsonb_array_length(provisions) <= 40))),
  constraint plan_side_known CHECK ((prepared_side = ANY (ARRAY['OPS'::text, 'SHELTER'::text]))),
  constraint plan_by_member FOREIGN KEY (organisation_id, prepared_by) REFERENCES membership(organisation_id, account_id),
  constraint plan_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint plan_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint plan_key PRIMARY KEY (organisation_id, id),
  constraint plan_prepared_by_one UNIQUE (organisation_id, id, prepared_by)
);
CREATE INDEX plan_by_case ON public.plan USING btree (organisation_id, case_id);
CREATE INDEX plan_by_person ON public.plan USING btree (organisation_id, person_id);
grant insert, select, update to powrot_app;
grant select (id, kind, organisation_id, person_id) to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table plan_annex (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  plan_id uuid not null,
  kind text not null,
  led_by uuid not null,
  measures text[] not null default '{}'::text[],
  review_on date[] not null default '{}'::date[],
  sealed bytea,
  version integer not null default 1,
  changed_in jsonb not null default '{}'::jsonb,
  begun_on date not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  targets jsonb not null default '{}'::jsonb,
  coach_id uuid,
  constraint plan_annex_kind_known CHECK ((kind = ANY (ARRAY['VOCATIONAL'::text, 'INTERPERSONAL'::text]))),
  constraint plan_annex_targets_listed CHECK ((jsonb_typeof(targets) = 'object'::text)),
  constraint plan_annex_vocational_goal_sealed CHECK (((kind = 'VOCATIONAL'::text) = (sealed IS NOT NULL))),
  constraint plan_annex_coach_foreseen FOREIGN KEY (organisation_id, coach_id) REFERENCES membership(organisation_id, account_id),
  constraint plan_annex_led_by_member FOREIGN KEY (organisation_id, led_by) REFERENCES membership(organisation_id, account_id),
  constraint plan_annex_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint plan_annex_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint plan_annex_of_plan FOREIGN KEY (organisation_id, plan_id) REFERENCES plan(organisation_id, id),
  constraint plan_annex_key PRIMARY KEY (organisation_id, id),
  constraint plan_annex_once_of_kind UNIQUE (organisation_id, plan_id, kind)
);
CREATE INDEX plan_annex_by_case ON public.plan_annex USING btree (organisation_id, case_id);
CREATE INDEX plan_annex_by_person ON public.plan_annex USING btree (organisation_id, person_id);
grant insert, select to powrot_app;
grant update (changed_in, coach_id, measures, review_on, sealed, targets, version) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table plan_annex_handover (
  organisation_id uuid not null,
  id uuid not null,
  annex_id uuid not null,
  seq bigint not null generated always as identity,
  coach_id uuid not null,
  disclosure_agreed boolean not null,
  sealed bytea not null,
  handed_by uuid not null,
  handed_on date not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint plan_annex_handover_of_annex FOREIGN KEY (organisation_id, annex_id) REFERENCES plan_annex(organisation_id, id),
  constraint plan_annex_handover_to_member FOREIGN KEY (organisation_id, coach_id) REFERENCES membership(organisation_id, account_id),
  constraint plan_annex_handover_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX plan_annex_handover_by_annex ON public.plan_annex_handover USING btree (organisation_id, annex_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table plan_annex_line (
  organisation_id uuid not null,
  id uuid not null,
  annex_id uuid not null,
  seq bigint not null generated always as identity,
  kind text not null,
  code text,
  from_on date,
  until_on date,
  hours numeric(6,2),
  mover text,
  lacks_document boolean not null default false,
  sealed bytea not null,
  reason_sealed bytea,
  version integer not null default 1,
  added_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint plan_annex_hours_by_quarter CHECK (((hours > (0)::numeric) AND ((hours * (4)::numeric) = trunc((hours * (4)::numeric))))),
  constraint plan_annex_line_kind_known CHECK ((kind = ANY (ARRAY['STEP'::text, 'GOAL'::text, 'FORM'::text]))),
  constraint plan_annex_reason_of_goal CHECK (((reason_sealed IS NULL) OR (kind = 'GOAL'::text))),
  constraint plan_annex_step_days CHECK ((until_on >= from_on)),
  constraint plan_annex_step_moved CHECK (((kind = 'STEP'::text) = (mover IS NOT NULL))),
  constraint plan_annex_line_of_annex FOREIGN KEY (organisation_id, annex_id) REFERENCES plan_annex(organisation_id, id),
  constraint plan_annex_line_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX plan_annex_line_by_annex ON public.plan_annex_line USING btree (organisation_id, annex_id);
grant insert, select to powrot_app;
grant update (code, from_on, hours, lacks_document, mover, reason_sealed, sealed, until_on, version) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table plan_annex_line_removal (
  organisation_id uuid not null,
  line_id uuid not null,
  removed_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint plan_annex_line_removal_of_line FOREIGN KEY (organisation_id, line_id) REFERENCES plan_annex_line(organisation_id, id),
  constraint plan_annex_line_removed_once PRIMARY KEY (organisation_id, line_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table plan_annex_step_mark (
  organisation_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  seq bigint not null generated always as identity,
  status text not null,
  marked_on date not null,
  marked_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint plan_annex_step_status_known CHECK ((status = ANY (ARRAY['PLANNED'::text, 'IN_PROGRESS'::text, 'DONE'::text, 'NOT_FINISHED'::text, 'CANCELLED'::text]))),
  constraint plan_annex_step_mark_of_line FOREIGN KEY (organisation_id, line_id) REFERENCES plan_annex_line(organisation_id, id),
  constraint plan_annex_step_mark_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX plan_annex_step_mark_by_line ON public.plan_annex_step_mark USING btree (organisation_id, line_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table plan_annex_version (
  organisation_id uuid not null,
  annex_id uuid not null,
  no integer not null,
  sealed bytea not null,
  reasons_sealed bytea,
  made_by uuid not null,
  made_on date not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint plan_annex_version_of_annex FOREIGN KEY (organisation_id, annex_id) REFERENCES plan_annex(organisation_id, id),
  constraint plan_annex_version_key PRIMARY KEY (organisation_id, annex_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table plan_approval (
  organisation_id uuid not null,
  plan_id uuid not null,
  step_no integer not null,
  prepared_by uuid not null,
  approved_by uuid not null,
  approved_on date not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint plan_approved_by_another CHECK ((approved_by <> prepared_by)),
  constraint plan_approval_of_prepared FOREIGN KEY (organisation_id, plan_id, prepared_by) REFERENCES plan(organisation_id, id, prepared_by),
  constraint plan_approval_of_step FOREIGN KEY (organisation_id, plan_id, step_no) REFERENCES plan_step(organisation_id, plan_id, no),
  constraint plan_approval_key PRIMARY KEY (organisation_id, plan_id, step_no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table plan_change (
  organisation_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  sealed bytea not null,
  proposed_by uuid not null,
  proposed_on date not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint plan_change_by_member FOREIGN KEY (organisation_id, proposed_by) REFERENCES membership(organisation_id, account_id),
  constraint plan_change_of_plan FOREIGN KEY (organisation_id, plan_id) REFERENCES plan(organisation_id, id),
  constraint plan_change_key PRIMARY KEY (organisation_id, id),
  constraint plan_change_proposed_by_one UNIQUE (organisation_id, id, proposed_by)
);
CREATE INDEX plan_change_by_plan ON public.plan_change USING btree (organisation_id, plan_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table plan_change_ending (
  organisation_id uuid not null,
  change_id uuid not null,
  outcome text not null,
  sealed bytea,
  proposed_by uuid not null,
  ended_by uuid not null,
  ended_on date not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint plan_change_approved_by_another CHECK (((outcome <> 'APPROVED'::text) OR (ended_by <> proposed_by))),
  constraint plan_change_outcome_known CHECK ((outcome = ANY (ARRAY['APPROVED'::text, 'RETURNED'::text, 'WITHDRAWN'::text]))),
  constraint plan_change_return_says_why CHECK (((outcome = 'RETURNED'::text) = (sealed IS NOT NULL))),
  constraint plan_change_ending_by_member FOREIGN KEY (organisation_id, ended_by) REFERENCES membership(organisation_id, account_id),
  constraint plan_change_ending_of_proposed FOREIGN KEY (organisation_id, change_id, proposed_by) REFERENCES plan_change(organisation_id, id, proposed_by),
  constraint plan_change_ends_once PRIMARY KEY (organisation_id, change_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table plan_closure (
  organisation_id uuid not null,
  plan_id uuid not null,
  closed_on date not null,
  reason text not null,
  sealed bytea not null,
  closed_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  step_no integer not null,
  constraint plan_closure_reason_known CHECK ((reason = ANY (ARRAY['INDEPENDENT'::text, 'HOUSED_WITH_SUPPORT'::text, 'TRANSFERRED'::text, 'INTERRUPTED_BY_PERSON'::text, 'LOST_CONTACT'::text, 'DECEASED'::text, 'OTHER'::text]))),
  constraint plan_closure_of_plan FOREIGN KEY (organisation_id, plan_id) REFERENCES plan(organisation_id, id),
  constraint plan_closure_of_step FOREIGN KEY (organisation_id, plan_id, step_no) REFERENCES plan_step(organisation_id, plan_id, no),
  constraint plan_closed_once PRIMARY KEY (organisation_id, plan_id, step_no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table plan_goal (
  organisation_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  seq bigint not null generated always as identity,
  sphere text not null,
  due_on date,
  sealed bytea not null,
  version integer not null default 1,
  added_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint plan_sphere_known CHECK ((sphere = ANY (ARRAY['SOCIAL'::text, 'PSYCHOLOGICAL'::text, 'VOCATIONAL'::text, 'HOUSING'::text, 'HEALTH'::text, 'FAMILY'::text, 'LEGAL'::text]))),
  constraint plan_goal_of_plan FOREIGN KEY (organisation_id, plan_id) REFERENCES plan(organisation_id, id),
  constraint plan_goal_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX plan_goal_by_plan ON public.plan_goal USING btree (organisation_id, plan_id);
grant insert, select to powrot_app;
grant select (id, organisation_id, plan_id, sealed, seq) to powrot_search;
grant update (due_on, sealed, sphere, version) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table plan_goal_removal (
  organisation_id uuid not null,
  goal_id uuid not null,
  removed_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint plan_goal_removal_of_goal FOREIGN KEY (organisation_id, goal_id) REFERENCES plan_goal(organisation_id, id),
  constraint plan_goal_removed_once PRIMARY KEY (organisation_id, goal_id)
);
grant insert, select to powrot_app;
grant select (goal_id, organisation_id) to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table plan_leading (
  organisation_id uuid not null,
  plan_id uuid not null,
  part text not null,
  no integer not null,
  annex_id uuid,
  led_before uuid not null,
  led_by uuid not null,
  reason text not null,
  since date not null,
  handed_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint plan_leading_annex_named CHECK (((part = 'PLAN'::text) = (annex_id IS NULL))),
  constraint plan_leading_part_known CHECK ((part = ANY (ARRAY['PLAN'::text, 'VOCATIONAL'::text, 'INTERPERSONAL'::text]))),
  constraint plan_leading_reason_known CHECK ((reason = ANY (ARRAY['CASE'::text, 'LEAVES'::text, 'ABSENCE'::text, 'OTHER'::text]))),
  constraint plan_leading_to_another CHECK ((led_by <> led_before)),
  constraint plan_leading_before_member FOREIGN KEY (organisation_id, led_before) REFERENCES membership(organisation_id, account_id),
  constraint plan_leading_by_member FOREIGN KEY (organisation_id, led_by) REFERENCES membership(organisation_id, account_id),
  constraint plan_leading_of_annex FOREIGN KEY (organisation_id, annex_id) REFERENCES plan_annex(organisation_id, id),
  constraint plan_leading_of_plan FOREIGN KEY (organisation_id, plan_id) REFERENCES plan(organisation_id, id),
  constraint plan_leading_key PRIMARY KEY (organisation_id, plan_id, part, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table plan_review (
  organisation_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  reviewed_on date not null,
  decision text not null,
  next_on date,
  sealed bytea not null,
  reviewed_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint plan_review_decision_known CHECK ((decision = ANY (ARRAY['CONTINUE'::text, 'CHANGE'::text, 'COMPLETE'::text, 'INTERRUPT'::text]))),
  constraint plan_review_of_plan FOREIGN KEY (organisation_id, plan_id) REFERENCES plan(organisation_id, id),
  constraint plan_review_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX plan_review_by_plan ON public.plan_review USING btree (organisation_id, plan_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table plan_review_goal (
  organisation_id uuid not null,
  review_id uuid not null,
  goal_id uuid not null,
  outcome text not null,
  progress integer,
  constraint plan_goal_outcome_known CHECK ((outcome = ANY (ARRAY['KEPT'::text, 'PARTLY'::text, 'NOT_KEPT'::text, 'NO_LONGER_RELEVANT'::text]))),
  constraint plan_progress_percent CHECK (((progress >= 0) AND (progress <= 100))),
  constraint plan_review_goal_of_goal FOREIGN KEY (organisation_id, goal_id) REFERENCES plan_goal(organisation_id, id),
  constraint plan_review_goal_of_review FOREIGN KEY (organisation_id, review_id) REFERENCES plan_review(organisation_id, id),
  constraint plan_review_goal_key PRIMARY KEY (organisation_id, review_id, goal_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table plan_step (
  organisation_id uuid not null,
  plan_id uuid not null,
  no integer not null,
  act text not null,
  state text not null,
  done_on date not null,
  done_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  sealed bytea,
  constraint plan_state_known CHECK ((state = ANY (ARRAY['DRAFT'::text, 'AGREED'::text, 'APPROVED'::text, 'ACTIVE'::text, 'COMPLETED'::text, 'INTERRUPTED'::text, 'TRANSFERRED'::text]))),
  constraint plan_step_of_plan FOREIGN KEY (organisation_id, plan_id) REFERENCES plan(organisation_id, id),
  constraint plan_step_key PRIMARY KEY (organisation_id, plan_id, no)
);
grant insert, select to powrot_app;
grant select (done_on, no, organisation_id, plan_id, state) to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table plan_task (
  organisation_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  seq bigint not null generated always as identity,
  side text not null,
  due_on date,
  sealed bytea not null,
  version integer not null default 1,
  added_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint plan_task_side_known CHECK ((side = ANY (ARRAY['PERSON'::text, 'OPS'::text, 'SHELTER'::text, 'PARTNER'::text, 'LEAD_ORGANISATION'::text]))),
  constraint plan_task_of_plan FOREIGN KEY (organisation_id, plan_id) REFERENCES plan(organisation_id, id),
  constraint plan_task_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX plan_task_by_plan ON public.plan_task USING btree (organisation_id, plan_id);
grant insert, select to powrot_app;
grant select (due_on, id, organisation_id, plan_id, sealed, seq, side) to powrot_search;
grant update (due_on, sealed, side, version) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table plan_task_mark (
  organisation_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  outcome text not null,
  marked_on date not null,
  marked_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  review_id uuid,
  constraint plan_task_outcome_known CHECK ((outcome = ANY (ARRAY['DONE'::text, 'PARTLY'::text, 'NOT_DONE'::text, 'NO_LONGER_RELEVANT'::text]))),
  constraint plan_task_mark_of_review FOREIGN KEY (organisation_id, review_id) REFERENCES plan_review(organisation_id, id),
  constraint plan_task_mark_of_task FOREIGN KEY (organisation_id, task_id) REFERENCES plan_task(organisation_id, id),
  constraint plan_task_mark_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX plan_task_mark_by_task ON public.plan_task_mark USING btree (organisation_id, task_id);
grant insert, select to powrot_app;
grant select (id, organisation_id, outcome, recorded_at, task_id) to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table plan_task_removal (
  organisation_id uuid not null,
  task_id uuid not null,
  removed_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint plan_task_removal_of_task FOREIGN KEY (organisation_id, task_id) REFERENCES plan_task(organisation_id, id),
  constraint plan_task_removed_once PRIMARY KEY (organisation_id, task_id)
);
grant insert, select to powrot_app;
grant select (organisation_id, task_id) to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table plan_template (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  valid_from date not null,
  valid_until date,
  goals jsonb not null,
  tasks jsonb not null,
  version integer not null default 1,
  saved_by uuid not null,
  saved_at timestamp with time zone not null default powrot_now(),
  constraint plan_template_goals_listed CHECK (((jsonb_typeof(goals) = 'array'::text) AND (jsonb_array_length(goals) <= 30))),
  constraint plan_template_kind_known CHECK ((kind = ANY (ARRAY['IPWB'::text, 'PREVENTION'::text]))),
  constraint plan_template_period CHECK ((valid_until >= valid_from)),
  constraint plan_template_tasks_listed CHECK (((jsonb_typeof(tasks) = 'array'::text) AND (jsonb_array_length(tasks) <= 60))),
  constraint plan_template_by_member FOREIGN KEY (organisation_id, saved_by) REFERENCES membership(organisation_id, account_id),
  constraint plan_template_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint plan_template_key PRIMARY KEY (organisation_id, id)
);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table plan_version (
  organisation_id uuid not null,
  plan_id uuid not null,
  no integer not null,
  sealed bytea not null,
  made_by uuid not null,
  made_on date not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint plan_version_of_plan FOREIGN KEY (organisation_id, plan_id) REFERENCES plan(organisation_id, id),
  constraint plan_version_key PRIMARY KEY (organisation_id, plan_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table print_run (
  organisation_id uuid not null,
  id uuid not null,
  large_print boolean not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null default powrot_now(),
  constraint print_run_by_member FOREIGN KEY (organisation_id, asked_by) REFERENCES membership(organisation_id, account_id),
  constraint print_run_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX print_run_by_asker ON public.print_run USING btree (organisation_id, asked_by, asked_at);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table print_run_ending (
  organisation_id uuid not null,
  run_id uuid not null,
  outcome text not null,
  ended_at timestamp with time zone not null default powrot_now(),
  constraint print_run_outcome_known CHECK ((outcome = ANY (ARRAY['DONE'::text, 'ONLY_SINGLE'::text, 'NOTHING'::text, 'NOT_ALLOWED'::text]))),
  constraint print_run_ending_of_run FOREIGN KEY (organisation_id, run_id) REFERENCES print_run(organisation_id, id) ON DELETE CASCADE,
  constraint print_run_ends_once PRIMARY KEY (organisation_id, run_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table print_run_file (
  organisation_id uuid not null,
  run_id uuid not null,
  id uuid not null,
  place integer,
  part integer,
  content bytea not null,
  constraint print_run_file_of_one_or_all CHECK (((place IS NULL) <> (part IS NULL))),
  constraint print_run_file_of_run FOREIGN KEY (organisation_id, run_id) REFERENCES print_run(organisation_id, id) ON DELETE CASCADE,
  constraint print_run_file_key PRIMARY KEY (organisation_id, run_id, id),
  constraint print_run_file_once_of_part UNIQUE (organisation_id, run_id, part),
  constraint print_run_file_once_of_person UNIQUE (organisation_id, run_id, place)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table print_run_person (
  organisation_id uuid not null,
  run_id uuid not null,
  place integer not null,
  person_id uuid not null,
  constraint print_run_place_from_one CHECK ((place > 0)),
  constraint print_run_person_known FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint print_run_person_of_run FOREIGN KEY (organisation_id, run_id) REFERENCES print_run(organisation_id, id) ON DELETE CASCADE,
  constraint print_run_person_key PRIMARY KEY (organisation_id, run_id, place),
  constraint print_run_person_once UNIQUE (organisation_id, run_id, person_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table print_run_turn (
  organisation_id uuid not null,
  run_id uuid not null,
  place integer not null,
  papers integer not null,
  refusal text,
  blocked bytea,
  ended_at timestamp with time zone not null default powrot_now(),
  constraint print_run_turn_printed_or_not CHECK (((papers = 0) = (refusal IS NOT NULL))),
  constraint print_run_turn_of_person FOREIGN KEY (organisation_id, run_id, place) REFERENCES print_run_person(organisation_id, run_id, place) ON DELETE CASCADE,
  constraint print_run_turn_once PRIMARY KEY (organisation_id, run_id, place)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table programme_module (
  organisation_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  no integer not null,
  code text not null,
  name text,
  form text not null,
  planned_minutes integer not null,
  cadence text,
  provider text,
  optional boolean not null default false,
  least_minutes integer,
  usual_minutes integer,
  most_minutes integer,
  wished_weekdays integer[] not null default '{}'::integer[],
  held_from date,
  held_until date,
  constraint programme_module_cadence_known CHECK ((cadence = ANY (ARRAY['EVERY_TWO_WEEKS'::text, 'MONTHLY'::text, 'AS_NEEDED'::text]))),
  constraint programme_module_form_known CHECK ((form = ANY (ARRAY['GROUP'::text, 'INDIVIDUAL'::text]))),
  constraint programme_module_lengths CHECK ((((least_minutes >= 15) AND (least_minutes <= usual_minutes)) AND (usual_minutes <= most_minutes) AND (most_minutes <= 720))),
  constraint programme_module_season CHECK ((held_until >= held_from)),
  constraint programme_module_time_positive CHECK ((planned_minutes >= 0)),
  constraint programme_module_of_group FOREIGN KEY (organisation_id, group_id) REFERENCES class_group(organisation_id, id),
  constraint programme_module_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX programme_module_by_group ON public.programme_module USING btree (organisation_id, group_id, no);
grant delete, insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table project (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  title text not null,
  number text,
  funder text,
  edition text,
  lead_partner text,
  area text,
  target_group text,
  starts_on date not null,
  ends_on date,
  planned_persons integer,
  social_threshold_percent numeric,
  employment_threshold_percent numeric,
  indicator_window_days integer,
  minutes_per_hour integer not null default 60,
  completion_threshold_percent numeric,
  contract_required boolean not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  budget_ref text,
  constraint project_hour_unit_known CHECK ((minutes_per_hour = ANY (ARRAY[45, 60]))),
  constraint project_kind_known CHECK ((kind = ANY (ARRAY['KIS'::text, 'CIS'::text, 'OPEN_OFFER'::text, 'OTHER'::text]))),
  constraint project_period CHECK ((ends_on >= starts_on)),
  constraint project_thresholds_are_percents CHECK ((((social_threshold_percent >= (0)::numeric) AND (social_threshold_percent <= (100)::numeric)) AND ((employment_threshold_percent >= (0)::numeric) AND (employment_threshold_percent <= (100)::numeric)) AND ((completion_threshold_percent >= (0)::numeric) AND (completion_threshold_percent <= (100)::numeric)))),
  constraint project_window_positive CHECK ((indicator_window_days >= 0)),
  constraint project_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint project_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint project_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX project_by_unit ON public.project USING btree (organisation_id, unit_id);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table project_commune (
  organisation_id uuid not null,
  project_id uuid not null,
  teryt text not null,
  name text not null,
  constraint project_commune_is_teryt CHECK ((teryt ~ '^\d{6,7}$'::text)),
  constraint project_commune_of_project FOREIGN KEY (organisation_id, project_id) REFERENCES project(organisation_id, id),
  constraint project_commune_once PRIMARY KEY (organisation_id, project_id, teryt)
);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table project_criteria (
  organisation_id uuid not null,
  project_id uuid not null,
  no integer not null,
  rules jsonb not null,
  exceptions_allowed boolean not null,
  reason text not null,
  set_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint project_criteria_change_has_reason CHECK (((no = 1) OR (btrim(reason) <> ''::text))),
  constraint project_criteria_counts_from_one CHECK ((no >= 1)),
  constraint project_criteria_rules_are_a_list CHECK ((jsonb_typeof(rules) = 'array'::text)),
  constraint project_criteria_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint project_criteria_of_project FOREIGN KEY (organisation_id, project_id) REFERENCES project(organisation_id, id),
  constraint project_criteria_edition PRIMARY KEY (organisation_id, project_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table project_document (
  organisation_id uuid not null,
  project_id uuid not null,
  no integer not null,
  title text not null,
  number text not null,
  dated_on date,
  kept_at text not null,
  constraint project_document_of_project FOREIGN KEY (organisation_id, project_id) REFERENCES project(organisation_id, id),
  constraint project_document_key PRIMARY KEY (organisation_id, project_id, no)
);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table project_goal (
  organisation_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  no integer not null,
  kind text not null,
  words text not null,
  constraint project_goal_kind_known CHECK ((kind = ANY (ARRAY['MAIN'::text, 'SPECIFIC'::text]))),
  constraint project_goal_of_project FOREIGN KEY (organisation_id, project_id) REFERENCES project(organisation_id, id),
  constraint project_goal_key PRIMARY KEY (organisation_id, id),
  constraint project_goal_no_once UNIQUE (organisation_id, project_id, no)
);
CREATE UNIQUE INDEX project_goal_main_once ON public.project_goal USING btree (organisation_id, project_id) WHERE (kind = 'MAIN'::text);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table project_goal_indicator (
  organisation_id uuid not null,
  goal_id uuid not null,
  indicator_id uuid not null,
  constraint project_goal_indicator_known FOREIGN KEY (organisation_id, indicator_id) REFERENCES project_indicator(organisation_id, id) ON DELETE CASCADE,
  constraint project_goal_indicator_of_goal FOREIGN KEY (organisation_id, goal_id) REFERENCES project_goal(organisation_id, id) ON DELETE CASCADE,
  constraint project_goal_indicator_once PRIMARY KEY (organisation_id, goal_id, indicator_id)
);
CREATE INDEX project_goal_indicator_by_indicator ON public.project_goal_indicator USING btree (organisation_id, indicator_id);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table project_goal_module (
  organisation_id uuid not null,
  goal_id uuid not null,
  code text not null,
  name text not null,
  constraint project_goal_module_of_goal FOREIGN KEY (organisation_id, goal_id) REFERENCES project_goal(organisation_id, id) ON DELETE CASCADE,
  constraint project_goal_module_once PRIMARY KEY (organisation_id, goal_id, code, name)
);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table project_indicator (
  organisation_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  no integer not null,
  code text not null,
  definition text not null,
  target numeric,
  unit text not null,
  source text not null,
  frequency text not null,
  constraint project_indicator_frequency_known CHECK ((frequency = ANY (ARRAY['MONTHLY'::text, 'QUARTERLY'::text, 'HALF_YEARLY'::text, 'YEARLY'::text, 'AT_END'::text, 'CONTINUOUS'::text]))),
  constraint project_indicator_target_positive CHECK ((target >= (0)::numeric)),
  constraint project_indicator_unit_known CHECK ((unit = ANY (ARRAY['PERSONS'::text, 'PERCENT'::text, 'HOURS'::text, 'EVENTS'::text, 'ITEMS'::text, 'ZLOTY'::text]))),
  constraint project_indicator_of_project FOREIGN KEY (organisation_id, project_id) REFERENCES project(organisation_id, id),
  constraint project_indicator_key PRIMARY KEY (organisation_id, id),
  constraint project_indicator_code_once UNIQUE (organisation_id, project_id, code) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX project_indicator_by_project ON public.project_indicator USING btree (organisation_id, project_id, no);
grant delete, insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table project_partner (
  organisation_id uuid not null,
  project_id uuid not null,
  no integer not null,
  name text not null,
  part text not null,
  constraint project_partner_of_project FOREIGN KEY (organisation_id, project_id) REFERENCES project(organisation_id, id),
  constraint project_partner_key PRIMARY KEY (organisation_id, project_id, no)
);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table project_report (
  organisation_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  title text not null,
  period_from date not null,
  period_until date not null,
  due_on date not null,
  constraint project_report_period CHECK ((period_until >= period_from)),
  constraint project_report_of_project FOREIGN KEY (organisation_id, project_id) REFERENCES project(organisation_id, id),
  constraint project_report_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX project_report_by_project ON public.project_report USING btree (organisation_id, project_id, due_on);
grant delete, insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table project_report_sending (
  organisation_id uuid not null,
  report_id uuid not null,
  sent_on date not null,
  reference text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint project_report_sending_of_report FOREIGN KEY (organisation_id, report_id) REFERENCES project_report(organisation_id, id),
  constraint project_report_sent_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint project_report_sent_once PRIMARY KEY (organisation_id, report_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table project_task (
  organisation_id uuid not null,
  project_id uuid not null,
  no integer not null,
  title text not null,
  starts_on date,
  ends_on date,
  result text not null,
  constraint project_task_period CHECK ((ends_on >= starts_on)),
  constraint project_task_of_project FOREIGN KEY (organisation_id, project_id) REFERENCES project(organisation_id, id),
  constraint project_task_key PRIMARY KEY (organisation_id, project_id, no)
);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table qualification (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  year integer,
  document text not null,
  sealed bytea not null,
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  withdrawn_at timestamp with time zone,
  changed_in jsonb not null default '{}'::jsonb,
  constraint qualification_document_known CHECK ((document = ANY (ARRAY['PRESENT'::text, 'LOST'::text, 'NOT_ISSUED'::text, 'UNKNOWN'::text]))),
  constraint qualification_kind_known CHECK ((kind = ANY (ARRAY['SCHOOL'::text, 'COURSE'::text, 'LICENCE'::text, 'OTHER'::text]))),
  constraint qualification_year_likely CHECK (((year >= 1900) AND (year <= 2200))),
  constraint qualification_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint qualification_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint qualification_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX qualification_by_person ON public.qualification USING btree (organisation_id, person_id);
grant insert, select to powrot_app;
grant update (changed_in, document, kind, sealed, version, withdrawn_at, year) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table ranking (
  organisation_id uuid not null,
  id uuid not null,
  recruitment_id uuid not null,
  no integer not null,
  cause text not null,
  sealed bytea,
  judged_on date not null,
  criteria_no integer not null,
  places integer not null,
  frozen_by uuid not null,
  frozen_at timestamp with time zone not null default powrot_now(),
  constraint ranking_cause_known CHECK ((cause = ANY (ARRAY['FIRST'::text, 'WITHDRAWAL'::text, 'RETURN'::text, 'CORRECTION'::text, 'LATE_CANDIDATE'::text]))),
  constraint ranking_frozen_by_member FOREIGN KEY (organisation_id, frozen_by) REFERENCES membership(organisation_id, account_id),
  constraint ranking_of_recruitment FOREIGN KEY (organisation_id, recruitment_id) REFERENCES recruitment(organisation_id, id),
  constraint ranking_key PRIMARY KEY (organisation_id, id),
  constraint ranking_version_once UNIQUE (organisation_id, recruitment_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table ranking_row (
  organisation_id uuid not null,
  ranking_id uuid not null,
  candidate_id uuid not null,
  rank integer not null,
  total integer not null,
  points integer not null,
  interview integer not null,
  given jsonb not null,
  unemployed_since date,
  applied_on date not null,
  constraint ranking_row_of_candidate FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidate(organisation_id, id),
  constraint ranking_row_of_ranking FOREIGN KEY (organisation_id, ranking_id) REFERENCES ranking(organisation_id, id),
  constraint ranking_row_once PRIMARY KEY (organisation_id, ranking_id, candidate_id),
  constraint ranking_place_once UNIQUE (organisation_id, ranking_id, rank)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table recommendation (
  organisation_id uuid not null,
  assessment_id uuid not null,
  verdict text not null,
  given_on date not null,
  given_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint recommendation_verdict_known CHECK ((verdict = ANY (ARRAY['POSITIVE'::text, 'CONDITIONAL'::text, 'NEGATIVE'::text]))),
  constraint recommendation_of_assessment FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessment(organisation_id, id),
  constraint recommendation_given_once PRIMARY KEY (organisation_id, assessment_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table recommendation_condition (
  organisation_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  "position" integer not null,
  sealed bytea not null,
  constraint recommendation_condition_of_assessment FOREIGN KEY (organisation_id, assessment_id) REFERENCES recommendation(organisation_id, assessment_id),
  constraint recommendation_condition_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX recommendation_condition_by_assessment ON public.recommendation_condition USING btree (organisation_id, assessment_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table recruitment (
  organisation_id uuid not null,
  project_id uuid not null,
  places integer not null,
  starts_on date not null,
  vacancy_weeks integer not null,
  judged_on date,
  interview_max integer not null,
  interview_weight integer not null,
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  id uuid not null,
  name text not null default ''::text,
  group_id uuid,
  applies_from date,
  applies_until date,
  constraint recruitment_has_places CHECK (((places >= 1) AND (places <= 10000))),
  constraint recruitment_interview_points CHECK ((((interview_max >= 0) AND (interview_max <= 1000)) AND ((interview_weight >= 0) AND (interview_weight <= 100000)))),
  constraint recruitment_weeks_not_negative CHECK (((vacancy_weeks >= 0) AND (vacancy_weeks <= 104))),
  constraint recruitment_window_in_order CHECK ((applies_until >= applies_from)),
  constraint recruitment_window_whole CHECK (((applies_from IS NULL) = (applies_until IS NULL))),
  constraint recruitment_names_group_of_project FOREIGN KEY (organisation_id, group_id, project_id) REFERENCES class_group(organisation_id, id, project_id),
  constraint recruitment_of_project FOREIGN KEY (organisation_id, project_id) REFERENCES project(organisation_id, id),
  constraint recruitment_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint recruitment_key PRIMARY KEY (organisation_id, id),
  constraint recruitment_name_once UNIQUE (organisation_id, project_id, name)
);
CREATE INDEX recruitment_by_group ON public.recruitment USING btree (organisation_id, group_id) WHERE (group_id IS NOT NULL);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table recruitment_closing (
  organisation_id uuid not null,
  recruitment_id uuid not null,
  closed_on date not null,
  kept_until date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  no integer not null default 1,
  constraint recruitment_closing_counts_from_one CHECK ((no >= 1)),
  constraint recruitment_closing_keeps_after CHECK ((kept_until >= closed_on)),
  constraint recruitment_closing_of_recruitment FOREIGN KEY (organisation_id, recruitment_id) REFERENCES recruitment(organisation_id, id),
  constraint recruitment_closing_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint recruitment_closes_once PRIMARY KEY (organisation_id, recruitment_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table recruitment_edition (
  organisation_id uuid not null,
  recruitment_id uuid not null,
  no integer not null,
  terms jsonb not null,
  sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint recruitment_edition_counts_from_one CHECK ((no >= 1)),
  constraint recruitment_edition_of_recruitment FOREIGN KEY (organisation_id, recruitment_id) REFERENCES recruitment(organisation_id, id),
  constraint recruitment_edition_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint recruitment_edition_in_order PRIMARY KEY (organisation_id, recruitment_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table recruitment_paper (
  organisation_id uuid not null,
  recruitment_id uuid not null,
  kind text not null,
  no integer not null,
  words text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint recruitment_paper_counts_from_one CHECK ((no >= 1)),
  constraint recruitment_paper_known CHECK ((kind = ANY (ARRAY['DECLARATION'::text, 'NOTICE'::text]))),
  constraint recruitment_paper_of_recruitment FOREIGN KEY (organisation_id, recruitment_id) REFERENCES recruitment(organisation_id, id),
  constraint recruitment_paper_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint recruitment_paper_in_order PRIMARY KEY (organisation_id, recruitment_id, kind, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table recruitment_point (
  organisation_id uuid not null,
  id uuid not null,
  recruitment_id uuid not null,
  no integer not null,
  name text not null,
  max_points integer not null,
  weight integer not null,
  withdrawn_at timestamp with time zone,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint recruitment_point_has_points CHECK ((((max_points >= 1) AND (max_points <= 1000)) AND ((weight >= 1) AND (weight <= 100000)))),
  constraint recruitment_point_of_recruitment FOREIGN KEY (organisation_id, recruitment_id) REFERENCES recruitment(organisation_id, id),
  constraint recruitment_point_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint recruitment_point_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX recruitment_point_by_recruitment ON public.recruitment_point USING btree (organisation_id, recruitment_id, no);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table recruitment_reopening (
  organisation_id uuid not null,
  id uuid not null,
  recruitment_id uuid not null,
  no integer not null,
  reopened_on date not null,
  sealed bytea not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint recruitment_reopening_of_closing FOREIGN KEY (organisation_id, recruitment_id, no) REFERENCES recruitment_closing(organisation_id, recruitment_id, no),
  constraint recruitment_reopening_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint recruitment_reopening_key PRIMARY KEY (organisation_id, id),
  constraint recruitment_reopens_once UNIQUE (organisation_id, recruitment_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table recruitment_start (
  organisation_id uuid not null,
  enrolment_id uuid not null,
  recruitment_id uuid not null,
  constraint recruitment_start_of_enrolment FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolment(organisation_id, id),
  constraint recruitment_start_of_recruitment FOREIGN KEY (organisation_id, recruitment_id) REFERENCES recruitment(organisation_id, id),
  constraint recruitment_start_once PRIMARY KEY (organisation_id, enrolment_id)
);
CREATE INDEX recruitment_start_by_recruitment ON public.recruitment_start USING btree (organisation_id, recruitment_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table referral (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  legal_basis text,
  person_id uuid not null,
  to_organisation_id uuid not null,
  needs text[] not null default '{}'::text[],
  urgency text not null,
  sections text[] not null default '{}'::text[],
  sent_at timestamp with time zone not null,
  feedback_due date not null,
  share_id uuid not null,
  reason_sealed bytea not null,
  homeless boolean not null,
  sent_by uuid not null,
  health_basis text,
  ground text,
  service_sealed bytea,
  constraint referral_ground_known CHECK ((ground = ANY (ARRAY['SA_ART_48A'::text, 'SA_ART_49'::text, 'SA_ART_53'::text, 'SA_ART_108'::text, 'SE_ART_12'::text, 'SE_ART_16'::text, 'SE_ART_18'::text, 'SA_ART_105'::text, 'LABOUR_ACT'::text, 'COOPERATION_AGREEMENT'::text, 'OTHER'::text]))),
  constraint referral_health_basis_known CHECK ((health_basis = ANY (ARRAY['ART_9_2_A'::text, 'ART_9_2_B'::text, 'ART_9_2_C'::text, 'ART_9_2_H'::text]))),
  constraint referral_kind_known CHECK ((kind = ANY (ARRAY['STATUTORY'::text, 'COOPERATIVE'::text, 'SELF'::text]))),
  constraint referral_to_another CHECK ((to_organisation_id <> organisation_id)),
  constraint referral_urgency_known CHECK ((urgency = ANY (ARRAY['EMERGENCY_112'::text, 'TODAY'::text, '3_DAYS'::text, 'ROUTINE'::text]))),
  constraint referral_by_share FOREIGN KEY (organisation_id, share_id) REFERENCES share(organisation_id, id),
  constraint referral_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint referral_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint referral_to_organisation_id_fkey FOREIGN KEY (to_organisation_id) REFERENCES organisation(id),
  constraint referral_key PRIMARY KEY (organisation_id, id),
  constraint referral_share_once UNIQUE (organisation_id, share_id)
);
CREATE INDEX referral_by_person ON public.referral USING btree (organisation_id, person_id);
CREATE INDEX referral_by_receiver ON public.referral USING btree (to_organisation_id, sent_at DESC);
grant insert, select, update to powrot_app;
grant select to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table referral_attachment (
  organisation_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  file_id uuid not null,
  section text not null,
  title_sealed bytea not null,
  constraint referral_attachment_file FOREIGN KEY (organisation_id, file_id) REFERENCES stored_file(organisation_id, id),
  constraint referral_attachment_of FOREIGN KEY (organisation_id, referral_id) REFERENCES referral(organisation_id, id),
  constraint referral_attachment_key PRIMARY KEY (organisation_id, id),
  constraint referral_attachment_once UNIQUE (organisation_id, referral_id, file_id)
);
grant insert, select to powrot_app;
grant select to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table referral_step (
  organisation_id uuid not null,
  id uuid not null,
  referral_organisation_id uuid not null,
  referral_id uuid not null,
  kind text not null,
  decision text,
  reason text,
  outcome text,
  note_sealed bytea,
  confirmed boolean not null default false,
  happened_on date not null,
  taken_by uuid not null,
  taken_at timestamp with time zone not null default powrot_now(),
  constraint referral_decides CHECK (((kind = 'DECIDED'::text) = (decision IS NOT NULL))),
  constraint referral_decision_known CHECK ((decision = ANY (ARRAY['ACCEPTED'::text, 'DECLINED'::text, 'REDIRECTED'::text, 'WAITLIST'::text]))),
  constraint referral_has_outcome CHECK (((kind = ANY (ARRAY['OUTCOME'::text, 'CLOSED'::text])) = (outcome IS NOT NULL))),
  constraint referral_outcome_known CHECK ((outcome = ANY (ARRAY['SERVICE_STARTED'::text, 'ASSESSED_NO_SERVICE'::text, 'REFUSED_BY_PERSON'::text, 'NOT_FOUND'::text, 'NO_PLACE'::text, 'REDIRECTED'::text, 'TAKEN_TO_HOSPITAL'::text, 'OTHER'::text]))),
  constraint referral_step_known CHECK ((kind = ANY (ARRAY['RECEIVED'::text, 'DECIDED'::text, 'APPEARED'::text, 'NOT_APPEARED'::text, 'OUTCOME'::text, 'CLOSED'::text, 'WITHDRAWN'::text]))),
  constraint referral_step_of FOREIGN KEY (referral_organisation_id, referral_id) REFERENCES referral(organisation_id, id),
  constraint referral_step_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint referral_step_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX referral_step_by_referral ON public.referral_step USING btree (referral_organisation_id, referral_id, taken_at);
CREATE UNIQUE INDEX referral_step_once ON public.referral_step USING btree (referral_organisation_id, referral_id, kind) WHERE (kind = ANY (ARRAY['RECEIVED'::text, 'CLOSED'::text, 'WITHDRAWN'::text]));
grant insert, select to powrot_app;
grant select to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table register_closing (
  organisation_id uuid not null,
  session_id uuid not null,
  topic text not null,
  content text,
  leader_id uuid not null,
  substitute_id uuid,
  held_minutes integer not null,
  present integer not null,
  late_reason text,
  closed_by uuid not null,
  closed_at timestamp with time zone not null default powrot_now(),
  work_done text,
  meals_issued integer,
  constraint register_held_minutes_range CHECK (((held_minutes >= 0) AND (held_minutes <= 720))),
  constraint register_meals_range CHECK (((meals_issued >= 0) AND (meals_issued <= 500))),
  constraint register_closed_by_member FOREIGN KEY (organisation_id, closed_by) REFERENCES membership(organisation_id, account_id),
  constraint register_closing_of_session FOREIGN KEY (organisation_id, session_id) REFERENCES class_session(organisation_id, id),
  constraint register_leader_is_member FOREIGN KEY (organisation_id, leader_id) REFERENCES membership(organisation_id, account_id),
  constraint register_substitute_is_member FOREIGN KEY (organisation_id, substitute_id) REFERENCES membership(organisation_id, account_id),
  constraint register_closes_once PRIMARY KEY (organisation_id, session_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table register_co_leader (
  organisation_id uuid not null,
  session_id uuid not null,
  account_id uuid not null,
  constraint register_co_leader_is_member FOREIGN KEY (organisation_id, account_id) REFERENCES membership(organisation_id, account_id),
  constraint register_co_leader_of_closing FOREIGN KEY (organisation_id, session_id) REFERENCES register_closing(organisation_id, session_id),
  constraint register_co_leader_once PRIMARY KEY (organisation_id, session_id, account_id)
);
CREATE INDEX register_co_leader_by_account ON public.register_co_leader USING btree (organisation_id, account_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table register_issue (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  item text not null,
  quantity integer not null,
  issued_by uuid not null,
  issued_at timestamp with time zone not null default powrot_now(),
  constraint register_issue_item_known CHECK ((item = ANY (ARRAY['CLOTHING'::text, 'SHOES'::text, 'GLOVES'::text, 'GLASSES'::text, 'HELMET'::text, 'HEARING'::text, 'MASK'::text, 'VEST'::text, 'OTHER'::text]))),
  constraint register_issue_quantity CHECK (((quantity >= 1) AND (quantity <= 99))),
  constraint register_issue_by_member FOREIGN KEY (organisation_id, issued_by) REFERENCES membership(organisation_id, account_id),
  constraint register_issue_of_session FOREIGN KEY (organisation_id, session_id) REFERENCES class_session(organisation_id, id),
  constraint register_issue_to_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint register_issue_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX register_issue_by_person ON public.register_issue USING btree (organisation_id, person_id);
CREATE INDEX register_issue_by_session ON public.register_issue USING btree (organisation_id, session_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table register_month_lock (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  month date not null,
  no integer not null,
  locked_by uuid not null,
  locked_at timestamp with time zone not null default powrot_now(),
  constraint register_month_is_first_day CHECK (((EXTRACT(day FROM month) = (1)::numeric) AND (no > 0))),
  constraint register_month_lock_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint register_month_locked_by_member FOREIGN KEY (organisation_id, locked_by) REFERENCES membership(organisation_id, account_id),
  constraint register_month_lock_key PRIMARY KEY (organisation_id, id),
  constraint register_month_locks_in_turn UNIQUE (organisation_id, unit_id, month, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table register_month_unlock (
  organisation_id uuid not null,
  lock_id uuid not null,
  reason bytea not null,
  unlocked_by uuid not null,
  unlocked_at timestamp with time zone not null default powrot_now(),
  constraint register_month_unlock_of_lock FOREIGN KEY (organisation_id, lock_id) REFERENCES register_month_lock(organisation_id, id),
  constraint register_month_unlocked_by_member FOREIGN KEY (organisation_id, unlocked_by) REFERENCES membership(organisation_id, account_id),
  constraint register_month_unlocks_once PRIMARY KEY (organisation_id, lock_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table reminder_preference (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  channel text not null,
  noted_by uuid not null,
  noted_at timestamp with time zone not null default powrot_now(),
  constraint reminder_preference_channel_known CHECK ((channel = ANY (ARRAY['SLIP'::text, 'SMS'::text, 'EMAIL'::text, 'NONE'::text]))),
  constraint reminder_preference_by_member FOREIGN KEY (organisation_id, noted_by) REFERENCES membership(organisation_id, account_id),
  constraint reminder_preference_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint reminder_preference_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX reminder_preference_by_person ON public.reminder_preference USING btree (organisation_id, person_id, noted_at DESC);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table report_attempt (
  organisation_id uuid not null,
  id uuid not null,
  subject bytea not null,
  at timestamp with time zone not null,
  constraint report_attempt_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX report_attempt_by_subject ON public.report_attempt USING btree (organisation_id, subject, at);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table report_door (
  organisation_id uuid not null,
  code text not null,
  unit_id uuid not null,
  is_open boolean not null,
  areas text[] not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  constraint report_door_code_plain CHECK ((code ~ '^[a-z0-9-]{2,40}$'::text)),
  constraint report_door_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint report_door_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint report_door_key PRIMARY KEY (organisation_id),
  constraint report_door_code_once UNIQUE (code)
);
grant insert, select, update to powrot_app;
grant select to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table report_snapshot (
  organisation_id uuid not null,
  id uuid not null,
  code text not null,
  project_id uuid not null,
  version_no integer not null,
  correction_reason text,
  as_at date not null,
  content text not null,
  content_hash text not null,
  sent_by uuid not null,
  sent_at timestamp with time zone not null default powrot_now(),
  constraint report_snapshot_code_known CHECK ((code = 'RP-03'::text)),
  constraint report_snapshot_correction_has_reason CHECK (((version_no = 1) OR (correction_reason IS NOT NULL))),
  constraint report_snapshot_hash_of_content CHECK ((content_hash = encode(sha256(convert_to(content, 'UTF8'::name)), 'hex'::text))),
  constraint report_snapshot_by_member FOREIGN KEY (organisation_id, sent_by) REFERENCES membership(organisation_id, account_id),
  constraint report_snapshot_of_project FOREIGN KEY (organisation_id, project_id) REFERENCES project(organisation_id, id),
  constraint report_snapshot_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint report_snapshot_key PRIMARY KEY (organisation_id, id),
  constraint report_snapshot_version_once UNIQUE (organisation_id, code, project_id, version_no)
);
grant insert, select to powrot_app;
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

table reserve_answer (
  organisation_id uuid not null,
  offer_id uuid not null,
  answer text not null,
  answered_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint reserve_answer_known CHECK ((answer = ANY (ARRAY['TAKEN'::text, 'DECLINED'::text, 'NO_ANSWER'::text, 'WITHDRAWN_BY_US'::text, 'WITHDREW'::text]))),
  constraint reserve_answer_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint reserve_answer_to_offer FOREIGN KEY (organisation_id, offer_id) REFERENCES reserve_offer(organisation_id, id),
  constraint reserve_offer_answered_once PRIMARY KEY (organisation_id, offer_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table reserve_offer (
  organisation_id uuid not null,
  id uuid not null,
  recruitment_id uuid not null,
  candidate_id uuid not null,
  offered_on date not null,
  answer_by date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint reserve_offer_leaves_time CHECK ((answer_by >= offered_on)),
  constraint reserve_offer_of_recruitment FOREIGN KEY (organisation_id, recruitment_id) REFERENCES recruitment(organisation_id, id),
  constraint reserve_offer_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint reserve_offer_to_candidate FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidate(organisation_id, id),
  constraint reserve_offer_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX reserve_offer_by_candidate ON public.reserve_offer USING btree (organisation_id, candidate_id);
CREATE INDEX reserve_offer_by_recruitment ON public.reserve_offer USING btree (organisation_id, recruitment_id, recorded_at);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table reserved_hours (
  organisation_id uuid,
  id uuid,
  day date,
  starts_at time without time zone,
  minutes integer,
  reserved_by uuid,
  reserved_at timestamp with time zone,
  duty_id uuid,
  consultant_id uuid,
  place text,
  ended_as text,
  ended_at timestamp with time zone
);
grant select to powrot_app;
row security: OFF, owner powrot_owner;

table service_exchange (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  day date not null,
  giver_id uuid,
  receiver_id uuid,
  minutes integer not null,
  sealed bytea not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint service_exchange_of_somebody CHECK (((giver_id IS NOT NULL) OR (receiver_id IS NOT NULL))),
  constraint service_exchange_of_two CHECK ((giver_id <> receiver_id)),
  constraint service_exchange_time CHECK (((minutes >= 5) AND (minutes <= 1440))),
  constraint service_exchange_withdrawn_whole CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
  constraint service_exchange_given_by FOREIGN KEY (organisation_id, giver_id) REFERENCES person(organisation_id, id),
  constraint service_exchange_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint service_exchange_received_by FOREIGN KEY (organisation_id, receiver_id) REFERENCES person(organisation_id, id),
  constraint service_exchange_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint service_exchange_withdrawn_by_member FOREIGN KEY (organisation_id, withdrawn_by) REFERENCES membership(organisation_id, account_id),
  constraint service_exchange_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX service_exchange_by_giver ON public.service_exchange USING btree (organisation_id, giver_id);
CREATE INDEX service_exchange_by_receiver ON public.service_exchange USING btree (organisation_id, receiver_id);
CREATE INDEX service_exchange_by_unit ON public.service_exchange USING btree (organisation_id, unit_id, day);
grant insert, select to powrot_app;
grant update (withdrawn_at, withdrawn_by) to powrot_app;
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
CREATE INDEX session_by_address ON public.session USING btree (account_id, address_hash);
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
  consent_id uuid,
  constraint share_period CHECK ((valid_until >= valid_from)),
  constraint share_to_another CHECK ((to_organisation_id <> organisation_id)),
  constraint share_of_consent FOREIGN KEY (organisation_id, consent_id) REFERENCES consent(organisation_id, id),
  constraint share_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint share_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint share_to_organisation_id_fkey FOREIGN KEY (to_organisation_id) REFERENCES organisation(id),
  constraint share_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX share_by_person ON public.share USING btree (organisation_id, person_id);
CREATE INDEX share_by_receiver ON public.share USING btree (to_organisation_id, id);
CREATE INDEX share_received ON public.share USING btree (to_organisation_id, person_id);
grant insert, select to powrot_app;
grant select to powrot_search;
grant update (withdrawn_at) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table share_side (
  organisation_id uuid not null,
  id uuid not null,
  share_id uuid not null,
  contract_id uuid,
  plan_id uuid,
  side text not null,
  goal_ids uuid[] not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null default powrot_now(),
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint share_side_ended_by_somebody CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint share_side_goals_few CHECK ((cardinality(goal_ids) <= 30)),
  constraint share_side_known CHECK (
CASE
    WHEN (contract_id IS NOT NULL) THEN (side = 'LEAD'::text)
    ELSE (side = ANY (ARRAY['SHELTER'::text, 'LEAD_ORGANISATION'::text]))
END),
  constraint share_side_of_one_paper CHECK ((num_nonnulls(contract_id, plan_id) = 1)),
  constraint share_side_of_contract FOREIGN KEY (organisation_id, contract_id) REFERENCES social_contract(organisation_id, id),
  constraint share_side_of_plan FOREIGN KEY (organisation_id, plan_id) REFERENCES plan(organisation_id, id),
  constraint share_side_of_share FOREIGN KEY (organisation_id, share_id) REFERENCES share(organisation_id, id),
  constraint share_side_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX share_side_by_share ON public.share_side USING btree (organisation_id, share_id);
CREATE UNIQUE INDEX share_side_has_one_partner ON public.share_side USING btree (organisation_id, COALESCE(contract_id, plan_id), side) WHERE (ended_at IS NULL);
grant insert, select to powrot_app;
grant select to powrot_search;
grant update (ended_at, ended_by) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table shift_link (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  service text not null,
  label text not null,
  link_hash bytea not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  made_by uuid not null,
  made_at timestamp with time zone not null default powrot_now(),
  constraint shift_link_ends_with_the_shift CHECK ((expires_at <= (made_at + '16:00:00'::interval))),
  constraint shift_link_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint shift_link_key PRIMARY KEY (organisation_id, id),
  constraint shift_link_hash_once UNIQUE (link_hash)
);
CREATE INDEX shift_link_by_end ON public.shift_link USING btree (organisation_id, expires_at DESC);
grant insert, select to powrot_app;
grant select to powrot_search;
grant update (revoked_at) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table shift_link_use (
  organisation_id uuid not null,
  link_id uuid not null,
  subject bytea not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  constraint shift_link_use_of_link FOREIGN KEY (organisation_id, link_id) REFERENCES shift_link(organisation_id, id),
  constraint shift_link_use_key PRIMARY KEY (organisation_id, link_id, subject)
);
CREATE INDEX shift_link_use_by_day ON public.shift_link_use USING btree (organisation_id, last_at);
grant delete, insert, select to powrot_app;
grant update (last_at) to powrot_app;
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

table signature_proof (
  organisation_id uuid not null,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  party text not null,
  kind text not null,
  document_id uuid,
  file_id uuid,
  sha256 bytea,
  place bytea,
  picture bytea,
  device text,
  finding bytea,
  taken_at timestamp with time zone not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint signature_proof_file_hashed CHECK (((file_id IS NULL) = (sha256 IS NULL))),
  constraint signature_proof_of_its_kind CHECK ((((kind = 'PAPER'::text) AND (picture IS NULL) AND (finding IS NULL)) OR ((kind = 'DRAWN'::text) AND (picture IS NOT NULL) AND (file_id IS NULL)) OR ((kind = 'ELECTRONIC'::text) AND (document_id IS NOT NULL) AND (file_id IS NOT NULL) AND (finding IS NOT NULL)))),
  constraint signature_proof_file FOREIGN KEY (organisation_id, file_id) REFERENCES stored_file(organisation_id, id),
  constraint signature_proof_of_document FOREIGN KEY (organisation_id, document_id) REFERENCES document_to_sign(organisation_id, id),
  constraint signature_proof_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX signature_proof_by_subject ON public.signature_proof USING btree (organisation_id, subject_type, subject_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table slot_claim (
  organisation_id uuid not null,
  duty_id uuid not null,
  day date not null,
  starts_at time without time zone not null,
  booking_id uuid,
  offer_id uuid,
  held_until timestamp with time zone,
  reservation_id uuid,
  constraint slot_claim_by_one CHECK (((num_nonnulls(booking_id, offer_id, reservation_id) = 1) AND ((offer_id IS NULL) = (held_until IS NULL)))),
  constraint slot_claim_of_booking FOREIGN KEY (organisation_id, booking_id) REFERENCES booking(organisation_id, id),
  constraint slot_claim_of_duty FOREIGN KEY (organisation_id, duty_id) REFERENCES consultant_duty(organisation_id, id),
  constraint slot_claim_of_offer FOREIGN KEY (organisation_id, offer_id) REFERENCES waiting_offer(organisation_id, id),
  constraint slot_claim_of_reservation FOREIGN KEY (organisation_id, reservation_id) REFERENCES slot_reservation(organisation_id, id),
  constraint slot_claimed_once PRIMARY KEY (organisation_id, duty_id, day, starts_at)
);
CREATE INDEX slot_claim_by_booking ON public.slot_claim USING btree (organisation_id, booking_id);
CREATE INDEX slot_claim_by_end ON public.slot_claim USING btree (held_until) WHERE (held_until IS NOT NULL);
CREATE INDEX slot_claim_by_offer ON public.slot_claim USING btree (organisation_id, offer_id);
CREATE INDEX slot_claim_by_reservation ON public.slot_claim USING btree (organisation_id, reservation_id);
grant delete, insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table slot_reservation (
  organisation_id uuid not null,
  id uuid not null,
  duty_id uuid not null,
  day date not null,
  starts_at time without time zone not null,
  minutes integer not null,
  purpose text not null,
  reserved_by uuid not null,
  reserved_at timestamp with time zone not null default powrot_now(),
  constraint slot_reservation_lasts CHECK (((minutes >= 10) AND (minutes <= 1440))),
  constraint slot_reservation_purpose_known CHECK ((purpose = 'INTERVIEW'::text)),
  constraint slot_reservation_by_member FOREIGN KEY (organisation_id, reserved_by) REFERENCES membership(organisation_id, account_id),
  constraint slot_reservation_of_duty FOREIGN KEY (organisation_id, duty_id) REFERENCES consultant_duty(organisation_id, id),
  constraint slot_reservation_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX slot_reservation_by_duty ON public.slot_reservation USING btree (organisation_id, duty_id, day);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table slot_reservation_ending (
  organisation_id uuid not null,
  reservation_id uuid not null,
  outcome text not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null default powrot_now(),
  constraint slot_reservation_ending_known CHECK ((outcome = ANY (ARRAY['CANCELLED'::text, 'MOVED'::text, 'CONSULTANT_AWAY'::text]))),
  constraint slot_reservation_ending_by_member FOREIGN KEY (organisation_id, ended_by) REFERENCES membership(organisation_id, account_id),
  constraint slot_reservation_ending_of_reservation FOREIGN KEY (organisation_id, reservation_id) REFERENCES slot_reservation(organisation_id, id),
  constraint slot_reservation_ends_once PRIMARY KEY (organisation_id, reservation_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table social_contract (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  case_id uuid,
  unit_id uuid not null,
  year integer not null,
  no integer not null,
  variant text not null,
  social_worker_id uuid,
  commune text not null,
  homeless boolean not null,
  unemployed boolean not null,
  pup_referral text,
  situation bytea,
  resources bytea,
  barriers bytea,
  actions_so_far bytea,
  consequences text not null,
  drafted_by uuid not null,
  drafted_on date not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  changed_in jsonb not null default '{}'::jsonb,
  unemployment bytea,
  constraint social_contract_commune_teryt CHECK ((commune ~ '^[0-9]{6,7}$'::text)),
  constraint social_contract_variant_known CHECK ((variant = ANY (ARRAY['IA_IIA'::text, 'IB_IIB'::text]))),
  constraint social_contract_of_case FOREIGN KEY (organisation_id, case_id) REFERENCES support_case(organisation_id, id),
  constraint social_contract_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint social_contract_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint social_contract_worker FOREIGN KEY (organisation_id, social_worker_id) REFERENCES membership(organisation_id, account_id),
  constraint social_contract_key PRIMARY KEY (organisation_id, id),
  constraint social_contract_no_once UNIQUE (organisation_id, year, no)
);
CREATE INDEX social_contract_by_person ON public.social_contract USING btree (organisation_id, person_id);
CREATE INDEX social_contract_by_unit ON public.social_contract USING btree (organisation_id, unit_id);
grant insert, select, update to powrot_app;
grant select (id, organisation_id, person_id, variant) to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table standing_closing (
  organisation_id uuid,
  recruitment_id uuid,
  closed_on date,
  kept_until date,
  recorded_by uuid,
  recorded_at timestamp with time zone,
  no integer
);
grant select to powrot_app;
row security: OFF, owner powrot_owner;

table standing_excuse (
  organisation_id uuid,
  id uuid,
  ipzs_id uuid,
  kind text,
  from_on date,
  to_on date,
  document_on date,
  state text,
  answer_no integer,
  answered_on date,
  answered_at timestamp with time zone,
  recorded_at timestamp with time zone
);
grant select to powrot_app;
row security: OFF, owner powrot_owner;

table standing_withdrawal (
  organisation_id uuid,
  candidate_id uuid,
  withdrawn_on date,
  recorded_by uuid,
  recorded_at timestamp with time zone,
  id uuid
);
grant select to powrot_app;
row security: OFF, owner powrot_owner;

table stored_file (
  organisation_id uuid not null,
  id uuid not null,
  storage_name text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null default powrot_now(),
  constraint stored_file_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint stored_file_key PRIMARY KEY (organisation_id, id)
);
grant delete, insert, select to powrot_app;
grant select (id, media_type, organisation_id, sha256, size_bytes, storage_name) to powrot_search;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
policy sharing for r to powrot_search using true check -;
row security: on forced, owner powrot_owner;

table street_month (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  month date not null,
  version_no integer not null,
  correction_reason text,
  content text not null,
  content_hash text not null,
  frozen_by uuid not null,
  frozen_at timestamp with time zone not null default powrot_now(),
  narrative_sealed bytea,
  constraint street_month_correction_has_reason CHECK (((version_no > 1) = (correction_reason IS NOT NULL))),
  constraint street_month_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint street_month_key PRIMARY KEY (organisation_id, id),
  constraint street_month_version_once UNIQUE (organisation_id, unit_id, month, version_no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table street_training (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  held_on date not null,
  hours numeric(4,2) not null,
  topic text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint street_training_hours CHECK (((hours > (0)::numeric) AND (hours <= (24)::numeric))),
  constraint street_training_kind_known CHECK ((kind = ANY (ARRAY['TRAINING'::text, 'SUPERVISION'::text]))),
  constraint street_training_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint street_training_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX street_training_by_unit ON public.street_training USING btree (organisation_id, unit_id, held_on);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table street_training_attendee (
  organisation_id uuid not null,
  training_id uuid not null,
  account_id uuid not null,
  constraint street_training_attendee_known FOREIGN KEY (organisation_id, account_id) REFERENCES membership(organisation_id, account_id),
  constraint street_training_attendee_of_training FOREIGN KEY (organisation_id, training_id) REFERENCES street_training(organisation_id, id),
  constraint street_training_attended_once PRIMARY KEY (organisation_id, training_id, account_id)
);
CREATE INDEX street_training_attendee_by_account ON public.street_training_attendee USING btree (organisation_id, account_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table street_training_withdrawal (
  organisation_id uuid not null,
  training_id uuid not null,
  reason text not null,
  withdrawn_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint street_training_withdrawal_of FOREIGN KEY (organisation_id, training_id) REFERENCES street_training(organisation_id, id),
  constraint street_training_withdrawn_once PRIMARY KEY (organisation_id, training_id)
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
grant select to powrot_search;
policy finder for r to powrot_search using true check -;
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

table sync_change (
  organisation_id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  seq bigint not null generated always as identity,
  topic text not null,
  record_id uuid not null,
  at timestamp with time zone default (NULLIF(current_setting('powrot.now'::text, true), ''::text))::timestamp with time zone,
  constraint sync_change_key PRIMARY KEY (organisation_id, xid, seq)
);
grant insert to powrot_search;
grant select to powrot_app;
policy door for a to powrot_search using - check true;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table sync_epoch (
  organisation_id uuid not null,
  epoch uuid not null default gen_random_uuid(),
  forgotten_to xid8,
  constraint sync_epoch_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint sync_epoch_key PRIMARY KEY (organisation_id)
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
CREATE INDEX task_by_source ON public.task USING btree (organisation_id, source_id) WHERE (source_id IS NOT NULL);
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
  by_source boolean not null default false,
  constraint task_outcome_known CHECK ((outcome = ANY (ARRAY['DONE'::text, 'PARTLY'::text, 'NOT_DONE'::text, 'NO_LONGER_RELEVANT'::text]))),
  constraint task_ending_of_task FOREIGN KEY (organisation_id, task_id) REFERENCES task(organisation_id, id),
  constraint task_ends_once PRIMARY KEY (organisation_id, task_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table timetable_proposal (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  from_on date not null,
  order_given jsonb not null,
  fingerprint bytea not null,
  plan jsonb not null,
  made_by uuid not null,
  made_at timestamp with time zone not null default powrot_now(),
  constraint timetable_proposal_made_by_member FOREIGN KEY (organisation_id, made_by) REFERENCES membership(organisation_id, account_id),
  constraint timetable_proposal_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint timetable_proposal_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX timetable_proposal_by_unit ON public.timetable_proposal USING btree (organisation_id, unit_id, made_by);
grant delete, insert, select to powrot_app;
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

table valid_attendance_card (
  organisation_id uuid,
  id uuid,
  person_id uuid,
  issued_by uuid,
  issued_at timestamp with time zone
);
grant select to powrot_app;
row security: OFF, owner powrot_owner;

table volunteer (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  first_name text not null,
  last_name text not null,
  sealed bytea not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  constraint volunteer_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint volunteer_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint volunteer_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX volunteer_by_unit ON public.volunteer USING btree (organisation_id, unit_id);
grant insert, select to powrot_app;
grant update (first_name, last_name, sealed, unit_id, version) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table volunteer_agreement (
  organisation_id uuid not null,
  id uuid not null,
  volunteer_id uuid not null,
  number text not null,
  starts_on date not null,
  ends_on date,
  written boolean not null,
  signed_on date,
  pledged_on date not null,
  guardian_consent_on date,
  insurance text not null,
  tasks text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint volunteer_agreement_lasts CHECK ((ends_on >= starts_on)),
  constraint volunteer_agreement_withdrawn_whole CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
  constraint volunteer_insurance_known CHECK ((insurance = ANY (ARRAY['ACCIDENT_BY_US'::text, 'ACCIDENT_BY_LAW'::text, 'NOT_ARRANGED'::text]))),
  constraint volunteer_pledges_before_start CHECK ((pledged_on <= starts_on)),
  constraint volunteer_agreement_of_volunteer FOREIGN KEY (organisation_id, volunteer_id) REFERENCES volunteer(organisation_id, id),
  constraint volunteer_agreement_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint volunteer_agreement_withdrawn_by_member FOREIGN KEY (organisation_id, withdrawn_by) REFERENCES membership(organisation_id, account_id),
  constraint volunteer_agreement_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX volunteer_agreement_by_volunteer ON public.volunteer_agreement USING btree (organisation_id, volunteer_id);
CREATE UNIQUE INDEX volunteer_agreement_number_once ON public.volunteer_agreement USING btree (organisation_id, lower(number), EXTRACT(year FROM starts_on)) WHERE (withdrawn_at IS NULL);
grant insert, select to powrot_app;
grant update (withdrawn_at, withdrawn_by) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table volunteer_agreement_ending (
  organisation_id uuid not null,
  agreement_id uuid not null,
  ended_on date not null,
  sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint volunteer_ending_of_agreement FOREIGN KEY (organisation_id, agreement_id) REFERENCES volunteer_agreement(organisation_id, id),
  constraint volunteer_ending_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint volunteer_agreement_ends_once PRIMARY KEY (organisation_id, agreement_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table volunteer_agreement_settling (
  organisation_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  no integer not null,
  signed_on date,
  guardian_consent_on date,
  insurance text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint volunteer_settling_insurance_known CHECK ((insurance = ANY (ARRAY['ACCIDENT_BY_US'::text, 'ACCIDENT_BY_LAW'::text, 'NOT_ARRANGED'::text]))),
  constraint volunteer_settling_of_agreement FOREIGN KEY (organisation_id, agreement_id) REFERENCES volunteer_agreement(organisation_id, id),
  constraint volunteer_settling_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint volunteer_agreement_settling_key PRIMARY KEY (organisation_id, id),
  constraint volunteer_agreement_settling_in_order UNIQUE (organisation_id, agreement_id, no)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table volunteer_availability (
  organisation_id uuid not null,
  id uuid not null,
  volunteer_id uuid not null,
  slots jsonb not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint volunteer_availability_of_volunteer FOREIGN KEY (organisation_id, volunteer_id) REFERENCES volunteer(organisation_id, id),
  constraint volunteer_availability_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint volunteer_availability_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX volunteer_availability_by_volunteer ON public.volunteer_availability USING btree (organisation_id, volunteer_id, recorded_at DESC);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table volunteer_certificate (
  organisation_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  number text not null,
  issued_on date not null,
  until_on date not null,
  minutes integer not null,
  issued_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint volunteer_certificate_of_hours CHECK ((minutes > 0)),
  constraint volunteer_certificate_issued_by_member FOREIGN KEY (organisation_id, issued_by) REFERENCES membership(organisation_id, account_id),
  constraint volunteer_certificate_of_agreement FOREIGN KEY (organisation_id, agreement_id) REFERENCES volunteer_agreement(organisation_id, id),
  constraint volunteer_certificate_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX volunteer_certificate_by_agreement ON public.volunteer_certificate USING btree (organisation_id, agreement_id);
CREATE UNIQUE INDEX volunteer_certificate_number_once ON public.volunteer_certificate USING btree (organisation_id, lower(number), EXTRACT(year FROM issued_on));
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table volunteer_expense (
  organisation_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  day date not null,
  amount_grosze integer not null,
  what text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint volunteer_expense_positive CHECK ((amount_grosze > 0)),
  constraint volunteer_expense_withdrawn_whole CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
  constraint volunteer_expense_of_agreement FOREIGN KEY (organisation_id, agreement_id) REFERENCES volunteer_agreement(organisation_id, id),
  constraint volunteer_expense_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint volunteer_expense_withdrawn_by_member FOREIGN KEY (organisation_id, withdrawn_by) REFERENCES membership(organisation_id, account_id),
  constraint volunteer_expense_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX volunteer_expense_by_agreement ON public.volunteer_expense USING btree (organisation_id, agreement_id);
grant insert, select to powrot_app;
grant update (withdrawn_at, withdrawn_by) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table volunteer_hours (
  organisation_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  day date not null,
  minutes integer not null,
  task text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  source text,
  source_id uuid,
  constraint volunteer_hours_fit_a_day CHECK (((minutes >= 1) AND (minutes <= 1440))),
  constraint volunteer_hours_source_known CHECK ((source = ANY (ARRAY['CLASS'::text, 'MEETING'::text]))),
  constraint volunteer_hours_source_whole CHECK (((source IS NULL) = (source_id IS NULL))),
  constraint volunteer_hours_withdrawn_whole CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
  constraint volunteer_hours_of_agreement FOREIGN KEY (organisation_id, agreement_id) REFERENCES volunteer_agreement(organisation_id, id),
  constraint volunteer_hours_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint volunteer_hours_withdrawn_by_member FOREIGN KEY (organisation_id, withdrawn_by) REFERENCES membership(organisation_id, account_id),
  constraint volunteer_hours_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX volunteer_hours_by_agreement ON public.volunteer_hours USING btree (organisation_id, agreement_id, day);
CREATE UNIQUE INDEX volunteer_hours_of_led_once ON public.volunteer_hours USING btree (organisation_id, source, source_id) WHERE ((withdrawn_at IS NULL) AND (source IS NOT NULL));
grant insert, select to powrot_app;
grant update (withdrawn_at, withdrawn_by) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table volunteer_led_left_out (
  organisation_id uuid not null,
  volunteer_id uuid not null,
  source text not null,
  source_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint volunteer_led_left_out_source_known CHECK ((source = ANY (ARRAY['CLASS'::text, 'MEETING'::text]))),
  constraint volunteer_led_left_out_of_volunteer FOREIGN KEY (organisation_id, volunteer_id) REFERENCES volunteer(organisation_id, id),
  constraint volunteer_led_left_out_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint volunteer_led_left_out_once PRIMARY KEY (organisation_id, volunteer_id, source, source_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table volunteer_training (
  organisation_id uuid not null,
  id uuid not null,
  volunteer_id uuid not null,
  held_on date not null,
  topic text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint volunteer_training_of_volunteer FOREIGN KEY (organisation_id, volunteer_id) REFERENCES volunteer(organisation_id, id),
  constraint volunteer_training_recorded_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint volunteer_training_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX volunteer_training_by_volunteer ON public.volunteer_training USING btree (organisation_id, volunteer_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table waiting_ending (
  organisation_id uuid not null,
  waiting_id uuid not null,
  outcome text not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null default powrot_now(),
  constraint waiting_ending_known CHECK ((outcome = ANY (ARRAY['BOOKED'::text, 'LEFT'::text]))),
  constraint waiting_ending_of_entry FOREIGN KEY (organisation_id, waiting_id) REFERENCES waiting_entry(organisation_id, id),
  constraint waiting_ends_once PRIMARY KEY (organisation_id, waiting_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table waiting_entry (
  organisation_id uuid not null,
  id uuid not null,
  role text not null,
  person_id uuid not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null default powrot_now(),
  constraint waiting_entry_by_member FOREIGN KEY (organisation_id, asked_by) REFERENCES membership(organisation_id, account_id),
  constraint waiting_entry_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint waiting_entry_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX waiting_entry_by_person ON public.waiting_entry USING btree (organisation_id, person_id);
CREATE INDEX waiting_entry_by_role ON public.waiting_entry USING btree (organisation_id, role, asked_at);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table waiting_offer (
  organisation_id uuid not null,
  id uuid not null,
  waiting_id uuid not null,
  duty_id uuid not null,
  day date not null,
  starts_at time without time zone not null,
  until_at timestamp with time zone not null,
  offered_by uuid,
  offered_at timestamp with time zone not null default powrot_now(),
  constraint waiting_offer_of_duty FOREIGN KEY (organisation_id, duty_id) REFERENCES consultant_duty(organisation_id, id),
  constraint waiting_offer_of_entry FOREIGN KEY (organisation_id, waiting_id) REFERENCES waiting_entry(organisation_id, id),
  constraint waiting_offer_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX waiting_offer_by_entry ON public.waiting_offer USING btree (organisation_id, waiting_id);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table waiting_offer_answer (
  organisation_id uuid not null,
  offer_id uuid not null,
  answer text not null,
  answered_by uuid,
  answered_at timestamp with time zone not null default powrot_now(),
  constraint waiting_offer_answer_by_somebody CHECK (((answered_by IS NULL) = (answer = 'LAPSED'::text))),
  constraint waiting_offer_answer_known CHECK ((answer = ANY (ARRAY['ACCEPTED'::text, 'DECLINED'::text, 'WITHDRAWN'::text, 'LAPSED'::text]))),
  constraint waiting_offer_answer_of_offer FOREIGN KEY (organisation_id, offer_id) REFERENCES waiting_offer(organisation_id, id),
  constraint waiting_offer_answered_once PRIMARY KEY (organisation_id, offer_id)
);
grant insert, select to powrot_app;
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

table work_period (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  form text not null,
  started_on date not null,
  ended_on date,
  exactness text not null,
  leaving text,
  certificate text not null,
  sealed bytea not null,
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  withdrawn_at timestamp with time zone,
  changed_in jsonb not null default '{}'::jsonb,
  constraint work_period_certificate_known CHECK ((certificate = ANY (ARRAY['PRESENT'::text, 'LOST'::text, 'NOT_ISSUED'::text, 'UNKNOWN'::text]))),
  constraint work_period_ends_after_start CHECK ((ended_on >= started_on)),
  constraint work_period_exactness_known CHECK ((exactness = ANY (ARRAY['DAY'::text, 'MONTH'::text, 'YEAR'::text]))),
  constraint work_period_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint work_period_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint work_period_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX work_period_by_person ON public.work_period USING btree (organisation_id, person_id, started_on);
grant insert, select to powrot_app;
grant update (certificate, changed_in, ended_on, exactness, form, leaving, sealed, started_on, version, withdrawn_at) to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table work_report (
  organisation_id uuid not null,
  id uuid not null,
  shift_id uuid not null,
  unit_id uuid not null,
  author_id uuid not null,
  actual_start timestamp with time zone,
  actual_end timestamp with time zone,
  weather text,
  lowest_celsius integer,
  office_hours numeric(4,2),
  asks_for_supervision boolean not null default false,
  text_sealed bytea,
  strain_sealed bytea,
  saved_at timestamp with time zone not null default powrot_now(),
  version integer not null default 1,
  constraint work_report_hours CHECK ((actual_end > actual_start)),
  constraint work_report_office_hours CHECK (((office_hours >= (0)::numeric) AND (office_hours <= (24)::numeric))),
  constraint work_report_of_shift FOREIGN KEY (organisation_id, shift_id) REFERENCES outreach_shift(organisation_id, id),
  constraint work_report_of_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint work_report_key PRIMARY KEY (organisation_id, id),
  constraint work_report_once_for_shift_and_worker UNIQUE (organisation_id, shift_id, author_id)
);
CREATE INDEX work_report_by_author ON public.work_report USING btree (organisation_id, author_id, saved_at);
CREATE INDEX work_report_by_unit ON public.work_report USING btree (organisation_id, unit_id, saved_at);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table work_report_snapshot (
  organisation_id uuid not null,
  report_id uuid not null,
  content text not null,
  content_hash text not null,
  taken_by uuid not null,
  taken_at timestamp with time zone not null default powrot_now(),
  constraint work_report_snapshot_of_report FOREIGN KEY (organisation_id, report_id) REFERENCES work_report(organisation_id, id),
  constraint work_report_accepted_once PRIMARY KEY (organisation_id, report_id)
);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table work_report_step (
  organisation_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  step text not null,
  reason_sealed bytea,
  taken_by uuid not null,
  taken_at timestamp with time zone not null default powrot_now(),
  constraint work_report_returned_with_reason CHECK (((step = 'RETURNED'::text) = (reason_sealed IS NOT NULL))),
  constraint work_report_step_known CHECK ((step = ANY (ARRAY['SUBMITTED'::text, 'RETURNED'::text, 'ACCEPTED'::text]))),
  constraint work_report_step_of_report FOREIGN KEY (organisation_id, report_id) REFERENCES work_report(organisation_id, id),
  constraint work_report_step_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX work_report_step_by_report ON public.work_report_step USING btree (organisation_id, report_id, taken_at);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table workshop_card (
  organisation_id uuid not null,
  group_id uuid not null,
  profile text not null,
  stations text not null,
  capacity integer,
  tasks jsonb not null,
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint workshop_card_has_room CHECK ((capacity >= 1)),
  constraint workshop_card_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint workshop_card_of_group FOREIGN KEY (organisation_id, group_id) REFERENCES class_group(organisation_id, id),
  constraint workshop_card_of_group_once PRIMARY KEY (organisation_id, group_id)
);
grant insert, select, update to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table workshop_habit_mark (
  organisation_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  habit text not null,
  month date not null,
  grade integer not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  seq bigint not null generated always as identity,
  constraint workshop_grade_from_1_to_5 CHECK (((grade >= 1) AND (grade <= 5))),
  constraint workshop_habit_known CHECK ((habit = ANY (ARRAY['PUNCTUALITY'::text, 'TEMPO'::text, 'QUALITY'::text, 'COOPERATION'::text, 'SAFETY'::text]))),
  constraint workshop_month_begins_on_first CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint workshop_habit_mark_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint workshop_habit_mark_of_group FOREIGN KEY (organisation_id, group_id) REFERENCES class_group(organisation_id, id),
  constraint workshop_habit_mark_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint workshop_habit_mark_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX workshop_habit_mark_by_group ON public.workshop_habit_mark USING btree (organisation_id, group_id, month);
CREATE INDEX workshop_habit_mark_by_person ON public.workshop_habit_mark USING btree (organisation_id, person_id, month);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table workshop_opinion (
  organisation_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  kind text not null,
  month date not null,
  sealed bytea not null,
  given_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  seq bigint not null generated always as identity,
  constraint workshop_opinion_kind_known CHECK ((kind = ANY (ARRAY['BONUS'::text, 'EXTENSION'::text]))),
  constraint workshop_opinion_month_begins_on_first CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint workshop_opinion_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint workshop_opinion_of_group FOREIGN KEY (organisation_id, group_id) REFERENCES class_group(organisation_id, id),
  constraint workshop_opinion_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint workshop_opinion_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX workshop_opinion_by_group ON public.workshop_opinion USING btree (organisation_id, group_id, month);
CREATE INDEX workshop_opinion_by_person ON public.workshop_opinion USING btree (organisation_id, person_id, month);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table workshop_other_task (
  organisation_id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  day date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  constraint workshop_other_task_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint workshop_other_task_of_group FOREIGN KEY (organisation_id, group_id) REFERENCES class_group(organisation_id, id),
  constraint workshop_other_task_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint workshop_other_task_once_a_day PRIMARY KEY (organisation_id, person_id, day, group_id)
);
CREATE INDEX workshop_other_task_by_group ON public.workshop_other_task USING btree (organisation_id, group_id, day);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

table workshop_skill_mark (
  organisation_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  task_id uuid not null,
  week date not null,
  level integer not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default powrot_now(),
  seq bigint not null generated always as identity,
  constraint workshop_level_from_0_to_4 CHECK (((level >= 0) AND (level <= 4))),
  constraint workshop_week_begins_on_monday CHECK ((EXTRACT(isodow FROM week) = (1)::numeric)),
  constraint workshop_skill_mark_by_member FOREIGN KEY (organisation_id, recorded_by) REFERENCES membership(organisation_id, account_id),
  constraint workshop_skill_mark_of_group FOREIGN KEY (organisation_id, group_id) REFERENCES class_group(organisation_id, id),
  constraint workshop_skill_mark_of_person FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint workshop_skill_mark_key PRIMARY KEY (organisation_id, id)
);
CREATE INDEX workshop_skill_mark_by_group ON public.workshop_skill_mark USING btree (organisation_id, group_id, week);
CREATE INDEX workshop_skill_mark_by_person ON public.workshop_skill_mark USING btree (organisation_id, person_id, week);
grant insert, select to powrot_app;
policy operator for * to powrot_owner using true check true;
policy own_organisation for * to powrot_app using (organisation_id = ( SELECT current_organisation() AS current_organisation)) check (organisation_id = ( SELECT current_organisation() AS current_organisation));
row security: on forced, owner powrot_owner;

CREATE OR REPLACE FUNCTION public.account_secrets(of_account uuid)
 RETURNS TABLE(login text, password_hash text, totp_sealed bytea, totp_pending_sealed bytea, passkeys integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT a.login,
     a.password_hash,
     a.totp_sealed,
     a.totp_pending_sealed,
     ( SELECT (count(*))::integer AS count
            FROM passkey k
           WHERE (k.account_id = a.id)) AS count
    FROM account a
   WHERE (a.id = account_secrets.of_account);
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

CREATE OR REPLACE FUNCTION public.add_job(task text, payload json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform graphile_worker.add_job(task, payload, max_attempts => 12);
end $function$
-- owner powrot_owner, execute: powrot_owner, powrot_app

CREATE OR REPLACE FUNCTION public.audit_retention_years(of_organisation uuid, on_day date)
 RETURNS integer
 LANGUAGE sql
 STABLE
RETURN (GREATEST((SELECT legal_parameter.value FROM legal_parameter WHERE ((legal_parameter.code = 'RETENTION_LOG'::text) AND (legal_parameter.valid_from <= audit_retention_years.on_day)) ORDER BY legal_parameter.valid_from DESC LIMIT 1), (SELECT organisation_parameter.value FROM organisation_parameter WHERE ((organisation_parameter.organisation_id = audit_retention_years.of_organisation) AND (organisation_parameter.code = 'RETENTION_LOG'::text) AND (organisation_parameter.valid_from <= audit_retention_years.on_day)) ORDER BY organisation_parameter.valid_from DESC LIMIT 1)))::integer
-- owner powrot_owner, execute: public, powrot_owner, powrot_keeper

CREATE OR REPLACE FUNCTION public.calendar_feed_of(wanted bytea, on_day date)
 RETURNS TABLE(organisation_id uuid, id uuid, account_id uuid, with_names boolean, display_name text, roles text[], units uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT f.organisation_id,
     f.id,
     f.account_id,
     f.with_names,
     m.display_name,
     ARRAY( SELECT r.role
            FROM membership_role r
           WHERE ((r.organisation_id = f.organisation_id) AND (r.account_id = f.account_id))
           ORDER BY r.role) AS "array",
     ARRAY( SELECT u.unit_id
            FROM membership_unit u
           WHERE ((u.organisation_id = f.organisation_id) AND (u.account_id = f.account_id))
           ORDER BY u.unit_id) AS "array"
    FROM ((calendar_feed f
      JOIN account a ON (((a.id = f.account_id) AND (a.disabled_at IS NULL))))
      JOIN membership m ON (((m.organisation_id = f.organisation_id) AND (m.account_id = f.account_id) AND (m.valid_from <= calendar_feed_of.on_day) AND (COALESCE(m.valid_until, calendar_feed_of.on_day) >= calendar_feed_of.on_day) AND (m.ended_at IS NULL) AND (m.held_at IS NULL))))
   WHERE ((f.address_hash = calendar_feed_of.wanted) AND (f.ended_at IS NULL) AND ( SELECT (count(DISTINCT z.kind) = 2)
            FROM authorisation z
           WHERE ((z.organisation_id = f.organisation_id) AND (z.account_id = f.account_id) AND (z.valid_from <= calendar_feed_of.on_day) AND (COALESCE(z.valid_until, calendar_feed_of.on_day) >= calendar_feed_of.on_day) AND (z.withdrawn_at IS NULL))));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.centre_entry_steps(wanted uuid[])
 RETURNS TABLE(organisation_id uuid, id uuid, entry_organisation_id uuid, entry_id uuid, no integer, act text, state text, done_on date, done_by_name text, opinion text, interview_on date, issuer text, referral_no text, ops_told_on date, commune_agreement text, ops_agreed_on date, words_sealed bytea, commune text, commune_pays boolean, ground text, contract_no text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.organisation_id,
     s.id,
     s.entry_organisation_id,
     s.entry_id,
     s.no,
     s.act,
     s.state,
     s.done_on,
     m.display_name,
     s.opinion,
     s.interview_on,
     s.issuer,
     s.referral_no,
     s.ops_told_on,
     s.commune_agreement,
     s.ops_agreed_on,
     s.words_sealed,
     s.commune,
     s.commune_pays,
     s.ground,
     s.contract_no
    FROM ((centre_entry_step s
      JOIN centre_entry e ON (((e.organisation_id = s.entry_organisation_id) AND (e.id = s.entry_id))))
      JOIN membership m ON (((m.organisation_id = s.organisation_id) AND (m.account_id = s.done_by))))
   WHERE ((s.entry_id = ANY (centre_entry_steps.wanted)) AND ((( SELECT current_organisation() AS current_organisation) = e.organisation_id) OR (( SELECT current_organisation() AS current_organisation) = e.to_organisation_id)))
   ORDER BY s.entry_id, s.no;
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.class_feed_of(wanted bytea, on_day date)
 RETURNS TABLE(organisation_id uuid, id uuid, group_id uuid, room_id uuid, with_names boolean, account_id uuid, display_name text, roles text[], units uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT f.organisation_id,
     f.id,
     f.group_id,
     f.room_id,
     f.with_names,
     f.opened_by,
     m.display_name,
     ARRAY( SELECT r.role
            FROM membership_role r
           WHERE ((r.organisation_id = f.organisation_id) AND (r.account_id = f.opened_by))
           ORDER BY r.role) AS "array",
     ARRAY( SELECT u.unit_id
            FROM membership_unit u
           WHERE ((u.organisation_id = f.organisation_id) AND (u.account_id = f.opened_by))
           ORDER BY u.unit_id) AS "array"
    FROM ((class_feed f
      JOIN account a ON (((a.id = f.opened_by) AND (a.disabled_at IS NULL))))
      JOIN membership m ON (((m.organisation_id = f.organisation_id) AND (m.account_id = f.opened_by) AND (m.valid_from <= class_feed_of.on_day) AND (COALESCE(m.valid_until, class_feed_of.on_day) >= class_feed_of.on_day) AND (m.ended_at IS NULL) AND (m.held_at IS NULL))))
   WHERE ((f.address_hash = class_feed_of.wanted) AND (f.ended_at IS NULL) AND ( SELECT (count(DISTINCT z.kind) = 2)
            FROM authorisation z
           WHERE ((z.organisation_id = f.organisation_id) AND (z.account_id = f.opened_by) AND (z.valid_from <= class_feed_of.on_day) AND (COALESCE(z.valid_until, class_feed_of.on_day) >= class_feed_of.on_day) AND (z.withdrawn_at IS NULL))));
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

CREATE OR REPLACE FUNCTION public.device_author(wanted_device uuid, at_instant timestamp with time zone, on_day date)
 RETURNS TABLE(organisation_id uuid, account_id uuid, display_name text, signing_key bytea, seen_at timestamp with time zone, revoked_at timestamp with time zone, live boolean, roles text[], units uuid[], person_id uuid, authorised boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT d.organisation_id,
     d.account_id,
     m.display_name,
     d.signing_key,
     d.seen_at,
     v.revoked_at,
     ((a.disabled_at IS NULL) AND (m.valid_from <= device_author.on_day) AND (COALESCE(m.valid_until, device_author.on_day) >= device_author.on_day) AND (m.ended_at IS NULL) AND (m.held_at IS NULL)),
     ARRAY( SELECT r.role
            FROM membership_role r
           WHERE ((r.organisation_id = d.organisation_id) AND (r.account_id = d.account_id))
           ORDER BY r.role) AS "array",
     ARRAY( SELECT u.unit_id
            FROM membership_unit u
           WHERE ((u.organisation_id = d.organisation_id) AND (u.account_id = d.account_id))
           ORDER BY u.unit_id) AS "array",
     m.person_id,
     ( SELECT (count(DISTINCT z.kind) = 2)
            FROM authorisation z
           WHERE ((z.organisation_id = d.organisation_id) AND (z.account_id = d.account_id) AND (z.valid_from <= device_author.on_day) AND (COALESCE(z.valid_until, device_author.on_day) >= device_author.on_day) AND (z.withdrawn_at IS NULL)))
    FROM (((device d
      JOIN account a ON ((a.id = d.account_id)))
      JOIN membership m ON (((m.organisation_id = d.organisation_id) AND (m.account_id = d.account_id))))
      LEFT JOIN device_revocation v ON (((v.organisation_id = d.organisation_id) AND (v.device_id = d.id))))
   WHERE (d.id = device_author.wanted_device);
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.device_of_token(wanted_hash bytea, at_instant timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT t.device_id
    FROM device_token t
   WHERE ((t.token_hash = device_of_token.wanted_hash) AND (t.expires_at > device_of_token.at_instant));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.end_devices()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into device_revocation (organisation_id, device_id, reason, revoked_at)
    select d.organisation_id, d.id, 'ACCOUNT_ENDED', coalesce(c.ended_at, c.held_at)
    from changed c join former f on f.organisation_id = c.organisation_id and f.account_id = c.account_id
      join device d on d.organisation_id = c.organisation_id and d.account_id = c.account_id
    where (c.ended_at is not null and f.ended_at is null) or (c.held_at is not null and f.held_at is null)
  on conflict do nothing;
  return null;
end $function$
-- owner powrot_search, execute: powrot_search

CREATE OR REPLACE FUNCTION public.find_people(words text, wanted_no integer, wanted_pesel bytea, kinds text[], everybody boolean, of_units uuid[], of_team boolean, on_day date, at_instant timestamp with time zone, most integer)
 RETURNS TABLE(person_id uuid, score real, total bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET "pg_trgm.similarity_threshold" TO '0.32'
 SET plan_cache_mode TO 'force_custom_plan'
 SET random_page_cost TO '1.1'
AS $function$
  with wanted as materialized (
    select row_number() over (order by length(d.token) desc, d.token) as n, d.token from (select distinct t as token from name_tokens(words) t) d
    order by length(d.token) desc limit 6
  ), alike as (
    -- the organisation as text and no limit inside: the trigram index goes first, not a walk through all words
    select w.n, nt.token, similarity(nt.token, w.token) as likeness, row_number() over (partition by w.n order by similarity(nt.token, w.token) desc, nt.token) as place
    from wanted w join name_token nt on nt.token % w.token
    where nt.organisation_id::text = (select current_organisation())::text and length(w.token) >= 3 and w.token !~ '^[0-9]+$'
  ), fitting as materialized (
    select f.n, f.token, max(f.weight) as weight
    from (
      select w.n, w.token, 1.0::real as weight from wanted w
      union all
      select w.n, b.token, 0.9 from wanted w cross join lateral (
        select nt.token from name_token nt where nt.organisation_id = (select current_organisation())
          and nt.token > w.token and nt.token < w.token || chr(1114109) limit 60) b
      union all
      select a.n, a.token, 0.8 * a.likeness from alike a where a.place <= 30
    ) f group by 1, 2
  ), scored as (
    select m.root_id, sum(m.weight)::real as score
    from (select pt.root_id, f.n, max(f.weight) as weight
          from fitting f join person_token pt on pt.organisation_id = (select current_organisation()) and pt.token = f.token and pt.kind = any (kinds)
          group by 1, 2) m
    group by m.root_id having count(*) = (select count(*) from wanted)
    union all
    select coalesce(p.merged_into, p.id), 10 from person p where p.organisation_id = (select current_organisation()) and p.person_no = wanted_no
    union all
    select coalesce(p.merged_into, p.id), 20 from person p where p.organisation_id = (select current_organisation()) and p.pesel_index = wanted_pesel and p.merged_into is null
  ), best as (select s.root_id, max(s.score) as score from scored s group by s.root_id)
  select b.root_id, b.score, count(*) over () from best b
  where everybody
    or exists (select from person_unit u where u.organisation_id = (select current_organisation()) and u.person_id = b.root_id and u.unit_id = any (of_units))
    or exists (select from person f join person_unit u on u.organisation_id = f.organisation_id and u.person_id = f.id
      where f.organisation_id = (select current_organisation()) and f.merged_into = b.root_id and u.unit_id = any (of_units))
    or (of_team and exists (select from case_member m join support_case c on c.organisation_id = m.organisation_id and c.id = m.case_id
      where m.organisation_id = (select current_organisation()) and m.account_id = (select current_account())
        and m.valid_from <= on_day and coalesce(m.valid_until, on_day) >= on_day
        and (c.person_id = b.root_id or c.person_id in (select f.id from person f where f.organisation_id = c.organisation_id and f.merged_into = b.root_id))))
    or exists (select from break_glass g where g.organisation_id = (select current_organisation()) and g.account_id = (select current_account())
      and g.person_id = b.root_id and g.until_at > at_instant)
  order by b.score desc, b.root_id limit most
$function$
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE PROCEDURE public.follow(IN tbl regclass, IN topic text, IN col name)
 LANGUAGE plpgsql
AS $procedure$
declare one text;
begin
  foreach one in array array['insert', 'update', 'delete'] loop
    execute format('create trigger %I after %s on %s referencing %s for each statement execute function sync_followed(%L, %L)',
      format('follow_%s_%s_%s', topic, col, one), one, tbl,
      case one when 'insert' then 'new table as changed' when 'delete' then 'old table as changed' else 'new table as changed old table as former' end,
      topic, col);
  end loop;
end $procedure$
-- owner powrot_owner, execute: public

CREATE OR REPLACE FUNCTION public.follow_of_assistance()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform sync_changed(a.organisation_id, 'street.person', a.person_id), sync_changed(a.organisation_id, 'street.unit', a.unit_id)
    from changed c join assistance a on a.organisation_id = c.organisation_id and a.id = c.assistance_id;
  return null;
end $function$
-- owner powrot_owner, execute: public

CREATE OR REPLACE FUNCTION public.follow_reservation_ending()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform sync_changed(r.organisation_id, 'free.places', r.facility_id)
    from changed c join facility_reservation r on r.organisation_id = c.organisation_id and r.id = c.reservation_id;
  return null;
end $function$
-- owner powrot_owner, execute: public

CREATE OR REPLACE FUNCTION public.follow_route_ending()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform sync_changed(r.organisation_id, 'street.unit', r.unit_id)
    from changed c join outreach_route r on r.organisation_id = c.organisation_id and r.id = c.route_id;
  return null;
end $function$
-- owner powrot_owner, execute: public

CREATE OR REPLACE FUNCTION public.follow_shift_ending()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform sync_changed(s.organisation_id, 'street.unit', s.unit_id)
    from changed c join outreach_shift s on s.organisation_id = c.organisation_id and s.id = c.shift_id;
  return null;
end $function$
-- owner powrot_owner, execute: public

CREATE OR REPLACE FUNCTION public.follow_street_alert()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform sync_changed(new.organisation_id, 'street.unit', (new.detail ->> 'unitId')::uuid);
  return null;
end $function$
-- owner powrot_owner, execute: public

CREATE OR REPLACE FUNCTION public.follow_task_ending()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform sync_changed(t.organisation_id, 'street.person', t.person_id)
    from changed c join task t on t.organisation_id = c.organisation_id and t.id = c.task_id where t.source_type = 'contact';
  return null;
end $function$
-- owner powrot_owner, execute: public

CREATE OR REPLACE FUNCTION public.follow_whereabouts()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform sync_changed(u.organisation_id, 'street.unit', u.unit_id) from person_unit u
    where u.organisation_id = new.organisation_id and u.person_id = coalesce(new.merged_into, new.id);
  return null;
end $function$
-- owner powrot_owner, execute: public

CREATE OR REPLACE FUNCTION public.invitation_accept(wanted_hash bytea, for_account uuid, new_hash text, at_instant timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare i invitation;
begin
  update invitation set accepted_at = at_instant, account_id = for_account
    where link_hash = wanted_hash and accepted_at is null and withdrawn_at is null and expires_at > at_instant returning * into i;
  if not found then return false; end if;
  if new_hash is not null then
    insert into account (id, login, password_hash, created_at) values (for_account, i.login, new_hash, at_instant);
  end if;
  insert into membership (organisation_id, account_id, display_name, job_title, email, valid_from, valid_until)
    values (i.organisation_id, for_account, i.display_name, i.job_title, i.email, i.valid_from, i.valid_until)
    on conflict on constraint membership_key do update set display_name = i.display_name, job_title = i.job_title, email = i.email,
      valid_from = i.valid_from, valid_until = i.valid_until, ended_at = null, held_at = null, version = membership.version + 1;
  delete from membership_role where organisation_id = i.organisation_id and account_id = for_account;
  delete from membership_unit where organisation_id = i.organisation_id and account_id = for_account;
  insert into membership_role (organisation_id, account_id, role) select i.organisation_id, for_account, r from unnest(i.roles) r;
  insert into membership_unit (organisation_id, account_id, unit_id) select i.organisation_id, for_account, u from unnest(i.unit_ids) u;
  return true;
end $function$
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.invitation_facts(wanted_hash bytea, at_instant timestamp with time zone)
 RETURNS TABLE(organisation_id uuid, organisation_name text, id uuid, login text, display_name text, account_id uuid, password_hash text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT i.organisation_id,
     o.name,
     i.id,
     i.login,
     i.display_name,
     a.id,
     a.password_hash
    FROM ((invitation i
      JOIN organisation o ON ((o.id = i.organisation_id)))
      LEFT JOIN account a ON ((a.login = i.login)))
   WHERE ((i.link_hash = invitation_facts.wanted_hash) AND (i.accepted_at IS NULL) AND (i.withdrawn_at IS NULL) AND (i.expires_at > invitation_facts.at_instant));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.mirror_share_audit(entry jsonb, entry_hash bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into audit_entry (organisation_id, id, xid, at, actor_id, action, outcome, object_type, object_id, person_id, section, reason, request_id, device, command_id, detail, hash)
  select t.organisation_id, (entry ->> 'id')::uuid, pg_current_xact_id(), powrot_now(), current_account(), entry ->> 'action', 'done', 'share', s.id,
    (entry ->> 'personId')::uuid, null, null, entry ->> 'requestId', null, null, (entry ->> 'detail')::json, entry_hash
  from (select (entry ->> 'organisationId')::uuid as organisation_id) t
  join share s on s.id = (entry ->> 'objectId')::uuid
    and (s.organisation_id, s.to_organisation_id) in ((t.organisation_id, current_organisation()), (current_organisation(), t.organisation_id))
  where entry ->> 'action' like 'share.%'
    and (entry ->> 'personId')::uuid is not distinct from case when s.organisation_id = t.organisation_id then s.person_id end
  limit 1;
  if not found then
    raise exception 'no such share between the two organisations' using errcode = 'insufficient_privilege';
  end if;
end $function$
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.name_tokens(value text)
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select w from regexp_split_to_table(regexp_replace(public.norm(value), '[''`’ʼ]', '', 'g'), '[[:space:][:punct:]]+') w where w <> '' $function$
-- owner powrot_owner, execute: public

CREATE OR REPLACE FUNCTION public.norm(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN lower(unaccent('unaccent'::regdictionary, COALESCE(value, ''::text)))
-- owner powrot_owner, execute: public

CREATE OR REPLACE FUNCTION public.note_standing()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into member_standing (organisation_id, account_id, since, roles, units)
    select m.organisation_id, m.account_id,
      case when exists (select from member_standing s where s.organisation_id = m.organisation_id and s.account_id = m.account_id)
        then coalesce(nullif(current_setting('powrot.now', true), '')::timestamptz, '-infinity') else '-infinity' end,
      array(select r.role from membership_role r where r.organisation_id = m.organisation_id and r.account_id = m.account_id order by 1),
      array(select u.unit_id from membership_unit u where u.organisation_id = m.organisation_id and u.account_id = m.account_id order by 1)
    from (select distinct organisation_id, account_id from changed) m
    where exists (select from membership k where k.organisation_id = m.organisation_id and k.account_id = m.account_id)
  on conflict (organisation_id, account_id, since) do update set roles = excluded.roles, units = excluded.units;
  return null;
end $function$
-- owner powrot_search, execute: powrot_search

CREATE OR REPLACE FUNCTION public.offered_partnerships()
 RETURNS TABLE(organisation_id uuid, id uuid, owner_name text, name text, purpose text, valid_from date, valid_until date, joined_at timestamp with time zone, left_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.organisation_id,
     p.id,
     o.name,
     p.name,
     p.purpose,
     GREATEST(m.valid_from, p.valid_from) AS "greatest",
     LEAST(m.valid_until, p.valid_until) AS "least",
     j.joined_at,
     j.left_at
    FROM (((partnership_member m
      JOIN partnership p ON (((p.organisation_id = m.organisation_id) AND (p.id = m.partnership_id))))
      JOIN organisation o ON ((o.id = p.organisation_id)))
      LEFT JOIN partnership_joining j ON (((j.organisation_id = m.member_organisation_id) AND (j.partnership_organisation_id = m.organisation_id) AND (j.partnership_id = m.partnership_id))))
   WHERE (m.member_organisation_id = ( SELECT current_organisation() AS current_organisation));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.open_share(wanted uuid)
 RETURNS TABLE(organisation_id uuid, origin text, id uuid, person_id uuid, root_id uuid, sections text[], legal_basis text, purpose text, valid_from date, valid_until date, given_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.organisation_id,
     o.name,
     s.id,
     s.person_id,
     s.root_id,
     s.sections,
     s.legal_basis,
     s.purpose,
     s.valid_from,
     s.valid_until,
     s.given_at
    FROM (live_share s
      JOIN organisation o ON ((o.id = s.organisation_id)))
   WHERE ((s.to_organisation_id = ( SELECT current_organisation() AS current_organisation)) AND (s.id = open_share.wanted))
   ORDER BY s.given_at, s.organisation_id
  LIMIT 1;
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.open_shares()
 RETURNS TABLE(organisation_id uuid, origin text, id uuid, person_id uuid, root_id uuid, sections text[], legal_basis text, purpose text, valid_from date, valid_until date, given_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.organisation_id,
     o.name,
     s.id,
     s.person_id,
     s.root_id,
     s.sections,
     s.legal_basis,
     s.purpose,
     s.valid_from,
     s.valid_until,
     s.given_at
    FROM (live_share s
      JOIN organisation o ON ((o.id = s.organisation_id)))
   WHERE (s.to_organisation_id = ( SELECT current_organisation() AS current_organisation));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.open_sides(wanted uuid)
 RETURNS TABLE(organisation_id uuid, contract_id uuid, plan_id uuid, side text, goal_ids uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT d.organisation_id,
     d.contract_id,
     d.plan_id,
     d.side,
     d.goal_ids
    FROM (((((open_share(open_sides.wanted) s(organisation_id, origin, id, person_id, root_id, sections, legal_basis, purpose, valid_from, valid_until, given_at)
      JOIN person r ON (((r.organisation_id = s.organisation_id) AND (r.id = s.root_id) AND (NOT r.protected_whereabouts))))
      JOIN share_side d ON (((d.organisation_id = s.organisation_id) AND (d.share_id = s.id) AND (d.ended_at IS NULL))))
      LEFT JOIN social_contract c ON (((c.organisation_id = d.organisation_id) AND (c.id = d.contract_id))))
      LEFT JOIN plan l ON (((l.organisation_id = d.organisation_id) AND (l.id = d.plan_id))))
      JOIN person f ON (((f.organisation_id = d.organisation_id) AND (f.id = COALESCE(c.person_id, l.person_id)) AND (COALESCE(f.merged_into, f.id) = s.root_id))))
   WHERE ('SOCIAL'::text = ANY (s.sections));
END
-- owner powrot_search, execute: powrot_search

CREATE OR REPLACE FUNCTION public.organisation_accounts()
 RETURNS TABLE(account_id uuid, login text, has_totp boolean, has_passkey boolean, disabled boolean, last_seen_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT a.id,
     a.login,
     (a.totp_sealed IS NOT NULL),
     (EXISTS ( SELECT
            FROM passkey k
           WHERE (k.account_id = a.id))) AS "exists",
     (a.disabled_at IS NOT NULL),
     ( SELECT max(s.seen_at) AS max
            FROM session s
           WHERE ((s.account_id = a.id) AND (s.organisation_id = m.organisation_id))) AS max
    FROM (membership m
      JOIN account a ON ((a.id = m.account_id)))
   WHERE (m.organisation_id = ( SELECT current_organisation() AS current_organisation));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.organisation_names(ids uuid[])
 RETURNS TABLE(organisation_id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT o.id,
     o.name
    FROM organisation o
   WHERE (o.id = ANY (organisation_names.ids));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.organisations_called(names text[])
 RETURNS TABLE(organisation_id uuid, short_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (array_agg(o.id))[1] AS array_agg,
     o.short_name
    FROM organisation o
   WHERE (o.short_name = ANY (organisations_called.names))
   GROUP BY o.short_name
  HAVING (count(*) = 1);
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.partnership_joinings()
 RETURNS TABLE(partnership_id uuid, member_id uuid, joined_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT j.partnership_id,
     j.organisation_id,
     j.joined_at
    FROM partnership_joining j
   WHERE ((j.partnership_organisation_id = ( SELECT current_organisation() AS current_organisation)) AND (j.left_at IS NULL));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.passkey_add(new_id uuid, for_account uuid, credential text, key bytea, new_counter bigint, ways text[], called text, at_instant timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 INSERT INTO passkey (id, account_id, credential_id, public_key, counter, transports, name, created_at)
   VALUES (passkey_add.new_id, passkey_add.for_account, passkey_add.credential, passkey_add.key, passkey_add.new_counter, passkey_add.ways, passkey_add.called, passkey_add.at_instant);
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.passkey_answer(given text, by_account uuid, at_instant timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 WITH gone AS (
          DELETE FROM passkey_challenge
           WHERE ((passkey_challenge.challenge = passkey_answer.given) OR (passkey_challenge.expires_at < passkey_answer.at_instant))
           RETURNING passkey_challenge.challenge,
             passkey_challenge.account_id,
             passkey_challenge.expires_at
         )
  SELECT (EXISTS ( SELECT
            FROM gone
           WHERE ((gone.challenge = passkey_answer.given) AND (gone.expires_at >= passkey_answer.at_instant) AND (NOT (gone.account_id IS DISTINCT FROM passkey_answer.by_account))))) AS "exists";
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.passkey_ask(new_challenge text, for_account uuid, until_instant timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 INSERT INTO passkey_challenge (challenge, account_id, expires_at)
   VALUES (passkey_ask.new_challenge, passkey_ask.for_account, passkey_ask.until_instant);
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.passkey_find(wanted text)
 RETURNS TABLE(account_id uuid, login text, disabled boolean, public_key bytea, counter bigint, transports text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT k.account_id,
     a.login,
     (a.disabled_at IS NOT NULL),
     k.public_key,
     k.counter,
     k.transports
    FROM (passkey k
      JOIN account a ON ((a.id = k.account_id)))
   WHERE (k.credential_id = passkey_find.wanted);
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.passkey_remove(of_account uuid, wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 WITH gone AS (
          DELETE FROM passkey
           WHERE ((passkey.account_id = passkey_remove.of_account) AND (passkey.id = passkey_remove.wanted))
           RETURNING 1 AS "?column?"
         )
  SELECT (EXISTS ( SELECT
            FROM gone)) AS "exists";
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.passkey_used(credential text, new_counter bigint, at_instant timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 UPDATE passkey SET counter = passkey_used.new_counter, last_used_at = passkey_used.at_instant
   WHERE (passkey.credential_id = passkey_used.credential);
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.passkeys_of(wanted_account uuid)
 RETURNS TABLE(id uuid, credential_id text, transports text[], name text, created_at timestamp with time zone, last_used_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT k.id,
     k.credential_id,
     k.transports,
     k.name,
     k.created_at,
     k.last_used_at
    FROM passkey k
   WHERE (k.account_id = passkeys_of.wanted_account)
   ORDER BY k.created_at;
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.person_altered()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform renew_person_tokens(array_agg(n.organisation_id), array_agg(n.id))
  from fresh n join stale o on o.organisation_id = n.organisation_id and o.id = n.id
  where (n.first_name, n.middle_name, n.last_name, n.previous_last_names, n.alias, n.birth_date, n.registration_commune, n.protected_whereabouts, n.merged_into)
    is distinct from (o.first_name, o.middle_name, o.last_name, o.previous_last_names, o.alias, o.birth_date, o.registration_commune, o.protected_whereabouts, o.merged_into)
  having count(*) > 0;
  return null;
end $function$
-- owner powrot_search, execute: powrot_search

CREATE OR REPLACE FUNCTION public.person_name_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform renew_person_tokens(array_agg(c.organisation_id), array_agg(c.person_id))
  from (select distinct organisation_id, person_id from changed) c having count(*) > 0;
  return null;
end $function$
-- owner powrot_search, execute: powrot_search

CREATE OR REPLACE FUNCTION public.person_recorded()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform renew_person_tokens(array_agg(n.organisation_id), array_agg(n.id)) from fresh n having count(*) > 0;
  return null;
end $function$
-- owner powrot_search, execute: powrot_search

CREATE OR REPLACE FUNCTION public.powrot_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
RETURN (current_setting('powrot.now'::text))::timestamp with time zone
-- owner powrot_owner, execute: public

CREATE OR REPLACE FUNCTION public.powrot_today()
 RETURNS date
 LANGUAGE sql
 STABLE
RETURN ((powrot_now() AT TIME ZONE 'Europe/Warsaw'::text))::date
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

CREATE OR REPLACE FUNCTION public.received_attachments(wanted uuid)
 RETURNS TABLE(organisation_id uuid, id uuid, section text, title_sealed bytea, media_type text, size_bytes bigint, storage_name text, sha256 text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT a.organisation_id,
     a.id,
     a.section,
     a.title_sealed,
     f.media_type,
     f.size_bytes,
     f.storage_name,
     f.sha256
    FROM ((received_reason(received_attachments.wanted) r(organisation_id, id, share_id, person_id, sections, reason_sealed, sent_by_name)
      JOIN referral_attachment a ON (((a.organisation_id = r.organisation_id) AND (a.referral_id = r.id) AND (a.section = ANY (r.sections)))))
      JOIN stored_file f ON (((f.organisation_id = a.organisation_id) AND (f.id = a.file_id))))
   ORDER BY a.id;
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.received_centre_entries()
 RETURNS TABLE(organisation_id uuid, origin_name text, id uuid, person_id uuid, service text, origin text, applicant_kind text, applied_on date, consent_on date, found_sealed bytea, referral_id uuid, share_id uuid, sections text[], version integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT e.organisation_id,
     r.origin,
     e.id,
     r.person_id,
     e.service,
     e.origin,
     e.applicant_kind,
     e.applied_on,
     e.consent_on,
     e.found_sealed,
     e.referral_id,
     r.share_id,
     r.sections,
     e.version
    FROM (received_referrals() r(organisation_id, origin, id, share_id, share_open, readable, kind, legal_basis, person_id, needs, urgency, sections, health_basis, homeless, sent_at, feedback_due)
      JOIN centre_entry e ON (((e.organisation_id = r.organisation_id) AND (e.referral_id = r.id))))
   WHERE r.readable;
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.received_reason(wanted uuid)
 RETURNS TABLE(organisation_id uuid, id uuid, share_id uuid, person_id uuid, sections text[], reason_sealed bytea, sent_by_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT r.organisation_id,
     r.id,
     r.share_id,
     r.person_id,
     p.sections,
     f.reason_sealed,
     m.display_name
    FROM (((received_referrals() r(organisation_id, origin, id, share_id, share_open, readable, kind, legal_basis, person_id, needs, urgency, sections, health_basis, homeless, sent_at, feedback_due)
      JOIN open_referral p ON (((p.organisation_id = r.organisation_id) AND (p.id = r.id))))
      JOIN referral f ON (((f.organisation_id = r.organisation_id) AND (f.id = r.id))))
      LEFT JOIN membership m ON (((m.organisation_id = f.organisation_id) AND (m.account_id = f.sent_by))))
   WHERE (r.id = received_reason.wanted)
   ORDER BY r.sent_at, r.organisation_id
  LIMIT 1;
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.received_referrals()
 RETURNS TABLE(organisation_id uuid, origin text, id uuid, share_id uuid, share_open boolean, readable boolean, kind text, legal_basis text, person_id uuid, needs text[], urgency text, sections text[], health_basis text, homeless boolean, sent_at timestamp with time zone, feedback_due date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT r.organisation_id,
     o.name,
     r.id,
     r.share_id,
     (EXISTS ( SELECT
            FROM live_share v
           WHERE ((v.organisation_id = r.organisation_id) AND (v.id = r.share_id)))) AS "exists",
     (p.id IS NOT NULL),
     r.kind,
     r.legal_basis,
     r.person_id,
         CASE
             WHEN (p.id IS NULL) THEN '{}'::text[]
             ELSE r.needs
         END AS needs,
     r.urgency,
     r.sections,
     r.health_basis,
     r.homeless,
     r.sent_at,
     r.feedback_due
    FROM ((referral r
      JOIN organisation o ON ((o.id = r.organisation_id)))
      LEFT JOIN open_referral p ON (((p.organisation_id = r.organisation_id) AND (p.id = r.id))))
   WHERE ((r.to_organisation_id = ( SELECT current_organisation() AS current_organisation)) AND (NOT (EXISTS ( SELECT
            FROM referral_step w
           WHERE ((w.referral_organisation_id = r.organisation_id) AND (w.referral_id = r.id) AND (w.kind = 'WITHDRAWN'::text))))) AND (EXISTS ( SELECT
            FROM (partnership_standing a
              JOIN partnership_standing b ON (((b.organisation_id = a.organisation_id) AND (b.id = a.id))))
           WHERE ((a.member_id = r.organisation_id) AND (b.member_id = r.to_organisation_id) AND (a.valid_from <= ( SELECT powrot_today() AS powrot_today)) AND (COALESCE(a.valid_until, 'infinity'::date) >= ( SELECT powrot_today() AS powrot_today)) AND (b.valid_from <= ( SELECT powrot_today() AS powrot_today)) AND (COALESCE(b.valid_until, 'infinity'::date) >= ( SELECT powrot_today() AS powrot_today))))));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.received_terms(wanted uuid[])
 RETURNS TABLE(organisation_id uuid, id uuid, ground text, service_sealed bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT r.organisation_id,
     r.id,
     f.ground,
     f.service_sealed
    FROM ((received_referrals() r(organisation_id, origin, id, share_id, share_open, readable, kind, legal_basis, person_id, needs, urgency, sections, health_basis, homeless, sent_at, feedback_due)
      JOIN open_referral p ON (((p.organisation_id = r.organisation_id) AND (p.id = r.id))))
      JOIN referral f ON (((f.organisation_id = r.organisation_id) AND (f.id = r.id))))
   WHERE (r.id = ANY (received_terms.wanted));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.recovery_facts(wanted_hash bytea, at_instant timestamp with time zone)
 RETURNS TABLE(organisation_id uuid, organisation_name text, id uuid, account_id uuid, login text, kind text, confirmed boolean, password_hash text, totp_sealed bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT r.organisation_id,
     o.name,
     r.id,
     r.account_id,
     a.login,
     r.kind,
     (EXISTS ( SELECT
            FROM account_recovery_confirmation c
           WHERE ((c.organisation_id = r.organisation_id) AND (c.recovery_id = r.id)))) AS "exists",
     a.password_hash,
     a.totp_sealed
    FROM (((account_recovery r
      JOIN organisation o ON ((o.id = r.organisation_id)))
      JOIN account a ON ((a.id = r.account_id)))
      JOIN membership m ON (((m.organisation_id = r.organisation_id) AND (m.account_id = r.account_id) AND (m.ended_at IS NULL) AND (m.held_at IS NULL))))
   WHERE ((r.link_hash = recovery_facts.wanted_hash) AND (r.used_at IS NULL) AND (r.expires_at > recovery_facts.at_instant));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.recovery_use(wanted_hash bytea, new_hash text, drop_factors boolean, at_instant timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare r account_recovery;
begin
  update account_recovery a set used_at = at_instant where a.link_hash = wanted_hash and a.used_at is null and a.expires_at > at_instant
    and exists (select from account_recovery_confirmation c where c.organisation_id = a.organisation_id and c.recovery_id = a.id) returning * into r;
  if not found then return false; end if;
  update account set password_hash = coalesce(new_hash, password_hash),
    totp_sealed = case when drop_factors then null else totp_sealed end, totp_pending_sealed = null where id = r.account_id;
  if drop_factors then delete from passkey where account_id = r.account_id; end if;
  update session set revoked_at = at_instant where account_id = r.account_id and revoked_at is null;
  update membership set held_at = at_instant where account_id = r.account_id and organisation_id <> r.organisation_id and held_at is null;
  return true;
end $function$
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.referral_steps(wanted uuid[])
 RETURNS TABLE(organisation_id uuid, id uuid, referral_organisation_id uuid, referral_id uuid, kind text, decision text, reason text, outcome text, note_sealed bytea, confirmed boolean, happened_on date, taken_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.organisation_id,
     s.id,
     s.referral_organisation_id,
     s.referral_id,
     s.kind,
     s.decision,
     s.reason,
     s.outcome,
         CASE
             WHEN (((( SELECT current_organisation() AS current_organisation) = s.organisation_id) OR (( SELECT current_organisation() AS current_organisation) = r.organisation_id)) OR (EXISTS ( SELECT
                FROM open_referral p
               WHERE ((p.organisation_id = r.organisation_id) AND (p.id = r.id))))) THEN s.note_sealed
             ELSE NULL::bytea
         END AS "case",
     s.confirmed,
     s.happened_on,
     s.taken_at
    FROM (referral_step s
      JOIN referral r ON (((r.organisation_id = s.referral_organisation_id) AND (r.id = s.referral_id))))
   WHERE ((s.referral_id = ANY (referral_steps.wanted)) AND ((( SELECT current_organisation() AS current_organisation) = r.organisation_id) OR (( SELECT current_organisation() AS current_organisation) = r.to_organisation_id)))
   ORDER BY s.taken_at, s.id;
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.reminder_of_message(wanted text, reference uuid)
 RETURNS TABLE(organisation_id uuid, booking_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT t.organisation_id,
     t.booking_id
    FROM booking_reminder_try t
   WHERE ((t.outcome = 'SENT'::text) AND ((t.message_id = reminder_of_message.wanted) OR ((t.message_id IS NULL) AND (t.booking_id = reminder_of_message.reference))));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.renew_person_tokens(organisations uuid[], people uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from person_token t using unnest(organisations, people) as w (organisation_id, person_id)
    where t.organisation_id = w.organisation_id and t.person_id = w.person_id;
  with words as (
    select p.organisation_id, p.id as person_id, coalesce(p.merged_into, p.id) as root_id, k.kind, t.token
    from unnest(organisations, people) as w (organisation_id, id)
    join person p on p.organisation_id = w.organisation_id and p.id = w.id
    cross join lateral (
      select 'NAME', concat_ws(' ', p.first_name, p.middle_name, p.last_name, p.previous_last_names, p.alias)
      -- what a protected person may be traced by is not sought
      union all select 'PLACE', p.registration_commune where not p.protected_whereabouts
      union all select 'YEAR', to_char(p.birth_date, 'YYYY')
      union all select 'NAME', n.name from person_name n where n.organisation_id = p.organisation_id and n.person_id = p.id
    ) as k (kind, value)
    cross join lateral name_tokens(k.value) as t (token)
  ), known as (
    insert into name_token select distinct organisation_id, token from words where kind <> 'YEAR' order by 1, 2 on conflict do nothing
  )
  insert into person_token (organisation_id, token, root_id, person_id, kind)
  select distinct organisation_id, token, root_id, person_id, kind from words;
end $function$
-- owner powrot_search, execute: powrot_search

CREATE OR REPLACE FUNCTION public.report_door_of(wanted text)
 RETURNS TABLE(organisation_id uuid, organisation_name text, code text, unit_id uuid, areas text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT d.organisation_id,
     o.name,
     d.code,
     d.unit_id,
     d.areas
    FROM (report_door d
      JOIN organisation o ON ((o.id = d.organisation_id)))
   WHERE (d.is_open AND ((report_door_of.wanted IS NULL) OR (d.code = report_door_of.wanted)))
   ORDER BY o.name
  LIMIT 100;
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.same_person(of_person uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$
  with recursive up as (
    select id, merged_into from person where id = of_person
    union select p.id, p.merged_into from person p join up on p.id = up.merged_into
  ), down as (
    select id from up where merged_into is null
    union select p.id from person p join down on p.merged_into = down.id
  )
  select coalesce(array_agg(id), array[of_person]) from down
$function$
-- owner powrot_owner, execute: public

CREATE OR REPLACE FUNCTION public.session_actor(wanted_hash bytea, at_instant timestamp with time zone, on_day date)
 RETURNS TABLE(session_id uuid, kind text, account_id uuid, organisation_id uuid, organisation_name text, display_name text, language text, second_factor boolean, created_at timestamp with time zone, seen_at timestamp with time zone, expires_at timestamp with time zone, user_agent text, person_id uuid, roles text[], units uuid[], authorised boolean, second_factor_due boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.id,
     s.kind,
     s.account_id,
     s.organisation_id,
     o.name,
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
           WHERE ((z.organisation_id = s.organisation_id) AND (z.account_id = s.account_id) AND (z.valid_from <= session_actor.on_day) AND (COALESCE(z.valid_until, session_actor.on_day) >= session_actor.on_day) AND (z.withdrawn_at IS NULL))),
     ((NOT s.second_factor) AND (EXISTS ( SELECT
            FROM membership_role r
           WHERE ((r.organisation_id = s.organisation_id) AND (r.account_id = s.account_id) AND (r.role = ANY (o.second_factor_roles))))))
    FROM (((session s
      JOIN account a ON (((a.id = s.account_id) AND (a.disabled_at IS NULL))))
      JOIN organisation o ON ((o.id = s.organisation_id)))
      JOIN membership m ON (((m.organisation_id = s.organisation_id) AND (m.account_id = s.account_id) AND (m.valid_from <= session_actor.on_day) AND (COALESCE(m.valid_until, session_actor.on_day) >= session_actor.on_day) AND (m.ended_at IS NULL) AND (m.held_at IS NULL))))
   WHERE ((s.token_hash = session_actor.wanted_hash) AND (s.revoked_at IS NULL) AND (s.expires_at > session_actor.at_instant));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.session_end(of_account uuid, session_id uuid, of_organisation uuid, at_instant timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 WITH ended AS (
          UPDATE session SET revoked_at = session_end.at_instant
           WHERE ((session.account_id = session_end.of_account) AND (session.revoked_at IS NULL) AND ((session_end.session_id IS NULL) OR (session.id = session_end.session_id)) AND ((session_end.of_organisation IS NULL) OR (session.organisation_id = session_end.of_organisation)))
           RETURNING 1 AS "?column?"
         )
  SELECT (count(*))::integer AS count
    FROM ended;
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.session_end_others(of_account uuid, kept uuid, at_instant timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 WITH ended AS (
          UPDATE session SET revoked_at = session_end_others.at_instant
           WHERE ((session.account_id = session_end_others.of_account) AND (session.revoked_at IS NULL) AND (session.id <> session_end_others.kept))
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

CREATE OR REPLACE FUNCTION public.session_strengthen(session_id uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 UPDATE session SET second_factor = true
   WHERE (session.id = session_strengthen.session_id);
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.setup_link_make(new_hash bytea, until_instant timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 WITH made AS (
          INSERT INTO setup_link (token_hash, expires_at)  SELECT setup_link_make.new_hash AS new_hash,
                     setup_link_make.until_instant AS until_instant
                   WHERE (NOT (EXISTS ( SELECT
                            FROM organisation)))
           RETURNING 1 AS "?column?"
         )
  SELECT (EXISTS ( SELECT
            FROM made)) AS "exists";
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.setup_use(wanted_hash bytea, at_instant timestamp with time zone, on_day date, new_organisation uuid, organisation_name text, organisation_short text, organisation_kind text, with_second_factor text[], new_account uuid, new_login text, new_hash text, called text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(7076880);
  if exists (select from organisation) then return false; end if;
  update setup_link set used_at = at_instant where token_hash = wanted_hash and used_at is null and expires_at > at_instant;
  if not found then return false; end if;
  insert into organisation (id, name, short_name, kind, second_factor_roles, created_at)
    values (new_organisation, organisation_name, organisation_short, organisation_kind, with_second_factor, at_instant);
  insert into account (id, login, password_hash, created_at) values (new_account, lower(new_login), new_hash, at_instant);
  insert into membership (organisation_id, account_id, display_name, valid_from) values (new_organisation, new_account, called, on_day);
  insert into membership_role (organisation_id, account_id, role) values (new_organisation, new_account, 'ORGANISATION_ADMIN');
  insert into authorisation (organisation_id, id, account_id, kind, valid_from, recorded_by, recorded_at)
    select new_organisation, gen_random_uuid(), new_account, k, on_day, new_account, at_instant from unnest(array['AUTHORISATION', 'PLEDGE']) k;
  return true;
end $function$
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.shared_contract_part(wanted uuid)
 RETURNS TABLE(organisation_id uuid, id uuid, variant text, state text, on_day date, side text, duties jsonb, goals jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT d.organisation_id,
     c.id,
     c.variant,
     t.to_state,
     t.on_day,
     d.side,
     COALESCE(( SELECT jsonb_agg(jsonb_build_object('id', x.id, 'sealed', encode(x.what, 'base64'::text), 'dueOn', x.due_on, 'result', ( SELECT r.result
                    FROM (contract_evaluation_result r
                      JOIN contract_evaluation e ON (((e.organisation_id = r.organisation_id) AND (e.id = r.evaluation_id))))
                   WHERE ((r.organisation_id = x.organisation_id) AND (r.duty_id = x.id))
                   ORDER BY e.held_on DESC, e.id DESC
                  LIMIT 1)) ORDER BY x.due_on, x.id) AS jsonb_agg
            FROM contract_duty x
           WHERE ((x.organisation_id = c.organisation_id) AND (x.contract_id = c.id) AND (x.side = d.side) AND ((x.annex_id IS NULL) OR (EXISTS ( SELECT
                    FROM contract_annex_outcome o
                   WHERE ((o.organisation_id = x.organisation_id) AND (o.annex_id = x.annex_id) AND (o.outcome = 'IN_FORCE'::text))))) AND (NOT (EXISTS ( SELECT
                    FROM (contract_duty_end q
                      JOIN contract_annex_outcome o ON (((o.organisation_id = q.organisation_id) AND (o.annex_id = q.annex_id) AND (o.outcome = 'IN_FORCE'::text))))
                   WHERE ((q.organisation_id = x.organisation_id) AND (q.duty_id = x.id))))))), '[]'::jsonb) AS "coalesce",
     COALESCE(( SELECT jsonb_agg(jsonb_build_object('id', g.id, 'sealed', encode(g.what, 'base64'::text)) ORDER BY g.rank, g.id) AS jsonb_agg
            FROM contract_goal g
           WHERE ((g.organisation_id = c.organisation_id) AND (g.contract_id = c.id) AND (g.id = ANY (d.goal_ids)))), '[]'::jsonb) AS "coalesce"
    FROM ((open_sides(shared_contract_part.wanted) d(organisation_id, contract_id, plan_id, side, goal_ids)
      JOIN social_contract c ON (((c.organisation_id = d.organisation_id) AND (c.id = d.contract_id))))
      JOIN LATERAL ( SELECT x.to_state,
             x.on_day
            FROM contract_step x
           WHERE ((x.organisation_id = c.organisation_id) AND (x.contract_id = c.id))
           ORDER BY x.step_no DESC
          LIMIT 1) t ON ((t.to_state = ANY (ARRAY['SIGNED'::text, 'ACTIVE'::text]))))
   ORDER BY t.on_day DESC, c.id;
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.shared_core(wanted uuid)
 RETURNS TABLE(first_name text, last_name text, alias text, sex text, birth_date date, birth_date_precision text, age_estimate integer, citizenship text, languages text[], interpreter_needed boolean, phone text, protected_whereabouts boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.first_name,
     p.last_name,
     p.alias,
     p.sex,
     p.birth_date,
     p.birth_date_precision,
     p.age_estimate,
     p.citizenship,
     p.languages,
     p.interpreter_needed,
         CASE
             WHEN ((NOT p.protected_whereabouts) AND (p.safe_to_contact IS DISTINCT FROM false)) THEN p.phone
             ELSE NULL::text
         END AS "case",
     p.protected_whereabouts
    FROM (open_share(shared_core.wanted) s(organisation_id, origin, id, person_id, root_id, sections, legal_basis, purpose, valid_from, valid_until, given_at)
      JOIN person p ON (((p.organisation_id = s.organisation_id) AND (p.id = s.root_id))))
   WHERE ('CORE'::text = ANY (s.sections));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.shared_history(of_persons uuid[], readable text[], before timestamp with time zone, before_id uuid, most integer)
 RETURNS TABLE(share_organisation_id uuid, origin text, share_id uuid, share_person_id uuid, id uuid, kind text, section text, occurred_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 WITH wanted AS MATERIALIZED (
          SELECT DISTINCT s.organisation_id,
             o.name AS origin,
             s.id,
             s.person_id,
             s.root_id,
             s.sections,
             s.valid_until
            FROM (((person_link l
              JOIN person t ON (((t.organisation_id = l.other_organisation_id) AND (t.id = l.other_person_id))))
              JOIN live_share s ON (((s.to_organisation_id = l.organisation_id) AND (s.organisation_id = t.organisation_id) AND (s.root_id = COALESCE(t.merged_into, t.id)))))
              JOIN organisation o ON ((o.id = s.organisation_id)))
           WHERE ((l.organisation_id = ( SELECT current_organisation() AS current_organisation)) AND (l.person_id = ANY (shared_history.of_persons)) AND (l.ended_at IS NULL))
         )
  SELECT h.organisation_id,
     h.origin,
     h.share_id,
     h.share_person_id,
     h.id,
     h.kind,
     h.section,
     h.occurred_at
    FROM ( SELECT DISTINCT ON (e.organisation_id, e.id) w.organisation_id,
             w.origin,
             w.id AS share_id,
             w.person_id AS share_person_id,
             e.id,
             e.kind,
             e.section,
             e.occurred_at
            FROM ((wanted w
              JOIN person f ON (((f.organisation_id = w.organisation_id) AND ((f.id = w.root_id) OR (f.merged_into = w.root_id)))))
              JOIN event e ON (((e.organisation_id = f.organisation_id) AND (e.person_id = f.id))))
           WHERE ((e.section = ANY (w.sections)) AND (e.section = ANY (shared_history.readable)) AND (split_part(e.kind, '.'::text, 1) = ANY (ARRAY['case'::text, 'contact'::text, 'assessment'::text, 'contract'::text, 'plan'::text, 'enrolment'::text, 'group'::text, 'attendance'::text, 'placement'::text, 'employment'::text])) AND (ROW(date_trunc('milliseconds'::text, e.occurred_at), e.id) < ROW(shared_history.before, shared_history.before_id)))
           ORDER BY e.organisation_id, e.id, w.valid_until DESC, w.id) h
   ORDER BY (date_trunc('milliseconds'::text, h.occurred_at)) DESC, h.id DESC
  LIMIT shared_history.most;
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.shared_plan_part(wanted uuid)
 RETURNS TABLE(organisation_id uuid, id uuid, variant text, state text, on_day date, side text, duties jsonb, goals jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT d.organisation_id,
     p.id,
     p.kind,
     t.state,
     t.done_on,
     d.side,
     COALESCE(( SELECT jsonb_agg(jsonb_build_object('id', x.id, 'sealed', encode(x.sealed, 'base64'::text), 'dueOn', x.due_on, 'result', ( SELECT m.outcome
                    FROM plan_task_mark m
                   WHERE ((m.organisation_id = x.organisation_id) AND (m.task_id = x.id))
                   ORDER BY m.recorded_at DESC, m.id DESC
                  LIMIT 1)) ORDER BY x.due_on, x.seq) AS jsonb_agg
            FROM plan_task x
           WHERE ((x.organisation_id = p.organisation_id) AND (x.plan_id = p.id) AND (x.side = d.side) AND (NOT (EXISTS ( SELECT
                    FROM plan_task_removal r
                   WHERE ((r.organisation_id = x.organisation_id) AND (r.task_id = x.id))))))), '[]'::jsonb) AS "coalesce",
     COALESCE(( SELECT jsonb_agg(jsonb_build_object('id', g.id, 'sealed', encode(g.sealed, 'base64'::text)) ORDER BY g.seq) AS jsonb_agg
            FROM plan_goal g
           WHERE ((g.organisation_id = p.organisation_id) AND (g.plan_id = p.id) AND (g.id = ANY (d.goal_ids)) AND (NOT (EXISTS ( SELECT
                    FROM plan_goal_removal r
                   WHERE ((r.organisation_id = g.organisation_id) AND (r.goal_id = g.id))))))), '[]'::jsonb) AS "coalesce"
    FROM ((open_sides(shared_plan_part.wanted) d(organisation_id, contract_id, plan_id, side, goal_ids)
      JOIN plan p ON (((p.organisation_id = d.organisation_id) AND (p.id = d.plan_id))))
      JOIN LATERAL ( SELECT x.state,
             x.done_on
            FROM plan_step x
           WHERE ((x.organisation_id = p.organisation_id) AND (x.plan_id = p.id))
           ORDER BY x.no DESC
          LIMIT 1) t ON ((t.state = 'ACTIVE'::text)))
   ORDER BY t.done_on DESC, p.id;
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.shared_social(wanted uuid)
 RETURNS TABLE(kind text, variant text, state text, on_day date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT 'CONTRACT'::text,
     c.variant,
     t.to_state,
     t.on_day
    FROM (((open_share(shared_social.wanted) s(organisation_id, origin, id, person_id, root_id, sections, legal_basis, purpose, valid_from, valid_until, given_at)
      JOIN person f ON (((f.organisation_id = s.organisation_id) AND ((f.id = s.root_id) OR (f.merged_into = s.root_id)))))
      JOIN social_contract c ON (((c.organisation_id = f.organisation_id) AND (c.person_id = f.id))))
      JOIN LATERAL ( SELECT x.to_state,
             x.on_day
            FROM contract_step x
           WHERE ((x.organisation_id = c.organisation_id) AND (x.contract_id = c.id))
           ORDER BY x.step_no DESC
          LIMIT 1) t ON (true))
   WHERE ('SOCIAL'::text = ANY (s.sections))
 UNION ALL
  SELECT 'PLAN'::text,
     l.kind,
     t.state,
     t.done_on
    FROM (((open_share(shared_social.wanted) s(organisation_id, origin, id, person_id, root_id, sections, legal_basis, purpose, valid_from, valid_until, given_at)
      JOIN person f ON (((f.organisation_id = s.organisation_id) AND ((f.id = s.root_id) OR (f.merged_into = s.root_id)))))
      JOIN plan l ON (((l.organisation_id = f.organisation_id) AND (l.person_id = f.id))))
      JOIN LATERAL ( SELECT x.state,
             x.done_on
            FROM plan_step x
           WHERE ((x.organisation_id = l.organisation_id) AND (x.plan_id = l.id))
           ORDER BY x.no DESC
          LIMIT 1) t ON (true))
   WHERE ('SOCIAL'::text = ANY (s.sections))
  ORDER BY 4 DESC, 1, 2, 3;
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.shared_street(wanted uuid)
 RETURNS TABLE(contacts_in_90_days integer, last_contact_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (count(k.id) FILTER (WHERE (k.contact_at > (powrot_now() - '90 days'::interval))))::integer AS count,
     max(k.contact_at) AS max
    FROM ((open_share(shared_street.wanted) s(organisation_id, origin, id, person_id, root_id, sections, legal_basis, purpose, valid_from, valid_until, given_at)
      JOIN person f ON (((f.organisation_id = s.organisation_id) AND ((f.id = s.root_id) OR (f.merged_into = s.root_id)))))
      LEFT JOIN contact_card k ON (((k.organisation_id = f.organisation_id) AND (k.person_id = f.id))))
   WHERE ('STREET'::text = ANY (s.sections))
  HAVING (count(f.id) > 0);
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.shared_timeline(wanted uuid, readable text[], before timestamp with time zone, before_id uuid, most integer)
 RETURNS TABLE(id uuid, kind text, section text, occurred_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT e.id,
     e.kind,
     e.section,
     e.occurred_at
    FROM ((open_share(shared_timeline.wanted) s(organisation_id, origin, id, person_id, root_id, sections, legal_basis, purpose, valid_from, valid_until, given_at)
      JOIN person f ON (((f.organisation_id = s.organisation_id) AND ((f.id = s.root_id) OR (f.merged_into = s.root_id)))))
      JOIN event e ON (((e.organisation_id = f.organisation_id) AND (e.person_id = f.id))))
   WHERE ((e.section = ANY (s.sections)) AND (e.section = ANY (shared_timeline.readable)) AND (split_part(e.kind, '.'::text, 1) = ANY (ARRAY['case'::text, 'contact'::text, 'assessment'::text, 'contract'::text, 'plan'::text, 'enrolment'::text, 'group'::text, 'attendance'::text, 'placement'::text, 'employment'::text])) AND (ROW(date_trunc('milliseconds'::text, e.occurred_at), e.id) < ROW(shared_timeline.before, shared_timeline.before_id)))
   ORDER BY (date_trunc('milliseconds'::text, e.occurred_at)) DESC, e.id DESC
  LIMIT shared_timeline.most;
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.sharing_partners()
 RETURNS TABLE(organisation_id uuid, name text, short_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT DISTINCT o.id,
     o.name,
     o.short_name
    FROM ((partnership_standing a
      JOIN partnership_standing b ON (((b.organisation_id = a.organisation_id) AND (b.id = a.id) AND (b.member_id <> a.member_id))))
      JOIN organisation o ON ((o.id = b.member_id)))
   WHERE ((a.member_id = ( SELECT current_organisation() AS current_organisation)) AND (a.valid_from <= ( SELECT powrot_today() AS powrot_today)) AND (COALESCE(a.valid_until, 'infinity'::date) >= ( SELECT powrot_today() AS powrot_today)) AND (b.valid_from <= ( SELECT powrot_today() AS powrot_today)) AND (COALESCE(b.valid_until, 'infinity'::date) >= ( SELECT powrot_today() AS powrot_today)));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.shift_link_of(wanted bytea, at_instant timestamp with time zone)
 RETURNS TABLE(organisation_id uuid, organisation_name text, id uuid, unit_id uuid, service text, label text, expires_at timestamp with time zone, areas text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT l.organisation_id,
     o.name,
     l.id,
     l.unit_id,
     l.service,
     l.label,
     l.expires_at,
     COALESCE(d.areas, '{}'::text[]) AS "coalesce"
    FROM ((shift_link l
      JOIN organisation o ON ((o.id = l.organisation_id)))
      LEFT JOIN report_door d ON ((d.organisation_id = l.organisation_id)))
   WHERE ((l.link_hash = shift_link_of.wanted) AND (l.revoked_at IS NULL) AND (l.expires_at > shift_link_of.at_instant));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.sign_in_claim(about bytea[], most integer[], at_instant timestamp with time zone, since timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- one at a time for a subject, always in the same order; held until this statement is committed
  perform pg_advisory_xact_lock(key) from (select distinct hashtextextended(encode(subject, 'hex'), 0) as key from unnest(about) as subject order by key) as locks;
  if exists (select from unnest(about, most) as asked (subject, allowed) where sign_in_failures(subject, since) >= allowed) then
    return false;
  end if;
  insert into sign_in_attempt (subject, at, succeeded) select subject, at_instant, false from unnest(about) as subject;
  return true;
end $function$
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.sign_in_facts(wanted_login text, on_day date)
 RETURNS TABLE(account_id uuid, password_hash text, totp_sealed bytea, totp_last_step bigint, has_passkey boolean, disabled boolean, language text, organisations jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT a.id,
     a.password_hash,
     a.totp_sealed,
     a.totp_last_step,
     (EXISTS ( SELECT
            FROM passkey k
           WHERE (k.account_id = a.id))) AS "exists",
     (a.disabled_at IS NOT NULL),
     a.language,
     COALESCE(( SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name, 'secondFactorRoles', o.second_factor_roles, 'roles', ( SELECT COALESCE(jsonb_agg(r.role ORDER BY r.role), '[]'::jsonb) AS "coalesce"
                    FROM membership_role r
                   WHERE ((r.organisation_id = m.organisation_id) AND (r.account_id = m.account_id)))) ORDER BY o.name) AS jsonb_agg
            FROM (membership m
              JOIN organisation o ON ((o.id = m.organisation_id)))
           WHERE ((m.account_id = a.id) AND (m.valid_from <= sign_in_facts.on_day) AND (COALESCE(m.valid_until, sign_in_facts.on_day) >= sign_in_facts.on_day) AND (m.ended_at IS NULL) AND (m.held_at IS NULL))), '[]'::jsonb) AS "coalesce"
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

CREATE OR REPLACE FUNCTION public.sign_in_known(wanted_login text, address bytea, since timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM (account a
              JOIN session s ON ((s.account_id = a.id)))
           WHERE ((a.login = sign_in_known.wanted_login) AND (s.address_hash = sign_in_known.address) AND (s.created_at > sign_in_known.since)))) AS "exists";
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

CREATE OR REPLACE FUNCTION public.sign_in_unclaim(about bytea[], at_instant timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 DELETE FROM sign_in_attempt
   WHERE (sign_in_attempt.ctid = ANY (ARRAY( SELECT min(a.ctid) AS min
            FROM sign_in_attempt a
           WHERE ((a.subject = ANY (sign_in_unclaim.about)) AND (a.at = sign_in_unclaim.at_instant) AND (NOT a.succeeded))
           GROUP BY a.subject)));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.sync_changed(organisation uuid, topic text, record uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 INSERT INTO sync_change (organisation_id, topic, record_id)  SELECT sync_changed.organisation AS organisation,
             sync_changed.topic AS topic,
             sync_changed.record AS record
           WHERE ((sync_changed.organisation IS NOT NULL) AND (sync_changed.record IS NOT NULL));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.sync_followed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  execute format(case when tg_op = 'UPDATE' then
      'insert into sync_change (organisation_id, topic, record_id)
         select organisation_id, $1, %1$I from changed where %1$I is not null union select organisation_id, $1, %1$I from former where %1$I is not null'
    else 'insert into sync_change (organisation_id, topic, record_id) select distinct organisation_id, $1, %1$I from changed where %1$I is not null' end,
    tg_argv[1]) using tg_argv[0];
  return null;
end $function$
-- owner powrot_search, execute: powrot_search

CREATE OR REPLACE FUNCTION public.totp_confirm(of_account uuid, step bigint)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 UPDATE account SET totp_sealed = account.totp_pending_sealed, totp_pending_sealed = NULL::bytea, totp_last_step = totp_confirm.step
   WHERE ((account.id = totp_confirm.of_account) AND (account.totp_pending_sealed IS NOT NULL));
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.totp_pend(of_account uuid, sealed bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 UPDATE account SET totp_pending_sealed = totp_pend.sealed
   WHERE (account.id = totp_pend.of_account);
END
-- owner powrot_search, execute: powrot_search, powrot_app

CREATE OR REPLACE FUNCTION public.totp_remove(of_account uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 UPDATE account SET totp_sealed = NULL::bytea, totp_pending_sealed = NULL::bytea
   WHERE (account.id = totp_remove.of_account);
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

