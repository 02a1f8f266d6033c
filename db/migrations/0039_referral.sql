-- Reports of persons and places by services and residents, answered by the team; referrals between organisations with feedback.

-- Where residents may report: one page for one organisation, by a code in its address. Areas are what anybody may name a place by.
create table report_door (
  organisation_id uuid not null references organisation (id),
  code         text not null,
  unit_id      uuid not null,
  is_open      boolean not null,
  areas        text[] not null,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null default powrot_now(),
  version      int not null default 1,
  constraint report_door_key primary key (organisation_id),
  constraint report_door_code_once unique (code),
  constraint report_door_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint report_door_code_plain check (code ~ '^[a-z0-9-]{2,40}$')
);
call protect('report_door', 'select, insert, update');

-- A link that one service works with for one shift: it reports and reads its own answers, nothing else.
create table shift_link (
  organisation_id uuid not null,
  id           uuid not null,
  unit_id      uuid not null,
  service      text not null,
  label        text not null,
  link_hash    bytea not null,
  expires_at   timestamptz not null,
  revoked_at   timestamptz,
  made_by      uuid not null,
  made_at      timestamptz not null default powrot_now(),
  constraint shift_link_key primary key (organisation_id, id),
  constraint shift_link_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint shift_link_hash_once unique (link_hash),
  constraint shift_link_ends_with_the_shift check (expires_at <= made_at + interval '16 hours')
);
create index shift_link_by_end on shift_link (organisation_id, expires_at desc);
call protect('shift_link', 'select, insert, update (revoked_at)');

-- F-10 NOTIFICATION: a place or a person without a name. What was typed and the exact place are sealed (R-OUT-09).
create table notification (
  organisation_id uuid not null,
  id           uuid not null,
  unit_id      uuid not null,
  source       text not null,
  service      text not null,
  reported_by  uuid,
  link_id      uuid,
  about        text not null,
  area         text not null,
  seen_at      timestamptz not null,
  people       int,
  urgency      text not null,
  said_sealed  bytea not null,
  received_at  timestamptz not null default powrot_now(),
  due_on       date not null,
  constraint notification_key primary key (organisation_id, id),
  constraint notification_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint notification_by_link foreign key (organisation_id, link_id) references shift_link (organisation_id, id),
  constraint notification_source check (
    (source = 'PARTNER' and reported_by is not null and link_id is null) or (source = 'LINK' and link_id is not null and reported_by is null)
    or (source = 'PUBLIC' and reported_by is null and link_id is null)),
  constraint notification_service_known check (service in ('CITY_GUARD', 'POLICE', 'RAILWAY_GUARD', 'BORDER_GUARD', 'HOSPITAL', 'OTHER_SERVICE', 'RESIDENT')),
  constraint notification_about_known check (about in ('PERSON', 'PLACE')),
  constraint notification_urgency_known check (urgency in ('EMERGENCY_112', 'TODAY', '3_DAYS', 'ROUTINE')),
  constraint notification_people check (people between 1 and 500)
);
create index notification_by_unit on notification (organisation_id, unit_id, received_at desc);
create index notification_by_reporter on notification (organisation_id, reported_by, received_at desc) where reported_by is not null;
create index notification_by_link on notification (organisation_id, link_id) where link_id is not null;
call protect('notification', 'select, insert');

-- What residents send waits for a person before it reaches the street.
create table notification_moderation (
  organisation_id uuid not null,
  notification_id uuid not null,
  verdict      text not null,
  moderated_by uuid not null,
  moderated_at timestamptz not null default powrot_now(),
  constraint notification_moderated_once primary key (organisation_id, notification_id),
  constraint notification_moderation_of foreign key (organisation_id, notification_id) references notification (organisation_id, id),
  constraint notification_verdict_known check (verdict in ('PASSED', 'NOT_OURS', 'REPEATED', 'ABUSE'))
);
call protect('notification_moderation', 'select, insert');

create table notification_acceptance (
  organisation_id uuid not null,
  notification_id uuid not null,
  accepted_by  uuid not null,
  accepted_at  timestamptz not null,
  recorded_at  timestamptz not null default powrot_now(),
  constraint notification_accepted_once primary key (organisation_id, notification_id),
  constraint notification_acceptance_of foreign key (organisation_id, notification_id) references notification (organisation_id, id)
);
call protect('notification_acceptance', 'select, insert');

