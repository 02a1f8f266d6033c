-- The questionnaire on paper may lie with an entry of the interview register as a scan. A correction holds its own file, or the one
-- that stood before; what a former row showed stays with that row (F-20).
alter table interview_result add column scan_file_id uuid;
alter table interview_result add constraint interview_result_scan
  foreign key (organisation_id, scan_file_id) references stored_file (organisation_id, id);
create index interview_result_by_scan on interview_result (organisation_id, scan_file_id);

alter table interview_correction add column scan_file_id uuid;
alter table interview_correction add constraint interview_correction_scan
  foreign key (organisation_id, scan_file_id) references stored_file (organisation_id, id);
alter table interview_correction add constraint interview_correction_scan_of_result check (scan_file_id is null or held_on is not null);
create index interview_correction_by_scan on interview_correction (organisation_id, scan_file_id);
