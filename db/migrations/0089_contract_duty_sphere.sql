-- Which sphere of life a duty is about, so that what other rooms know stands beside it when it is evaluated. It orders facts and is no part of the signed words.
alter table contract_duty add column sphere text;
alter table contract_duty add constraint contract_duty_sphere_known
  check (sphere in ('HOUSING', 'FAMILY', 'VOCATIONAL', 'SOCIAL', 'PSYCHOLOGICAL', 'HEALTH', 'LEGAL'));
