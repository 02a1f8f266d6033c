-- What a project is for (F-70): a main aim and specific ones, the classes that serve them and the indicators by which they are known.

create table project_goal (
  organisation_id uuid not null,
  id         uuid not null,
  project_id uuid not null,
  no         int not null,
  kind       text not null,
  words      text not null,
  constraint project_goal_key primary key (organisation_id, id),
  constraint project_goal_of_project foreign key (organisation_id, project_id) references project (organisation_id, id),
  constraint project_goal_no_once unique (organisation_id, project_id, no),
  constraint project_goal_kind_known check (kind in ('MAIN', 'SPECIFIC'))
);
create unique index project_goal_main_once on project_goal (organisation_id, project_id) where kind = 'MAIN';
call protect('project_goal', 'select, insert, delete');

-- A module is the same one in all groups of a project: by its code, and by its name where it is one of its own.
create table project_goal_module (
  organisation_id uuid not null,
  goal_id uuid not null,
  code    text not null,
  name    text not null,
  constraint project_goal_module_once primary key (organisation_id, goal_id, code, name),
  constraint project_goal_module_of_goal foreign key (organisation_id, goal_id) references project_goal (organisation_id, id) on delete cascade
);
call protect('project_goal_module', 'select, insert, delete');

create table project_goal_indicator (
  organisation_id uuid not null,
  goal_id      uuid not null,
  indicator_id uuid not null,
  constraint project_goal_indicator_once primary key (organisation_id, goal_id, indicator_id),
  constraint project_goal_indicator_of_goal foreign key (organisation_id, goal_id) references project_goal (organisation_id, id) on delete cascade,
  constraint project_goal_indicator_known foreign key (organisation_id, indicator_id) references project_indicator (organisation_id, id) on delete cascade
);
create index project_goal_indicator_by_indicator on project_goal_indicator (organisation_id, indicator_id);
call protect('project_goal_indicator', 'select, insert, delete');
