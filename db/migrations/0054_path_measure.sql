-- F-27: measurements of a path. Another measuring is another row; a correction is a row that names the one it corrects.
create table path_measure (
  organisation_id uuid not null,
  id         uuid not null,
  annex_id   uuid not null,
  seq        bigint generated always as identity,
  moment     text not null,
  measured_on date not null,
  measured_by uuid not null,
  -- Levels 1 to 5 by competence, and the reason of a correction.
  sealed     bytea not null,
  corrects_id uuid,
  recorded_at timestamptz not null default powrot_now(),
  constraint path_measure_key primary key (organisation_id, id),
  constraint path_measure_of_annex_key unique (organisation_id, annex_id, id),
  constraint path_measure_of_annex foreign key (organisation_id, annex_id) references plan_annex (organisation_id, id),
  constraint path_measure_by_member foreign key (organisation_id, measured_by) references membership (organisation_id, account_id),
  constraint path_measure_of_same_path foreign key (organisation_id, annex_id, corrects_id) references path_measure (organisation_id, annex_id, id),
  constraint path_measure_corrected_once unique (organisation_id, corrects_id),
  constraint path_moment_known check (moment in ('PRE', 'MID', 'POST'))
);
call protect('path_measure', 'select, insert');

-- R-OUTC-04: a rise that was offered as proof of a soft outcome.
create table path_outcome_offer (
  organisation_id uuid not null,
  evidence_id uuid not null,
  annex_id    uuid not null,
  after_id    uuid not null,
  competence  text not null,
  offered_by  uuid not null,
  offered_on  date not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint path_outcome_offer_key primary key (organisation_id, evidence_id),
  constraint path_rise_offered_once unique (organisation_id, after_id, competence),
  constraint path_outcome_offer_of_measure foreign key (organisation_id, annex_id, after_id) references path_measure (organisation_id, annex_id, id),
  constraint path_outcome_offer_of_evidence foreign key (organisation_id, evidence_id) references outcome_evidence (organisation_id, id)
);
create index path_outcome_offer_by_annex on path_outcome_offer (organisation_id, annex_id, after_id);
call protect('path_outcome_offer', 'select, insert');
