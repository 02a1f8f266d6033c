-- Absences of somebody are looked up for the months that a benefit list is held against; the sick among them as before.
create index attendance_entry_away on attendance_entry (organisation_id, person_id, session_id)
  where status in ('ABSENT_UNEXCUSED', 'ABSENT_EXCUSED', 'SICK', 'DAY_OFF');
drop index attendance_entry_sick;
