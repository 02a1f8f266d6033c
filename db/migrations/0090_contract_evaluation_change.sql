-- Part IB of a contract: registrations, months without work and qualifications, as the work history said when it was written (sealed).
alter table social_contract add column unemployment bytea;

-- What an evaluation changes (sealed), and the annex that was made of it.
alter table contract_evaluation add column change bytea;
alter table contract_annex add column evaluation_id uuid;
alter table contract_annex add constraint contract_annex_of_evaluation
  foreign key (organisation_id, evaluation_id) references contract_evaluation (organisation_id, id);
