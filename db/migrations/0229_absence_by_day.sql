-- A register asks whether any excuse stands over its day before it looks for whose.
create index absence_excuse_by_day on absence_excuse (organisation_id, to_on);
