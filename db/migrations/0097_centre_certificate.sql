-- R-CIS-10, R-KIS-02, R-KIS-04: certificates of centres and clubs. A mended one is a new version with its reason, the earlier ones stay;
-- a number is of one participation in a year.
create table centre_certificate_number (
  organisation_id uuid not null references organisation (id),
  year        int not null,
  -- In small letters.
  number      text not null,
  -- The programme of a centre or the stay in a club.
  subject_id  uuid not null,
  constraint centre_certificate_number_once primary key (organisation_id, year, number)
);
call protect('centre_certificate_number', 'select, insert');

create table centre_certificate (
  organisation_id uuid not null,
  id          uuid not null,
  ipzs_id     uuid,
  stay_id     uuid,
  no          int not null,
  number      text not null,
  issued_on   date not null,
  -- As the certificate of a club says it; null: it says none.
  valid_until date,
  -- Of a club: whether the social contract was realised.
  contract_realised boolean,
  -- What the participant did and learned.
  sealed      bytea,
  -- Why this version replaces the one before.
  reason_sealed bytea,
  issued_by   uuid not null,
  recorded_at timestamptz not null default powrot_now(),
  constraint centre_certificate_key primary key (organisation_id, id),
  constraint centre_certificate_of_ipzs foreign key (organisation_id, ipzs_id) references ipzs_ending (organisation_id, ipzs_id),
  constraint centre_certificate_of_stay foreign key (organisation_id, stay_id) references club_ending (organisation_id, stay_id),
  constraint centre_certificate_issued_by_member foreign key (organisation_id, issued_by) references membership (organisation_id, account_id),
  constraint centre_certificate_of_one check ((ipzs_id is null) <> (stay_id is null)),
  constraint centre_certificate_contract_of_club check ((stay_id is null) = (contract_realised is null)),
  constraint centre_certificate_mended_with_reason check ((no = 1) = (reason_sealed is null))
);
create unique index centre_certificate_of_ipzs_in_order on centre_certificate (organisation_id, ipzs_id, no) where ipzs_id is not null;
create unique index centre_certificate_of_stay_in_order on centre_certificate (organisation_id, stay_id, no) where stay_id is not null;
call protect('centre_certificate', 'select, insert');

insert into centre_certificate (organisation_id, id, ipzs_id, no, number, issued_on, sealed, issued_by, recorded_at)
  select organisation_id, gen_random_uuid(), ipzs_id, 1, number, issued_on, sealed, issued_by, recorded_at from ipzs_certificate;
-- two of before may bear one number: it stays the older one's
insert into centre_certificate_number (organisation_id, year, number, subject_id)
  select distinct on (organisation_id, extract(year from issued_on), lower(number)) organisation_id, extract(year from issued_on)::int, lower(number), ipzs_id
  from ipzs_certificate order by organisation_id, extract(year from issued_on), lower(number), recorded_at, ipzs_id;
drop table ipzs_certificate;
