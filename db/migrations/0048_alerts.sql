-- Houses close and open again, files go with a referral, a wrong verdict is taken back, a link's browsers are counted.

-- A closing ends the places that are held beyond it.
alter table facility_reservation_ending drop constraint facility_reservation_outcome_known,
  add constraint facility_reservation_outcome_known check (outcome in ('CAME', 'CANCELLED', 'CLOSED'));

create function follow_reservation_ending() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  perform sync_changed(r.organisation_id, 'free.places', r.facility_id)
    from changed c join facility_reservation r on r.organisation_id = c.organisation_id and r.id = c.reservation_id;
  return null;
end $$;
create trigger follow_reservation_ending after insert on facility_reservation_ending referencing new table as changed
  for each statement execute function follow_reservation_ending();

-- What a coordinator turned down can be let through after all; the audit keeps both.
grant update (verdict, moderated_by, moderated_at) on notification_moderation to powrot_app;

-- From how many browsers a link for a shift was used, by a keyed hash of address and browser; gone after thirty days.
create table shift_link_use (
  organisation_id uuid not null,
  link_id      uuid not null,
  subject      bytea not null,
  first_at     timestamptz not null,
  last_at      timestamptz not null,
  constraint shift_link_use_key primary key (organisation_id, link_id, subject),
  constraint shift_link_use_of_link foreign key (organisation_id, link_id) references shift_link (organisation_id, id)
);
create index shift_link_use_by_day on shift_link_use (organisation_id, last_at);
call protect('shift_link_use', 'select, insert, update (last_at), delete');

-- F-10: a life in danger; on what an account of somebody's health rests.
alter table referral drop constraint referral_urgency_known,
  add constraint referral_urgency_known check (urgency in ('EMERGENCY_112', 'TODAY', '3_DAYS', 'ROUTINE')),
  add column health_basis text,
  add constraint referral_health_basis_known check (health_basis in ('ART_9_2_A', 'ART_9_2_B', 'ART_9_2_C', 'ART_9_2_H'));

-- A file that goes with a referral. `section`: the part of the person's file that it belongs to, one of those shared.
create table referral_attachment (
  organisation_id uuid not null,
  id           uuid not null,
  referral_id  uuid not null,
  file_id      uuid not null,
  section      text not null,
  title_sealed bytea not null,
  constraint referral_attachment_key primary key (organisation_id, id),
  constraint referral_attachment_of foreign key (organisation_id, referral_id) references referral (organisation_id, id),
  constraint referral_attachment_file foreign key (organisation_id, file_id) references stored_file (organisation_id, id),
  constraint referral_attachment_once unique (organisation_id, referral_id, file_id)
);
call protect('referral_attachment', 'select, insert');
create policy sharing on referral_attachment for select to powrot_search using (true);
grant select on referral_attachment to powrot_search;
create policy sharing on stored_file for select to powrot_search using (true);
grant select (organisation_id, id, media_type, size_bytes, storage_name, sha256) on stored_file to powrot_search;

-- Whether what was written of the person may still be read: the share holds with every section that the referral came with,
-- and the consent that an account of health rests on was not withdrawn.
create view open_referral as
  select r.organisation_id, r.id, v.sections
  from referral r
  join live_share v on v.organisation_id = r.organisation_id and v.id = r.share_id and r.sections <@ v.sections
  join share s on s.organisation_id = r.organisation_id and s.id = r.share_id
  left join consent c on c.organisation_id = s.organisation_id and c.id = s.consent_id and c.withdrawn_at is null
  where r.health_basis is distinct from 'ART_9_2_A' or c.id is not null;

