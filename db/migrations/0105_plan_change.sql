-- R-IPWB-01, R-IPWB-03: a change of a running programme in what its manager approved waits for that manager.
create table plan_change (
  organisation_id uuid not null,
  id        uuid not null,
  plan_id   uuid not null,
  -- The whole description as it is to be, and why.
  sealed    bytea not null,
  proposed_by uuid not null,
  proposed_on date not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_change_key primary key (organisation_id, id),
  constraint plan_change_proposed_by_one unique (organisation_id, id, proposed_by),
  constraint plan_change_of_plan foreign key (organisation_id, plan_id) references plan (organisation_id, id),
  constraint plan_change_by_member foreign key (organisation_id, proposed_by) references membership (organisation_id, account_id)
);
create index plan_change_by_plan on plan_change (organisation_id, plan_id);
call protect('plan_change', 'select, insert');

create table plan_change_ending (
  organisation_id uuid not null,
  change_id   uuid not null,
  outcome     text not null,
  -- Why it was returned.
  sealed      bytea,
  proposed_by uuid not null,
  ended_by    uuid not null,
  ended_on    date not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_change_ends_once primary key (organisation_id, change_id),
  constraint plan_change_ending_of_proposed foreign key (organisation_id, change_id, proposed_by) references plan_change (organisation_id, id, proposed_by),
  constraint plan_change_ending_by_member foreign key (organisation_id, ended_by) references membership (organisation_id, account_id),
  constraint plan_change_outcome_known check (outcome in ('APPROVED', 'RETURNED', 'WITHDRAWN')),
  constraint plan_change_approved_by_another check (outcome <> 'APPROVED' or ended_by <> proposed_by),
  constraint plan_change_return_says_why check ((outcome = 'RETURNED') = (sealed is not null))
);
call protect('plan_change_ending', 'select, insert');
