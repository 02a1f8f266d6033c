-- The team's month whole: what a draw rests on, words to the numbers, hours of training and supervision.

-- RP-13: a dated row for each training or supervision, with whoever was there.
create table street_training (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  kind        text not null,
  held_on     date not null,
  hours       numeric(4, 2) not null,
  topic       text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint street_training_key primary key (organisation_id, id),
  constraint street_training_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint street_training_kind_known check (kind in ('TRAINING', 'SUPERVISION')),
  constraint street_training_hours check (hours > 0 and hours <= 24)
);
create index street_training_by_unit on street_training (organisation_id, unit_id, held_on);
call protect('street_training', 'select, insert');

create table street_training_attendee (
  organisation_id uuid not null,
  training_id uuid not null,
  account_id  uuid not null,
  constraint street_training_attended_once primary key (organisation_id, training_id, account_id),
  constraint street_training_attendee_of_training foreign key (organisation_id, training_id) references street_training (organisation_id, id),
  constraint street_training_attendee_known foreign key (organisation_id, account_id) references membership (organisation_id, account_id)
);
create index street_training_attendee_by_account on street_training_attendee (organisation_id, account_id);
call protect('street_training_attendee', 'select, insert');

-- A row that was wrong is taken back with a reason; it counts no more and stays to be read.
create table street_training_withdrawal (
  organisation_id uuid not null,
  training_id uuid not null,
  reason      text not null,
  withdrawn_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint street_training_withdrawn_once primary key (organisation_id, training_id),
  constraint street_training_withdrawal_of foreign key (organisation_id, training_id) references street_training (organisation_id, id)
);
call protect('street_training_withdrawal', 'select, insert');

-- What a month's cards were drawn from and with which seed, so that anybody can draw them again.
create table card_draw_round (
  organisation_id uuid not null,
  unit_id    uuid not null,
  -- First day of the month
  month      date not null,
  seed       text not null,
  -- Every card of the month as of the draw, in order
  candidates uuid[] not null,
  -- null: the house drew by itself
  drawn_by   uuid,
  drawn_at   timestamptz not null default powrot_now(),
  constraint card_drawn_once_a_month primary key (organisation_id, unit_id, month),
  constraint card_draw_round_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id)
);
call protect('card_draw_round', 'select, insert');
alter table card_draw alter column drawn_by drop not null;

-- The words that the coordinator adds to a month's numbers.
alter table street_month add column narrative_sealed bytea;