-- Entries: the first one tells the time to the first answer, the last one the outcome. `contact_id`: the card that says the rest, to the team alone.
create table notification_answer (
  organisation_id uuid not null,
  id           uuid not null,
  notification_id uuid not null,
  outcome      text not null,
  contact_id   uuid,
  answered_at  timestamptz not null,
  answered_by  uuid not null,
  recorded_at  timestamptz not null default powrot_now(),
  constraint notification_answer_key primary key (organisation_id, id),
  constraint notification_answer_of foreign key (organisation_id, notification_id) references notification (organisation_id, id),
  constraint notification_answer_by_contact foreign key (organisation_id, contact_id) references contact_card (organisation_id, id),
  constraint notification_outcome_known check (outcome in ('FOUND', 'TALK_HELD', 'ACCEPTED_BED', 'REFUSED', 'NOT_FOUND', 'TAKEN_TO_HOSPITAL'))
);
create index notification_answer_by_notification on notification_answer (organisation_id, notification_id, answered_at);
call protect('notification_answer', 'select, insert');

-- Tries at the residents' page, by a hash of the address or of the place; gone after a day.
create table report_attempt (
  organisation_id uuid not null,
  id           uuid not null,
  subject      bytea not null,
  at           timestamptz not null,
  constraint report_attempt_key primary key (organisation_id, id)
);
create index report_attempt_by_subject on report_attempt (organisation_id, subject, at);
call protect('report_attempt', 'select, insert, delete');

-- The referral of the spine becomes a share with a question: what is shared, why and until when stands in the share.
alter table referral drop column description, drop column outcome, drop column closed_at, drop column version,
  add column share_id uuid not null, add column reason_sealed bytea not null, add column homeless boolean not null, add column sent_by uuid not null,
  alter column person_id set not null, alter column to_organisation_id set not null, alter column feedback_due set not null,
  add constraint referral_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  add constraint referral_by_share foreign key (organisation_id, share_id) references share (organisation_id, id),
  add constraint referral_share_once unique (organisation_id, share_id),
  add constraint referral_kind_known check (kind in ('STATUTORY', 'COOPERATIVE', 'SELF')),
  add constraint referral_urgency_known check (urgency in ('TODAY', '3_DAYS', 'ROUTINE')),
  add constraint referral_to_another check (to_organisation_id <> organisation_id);
create index referral_by_person on referral (organisation_id, person_id);
create index referral_by_receiver on referral (to_organisation_id, sent_at desc);

-- What became of it, each step in the row of the organisation that took it; the other one reads it by a function.
create table referral_step (
  organisation_id uuid not null references organisation (id),
  id           uuid not null,
  referral_organisation_id uuid not null,
  referral_id  uuid not null,
  kind         text not null,
  decision     text,
  reason       text,
  outcome      text,
  -- Who took the person over, by the receiver's own word; sealed by the organisation of the step.
  note_sealed  bytea,
  confirmed    boolean not null default false,
  happened_on  date not null,
  taken_by     uuid not null,
  taken_at     timestamptz not null default powrot_now(),
  constraint referral_step_key primary key (organisation_id, id),
  constraint referral_step_of foreign key (referral_organisation_id, referral_id) references referral (organisation_id, id),
  constraint referral_step_known check (kind in ('RECEIVED', 'DECIDED', 'APPEARED', 'NOT_APPEARED', 'OUTCOME', 'CLOSED', 'WITHDRAWN')),
  constraint referral_decision_known check (decision in ('ACCEPTED', 'DECLINED', 'REDIRECTED', 'WAITLIST')),
  constraint referral_decides check ((kind = 'DECIDED') = (decision is not null)),
  constraint referral_outcome_known check (outcome in
    ('SERVICE_STARTED', 'ASSESSED_NO_SERVICE', 'REFUSED_BY_PERSON', 'NOT_FOUND', 'NO_PLACE', 'REDIRECTED', 'TAKEN_TO_HOSPITAL', 'OTHER')),
  constraint referral_has_outcome check ((kind in ('OUTCOME', 'CLOSED')) = (outcome is not null))
);
create index referral_step_by_referral on referral_step (referral_organisation_id, referral_id, taken_at);
create unique index referral_step_once on referral_step (referral_organisation_id, referral_id, kind) where kind in ('RECEIVED', 'CLOSED', 'WITHDRAWN');
call protect('referral_step', 'select, insert');

