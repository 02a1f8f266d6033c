-- Guessing is counted before the password is looked at: tries sent at the same moment cannot slip by together.

-- Takes one try for each subject, or none when one of them has too many failures since its last success. True: go on.
create function sign_in_claim(about bytea[], most int[], at_instant timestamptz, since timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  -- one at a time for a subject, always in the same order; held until this statement is committed
  perform pg_advisory_xact_lock(key) from (select distinct hashtextextended(encode(subject, 'hex'), 0) as key from unnest(about) as subject order by key) as locks;
  if exists (select from unnest(about, most) as asked (subject, allowed) where sign_in_failures(subject, since) >= allowed) then
    return false;
  end if;
  insert into sign_in_attempt (subject, at, succeeded) select subject, at_instant, false from unnest(about) as subject;
  return true;
end $$;

-- Gives back a try that was no wrong guess: one row of each subject.
create function sign_in_unclaim(about bytea[], at_instant timestamptz) returns void
language sql security definer set search_path = public, pg_temp
begin atomic
  delete from sign_in_attempt where ctid = any (array(
    select min(a.ctid) from sign_in_attempt a where a.subject = any (about) and a.at = at_instant and not a.succeeded group by a.subject));
end;

-- Whether this login has had a session from this address since then: its owner's own place, where a siege of the login from elsewhere is not felt.
create function sign_in_known(wanted_login text, address bytea, since timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (select from account a join session s on s.account_id = a.id where a.login = wanted_login and s.address_hash = address and s.created_at > since);
end;
create index session_by_address on session (account_id, address_hash);

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname in ('sign_in_claim', 'sign_in_unclaim', 'sign_in_known') loop
    execute format('alter function %s owner to powrot_search', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to powrot_app', f);
  end loop;
end $$;
