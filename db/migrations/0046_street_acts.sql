-- F-02, accompaniment: what was agreed is put off or called off, with the reason; nothing is erased.
create table assistance_change (
  organisation_id uuid not null,
  id          uuid not null,
  assistance_id uuid not null,
  planned_before timestamptz not null,
  -- null: called off
  planned_at  timestamptz,
  reason      text not null,
  note_sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint assistance_change_key primary key (organisation_id, id),
  constraint assistance_change_of_assistance foreign key (organisation_id, assistance_id) references assistance (organisation_id, id)
);
create index assistance_change_by_assistance on assistance_change (organisation_id, assistance_id);
create unique index assistance_called_off_once on assistance_change (organisation_id, assistance_id) where planned_at is null;
call protect('assistance_change', 'select, insert');
grant update (planned_at) on assistance to powrot_app;

call follow('assistance', 'street.person', 'person_id');
call follow('assistance', 'street.unit', 'unit_id');

-- What is planned with somebody changes by rows that name the plan alone.
create function follow_of_assistance() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  perform sync_changed(a.organisation_id, 'street.person', a.person_id), sync_changed(a.organisation_id, 'street.unit', a.unit_id)
    from changed c join assistance a on a.organisation_id = c.organisation_id and a.id = c.assistance_id;
  return null;
end $$;
create trigger follow_assistance_result after insert on assistance_result referencing new table as changed for each statement execute function follow_of_assistance();
create trigger follow_assistance_change after insert on assistance_change referencing new table as changed for each statement execute function follow_of_assistance();

-- F-04: a picture of a place, never of people; it goes with its row.
create table outreach_site_photo (
  organisation_id uuid not null,
  -- the stored file's
  id          uuid not null,
  site_id     uuid not null,
  taken_at    timestamptz not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint outreach_site_photo_key primary key (organisation_id, id),
  constraint outreach_site_photo_file foreign key (organisation_id, id) references stored_file (organisation_id, id),
  constraint outreach_site_photo_of_site foreign key (organisation_id, site_id) references outreach_site (organisation_id, id)
);
create index outreach_site_photo_by_site on outreach_site_photo (organisation_id, site_id, taken_at);
call protect('outreach_site_photo', 'select, insert, delete');
grant delete on stored_file to powrot_app;
