-- Which facility or organisation carries out a programme, by name; whose side it is stays a code. It is about an organisation and is not sealed.
alter table plan add column implementer_name text
  constraint plan_implementer_name_of_length check (length(implementer_name) between 1 and 200);
