-- The dashboard's counts also by month, so that a year reads hardly more of them than four weeks; and counts that may be put off.

-- Levels 5 to 9 are 0 to 4 by month: the day is the month's first.
alter table td.board_tally drop constraint board_tally_level_check;
alter table td.board_tally add constraint board_tally_level_check check (level between 0 and 9);
-- An index that says n made every difference a new row in each index; without it a count is changed in its place.
drop index td.board_tally_none;

-- Where nearly every case changes, one count of everything at the end is less work than all the differences.
alter table td.board_state add column put_off boolean not null default false;
comment on column td.board_state.put_off is 'Whether td.board_tally is behind td.board_fact: the worker is on its way through all cases, and counts when it is through.';

-- Some figures count something else now: everything is counted anew.
truncate td.board_tally, td.board_fact;
alter table td.time_state no force row level security;
update td.time_state set filled_to = 0;
alter table td.time_state force row level security;
