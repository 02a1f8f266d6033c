-- The street's work around the card: routes, permission to work alone, interventions, incidents, assistance, stock with reasons,
-- the work report with its steps, cards drawn for review, frozen months, information cards.

-- A route is an ordered list of sites that a team means to visit.
create table outreach_route (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  name        text not null,
  -- 1 Monday to 7 Sunday; null: any evening
  weekday     int,
  starts_at   time,
  ends_at     time,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  version     int not null default 1,
  constraint outreach_route_key primary key (organisation_id, id),
  constraint outreach_route_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint outreach_route_weekday check (weekday between 1 and 7)
);
create index outreach_route_by_unit on outreach_route (organisation_id, unit_id);
call protect('outreach_route', 'select, insert, update');

create table outreach_route_stop (
  organisation_id uuid not null,
  route_id uuid not null,
  position int not null,
  site_id  uuid not null,
  constraint outreach_route_stop_key primary key (organisation_id, route_id, position),
  constraint outreach_route_stop_of_route foreign key (organisation_id, route_id) references outreach_route (organisation_id, id),
  constraint outreach_route_stop_at_site foreign key (organisation_id, site_id) references outreach_site (organisation_id, id),
  constraint outreach_route_stop_once unique (organisation_id, route_id, site_id)
);
call protect('outreach_route_stop', 'select, insert, delete');

create table outreach_route_ending (
  organisation_id uuid not null,
  route_id uuid not null,
  ended_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint outreach_route_ends_once primary key (organisation_id, route_id),
  constraint outreach_route_ending_of_route foreign key (organisation_id, route_id) references outreach_route (organisation_id, id)
);
call protect('outreach_route_ending', 'select, insert');

alter table outreach_shift add column route_id uuid;
alter table outreach_shift add constraint outreach_shift_on_route foreign key (organisation_id, route_id) references outreach_route (organisation_id, id);

-- R-OUT-10: who may record contacts alone, on what grounds and until when (inclusive; null: until it is withdrawn).
create table alone_permission (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  account_id  uuid not null,
  selected_on date not null,
  trainings   jsonb not null,
  valid_from  date not null,
  valid_to    date,
  granted_by  uuid not null,
  granted_at  timestamptz not null default powrot_now(),
  constraint alone_permission_key primary key (organisation_id, id),
  constraint alone_permission_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint alone_permission_of_colleague foreign key (organisation_id, account_id) references membership (organisation_id, account_id),
  constraint alone_permission_not_own check (granted_by <> account_id),
  constraint alone_permission_period check (valid_to >= valid_from)
);
create index alone_permission_by_account on alone_permission (organisation_id, account_id, valid_from);
call protect('alone_permission', 'select, insert');

create table alone_permission_ending (
  organisation_id uuid not null,
  permission_id uuid not null,
  -- First day without it
  ended_on  date not null,
  reason    text not null,
  ended_by  uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint alone_permission_ends_once primary key (organisation_id, permission_id),
  constraint alone_permission_ending_of_permission foreign key (organisation_id, permission_id) references alone_permission (organisation_id, id)
);
call protect('alone_permission_ending', 'select, insert');

-- 112 first, recorded later (R-OUT-06). What happened to the person and the words about it are sealed.
create table outreach_intervention (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  shift_id    uuid,
  site_id     uuid,
  person_id   uuid,
  services    text[] not null,
  called_at   timestamptz not null,
  arrived_at  timestamptz,
  ended_at    timestamptz,
  detail_sealed bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint outreach_intervention_key primary key (organisation_id, id),
  constraint outreach_intervention_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint outreach_intervention_of_shift foreign key (organisation_id, shift_id) references outreach_shift (organisation_id, id),
  constraint outreach_intervention_at_site foreign key (organisation_id, site_id) references outreach_site (organisation_id, id),
  constraint outreach_intervention_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint outreach_intervention_called check (cardinality(services) > 0),
  constraint outreach_intervention_order check (arrived_at >= called_at and ended_at >= coalesce(arrived_at, called_at))
);
create index outreach_intervention_by_unit on outreach_intervention (organisation_id, unit_id, called_at);
create index outreach_intervention_by_shift on outreach_intervention (organisation_id, shift_id) where shift_id is not null;
create index outreach_intervention_by_person on outreach_intervention (organisation_id, person_id) where person_id is not null;
call protect('outreach_intervention', 'select, insert');

