-- On which act of law a referral rests, and which service or unit of the receiver it is meant for: a name may tell of health, so it
-- is sealed (F-10).
alter table referral add column ground text;
alter table referral add constraint referral_ground_known check (ground in ('SA_ART_48A', 'SA_ART_49', 'SA_ART_53', 'SA_ART_108', 'SE_ART_12',
  'SE_ART_16', 'SE_ART_18', 'SA_ART_105', 'LABOUR_ACT', 'COOPERATION_AGREEMENT', 'OTHER'));
alter table referral add column service_sealed bytea;

-- The same of referrals to the caller's organisation, as long as the rest may be read.
create function received_terms(wanted uuid[])
returns table (organisation_id uuid, id uuid, ground text, service_sealed bytea)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select r.organisation_id, r.id, f.ground, f.service_sealed
  from received_referrals() r
  join open_referral p on p.organisation_id = r.organisation_id and p.id = r.id
  join referral f on f.organisation_id = r.organisation_id and f.id = r.id
  where r.id = any (wanted);
end;

do $$ begin
  alter function received_terms(uuid[]) owner to powrot_search;
  revoke all on function received_terms(uuid[]) from public;
  grant execute on function received_terms(uuid[]) to powrot_app;
end $$;
