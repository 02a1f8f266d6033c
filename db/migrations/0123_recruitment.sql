-- F-71, R-REC-01..05: the way from many candidates to the places of a project. A candidate is no person of the house yet: who they are lies
-- sealed in a row of its own, which ends when its time is over (R-RET), while the candidate's number, source and decisions stay for the count.

-- Terms of a project's recruitment; one for each project.
create table recruitment (
  organisation_id uuid not null,
  project_id  uuid not null,
  places      int not null,
  -- The first day of the programme, and for how many weeks after it a place that falls free goes to the reserve (R-REC-04).
  starts_on   date not null,
  vacancy_weeks int not null,
  -- The day as of which the criteria are judged; null: the day of the looking.
  judged_on   date,
  -- Points of the initial interview (R-REC-03): the most that can be given, and the weight in hundredths. 0: it is not scored.
  interview_max int not null,
  interview_weight int not null,
  version     int not null default 1,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint recruitment_once_in_project primary key (organisation_id, project_id),
  constraint recruitment_of_project foreign key (organisation_id, project_id) references project (organisation_id, id),
  constraint recruitment_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint recruitment_has_places check (places between 1 and 10000),
  constraint recruitment_weeks_not_negative check (vacancy_weeks between 0 and 104),
  constraint recruitment_interview_points check (interview_max between 0 and 1000 and interview_weight between 0 and 100000)
);
call protect('recruitment', 'select, insert, update');

-- What a project gives points for: none in S4, so they come from the project. Withdrawn, never overwritten.
create table recruitment_point (
  organisation_id uuid not null,
  id          uuid not null,
  project_id  uuid not null,
  no          int not null,
  name        text not null,
  max_points  int not null,
  -- In hundredths: 150 is one and a half.
  weight      int not null,
  withdrawn_at timestamptz,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint recruitment_point_key primary key (organisation_id, id),
  constraint recruitment_point_of_recruitment foreign key (organisation_id, project_id) references recruitment (organisation_id, project_id),
  constraint recruitment_point_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint recruitment_point_has_points check (max_points between 1 and 1000 and weight between 1 and 100000)
);
create index recruitment_point_by_project on recruitment_point (organisation_id, project_id, no);
call protect('recruitment_point', 'select, insert, update');

-- The recruitment is over; from this day the time runs for which cards of those who were not taken in are kept.
create table recruitment_closing (
  organisation_id uuid not null,
  project_id  uuid not null,
  closed_on   date not null,
  -- The last day of keeping, by the parameter of that day.
  kept_until  date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint recruitment_closes_once primary key (organisation_id, project_id),
  constraint recruitment_closing_of_recruitment foreign key (organisation_id, project_id) references recruitment (organisation_id, project_id),
  constraint recruitment_closing_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint recruitment_closing_keeps_after check (kept_until >= closed_on)
);
call protect('recruitment_closing', 'select, insert');

-- A list that was taken in whole. The file itself goes once it was accepted; its keyed print stays, so that it is known again.
create table candidate_import (
  organisation_id uuid not null,
  id          uuid not null,
  project_id  uuid not null,
  source      text not null,
  -- Who sent it, as it was typed; an institution, no person.
  sender      text not null,
  received_on date not null,
  file_print  bytea not null,
  rows_read   int not null,
  rows_taken  int not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint candidate_import_key primary key (organisation_id, id),
  constraint candidate_import_of_recruitment foreign key (organisation_id, project_id) references recruitment (organisation_id, project_id),
  constraint candidate_import_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint candidate_import_source_known check (source in ('PUP', 'OPS_REGION', 'NGO_PARTNER', 'SELF')),
  constraint candidate_import_rows check (rows_taken between 0 and rows_read)
);
create index candidate_import_by_project on candidate_import (organisation_id, project_id, recorded_at);
call protect('candidate_import', 'select, insert');

