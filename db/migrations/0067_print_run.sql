-- Prints for many people at once: who asked, for whom, what came of each, and the files. Nothing here is older than a day:
-- the nightly job removes the run whole, and the audit keeps that it was.

create table print_run (
  organisation_id uuid not null,
  id          uuid not null,
  large_print boolean not null,
  asked_by    uuid not null,
  asked_at    timestamptz not null default powrot_now(),
  constraint print_run_key primary key (organisation_id, id),
  constraint print_run_by_member foreign key (organisation_id, asked_by) references membership (organisation_id, account_id)
);
create index print_run_by_asker on print_run (organisation_id, asked_by, asked_at);
call protect('print_run', 'select, insert');

-- `place`: the person's place in the run, from 1.
create table print_run_person (
  organisation_id uuid not null,
  run_id    uuid not null,
  place     int not null,
  person_id uuid not null,
  constraint print_run_person_key primary key (organisation_id, run_id, place),
  constraint print_run_person_once unique (organisation_id, run_id, person_id),
  constraint print_run_person_of_run foreign key (organisation_id, run_id) references print_run (organisation_id, id) on delete cascade,
  constraint print_run_person_known foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint print_run_place_from_one check (place > 0)
);
call protect('print_run_person', 'select, insert');

-- A person's turn is over: how many papers were made, and what was not printed, with its reasons, sealed.
create table print_run_turn (
  organisation_id uuid not null,
  run_id   uuid not null,
  place    int not null,
  papers   int not null,
  -- Why nothing at all was printed; null when something was.
  refusal  text,
  blocked  bytea,
  ended_at timestamptz not null default powrot_now(),
  constraint print_run_turn_once primary key (organisation_id, run_id, place),
  constraint print_run_turn_of_person foreign key (organisation_id, run_id, place) references print_run_person (organisation_id, run_id, place) on delete cascade,
  constraint print_run_turn_printed_or_not check ((papers = 0) = (refusal is not null))
);
call protect('print_run_turn', 'select, insert');

-- `place`: whose papers; null in a file of all, which come in parts where they are many. Sealed.
create table print_run_file (
  organisation_id uuid not null,
  run_id  uuid not null,
  id      uuid not null,
  place   int,
  part    int,
  content bytea not null,
  constraint print_run_file_key primary key (organisation_id, run_id, id),
  constraint print_run_file_once_of_person unique (organisation_id, run_id, place),
  constraint print_run_file_once_of_part unique (organisation_id, run_id, part),
  constraint print_run_file_of_run foreign key (organisation_id, run_id) references print_run (organisation_id, id) on delete cascade,
  constraint print_run_file_of_one_or_all check ((place is null) <> (part is null))
);
call protect('print_run_file', 'select, insert');

create table print_run_ending (
  organisation_id uuid not null,
  run_id   uuid not null,
  outcome  text not null,
  ended_at timestamptz not null default powrot_now(),
  constraint print_run_ends_once primary key (organisation_id, run_id),
  constraint print_run_ending_of_run foreign key (organisation_id, run_id) references print_run (organisation_id, id) on delete cascade,
  constraint print_run_outcome_known check (outcome in ('DONE', 'ONLY_SINGLE', 'NOTHING', 'NOT_ALLOWED'))
);
call protect('print_run_ending', 'select, insert');
