-- Who signed a programme, an annex of it or an IPZS, and which words. The room of the subject says what it is; proofs of each
-- signature lie in signature_proof under the signature's id.

-- R-DOC-02: the words as they stood when the first party put a name under them. Other words are another edition, with
-- signatures of its own.
create table paper_edition (
  organisation_id uuid not null,
  id           uuid not null,
  subject_type text not null,
  subject_id   uuid not null,
  no           int not null,
  sha256       bytea not null,
  content      bytea not null,
  frozen_by    uuid not null,
  frozen_at    timestamptz not null default powrot_now(),
  constraint paper_edition_key primary key (organisation_id, id),
  constraint paper_edition_numbered unique (organisation_id, subject_type, subject_id, no),
  constraint paper_edition_no_from_one check (no > 0)
);
call protect('paper_edition', 'select, insert');

-- The paper was changed as its room allows: what was signed stays, and nobody signs it any more.
create table paper_edition_end (
  organisation_id uuid not null,
  edition_id uuid not null,
  ended_by   uuid not null,
  ended_at   timestamptz not null default powrot_now(),
  constraint paper_edition_ends_once primary key (organisation_id, edition_id),
  constraint paper_edition_end_of_edition foreign key (organisation_id, edition_id) references paper_edition (organisation_id, id)
);
call protect('paper_edition_end', 'select, insert');

-- R-DOC-01. `party`: the block on paper; `name`: under it, sealed.
create table paper_signature (
  organisation_id uuid not null,
  id          uuid not null,
  edition_id  uuid not null,
  party       text not null,
  name        bytea not null,
  signed_on   date not null,
  method      text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint paper_signature_key primary key (organisation_id, id),
  constraint paper_signed_once_each unique (organisation_id, edition_id, party),
  constraint paper_signature_of_edition foreign key (organisation_id, edition_id) references paper_edition (organisation_id, id),
  constraint paper_signature_method_known check (method in ('WET', 'QUALIFIED', 'TRUSTED_PROFILE', 'PERSONAL'))
);
call protect('paper_signature', 'select, insert');
