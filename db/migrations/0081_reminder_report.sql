-- What the gateway later said of a reminder that it had taken: entries, "delivered" counts over the other.

create table booking_reminder_report (
  organisation_id uuid not null,
  booking_id  uuid not null,
  outcome     text not null,
  reported_at timestamptz not null default powrot_now(),
  constraint booking_reminder_reported_once primary key (organisation_id, booking_id, outcome),
  constraint booking_reminder_report_of_reminder foreign key (organisation_id, booking_id) references booking_reminder (organisation_id, booking_id),
  constraint booking_reminder_report_known check (outcome in ('DELIVERED', 'NOT_DELIVERED'))
);
call protect('booking_reminder_report', 'select, insert');
create index booking_reminder_try_by_message on booking_reminder_try (message_id) where message_id is not null;

-- Whose reminder a report of the gateway is about: by the gateway's number of the message, or by ours where it gave none.
create function reminder_of_message(wanted text, reference uuid)
returns table (organisation_id uuid, booking_id uuid)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select t.organisation_id, t.booking_id from booking_reminder_try t
  where t.outcome = 'SENT' and (t.message_id = wanted or (t.message_id is null and t.booking_id = reference));
end;

create policy sharing on booking_reminder_try for select to powrot_search using (true);
grant select on booking_reminder_try to powrot_search;
alter function reminder_of_message(text, uuid) owner to powrot_search;
revoke all on function reminder_of_message(text, uuid) from public;
grant execute on function reminder_of_message(text, uuid) to powrot_app;
