-- F-71, J9.2: a project takes in several groups, and each has a recruitment of its own: places, terms, list, decisions and reserve. The
-- recruitment that a project has already becomes its first one and keeps the project's id as its own.

alter table recruitment add column id uuid, add column name text not null default '';
update recruitment set id = project_id;

alter table recruitment_point drop constraint recruitment_point_of_recruitment;
alter table recruitment_edition drop constraint recruitment_edition_of_recruitment;
alter table recruitment_reopening drop constraint recruitment_reopening_of_closing;
alter table recruitment_closing drop constraint recruitment_closing_of_recruitment;
alter table candidate_import drop constraint candidate_import_of_recruitment;
alter table candidate drop constraint candidate_of_recruitment;
alter table ranking drop constraint ranking_of_recruitment;
alter table reserve_offer drop constraint reserve_offer_of_recruitment;
alter table candidate_letter drop constraint candidate_letter_of_recruitment;

alter table recruitment drop constraint recruitment_once_in_project,
  alter column id set not null,
  add constraint recruitment_key primary key (organisation_id, id),
  -- Two recruitments of one project are told apart by their names; a single one needs none.
  add constraint recruitment_name_once unique (organisation_id, project_id, name);

alter table recruitment_point rename column project_id to recruitment_id;
alter table recruitment_edition rename column project_id to recruitment_id;
alter table recruitment_reopening rename column project_id to recruitment_id;
alter table recruitment_closing rename column project_id to recruitment_id;
alter view standing_closing rename column project_id to recruitment_id;
alter table candidate_import rename column project_id to recruitment_id;
alter table candidate rename column project_id to recruitment_id;
alter table candidate_card rename column project_id to recruitment_id;
alter table ranking rename column project_id to recruitment_id;
alter table reserve_offer rename column project_id to recruitment_id;
alter table candidate_letter rename column project_id to recruitment_id;

alter index recruitment_point_by_project rename to recruitment_point_by_recruitment;
alter index candidate_import_by_project rename to candidate_import_by_recruitment;
alter index reserve_offer_by_project rename to reserve_offer_by_recruitment;
alter index candidate_letter_by_project rename to candidate_letter_by_recruitment;

alter table recruitment_point add constraint recruitment_point_of_recruitment
  foreign key (organisation_id, recruitment_id) references recruitment (organisation_id, id);
alter table recruitment_edition add constraint recruitment_edition_of_recruitment
  foreign key (organisation_id, recruitment_id) references recruitment (organisation_id, id);
alter table recruitment_closing add constraint recruitment_closing_of_recruitment
  foreign key (organisation_id, recruitment_id) references recruitment (organisation_id, id);
alter table recruitment_reopening add constraint recruitment_reopening_of_closing
  foreign key (organisation_id, recruitment_id, no) references recruitment_closing (organisation_id, recruitment_id, no);
alter table candidate_import add constraint candidate_import_of_recruitment
  foreign key (organisation_id, recruitment_id) references recruitment (organisation_id, id);
alter table candidate add constraint candidate_of_recruitment
  foreign key (organisation_id, recruitment_id) references recruitment (organisation_id, id);
alter table ranking add constraint ranking_of_recruitment
  foreign key (organisation_id, recruitment_id) references recruitment (organisation_id, id);
alter table reserve_offer add constraint reserve_offer_of_recruitment
  foreign key (organisation_id, recruitment_id) references recruitment (organisation_id, id);
alter table candidate_letter add constraint candidate_letter_of_recruitment
  foreign key (organisation_id, recruitment_id) references recruitment (organisation_id, id);

-- The same person in two recruitments of a project is found by the print of the PESEL.
create index candidate_card_by_pesel on candidate_card (organisation_id, pesel_index) where pesel_index is not null;

-- Who found no place goes on in another recruitment of the project; the old card stays where it was.
create table candidate_carry (
  organisation_id uuid not null,
  candidate_id uuid not null,
  to_candidate_id uuid not null,
  carried_on  date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint candidate_carried_once primary key (organisation_id, candidate_id),
  constraint candidate_carried_from_one unique (organisation_id, to_candidate_id),
  constraint candidate_carry_from_candidate foreign key (organisation_id, candidate_id) references candidate (organisation_id, id),
  constraint candidate_carry_to_candidate foreign key (organisation_id, to_candidate_id) references candidate (organisation_id, id),
  constraint candidate_carry_to_another check (candidate_id <> to_candidate_id),
  constraint candidate_carry_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
call protect('candidate_carry', 'select, insert');
