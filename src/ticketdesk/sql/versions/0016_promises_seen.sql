-- Promises are seen where dates are: which one a row shows, one order of what is due next, and what a notice of a promise says of it.

-- Which promise stands in the row: what it measures, and whether it is a target among ourselves.
alter table td.ticket
    add column promise_measure smallint check (promise_measure between 1 and 3),
    add column promise_internal boolean not null default false;
-- Written past the guard, which lets nothing but steps and clocks through and does not know these columns yet.
alter table td.ticket no force row level security;
alter table td.clock no force row level security;
alter table td.ticket disable trigger user;
update td.ticket as t set promise_measure = c.measure, promise_internal = c.internal
from (select distinct on (k.ticket_id) k.ticket_id, k.measure, k.group_id is not null as internal
      from td.clock as k where k.ended_at is null order by k.ticket_id, k.stopped_at is not null, k.due_at, k.id) as c
where c.ticket_id = t.id and t.promise_due_at is not null;
alter table td.ticket enable trigger user;
alter table td.clock force row level security;
alter table td.ticket force row level security;
alter table td.ticket drop constraint ticket_promise,
    add constraint ticket_promise check (num_nulls(promise_due_at, promise_minutes, promise_measure) in (0, 3)),
    add constraint ticket_promise_internal check (promise_due_at is not null or not promise_internal);

-- What is due next, whichever date that is; a promise that stands still presses nobody. The expression is that of services/tickets.py.
create index ticket_open_next on td.ticket
    ((least(due_at, promised_at, case when promise_stopped_at is null then promise_due_at end)), id) where is_open;
-- Of a partial index the planner takes no statistics, and would think that a third of all is overdue.
create statistics td.ticket_next on (least(due_at, promised_at, case when promise_stopped_at is null then promise_due_at end)) from td.ticket;
-- The dashboard counts by it too: the worker goes through all cases once more.
alter table td.time_state no force row level security;
update td.time_state set filled_to = 0;
alter table td.time_state force row level security;

-- What a notice says beyond its kind: which promise, and what its rule did. Never texts of a case.
alter table td.notice add column data jsonb not null default '{}' check (jsonb_typeof(data) = 'object' and octet_length(data::text) <= 1000);
