-- What an organisation's documents begin with: its name as printed, address, a note (phone, NIP, funder), a logo.
alter table organisation
  add column letterhead_note text,
  add column logo_file_id uuid,
  add constraint organisation_logo foreign key (id, logo_file_id) references stored_file (organisation_id, id);
