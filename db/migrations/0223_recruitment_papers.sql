-- F-71: what candidates sign, in the organisation's own words, and who signed which edition on what day.

-- Editions of a paper, the newest holds. Empty words: the paper is asked for no more.
create table recruitment_paper (
  organisation_id uuid not null,
  recruitment_id uuid not null,
  kind        text not null,
  no          int not null,
  words       text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint recruitment_paper_in_order primary key (organisation_id, recruitment_id, kind, no),
  constraint recruitment_paper_of_recruitment foreign key (organisation_id, recruitment_id) references recruitment (organisation_id, id),
  constraint recruitment_paper_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint recruitment_paper_known check (kind in ('DECLARATION', 'NOTICE')),
  constraint recruitment_paper_counts_from_one check (no >= 1)
);
call protect('recruitment_paper', 'select, insert');

create table candidate_signature (
  organisation_id uuid not null,
  id             uuid not null,
  candidate_id   uuid not null,
  recruitment_id uuid not null,
  kind           text not null,
  -- The edition that was signed.
  no             int not null,
  signed_on      date not null,
  recorded_by    uuid not null,
  recorded_at    timestamptz not null default powrot_now(),
  constraint candidate_signature_key primary key (organisation_id, id),
  constraint candidate_signature_of_candidate foreign key (organisation_id, candidate_id) references candidate (organisation_id, id),
  constraint candidate_signature_of_paper foreign key (organisation_id, recruitment_id, kind, no)
    references recruitment_paper (organisation_id, recruitment_id, kind, no),
  constraint candidate_signature_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
create index candidate_signature_by_candidate on candidate_signature (organisation_id, candidate_id);
create index candidate_signature_by_paper on candidate_signature (organisation_id, recruitment_id, kind, no);
call protect('candidate_signature', 'select, insert');

-- An entry made by mistake; why is a sealed text of the candidate.
create table candidate_signature_return (
  organisation_id uuid not null,
  id           uuid not null,
  signature_id uuid not null,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null default powrot_now(),
  constraint candidate_signature_return_key primary key (organisation_id, id),
  constraint candidate_signature_returns_once unique (organisation_id, signature_id),
  constraint candidate_signature_return_of_signature foreign key (organisation_id, signature_id) references candidate_signature (organisation_id, id),
  constraint candidate_signature_return_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
call protect('candidate_signature_return', 'select, insert');
