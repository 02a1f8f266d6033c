-- The rest of the project card (F-70): with whom, where, what is done and by what it is measured, what is reported when, and its papers.

alter table project add column budget_ref text;

create table project_partner (
  organisation_id uuid not null,
  project_id uuid not null,
  no         int not null,
  name       text not null,
  part       text not null,
  constraint project_partner_key primary key (organisation_id, project_id, no),
  constraint project_partner_of_project foreign key (organisation_id, project_id) references project (organisation_id, id)
);
call protect('project_partner', 'select, insert, delete');

create table project_commune (
  organisation_id uuid not null,
  project_id uuid not null,
  teryt      text not null,
  name       text not null,
  constraint project_commune_once primary key (organisation_id, project_id, teryt),
  constraint project_commune_of_project foreign key (organisation_id, project_id) references project (organisation_id, id),
  constraint project_commune_is_teryt check (teryt ~ '^\d{6,7}$')
);
call protect('project_commune', 'select, insert, delete');

create table project_task (
  organisation_id uuid not null,
  project_id uuid not null,
  no         int not null,
  title      text not null,
  starts_on  date,
  ends_on    date,
  result     text not null,
  constraint project_task_key primary key (organisation_id, project_id, no),
  constraint project_task_of_project foreign key (organisation_id, project_id) references project (organisation_id, id),
  constraint project_task_period check (ends_on >= starts_on)
);
call protect('project_task', 'select, insert, delete');

create table project_indicator (
  organisation_id uuid not null,
  id         uuid not null,
  project_id uuid not null,
  no         int not null,
  code       text not null,
  definition text not null,
  target     numeric,
  unit       text not null,
  source     text not null,
  frequency  text not null,
  constraint project_indicator_key primary key (organisation_id, id),
  constraint project_indicator_of_project foreign key (organisation_id, project_id) references project (organisation_id, id),
  constraint project_indicator_code_once unique (organisation_id, project_id, code) deferrable initially deferred,
  constraint project_indicator_unit_known check (unit in ('PERSONS', 'PERCENT', 'HOURS', 'EVENTS', 'ITEMS', 'ZLOTY')),
  constraint project_indicator_frequency_known check (frequency in ('MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'AT_END', 'CONTINUOUS')),
  constraint project_indicator_target_positive check (target >= 0)
);
create index project_indicator_by_project on project_indicator (organisation_id, project_id, no);
call protect('project_indicator', 'select, insert, update, delete');

-- What the funder or the law asks for, by when; sent is a row of its own.
create table project_report (
  organisation_id uuid not null,
  id         uuid not null,
  project_id uuid not null,
  title      text not null,
  period_from date not null,
  period_until date not null,
  due_on     date not null,
  constraint project_report_key primary key (organisation_id, id),
  constraint project_report_of_project foreign key (organisation_id, project_id) references project (organisation_id, id),
  constraint project_report_period check (period_until >= period_from)
);
create index project_report_by_project on project_report (organisation_id, project_id, due_on);
call protect('project_report', 'select, insert, update, delete');

create table project_report_sending (
  organisation_id uuid not null,
  report_id  uuid not null,
  sent_on    date not null,
  reference  text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint project_report_sent_once primary key (organisation_id, report_id),
  constraint project_report_sending_of_report foreign key (organisation_id, report_id) references project_report (organisation_id, id),
  constraint project_report_sent_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
call protect('project_report_sending', 'select, insert');

create table project_document (
  organisation_id uuid not null,
  project_id uuid not null,
  no         int not null,
  title      text not null,
  number     text not null,
  dated_on   date,
  -- Where the paper lies.
  kept_at    text not null,
  constraint project_document_key primary key (organisation_id, project_id, no),
  constraint project_document_of_project foreign key (organisation_id, project_id) references project (organisation_id, id)
);
call protect('project_document', 'select, insert, delete');
