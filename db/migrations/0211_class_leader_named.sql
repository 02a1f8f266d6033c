-- Whoever leads as a volunteer of the register is called there as they are called today: leaders keep no second copy of the name.
alter table class_leader drop constraint class_leader_is_one_person;
update class_leader set name = null where volunteer_id is not null;
alter table class_leader add constraint class_leader_is_one_person check (case
  when kind = 'COLLEAGUE' then account_id is not null and id = account_id and unit_id is null and name is null
  else account_id is null and unit_id is not null and (name is null) = (volunteer_id is not null) end);

create view named_class_leader with (security_invoker = true) as
  select l.organisation_id, l.id, l.unit_id, l.account_id, l.volunteer_id, l.kind, l.retired_on,
    coalesce(a.display_name, v.first_name || ' ' || v.last_name, l.name) as name
  from class_leader l left join membership a on a.organisation_id = l.organisation_id and a.account_id = l.account_id
    left join volunteer v on v.organisation_id = l.organisation_id and v.id = l.volunteer_id;
grant select on named_class_leader to powrot_app;
