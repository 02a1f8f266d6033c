-- F-37: courses with their participants, results and certificates. Results and certificates only add: the last one counts, earlier ones stay.
create table course (
  organisation_id uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  project_id  uuid,
  -- Where the course is a module of a group, its registers tell who was there.
  module_id   uuid,
  name        text not null,
  kind        text not null,
  provider    text not null,
  edition     text not null,
  programme_minutes int not null,
  starts_on   date not null,
  ends_on     date not null,
  with_exam   boolean not null,
  -- A qualification in the Integrated Qualifications System, not only a competence.
  qualification boolean not null,
  cost_grosze int,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  version     int not null default 1,
  constraint course_key primary key (organisation_id, id),
  constraint course_of_unit foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  constraint course_of_project foreign key (organisation_id, project_id) references project (organisation_id, id),
  constraint course_of_module foreign key (organisation_id, module_id) references programme_module (organisation_id, id),
  constraint course_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint course_kind_known check (kind in ('VOCATIONAL', 'DIGITAL', 'BUSINESS', 'SOCIAL_ECONOMY', 'LANGUAGE', 'SOCIAL_COMPETENCE', 'DRIVING', 'FIRST_AID', 'OTHER')),
  constraint course_lasts check (ends_on >= starts_on),
  constraint course_has_hours check (programme_minutes between 15 and 120000),
  constraint course_cost_positive check (cost_grosze >= 0)
);
create index course_by_unit on course (organisation_id, unit_id, ends_on);
call protect('course', 'select, insert, update');

create table course_participant (
  organisation_id uuid not null,
  id          uuid not null,
  course_id   uuid not null,
  person_id   uuid not null,
  basis       text not null,
  plan_id     uuid,
  -- R-EMP-07: the lack of a document of what they know keeps them from work.
  lacks_document boolean not null,
  joined_on   date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint course_participant_key primary key (organisation_id, id),
  constraint course_participant_once unique (organisation_id, course_id, person_id),
  constraint course_participant_of_course foreign key (organisation_id, course_id) references course (organisation_id, id),
  constraint course_participant_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint course_participant_by_plan foreign key (organisation_id, plan_id) references plan (organisation_id, id),
  constraint course_participant_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint course_basis_known check (basis in ('PLAN', 'IPZS', 'CONTRACT', 'OWN_REQUEST')),
  constraint course_plan_is_the_basis check (plan_id is null or basis = 'PLAN')
);
create index course_participant_by_person on course_participant (organisation_id, person_id);
call protect('course_participant', 'select, insert');

create table course_leaving (
  organisation_id uuid not null,
  participant_id uuid not null,
  left_on     date not null,
  -- Why, sealed.
  sealed      bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint course_left_once primary key (organisation_id, participant_id),
  constraint course_leaving_of_participant foreign key (organisation_id, participant_id) references course_participant (organisation_id, id),
  constraint course_leaving_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
call protect('course_leaving', 'select, insert');

create table course_result (
  organisation_id uuid not null,
  id          uuid not null,
  participant_id uuid not null,
  no          int not null,
  -- As the provider says it; null: from the registers of the module.
  attended_minutes int,
  exam_on     date,
  exam_passed boolean,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint course_result_key primary key (organisation_id, id),
  constraint course_result_in_order unique (organisation_id, participant_id, no),
  constraint course_result_of_participant foreign key (organisation_id, participant_id) references course_participant (organisation_id, id),
  constraint course_result_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint course_exam_has_its_day check ((exam_on is null) = (exam_passed is null)),
  constraint course_attended_not_negative check (attended_minutes >= 0)
);
call protect('course_result', 'select, insert');

-- Materials and protective clothing handed over.
create table course_receipt (
  organisation_id uuid not null,
  id          uuid not null,
  participant_id uuid not null,
  item        text not null,
  received_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint course_receipt_key primary key (organisation_id, id),
  constraint course_receipt_of_participant foreign key (organisation_id, participant_id) references course_participant (organisation_id, id),
  constraint course_receipt_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id)
);
create index course_receipt_by_participant on course_receipt (organisation_id, participant_id);
call protect('course_receipt', 'select, insert');

-- What it says is kept as it was on the day of issue; a mended one has the same number, a reason, and stands beside the first.
create table course_certificate (
  organisation_id uuid not null,
  id          uuid not null,
  participant_id uuid not null,
  no          int not null,
  number      text not null,
  issued_on   date not null,
  attended_minutes int not null,
  of_minutes  int not null,
  -- Why this one replaces the one before, sealed.
  reason_sealed bytea,
  issued_by   uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint course_certificate_key primary key (organisation_id, id),
  constraint course_certificate_in_order unique (organisation_id, participant_id, no),
  constraint course_certificate_of_participant foreign key (organisation_id, participant_id) references course_participant (organisation_id, id),
  constraint course_certificate_issued_by_member foreign key (organisation_id, issued_by) references membership (organisation_id, account_id),
  constraint course_certificate_mended_with_reason check ((no = 1) = (reason_sealed is null))
);
create unique index course_certificate_number_once on course_certificate (organisation_id, lower(number), (extract(year from issued_on))) where no = 1;
call protect('course_certificate', 'select, insert');
