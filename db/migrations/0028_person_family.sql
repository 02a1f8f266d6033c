-- Reach follows merges: the records merged into a person are asked for with every read of a file and every line of a list.
create index person_by_root on person (organisation_id, merged_into) where merged_into is not null;
