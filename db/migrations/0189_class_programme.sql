-- The class programme of a centre for a month (SE art. 14(1a), R-CIS-07, R-CIS-08): prepared from the timetable, approved by the manager of the centre, then kept as it was.
create table class_programme (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  -- Its first day.
  month       date not null,
  -- 1, 2, … as it is prepared anew after it was returned or the timetable has changed.
  no          int not null,
  classes     int not null,
  -- Of everything that stands in it: SHA-256 in hex.
  content_hash text not null,
  -- Classes, and the planned hours of each participant beside the limits.
  sealed      bytea not null,
  -- Why it is prepared anew.
  reason_sealed bytea,
  prepared_by uuid not null,
  prepared_on date not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint class_programme_key primary key (organisation_id, id),
  constraint class_programme_in_order unique (organisation_id, unit_id, month, no),
  constraint class_programme_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint class_programme_by_member foreign key (organisation_id, prepared_by) references membership (organisation_id, account_id),
  constraint class_programme_of_whole_month check (extract(day from month) = 1),
  constraint class_programme_hash_whole check (content_hash ~ '^[0-9a-f]{64}$'),
  constraint class_programme_has_classes check (classes > 0),
  constraint class_programme_anew_for_a_reason check ((no = 1) = (reason_sealed is null))
);
call protect('class_programme', 'select, insert');

-- What became of an edition, once: approved by the manager, with the reasons for hours outside the limits, or returned with the reason.
create table class_programme_decision (
  organisation_id uuid not null,
  programme_id uuid not null,
  decision    text not null,
  decided_by  uuid not null,
  decided_on  date not null,
  sealed      bytea,
  recorded_at timestamptz not null default powrot_now(),
  constraint class_programme_decided_once primary key (organisation_id, programme_id),
  constraint class_programme_decision_of_programme foreign key (organisation_id, programme_id) references class_programme (organisation_id, id),
  constraint class_programme_decided_by_member foreign key (organisation_id, decided_by) references membership (organisation_id, account_id),
  constraint class_programme_decision_known check (decision in ('APPROVED', 'RETURNED')),
  constraint class_programme_returned_for_a_reason check (decision = 'APPROVED' or sealed is not null)
);
call protect('class_programme_decision', 'select, insert');

insert into legal_parameter (code, valid_from, value, unit, source, verified, note) values
  ('CIS_CLASS_PROGRAMME_DAY', '2000-01-01', 25, 'DAY_OF_MONTH', 'R-CIS-08', false, 'design: the act names no day; of the month before'),
  ('CIS_NOTICE_CLASS_PROGRAMME', '2000-01-01', 7, 'DAYS', 'R-CIS-08', true, 'design: before the programme of the next month is to be approved');
