-- What people decide beside the computation: bonus, deductions, where the money goes. Entries: the last one counts, earlier ones stay.

-- R-CIS-26. An amount of 0 takes the bonus back.
create table benefit_bonus (
  organisation_id uuid not null,
  id          uuid not null,
  ipzs_id     uuid not null,
  month       date not null,
  no          int not null,
  amount_grosze bigint not null,
  -- For what.
  sealed      bytea not null,
  given_by    uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_bonus_key primary key (organisation_id, id),
  constraint benefit_bonus_in_order unique (organisation_id, ipzs_id, month, no),
  constraint benefit_bonus_of_ipzs foreign key (organisation_id, ipzs_id) references ipzs (organisation_id, id),
  constraint benefit_bonus_by_member foreign key (organisation_id, given_by) references membership (organisation_id, account_id),
  constraint benefit_bonus_never_below_zero check (amount_grosze >= 0)
);
call protect('benefit_bonus', 'select, insert');

-- F-40 enforcement deductions, written by hand: all of a month at once.
create table benefit_deduction (
  organisation_id uuid not null,
  id          uuid not null,
  ipzs_id     uuid not null,
  month       date not null,
  no          int not null,
  amount_grosze bigint not null,
  -- Each with its title.
  sealed      bytea not null,
  written_by  uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_deduction_key primary key (organisation_id, id),
  constraint benefit_deduction_in_order unique (organisation_id, ipzs_id, month, no),
  constraint benefit_deduction_of_ipzs foreign key (organisation_id, ipzs_id) references ipzs (organisation_id, id),
  constraint benefit_deduction_by_member foreign key (organisation_id, written_by) references membership (organisation_id, account_id),
  constraint benefit_deduction_never_below_zero check (amount_grosze >= 0)
);
call protect('benefit_deduction', 'select, insert');

create table benefit_way (
  organisation_id uuid not null,
  id          uuid not null,
  person_id   uuid not null,
  no          int not null,
  way         text not null,
  -- The account number; null for cash.
  sealed      bytea,
  set_by      uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_way_key primary key (organisation_id, id),
  constraint benefit_way_in_order unique (organisation_id, person_id, no),
  constraint benefit_way_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint benefit_way_by_member foreign key (organisation_id, set_by) references membership (organisation_id, account_id),
  constraint benefit_way_by_account_or_in_cash check ((way = 'ACCOUNT') = (sealed is not null) and way in ('ACCOUNT', 'CASH'))
);
call protect('benefit_way', 'select, insert');

-- R-CIS-27: rates of contributions, by the day from which they hold. Nobody has confirmed them in a source: the accountant writes them.
create table benefit_rates (
  organisation_id uuid not null,
  id          uuid not null,
  no          int not null,
  valid_from  date not null,
  sealed      bytea not null,
  set_by      uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint benefit_rates_key primary key (organisation_id, id),
  constraint benefit_rates_in_order unique (organisation_id, no),
  constraint benefit_rates_by_member foreign key (organisation_id, set_by) references membership (organisation_id, account_id)
);
call protect('benefit_rates', 'select, insert');
