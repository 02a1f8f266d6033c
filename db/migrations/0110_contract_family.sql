-- A contract with a family: further members of the household are parties of their own, each with a place to sign (F-28 parties).

alter table contract_party add column person_id uuid;
alter table contract_party drop constraint contract_side_known;
alter table contract_party
  add constraint contract_side_known check (side in ('PERSON', 'OPS', 'LEAD') or side ~ '^MEMBER_[1-9]$'),
  add constraint contract_member_is_somebody check ((side like 'MEMBER%') = (person_id is not null)),
  add constraint contract_party_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  add constraint contract_member_once unique (organisation_id, contract_id, person_id);
create index contract_party_by_person on contract_party (organisation_id, person_id) where person_id is not null;

alter table contract_contact drop constraint contract_contact_side_known;
alter table contract_contact
  add constraint contract_contact_side_known check (side in ('PERSON', 'OPS', 'LEAD') or side ~ '^MEMBER_[1-9]$');
