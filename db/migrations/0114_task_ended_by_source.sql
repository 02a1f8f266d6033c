-- Whether what the task came from ended it, such as a promise that was kept; otherwise somebody did by hand.
alter table task_ending add column by_source boolean not null default false;
