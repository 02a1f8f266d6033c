-- F-38: what a workshop practises, how people get on with it week by week, their habits of work month by month, and the instructor's word.

create table workshop_card (
  organisation_id uuid not null,
  group_id   uuid not null,
  profile    text not null,
  stations   text not null,
  capacity   int,
  -- What is practised now: tasks with an id each; one that left the list keeps its marks.
  tasks      jsonb not null,
  version    int not null default 1,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint workshop_card_of_group_once primary key (organisation_id, group_id),
  constraint workshop_card_of_group foreign key (organisation_id, group_id) references class_group (organisation_id, id),
  constraint workshop_card_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint workshop_card_has_room check (capacity >= 1)
);
call protect('workshop_card', 'select, insert, update');

-- A mark is added, never changed; the last one of a person, a task and a week counts.
create table workshop_skill_mark (
  organisation_id uuid not null,
  id         uuid not null,
  group_id   uuid not null,
  person_id  uuid not null,
  task_id    uuid not null,
  week       date not null,
  level      int not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  seq        bigint generated always as identity,
  constraint workshop_skill_mark_key primary key (organisation_id, id),
  constraint workshop_skill_mark_of_group foreign key (organisation_id, group_id) references class_group (organisation_id, id),
  constraint workshop_skill_mark_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint workshop_skill_mark_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint workshop_week_begins_on_monday check (extract(isodow from week) = 1),
  constraint workshop_level_from_0_to_4 check (level between 0 and 4)
);
create index workshop_skill_mark_by_person on workshop_skill_mark (organisation_id, person_id, week);
create index workshop_skill_mark_by_group on workshop_skill_mark (organisation_id, group_id, week);
call protect('workshop_skill_mark', 'select, insert');

create table workshop_habit_mark (
  organisation_id uuid not null,
  id         uuid not null,
  group_id   uuid not null,
  person_id  uuid not null,
  habit      text not null,
  month      date not null,
  grade      int not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  seq        bigint generated always as identity,
  constraint workshop_habit_mark_key primary key (organisation_id, id),
  constraint workshop_habit_mark_of_group foreign key (organisation_id, group_id) references class_group (organisation_id, id),
  constraint workshop_habit_mark_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint workshop_habit_mark_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint workshop_month_begins_on_first check (extract(day from month) = 1),
  constraint workshop_habit_known check (habit in ('PUNCTUALITY', 'TEMPO', 'QUALITY', 'COOPERATION', 'SAFETY')),
  constraint workshop_grade_from_1_to_5 check (grade between 1 and 5)
);
create index workshop_habit_mark_by_person on workshop_habit_mark (organisation_id, person_id, month);
create index workshop_habit_mark_by_group on workshop_habit_mark (organisation_id, group_id, month);
call protect('workshop_habit_mark', 'select, insert');

-- The instructor's word for a bonus or an extension, sealed; a later one stands, the earlier stay.
create table workshop_opinion (
  organisation_id uuid not null,
  id         uuid not null,
  group_id   uuid not null,
  person_id  uuid not null,
  kind       text not null,
  month      date not null,
  sealed     bytea not null,
  given_on   date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  seq        bigint generated always as identity,
  constraint workshop_opinion_key primary key (organisation_id, id),
  constraint workshop_opinion_of_group foreign key (organisation_id, group_id) references class_group (organisation_id, id),
  constraint workshop_opinion_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint workshop_opinion_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint workshop_opinion_month_begins_on_first check (extract(day from month) = 1),
  constraint workshop_opinion_kind_known check (kind in ('BONUS', 'EXTENSION'))
);
create index workshop_opinion_by_person on workshop_opinion (organisation_id, person_id, month);
create index workshop_opinion_by_group on workshop_opinion (organisation_id, group_id, month);
call protect('workshop_opinion', 'select, insert');

-- Somebody without valid fitness or safety training was given another task that day; told to the manager once.
create table workshop_other_task (
  organisation_id uuid not null,
  group_id   uuid not null,
  person_id  uuid not null,
  day        date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint workshop_other_task_once_a_day primary key (organisation_id, person_id, day, group_id),
  constraint workshop_other_task_of_group foreign key (organisation_id, group_id) references class_group (organisation_id, id),
  constraint workshop_other_task_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint workshop_other_task_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
create index workshop_other_task_by_group on workshop_other_task (organisation_id, group_id, day);
call protect('workshop_other_task', 'select, insert');
