-- The whole way of a case: waiting, coming back by itself, closing by itself, promises.

-- Further reasons to tell somebody; the numbers stand in domain/notices.py.
alter table td.notice drop constraint notice_kind_check, add constraint notice_kind_check check (kind between 1 and 60);
-- Further kinds of entries; the numbers stand in domain/entry.py.
alter table td.entry drop constraint entry_kind_check, add constraint entry_kind_check check (kind between 1 and 40);

-- How long a requester may open a finished case again, and when an answered one closes by itself; null in a category: as the office has it.
alter table td.office
    add column reopen_days integer not null default 30 check (reopen_days between 0 and 3650),
    add column close_days integer default 14 check (close_days between 1 and 3650),
    -- What fell due before there was anybody to notice is nobody's news any more.
    add column noticed_since td.moment not null default now();
alter table td.category add column reopen_days integer check (reopen_days between 0 and 3650);

alter table td.ticket
    add column promised_at td.moment,
    add column late_message_at td.moment,
    add column closes_at td.moment,
    add column reopen_until td.moment;
alter table td.ticket_public add column reopen_until td.moment;
-- What the worker looks for; each holds only the few cases that wait for a moment.
create index ticket_waiting_until on td.ticket (waiting_until) where state = 6 and waiting_until is not null;
create index ticket_promised on td.ticket (promised_at) where promised_at is not null;
create index ticket_closes on td.ticket (closes_at) where state = 8 and closes_at is not null;
create index ticket_late_message on td.ticket (late_message_at desc, id desc) where late_message_at is not null;

-- Each due thing happens once per case, rule and moment, whoever looks and however often.
create table td.due_done (
    ticket_id bigint not null references td.ticket,
    rule smallint not null check (rule between 1 and 10),
    due_at td.moment not null,
    done_at td.moment not null default now(),
    fault td.line not null default '',
    primary key (ticket_id, rule, due_at)
);

-- When the worker last looked, and what it has done since the beginning.
create table td.worker (
    single boolean primary key default true check (single),
    looked_at td.moment,
    done bigint not null default 0,
    faults bigint not null default 0,
    pruned_at td.moment
);
