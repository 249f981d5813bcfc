-- Parts of a case: commissioned, answered, gathered.
--
-- A part is a case of its own whose parent is an older one: numbers only grow, so that parent_id < id makes every cycle impossible.
alter table td.ticket drop constraint ticket_way_check, add constraint ticket_way_check check (way in (0, 1, 2));
alter table td.transition drop constraint transition_way_check, add constraint transition_way_check check (way in (0, 1, 2));

alter table td.ticket
    add column parent_id bigint references td.ticket,
    add column root_id bigint references td.ticket,
    add column depth smallint not null default 0 check (depth between 0 and 5),
    -- Its own letter, and all letters from the root down: the second part of the part A is A-B.
    add column letter td.line not null default '' check (letter ~ '^[A-Z]{0,2}$'),
    add column mark td.line not null default '' check (mark ~ '^([A-Z]{1,2}(-[A-Z]{1,2}){0,4})?$'),
    add column commissioned_by integer references td.person,
    -- Whether the parent has to wait for it; what does not block is information.
    add column blocking boolean not null default false,
    -- An outside addressee without a log-in; whoever commissioned the part records the answer.
    add column contact_label td.line not null default '',
    -- Whose own case the root is: in a hidden case its parts are kept from him as the case is. Not granted to anybody.
    add column kept_from integer references td.person,
    -- Of its own parts: commissioned ever, still out, back, and of those out the ones that block.
    add column parts_total integer not null default 0 check (parts_total >= 0),
    add column parts_open integer not null default 0 check (parts_open >= 0),
    add column parts_back integer not null default 0 check (parts_back >= 0),
    add column parts_blocking integer not null default 0 check (parts_blocking between 0 and parts_open),
    add constraint ticket_part check (
        case when way = 2
            then parent_id < id and root_id <= parent_id and depth > 0 and letter <> '' and mark <> '' and commissioned_by is not null
                 and requester_id is null and state in (4, 5, 6, 7, 9, 10, 11)
            else parent_id is null and root_id is null and depth = 0 and letter = '' and mark = '' and commissioned_by is null
                 and not blocking and contact_label = '' and kept_from is null
        end),
    add constraint ticket_part_counts check (parts_open + parts_back <= parts_total);
create index ticket_root on td.ticket (root_id) where root_id is not null;
create unique index ticket_parts on td.ticket (parent_id, letter) where parent_id is not null;

-- What of the case goes along with a part: by reference, so that nothing is copied and nothing gets more public than its source.
create table td.part_entry (
    part_id bigint not null references td.ticket,
    ticket_id bigint not null check (ticket_id < part_id),
    seq integer not null,
    audience smallint not null default 0 check (audience = 0),
    primary key (part_id, ticket_id, seq),
    foreign key (ticket_id, seq) references td.entry
);
