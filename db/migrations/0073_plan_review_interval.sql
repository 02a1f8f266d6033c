-- R-IPWB-06: months from one review of a programme to the next. No statute says it: each organisation may write its own beside it.
insert into legal_parameter (code, valid_from, value, unit, source, verified, note) values
  ('PLAN_REVIEW_INTERVAL', '2000-01-01', 3, 'MONTHS', 'R-IPWB-06', false, 'design; no statutory interval is known');
