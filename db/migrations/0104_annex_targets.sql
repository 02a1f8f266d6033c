-- F-26: what is aimed at by each chosen measure, and the job coach who is foreseen before the hand-over.
alter table plan_annex
  add column targets jsonb not null default '{}',
  add column coach_id uuid,
  add constraint plan_annex_targets_listed check (jsonb_typeof(targets) = 'object'),
  add constraint plan_annex_coach_foreseen foreign key (organisation_id, coach_id) references membership (organisation_id, account_id);
grant update (targets, coach_id) on plan_annex to powrot_app;