-- What happened to the workers: the coordinator is told at once.
create table outreach_incident (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  shift_id    uuid,
  site_id     uuid,
  happened_at timestamptz not null,
  kind        text not null,
  injured     boolean not null,
  reported_to text[] not null,
  note_sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint outreach_incident_key primary key (organisation_id, id),
  constraint outreach_incident_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint outreach_incident_of_shift foreign key (organisation_id, shift_id) references outreach_shift (organisation_id, id),
  constraint outreach_incident_at_site foreign key (organisation_id, site_id) references outreach_site (organisation_id, id)
);
create index outreach_incident_by_unit on outreach_incident (organisation_id, unit_id, happened_at);
create index outreach_incident_by_shift on outreach_incident (organisation_id, shift_id) where shift_id is not null;
call protect('outreach_incident', 'select, insert');

-- Assisting a person (asystowanie): planned, and what came of it. Where to and what for are sealed: the institution may tell of health.
create table assistance (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  person_id   uuid not null,
  -- null: it was not planned, only recorded
  planned_at  timestamptz,
  detail_sealed bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint assistance_key primary key (organisation_id, id),
  constraint assistance_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint assistance_of_person foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index assistance_by_person on assistance (organisation_id, person_id);
create index assistance_by_unit on assistance (organisation_id, unit_id, planned_at);
call protect('assistance', 'select, insert');

create table assistance_result (
  organisation_id uuid not null,
  assistance_id uuid not null,
  shift_id    uuid,
  started_at  timestamptz not null,
  hours       numeric(5, 2) not null,
  result      text not null,
  note_sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint assistance_ends_once primary key (organisation_id, assistance_id),
  constraint assistance_result_of_assistance foreign key (organisation_id, assistance_id) references assistance (organisation_id, id),
  constraint assistance_result_of_shift foreign key (organisation_id, shift_id) references outreach_shift (organisation_id, id),
  constraint assistance_result_hours check (hours between 0 and 24)
);
create index assistance_result_by_shift on assistance_result (organisation_id, shift_id) where shift_id is not null;
call protect('assistance_result', 'select, insert');

-- F-02: the team's contact with a person ended without another card.
create table outreach_relation_ending (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  person_id   uuid not null,
  reason      text not null,
  ended_on    date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint outreach_relation_ending_key primary key (organisation_id, id),
  constraint outreach_relation_ending_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint outreach_relation_ending_of_person foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index outreach_relation_ending_by_person on outreach_relation_ending (organisation_id, person_id, ended_on);
call protect('outreach_relation_ending', 'select, insert');

-- F-04: who was seen on a visit without cards.
alter table outreach_site_visit add column left_at timestamptz;
alter table outreach_site_visit add column men int;
alter table outreach_site_visit add column women int;
alter table outreach_site_visit add column children int;
alter table outreach_site_visit add constraint outreach_site_visit_order check (left_at >= visited_at);
alter table outreach_site_visit add constraint outreach_site_visit_parts
  check (men >= 0 and women >= 0 and children >= 0 and coalesce(men, 0) + coalesce(women, 0) + coalesce(children, 0) <= people);

-- Cards that were recorded in one go at a soup point.
alter table contact_card add column group_id uuid;

-- Why something was taken off the stock without a card, and from when on a team is warned.
alter table aid_stock_entry add column reason text;
create table aid_stock_warning (
  organisation_id uuid not null,
  unit_id  uuid not null,
  item     text not null,
  below    int not null,
  set_by   uuid not null,
  set_at   timestamptz not null default powrot_now(),
  constraint aid_stock_warning_key primary key (organisation_id, unit_id, item),
  constraint aid_stock_warning_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint aid_stock_warning_below check (below between 0 and 10000)
);
call protect('aid_stock_warning', 'select, insert, update');

-- F-03: what a worker adds to what is counted. Own words are sealed; strain is for its author and the supervisor alone.
create table work_report (
  organisation_id uuid not null,
  id          uuid not null,
  shift_id    uuid not null,
  unit_id     uuid not null,
  author_id   uuid not null,
  actual_start timestamptz,
  actual_end  timestamptz,
  weather     text,
  lowest_celsius int,
  office_hours numeric(4, 2),
  asks_for_supervision boolean not null default false,
  text_sealed bytea,
  strain_sealed bytea,
  saved_at    timestamptz not null default powrot_now(),
  version     int not null default 1,
  constraint work_report_key primary key (organisation_id, id),
  constraint work_report_of_shift foreign key (organisation_id, shift_id) references outreach_shift (organisation_id, id),
  constraint work_report_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint work_report_once_for_shift_and_worker unique (organisation_id, shift_id, author_id),
  constraint work_report_hours check (actual_end > actual_start),
  constraint work_report_office_hours check (office_hours between 0 and 24)
);
create index work_report_by_unit on work_report (organisation_id, unit_id, saved_at);
create index work_report_by_author on work_report (organisation_id, author_id, saved_at);
call protect('work_report', 'select, insert, update');

-- The last step is the state; none: a draft.
create table work_report_step (
  organisation_id uuid not null,
  id          uuid not null,
  report_id   uuid not null,
  step        text not null,
  reason_sealed bytea,
  taken_by    uuid not null,
  taken_at    timestamptz not null default powrot_now(),
  constraint work_report_step_key primary key (organisation_id, id),
  constraint work_report_step_of_report foreign key (organisation_id, report_id) references work_report (organisation_id, id),
  constraint work_report_step_known check (step in ('SUBMITTED', 'RETURNED', 'ACCEPTED')),
  constraint work_report_returned_with_reason check ((step = 'RETURNED') = (reason_sealed is not null))
);
create index work_report_step_by_report on work_report_step (organisation_id, report_id, taken_at);
call protect('work_report_step', 'select, insert');

-- The counters as they were accepted, without names: later cards and merges do not change them.
create table work_report_snapshot (
  organisation_id uuid not null,
  report_id    uuid not null,
  content      text not null,
  content_hash text not null,
  taken_by     uuid not null,
  taken_at     timestamptz not null default powrot_now(),
  constraint work_report_accepted_once primary key (organisation_id, report_id),
  constraint work_report_snapshot_of_report foreign key (organisation_id, report_id) references work_report (organisation_id, id)
);
call protect('work_report_snapshot', 'select, insert');

-- Five cards of a month, drawn for review; the same month and team draw the same ones.
create table card_draw (
  organisation_id uuid not null,
  unit_id    uuid not null,
  -- First day of the month
  month      date not null,
  contact_id uuid not null,
  position   int not null,
  drawn_by   uuid not null,
  drawn_at   timestamptz not null default powrot_now(),
  constraint card_draw_key primary key (organisation_id, unit_id, month, position),
  constraint card_draw_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint card_draw_of_contact foreign key (organisation_id, contact_id) references contact_card (organisation_id, id),
  constraint card_drawn_once unique (organisation_id, contact_id)
);
call protect('card_draw', 'select, insert');

create table card_review (
  organisation_id uuid not null,
  contact_id  uuid not null,
  quality     text not null,
  note_sealed bytea,
  reviewed_by uuid not null,
  reviewed_at timestamptz not null default powrot_now(),
  constraint card_reviewed_once primary key (organisation_id, contact_id),
  constraint card_review_of_drawn foreign key (organisation_id, contact_id) references card_draw (organisation_id, contact_id)
);
call protect('card_review', 'select, insert');

-- RP-13 as it was given out.
create table street_month (
  organisation_id uuid not null,
  id           uuid not null,
  unit_id      uuid not null,
  month        date not null,
  version_no   int not null,
  correction_reason text,
  content      text not null,
  content_hash text not null,
  frozen_by    uuid not null,
  frozen_at    timestamptz not null default powrot_now(),
  constraint street_month_key primary key (organisation_id, id),
  constraint street_month_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint street_month_version_once unique (organisation_id, unit_id, month, version_no),
  constraint street_month_correction_has_reason check ((version_no > 1) = (correction_reason is not null))
);
call protect('street_month', 'select, insert');

-- The organisation's own wording of an information card; where there is none, the product's stands.
create table info_card (
  organisation_id uuid not null references organisation (id),
  kind        text not null,
  language    text not null,
  title       text not null,
  body        text not null,
  checked_on  date not null,
  saved_by    uuid not null,
  saved_at    timestamptz not null default powrot_now(),
  version     int not null default 1,
  constraint info_card_key primary key (organisation_id, kind, language),
  constraint info_card_language check (language in ('pl', 'en', 'uk'))
);
call protect('info_card', 'select, insert, update');

insert into legal_parameter (code, valid_from, value, unit, source, verified, note) values
  ('BROUGHT_IN_WITHIN', '2000-01-01', 90, 'DAYS', 'RP-13', true, 'first service after the first card'),
  ('RELATION_LOST_AFTER', '2000-01-01', 90, 'DAYS', 'F-02', true, 'design'),
  ('CARDS_DRAWN', '2000-01-01', 5, 'CARDS', 'S1', true, 'a month and team'),
  ('ALONE_NOTICE', '2000-01-01', 30, 'DAYS', 'J15', true, 'design');
