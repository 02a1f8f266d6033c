-- What a person did for a living, by periods, and what proves what the person can do; registrations at the labour office are
-- facts of the person. Source: docs/domain/forms.md F-23

create table work_period (
  organisation_id uuid not null,
  id          uuid not null,
  person_id   uuid not null,
  form        text not null,
  -- Both inclusive, as sure as `exactness` says: of MONTH and YEAR the first and the last day stand here.
  started_on  date not null,
  ended_on    date,
  exactness   text not null,
  leaving     text,
  certificate text not null,
  -- Employer, post, words about leaving, who can give the certificate again.
  sealed      bytea not null,
  version     int not null default 1,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  withdrawn_at timestamptz,
  constraint work_period_key primary key (organisation_id, id),
  constraint work_period_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint work_period_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint work_period_ends_after_start check (ended_on >= started_on),
  constraint work_period_exactness_known check (exactness in ('DAY', 'MONTH', 'YEAR')),
  constraint work_period_certificate_known check (certificate in ('PRESENT', 'LOST', 'NOT_ISSUED', 'UNKNOWN'))
);
create index work_period_by_person on work_period (organisation_id, person_id, started_on);
call protect('work_period', 'select, insert, update (form, started_on, ended_on, exactness, leaving, certificate, sealed, version, withdrawn_at)');

create table qualification (
  organisation_id uuid not null,
  id          uuid not null,
  person_id   uuid not null,
  kind        text not null,
  year        int,
  document    text not null,
  sealed      bytea not null,
  version     int not null default 1,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  withdrawn_at timestamptz,
  constraint qualification_key primary key (organisation_id, id),
  constraint qualification_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint qualification_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint qualification_kind_known check (kind in ('SCHOOL', 'COURSE', 'LICENCE', 'OTHER')),
  constraint qualification_year_likely check (year between 1900 and 2200),
  constraint qualification_document_known check (document in ('PRESENT', 'LOST', 'NOT_ISSUED', 'UNKNOWN'))
);
create index qualification_by_person on qualification (organisation_id, person_id);
call protect('qualification', 'select, insert, update (kind, year, document, sealed, version, withdrawn_at)');
