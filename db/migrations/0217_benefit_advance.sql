-- R-CIS-27: an advance on benefits from the Labour Fund. Asked for by the manager, answered by the starosta once, set off against requests
-- for the refund, and what is left given back.
create table benefit_advance (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  -- 1, 2, … of the unit.
  no          int not null,
  -- The month whose benefits it is for: its first day.
  month       date not null,
  number      text not null,
  asked_on    date not null,
  amount_grosze bigint not null,
  -- To whom and why.
  sealed      bytea not null,
  asked_by    uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_advance_key primary key (organisation_id, id),
  constraint benefit_advance_in_order unique (organisation_id, unit_id, no),
  constraint benefit_advance_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint benefit_advance_by_member foreign key (organisation_id, asked_by) references membership (organisation_id, account_id),
  constraint benefit_advance_of_whole_month check (extract(day from month) = 1),
  constraint benefit_advance_of_something check (amount_grosze > 0),
  constraint benefit_advance_numbered check (number <> '')
);
call protect('benefit_advance', 'select, insert');

-- What became of it, once: money came, the starosta refused, or the manager took the request back.
create table benefit_advance_answer (
  organisation_id uuid not null,
  advance_id  uuid not null,
  answer      text not null,
  answered_on date not null,
  amount_grosze bigint,
  -- Why it was refused or withdrawn.
  sealed      bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_advance_answered_once primary key (organisation_id, advance_id),
  constraint benefit_advance_answer_as_such unique (organisation_id, advance_id, answer),
  constraint benefit_advance_answer_of_advance foreign key (organisation_id, advance_id) references benefit_advance (organisation_id, id),
  constraint benefit_advance_answer_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint benefit_advance_answer_known check (answer in ('RECEIVED', 'REFUSED', 'WITHDRAWN')),
  constraint benefit_advance_received_in_money check ((answer = 'RECEIVED') = (amount_grosze is not null) and coalesce(amount_grosze, 1) > 0),
  constraint benefit_advance_refused_for_a_reason check (answer = 'RECEIVED' or sealed is not null)
);
call protect('benefit_advance_answer', 'select, insert');

-- What a request for the refund takes out of an advance. Of requests of one list the newest holds.
create table benefit_advance_settlement (
  organisation_id uuid not null,
  refund_id   uuid not null,
  advance_id  uuid not null,
  answer      text not null default 'RECEIVED',
  amount_grosze bigint not null,
  constraint benefit_advance_settled_once primary key (organisation_id, refund_id, advance_id),
  constraint benefit_advance_settled_by_refund foreign key (organisation_id, refund_id) references benefit_refund (organisation_id, id),
  constraint benefit_advance_settlement_of_received foreign key (organisation_id, advance_id, answer) references benefit_advance_answer (organisation_id, advance_id, answer),
  constraint benefit_advance_settlement_answer check (answer = 'RECEIVED'),
  constraint benefit_advance_settlement_of_something check (amount_grosze > 0)
);
create index benefit_advance_settlement_by_advance on benefit_advance_settlement (organisation_id, advance_id);
call protect('benefit_advance_settlement', 'select, insert');

-- What was not used and went back to the starosta.
create table benefit_advance_return (
  organisation_id uuid not null,
  id          uuid not null,
  advance_id  uuid not null,
  answer      text not null default 'RECEIVED',
  returned_on date not null,
  amount_grosze bigint not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_advance_return_key primary key (organisation_id, id),
  constraint benefit_advance_return_of_received foreign key (organisation_id, advance_id, answer) references benefit_advance_answer (organisation_id, advance_id, answer),
  constraint benefit_advance_return_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint benefit_advance_return_answer check (answer = 'RECEIVED'),
  constraint benefit_advance_return_of_something check (amount_grosze > 0)
);
create index benefit_advance_return_by_advance on benefit_advance_return (organisation_id, advance_id);
call protect('benefit_advance_return', 'select, insert');

-- A request that an advance covers whole is answered without money.
alter table benefit_refund_receipt drop constraint benefit_receipt_of_something;
alter table benefit_refund_receipt add constraint benefit_receipt_never_below_zero check (amount_grosze >= 0);
