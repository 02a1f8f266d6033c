-- R-DOC-01: a signature by the chip of an identity card (podpis osobisty) is one of its own kind.
alter table contract_signature drop constraint contract_signature_method_known;
alter table contract_signature add constraint contract_signature_method_known
  check (method in ('WET', 'QUALIFIED', 'TRUSTED_PROFILE', 'PERSONAL'));
alter table contract_annex_signature drop constraint contract_annex_signature_method_known;
alter table contract_annex_signature add constraint contract_annex_signature_method_known
  check (method in ('WET', 'QUALIFIED', 'TRUSTED_PROFILE', 'PERSONAL'));
