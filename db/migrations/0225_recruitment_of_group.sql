-- J9.2, R-REC-04: a recruitment may be for one group of its project, and may take applications in some days alone.

-- A group keeps its project, so that what names both names one.
alter table class_group add constraint class_group_of_one_project unique (organisation_id, id, project_id);

alter table recruitment
  -- Null: for whoever starts in the project, as long as no other recruitment is for their group.
  add column group_id uuid,
  -- Both inclusive; null: applications are taken on any day.
  add column applies_from date,
  add column applies_until date,
  add constraint recruitment_names_group_of_project foreign key (organisation_id, group_id, project_id)
    references class_group (organisation_id, id, project_id),
  add constraint recruitment_window_whole check ((applies_from is null) = (applies_until is null)),
  add constraint recruitment_window_in_order check (applies_until >= applies_from);
create index recruitment_by_group on recruitment (organisation_id, group_id) where group_id is not null;

-- Whose place somebody takes who said in which group they start. Without a row it follows from who admitted them, and when.
create table recruitment_start (
  organisation_id uuid not null,
  enrolment_id   uuid not null,
  recruitment_id uuid not null,
  constraint recruitment_start_once primary key (organisation_id, enrolment_id),
  constraint recruitment_start_of_enrolment foreign key (organisation_id, enrolment_id) references enrolment (organisation_id, id),
  constraint recruitment_start_of_recruitment foreign key (organisation_id, recruitment_id) references recruitment (organisation_id, id)
);
create index recruitment_start_by_recruitment on recruitment_start (organisation_id, recruitment_id);
call protect('recruitment_start', 'select, insert');