-- What the columns of a sender's lists mean, known again by the headings.
create table import_mapping (
  organisation_id uuid not null,
  sender_key  text not null,
  headings    bytea not null,
  -- Field by heading, codes only.
  mapping     jsonb not null,
  words       jsonb not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint import_mapping_once primary key (organisation_id, sender_key, headings),
  constraint import_mapping_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
call protect('import_mapping', 'select, insert, update');

create table candidate (
  organisation_id uuid not null,
  id          uuid not null,
  project_id  uuid not null,
  -- What stands on lists without names: 1, 2, 3 … in the project.
  no          int not null,
  source      text not null,
  applied_on  date not null,
  import_id   uuid,
  version     int not null default 1,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint candidate_key primary key (organisation_id, id),
  constraint candidate_number_once unique (organisation_id, project_id, no),
  constraint candidate_of_recruitment foreign key (organisation_id, project_id) references recruitment (organisation_id, project_id),
  constraint candidate_of_import foreign key (organisation_id, import_id) references candidate_import (organisation_id, id),
  constraint candidate_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint candidate_source_known check (source in ('PUP', 'OPS_REGION', 'NGO_PARTNER', 'SELF'))
);
call protect('candidate', 'select, insert, update');

-- Who the candidate is and what the criteria ask, sealed as one. Deleted when its time is over.
create table candidate_card (
  organisation_id uuid not null,
  candidate_id uuid not null,
  project_id  uuid not null,
  sealed      bytea not null,
  -- Keyed prints, which differ between organisations: of the PESEL, and of the row as it came.
  pesel_index bytea,
  row_print   bytea,
  constraint candidate_card_of_candidate primary key (organisation_id, candidate_id),
  constraint candidate_card_candidate foreign key (organisation_id, candidate_id) references candidate (organisation_id, id),
  constraint candidate_once_by_pesel unique (organisation_id, project_id, pesel_index),
  constraint candidate_once_by_row unique (organisation_id, project_id, row_print)
);
call protect('candidate_card', 'select, insert, update, delete');

-- Every text that somebody typed about a candidate, sealed, under the id of the record it belongs to: it ends with the card.
create table candidate_text (
  organisation_id uuid not null,
  record_id   uuid not null,
  candidate_id uuid not null,
  sealed      bytea not null,
  constraint candidate_text_key primary key (organisation_id, record_id),
  constraint candidate_text_of_candidate foreign key (organisation_id, candidate_id) references candidate (organisation_id, id)
);
create index candidate_text_by_candidate on candidate_text (organisation_id, candidate_id);
call protect('candidate_text', 'select, insert, delete');

-- What proves a value of the card: the last entry of a field holds.
create table candidate_evidence (
  organisation_id uuid not null,
  id          uuid not null,
  candidate_id uuid not null,
  -- A field of the facts, or the id of a statement's rule.
  fact        text not null,
  source      text not null,
  seen_on     date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint candidate_evidence_key primary key (organisation_id, id),
  constraint candidate_evidence_of_candidate foreign key (organisation_id, candidate_id) references candidate (organisation_id, id),
  constraint candidate_evidence_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint candidate_evidence_source_known check (source in ('PAPER', 'OFFICE', 'STATEMENT'))
);
create index candidate_evidence_by_candidate on candidate_evidence (organisation_id, candidate_id, recorded_at);
call protect('candidate_evidence', 'select, insert');

-- Points of a criterion are entries: the last one holds.
create table candidate_points (
  organisation_id uuid not null,
  id          uuid not null,
  candidate_id uuid not null,
  point_id    uuid not null,
  points      int not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint candidate_points_key primary key (organisation_id, id),
  constraint candidate_points_of_candidate foreign key (organisation_id, candidate_id) references candidate (organisation_id, id),
  constraint candidate_points_of_point foreign key (organisation_id, point_id) references recruitment_point (organisation_id, id),
  constraint candidate_points_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint candidate_points_not_negative check (points >= 0)
);
create index candidate_points_by_candidate on candidate_points (organisation_id, candidate_id, recorded_at);
call protect('candidate_points', 'select, insert');

-- The initial interview (R-REC-03); a later entry corrects the one before.
create table candidate_interview (
  organisation_id uuid not null,
  id          uuid not null,
  candidate_id uuid not null,
  held_on     date not null,
  minutes     int not null,
  interviewer_id uuid not null,
  points      int,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint candidate_interview_key primary key (organisation_id, id),
  constraint candidate_interview_of_candidate foreign key (organisation_id, candidate_id) references candidate (organisation_id, id),
  constraint candidate_interview_by_member foreign key (organisation_id, interviewer_id) references membership (organisation_id, account_id),
  constraint candidate_interview_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint candidate_interview_lasts check (minutes between 1 and 1440),
  constraint candidate_interview_points_not_negative check (points >= 0)
);
create index candidate_interview_by_candidate on candidate_interview (organisation_id, candidate_id, recorded_at);
call protect('candidate_interview', 'select, insert');

create table candidate_withdrawal (
  organisation_id uuid not null,
  candidate_id uuid not null,
  withdrawn_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint candidate_withdraws_once primary key (organisation_id, candidate_id),
  constraint candidate_withdrawal_of_candidate foreign key (organisation_id, candidate_id) references candidate (organisation_id, id),
  constraint candidate_withdrawal_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
call protect('candidate_withdrawal', 'select, insert');

-- R-REC-04: the list as it was frozen, and every later version with its reason. Rows hold numbers, no names.
create table ranking (
  organisation_id uuid not null,
  id          uuid not null,
  project_id  uuid not null,
  no          int not null,
  cause       text not null,
  -- Why a later version, sealed; null for the first.
  sealed      bytea,
  judged_on   date not null,
  criteria_no int not null,
  places      int not null,
  frozen_by   uuid not null,
  frozen_at   timestamptz not null default powrot_now(),
  constraint ranking_key primary key (organisation_id, id),
  constraint ranking_version_once unique (organisation_id, project_id, no),
  constraint ranking_of_recruitment foreign key (organisation_id, project_id) references recruitment (organisation_id, project_id),
  constraint ranking_frozen_by_member foreign key (organisation_id, frozen_by) references membership (organisation_id, account_id),
  constraint ranking_cause_known check (cause in ('FIRST', 'WITHDRAWAL', 'CORRECTION', 'LATE_CANDIDATE'))
);
call protect('ranking', 'select, insert');

create table ranking_row (
  organisation_id uuid not null,
  ranking_id  uuid not null,
  candidate_id uuid not null,
  rank        int not null,
  -- In hundredths of a point.
  total       int not null,
  points      int not null,
  interview   int not null,
  -- Points as they were given, by criterion.
  given       jsonb not null,
  unemployed_since date,
  applied_on  date not null,
  constraint ranking_row_once primary key (organisation_id, ranking_id, candidate_id),
  constraint ranking_row_of_ranking foreign key (organisation_id, ranking_id) references ranking (organisation_id, id),
  constraint ranking_row_of_candidate foreign key (organisation_id, candidate_id) references candidate (organisation_id, id),
  constraint ranking_place_once unique (organisation_id, ranking_id, rank)
);
call protect('ranking_row', 'select, insert');

-- R-GDPR-11: a person decides of each. Entries: the last one holds.
create table candidate_decision (
  organisation_id uuid not null,
  id          uuid not null,
  candidate_id uuid not null,
  no          int not null,
  decision    text not null,
  -- The version of the list that was looked at, and the place on it; null for who stands on none.
  ranking_id  uuid not null,
  rank        int,
  decided_on  date not null,
  decided_by  uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint candidate_decision_key primary key (organisation_id, id),
  constraint candidate_decision_in_order unique (organisation_id, candidate_id, no),
  constraint candidate_decision_of_candidate foreign key (organisation_id, candidate_id) references candidate (organisation_id, id),
  constraint candidate_decision_by_ranking foreign key (organisation_id, ranking_id) references ranking (organisation_id, id),
  constraint candidate_decision_by_member foreign key (organisation_id, decided_by) references membership (organisation_id, account_id),
  constraint candidate_decision_known check (decision in ('ACCEPTED', 'RESERVE', 'REJECTED'))
);
call protect('candidate_decision', 'select, insert');

-- A free place is offered to the reserve in its order (R-REC-04).
create table reserve_offer (
  organisation_id uuid not null,
  id          uuid not null,
  project_id  uuid not null,
  candidate_id uuid not null,
  offered_on  date not null,
  answer_by   date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint reserve_offer_key primary key (organisation_id, id),
  constraint reserve_offer_of_recruitment foreign key (organisation_id, project_id) references recruitment (organisation_id, project_id),
  constraint reserve_offer_to_candidate foreign key (organisation_id, candidate_id) references candidate (organisation_id, id),
  constraint reserve_offer_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint reserve_offer_leaves_time check (answer_by >= offered_on)
);
create index reserve_offer_by_project on reserve_offer (organisation_id, project_id, recorded_at);
create index reserve_offer_by_candidate on reserve_offer (organisation_id, candidate_id);
call protect('reserve_offer', 'select, insert');

create table reserve_answer (
  organisation_id uuid not null,
  offer_id    uuid not null,
  answer      text not null,
  answered_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint reserve_offer_answered_once primary key (organisation_id, offer_id),
  constraint reserve_answer_to_offer foreign key (organisation_id, offer_id) references reserve_offer (organisation_id, id),
  constraint reserve_answer_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint reserve_answer_known check (answer in ('TAKEN', 'DECLINED', 'NO_ANSWER'))
);
call protect('reserve_answer', 'select, insert');

-- Who was accepted has become a person of the house with a case.
create table candidate_admission (
  organisation_id uuid not null,
  candidate_id uuid not null,
  person_id   uuid not null,
  case_id     uuid not null,
  admitted_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint candidate_admitted_once primary key (organisation_id, candidate_id),
  constraint candidate_admission_of_candidate foreign key (organisation_id, candidate_id) references candidate (organisation_id, id),
  constraint candidate_admission_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint candidate_admission_of_case foreign key (organisation_id, case_id) references support_case (organisation_id, id),
  constraint candidate_admission_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
create index candidate_admission_by_person on candidate_admission (organisation_id, person_id);
call protect('candidate_admission', 'select, insert');

-- Letters that were given out: of which decision, on what day.
create table candidate_letter (
  organisation_id uuid not null,
  id          uuid not null,
  batch_id    uuid not null,
  project_id  uuid not null,
  decision_id uuid not null,
  candidate_id uuid not null,
  issued_on   date not null,
  issued_by   uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint candidate_letter_key primary key (organisation_id, id),
  constraint candidate_letter_of_recruitment foreign key (organisation_id, project_id) references recruitment (organisation_id, project_id),
  constraint candidate_letter_of_decision foreign key (organisation_id, decision_id) references candidate_decision (organisation_id, id),
  constraint candidate_letter_of_candidate foreign key (organisation_id, candidate_id) references candidate (organisation_id, id),
  constraint candidate_letter_issued_by_member foreign key (organisation_id, issued_by) references membership (organisation_id, account_id)
);
create index candidate_letter_by_batch on candidate_letter (organisation_id, batch_id);
create index candidate_letter_by_project on candidate_letter (organisation_id, project_id, recorded_at);
call protect('candidate_letter', 'select, insert');

-- That a candidate's card ended, and why.
create table candidate_erasure (
  organisation_id uuid not null,
  candidate_id uuid not null,
  erased_on   date not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint candidate_erased_once primary key (organisation_id, candidate_id),
  constraint candidate_erasure_of_candidate foreign key (organisation_id, candidate_id) references candidate (organisation_id, id)
);
call protect('candidate_erasure', 'select, insert');

-- R-RET, row "Rejected recruitment": until the recruitment ends and its appeal is over. No act gives months: each organisation may write its own.
insert into legal_parameter (code, valid_from, value, unit, source, verified, note) values
  ('RECRUITMENT_KEEP', '2000-01-01', 6, 'MONTHS', 'R-RET; the rules of the project', false, 'design; from the day on which the recruitment was closed'),
  ('RECRUITMENT_VACANCY', '2000-01-01', 4, 'WEEKS', 'R-REC-04', false, 'design; the project may set its own');
