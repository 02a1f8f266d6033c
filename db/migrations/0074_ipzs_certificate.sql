-- The certificate of a CIS says what the participant did and learned (F-37, R-CIS-10); null: written before that was asked.
alter table ipzs_certificate add column sealed bytea;

-- R-CIS-09 names the court, not the term; it is told with the note on complaint as not verified.
insert into legal_parameter (code, valid_from, value, unit, source, verified, note) values
  ('CIS_COMPLAINT_TERM', '2000-01-01', 30, 'DAYS', 'Act on proceedings before administrative courts', false, 'general knowledge; from the day on which the decision was delivered');
