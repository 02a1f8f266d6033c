-- Days are Polish days everywhere (docs/adr/0017-one-time-zone.md): a zone for each organisation was kept and read by nobody.
-- The function is the one before without the zone.

drop function session_actor(bytea, timestamptz, date);
alter table organisation drop column time_zone;

create function session_actor(wanted_hash bytea, at_instant timestamptz, on_day date)
returns table (session_id uuid, kind text, account_id uuid, organisation_id uuid, organisation_name text, display_name text, language text,
  second_factor boolean, created_at timestamptz, seen_at timestamptz, expires_at timestamptz, user_agent text, person_id uuid, roles text[], units uuid[], authorised boolean, second_factor_due boolean)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select s.id, s.kind, s.account_id, s.organisation_id, o.name, m.display_name, a.language, s.second_factor, s.created_at, s.seen_at, s.expires_at, s.user_agent, m.person_id,
    array(select r.role from membership_role r where r.organisation_id = s.organisation_id and r.account_id = s.account_id order by r.role),
    array(select u.unit_id from membership_unit u where u.organisation_id = s.organisation_id and u.account_id = s.account_id order by u.unit_id),
    (select count(distinct z.kind) = 2 from authorisation z where z.organisation_id = s.organisation_id and z.account_id = s.account_id
       and z.valid_from <= on_day and coalesce(z.valid_until, on_day) >= on_day and z.withdrawn_at is null),
    not s.second_factor and exists (select from membership_role r where r.organisation_id = s.organisation_id and r.account_id = s.account_id and r.role = any (o.second_factor_roles))
  from session s
  join account a on a.id = s.account_id and a.disabled_at is null
  join organisation o on o.id = s.organisation_id
  join membership m on m.organisation_id = s.organisation_id and m.account_id = s.account_id and m.valid_from <= on_day and coalesce(m.valid_until, on_day) >= on_day
    and m.ended_at is null and m.held_at is null
  where s.token_hash = wanted_hash and s.revoked_at is null and s.expires_at > at_instant;
end;

alter function session_actor(bytea, timestamptz, date) owner to powrot_search;
revoke all on function session_actor(bytea, timestamptz, date) from public;
grant execute on function session_actor(bytea, timestamptz, date) to powrot_app;
