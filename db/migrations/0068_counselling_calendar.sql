-- An absence that is taken back, an offer that nobody answered, and the calendar that a worker reads elsewhere.

-- From that day on the consultant's duties are held again; what was booked before and fell out does not come back by itself.
create table consultant_absence_withdrawal (
  organisation_id uuid not null,
  absence_id   uuid not null,
  held_from    date not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null default powrot_now(),
  constraint consultant_absence_withdrawn_once primary key (organisation_id, absence_id),
  constraint consultant_absence_withdrawal_of_absence foreign key (organisation_id, absence_id) references consultant_absence (organisation_id, id),
  constraint consultant_absence_withdrawn_by_member foreign key (organisation_id, withdrawn_by) references membership (organisation_id, account_id)
);
call protect('consultant_absence_withdrawal', 'select, insert');

-- The house itself passes an hour on that nobody answered for: then there is nobody who offered or answered.
alter table waiting_offer alter column offered_by drop not null;
alter table waiting_offer_answer alter column answered_by drop not null;
alter table waiting_offer_answer drop constraint waiting_offer_answer_known;
alter table waiting_offer_answer add constraint waiting_offer_answer_known check (answer in ('ACCEPTED', 'DECLINED', 'WITHDRAWN', 'LAPSED'));
alter table waiting_offer_answer add constraint waiting_offer_answer_by_somebody check ((answered_by is null) = (answer = 'LAPSED'));
create index slot_claim_by_end on slot_claim (held_until) where held_until is not null;

-- A secret address at which a worker's own calendar is read without signing in; only its hash is kept.
create table calendar_feed (
  organisation_id uuid not null,
  id           uuid not null,
  account_id   uuid not null,
  address_hash bytea not null,
  -- The worker's own choice: names of persons go wherever the address is opened.
  with_names   boolean not null,
  opened_at    timestamptz not null default powrot_now(),
  ended_at     timestamptz,
  read_at      timestamptz,
  constraint calendar_feed_key primary key (organisation_id, id),
  constraint calendar_feed_of_member foreign key (organisation_id, account_id) references membership (organisation_id, account_id),
  constraint calendar_feed_address_once unique (address_hash)
);
create unique index calendar_feed_one_each on calendar_feed (organisation_id, account_id) where ended_at is null;
call protect('calendar_feed', 'select, insert, update (ended_at, read_at)');

-- Whose calendar an address opens, with what its owner may see on the day: an ended membership opens nothing.
create function calendar_feed_of(wanted bytea, on_day date)
returns table (organisation_id uuid, id uuid, account_id uuid, with_names boolean, display_name text, roles text[], units uuid[])
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select f.organisation_id, f.id, f.account_id, f.with_names, m.display_name,
    array(select r.role from membership_role r where r.organisation_id = f.organisation_id and r.account_id = f.account_id order by r.role),
    array(select u.unit_id from membership_unit u where u.organisation_id = f.organisation_id and u.account_id = f.account_id order by u.unit_id)
  from calendar_feed f
  join account a on a.id = f.account_id and a.disabled_at is null
  join membership m on m.organisation_id = f.organisation_id and m.account_id = f.account_id and m.valid_from <= on_day and coalesce(m.valid_until, on_day) >= on_day
    and m.ended_at is null and m.held_at is null
  where f.address_hash = wanted and f.ended_at is null
    and (select count(distinct z.kind) = 2 from authorisation z where z.organisation_id = f.organisation_id and z.account_id = f.account_id
       and z.valid_from <= on_day and coalesce(z.valid_until, on_day) >= on_day and z.withdrawn_at is null);
end;

create policy sharing on calendar_feed for select to powrot_search using (true);
grant select on calendar_feed to powrot_search;
alter function calendar_feed_of(bytea, date) owner to powrot_search;
revoke all on function calendar_feed_of(bytea, date) from public;
grant execute on function calendar_feed_of(bytea, date) to powrot_app;
