-- R-KIS-02: the social contract on which a way into a club rests, by its number. F-11: how the consent to an institution's application
-- is proved: a signature on paper, or an entry of the register of consents.
alter table centre_entry_step add column contract_no text;
alter table centre_entry
  add column consent_proof text,
  add column consent_id uuid,
  add constraint centre_entry_consent foreign key (organisation_id, consent_id) references consent (organisation_id, id),
  add constraint centre_entry_consent_proof_known check (consent_proof in ('PAPER', 'REGISTER')),
  add constraint centre_entry_consent_proof_is_there check ((consent_proof is not distinct from 'REGISTER') = (consent_id is not null));

drop function centre_entry_steps(uuid[]);
create function centre_entry_steps(wanted uuid[])
returns table (organisation_id uuid, id uuid, entry_organisation_id uuid, entry_id uuid, no int, act text, state text, done_on date, done_by_name text, opinion text,
  interview_on date, issuer text, referral_no text, ops_told_on date, commune_agreement text, ops_agreed_on date, words_sealed bytea, commune text, commune_pays boolean,
  ground text, contract_no text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select s.organisation_id, s.id, s.entry_organisation_id, s.entry_id, s.no, s.act, s.state, s.done_on, m.display_name, s.opinion,
    s.interview_on, s.issuer, s.referral_no, s.ops_told_on, s.commune_agreement, s.ops_agreed_on, s.words_sealed, s.commune, s.commune_pays, s.ground, s.contract_no
  from centre_entry_step s join centre_entry e on e.organisation_id = s.entry_organisation_id and e.id = s.entry_id
  join membership m on m.organisation_id = s.organisation_id and m.account_id = s.done_by
  where s.entry_id = any (wanted) and (select current_organisation()) in (e.organisation_id, e.to_organisation_id)
  order by s.entry_id, s.no;
end;
do $$ begin
  alter function centre_entry_steps(uuid[]) owner to powrot_search;
  revoke all on function centre_entry_steps(uuid[]) from public;
  grant execute on function centre_entry_steps(uuid[]) to powrot_app;
end $$;
