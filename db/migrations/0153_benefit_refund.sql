-- R-CIS-27: the manager asks the starosta for the benefits paid in a month with contributions; a mended request says why.
create table benefit_refund (
  organisation_id uuid not null,
  id          uuid not null,
  list_id     uuid not null,
  no          int not null,
  number      text not null,
  asked_on    date not null,
  benefit_grosze bigint not null,
  contributions_grosze bigint not null,
  -- To whom, on which account it is to come, why it replaces the one before.
  sealed      bytea not null,
  asked_by    uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_refund_key primary key (organisation_id, id),
  constraint benefit_refund_in_order unique (organisation_id, list_id, no),
  constraint benefit_refund_of_paid foreign key (organisation_id, list_id) references benefit_payment (organisation_id, list_id),
  constraint benefit_refund_by_member foreign key (organisation_id, asked_by) references membership (organisation_id, account_id),
  constraint benefit_refund_of_something check (benefit_grosze >= 0 and contributions_grosze >= 0 and benefit_grosze + contributions_grosze > 0),
  constraint benefit_refund_numbered check (number <> '')
);
call protect('benefit_refund', 'select, insert');

create table benefit_refund_receipt (
  organisation_id uuid not null,
  refund_id   uuid not null,
  received_on date not null,
  amount_grosze bigint not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_refund_received_once primary key (organisation_id, refund_id),
  constraint benefit_receipt_of_refund foreign key (organisation_id, refund_id) references benefit_refund (organisation_id, id),
  constraint benefit_receipt_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint benefit_receipt_of_something check (amount_grosze > 0)
);
call protect('benefit_refund_receipt', 'select, insert');
