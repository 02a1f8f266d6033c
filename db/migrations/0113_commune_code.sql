-- The seventh digit of a commune's code tells its kind and need not be known, as in the person's file.
alter table social_contract drop constraint social_contract_commune_teryt,
  add constraint social_contract_commune_teryt check (commune ~ '^[0-9]{6,7}$');
