-- F-63: a register of volunteers, apart from participants. Agreements, hours, expenses, training and certificates only add; an end is a row of its own.
create table volunteer (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  first_name  text not null,
  last_name   text not null,
  -- Day of birth, telephone, e-mail, address, guardian.
  sealed      bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  version     int not null default 1,
  constraint volunteer_key primary key (organisation_id, id),
  constraint volunteer_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint volunteer_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
create index volunteer_by_unit on volunteer (organisation_id, unit_id);
call protect('volunteer', 'select, insert, update (unit_id, first_name, last_name, sealed, version)');

create table volunteer_agreement (
  organisation_id uuid not null,
  id          uuid not null,
  volunteer_id uuid not null,
  number      text not null,
  starts_on   date not null,
  -- Null: until somebody ends it.
  ends_on     date,
  written     boolean not null,
  signed_on   date,
  -- Confidentiality: signed before the first hour.
  pledged_on  date not null,
  guardian_consent_on date,
  insurance   text not null,
  -- What they do, where and with whom.
  tasks       text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint volunteer_agreement_key primary key (organisation_id, id),
  constraint volunteer_agreement_of_volunteer foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id),
  constraint volunteer_agreement_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint volunteer_agreement_lasts check (ends_on >= starts_on),
  constraint volunteer_pledges_before_start check (pledged_on <= starts_on),
  constraint volunteer_insurance_known check (insurance in ('ACCIDENT_BY_US', 'ACCIDENT_BY_LAW', 'NOT_ARRANGED'))
);
create index volunteer_agreement_by_volunteer on volunteer_agreement (organisation_id, volunteer_id);
create unique index volunteer_agreement_number_once on volunteer_agreement (organisation_id, lower(number), (extract(year from starts_on)));
call protect('volunteer_agreement', 'select, insert');

create table volunteer_agreement_ending (
  organisation_id uuid not null,
  agreement_id uuid not null,
  ended_on    date not null,
  -- Why, sealed.
  sealed      bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint volunteer_agreement_ends_once primary key (organisation_id, agreement_id),
  constraint volunteer_ending_of_agreement foreign key (organisation_id, agreement_id) references volunteer_agreement (organisation_id, id),
  constraint volunteer_ending_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
call protect('volunteer_agreement_ending', 'select, insert');

create table volunteer_hours (
  organisation_id uuid not null,
  id          uuid not null,
  agreement_id uuid not null,
  day         date not null,
  minutes     int not null,
  task        text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  -- Entered in error.
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint volunteer_hours_key primary key (organisation_id, id),
  constraint volunteer_hours_of_agreement foreign key (organisation_id, agreement_id) references volunteer_agreement (organisation_id, id),
  constraint volunteer_hours_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint volunteer_hours_withdrawn_by_member foreign key (organisation_id, withdrawn_by) references membership (organisation_id, account_id),
  constraint volunteer_hours_fit_a_day check (minutes between 1 and 1440),
  constraint volunteer_hours_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index volunteer_hours_by_agreement on volunteer_hours (organisation_id, agreement_id, day);
call protect('volunteer_hours', 'select, insert, update (withdrawn_at, withdrawn_by)');

create table volunteer_expense (
  organisation_id uuid not null,
  id          uuid not null,
  agreement_id uuid not null,
  day         date not null,
  amount_grosze int not null,
  what        text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint volunteer_expense_key primary key (organisation_id, id),
  constraint volunteer_expense_of_agreement foreign key (organisation_id, agreement_id) references volunteer_agreement (organisation_id, id),
  constraint volunteer_expense_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint volunteer_expense_positive check (amount_grosze > 0)
);
create index volunteer_expense_by_agreement on volunteer_expense (organisation_id, agreement_id);
call protect('volunteer_expense', 'select, insert');

create table volunteer_training (
  organisation_id uuid not null,
  id          uuid not null,
  volunteer_id uuid not null,
  held_on     date not null,
  topic       text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint volunteer_training_key primary key (organisation_id, id),
  constraint volunteer_training_of_volunteer foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id),
  constraint volunteer_training_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
create index volunteer_training_by_volunteer on volunteer_training (organisation_id, volunteer_id);
call protect('volunteer_training', 'select, insert');

-- When they can come: the newest set counts, earlier ones stay.
create table volunteer_availability (
  organisation_id uuid not null,
  id          uuid not null,
  volunteer_id uuid not null,
  -- [{"weekday": 1…7, "startsAt": "16:00", "endsAt": "18:00"}]
  slots       jsonb not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint volunteer_availability_key primary key (organisation_id, id),
  constraint volunteer_availability_of_volunteer foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id),
  constraint volunteer_availability_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
create index volunteer_availability_by_volunteer on volunteer_availability (organisation_id, volunteer_id, recorded_at desc);
call protect('volunteer_availability', 'select, insert');

create table volunteer_certificate (
  organisation_id uuid not null,
  id          uuid not null,
  agreement_id uuid not null,
  number      text not null,
  issued_on   date not null,
  -- The hours that were logged on the day of issue: what is printed does not move afterwards.
  until_on    date not null,
  minutes     int not null,
  issued_by   uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint volunteer_certificate_key primary key (organisation_id, id),
  constraint volunteer_certificate_of_agreement foreign key (organisation_id, agreement_id) references volunteer_agreement (organisation_id, id),
  constraint volunteer_certificate_issued_by_member foreign key (organisation_id, issued_by) references membership (organisation_id, account_id),
  constraint volunteer_certificate_of_hours check (minutes > 0)
);
create index volunteer_certificate_by_agreement on volunteer_certificate (organisation_id, agreement_id);
create unique index volunteer_certificate_number_once on volunteer_certificate (organisation_id, lower(number), (extract(year from issued_on)));
call protect('volunteer_certificate', 'select, insert');

insert into legal_parameter (code, valid_from, value, unit, source, verified, note) values
  ('VOLUNTEER_WRITTEN_AFTER', '2000-01-01', 30, 'DAYS', 'F-63', false, 'an agreement for longer is written; the article was not re-read'),
  ('VOLUNTEER_ACCIDENT_UP_TO', '2000-01-01', 30, 'DAYS', 'F-63', false, 'whoever takes the volunteer insures them against accidents up to this length; not re-read');
