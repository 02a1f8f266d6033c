-- What was sent to a funder, frozen: later changes of records do not reach it, a correction is a further version with its reason.

create table report_snapshot (
  organisation_id uuid not null references organisation (id),
  id          uuid not null,
  code        text not null,
  project_id  uuid not null,
  version_no  int not null,
  correction_reason text,
  as_at       date not null,
  -- Canonical JSON, kept as text so that its hash can be computed again by anyone.
  content     text not null,
  content_hash text not null,
  sent_by     uuid not null,
  sent_at     timestamptz not null default powrot_now(),
  constraint report_snapshot_key primary key (organisation_id, id),
  constraint report_snapshot_version_once unique (organisation_id, code, project_id, version_no),
  constraint report_snapshot_of_project foreign key (organisation_id, project_id) references project (organisation_id, id),
  constraint report_snapshot_by_member foreign key (organisation_id, sent_by) references membership (organisation_id, account_id),
  constraint report_snapshot_code_known check (code in ('RP-03')),
  constraint report_snapshot_hash_of_content check (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  constraint report_snapshot_correction_has_reason check (version_no = 1 or correction_reason is not null)
);
call protect('report_snapshot', 'select, insert');
