-- R-S0-04: the two annexes of a programme, the vocational plan (F-26) and the interpersonal path (F-27).

create table plan_annex (
  organisation_id uuid not null,
  id         uuid not null,
  person_id  uuid not null,
  case_id    uuid not null,
  plan_id    uuid not null,
  kind       text not null,
  -- The counsellor of a vocational plan, the psychologist of a path.
  led_by     uuid not null,
  measures   text[] not null default '{}',
  review_on  date[] not null default '{}',
  -- Vocational goal and jobs aimed at; a path has its goals as lines.
  sealed     bytea,
  -- Of what stands in this row; lines carry versions of their own.
  version    int not null default 1,
  changed_in jsonb not null default '{}',
  begun_on   date not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_annex_key primary key (organisation_id, id),
  constraint plan_annex_once_of_kind unique (organisation_id, plan_id, kind),
  constraint plan_annex_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint plan_annex_of_case foreign key (organisation_id, case_id) references support_case (organisation_id, id),
  constraint plan_annex_of_plan foreign key (organisation_id, plan_id) references plan (organisation_id, id),
  constraint plan_annex_led_by_member foreign key (organisation_id, led_by) references membership (organisation_id, account_id),
  constraint plan_annex_kind_known check (kind in ('VOCATIONAL', 'INTERPERSONAL')),
  constraint plan_annex_vocational_goal_sealed check ((kind = 'VOCATIONAL') = (sealed is not null))
);
create index plan_annex_by_person on plan_annex (organisation_id, person_id);
create index plan_annex_by_case on plan_annex (organisation_id, case_id);
call protect('plan_annex', 'select, insert, update (measures, review_on, sealed, version, changed_in)');

-- One step, goal or form, one row: two people who write at once meet only at the same line.
create table plan_annex_line (
  organisation_id uuid not null,
  id         uuid not null,
  annex_id   uuid not null,
  -- Order in which they were added.
  seq        bigint generated always as identity,
  kind       text not null,
  -- Type of a step, competence of a goal (unknown for a goal of none), kind of a form.
  code       text,
  from_on    date,
  until_on   date,
  hours      numeric(6, 2),
  -- Who moves a step on.
  mover      text,
  -- R-EMP-07: chosen because lack of documented competence blocks work.
  lacks_document boolean not null default false,
  sealed     bytea not null,
  -- The reason of a goal: for psychologists alone.
  reason_sealed bytea,
  version    int not null default 1,
  added_by   uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_annex_line_key primary key (organisation_id, id),
  constraint plan_annex_line_of_annex foreign key (organisation_id, annex_id) references plan_annex (organisation_id, id),
  constraint plan_annex_line_kind_known check (kind in ('STEP', 'GOAL', 'FORM')),
  constraint plan_annex_step_days check (until_on >= from_on),
  constraint plan_annex_hours_by_quarter check (hours > 0 and hours * 4 = trunc(hours * 4)),
  constraint plan_annex_step_moved check ((kind = 'STEP') = (mover is not null)),
  constraint plan_annex_reason_of_goal check (reason_sealed is null or kind = 'GOAL')
);
create index plan_annex_line_by_annex on plan_annex_line (organisation_id, annex_id);
call protect('plan_annex_line', 'select, insert, update (code, from_on, until_on, hours, mover, lacks_document, sealed, reason_sealed, version)');

create table plan_annex_line_removal (
  organisation_id uuid not null,
  line_id    uuid not null,
  removed_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_annex_line_removed_once primary key (organisation_id, line_id),
  constraint plan_annex_line_removal_of_line foreign key (organisation_id, line_id) references plan_annex_line (organisation_id, id)
);
call protect('plan_annex_line_removal', 'select, insert');

-- How a step goes; the last entry counts.
create table plan_annex_step_mark (
  organisation_id uuid not null,
  id        uuid not null,
  line_id   uuid not null,
  seq       bigint generated always as identity,
  status    text not null,
  marked_on date not null,
  marked_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_annex_step_mark_key primary key (organisation_id, id),
  constraint plan_annex_step_mark_of_line foreign key (organisation_id, line_id) references plan_annex_line (organisation_id, id),
  constraint plan_annex_step_status_known check (status in ('PLANNED', 'IN_PROGRESS', 'DONE', 'NOT_FINISHED', 'CANCELLED'))
);
create index plan_annex_step_mark_by_line on plan_annex_step_mark (organisation_id, line_id);
call protect('plan_annex_step_mark', 'select, insert');

-- The annex as it stood when it was agreed with the person, and after each later change. Version 1 is the agreement.
create table plan_annex_version (
  organisation_id uuid not null,
  annex_id  uuid not null,
  no        int not null,
  sealed    bytea not null,
  -- Reasons of the goals, for psychologists alone.
  reasons_sealed bytea,
  made_by   uuid not null,
  made_on   date not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_annex_version_key primary key (organisation_id, annex_id, no),
  constraint plan_annex_version_of_annex foreign key (organisation_id, annex_id) references plan_annex (organisation_id, id)
);
call protect('plan_annex_version', 'select, insert');

-- R-EMP-04: the counsellor hands over to a job coach, with what the person agreed that an employer may hear. The last one counts.
create table plan_annex_handover (
  organisation_id uuid not null,
  id        uuid not null,
  annex_id  uuid not null,
  seq       bigint generated always as identity,
  coach_id  uuid not null,
  disclosure_agreed boolean not null,
  sealed    bytea not null,
  handed_by uuid not null,
  handed_on date not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_annex_handover_key primary key (organisation_id, id),
  constraint plan_annex_handover_of_annex foreign key (organisation_id, annex_id) references plan_annex (organisation_id, id),
  constraint plan_annex_handover_to_member foreign key (organisation_id, coach_id) references membership (organisation_id, account_id)
);
create index plan_annex_handover_by_annex on plan_annex_handover (organisation_id, annex_id);
call protect('plan_annex_handover', 'select, insert');