-- The organisation behind an address of the residents' page; nothing of a closed one.
create function report_door_of(wanted text)
returns table (organisation_id uuid, organisation_name text, code text, unit_id uuid, areas text[])
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select d.organisation_id, o.name, d.code, d.unit_id, d.areas from report_door d join organisation o on o.id = d.organisation_id
  where d.is_open and (wanted is null or d.code = wanted) order by o.name limit 100;
end;

create function shift_link_of(wanted bytea, at_instant timestamptz)
returns table (organisation_id uuid, organisation_name text, id uuid, unit_id uuid, service text, label text, expires_at timestamptz, areas text[])
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select l.organisation_id, o.name, l.id, l.unit_id, l.service, l.label, l.expires_at, coalesce(d.areas, '{}')
  from shift_link l join organisation o on o.id = l.organisation_id left join report_door d on d.organisation_id = l.organisation_id
  where l.link_hash = wanted and l.revoked_at is null and l.expires_at > at_instant;
end;

-- Referrals to the caller's organisation, as long as they were not withdrawn and a partnership holds between the two.
create function received_referrals()
returns table (organisation_id uuid, origin text, id uuid, share_id uuid, share_open boolean, kind text, legal_basis text, person_id uuid, needs text[], urgency text,
  sections text[], reason_sealed bytea, homeless boolean, sent_at timestamptz, feedback_due date)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select r.organisation_id, o.name, r.id, r.share_id,
    exists (select from live_share v where v.organisation_id = r.organisation_id and v.id = r.share_id),
    r.kind, r.legal_basis, r.person_id, r.needs, r.urgency, r.sections, r.reason_sealed, r.homeless, r.sent_at, r.feedback_due
  from referral r join organisation o on o.id = r.organisation_id
  where r.to_organisation_id = (select current_organisation())
    and not exists (select from referral_step w where w.referral_organisation_id = r.organisation_id and w.referral_id = r.id and w.kind = 'WITHDRAWN')
    and exists (select from partnership_standing a join partnership_standing b on b.organisation_id = a.organisation_id and b.id = a.id
      where a.member_id = r.organisation_id and b.member_id = r.to_organisation_id
        and a.valid_from <= (select powrot_today()) and coalesce(a.valid_until, 'infinity') >= (select powrot_today())
        and b.valid_from <= (select powrot_today()) and coalesce(b.valid_until, 'infinity') >= (select powrot_today()));
end;

-- Steps of referrals that the caller's organisation sent or received.
create function referral_steps(wanted uuid[])
returns table (organisation_id uuid, id uuid, referral_organisation_id uuid, referral_id uuid, kind text, decision text, reason text, outcome text, note_sealed bytea,
  confirmed boolean, happened_on date, taken_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select s.organisation_id, s.id, s.referral_organisation_id, s.referral_id, s.kind, s.decision, s.reason, s.outcome, s.note_sealed, s.confirmed, s.happened_on, s.taken_at
  from referral_step s join referral r on r.organisation_id = s.referral_organisation_id and r.id = s.referral_id
  where s.referral_id = any (wanted) and (select current_organisation()) in (r.organisation_id, r.to_organisation_id)
  order by s.taken_at, s.id;
end;

do $$ declare f text; t text; begin
  foreach t in array array['report_door', 'shift_link', 'referral', 'referral_step'] loop
    execute format('create policy sharing on %I for select to powrot_search using (true)', t);
    execute format('grant select on %I to powrot_search', t);
  end loop;
  foreach f in array array['report_door_of(text)', 'shift_link_of(bytea, timestamptz)', 'received_referrals()', 'referral_steps(uuid[])'] loop
    execute format('alter function %s owner to powrot_search', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to powrot_app', f);
  end loop;
end $$;

call follow('notification', 'street.notification', 'id');
call follow('notification_moderation', 'street.notification', 'notification_id');
call follow('notification_acceptance', 'street.notification', 'notification_id');
call follow('notification_answer', 'street.notification', 'notification_id');
