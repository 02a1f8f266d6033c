-- F-41: an absence from the classes of a centre that is excused, for sickness or another cause. A day off is not here: its one
-- consent is ipzs_day_off. Of a sickness the dates are kept and whether the doctor's document is there, nothing else.
create table absence_excuse (
  organisation_id uuid not null,
  id          uuid not null,
  ipzs_id     uuid not null,
  kind        text not null,
  from_on     date not null,
  to_on       date not null,
  -- The class of reason of another absence, which may tell of a court or a family.
  sealed      bytea,
  asked_on    date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint absence_excuse_key primary key (organisation_id, id),
  constraint absence_excuse_of_ipzs foreign key (organisation_id, ipzs_id) references ipzs (organisation_id, id),
  constraint absence_excuse_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint absence_excuse_kind_known check (kind in ('SICKNESS', 'OTHER_EXCUSED')),
  constraint absence_sickness_has_no_reason check (kind <> 'SICKNESS' or sealed is null),
  constraint absence_lasts check (to_on >= from_on)
);
create index absence_excuse_by_ipzs on absence_excuse (organisation_id, ipzs_id, from_on);
call protect('absence_excuse', 'select, insert');

-- The document came; it may come after the absence was told of.
create table absence_document (
  organisation_id uuid not null,
  excuse_id   uuid not null,
  received_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint absence_document_once primary key (organisation_id, excuse_id),
  constraint absence_document_of_excuse foreign key (organisation_id, excuse_id) references absence_excuse (organisation_id, id),
  constraint absence_document_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
call protect('absence_document', 'select, insert');

-- What the manager answered; the last one counts, so that an excuse accepted by mistake may be taken back.
create table absence_answer (
  organisation_id uuid not null,
  excuse_id   uuid not null,
  no          int not null,
  answer      text not null,
  -- Why not.
  sealed      bytea,
  answered_on date not null,
  answered_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint absence_answers_in_turn primary key (organisation_id, excuse_id, no),
  constraint absence_answer_of_excuse foreign key (organisation_id, excuse_id) references absence_excuse (organisation_id, id),
  constraint absence_answered_by_member foreign key (organisation_id, answered_by) references membership (organisation_id, account_id),
  constraint absence_answer_known check (answer in ('ACCEPTED', 'REFUSED', 'TAKEN_BACK') and no > 0)
);
call protect('absence_answer', 'select, insert');

-- The trace in the registers: which mark an answer wrote, and what stood there before.
create table absence_mark (
  organisation_id uuid not null,
  excuse_id   uuid not null,
  answer_no   int not null,
  entry_id    uuid not null,
  status_before text not null,
  constraint absence_mark_key primary key (organisation_id, entry_id),
  constraint absence_mark_of_answer foreign key (organisation_id, excuse_id, answer_no) references absence_answer (organisation_id, excuse_id, no),
  constraint absence_mark_of_entry foreign key (organisation_id, entry_id) references attendance_entry (organisation_id, id),
  constraint absence_mark_before_known check (status_before in ('ABSENT_UNEXCUSED', 'ABSENT_EXCUSED', 'SICK', 'DAY_OFF'))
);
create index absence_mark_by_excuse on absence_mark (organisation_id, excuse_id, answer_no);
call protect('absence_mark', 'select, insert');

-- Excuses as they stand: asked, or the answer that counts.
create view standing_excuse with (security_invoker = true) as
  select e.organisation_id, e.id, e.ipzs_id, e.kind, e.from_on, e.to_on, d.received_on as document_on,
    coalesce(a.answer, 'ASKED') as state, coalesce(a.no, 0) as answer_no, a.answered_on, a.recorded_at as answered_at, e.recorded_at
  from absence_excuse e
  left join absence_document d on d.organisation_id = e.organisation_id and d.excuse_id = e.id
  left join lateral (select t.* from absence_answer t where t.organisation_id = e.organisation_id and t.excuse_id = e.id order by t.no desc limit 1) a on true;
grant select on standing_excuse to powrot_app;

insert into legal_parameter (code, valid_from, value, unit, source, verified, note) values
  ('CIS_UNEXCUSED_BY_PART_OF_DAY', '2000-01-01', 0, 'YES_NO', 'R-CIS-28', false, '0: away from every class of the day; 1: from one of them'),
  ('CIS_NOTICE_SICK_DAYS_LEFT', '2000-01-01', 3, 'DAYS', 'R-CIS-23', true, 'design: so many or fewer left are told of'),
  ('CIS_NOTICE_DAYS_OFF_LEFT', '2000-01-01', 2, 'DAYS', 'R-CIS-11', true, 'design: so many or fewer left are told of'),
  ('CIS_NOTICE_TRIAL', '2000-01-01', 14, 'DAYS', 'R-CIS-06', true, 'design: before the trial ends'),
  ('CIS_NOTICE_END', '2000-01-01', 30, 'DAYS', 'R-CIS-06', true, 'design: before the programme ends');

-- Whose sickness of earlier months is looked for: few marks of many.
create index attendance_entry_sick on attendance_entry (organisation_id, person_id) where status = 'SICK';
