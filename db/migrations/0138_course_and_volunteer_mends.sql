-- F-37: what a certificate said stays as it was printed, whatever is corrected on the course afterwards. Null: given before this was kept.
alter table course_certificate add column printed_sealed bytea;

-- Who was put on a course by mistake, a leaving or a receipt entered in error: taken back, the row stays.
alter table course_participant add column withdrawn_at timestamptz, add column withdrawn_by uuid;
alter table course_participant add constraint course_participant_withdrawn_by_member foreign key (organisation_id, withdrawn_by) references membership (organisation_id, account_id),
  add constraint course_participant_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null)),
  drop constraint course_participant_once;
create unique index course_participant_once on course_participant (organisation_id, course_id, person_id) where withdrawn_at is null;
grant update (withdrawn_at, withdrawn_by) on course_participant to powrot_app;

alter table course_leaving drop constraint course_left_once, add column id uuid not null default gen_random_uuid(),
  add column withdrawn_at timestamptz, add column withdrawn_by uuid;
alter table course_leaving alter column id drop default,
  add constraint course_leaving_key primary key (organisation_id, id),
  add constraint course_leaving_withdrawn_by_member foreign key (organisation_id, withdrawn_by) references membership (organisation_id, account_id),
  add constraint course_leaving_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null));
create unique index course_left_once on course_leaving (organisation_id, participant_id) where withdrawn_at is null;
grant update (withdrawn_at, withdrawn_by) on course_leaving to powrot_app;

alter table course_receipt add column withdrawn_at timestamptz, add column withdrawn_by uuid;
alter table course_receipt add constraint course_receipt_withdrawn_by_member foreign key (organisation_id, withdrawn_by) references membership (organisation_id, account_id),
  add constraint course_receipt_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null));
grant update (withdrawn_at, withdrawn_by) on course_receipt to powrot_app;

-- F-63: what comes after an agreement was concluded: signature, consent of the guardian, the answer for accidents. The last one counts.
create table volunteer_agreement_settling (
  organisation_id uuid not null,
  id          uuid not null,
  agreement_id uuid not null,
  no          int not null,
  signed_on   date,
  guardian_consent_on date,
  insurance   text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint volunteer_agreement_settling_key primary key (organisation_id, id),
  constraint volunteer_agreement_settling_in_order unique (organisation_id, agreement_id, no),
  constraint volunteer_settling_of_agreement foreign key (organisation_id, agreement_id) references volunteer_agreement (organisation_id, id),
  constraint volunteer_settling_recorded_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint volunteer_settling_insurance_known check (insurance in ('ACCIDENT_BY_US', 'ACCIDENT_BY_LAW', 'NOT_ARRANGED'))
);
call protect('volunteer_agreement_settling', 'select, insert');

-- Concluded by mistake, with no hours under it.
alter table volunteer_agreement add column withdrawn_at timestamptz, add column withdrawn_by uuid;
alter table volunteer_agreement add constraint volunteer_agreement_withdrawn_by_member foreign key (organisation_id, withdrawn_by) references membership (organisation_id, account_id),
  add constraint volunteer_agreement_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null));
drop index volunteer_agreement_number_once;
create unique index volunteer_agreement_number_once on volunteer_agreement (organisation_id, lower(number), (extract(year from starts_on))) where withdrawn_at is null;
grant update (withdrawn_at, withdrawn_by) on volunteer_agreement to powrot_app;

alter table volunteer_expense add column withdrawn_at timestamptz, add column withdrawn_by uuid;
alter table volunteer_expense add constraint volunteer_expense_withdrawn_by_member foreign key (organisation_id, withdrawn_by) references membership (organisation_id, account_id),
  add constraint volunteer_expense_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null));
grant update (withdrawn_at, withdrawn_by) on volunteer_expense to powrot_app;
