-- Where somebody wants to be reminded of a booked talk, as they said themselves; sealed, and used for this one message.

create table booking_reminder (
  organisation_id uuid not null,
  booking_id     uuid not null,
  channel        text not null,
  address_sealed bytea not null,
  asked_by       uuid not null,
  asked_at       timestamptz not null default powrot_now(),
  constraint booking_reminder_once primary key (organisation_id, booking_id),
  constraint booking_reminder_of_booking foreign key (organisation_id, booking_id) references booking (organisation_id, id),
  constraint booking_reminder_by_member foreign key (organisation_id, asked_by) references membership (organisation_id, account_id),
  constraint booking_reminder_channel_known check (channel in ('SMS', 'EMAIL'))
);
call protect('booking_reminder', 'select, insert');

-- What became of each try; written by the hourly job, which sees all organisations.
create table booking_reminder_try (
  organisation_id uuid not null,
  booking_id uuid not null,
  tried_at   timestamptz not null,
  outcome    text not null,
  -- The gateway's own number of the message.
  message_id text,
  constraint booking_reminder_try_key primary key (organisation_id, booking_id, tried_at),
  constraint booking_reminder_try_of_reminder foreign key (organisation_id, booking_id) references booking_reminder (organisation_id, booking_id),
  constraint booking_reminder_try_known check (outcome in ('SENT', 'REFUSED', 'UNREACHABLE', 'NOT_SET_UP'))
);
call protect('booking_reminder_try', 'select');
