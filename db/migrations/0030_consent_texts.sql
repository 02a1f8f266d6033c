-- What a consent was given to: the exact wording, by version, and who signed it.

-- A wording is published once and never changed; a later version is another row.
create table consent_text (
  organisation_id uuid not null references organisation (id),
  id          uuid not null,
  kind        text not null,
  version     text not null,
  body        text not null,
  valid_from  date not null,
  recorded_at timestamptz not null default powrot_now(),
  recorded_by uuid not null,
  constraint consent_text_key primary key (organisation_id, id),
  constraint consent_text_once unique (organisation_id, kind, version),
  constraint consent_text_kind_known check (kind in ('NOTICE_GIVEN', 'DATA_SHARING_WITH_PARTNER', 'IMAGE', 'SERVICE_ACCEPTANCE', 'RESEARCH_CONTACT', 'MEDICAL_INFO_RELEASE')),
  constraint consent_text_body check (body <> '')
);
call protect('consent_text', 'select, insert');

alter table consent add column text_id uuid;
alter table consent add constraint consent_of_text foreign key (organisation_id, text_id) references consent_text (organisation_id, id);
alter table consent add column signed_by text[] not null default '{}';
alter table consent add constraint consent_signed_file foreign key (organisation_id, signed_file_id) references stored_file (organisation_id, id);
