-- The list of integration benefits of a centre for a month (F-40, R-CIS-20 to 26): prepared by one, approved by another, then frozen.
create table benefit_list (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  -- Its first day.
  month       date not null,
  -- 1, 2, … as a list that was returned or withdrawn is prepared anew.
  no          int not null,
  people      int not null,
  -- Benefits with corrections of earlier months, less what is recovered; without bonus and before deductions.
  benefit_grosze bigint not null,
  bonus_grosze bigint not null,
  deducted_grosze bigint not null,
  pay_grosze  bigint not null,
  contributions_grosze bigint not null,
  -- Of everything that stands on it: SHA-256 in hex.
  content_hash text not null,
  -- The law used, and why it was prepared in spite of what is missing.
  sealed      bytea not null,
  prepared_by uuid not null,
  prepared_on date not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_list_key primary key (organisation_id, id),
  constraint benefit_list_in_order unique (organisation_id, unit_id, month, no),
  constraint benefit_list_as_decided unique (organisation_id, id, unit_id, month, prepared_by),
  constraint benefit_list_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint benefit_list_by_member foreign key (organisation_id, prepared_by) references membership (organisation_id, account_id),
  constraint benefit_list_of_whole_month check (extract(day from month) = 1),
  constraint benefit_list_hash_whole check (content_hash ~ '^[0-9a-f]{64}$'),
  constraint benefit_list_adds_up check (pay_grosze = benefit_grosze + bonus_grosze - deducted_grosze and benefit_grosze >= 0 and bonus_grosze >= 0
    and deducted_grosze >= 0 and pay_grosze >= 0 and contributions_grosze >= 0)
);
call protect('benefit_list', 'select, insert');

-- One participant on a list. The day sums stand here so that the database can hold them together; why they are so is sealed.
create table benefit_list_person (
  organisation_id uuid not null,
  list_id     uuid not null,
  ipzs_id     uuid not null,
  person_id   uuid not null,
  no          int not null,
  benefit_grosze bigint not null,
  -- Corrections of earlier months: up and down.
  raised_grosze bigint not null,
  lowered_grosze bigint not null,
  -- What was to be recovered before this month, what is recovered in it, what is left for later ones.
  carried_in_grosze bigint not null,
  recovered_grosze bigint not null,
  carried_out_grosze bigint not null,
  bonus_grosze bigint not null,
  deducted_grosze bigint not null,
  pay_grosze  bigint not null,
  way         text not null,
  -- Name, account, lines with their sentences, law, corrections, reasons, titles.
  sealed      bytea not null,
  constraint benefit_list_person_once primary key (organisation_id, list_id, ipzs_id),
  constraint benefit_list_person_in_order unique (organisation_id, list_id, no),
  constraint benefit_list_person_of_list foreign key (organisation_id, list_id) references benefit_list (organisation_id, id),
  constraint benefit_list_person_of_ipzs foreign key (organisation_id, ipzs_id) references ipzs (organisation_id, id),
  constraint benefit_list_person_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint benefit_way_known check (way in ('ACCOUNT', 'CASH')),
  constraint benefit_never_below_zero check (benefit_grosze >= 0 and raised_grosze >= 0 and lowered_grosze >= 0 and carried_in_grosze >= 0
    and recovered_grosze >= 0 and carried_out_grosze >= 0 and bonus_grosze >= 0 and deducted_grosze >= 0 and pay_grosze >= 0),
  constraint benefit_line_adds_up check (pay_grosze = benefit_grosze + raised_grosze - recovered_grosze + bonus_grosze - deducted_grosze),
  constraint benefit_recovered_within_paid check (recovered_grosze <= benefit_grosze + raised_grosze
    and carried_out_grosze = carried_in_grosze + lowered_grosze - recovered_grosze)
);
create index benefit_list_person_by_person on benefit_list_person (organisation_id, person_id);
create index benefit_list_person_by_ipzs on benefit_list_person (organisation_id, ipzs_id);
call protect('benefit_list_person', 'select, insert');

-- What became of a list, once: approved by somebody else than its author, returned to the author, or withdrawn by the author.
create table benefit_list_decision (
  organisation_id uuid not null,
  list_id     uuid not null,
  unit_id     uuid not null,
  month       date not null,
  prepared_by uuid not null,
  decision    text not null,
  decided_by  uuid not null,
  decided_on  date not null,
  -- Why it was returned or withdrawn.
  sealed      bytea,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_list_decided_once primary key (organisation_id, list_id),
  constraint benefit_list_decision_as_such unique (organisation_id, list_id, decision),
  constraint benefit_list_decision_of_list foreign key (organisation_id, list_id, unit_id, month, prepared_by)
    references benefit_list (organisation_id, id, unit_id, month, prepared_by),
  constraint benefit_list_decided_by_member foreign key (organisation_id, decided_by) references membership (organisation_id, account_id),
  constraint benefit_list_decision_known check (decision in ('APPROVED', 'RETURNED', 'WITHDRAWN')),
  constraint benefit_list_never_approved_by_author check (decision <> 'APPROVED' or decided_by <> prepared_by),
  constraint benefit_list_withdrawn_by_author check (decision <> 'WITHDRAWN' or decided_by = prepared_by),
  constraint benefit_list_sent_back_for_a_reason check ((decision = 'APPROVED') = (sealed is null))
);
create unique index benefit_month_approved_once on benefit_list_decision (organisation_id, unit_id, month) where decision = 'APPROVED';
call protect('benefit_list_decision', 'select, insert');

-- A difference to an approved month that a later approved list pays or recovers. `no`: 1, 2, … for one participation and month, so that none is settled twice.
create table benefit_correction (
  organisation_id uuid not null,
  list_id     uuid not null,
  ipzs_id     uuid not null,
  mended_list_id uuid not null,
  no          int not null,
  before_grosze bigint not null,
  now_grosze  bigint not null,
  constraint benefit_corrected_once primary key (organisation_id, mended_list_id, ipzs_id, no),
  constraint benefit_correction_once_by_list unique (organisation_id, list_id, ipzs_id, mended_list_id),
  constraint benefit_correction_on_list foreign key (organisation_id, list_id, ipzs_id) references benefit_list_person (organisation_id, list_id, ipzs_id),
  constraint benefit_correction_of_list foreign key (organisation_id, mended_list_id) references benefit_list (organisation_id, id),
  constraint benefit_correction_of_another_list check (list_id <> mended_list_id),
  constraint benefit_correction_changes check (before_grosze <> now_grosze and before_grosze >= 0 and now_grosze >= 0)
);
call protect('benefit_correction', 'select, insert');

insert into legal_parameter (code, valid_from, value, unit, source, verified, note) values
  ('CIS_CORRECTION_MONTHS', '2000-01-01', 6, 'MONTHS', 'F-40', true, 'design: how many approved months before a list are looked at for corrections'),
  ('CIS_RECOVERY_MAX', '2000-01-01', 100, 'PERCENT', 'F-40', false, 'design: no rule is known on recovering an overpaid benefit; most of the month''s benefit that a negative correction takes');
