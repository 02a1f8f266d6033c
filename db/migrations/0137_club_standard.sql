-- R-KIS-05: a club holds itself against the minimum service standard, with evidence and what is missing. A review is never changed: the next one is new.
create table club_standard_review (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  reviewed_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint club_standard_review_key primary key (organisation_id, id),
  constraint club_standard_review_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint club_standard_review_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
create index club_standard_review_by_unit on club_standard_review (organisation_id, unit_id, reviewed_on desc);
call protect('club_standard_review', 'select, insert');

create table club_standard_item (
  organisation_id uuid not null,
  review_id   uuid not null,
  code        text not null,
  state       text not null,
  -- By what it is seen; about the club, never about a person served.
  evidence    text not null,
  missing     text not null,
  due_on      date,
  constraint club_standard_item_once primary key (organisation_id, review_id, code),
  constraint club_standard_item_of_review foreign key (organisation_id, review_id) references club_standard_review (organisation_id, id),
  constraint club_standard_item_known check (code in ('EQUIPMENT', 'STAFF', 'DOCUMENTATION', 'PSYCHOLOGICAL', 'LEGAL', 'SOCIAL', 'PEDAGOGICAL', 'VOCATIONAL',
    'SELF_HELP', 'PSYCHOEDUCATION', 'INTEGRATION', 'EDUCATION', 'COURSES', 'EMPLOYMENT_FORMS', 'MOST_ACTIVE')),
  constraint club_standard_state_known check (state in ('MET', 'PARTLY', 'NOT_MET')),
  constraint club_standard_says_what check (case when state = 'MET' then evidence <> '' else missing <> '' end)
);
call protect('club_standard_item', 'select, insert');
