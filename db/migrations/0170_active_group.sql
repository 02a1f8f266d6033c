-- R-KIS-05, R-GDPR-11: preparing the most active group. People propose with a reason and people decide with a reason; figures stand beside and decide nothing.
create table active_group (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  name        text not null,
  -- Forms of employment that the group is prepared for.
  prepared_for text not null,
  -- What people look at, in words, shown before anybody is proposed.
  criteria    text[] not null,
  -- Days whose figures stand beside.
  from_on     date not null,
  to_on       date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint active_group_key primary key (organisation_id, id),
  constraint active_group_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint active_group_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint active_group_has_criteria check (cardinality(criteria) between 1 and 10),
  constraint active_group_days check (to_on >= from_on)
);
create index active_group_by_unit on active_group (organisation_id, unit_id, from_on desc);
call protect('active_group', 'select, insert');

create table active_group_candidate (
  organisation_id uuid not null,
  id          uuid not null,
  active_group_id uuid not null,
  person_id   uuid not null,
  -- Why, sealed.
  sealed      bytea not null,
  proposed_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint active_group_candidate_key primary key (organisation_id, id),
  constraint active_group_candidate_once unique (organisation_id, active_group_id, person_id),
  constraint active_group_candidate_of_group foreign key (organisation_id, active_group_id) references active_group (organisation_id, id),
  constraint active_group_candidate_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint active_group_candidate_proposed_by_member foreign key (organisation_id, proposed_by) references membership (organisation_id, account_id)
);
create index active_group_candidate_by_person on active_group_candidate (organisation_id, person_id);
call protect('active_group_candidate', 'select, insert');

-- The last decision counts, earlier ones stay.
create table active_group_decision (
  organisation_id uuid not null,
  id          uuid not null,
  candidate_id uuid not null,
  no          int not null,
  chosen      boolean not null,
  -- Why, sealed.
  sealed      bytea not null,
  decided_by  uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint active_group_decision_key primary key (organisation_id, id),
  constraint active_group_decision_in_order unique (organisation_id, candidate_id, no),
  constraint active_group_decision_of_candidate foreign key (organisation_id, candidate_id) references active_group_candidate (organisation_id, id),
  constraint active_group_decision_by_member foreign key (organisation_id, decided_by) references membership (organisation_id, account_id)
);
call protect('active_group_decision', 'select, insert');
