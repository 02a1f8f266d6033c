-- A secret address at which the calendar of a group or of a room is read without signing in; only its hash is kept.
create table class_feed (
  organisation_id uuid not null,
  id           uuid not null,
  group_id     uuid,
  room_id      uuid,
  address_hash bytea not null,
  -- Names of groups and modules too; names of people never.
  with_names   boolean not null,
  opened_by    uuid not null,
  opened_at    timestamptz not null default powrot_now(),
  ended_at     timestamptz,
  read_at      timestamptz,
  constraint class_feed_key primary key (organisation_id, id),
  constraint class_feed_of_group foreign key (organisation_id, group_id) references class_group (organisation_id, id),
  constraint class_feed_of_room foreign key (organisation_id, room_id) references class_room (organisation_id, id),
  constraint class_feed_opened_by_member foreign key (organisation_id, opened_by) references membership (organisation_id, account_id),
  constraint class_feed_of_one check (num_nonnulls(group_id, room_id) = 1),
  constraint class_feed_address_once unique (address_hash)
);
create unique index class_feed_one_each on class_feed (organisation_id, coalesce(group_id, room_id)) where ended_at is null;
create index class_feed_by_opener on class_feed (organisation_id, opened_by);
call protect('class_feed', 'select, insert, update (ended_at, read_at)');

-- Whose calendar an address opens and who made it, with what they may see on the day: an ended membership opens nothing.
create function class_feed_of(wanted bytea, on_day date)
returns table (organisation_id uuid, id uuid, group_id uuid, room_id uuid, with_names boolean, account_id uuid, display_name text, roles text[], units uuid[])
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select f.organisation_id, f.id, f.group_id, f.room_id, f.with_names, f.opened_by, m.display_name,
    array(select r.role from membership_role r where r.organisation_id = f.organisation_id and r.account_id = f.opened_by order by r.role),
    array(select u.unit_id from membership_unit u where u.organisation_id = f.organisation_id and u.account_id = f.opened_by order by u.unit_id)
  from class_feed f
  join account a on a.id = f.opened_by and a.disabled_at is null
  join membership m on m.organisation_id = f.organisation_id and m.account_id = f.opened_by and m.valid_from <= on_day and coalesce(m.valid_until, on_day) >= on_day
    and m.ended_at is null and m.held_at is null
  where f.address_hash = wanted and f.ended_at is null
    and (select count(distinct z.kind) = 2 from authorisation z where z.organisation_id = f.organisation_id and z.account_id = f.opened_by
       and z.valid_from <= on_day and coalesce(z.valid_until, on_day) >= on_day and z.withdrawn_at is null);
end;

create policy sharing on class_feed for select to powrot_search using (true);
grant select on class_feed to powrot_search;
alter function class_feed_of(bytea, date) owner to powrot_search;
revoke all on function class_feed_of(bytea, date) from public;
grant execute on function class_feed_of(bytea, date) to powrot_app;