drop function received_referrals();
-- Referrals to the caller's organisation, as long as they were not withdrawn and a partnership holds between the two. What was asked
-- for is told while it may be read; why, and with what files, by functions of their own.
create function received_referrals()
returns table (organisation_id uuid, origin text, id uuid, share_id uuid, share_open boolean, readable boolean, kind text, legal_basis text, person_id uuid, needs text[],
  urgency text, sections text[], health_basis text, homeless boolean, sent_at timestamptz, feedback_due date)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select r.organisation_id, o.name, r.id, r.share_id,
    exists (select from live_share v where v.organisation_id = r.organisation_id and v.id = r.share_id), p.id is not null,
    r.kind, r.legal_basis, r.person_id, case when p.id is null then '{}' else r.needs end, r.urgency, r.sections,
    r.health_basis, r.homeless, r.sent_at, r.feedback_due
  from referral r join organisation o on o.id = r.organisation_id
  left join open_referral p on p.organisation_id = r.organisation_id and p.id = r.id
  where r.to_organisation_id = (select current_organisation())
    and not exists (select from referral_step w where w.referral_organisation_id = r.organisation_id and w.referral_id = r.id and w.kind = 'WITHDRAWN')
    and exists (select from partnership_standing a join partnership_standing b on b.organisation_id = a.organisation_id and b.id = a.id
      where a.member_id = r.organisation_id and b.member_id = r.to_organisation_id
        and a.valid_from <= (select powrot_today()) and coalesce(a.valid_until, 'infinity') >= (select powrot_today())
        and b.valid_from <= (select powrot_today()) and coalesce(b.valid_until, 'infinity') >= (select powrot_today()));
end;

-- Why somebody was referred to the caller's organisation; nothing once it may not be read.
create function received_reason(wanted uuid)
returns table (organisation_id uuid, id uuid, share_id uuid, person_id uuid, sections text[], reason_sealed bytea, sent_by_name text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select r.organisation_id, r.id, r.share_id, r.person_id, p.sections, f.reason_sealed, m.display_name
  from received_referrals() r
  join open_referral p on p.organisation_id = r.organisation_id and p.id = r.id
  join referral f on f.organisation_id = r.organisation_id and f.id = r.id
  left join membership m on m.organisation_id = f.organisation_id and m.account_id = f.sent_by
  where r.id = wanted order by r.sent_at, r.organisation_id limit 1;
end;

create function received_attachments(wanted uuid)
returns table (organisation_id uuid, id uuid, section text, title_sealed bytea, media_type text, size_bytes bigint, storage_name text, sha256 text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.organisation_id, a.id, a.section, a.title_sealed, f.media_type, f.size_bytes, f.storage_name, f.sha256
  from received_reason(wanted) r
  join referral_attachment a on a.organisation_id = r.organisation_id and a.referral_id = r.id and a.section = any (r.sections)
  join stored_file f on f.organisation_id = a.organisation_id and f.id = a.file_id
  order by a.id;
end;

-- Steps of referrals that the caller's organisation sent or received. What the sender typed is the receiver's to read as long as the rest is.
create or replace function referral_steps(wanted uuid[])
returns table (organisation_id uuid, id uuid, referral_organisation_id uuid, referral_id uuid, kind text, decision text, reason text, outcome text, note_sealed bytea,
  confirmed boolean, happened_on date, taken_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select s.organisation_id, s.id, s.referral_organisation_id, s.referral_id, s.kind, s.decision, s.reason, s.outcome,
    case when (select current_organisation()) in (s.organisation_id, r.organisation_id)
        or exists (select from open_referral p where p.organisation_id = r.organisation_id and p.id = r.id) then s.note_sealed end,
    s.confirmed, s.happened_on, s.taken_at
  from referral_step s join referral r on r.organisation_id = s.referral_organisation_id and r.id = s.referral_id
  where s.referral_id = any (wanted) and (select current_organisation()) in (r.organisation_id, r.to_organisation_id)
  order by s.taken_at, s.id;
end;

do $$ declare f text; begin
  foreach f in array array['received_referrals()', 'received_reason(uuid)', 'received_attachments(uuid)', 'referral_steps(uuid[])'] loop
    execute format('alter function %s owner to powrot_search', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to powrot_app', f);
  end loop;
  alter view open_referral owner to powrot_search;
end $$;
