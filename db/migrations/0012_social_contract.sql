-- The social contract: parties, duties on all sides, consultation, signatures, what was signed (frozen), evaluation, end.

create table contract_number (
  organisation_id uuid not null references organisation (id),
  year    int not null,
  last_no int not null,
  constraint contract_number_key primary key (organisation_id, year)
);
call protect('contract_number', 'select, insert, update');

create table social_contract (
  organisation_id uuid not null,
  id         uuid not null,
  person_id  uuid not null,
  case_id    uuid,
  unit_id    uuid not null,
  year       int not null,
  no         int not null,
  variant    text not null,
  -- The social worker who concludes it and answers for its realisation (R-SC-01, R-SC-04).
  social_worker_id uuid,
  -- TERYT of the commune whose centre concludes it: the place of stay (R-JUR-03).
  commune    text not null,
  homeless   boolean not null,
  unemployed boolean not null,
  pup_referral text,
  situation  bytea,
  resources  bytea,
  barriers   bytea,
  actions_so_far bytea,
  consequences text not null,
  drafted_by uuid not null,
  drafted_on date not null,
  recorded_at timestamptz not null default powrot_now(),
  version    int not null default 1,
  -- Which version last changed each field: what an edit is merged against.
  changed_in jsonb not null default '{}',
  constraint social_contract_key primary key (organisation_id, id),
  constraint social_contract_no_once unique (organisation_id, year, no),
  constraint social_contract_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint social_contract_of_case foreign key (organisation_id, case_id) references support_case (organisation_id, id),
  constraint social_contract_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint social_contract_worker foreign key (organisation_id, social_worker_id) references membership (organisation_id, account_id),
  constraint social_contract_variant_known check (variant in ('IA_IIA', 'IB_IIB')),
  constraint social_contract_commune_teryt check (commune ~ '^[0-9]{7}$')
);
create index social_contract_by_person on social_contract (organisation_id, person_id);
create index social_contract_by_unit on social_contract (organisation_id, unit_id);
call protect('social_contract', 'select, insert, update');

-- R-SC-02: the path of states; the last row is where the contract stands.
create table contract_step (
  organisation_id uuid not null,
  contract_id uuid not null,
  step_no     int not null,
  from_state  text,
  to_state    text not null,
  act         text not null,
  on_day      date not null,
  by_id       uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint contract_step_follows primary key (organisation_id, contract_id, step_no),
  constraint contract_step_of_contract foreign key (organisation_id, contract_id) references social_contract (organisation_id, id),
  constraint contract_state_known check (to_state in ('DRAFT', 'AGREED_WITH_PERSON', 'CONSULTED_WITH_OTHER_OPS', 'SIGNED', 'ACTIVE', 'COMPLETED', 'TERMINATED'))
);
call protect('contract_step', 'select, insert');

create table contract_party (
  organisation_id uuid not null,
  contract_id uuid not null,
  side        text not null,
  name        text not null,
  -- In what capacity, such as the office held; and who signs for the person (R-CAP-05).
  acts_as     text,
  represented_by text,
  representation text,
  constraint contract_party_once primary key (organisation_id, contract_id, side),
  constraint contract_party_of_contract foreign key (organisation_id, contract_id) references social_contract (organisation_id, id),
  constraint contract_side_known check (side in ('PERSON', 'OPS', 'LEAD')),
  constraint contract_representation_known check (representation in ('PARENT_OR_GUARDIAN', 'GUARDIAN', 'CURATOR', 'TEMPORARY_ADVISER')),
  constraint contract_representative_named check (representation is null or represented_by is not null)
);
call protect('contract_party', 'select, insert, update, delete');

create table contract_goal (
  organisation_id uuid not null,
  id          uuid not null,
  contract_id uuid not null,
  rank        text not null,
  what        bytea not null,
  effect      bytea,
  changed_in  int not null,
  constraint contract_goal_key primary key (organisation_id, id),
  constraint contract_goal_of_contract foreign key (organisation_id, contract_id) references social_contract (organisation_id, id),
  constraint contract_goal_rank_known check (rank in ('MAIN', 'SPECIFIC'))
);
create index contract_goal_by_contract on contract_goal (organisation_id, contract_id);
call protect('contract_goal', 'select, insert, update, delete');

-- R-DOC-02: an annex adds to what was signed and never rewrites it.
create table contract_annex (
  organisation_id uuid not null,
  id          uuid not null,
  contract_id uuid not null,
  annex_no    int not null,
  agreed_on   date not null,
  what        bytea not null,
  file_id     uuid,
  file_sha256 bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint contract_annex_key primary key (organisation_id, id),
  constraint contract_annex_no_once unique (organisation_id, contract_id, annex_no),
  constraint contract_annex_of_contract foreign key (organisation_id, contract_id) references social_contract (organisation_id, id),
  constraint contract_annex_file foreign key (organisation_id, file_id) references stored_file (organisation_id, id)
);
call protect('contract_annex', 'select, insert');

create table contract_duty (
  organisation_id uuid not null,
  id          uuid not null,
  contract_id uuid not null,
  side        text not null,
  what        bytea not null,
  due_on      date,
  -- Null: part of what was signed first.
  annex_id    uuid,
  changed_in  int not null,
  constraint contract_duty_key primary key (organisation_id, id),
  constraint contract_duty_of_contract foreign key (organisation_id, contract_id) references social_contract (organisation_id, id),
  constraint contract_duty_of_annex foreign key (organisation_id, annex_id) references contract_annex (organisation_id, id),
  constraint contract_duty_side_known check (side in ('PERSON', 'OPS', 'LEAD'))
);
create index contract_duty_by_contract on contract_duty (organisation_id, contract_id);
call protect('contract_duty', 'select, insert, update, delete');

