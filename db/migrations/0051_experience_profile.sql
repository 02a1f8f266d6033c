-- F-24: what a person has lived through, written with the person; it feeds plans and contracts.
-- One for a person; every version stays as it was written.
create table experience_profile (
  organisation_id uuid not null,
  id          uuid not null,
  person_id   uuid not null,
  recorded_by uuid not null,
  version     int not null default 1,
  recorded_at timestamptz not null default powrot_now(),
  constraint experience_profile_key primary key (organisation_id, id),
  constraint experience_profile_once unique (organisation_id, person_id),
  constraint experience_profile_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint experience_profile_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
call protect('experience_profile', 'select, insert, update (version)');

create table experience_profile_version (
  organisation_id uuid not null,
  profile_id  uuid not null,
  no          int not null,
  case_id     uuid not null,
  occasion    text not null,
  made_on     date not null,
  made_by     uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint experience_profile_version_key primary key (organisation_id, profile_id, no),
  constraint experience_profile_version_of_profile foreign key (organisation_id, profile_id) references experience_profile (organisation_id, id),
  constraint experience_profile_version_of_case foreign key (organisation_id, case_id) references support_case (organisation_id, id),
  constraint experience_profile_version_by_member foreign key (organisation_id, made_by) references membership (organisation_id, account_id),
  constraint experience_profile_occasion_known check (occasion in ('FIRST', 'MORE_KNOWN', 'REVIEW', 'CORRECTION')),
  constraint experience_profile_first_is_first check ((no = 1) = (occasion = 'FIRST'))
);
create index experience_profile_version_by_case on experience_profile_version (organisation_id, case_id);
call protect('experience_profile_version', 'select, insert');

-- A version in parts by who may see them (S, 9, 10), each sealed with a purpose of its own: a reader opens only their parts,
-- and a part that a writer may not see goes over into the next version unopened.
create table experience_profile_part (
  organisation_id uuid not null,
  profile_id  uuid not null,
  no          int not null,
  sensitivity text not null,
  sealed      bytea not null,
  constraint experience_profile_part_key primary key (organisation_id, profile_id, no, sensitivity),
  constraint experience_profile_part_of_version foreign key (organisation_id, profile_id, no) references experience_profile_version (organisation_id, profile_id, no),
  constraint experience_profile_sensitivity_known check (sensitivity in ('SOCIAL', 'HEALTH', 'ADDICTION', 'ETHNICITY', 'COURT'))
);
call protect('experience_profile_part', 'select, insert');

-- The person's answer to one version; a later one does not erase it.
create table experience_profile_acceptance (
  organisation_id uuid not null,
  id          uuid not null,
  profile_id  uuid not null,
  no          int not null,
  outcome     text not null,
  way         text not null,
  given_on    date not null,
  words_sealed bytea,
  file_id     uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint experience_profile_acceptance_key primary key (organisation_id, id),
  constraint experience_profile_acceptance_of_version foreign key (organisation_id, profile_id, no) references experience_profile_version (organisation_id, profile_id, no),
  constraint experience_profile_acceptance_file foreign key (organisation_id, file_id) references stored_file (organisation_id, id),
  constraint experience_profile_acceptance_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint experience_profile_acceptance_outcome check (outcome in ('ACCEPTED', 'REFUSED')),
  constraint experience_profile_acceptance_way check (way in ('SIGNED_PAPER', 'IN_PERSON')),
  constraint experience_profile_scan_of_paper check (file_id is null or way = 'SIGNED_PAPER')
);
create index experience_profile_acceptance_by_version on experience_profile_acceptance (organisation_id, profile_id, no);
call protect('experience_profile_acceptance', 'select, insert');
