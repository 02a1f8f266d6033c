-- Assessments by specialists, their conditions, working notes sealed to the author, and the gate to the advanced stage.

create table assessment (
  organisation_id uuid not null,
  id         uuid not null,
  person_id  uuid not null,
  case_id    uuid not null,
  kind       text not null,
  done_by    uuid not null,
  started_on date not null,
  -- Everything a specialist noted (areas, methods, risks) and the conclusion that the team reads, each sealed on its own.
  content_sealed    bytea not null,
  conclusion_sealed bytea,
  version    int not null default 1,
  recorded_at timestamptz not null default powrot_now(),
  constraint assessment_key primary key (organisation_id, id),
  constraint assessment_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint assessment_of_case foreign key (organisation_id, case_id) references support_case (organisation_id, id),
  constraint assessment_by_member foreign key (organisation_id, done_by) references membership (organisation_id, account_id),
  constraint assessment_kind_known check (kind in ('PSYCHOLOGICAL', 'SOCIAL', 'VOCATIONAL', 'ADDICTION'))
);
create index assessment_by_case on assessment (organisation_id, case_id);
create index assessment_by_person on assessment (organisation_id, person_id);
call protect('assessment', 'select, insert, update (started_on, content_sealed, conclusion_sealed, version)');

-- R-S0-03: a recommendation ends the work on an assessment; what changes later is another assessment.
create table recommendation (
  organisation_id uuid not null,
  assessment_id uuid not null,
  verdict    text not null,
  given_on   date not null,
  given_by   uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint recommendation_given_once primary key (organisation_id, assessment_id),
  constraint recommendation_of_assessment foreign key (organisation_id, assessment_id) references assessment (organisation_id, id),
  constraint recommendation_verdict_known check (verdict in ('POSITIVE', 'CONDITIONAL', 'NEGATIVE'))
);
call protect('recommendation', 'select, insert');

create table recommendation_condition (
  organisation_id uuid not null,
  id            uuid not null,
  assessment_id uuid not null,
  position      int not null,
  sealed        bytea not null,
  constraint recommendation_condition_key primary key (organisation_id, id),
  constraint recommendation_condition_of_assessment foreign key (organisation_id, assessment_id) references recommendation (organisation_id, assessment_id)
);
create index recommendation_condition_by_assessment on recommendation_condition (organisation_id, assessment_id);
call protect('recommendation_condition', 'select, insert');

create table condition_met (
  organisation_id uuid not null,
  condition_id  uuid not null,
  met_on        date not null,
  evidence_sealed bytea not null,
  recorded_by   uuid not null,
  recorded_at   timestamptz not null default powrot_now(),
  constraint condition_met_once primary key (organisation_id, condition_id),
  constraint condition_met_of_condition foreign key (organisation_id, condition_id) references recommendation_condition (organisation_id, id)
);
call protect('condition_met', 'select, insert');

-- A high risk was told to the case leader, once for an assessment; which risk stays in the sealed content.
create table assessment_alert (
  organisation_id uuid not null,
  assessment_id uuid not null,
  raised_by     uuid not null,
  raised_at     timestamptz not null default powrot_now(),
  constraint assessment_alert_once primary key (organisation_id, assessment_id),
  constraint assessment_alert_of_assessment foreign key (organisation_id, assessment_id) references assessment (organisation_id, id)
);
call protect('assessment_alert', 'select, insert');

-- Working notes: the key belongs to the author, so that no other account opens them.
create table assessment_note (
  organisation_id uuid not null,
  id         uuid not null,
  person_id  uuid not null,
  case_id    uuid not null,
  author_id  uuid not null,
  sealed     bytea not null,
  written_at timestamptz not null default powrot_now(),
  constraint assessment_note_key primary key (organisation_id, id),
  constraint assessment_note_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint assessment_note_of_case foreign key (organisation_id, case_id) references support_case (organisation_id, id),
  constraint assessment_note_by_member foreign key (organisation_id, author_id) references membership (organisation_id, account_id)
);
create index assessment_note_by_author on assessment_note (organisation_id, author_id, case_id);
call protect('assessment_note', 'select, insert');

-- Who may open an author's notes instead of the author: named by one person, confirmed by another, for a time.
create table note_substitute (
  organisation_id uuid not null,
  id            uuid not null,
  author_id     uuid not null,
  substitute_id uuid not null,
  reason        text not null,
  valid_from    date not null,
  valid_until   date not null,
  named_by      uuid not null,
  named_at      timestamptz not null default powrot_now(),
  confirmed_by  uuid,
  confirmed_at  timestamptz,
  constraint note_substitute_key primary key (organisation_id, id),
  constraint note_substitute_author foreign key (organisation_id, author_id) references membership (organisation_id, account_id),
  constraint note_substitute_member foreign key (organisation_id, substitute_id) references membership (organisation_id, account_id),
  constraint note_substitute_is_another check (substitute_id <> author_id),
  constraint note_substitute_by_two check (confirmed_by <> named_by and confirmed_by <> substitute_id),
  constraint note_substitute_period check (valid_until >= valid_from)
);
create index note_substitute_by_author on note_substitute (organisation_id, author_id);
call protect('note_substitute', 'select');

create table gate_decision (
  organisation_id uuid not null,
  id         uuid not null,
  case_id    uuid not null,
  verdict    text not null,
  -- The recommendations it stands on, as they were.
  basis      jsonb not null,
  decided_by uuid not null,
  decided_at timestamptz not null default powrot_now(),
  constraint gate_decision_key primary key (organisation_id, id),
  constraint gate_decision_of_case foreign key (organisation_id, case_id) references support_case (organisation_id, id),
  constraint gate_verdict_known check (verdict in ('RECOMMENDED', 'NOT_RECOMMENDED'))
);
create index gate_decision_by_case on gate_decision (organisation_id, case_id);
call protect('gate_decision', 'select, insert');
