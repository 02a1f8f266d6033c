-- From which account a centre pays and how its bank wants to be told. Entries: the last one counts.
create table benefit_payer (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  no          int not null,
  format      text not null,
  letters     text not null,
  -- Account, name, address, words of the transfer's title.
  sealed      bytea not null,
  set_by      uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_payer_key primary key (organisation_id, id),
  constraint benefit_payer_in_order unique (organisation_id, unit_id, no),
  constraint benefit_payer_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint benefit_payer_by_member foreign key (organisation_id, set_by) references membership (organisation_id, account_id),
  constraint bank_format_known check (format in ('ELIXIR0_QUOTED', 'ELIXIR0_PLAIN', 'PAIN001')),
  constraint bank_letters_known check (letters in ('iso-8859-2', 'windows-1250', 'cp852', 'utf-8'))
);
call protect('benefit_payer', 'select, insert');

-- The one file of transfers of an approved list: what it was made with, and the hash of its bytes, which every download gives again.
create table benefit_bank_file (
  organisation_id uuid not null,
  list_id     uuid not null,
  decision    text not null default 'APPROVED',
  payer_id    uuid not null,
  pay_on      date not null,
  transfers   int not null,
  total_grosze bigint not null,
  sha256      text not null,
  made_by     uuid not null,
  recorded_at timestamptz not null,
  constraint benefit_bank_file_once primary key (organisation_id, list_id),
  constraint benefit_bank_file_of_approved foreign key (organisation_id, list_id, decision) references benefit_list_decision (organisation_id, list_id, decision),
  constraint benefit_bank_file_by_payer foreign key (organisation_id, payer_id) references benefit_payer (organisation_id, id),
  constraint benefit_bank_file_by_member foreign key (organisation_id, made_by) references membership (organisation_id, account_id),
  constraint benefit_bank_file_decision check (decision = 'APPROVED')
);
call protect('benefit_bank_file', 'select, insert');

create table benefit_payment (
  organisation_id uuid not null,
  list_id     uuid not null,
  decision    text not null default 'APPROVED',
  paid_on     date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_list_paid_once primary key (organisation_id, list_id),
  constraint benefit_payment_of_approved foreign key (organisation_id, list_id, decision) references benefit_list_decision (organisation_id, list_id, decision),
  constraint benefit_payment_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint benefit_payment_decision check (decision = 'APPROVED')
);
call protect('benefit_payment', 'select, insert');

-- A transfer that came back, or cash that nobody took. `no`: 1, 2, … as it may come back again.
create table benefit_return (
  organisation_id uuid not null,
  id          uuid not null,
  list_id     uuid not null,
  ipzs_id     uuid not null,
  no          int not null,
  returned_on date not null,
  sealed      bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_return_key primary key (organisation_id, id),
  constraint benefit_return_in_order unique (organisation_id, list_id, ipzs_id, no),
  constraint benefit_return_of_payment foreign key (organisation_id, list_id) references benefit_payment (organisation_id, list_id),
  constraint benefit_return_of_person foreign key (organisation_id, list_id, ipzs_id) references benefit_list_person (organisation_id, list_id, ipzs_id),
  constraint benefit_return_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
call protect('benefit_return', 'select, insert');

create table benefit_repayment (
  organisation_id uuid not null,
  return_id   uuid not null,
  repaid_on   date not null,
  way         text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_repaid_once primary key (organisation_id, return_id),
  constraint benefit_repayment_of_return foreign key (organisation_id, return_id) references benefit_return (organisation_id, id),
  constraint benefit_repayment_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint benefit_repayment_way_known check (way in ('ACCOUNT', 'CASH'))
);
call protect('benefit_repayment', 'select, insert');
