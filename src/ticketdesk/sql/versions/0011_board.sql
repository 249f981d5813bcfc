-- The dashboard's figures, kept ready: what each case counts as, and how many count as the same. Filled by the worker, never by whoever writes.

-- No keys to td.ticket, as in the durations that they follow: checking one would hold the case that somebody is about to write to.
create table td.board_fact (
    ticket_id bigint primary key,
    customer_group_id integer not null,
    group_id integer not null check (group_id >= 0),
    kind smallint not null check (kind between 1 and 3),
    state smallint not null check (state between 1 and 11),
    kept_from integer,
    recorded_on td.day not null,
    finished_on td.day,
    due_on td.day,
    reopened boolean not null,
    clock_s bigint check (clock_s >= 0),
    clock_bucket smallint not null check (clock_bucket >= 0),
    business_s bigint check (business_s >= 0),
    business_bucket smallint not null check (business_bucket >= 0),
    promised date[] not null,
    promises smallint[] not null check (cardinality(promises) = cardinality(promised)),
    moved date[] not null,
    moved_from integer[] not null check (cardinality(moved_from) = cardinality(moved)),
    moved_to integer[] not null check (cardinality(moved_to) = cardinality(moved)),
    moved_back boolean[] not null check (cardinality(moved_back) = cardinality(moved)),
    check ((finished_on is null) = (state <= 7)),
    check (clock_s is null or state in (8, 9))
);
create index board_fact_recorded on td.board_fact (recorded_on);
create index board_fact_finished on td.board_fact (finished_on) where finished_on is not null;
create index board_fact_open on td.board_fact (state, recorded_on) where state <= 7;
create index board_fact_kept_from on td.board_fact (kept_from) where kept_from is not null;
-- The exact values of a narrow stretch of durations, and of nothing else.
create index board_fact_clock on td.board_fact (clock_bucket, finished_on)
    include (clock_s, customer_group_id, group_id, kind, kept_from) where clock_s is not null;
create index board_fact_business on td.board_fact (business_bucket, finished_on)
    include (business_s, customer_group_id, group_id, kind, kept_from) where business_s is not null;
comment on table td.board_fact is 'What a whole case counts as on the dashboard. Written by the worker (td.write_board), at most 2 s behind.';
comment on column td.board_fact.group_id is 'The group that its row names; 0 without one.';
comment on column td.board_fact.kept_from is 'Who reported it himself while it is hidden: he must not even count it.';
comment on column td.board_fact.clock_s is 'Seconds from report to answer; null while it is open, and for what ended without an answer.';
comment on column td.board_fact.business_s is 'Working seconds in which it was open and did not wait; null where clock_s is, or where no hours were laid out.';
comment on column td.board_fact.promised is 'On which day each promise to the customer was decided; what was promised and whether it was kept stands in promises: measure * 2 + 1 if kept.';
comment on column td.board_fact.moved is 'On which day it went from one group to another.';

-- How many count as the same. Figure: td.board_counts says which there are. Level: 0 all of them, 1 by customer group, 2 by group, 3 by kind, 4 by all three; what a
-- level does not tell apart is 0.
create table td.board_tally (
    figure smallint not null check (figure between 1 and 20),
    level smallint not null check (level between 0 and 4),
    customer_group_id integer not null,
    group_id integer not null,
    kind smallint not null,
    day td.day not null,
    part integer not null,
    n integer not null,
    primary key (figure, level, customer_group_id, group_id, kind, day, part)
) with (fillfactor = 80);
-- A difference is written before what it is added to is known, so that the amounts cannot be checked here; none below one is left.
create index board_tally_none on td.board_tally (n) where n < 1;
comment on table td.board_tally is 'Counts of td.board_fact, kept up by differences. Written by the worker (td.write_board); td.rebuild_board makes the same from nothing.';

create table td.board_state (
    single boolean primary key default true check (single),
    zone td.line not null default ''
);
insert into td.board_state default values;
comment on column td.board_state.zone is 'By whose midnight days were told apart.';
