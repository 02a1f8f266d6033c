-- The officer reads the audit by days, and by account, newest first.
create index audit_entry_by_time on audit_entry (organisation_id, at desc, id desc);
create index audit_entry_by_actor on audit_entry (organisation_id, actor_id, at desc);
