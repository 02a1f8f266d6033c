-- Two people changed the same field: the record stays as it is, the other value is kept as a proposal until a person decides.

-- Who changed each field last, and when; beside the version in which it was.
alter table person add column changed_by jsonb not null default '{}';
alter table outreach_site add column changed_in jsonb not null default '{}', add column changed_by jsonb not null default '{}';

-- One field of one edit that came with an old base. Both values as they were then, sealed; the base as its version.
create table conflict (
  organisation_id uuid not null references organisation (id),
  id          uuid not null,
  record_type text not null,
  record_id   uuid not null,
  person_id   uuid,
  field       text not null,
  base        int,
  mine_sealed bytea not null,
  made_by     uuid not null,
  made_at     timestamptz not null,
  command_id  uuid not null,
  theirs_sealed bytea not null,
  theirs_by   uuid,
  theirs_at   timestamptz,
  recorded_at timestamptz not null default powrot_now(),
  constraint conflict_key primary key (organisation_id, id),
  constraint conflict_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint conflict_made_by_member foreign key (organisation_id, made_by) references membership (organisation_id, account_id),
  constraint conflict_once unique (organisation_id, made_by, command_id, field)
);
create index conflict_by_record on conflict (organisation_id, record_id);
create index conflict_by_author on conflict (organisation_id, made_by);
call protect('conflict', 'select, insert');

create table conflict_decision (
  organisation_id uuid not null,
  conflict_id uuid not null,
  choice      text not null,
  decided_by  uuid not null,
  decided_at  timestamptz not null default powrot_now(),
  constraint conflict_decided_once primary key (organisation_id, conflict_id),
  constraint conflict_decision_of_conflict foreign key (organisation_id, conflict_id) references conflict (organisation_id, id),
  constraint conflict_decision_by_member foreign key (organisation_id, decided_by) references membership (organisation_id, account_id),
  constraint conflict_choice_known check (choice in ('MINE', 'THEIRS', 'OTHER'))
);
call protect('conflict_decision', 'select, insert');

call follow('conflict', 'conflict', 'id');
call follow('conflict_decision', 'conflict', 'conflict_id');
