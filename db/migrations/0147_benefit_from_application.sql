-- R-CIS-20: the benefit is granted on application. From which day, where it came after the first day, the act does not say.
insert into legal_parameter (code, valid_from, value, unit, source, verified, note) values
  ('CIS_BENEFIT_FROM_APPLICATION', '2000-01-01', 1, 'YES_NO', 'R-CIS-20', false, '1: not before the day of the application; 0: from the first day of the trial');
