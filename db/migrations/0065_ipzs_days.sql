-- Days off (R-CIS-11) and what the manager of the CIS provides (R-CIS-08).

create table ipzs_day_off (
  organisation_id uuid not null,
  id        uuid not null,
  ipzs_id   uuid not null,
  day       date not null,
  asked_on  date not null,
  written_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint ipzs_day_off_key primary key (organisation_id, id),
  constraint ipzs_day_off_of_ipzs foreign key (organisation_id, ipzs_id) references ipzs (organisation_id, id)
);
create index ipzs_day_off_by_ipzs on ipzs_day_off (organisation_id, ipzs_id);
call protect('ipzs_day_off', 'select, insert');

-- Consent, refusal, or the person took the request back; the last one counts, so that a granted day may be given back.
create table ipzs_day_off_answer (
  organisation_id uuid not null,
  day_off_id uuid not null,
  no         int not null,
  answer     text not null,
  -- Why it was refused.
  sealed     bytea,
  answered_on date not null,
  answered_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint ipzs_day_off_answer_key primary key (organisation_id, day_off_id, no),
  constraint ipzs_day_off_answer_of_day foreign key (organisation_id, day_off_id) references ipzs_day_off (organisation_id, id),
  constraint ipzs_day_off_answer_known check (answer in ('GRANTED', 'REFUSED', 'TAKEN_BACK'))
);
call protect('ipzs_day_off_answer', 'select, insert');

create table ipzs_provision (
  organisation_id uuid not null,
  id        uuid not null,
  ipzs_id   uuid not null,
  kind      text not null,
  given_on  date not null,
  -- The day after which it has to be renewed; null: not known or not needed.
  until     date,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint ipzs_provision_key primary key (organisation_id, id),
  constraint ipzs_provision_of_ipzs foreign key (organisation_id, ipzs_id) references ipzs (organisation_id, id),
  constraint ipzs_provision_known check (kind in ('SAFETY_TRAINING', 'MEDICAL_EXAM', 'WORK_CLOTHES_AND_SHOES', 'PROTECTIVE_EQUIPMENT', 'DAILY_MEAL')),
  constraint ipzs_provision_until_later check (until >= given_on)
);
create index ipzs_provision_by_ipzs on ipzs_provision (organisation_id, ipzs_id);
call protect('ipzs_provision', 'select, insert');
