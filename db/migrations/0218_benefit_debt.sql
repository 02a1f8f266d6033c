-- What was paid too much and no later list can take: paid back, by instalments or at once, or written off. It stands on the list that
-- carried it out last; the next list that the person stands on carries in what is left of it.
create table benefit_debt_settlement (
  organisation_id uuid not null,
  id          uuid not null,
  list_id     uuid not null,
  ipzs_id     uuid not null,
  no          int not null,
  decision    text not null default 'APPROVED',
  kind        text not null,
  way         text,
  amount_grosze bigint not null,
  settled_on  date not null,
  -- The next request for the refund leaves it out: the starosta refunded it once.
  leaves_refund boolean not null,
  -- Why it was written off.
  sealed      bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_debt_settlement_key primary key (organisation_id, id),
  constraint benefit_debt_settlement_in_order unique (organisation_id, list_id, ipzs_id, no),
  constraint benefit_debt_settlement_of_person foreign key (organisation_id, list_id, ipzs_id) references benefit_list_person (organisation_id, list_id, ipzs_id),
  constraint benefit_debt_settlement_of_approved foreign key (organisation_id, list_id, decision) references benefit_list_decision (organisation_id, list_id, decision),
  constraint benefit_debt_settlement_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint benefit_debt_settlement_decision check (decision = 'APPROVED'),
  constraint benefit_debt_settlement_of_something check (amount_grosze > 0),
  constraint benefit_debt_settlement_kind check (kind in ('REPAID', 'WRITTEN_OFF')),
  constraint benefit_debt_repaid_some_way check ((kind = 'REPAID') = (way is not null) and coalesce(way, 'CASH') in ('ACCOUNT', 'CASH')),
  constraint benefit_debt_repaid_leaves_refund check (kind <> 'REPAID' or leaves_refund),
  constraint benefit_debt_written_off_for_a_reason check (kind <> 'WRITTEN_OFF' or sealed is not null)
);
call protect('benefit_debt_settlement', 'select, insert');

-- An entry that was a mistake.
create table benefit_debt_withdrawal (
  organisation_id uuid not null,
  settlement_id uuid not null,
  -- Why.
  sealed      bytea not null,
  withdrawn_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_debt_withdrawn_once primary key (organisation_id, settlement_id),
  constraint benefit_debt_withdrawal_of_settlement foreign key (organisation_id, settlement_id) references benefit_debt_settlement (organisation_id, id),
  constraint benefit_debt_withdrawn_by_member foreign key (organisation_id, withdrawn_by) references membership (organisation_id, account_id)
);
call protect('benefit_debt_withdrawal', 'select, insert');

-- Instalments that were agreed; the agreement made last counts. `amount_grosze`: what they come to together.
create table benefit_debt_agreement (
  organisation_id uuid not null,
  id          uuid not null,
  list_id     uuid not null,
  ipzs_id     uuid not null,
  no          int not null,
  agreed_on   date not null,
  amount_grosze bigint not null,
  -- What was said.
  sealed      bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_debt_agreement_key primary key (organisation_id, id),
  constraint benefit_debt_agreement_in_order unique (organisation_id, ipzs_id, no),
  constraint benefit_debt_agreement_of_person foreign key (organisation_id, list_id, ipzs_id) references benefit_list_person (organisation_id, list_id, ipzs_id),
  constraint benefit_debt_agreement_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint benefit_debt_agreement_of_something check (amount_grosze > 0)
);
call protect('benefit_debt_agreement', 'select, insert');

create table benefit_debt_instalment (
  organisation_id uuid not null,
  agreement_id uuid not null,
  no          int not null,
  due_on      date not null,
  amount_grosze bigint not null,
  constraint benefit_debt_instalment_in_order primary key (organisation_id, agreement_id, no),
  constraint benefit_debt_instalment_once_a_day unique (organisation_id, agreement_id, due_on),
  constraint benefit_debt_instalment_of_agreement foreign key (organisation_id, agreement_id) references benefit_debt_agreement (organisation_id, id),
  constraint benefit_debt_instalment_of_something check (amount_grosze > 0)
);
call protect('benefit_debt_instalment', 'select, insert');

-- A request leaves out what came back (RETURN), and what an overpaid participant paid back or what was written off (DEBT).
alter table benefit_refund_change add column kind text not null default 'RETURN';
alter table benefit_refund_change add constraint benefit_refund_change_kind check (kind in ('RETURN', 'DEBT'));
alter table benefit_refund_change drop constraint benefit_refund_change_once;
alter table benefit_refund_change add constraint benefit_refund_change_once primary key (organisation_id, refund_id, list_id, ipzs_id, kind);

insert into legal_parameter (code, valid_from, value, unit, source, verified, note) values
  ('CIS_DEBT_WRITE_OFF', '2000-01-01', 1, 'YES_NO', 'F-40', false, 'design: no rule is known on writing off an overpaid integration benefit; 0: it cannot be written off here'),
  ('CIS_DEBT_WRITE_OFF_LEAVES_REFUND', '2000-01-01', 1, 'YES_NO', 'R-CIS-27', false, 'design: no rule is known; 1: what is written off is taken out of the next request for the refund, so that the fund does not bear it');
