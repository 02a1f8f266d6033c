-- R-ACC, C7: taking in a candidate whose file another unit has opens that file to the unit of the project. Whoever does so says why; the
-- reason stands with the admission, and a day has a limit of such acts, so that nobody looks for people by guessed numbers.
alter table candidate_admission add column sealed bytea;

insert into legal_parameter (code, valid_from, value, unit, source, verified, note) values
  ('RECRUITMENT_FILES_A_DAY', '2000-01-01', 40, 'FILES', 'R-ACC, C7', false,
    'design; files of other units that one account opens in a day by taking candidates in: a whole group of thirty with files in the districts is one morning''s work (J9)');
