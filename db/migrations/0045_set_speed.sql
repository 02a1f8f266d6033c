-- The newest cards of a person and their number are read from the index alone.
create index contact_card_newest on contact_card (organisation_id, person_id, contact_at desc, id desc) where person_id is not null;
drop index contact_card_by_person;
drop index person_by_merged_into; -- person_by_root is the same
create index person_protected on person (organisation_id) where protected_whereabouts;

-- What every device has heard is thrown away after a time. A device that stands at this transaction or before it may have
-- missed something and is told everything anew; null: nothing was thrown away since the feed began.
alter table sync_epoch add column forgotten_to xid8;
