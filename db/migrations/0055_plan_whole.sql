-- The programme whole: who answers for which provision, words of its steps, what a review found, endings that were taken back.

-- R-IPWB-03: the body for each provision, [{provision, body}]; what stood as loose text keeps standing under OTHER.
alter table plan add column provisions jsonb not null default '[]';
update plan set provisions = (select coalesce(jsonb_agg(jsonb_build_object('provision', 'OTHER', 'body', b.body) order by b.at), '[]')
  from unnest(responsible_bodies) with ordinality b (body, at));
alter table plan drop column responsible_bodies;
alter table plan add constraint plan_provisions_listed check (jsonb_typeof(provisions) = 'array' and jsonb_array_length(provisions) <= 40);

-- What was said with a step: the person's words at the agreement, why it was returned, prolonged or opened again.
alter table plan_step add column sealed bytea;

-- R-IPWB-06: a programme that was opened again ends again; each ending stands with its step.
alter table plan_closure add column step_no int;
update plan_closure c set step_no = (select max(s.no) from plan_step s where s.organisation_id = c.organisation_id and s.plan_id = c.plan_id);
alter table plan_closure alter column step_no set not null;
alter table plan_closure drop constraint plan_closed_once;
alter table plan_closure add constraint plan_closed_once primary key (organisation_id, plan_id, step_no);
alter table plan_closure add constraint plan_closure_of_step
  foreign key (organisation_id, plan_id, step_no) references plan_step (organisation_id, plan_id, no);

-- F-25: progress per goal 0-100; tasks whose outcome a review wrote down.
alter table plan_review_goal add column progress int;
alter table plan_review_goal add constraint plan_progress_percent check (progress between 0 and 100);
alter table plan_task_mark add column review_id uuid;
alter table plan_task_mark add constraint plan_task_mark_of_review
  foreign key (organisation_id, review_id) references plan_review (organisation_id, id);
