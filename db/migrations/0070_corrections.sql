-- A diagnosed need that was written wrongly is corrected by another entry with a reason; what stood before stays readable.
create table diagnosed_need_correction (
  organisation_id uuid not null,
  id          uuid not null,
  need_id     uuid not null,
  -- 1 for the first correction; the highest counts.
  no          int not null,
  sphere      text not null,
  found_on    date not null,
  -- What the need is now, and why it was corrected.
  sealed      bytea not null,
  corrected_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint diagnosed_need_correction_key primary key (organisation_id, id),
  constraint diagnosed_need_corrected_in_turn unique (organisation_id, need_id, no),
  constraint diagnosed_need_correction_of_need foreign key (organisation_id, need_id) references diagnosed_need (organisation_id, id),
  constraint diagnosed_need_correction_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint diagnosed_need_correction_sphere_known check (sphere in ('HOUSING', 'FAMILY', 'VOCATIONAL', 'SOCIAL', 'PSYCHOLOGICAL', 'HEALTH', 'LEGAL'))
);
call protect('diagnosed_need_correction', 'select, insert');

-- Entries of the work history are edited field by field: which version changed which field last.
alter table work_period add column changed_in jsonb not null default '{}';
alter table qualification add column changed_in jsonb not null default '{}';
grant update (changed_in) on work_period, qualification to powrot_app;
