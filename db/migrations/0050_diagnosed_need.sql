-- Diagnosed needs of a person as a list, and the services that answer each: the person's own mix of services.

create table diagnosed_need (
  organisation_id uuid not null,
  id          uuid not null,
  person_id   uuid not null,
  case_id     uuid not null,
  sphere      text not null,
  found_on    date not null,
  sealed      bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint diagnosed_need_key primary key (organisation_id, id),
  constraint diagnosed_need_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint diagnosed_need_of_case foreign key (organisation_id, case_id) references support_case (organisation_id, id),
  constraint diagnosed_need_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint diagnosed_need_sphere_known check (sphere in ('HOUSING', 'FAMILY', 'VOCATIONAL', 'SOCIAL', 'PSYCHOLOGICAL', 'HEALTH', 'LEGAL'))
);
create index diagnosed_need_by_person on diagnosed_need (organisation_id, person_id);
create index diagnosed_need_by_case on diagnosed_need (organisation_id, case_id);
call protect('diagnosed_need', 'select, insert');

-- A need without an ending is open.
create table diagnosed_need_ending (
  organisation_id uuid not null,
  need_id     uuid not null,
  outcome     text not null,
  ended_on    date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint diagnosed_need_ends_once primary key (organisation_id, need_id),
  constraint diagnosed_need_ending_of_need foreign key (organisation_id, need_id) references diagnosed_need (organisation_id, id),
  constraint diagnosed_need_outcome_known check (outcome in ('MET', 'PARTLY', 'NOT_MET', 'NO_LONGER_RELEVANT'))
);
call protect('diagnosed_need_ending', 'select, insert');

create table need_service (
  organisation_id uuid not null,
  id          uuid not null,
  need_id     uuid not null,
  form        text not null,
  since       date not null,
  -- Who gives it.
  sealed      bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint need_service_key primary key (organisation_id, id),
  constraint need_service_of_need foreign key (organisation_id, need_id) references diagnosed_need (organisation_id, id),
  constraint need_service_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
create index need_service_by_need on need_service (organisation_id, need_id);
call protect('need_service', 'select, insert');

create table need_service_ending (
  organisation_id uuid not null,
  service_id  uuid not null,
  ended_on    date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint need_service_ends_once primary key (organisation_id, service_id),
  constraint need_service_ending_of_service foreign key (organisation_id, service_id) references need_service (organisation_id, id)
);
call protect('need_service_ending', 'select, insert');
