-- The signed page of a written consent that came after the consent was entered. Once; the entry itself stays as it was (F-00a).
create table consent_page (
  organisation_id uuid not null,
  consent_id  uuid not null,
  file_id     uuid not null,
  added_on    date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint consent_page_once primary key (organisation_id, consent_id),
  constraint consent_page_of_consent foreign key (organisation_id, consent_id) references consent (organisation_id, id),
  constraint consent_page_file foreign key (organisation_id, file_id) references stored_file (organisation_id, id),
  constraint consent_page_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
create index consent_page_by_file on consent_page (organisation_id, file_id);
create index consent_page_by_author on consent_page (organisation_id, recorded_by);
call protect('consent_page', 'select, insert');
