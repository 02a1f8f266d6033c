-- Membership as it counts: never longer than the enrolment it stands on, nor than the person's life. Days inclusive.
create or replace view group_membership with (security_invoker = true) as
  select g.organisation_id, g.id, g.group_id, g.enrolment_id, g.person_id, g.valid_from,
    least(g.valid_until, e.ended_on, p.death_date) as valid_until
  from group_member g join enrolment_period e on e.organisation_id = g.organisation_id and e.id = g.enrolment_id
    join person p on p.organisation_id = g.organisation_id and p.id = g.person_id;
