-- What the phones of the street hold follows these tables (src/modules/outreach/field/set.ts).
call follow('person', 'street.person', 'id');
call follow('person_unit', 'street.person', 'person_id');
call follow('person_merge', 'street.person', 'kept_id');
call follow('contact_card', 'street.person', 'person_id');
call follow('task', 'street.person', 'person_id');
call follow('outreach_relation_ending', 'street.person', 'person_id');

call follow('outreach_site', 'street.site', 'id');
call follow('outreach_site_visit', 'street.site', 'site_id');
call follow('contact_card', 'street.site', 'site_id');

call follow('outreach_shift', 'street.unit', 'unit_id');
call follow('contact_card', 'street.unit', 'unit_id');
call follow('aid_stock_entry', 'street.unit', 'unit_id');
call follow('outreach_route', 'street.unit', 'unit_id');
call follow('outreach_intervention', 'street.unit', 'unit_id');

call follow('work_report', 'street.report', 'id');
call follow('work_report_step', 'street.report', 'report_id');
call follow('info_card', 'info.card', 'organisation_id');

-- Rows that tell of a record by way of another row.
create function follow_shift_ending() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  perform sync_changed(s.organisation_id, 'street.unit', s.unit_id)
    from changed c join outreach_shift s on s.organisation_id = c.organisation_id and s.id = c.shift_id;
  return null;
end $$;
create trigger follow_shift_ending after insert on outreach_shift_ending referencing new table as changed for each statement execute function follow_shift_ending();

create function follow_route_ending() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  perform sync_changed(r.organisation_id, 'street.unit', r.unit_id)
    from changed c join outreach_route r on r.organisation_id = c.organisation_id and r.id = c.route_id;
  return null;
end $$;
create trigger follow_route_ending after insert on outreach_route_ending referencing new table as changed for each statement execute function follow_route_ending();

create function follow_task_ending() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  perform sync_changed(t.organisation_id, 'street.person', t.person_id)
    from changed c join task t on t.organisation_id = c.organisation_id and t.id = c.task_id where t.source_type = 'contact';
  return null;
end $$;
create trigger follow_task_ending after insert on task_ending referencing new table as changed for each statement execute function follow_task_ending();

create function follow_street_alert() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  perform sync_changed(new.organisation_id, 'street.unit', (new.detail ->> 'unitId')::uuid);
  return null;
end $$;
create trigger follow_street_alert after insert on event for each row when (new.kind = 'outreach.alert') execute function follow_street_alert();

-- Whose whereabouts become protected stands in no open shift's list with a place any more.
create function follow_whereabouts() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  perform sync_changed(u.organisation_id, 'street.unit', u.unit_id) from person_unit u
    where u.organisation_id = new.organisation_id and u.person_id = coalesce(new.merged_into, new.id);
  return null;
end $$;
create trigger follow_whereabouts after update of protected_whereabouts on person for each row
  when (new.protected_whereabouts is distinct from old.protected_whereabouts) execute function follow_whereabouts();
