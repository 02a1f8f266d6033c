-- Why a case was moved on its path, in the words of whoever moved it (sealed).
alter table case_stage_step add column reason_sealed bytea;
