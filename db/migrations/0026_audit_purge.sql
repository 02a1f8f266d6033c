-- R-LOG-02: the keeper takes whole segments of the audit away once their time is over, by the law's and the organisation's parameter, and says so.

grant insert on audit_entry to powrot_keeper;
create policy keeper on legal_parameter for select to powrot_keeper using (true);
grant select on legal_parameter to powrot_keeper;
create policy keeper on organisation_parameter for select to powrot_keeper using (true);
grant select on organisation_parameter to powrot_keeper;

-- Years for which an entry of the audit is kept: what the law says on a day, or longer where the organisation says so. Never shorter.
create function audit_retention_years(of_organisation uuid, on_day date) returns int language sql stable
  return greatest(
    (select value from legal_parameter where code = 'RETENTION_LOG' and valid_from <= on_day order by valid_from desc limit 1),
    (select value from organisation_parameter where organisation_id = of_organisation and code = 'RETENTION_LOG' and valid_from <= on_day
      order by valid_from desc limit 1))::int;
grant execute on function audit_retention_years(uuid, date) to powrot_keeper;
