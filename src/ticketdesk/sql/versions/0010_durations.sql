-- How long cases took: derived from the log by the worker, never by whoever writes.

-- No keys to td.ticket and td.work_group in the derived relations: checking one would hold the case that somebody is about to write to.
-- Whole seconds, rounded down; a stretch counts when it has ended, what still runs is told by open_since.
create table td.case_time (
    ticket_id bigint primary key,
    state smallint not null check (state between 1 and 11),
    state_since td.moment not null,
    open_since td.moment,
    holder_id integer,
    calendar_id integer,
    received_at td.moment not null,
    answered_at td.moment,
    ended_at td.moment,
    clock_s bigint not null check (clock_s >= 0),
    business_s bigint check (business_s >= 0),
    waiting_clock_s bigint not null check (waiting_clock_s >= 0),
    waiting_business_s bigint check (waiting_business_s >= 0),
    states_clock_s bigint[] not null check (cardinality(states_clock_s) = 7),
    states_business_s bigint[] check (cardinality(states_business_s) = 7),
    hand_overs integer not null check (hand_overs >= 0),
    handed_back integer not null check (handed_back between 0 and hand_overs),
    reopened integer not null check (reopened >= 0),
    check ((answered_at is null) = (open_since is not null)),
    check (ended_at is null or ended_at >= answered_at)
);
create index case_time_received on td.case_time (received_at);
create index case_time_answered on td.case_time (answered_at) where answered_at is not null;
comment on table td.case_time is 'What a case took, from its log; of stretches that have ended. Written by the worker (td.write_times), at most 2 s behind.';
comment on column td.case_time.state is 'The state in which the log leaves it.';
comment on column td.case_time.open_since is 'Since when it stands as it does (state and group); null once answered or ended.';
comment on column td.case_time.holder_id is 'The group that has it now; null when the coordination, a handler without a group, or nobody has it.';
comment on column td.case_time.calendar_id is 'Whose hours business time was counted by: the one its promise uses, else the customer group''s, else the office''s.';
comment on column td.case_time.answered_at is 'When it was last answered, or ended without an answer; null while it is open.';
comment on column td.case_time.ended_at is 'When it was closed, withdrawn or rejected; null otherwise.';
comment on column td.case_time.clock_s is 'Seconds in which it was open and did not wait; what lay answered counts for nothing.';
comment on column td.case_time.business_s is 'The same in working time; null where no calendar was laid out for it.';
comment on column td.case_time.waiting_clock_s is 'Seconds in which it waited.';
comment on column td.case_time.states_clock_s is 'Seconds in each of the open states 1 to 7.';
comment on column td.case_time.hand_overs is 'How often it came to another group than the one that had it last.';
comment on column td.case_time.handed_back is 'How often of these it came to a group that had had it before.';
comment on column td.case_time.reopened is 'How often it was opened again.';

create table td.group_time (
    ticket_id bigint not null,
    group_id integer not null,
    stretches integer not null check (stretches > 0),
    first_at td.moment not null,
    last_until td.moment,
    clock_s bigint not null check (clock_s >= 0),
    business_s bigint check (business_s >= 0),
    waiting_clock_s bigint not null check (waiting_clock_s >= 0),
    waiting_business_s bigint check (waiting_business_s >= 0),
    primary key (ticket_id, group_id)
);
create index group_time_group on td.group_time (group_id, first_at);
comment on table td.group_time is 'What a case took with each group that had it: assigned to it, in progress with it, or waiting from there. Business time by the group''s hours, else the office''s.';
comment on column td.group_time.stretches is 'How often it came to the group.';
comment on column td.group_time.last_until is 'When the group last gave it away; null while it has it.';

create table td.hand_over (
    ticket_id bigint not null,
    seq integer not null,
    at td.moment not null,
    from_group_id integer not null,
    to_group_id integer not null check (to_group_id <> from_group_id),
    back boolean not null,
    primary key (ticket_id, seq)
);
create index hand_over_at on td.hand_over (at);
comment on table td.hand_over is 'From which group a case came to which: the one that had it last, also when the coordination had it in between.';
comment on column td.hand_over.back is 'Whether the receiving group had had it before.';

-- Cases to be counted, and how far the worker has come.
create table td.time_due (ticket_id bigint primary key, since td.moment not null default now());
create table td.time_state (
    single boolean primary key default true check (single),
    seen pg_snapshot,
    filled_to bigint not null default 0,
    rules text not null default '' check (length(rules) <= 64),
    looked_at td.moment not null default now()
);
insert into td.time_state default values;

-- Working time booked by hand, where the administration wants it: never overwritten; a later row about the same booking counts instead.
alter table td.office add column time_booking boolean not null default false;
create table td.work_time (
    ticket_id bigint not null,
    seq integer not null,
    person_id integer not null references td.person,
    minutes smallint not null check (minutes between 0 and 1440),
    on_day td.day not null,
    note td.line not null default '',
    corrects integer check (corrects < seq),
    primary key (ticket_id, seq),
    foreign key (ticket_id, seq) references td.log,
    check (corrects is not null or minutes > 0)
);

-- Whether clocks have moved by themselves since open desks were last told to read anew.
alter table td.worker
    add column clocks_untold boolean not null default false,
    add column clocks_told_at td.moment;

-- What lists show and sort by: the next promise that runs, and since when a case stands in its state.
alter table td.ticket
    add column state_since td.moment not null default now(),
    add column promise_due_at td.moment,
    add column promise_stopped_at td.moment,
    add column promise_minutes integer check (promise_minutes > 0),
    add column promise_calendar_id integer,
    add constraint ticket_promise check (num_nulls(promise_due_at, promise_minutes) in (0, 2)),
    add constraint ticket_promise_stopped check (promise_due_at is not null or promise_stopped_at is null and promise_calendar_id is null);
alter table td.ticket no force row level security;
update td.ticket set state_since = updated_at;
alter table td.ticket force row level security;
-- The expression is that of services/tickets.py; a promise that stands still presses nobody.
create index ticket_promise_due on td.ticket
    ((case when promise_stopped_at is null then coalesce(promise_due_at, '9999-12-31 00:00:00+00'::timestamptz)
           else '9999-12-31 00:00:00+00'::timestamptz end), id) where is_open;
create index ticket_state_since on td.ticket (state_since, id) where is_open;
-- The row of a case holds what its clocks show, so they are brought on before it; a new case's row comes after them, in the same commit.
alter table td.clock alter constraint clock_ticket_id_fkey deferrable initially deferred;
