-- F-11, R-CIS-03, R-KIS-02: the way into a centre or a club of social integration, from the application to the admission.

create table centre_entry (
  organisation_id uuid not null,
  id             uuid not null,
  person_id      uuid not null,
  service        text not null,
  origin         text not null,
  applicant_kind text not null,
  applied_on     date not null,
  consent_on     date,
  -- Who applied, by name, and in which words.
  words_sealed   bytea not null,
  -- What people found of each criterion of SE 1(2) and 1(3), with the evidence: Art. 9 and 10.
  found_sealed   bytea not null,
  -- Whom the person was referred to: another organisation, by a referral that shares; null for the own one, or not referred yet.
  to_organisation_id uuid,
  referral_id    uuid,
  version        int not null default 1,
  recorded_by    uuid not null,
  recorded_at    timestamptz not null default powrot_now(),
  constraint centre_entry_key primary key (organisation_id, id),
  constraint centre_entry_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint centre_entry_by_referral foreign key (organisation_id, referral_id) references referral (organisation_id, id),
  constraint centre_entry_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint centre_entry_service_known check (service in ('CIS', 'KIS')),
  constraint centre_entry_origin_known check (origin in ('APPLICATION', 'PAPER')),
  constraint centre_entry_applicant_known check (applicant_kind in ('SELF', 'LEGAL_REP', 'ADDICTION_TREATMENT', 'PCPR', 'OPS_CUS', 'NGO', 'KIS')),
  constraint centre_entry_institution_has_consent check (applicant_kind in ('SELF', 'LEGAL_REP') or consent_on is not null),
  constraint centre_entry_goes_by_referral check ((to_organisation_id is null) = (referral_id is null))
);
create index centre_entry_by_person on centre_entry (organisation_id, person_id);
create index centre_entry_by_referral on centre_entry (organisation_id, referral_id) where referral_id is not null;
call protect('centre_entry', 'select, insert, update (found_sealed, to_organisation_id, referral_id, version)');

-- Each step in the row of the organisation that took it; the other one reads it by a function. The last one says where the path stands.
create table centre_entry_step (
  organisation_id uuid not null references organisation (id),
  id           uuid not null,
  entry_organisation_id uuid not null,
  entry_id     uuid not null,
  no           int not null,
  act          text not null,
  state        text not null,
  done_on      date not null,
  done_by      uuid not null,
  opinion      text,
  interview_on date,
  issuer       text,
  referral_no  text,
  ops_told_on  date,
  commune_agreement text,
  -- The agreement of the OPS manager as a paper shows it.
  ops_agreed_on date,
  words_sealed bytea,
  taken_at     timestamptz not null default powrot_now(),
  constraint centre_entry_step_key primary key (organisation_id, id),
  constraint centre_entry_step_of foreign key (entry_organisation_id, entry_id) references centre_entry (organisation_id, id),
  constraint centre_entry_step_done_by_member foreign key (organisation_id, done_by) references membership (organisation_id, account_id),
  constraint centre_entry_step_known check (act in ('apply', 'opine', 'refer', 'not-refer', 'sign', 'agree', 'admit', 'decline', 'withdraw')),
  constraint centre_entry_state_known check (state in
    ('APPLIED', 'OPINED', 'REFERRED', 'SIGNED', 'AGREED', 'ADMITTED', 'NOT_REFERRED', 'NOT_ADMITTED', 'WITHDRAWN')),
  constraint centre_entry_opines check ((act = 'opine') = (opinion is not null)),
  constraint centre_entry_opinion_known check (opinion in ('POSITIVE', 'NEGATIVE')),
  constraint centre_entry_refers check ((act = 'refer') = (issuer is not null) and (act = 'refer') = (referral_no is not null)),
  constraint centre_entry_issuer_known check (issuer in ('OPS', 'CUS', 'PUP')),
  constraint centre_entry_ops_told check (issuer <> 'PUP' or ops_told_on is not null)
);
create unique index centre_entry_step_in_order on centre_entry_step (entry_organisation_id, entry_id, no);
call protect('centre_entry_step', 'select, insert');

-- Entries to the caller's organisation, as long as their referral's share holds.
create function received_centre_entries()
returns table (organisation_id uuid, origin_name text, id uuid, person_id uuid, service text, origin text, applicant_kind text, applied_on date, consent_on date,
  found_sealed bytea, referral_id uuid, share_id uuid, sections text[], version int)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select e.organisation_id, r.origin, e.id, r.person_id, e.service, e.origin, e.applicant_kind, e.applied_on, e.consent_on,
    e.found_sealed, e.referral_id, r.share_id, r.sections, e.version
  from received_referrals() r join centre_entry e on e.organisation_id = r.organisation_id and e.referral_id = r.id
  where r.readable;
end;

-- Steps of entries that the caller's organisation keeps or received.
create function centre_entry_steps(wanted uuid[])
returns table (organisation_id uuid, id uuid, entry_organisation_id uuid, entry_id uuid, no int, act text, state text, done_on date, done_by_name text, opinion text,
  interview_on date, issuer text, referral_no text, ops_told_on date, commune_agreement text, ops_agreed_on date, words_sealed bytea)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select s.organisation_id, s.id, s.entry_organisation_id, s.entry_id, s.no, s.act, s.state, s.done_on, m.display_name, s.opinion,
    s.interview_on, s.issuer, s.referral_no, s.ops_told_on, s.commune_agreement, s.ops_agreed_on, s.words_sealed
  from centre_entry_step s join centre_entry e on e.organisation_id = s.entry_organisation_id and e.id = s.entry_id
  join membership m on m.organisation_id = s.organisation_id and m.account_id = s.done_by
  where s.entry_id = any (wanted) and (select current_organisation()) in (e.organisation_id, e.to_organisation_id)
  order by s.entry_id, s.no;
end;

do $$ declare f text; t text; begin
  foreach t in array array['centre_entry', 'centre_entry_step'] loop
    execute format('create policy sharing on %I for select to powrot_search using (true)', t);
    execute format('grant select on %I to powrot_search', t);
  end loop;
  foreach f in array array['received_centre_entries()', 'centre_entry_steps(uuid[])'] loop
    execute format('alter function %s owner to powrot_search', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to powrot_app', f);
  end loop;
end $$;
