-- RP-12 "Dlaczego klub?": local figures behind the decision to open a club, with what each is read from; sent, it is frozen.

create table needs_statement (
  organisation_id uuid not null,
  id         uuid not null,
  unit_id    uuid not null,
  -- Often written before there is a project.
  project_id uuid,
  title      text not null,
  -- Figures, shares and words as the room's contract has them; no personal data.
  content    jsonb not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  changed_at timestamptz not null default powrot_now(),
  version    int not null default 1,
  constraint needs_statement_key primary key (organisation_id, id),
  constraint needs_statement_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint needs_statement_of_project foreign key (organisation_id, project_id) references project (organisation_id, id),
  constraint needs_statement_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
create index needs_statement_by_unit on needs_statement (organisation_id, unit_id);
create index needs_statement_by_project on needs_statement (organisation_id, project_id);
call protect('needs_statement', 'select, insert, update');

-- A correction is a new version with its reason; what was sent stays. docs/domain/reporting.md §1 (4)
create table needs_statement_sent (
  organisation_id uuid not null,
  id         uuid not null,
  statement_id uuid not null,
  version_no int not null,
  sent_to    text not null,
  correction_reason text not null,
  content    text not null,
  content_hash text not null,
  sent_on    date not null,
  sent_by    uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint needs_statement_sent_key primary key (organisation_id, id),
  constraint needs_statement_version_once unique (organisation_id, statement_id, version_no),
  constraint needs_statement_sent_of_statement foreign key (organisation_id, statement_id) references needs_statement (organisation_id, id),
  constraint needs_statement_sent_by_member foreign key (organisation_id, sent_by) references membership (organisation_id, account_id),
  constraint needs_statement_correction_has_reason check (version_no = 1 or btrim(correction_reason) <> ''),
  constraint needs_statement_hash_is_sha256 check (content_hash ~ '^[0-9a-f]{64}$')
);
call protect('needs_statement_sent', 'select, insert');
