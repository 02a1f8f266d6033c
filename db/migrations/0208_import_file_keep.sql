-- A table that was brought and never taken in names many people: it goes sooner than other files that no record names. No act gives days.
insert into legal_parameter (code, valid_from, value, unit, source, verified, note) values
  ('IMPORT_FILE_KEEP', '2000-01-01', 7, 'DAYS', 'R-RET', false, 'design; from the day on which the file was brought');
