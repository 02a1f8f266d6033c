-- The exit programme (IPWB) and the programme for a person at risk: goals, tasks of each side, approval, reviews, versions.

create table plan (
  organisation_id uuid not null,
  id         uuid not null,
  person_id  uuid not null,
  case_id    uuid not null,
  kind       text not null,
  prepared_by uuid not null,
  prepared_side text not null,
  implementer   text not null,
  start_on   date not null,
  end_on     date,
  beyond_shelter_means boolean not null,
  health_insurance_needed boolean not null,
  responsible_bodies text[] not null default '{}',
  support_means text[] not null default '{}',
  -- Situation, commitments of the person, reasons for goals left out.
  sealed     bytea not null,
  -- Of the description alone: goals and tasks carry versions of their own.
  version    int not null default 1,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_key primary key (organisation_id, id),
  constraint plan_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint plan_of_case foreign key (organisation_id, case_id) references support_case (organisation_id, id),
  constraint plan_by_member foreign key (organisation_id, prepared_by) references membership (organisation_id, account_id),
  constraint plan_kind_known check (kind in ('IPWB', 'PREVENTION')),
  constraint plan_side_known check (prepared_side in ('OPS', 'SHELTER')),
  constraint plan_implementer_known check (implementer in ('OPS', 'SHELTER', 'LEAD_ORGANISATION'))
);
create index plan_by_case on plan (organisation_id, case_id);
create index plan_by_person on plan (organisation_id, person_id);
call protect('plan', 'select, insert, update');

-- R-IPWB-06: the state of a plan is its last step.
create table plan_step (
  organisation_id uuid not null,
  plan_id  uuid not null,
  no       int not null,
  act      text not null,
  state    text not null,
  done_on  date not null,
  done_by  uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_step_key primary key (organisation_id, plan_id, no),
  constraint plan_step_of_plan foreign key (organisation_id, plan_id) references plan (organisation_id, id),
  constraint plan_state_known check (state in ('DRAFT', 'AGREED', 'APPROVED', 'ACTIVE', 'COMPLETED', 'INTERRUPTED', 'TRANSFERRED'))
);
call protect('plan_step', 'select, insert');

-- R-IPWB-03: approved by somebody who did not prepare it.
create table plan_approval (
  organisation_id uuid not null,
  plan_id     uuid not null,
  step_no     int not null,
  prepared_by uuid not null,
  approved_by uuid not null,
  approved_on date not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_approval_key primary key (organisation_id, plan_id, step_no),
  constraint plan_approval_of_step foreign key (organisation_id, plan_id, step_no) references plan_step (organisation_id, plan_id, no),
  constraint plan_approved_by_another check (approved_by <> prepared_by)
);
call protect('plan_approval', 'select, insert');

-- One goal, one row: two people who write at once meet only at the same goal.
create table plan_goal (
  organisation_id uuid not null,
  id       uuid not null,
  plan_id  uuid not null,
  -- Order in which they were said.
  seq      bigint generated always as identity,
  sphere   text not null,
  due_on   date,
  sealed   bytea not null,
  version  int not null default 1,
  added_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_goal_key primary key (organisation_id, id),
  constraint plan_goal_of_plan foreign key (organisation_id, plan_id) references plan (organisation_id, id),
  constraint plan_sphere_known check (sphere in ('SOCIAL', 'PSYCHOLOGICAL', 'VOCATIONAL', 'HOUSING', 'HEALTH', 'FAMILY', 'LEGAL'))
);
create index plan_goal_by_plan on plan_goal (organisation_id, plan_id);
call protect('plan_goal', 'select, insert, update (sphere, due_on, sealed, version)');

create table plan_goal_removal (
  organisation_id uuid not null,
  goal_id    uuid not null,
  removed_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_goal_removed_once primary key (organisation_id, goal_id),
  constraint plan_goal_removal_of_goal foreign key (organisation_id, goal_id) references plan_goal (organisation_id, id)
);
call protect('plan_goal_removal', 'select, insert');

