-- How somebody wants to be reminded of talks, asked once: entries, the last one counts, so that who noted what and when stays.

create table reminder_preference (
  organisation_id uuid not null,
  id        uuid not null,
  person_id uuid not null,
  channel   text not null,
  noted_by  uuid not null,
  noted_at  timestamptz not null default powrot_now(),
  constraint reminder_preference_key primary key (organisation_id, id),
  constraint reminder_preference_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint reminder_preference_by_member foreign key (organisation_id, noted_by) references membership (organisation_id, account_id),
  constraint reminder_preference_channel_known check (channel in ('SLIP', 'SMS', 'EMAIL', 'NONE'))
);
create index reminder_preference_by_person on reminder_preference (organisation_id, person_id, noted_at desc);
call protect('reminder_preference', 'select, insert');

-- A message that was asked for and did not go out, because the person's contact is no longer known to be safe.
alter table booking_reminder_try drop constraint booking_reminder_try_known,
  add constraint booking_reminder_try_known check (outcome in ('SENT', 'REFUSED', 'UNREACHABLE', 'NOT_SET_UP', 'UNSAFE'));
