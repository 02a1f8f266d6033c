-- Who else ran the class directly, beside its leader or the substitute who replaced him (R-CIS-05).
create table register_co_leader (
  organisation_id uuid not null,
  session_id uuid not null,
  account_id uuid not null,
  constraint register_co_leader_once primary key (organisation_id, session_id, account_id),
  constraint register_co_leader_of_closing foreign key (organisation_id, session_id) references register_closing (organisation_id, session_id),
  constraint register_co_leader_is_member foreign key (organisation_id, account_id) references membership (organisation_id, account_id)
);
create index register_co_leader_by_account on register_co_leader (organisation_id, account_id);
call protect('register_co_leader', 'select, insert');

-- F-35: what was made, and meals that a centre gave.
alter table register_closing add column work_done text, add column meals_issued int;
alter table register_closing add constraint register_meals_range check (meals_issued between 0 and 500);

-- F-35: clothing and protective gear given out at a class.
create table register_issue (
  organisation_id uuid not null,
  id         uuid not null,
  session_id uuid not null,
  person_id  uuid not null,
  item       text not null,
  quantity   int not null,
  issued_by  uuid not null,
  issued_at  timestamptz not null default powrot_now(),
  constraint register_issue_key primary key (organisation_id, id),
  constraint register_issue_of_session foreign key (organisation_id, session_id) references class_session (organisation_id, id),
  constraint register_issue_to_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint register_issue_by_member foreign key (organisation_id, issued_by) references membership (organisation_id, account_id),
  constraint register_issue_item_known check (item in ('CLOTHING', 'SHOES', 'GLOVES', 'GLASSES', 'HELMET', 'HEARING', 'MASK', 'VEST', 'OTHER')),
  constraint register_issue_quantity check (quantity between 1 and 99)
);
create index register_issue_by_session on register_issue (organisation_id, session_id);
create index register_issue_by_person on register_issue (organisation_id, person_id);
call protect('register_issue', 'select, insert');
