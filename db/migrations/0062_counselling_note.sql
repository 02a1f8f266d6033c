-- F-2A: the note of a talk. What may be shared is sealed by the house; the content, and all of a lawyer's advice, by the author's own key.

create table counselling_note (
  organisation_id uuid not null,
  id          uuid not null,
  -- null: somebody of the open offer, without a name.
  person_id   uuid,
  booking_id  uuid,
  author_id   uuid not null,
  kind        text not null,
  channel     text not null,
  day         date not null,
  starts_at   time not null,
  ends_at     time not null,
  next_on     date,
  confirmation text not null,
  -- R-GDPR-04: advice by a lawyer; even its topic is the author's.
  secret      boolean not null,
  key_id      uuid not null,
  shared_sealed  bytea not null,
  content_sealed bytea,
  -- The note that this one mends; both stay.
  mends_id    uuid,
  written_at  timestamptz not null default powrot_now(),
  constraint counselling_note_key primary key (organisation_id, id),
  constraint counselling_note_of_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint counselling_note_of_booking foreign key (organisation_id, booking_id) references booking (organisation_id, id),
  constraint counselling_note_by_member foreign key (organisation_id, author_id) references membership (organisation_id, account_id),
  constraint counselling_note_under_key foreign key (organisation_id, key_id) references author_key (organisation_id, id),
  constraint counselling_note_mends_note foreign key (organisation_id, mends_id) references counselling_note (organisation_id, id),
  constraint counselling_note_mended_once unique (organisation_id, mends_id),
  constraint counselling_note_kind_known check (kind in ('SOCIAL', 'PSYCHOLOGICAL', 'VOCATIONAL', 'LEGAL', 'PEDAGOGICAL', 'ADDICTION', 'DEBT', 'OTHER')),
  constraint counselling_note_channel_known check (channel in ('ONSITE', 'PHONE', 'ONLINE', 'FIELD')),
  constraint counselling_note_confirmation_known check (confirmation in ('NONE', 'SIGNED', 'REFUSED')),
  constraint counselling_note_has_time check (ends_at > starts_at)
);
create index counselling_note_by_person on counselling_note (organisation_id, person_id, day);
create index counselling_note_by_author on counselling_note (organisation_id, author_id, day);
create index counselling_note_by_booking on counselling_note (organisation_id, booking_id);
call protect('counselling_note', 'select, insert');
