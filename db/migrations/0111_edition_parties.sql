-- Who signs a paper is kept with the words that were signed first: a guardian appointed later opens no signed paper again (R-CAP-05).
-- Editions from before have none and ask the file, as they did.
alter table paper_edition add column parties text[] not null default '{}';
