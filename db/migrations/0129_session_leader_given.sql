-- Who put somebody before a class: nobody comes to know a group's people by an act of their own (C7). Null: not known, counts as one's own act.
alter table class_session add column leader_given_by uuid,
  add constraint class_session_leader_given_by_member foreign key (organisation_id, leader_given_by) references membership (organisation_id, account_id);
update class_session s set leader_given_by = coalesce(
  (select m.moved_by from class_session_move m where m.organisation_id = s.organisation_id and m.session_id = s.id order by m.moved_at desc, m.id desc limit 1),
  (select g.made_by from calendar_generation g where g.organisation_id = s.organisation_id and g.id = s.generation_id));

create or replace view held_session with (security_invoker = true) as
  select s.organisation_id, s.id, s.group_id, s.module_id, s.day, s.starts_at, s.minutes, r.name as room, s.leader_id, s.generation_id, s.version,
    m.code as module_code, m.name as module_name, m.form as module_form, s.room_id, s.guest_id, s.leader_given_by
  from class_session s join programme_module m on m.organisation_id = s.organisation_id and m.id = s.module_id
    left join class_room r on r.organisation_id = s.organisation_id and r.id = s.room_id
  where not exists (select from class_session_cancellation c where c.organisation_id = s.organisation_id and c.session_id = s.id);
