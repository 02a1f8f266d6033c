-- Whether an organisation works on phones at all: the newest word counts, none means yes. Saying no ends every device of it.
create table phone_work (
  organisation_id uuid not null references organisation (id),
  id      uuid not null,
  allowed boolean not null,
  set_by  uuid not null,
  set_at  timestamptz not null default powrot_now(),
  constraint phone_work_key primary key (organisation_id, id),
  constraint phone_work_set_by_member foreign key (organisation_id, set_by) references membership (organisation_id, account_id)
);
call protect('phone_work', 'select, insert');

alter table device_revocation drop constraint device_revocation_reason_known;
alter table device_revocation add constraint device_revocation_reason_known
  check (reason in ('LOST', 'STOLEN', 'REPLACED', 'OWN', 'ACCOUNT_ENDED', 'IDLE', 'WORK_OFF', 'OTHER'));
