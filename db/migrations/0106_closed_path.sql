-- An ended case has come to the end of its path (R-S0-06): by whom and when its ending says.
insert into case_stage_step (organisation_id, id, case_id, from_stage, to_stage, act, moved_by, moved_at)
  select c.organisation_id, gen_random_uuid(), c.id, c.stage, 'CLOSED', 'close', e.ended_by, e.recorded_at
  from support_case c join support_case_ending e on e.organisation_id = c.organisation_id and e.case_id = c.id
  where c.stage <> 'CLOSED';
update support_case c set stage = 'CLOSED', version = version + 1
  where stage <> 'CLOSED' and exists (select from support_case_ending e where e.organisation_id = c.organisation_id and e.case_id = c.id);
