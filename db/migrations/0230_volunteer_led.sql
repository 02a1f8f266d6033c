-- Hours of a volunteer's card that come from what the volunteer led: each class and each meeting counts once while its hours stand.
alter table volunteer_hours add column source text, add column source_id uuid;
alter table volunteer_hours
  add constraint volunteer_hours_source_known check (source in ('CLASS', 'MEETING')),
  add constraint volunteer_hours_source_whole check ((source is null) = (source_id is null));
create unique index volunteer_hours_of_led_once on volunteer_hours (organisation_id, source, source_id)
  where withdrawn_at is null and source is not null;

-- What a volunteer led and whoever keeps the register does not put on the card, for instance because it stands there by hand.
create table volunteer_led_left_out (
  organisation_id uuid not null,
  volunteer_id    uuid not null,
  source          text not null,
  source_id       uuid not null,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null default powrot_now(),
  constraint volunteer_led_left_out_once primary key (organisation_id, volunteer_id, source, source_id),
  constraint volunteer_led_left_out_of_volunteer foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id),
  constraint volunteer_led_left_out_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint volunteer_led_left_out_source_known check (source in ('CLASS', 'MEETING'))
);
call protect('volunteer_led_left_out', 'select, insert');
