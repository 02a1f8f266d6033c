-- Of a volunteer who leads classes the id is that of the register of volunteers, as a colleague's is that of the account.
alter table class_leader add column volunteer_id uuid,
  add constraint class_leader_of_volunteer foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id),
  add constraint class_leader_is_that_volunteer check (volunteer_id is null or (volunteer_id = id and kind = 'VOLUNTEER'));

-- Days that are no longer closed give classes back: a cancellation that was taken back no longer counts and stays as it was written.
alter table class_session_cancellation
  add column id uuid not null default gen_random_uuid(),
  add column closure_id uuid,
  add column taken_back_at timestamptz,
  add column taken_back_by uuid,
  add constraint class_session_cancellation_by_closure foreign key (organisation_id, closure_id) references class_closure (organisation_id, id),
  add constraint class_session_cancellation_taken_back_by_member foreign key (organisation_id, taken_back_by) references membership (organisation_id, account_id),
  add constraint class_session_cancellation_taken_back_whole check ((taken_back_at is null) = (taken_back_by is null)),
  drop constraint class_session_cancelled_once,
  add constraint class_session_cancellation_key primary key (organisation_id, id);
create unique index class_session_cancelled_once on class_session_cancellation (organisation_id, session_id) where taken_back_at is null;
create index class_session_cancellation_of_closure on class_session_cancellation (organisation_id, closure_id) where closure_id is not null;
grant update (taken_back_at, taken_back_by) on class_session_cancellation to powrot_app;
-- What was cancelled by a closure was written at the moment of its recording.
update class_session_cancellation c set closure_id = (
  select k.id from class_session s
    join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
    join class_closure k on k.organisation_id = g.organisation_id and k.unit_id = g.unit_id and s.day between k.from_on and k.to_on
  where s.organisation_id = c.organisation_id and s.id = c.session_id and k.recorded_at <= c.cancelled_at
  order by k.recorded_at desc, k.id desc limit 1)
where c.reason = 'CLOSED';

create or replace view held_session with (security_invoker = true) as
  select s.organisation_id, s.id, s.group_id, s.module_id, s.day, s.starts_at, s.minutes, r.name as room, s.leader_id, s.generation_id, s.version,
    m.code as module_code, m.name as module_name, m.form as module_form, s.room_id, s.guest_id, s.leader_given_by
  from class_session s join programme_module m on m.organisation_id = s.organisation_id and m.id = s.module_id
    left join class_room r on r.organisation_id = s.organisation_id and r.id = s.room_id
  where not exists (select from class_session_cancellation c
    where c.organisation_id = s.organisation_id and c.session_id = s.id and c.taken_back_at is null);
