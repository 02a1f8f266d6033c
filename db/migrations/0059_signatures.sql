-- What is signed and how: documents handed out for an electronic signature, and the proof of each signature. Whose they are,
-- says the room of the subject.

-- R-DOC-02: the very file that was handed out, and the words that it was made of. A change of words needs a new one.
create table document_to_sign (
  organisation_id uuid not null,
  id           uuid not null,
  subject_type text not null,
  subject_id   uuid not null,
  file_id      uuid not null,
  sha256       bytea not null,
  words_sha256 bytea not null,
  issued_by    uuid not null,
  issued_at    timestamptz not null default powrot_now(),
  constraint document_to_sign_key primary key (organisation_id, id),
  constraint document_to_sign_file foreign key (organisation_id, file_id) references stored_file (organisation_id, id)
);
create index document_to_sign_by_subject on document_to_sign (organisation_id, subject_type, subject_id);
call protect('document_to_sign', 'select, insert');

-- R-DOC-01. PAPER: where it was signed, with a scan; ELECTRONIC: the signed file with what was found of it; DRAWN: a picture
-- drawn on a worker's screen, which is no written form and ends nobody's waiting.
create table signature_proof (
  organisation_id uuid not null,
  id           uuid not null,
  subject_type text not null,
  subject_id   uuid not null,
  -- The block on paper, as the room calls it.
  party        text not null,
  kind         text not null,
  document_id  uuid,
  file_id      uuid,
  sha256       bytea,
  place        bytea,
  picture      bytea,
  device       text,
  finding      bytea,
  taken_at     timestamptz not null,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null default powrot_now(),
  constraint signature_proof_key primary key (organisation_id, id),
  constraint signature_proof_of_document foreign key (organisation_id, document_id) references document_to_sign (organisation_id, id),
  constraint signature_proof_file foreign key (organisation_id, file_id) references stored_file (organisation_id, id),
  constraint signature_proof_of_its_kind check (
    (kind = 'PAPER' and picture is null and finding is null)
    or (kind = 'DRAWN' and picture is not null and file_id is null)
    or (kind = 'ELECTRONIC' and document_id is not null and file_id is not null and finding is not null)),
  constraint signature_proof_file_hashed check ((file_id is null) = (sha256 is null))
);
create index signature_proof_by_subject on signature_proof (organisation_id, subject_type, subject_id);
call protect('signature_proof', 'select, insert');