create table plan_task (
  organisation_id uuid not null,
  id       uuid not null,
  plan_id  uuid not null,
  -- Order in which they were said.
  seq      bigint generated always as identity,
  side     text not null,
  due_on   date,
  sealed   bytea not null,
  version  int not null default 1,
  added_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_task_key primary key (organisation_id, id),
  constraint plan_task_of_plan foreign key (organisation_id, plan_id) references plan (organisation_id, id),
  constraint plan_task_side_known check (side in ('PERSON', 'OPS', 'SHELTER', 'PARTNER', 'LEAD_ORGANISATION'))
);
create index plan_task_by_plan on plan_task (organisation_id, plan_id);
call protect('plan_task', 'select, insert, update (side, due_on, sealed, version)');

create table plan_task_removal (
  organisation_id uuid not null,
  task_id    uuid not null,
  removed_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_task_removed_once primary key (organisation_id, task_id),
  constraint plan_task_removal_of_task foreign key (organisation_id, task_id) references plan_task (organisation_id, id)
);
call protect('plan_task_removal', 'select, insert');

-- How a task went; the last entry counts.
create table plan_task_mark (
  organisation_id uuid not null,
  id        uuid not null,
  task_id   uuid not null,
  outcome   text not null,
  marked_on date not null,
  marked_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_task_mark_key primary key (organisation_id, id),
  constraint plan_task_mark_of_task foreign key (organisation_id, task_id) references plan_task (organisation_id, id),
  constraint plan_task_outcome_known check (outcome in ('DONE', 'PARTLY', 'NOT_DONE', 'NO_LONGER_RELEVANT'))
);
create index plan_task_mark_by_task on plan_task_mark (organisation_id, task_id);
call protect('plan_task_mark', 'select, insert');

-- Goals and tasks as they stood when the plan began, and after each later change.
create table plan_version (
  organisation_id uuid not null,
  plan_id  uuid not null,
  no       int not null,
  sealed   bytea not null,
  made_by  uuid not null,
  made_on  date not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_version_key primary key (organisation_id, plan_id, no),
  constraint plan_version_of_plan foreign key (organisation_id, plan_id) references plan (organisation_id, id)
);
call protect('plan_version', 'select, insert');

create table plan_review (
  organisation_id uuid not null,
  id          uuid not null,
  plan_id     uuid not null,
  reviewed_on date not null,
  decision    text not null,
  next_on     date,
  sealed      bytea not null,
  reviewed_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_review_key primary key (organisation_id, id),
  constraint plan_review_of_plan foreign key (organisation_id, plan_id) references plan (organisation_id, id),
  constraint plan_review_decision_known check (decision in ('CONTINUE', 'CHANGE', 'COMPLETE', 'INTERRUPT'))
);
create index plan_review_by_plan on plan_review (organisation_id, plan_id);
call protect('plan_review', 'select, insert');

create table plan_review_goal (
  organisation_id uuid not null,
  review_id uuid not null,
  goal_id   uuid not null,
  outcome   text not null,
  constraint plan_review_goal_key primary key (organisation_id, review_id, goal_id),
  constraint plan_review_goal_of_review foreign key (organisation_id, review_id) references plan_review (organisation_id, id),
  constraint plan_review_goal_of_goal foreign key (organisation_id, goal_id) references plan_goal (organisation_id, id),
  constraint plan_goal_outcome_known check (outcome in ('KEPT', 'PARTLY', 'NOT_KEPT', 'NO_LONGER_RELEVANT'))
);
call protect('plan_review_goal', 'select, insert');

create table plan_closure (
  organisation_id uuid not null,
  plan_id   uuid not null,
  closed_on date not null,
  reason    text not null,
  sealed    bytea not null,
  closed_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_closed_once primary key (organisation_id, plan_id),
  constraint plan_closure_of_plan foreign key (organisation_id, plan_id) references plan (organisation_id, id),
  constraint plan_closure_reason_known check (reason in ('INDEPENDENT', 'HOUSED_WITH_SUPPORT', 'TRANSFERRED', 'INTERRUPTED_BY_PERSON', 'LOST_CONTACT', 'DECEASED', 'OTHER'))
);
call protect('plan_closure', 'select, insert');
