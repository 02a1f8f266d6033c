-- Two administrators who write the letterhead at once see each other: a version, and which one last changed each field.
alter table organisation
  add column letterhead_version int not null default 1,
  add column letterhead_changed_in jsonb not null default '{}';
