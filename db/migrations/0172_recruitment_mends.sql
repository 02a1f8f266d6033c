-- R-REC-04, F-71: what was noted by mistake can be taken back with a reason, and what was shown to people stays as it was shown.

-- A withdrawal is taken back by a decider, and the candidate may withdraw again. Its reason stands in candidate_text under its id.
alter table candidate_withdrawal add column id uuid;
update candidate_withdrawal set id = candidate_id;
alter table candidate_withdrawal alter column id set not null, drop constraint candidate_withdraws_once,
  add constraint candidate_withdrawal_key primary key (organisation_id, id);
create index candidate_withdrawal_by_candidate on candidate_withdrawal (organisation_id, candidate_id);

create table candidate_return (
  organisation_id uuid not null,
  id          uuid not null,
  withdrawal_id uuid not null,
  returned_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint candidate_return_key primary key (organisation_id, id),
  constraint candidate_returns_once unique (organisation_id, withdrawal_id),
  constraint candidate_return_of_withdrawal foreign key (organisation_id, withdrawal_id) references candidate_withdrawal (organisation_id, id),
  constraint candidate_return_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
call protect('candidate_return', 'select, insert');

create view standing_withdrawal with (security_invoker = true) as
  select w.* from candidate_withdrawal w
  where not exists (select from candidate_return r where r.organisation_id = w.organisation_id and r.withdrawal_id = w.id);
grant select on standing_withdrawal to powrot_app;

-- A recruitment that was closed is opened again with a reason, and may be closed again.
alter table recruitment_closing add column no int not null default 1;
alter table recruitment_closing drop constraint recruitment_closes_once,
  add constraint recruitment_closes_once primary key (organisation_id, project_id, no),
  add constraint recruitment_closing_counts_from_one check (no >= 1);

create table recruitment_reopening (
  organisation_id uuid not null,
  id          uuid not null,
  project_id  uuid not null,
  no          int not null,
  reopened_on date not null,
  -- Why.
  sealed      bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint recruitment_reopening_key primary key (organisation_id, id),
  constraint recruitment_reopens_once unique (organisation_id, project_id, no),
  constraint recruitment_reopening_of_closing foreign key (organisation_id, project_id, no) references recruitment_closing (organisation_id, project_id, no),
  constraint recruitment_reopening_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
call protect('recruitment_reopening', 'select, insert');

create view standing_closing with (security_invoker = true) as
  select c.* from recruitment_closing c
  where not exists (select from recruitment_reopening r where r.organisation_id = c.organisation_id and r.project_id = c.project_id and r.no = c.no);
grant select on standing_closing to powrot_app;

-- An offer that the organisation takes away is no refusal of the candidate.
alter table reserve_answer drop constraint reserve_answer_known,
  add constraint reserve_answer_known check (answer in ('TAKEN', 'DECLINED', 'NO_ANSWER', 'WITHDRAWN_BY_US'));
alter table ranking drop constraint ranking_cause_known,
  add constraint ranking_cause_known check (cause in ('FIRST', 'WITHDRAWAL', 'RETURN', 'CORRECTION', 'LATE_CANDIDATE'));

-- The terms as they were, an edition for every version.
create table recruitment_edition (
  organisation_id uuid not null,
  project_id  uuid not null,
  no          int not null,
  terms       jsonb not null,
  -- Why they changed; null for the first.
  sealed      bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint recruitment_edition_in_order primary key (organisation_id, project_id, no),
  constraint recruitment_edition_of_recruitment foreign key (organisation_id, project_id) references recruitment (organisation_id, project_id),
  constraint recruitment_edition_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint recruitment_edition_counts_from_one check (no >= 1)
);
call protect('recruitment_edition', 'select, insert');
insert into recruitment_edition (organisation_id, project_id, no, terms, recorded_by, recorded_at)
select r.organisation_id, r.project_id, r.version,
  jsonb_build_object('places', r.places, 'startsOn', r.starts_on, 'vacancyWeeks', r.vacancy_weeks, 'judgedOn', r.judged_on,
    'interviewMax', r.interview_max, 'interviewWeight', r.interview_weight,
    'points', coalesce((select jsonb_agg(jsonb_build_object('pointId', p.id, 'name', p.name, 'maxPoints', p.max_points, 'weight', p.weight) order by p.no, p.id)
      from recruitment_point p where p.organisation_id = r.organisation_id and p.project_id = r.project_id and p.withdrawn_at is null), '[]')),
  r.recorded_by, r.recorded_at
from recruitment r;

-- A candidate's card as it was before each edit, sealed like the card itself and ended with it. Its reason stands in candidate_text under its id.
create table candidate_card_edition (
  organisation_id uuid not null,
  id          uuid not null,
  candidate_id uuid not null,
  -- The version that it was.
  no          int not null,
  sealed      bytea not null,
  source      text not null,
  applied_on  date not null,
  replaced_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint candidate_card_edition_key primary key (organisation_id, id),
  constraint candidate_card_edition_in_order unique (organisation_id, candidate_id, no),
  constraint candidate_card_edition_of_candidate foreign key (organisation_id, candidate_id) references candidate (organisation_id, id),
  constraint candidate_card_edition_replaced_by_member foreign key (organisation_id, replaced_by) references membership (organisation_id, account_id),
  constraint candidate_card_edition_source_known check (source in ('PUP', 'OPS_REGION', 'NGO_PARTNER', 'SELF'))
);
call protect('candidate_card_edition', 'select, insert, delete');

-- The same weeks stood twice among the parameters.
delete from legal_parameter where code = 'RECRUITMENT_VACANCY';
update organisation_parameter o set code = 'RECRUITMENT_RESERVE_WEEKS' where o.code = 'RECRUITMENT_VACANCY'
  and not exists (select from organisation_parameter p where p.organisation_id = o.organisation_id and p.code = 'RECRUITMENT_RESERVE_WEEKS' and p.valid_from = o.valid_from);
