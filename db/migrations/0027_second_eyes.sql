-- C31: who prepared a plan is what the plan says, so that an approval cannot name somebody else to pass `plan_approved_by_another`.
alter table plan add constraint plan_prepared_by_one unique (organisation_id, id, prepared_by);
alter table plan_approval add constraint plan_approval_of_prepared foreign key (organisation_id, plan_id, prepared_by)
  references plan (organisation_id, id, prepared_by);
