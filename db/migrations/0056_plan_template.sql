-- An organisation's own templates of a programme: goals and tasks to begin from. Not about anybody; days count from the start.
create table plan_template (
  organisation_id uuid not null references organisation (id),
  id          uuid not null,
  kind        text not null,
  name        text not null,
  -- Both inclusive; without the last it holds on.
  valid_from  date not null,
  valid_until date,
  goals       jsonb not null,
  tasks       jsonb not null,
  version     int not null default 1,
  saved_by    uuid not null,
  saved_at    timestamptz not null default powrot_now(),
  constraint plan_template_key primary key (organisation_id, id),
  constraint plan_template_by_member foreign key (organisation_id, saved_by) references membership (organisation_id, account_id),
  constraint plan_template_kind_known check (kind in ('IPWB', 'PREVENTION')),
  constraint plan_template_period check (valid_until >= valid_from),
  constraint plan_template_goals_listed check (jsonb_typeof(goals) = 'array' and jsonb_array_length(goals) <= 30),
  constraint plan_template_tasks_listed check (jsonb_typeof(tasks) = 'array' and jsonb_array_length(tasks) <= 60)
);
call protect('plan_template', 'select, insert, update');
