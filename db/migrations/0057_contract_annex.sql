-- Annexes wait for signatures of their own; a duty is changed or taken away by an annex only. Who was asked before signing,
-- and how the parties are reached, which is no part of what is signed.

-- R-DOC-01, R-DOC-02: the hash is that of the annex's words when the name was put under them.
create table contract_annex_signature (
  organisation_id uuid not null,
  id          uuid not null,
  annex_id    uuid not null,
  signed_as   text not null,
  name        text not null,
  signed_on   date not null,
  method      text not null,
  sha256      bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint contract_annex_signature_key primary key (organisation_id, id),
  constraint contract_annex_signed_once_each unique (organisation_id, annex_id, signed_as),
  constraint contract_annex_signature_of_annex foreign key (organisation_id, annex_id) references contract_annex (organisation_id, id),
  constraint contract_annex_signature_method_known check (method in ('WET', 'QUALIFIED', 'TRUSTED_PROFILE'))
);
call protect('contract_annex_signature', 'select, insert');

-- What became of an annex: it holds from the day of the last signature that the law asks for, or nobody wanted it any more.
create table contract_annex_outcome (
  organisation_id uuid not null,
  annex_id    uuid not null,
  outcome     text not null,
  on_day      date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint contract_annex_has_one_outcome primary key (organisation_id, annex_id),
  constraint contract_annex_outcome_of_annex foreign key (organisation_id, annex_id) references contract_annex (organisation_id, id),
  constraint contract_annex_outcome_known check (outcome in ('IN_FORCE', 'WITHDRAWN'))
);
call protect('contract_annex_outcome', 'select, insert');
-- Annexes written before had been agreed and signed on paper when they were written down.
insert into contract_annex_outcome (organisation_id, annex_id, outcome, on_day, recorded_by, recorded_at)
select organisation_id, id, 'IN_FORCE', agreed_on, recorded_by, recorded_at from contract_annex;

-- Duties that an annex ends; the duty that stands in its place, if any. The signed words themselves stay as they were.
create table contract_duty_end (
  organisation_id uuid not null,
  annex_id    uuid not null,
  duty_id     uuid not null,
  replaced_by uuid,
  constraint contract_duty_ends_once_in_annex primary key (organisation_id, annex_id, duty_id),
  constraint contract_duty_end_of_annex foreign key (organisation_id, annex_id) references contract_annex (organisation_id, id),
  constraint contract_duty_end_of_duty foreign key (organisation_id, duty_id) references contract_duty (organisation_id, id),
  constraint contract_duty_end_replacement foreign key (organisation_id, replaced_by) references contract_duty (organisation_id, id)
);
call protect('contract_duty_end', 'select, insert');

-- R-JUR-03: which centre was asked, when, and by when its answer is awaited; asking again is another row.
create table contract_consultation_request (
  organisation_id uuid not null,
  id          uuid not null,
  contract_id uuid not null,
  centre      text not null,
  commune     text not null,
  asked_on    date not null,
  channel     text not null,
  answer_by   date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint contract_consultation_request_key primary key (organisation_id, id),
  constraint contract_consultation_request_of_contract foreign key (organisation_id, contract_id) references social_contract (organisation_id, id),
  constraint contract_consultation_request_commune check (commune ~ '^[0-9]{7}$'),
  constraint contract_consultation_request_channel check (channel in ('LETTER', 'EPUAP', 'E_MAIL', 'PHONE')),
  constraint contract_consultation_answer_after_asking check (answer_by >= asked_on)
);
create index contract_consultation_request_by_contract on contract_consultation_request (organisation_id, contract_id);
call protect('contract_consultation_request', 'select, insert');

-- How a party is reached. No part of what is signed: correcting it voids no signature.
create table contract_contact (
  organisation_id uuid not null,
  contract_id uuid not null,
  side        text not null,
  phone       bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint contract_contact_once primary key (organisation_id, contract_id, side),
  constraint contract_contact_of_party foreign key (organisation_id, contract_id) references social_contract (organisation_id, id),
  constraint contract_contact_side_known check (side in ('PERSON', 'OPS', 'LEAD'))
);
call protect('contract_contact', 'select, insert, update');