create table contract_evaluation_date (
  organisation_id uuid not null,
  contract_id uuid not null,
  due_on      date not null,
  annex_id    uuid,
  constraint contract_evaluation_date_once primary key (organisation_id, contract_id, due_on),
  constraint contract_evaluation_date_of_contract foreign key (organisation_id, contract_id) references social_contract (organisation_id, id),
  constraint contract_evaluation_date_of_annex foreign key (organisation_id, annex_id) references contract_annex (organisation_id, id)
);
call protect('contract_evaluation_date', 'select, insert, delete');

-- R-JUR-03: agreed with the centre of the last permanent registration, or why with nobody. The last row counts.
create table contract_consultation (
  organisation_id uuid not null,
  id          uuid not null,
  contract_id uuid not null,
  centre      text,
  commune     text,
  consulted_on date,
  reference   text,
  reason      bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint contract_consultation_key primary key (organisation_id, id),
  constraint contract_consultation_of_contract foreign key (organisation_id, contract_id) references social_contract (organisation_id, id),
  constraint contract_consultation_or_reason check (
    (consulted_on is not null and centre is not null and commune is not null and reason is null) or (consulted_on is null and reason is not null))
);
create index contract_consultation_by_contract on contract_consultation (organisation_id, contract_id);
call protect('contract_consultation', 'select, insert');

-- R-DOC-01: written form. `signed_as` is the block on paper: the person, a representative, the centre, the lead organisation.
create table contract_signature (
  organisation_id uuid not null,
  id          uuid not null,
  contract_id uuid not null,
  side        text not null,
  signed_as   text not null,
  name        text not null,
  signed_on   date not null,
  method      text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint contract_signature_key primary key (organisation_id, id),
  constraint contract_signed_once_each unique (organisation_id, contract_id, signed_as),
  constraint contract_signature_of_party foreign key (organisation_id, contract_id, side) references contract_party (organisation_id, contract_id, side),
  constraint contract_signature_method_known check (method in ('WET', 'QUALIFIED', 'TRUSTED_PROFILE'))
);
call protect('contract_signature', 'select, insert');

-- R-DOC-02: what was signed. CONTENT: the words, hashed at the first signature; SIGNED_COPY: the file with the signatures.
create table contract_document (
  organisation_id uuid not null,
  contract_id uuid not null,
  kind        text not null,
  sha256      bytea not null,
  content     bytea,
  file_id     uuid,
  frozen_at   timestamptz not null default powrot_now(),
  frozen_by   uuid not null,
  constraint contract_frozen_once primary key (organisation_id, contract_id, kind),
  constraint contract_document_of_contract foreign key (organisation_id, contract_id) references social_contract (organisation_id, id),
  constraint contract_document_file foreign key (organisation_id, file_id) references stored_file (organisation_id, id),
  constraint contract_document_kind check ((kind = 'CONTENT' and content is not null) or (kind = 'SIGNED_COPY' and file_id is not null))
);
call protect('contract_document', 'select, insert');

create table contract_evaluation (
  organisation_id uuid not null,
  id          uuid not null,
  contract_id uuid not null,
  held_on     date not null,
  -- R-SC-07: what the person said is part of every evaluation.
  person_said bytea,
  conclusion  bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint contract_evaluation_key primary key (organisation_id, id),
  constraint contract_evaluation_of_contract foreign key (organisation_id, contract_id) references social_contract (organisation_id, id)
);
create index contract_evaluation_by_contract on contract_evaluation (organisation_id, contract_id);
call protect('contract_evaluation', 'select, insert');
create table contract_evaluation_result (
  organisation_id uuid not null,
  evaluation_id uuid not null,
  duty_id     uuid not null,
  result      text not null,
  constraint contract_evaluation_result_once primary key (organisation_id, evaluation_id, duty_id),
  constraint contract_evaluation_result_of_evaluation foreign key (organisation_id, evaluation_id) references contract_evaluation (organisation_id, id),
  constraint contract_evaluation_result_of_duty foreign key (organisation_id, duty_id) references contract_duty (organisation_id, id),
  constraint contract_evaluation_result_known check (result in ('KEPT', 'PARTLY', 'NOT', 'NO_LONGER_RELEVANT'))
);
call protect('contract_evaluation_result', 'select, insert');

create table contract_termination (
  organisation_id uuid not null,
  contract_id uuid not null,
  ended_on    date not null,
  reason      text not null,
  -- R-SC-07: the day on which the person was heard.
  heard_on    date,
  note        bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint contract_ends_once primary key (organisation_id, contract_id),
  constraint contract_termination_of_contract foreign key (organisation_id, contract_id) references social_contract (organisation_id, id),
  constraint contract_end_known check (reason in ('GOALS_ACHIEVED', 'PARTLY_ACHIEVED', 'BREACH_BY_PERSON', 'WITHDRAWN_BY_PERSON', 'CHANGE_OF_COMMUNE', 'DECEASED', 'OTHER'))
);
call protect('contract_termination', 'select, insert');
