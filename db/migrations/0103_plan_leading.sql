-- Who leads a programme, or one of its annexes, after the one who began it: the last row counts, the earlier ones stay.
create table plan_leading (
  organisation_id uuid not null,
  plan_id   uuid not null,
  part      text not null,
  -- From 1 for each part.
  no        int not null,
  annex_id  uuid,
  led_before uuid not null,
  led_by    uuid not null,
  reason    text not null,
  since     date not null,
  handed_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint plan_leading_key primary key (organisation_id, plan_id, part, no),
  constraint plan_leading_of_plan foreign key (organisation_id, plan_id) references plan (organisation_id, id),
  constraint plan_leading_of_annex foreign key (organisation_id, annex_id) references plan_annex (organisation_id, id),
  constraint plan_leading_before_member foreign key (organisation_id, led_before) references membership (organisation_id, account_id),
  constraint plan_leading_by_member foreign key (organisation_id, led_by) references membership (organisation_id, account_id),
  constraint plan_leading_part_known check (part in ('PLAN', 'VOCATIONAL', 'INTERPERSONAL')),
  constraint plan_leading_annex_named check ((part = 'PLAN') = (annex_id is null)),
  constraint plan_leading_reason_known check (reason in ('CASE', 'LEAVES', 'ABSENCE', 'OTHER')),
  constraint plan_leading_to_another check (led_by <> led_before)
);
call protect('plan_leading', 'select, insert');
