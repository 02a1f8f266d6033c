-- A list may have more than one file of transfers: a withdrawn one is replaced, and those whose whereabouts are protected stand in a file
-- that somebody makes who may know of them. Nobody stands in two files that hold.
drop table benefit_bank_file;
create table benefit_bank_file (
  organisation_id uuid not null,
  list_id     uuid not null,
  no          int not null,
  decision    text not null default 'APPROVED',
  payer_id    uuid not null,
  pay_on      date not null,
  transfers   int not null,
  total_grosze bigint not null,
  sha256      text not null,
  -- Participations whose transfers it holds.
  sealed      bytea not null,
  made_by     uuid not null,
  recorded_at timestamptz not null,
  constraint benefit_bank_file_in_order primary key (organisation_id, list_id, no),
  constraint benefit_bank_file_of_approved foreign key (organisation_id, list_id, decision) references benefit_list_decision (organisation_id, list_id, decision),
  constraint benefit_bank_file_by_payer foreign key (organisation_id, payer_id) references benefit_payer (organisation_id, id),
  constraint benefit_bank_file_by_member foreign key (organisation_id, made_by) references membership (organisation_id, account_id),
  constraint benefit_bank_file_decision check (decision = 'APPROVED'),
  constraint benefit_bank_file_holds_transfers check (transfers > 0)
);
call protect('benefit_bank_file', 'select, insert');

create table benefit_bank_file_withdrawal (
  organisation_id uuid not null,
  list_id     uuid not null,
  no          int not null,
  -- Why.
  sealed      bytea not null,
  withdrawn_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_bank_file_withdrawn_once primary key (organisation_id, list_id, no),
  constraint benefit_bank_file_withdrawal_of_file foreign key (organisation_id, list_id, no) references benefit_bank_file (organisation_id, list_id, no),
  constraint benefit_bank_file_withdrawn_by_member foreign key (organisation_id, withdrawn_by) references membership (organisation_id, account_id)
);
call protect('benefit_bank_file_withdrawal', 'select, insert');

-- What a request leaves out (money that came back) or takes in again (paid anew), of its own list and of lists whose requests were answered.
create table benefit_refund_change (
  organisation_id uuid not null,
  refund_id   uuid not null,
  list_id     uuid not null,
  ipzs_id     uuid not null,
  change_grosze bigint not null,
  constraint benefit_refund_change_once primary key (organisation_id, refund_id, list_id, ipzs_id),
  constraint benefit_refund_change_of_refund foreign key (organisation_id, refund_id) references benefit_refund (organisation_id, id),
  constraint benefit_refund_change_of_person foreign key (organisation_id, list_id, ipzs_id) references benefit_list_person (organisation_id, list_id, ipzs_id),
  constraint benefit_refund_change_changes check (change_grosze <> 0)
);
create index benefit_refund_change_by_person on benefit_refund_change (organisation_id, list_id, ipzs_id);
call protect('benefit_refund_change', 'select, insert');
