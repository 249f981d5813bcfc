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

-- Files. The bytes of a content lie here once, however many cases have it; nobody is told that it was there already.
create table td.content (
    id bigint generated always as identity primary key,
    sha256 bytea check (octet_length(sha256) = 32),
    size bigint not null check (size between 1 and 1073741824),
    begun_at td.moment not null default now()
);
create unique index content_once on td.content (sha256) where sha256 is not null;

create table td.content_chunk (
    content_id bigint not null references td.content,
    place integer not null check (place between 0 and 4095),
    body bytea not null check (octet_length(body) between 1 and 262144),
    primary key (content_id, place)
);
-- Most of what people attach is packed already; packing it again would only cost time.
alter table td.content_chunk alter column body set storage external;

-- A file on its way: it belongs to whoever uploads it, and to the wish whose request id is its parcel.
create table td.upload (
    id uuid primary key default gen_random_uuid(),
    person_id integer not null references td.person,
    parcel uuid not null,
    place integer not null check (place between 1 and 200),
    name text not null check (length(name) between 1 and 200 and name !~ '[\x01-\x1f\x7f/\\]'),
    sha256 bytea not null check (octet_length(sha256) = 32),
    size bigint not null check (size > 0),
    content_id bigint references td.content,
    begun_at td.moment not null default now(),
    touched_at td.moment not null default now(),
    complete boolean not null default false,
    attached boolean not null default false
);
create unique index upload_place on td.upload (person_id, parcel, place);
create index upload_waiting on td.upload (touched_at) where not attached;

create table td.attachment (
    id uuid primary key,
    ticket_id bigint not null,
    seq integer not null,
    content_id bigint not null references td.content,
    name text not null check (length(name) between 1 and 200 and name !~ '[\x01-\x1f\x7f/\\]'),
    size bigint not null check (size > 0),
    foreign key (ticket_id, seq) references td.entry
);
create index attachment_entry on td.attachment (ticket_id, seq);
create index attachment_content on td.attachment (content_id);

alter table td.office
    add column file_limit bigint not null default 52428800 check (file_limit between 1048576 and 1073741824),
    add column parcel_limit bigint not null default 209715200 check (parcel_limit between 1048576 and 4294967296);

-- How many files a case has, for each of its faces; for lists.
alter table td.ticket add column files integer not null default 0 check (files >= 0);
alter table td.ticket_public add column files integer not null default 0 check (files >= 0);
