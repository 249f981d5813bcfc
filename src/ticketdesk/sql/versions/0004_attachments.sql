-- Attachments, links between cases, merging.

-- One case stands in relation to another. Nothing is taken out of it: what holds no more has an end.
create table td.link (
    id bigint generated always as identity primary key,
    from_id bigint not null references td.ticket,
    to_id bigint not null references td.ticket,
    kind smallint not null check (kind between 1 and 4),
    audience smallint not null default 0 check (audience in (0, 1)),
    made_by integer references td.person,
    made_at td.moment not null default now(),
    undone_at td.moment,
    -- Only of a case that was closed because it is the same as another: its step, and the state to go back to.
    merged_seq integer check (merged_seq > 0),
    state_before smallint check (state_before between 1 and 8),
    check (from_id <> to_id),
    check ((merged_seq is null) = (state_before is null) and (merged_seq is null or kind = 1))
);
create unique index link_once on td.link (from_id, to_id, kind) where undone_at is null;
create unique index link_merged_once on td.link (from_id, merged_seq) where merged_seq is not null;
create index link_to on td.link (to_id);
