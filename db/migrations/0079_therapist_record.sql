-- An addiction therapist's record is sealed to its author, as working notes are; the conclusion for the team stays the organisation's.
alter table assessment add column key_id uuid;
alter table assessment add constraint assessment_sealed_by foreign key (organisation_id, key_id) references author_key (organisation_id, id);
-- not valid: what was recorded before stays under the organisation's key until it is saved again
alter table assessment add constraint assessment_of_therapist_has_key check (kind <> 'ADDICTION' or key_id is not null) not valid;
grant update (key_id) on assessment to powrot_app;

-- F-21: a risk that rises to high again calls again; the first call of an assessment is number 1.
alter table assessment_alert add column no int not null default 1;
alter table assessment_alert drop constraint assessment_alert_once;
alter table assessment_alert add constraint assessment_alert_in_turn primary key (organisation_id, assessment_id, no);
