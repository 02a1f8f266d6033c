-- An entry of the interview register that was written wrongly is corrected by another entry with a reason; what stood before stays
-- readable. Each row is the whole entry as it counts from then on. A result that comes after a correction is a row here too.
create table interview_correction (
  organisation_id uuid not null,
  id          uuid not null,
  interview_id uuid not null,
  -- 1 for the first; the highest counts.
  no          int not null,
  -- The entry was not to be made at all: nothing of it counts any more.
  withdrawn   boolean not null,
  trigger_on  date not null,
  urgency     text not null,
  due_on      date not null,
  social_worker_id uuid not null,
  -- Null while the interview is to be held, also when a result was taken back; then all of the result is.
  held_on     date,
  refused     boolean,
  setting     text,
  second_worker_id uuid,
  police_assist boolean,
  parts       text[],
  external_no text,
  update_due_on date,
  -- Place and conclusions of the result, and why it was corrected.
  sealed      bytea not null,
  corrected_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint interview_correction_key primary key (organisation_id, id),
  constraint interview_corrected_in_turn unique (organisation_id, interview_id, no),
  constraint interview_correction_of_interview foreign key (organisation_id, interview_id) references interview (organisation_id, id),
  constraint interview_correction_social_worker foreign key (organisation_id, social_worker_id) references membership (organisation_id, account_id),
  constraint interview_correction_second_worker foreign key (organisation_id, second_worker_id) references membership (organisation_id, account_id),
  constraint interview_correction_by_member foreign key (organisation_id, recorded_by) references membership (organisation_id, account_id),
  constraint interview_correction_due_after_trigger check (due_on >= trigger_on),
  constraint interview_correction_urgency_known check (urgency in ('NORMAL_14WD', 'URGENT_2WD')),
  constraint interview_correction_setting_known check (setting in ('ONGOING_SUPPORT', 'CARE_HOME', 'MENTAL_HEALTH_SUPPORT_CENTRE')),
  constraint interview_correction_result_whole check (num_nulls(held_on, refused, setting, police_assist, parts) in (0, 5)),
  constraint interview_correction_update_unless_refused check ((held_on is null or refused) = (update_due_on is null)),
  constraint interview_correction_held_after_trigger check (held_on >= trigger_on)
);
create index interview_correction_by_social_worker on interview_correction (organisation_id, social_worker_id);
create index interview_correction_by_second_worker on interview_correction (organisation_id, second_worker_id);
create index interview_correction_by_author on interview_correction (organisation_id, recorded_by);
call protect('interview_correction', 'select, insert');

-- What counts of each entry. `version` rises with each row about it.
create view interview_now with (security_invoker = true) as
  select i.organisation_id, i.id, i.person_id, i.case_id,
    coalesce(c.withdrawn, false) as withdrawn,
    coalesce(c.trigger_on, i.trigger_on) as trigger_on,
    coalesce(c.urgency, i.urgency) as urgency,
    coalesce(c.due_on, i.due_on) as due_on,
    coalesce(c.social_worker_id, i.social_worker_id) as social_worker_id,
    case when c.id is null then r.held_on else c.held_on end as held_on,
    case when c.id is null then r.refused else c.refused end as refused,
    case when c.id is null then r.setting else c.setting end as setting,
    case when c.id is null then r.external_no else c.external_no end as external_no,
    case when c.id is null then r.update_due_on else c.update_due_on end as update_due_on
  from interview i
  left join interview_result r on r.organisation_id = i.organisation_id and r.interview_id = i.id
  left join lateral (select k.* from interview_correction k
    where k.organisation_id = i.organisation_id and k.interview_id = i.id order by k.no desc limit 1) c on true;
grant select on interview_now to powrot_app;
