-- Which key an organisation's sealed things were made with (the key itself never stands here), and keys of authors, wrapped by it.

-- One row for each organisation: what the folder of keys must hold for its data to open.
create table organisation_key (
  organisation_id uuid not null references organisation (id),
  fingerprint text not null,
  made_at     timestamptz not null default powrot_now(),
  constraint organisation_key_once primary key (organisation_id)
);
call protect('organisation_key', 'select');

-- A random key of one author, wrapped by the organisation's. Its destruction leaves the row: what it sealed opens for nobody.
create table author_key (
  organisation_id uuid not null references organisation (id),
  id           uuid not null,
  author_id    uuid not null,
  wrapped      bytea,
  made_at      timestamptz not null default powrot_now(),
  destroyed_at timestamptz,
  constraint author_key_key primary key (organisation_id, id),
  constraint author_key_of_member foreign key (organisation_id, author_id) references membership (organisation_id, account_id),
  constraint author_key_destroyed_has_none check ((wrapped is null) = (destroyed_at is not null))
);
create unique index author_key_one_live on author_key (organisation_id, author_id) where destroyed_at is null;
call protect('author_key', 'select, insert');

alter table assessment_note add column key_id uuid;
alter table assessment_note add constraint assessment_note_has_key check (key_id is not null) not valid; -- none is older but in demo worlds
alter table assessment_note add constraint assessment_note_sealed_by foreign key (organisation_id, key_id) references author_key (organisation_id, id);

-- A substitute for an author's notes is named by one person and confirmed by another; neither is the substitute. It may end early.
grant insert, update (confirmed_by, confirmed_at) on note_substitute to powrot_app;
alter table note_substitute add constraint note_substitute_not_by_itself check (named_by <> substitute_id);
alter table note_substitute add constraint note_substitute_confirmed_at check ((confirmed_by is null) = (confirmed_at is null));

create table note_substitute_ending (
  organisation_id uuid not null,
  substitute_row_id uuid not null,
  ended_by    uuid not null,
  ended_at    timestamptz not null default powrot_now(),
  constraint note_substitute_ends_once primary key (organisation_id, substitute_row_id),
  constraint note_substitute_ending_of foreign key (organisation_id, substitute_row_id) references note_substitute (organisation_id, id)
);
call protect('note_substitute_ending', 'select, insert');
