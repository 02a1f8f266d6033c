-- Criteria of a project as editions: a change writes the whole list anew, so that whoever was judged by an earlier one stays
-- explainable. R-REC-01, F-70, F-71.
create table project_criteria (
  organisation_id uuid not null,
  project_id uuid not null,
  no         int not null,
  rules      jsonb not null,
  -- Whether a coordinator may take somebody in who fails a rule, with a reason.
  exceptions_allowed boolean not null,
  reason     text not null,
  set_on     date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint project_criteria_edition primary key (organisation_id, project_id, no),
  constraint project_criteria_of_project foreign key (organisation_id, project_id) references project (organisation_id, id),
  constraint project_criteria_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint project_criteria_counts_from_one check (no >= 1),
  constraint project_criteria_rules_are_a_list check (jsonb_typeof(rules) = 'array'),
  constraint project_criteria_change_has_reason check (no = 1 or btrim(reason) <> '')
);
call protect('project_criteria', 'select, insert');

-- What was asked before somebody started, and how it was answered: results with values and evidence, and the reason of an exception, sealed.
create table enrolment_check (
  organisation_id uuid not null,
  enrolment_id uuid not null,
  project_id uuid not null,
  criteria_no int not null,
  outcome    text not null,
  sealed     bytea not null,
  checked_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint enrolment_checked_once primary key (organisation_id, enrolment_id),
  constraint enrolment_check_of_enrolment foreign key (organisation_id, enrolment_id) references enrolment (organisation_id, id),
  constraint enrolment_check_by_edition foreign key (organisation_id, project_id, criteria_no) references project_criteria (organisation_id, project_id, no),
  constraint enrolment_check_by_member foreign key (organisation_id, checked_by) references membership (organisation_id, account_id),
  -- All rules held; some were confirmed by whoever took the person in; a failed one was waived by a person.
  constraint enrolment_check_outcome_known check (outcome in ('PASSED', 'CONFIRMED', 'EXCEPTION'))
);
create index enrolment_check_by_criteria on enrolment_check (organisation_id, project_id, criteria_no);
call protect('enrolment_check', 'select, insert');

-- The criteria as they were, an edition for every instant at which the list changed; a rule keeps the id of its row.
with rule as (
  select c.organisation_id, c.project_id, c.id, c.recorded_at, c.withdrawn_at, c.recorded_by,
    jsonb_build_object('ruleId', c.id, 'paper', null) || case c.kind
      when 'LONG_TERM_UNEMPLOYED' then jsonb_build_object('field', 'REGISTERED_UNEMPLOYED', 'test', 'LONGER_THAN',
        'months', coalesce((c.detail ->> 'overMonths')::int, 0), 'gapDays', coalesce((c.detail ->> 'gapDays')::int, 0))
      when 'CLIENT_OF_CENTRE' then jsonb_build_object('field', 'CLIENT_OF_CENTRE', 'test', 'LONGER_THAN',
        'months', coalesce((c.detail ->> 'overMonths')::int, 0))
      when 'AGE' then jsonb_build_object('field', 'AGE', 'test', 'OVER', 'years', coalesce((c.detail ->> 'olderThanYears')::int, 0))
      when 'EDUCATION' then case when jsonb_array_length(coalesce(c.detail -> 'levels', '[]')) > 0
        then jsonb_build_object('field', 'EDUCATION', 'test', 'ONE_OF', 'values', c.detail -> 'levels')
        else jsonb_build_object('field', 'STATEMENT', 'test', 'IS_TRUE', 'statement', 'wykształcenie zgodne z warunkami projektu') end
      else jsonb_build_object('field', 'STATEMENT', 'test', 'IS_TRUE', 'statement', coalesce(nullif(btrim(c.detail ->> 'text'), ''), 'warunek projektu'))
    end as written
  from project_criterion c),
change as (
  select organisation_id, project_id, recorded_at as at from rule
  union select organisation_id, project_id, withdrawn_at from rule where withdrawn_at is not null)
insert into project_criteria (organisation_id, project_id, no, rules, exceptions_allowed, reason, set_on, recorded_by, recorded_at)
select g.organisation_id, g.project_id, row_number() over (partition by g.organisation_id, g.project_id order by g.at),
  coalesce((select jsonb_agg(r.written order by r.recorded_at, r.id) from rule r
    where r.organisation_id = g.organisation_id and r.project_id = g.project_id and r.recorded_at <= g.at and (r.withdrawn_at is null or r.withdrawn_at > g.at)), '[]'),
  false, 'zapisane przed wprowadzeniem wydań kryteriów', (g.at at time zone 'Europe/Warsaw')::date,
  coalesce((select min(r.recorded_by::text)::uuid from rule r where r.organisation_id = g.organisation_id and r.project_id = g.project_id and r.recorded_at = g.at), p.recorded_by),
  g.at
from change g join project p on p.organisation_id = g.organisation_id and p.id = g.project_id;

drop table project_criterion;
