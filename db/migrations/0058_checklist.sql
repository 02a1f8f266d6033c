-- Papers that people bring, for the checklist of a stage (R-S0-06): there since a day, awaited from somebody, or not needed.
-- What rooms keep themselves (assessments, programme, contract) they tell by themselves. The last note of a code counts.

create table checklist_note (
  organisation_id uuid not null,
  id          uuid not null,
  person_id   uuid not null,
  code        text not null,
  state       text not null,
  -- THERE: since when; AWAITED: noted when.
  on_day      date not null,
  brought_by  text not null,
  due_on      date,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint checklist_note_key primary key (organisation_id, id),
  constraint checklist_note_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint checklist_state_known check (state in ('THERE', 'AWAITED', 'NOT_NEEDED')),
  constraint checklist_bringer_known check (brought_by in ('PERSON', 'OPS', 'LEAD', 'SHELTER', 'EMPLOYER')),
  constraint checklist_due_of_awaited check (due_on is null or state = 'AWAITED')
);
create index checklist_note_by_person on checklist_note (organisation_id, person_id);
call protect('checklist_note', 'select, insert');
