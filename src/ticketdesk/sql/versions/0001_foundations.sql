-- The relations of version 1. Texts and names lie only where they can be erased; the log holds keys and salted commitments.
create schema td authorization td_owner;
revoke all on schema td from public;

-- Values that a client could not even read back (year 20260, infinity) must never be stored.
create domain td.moment as timestamptz
    check (value >= '1990-01-01 00:00:00+00' and value < '2200-01-01 00:00:00+00');
create domain td.line as text check (length(value) <= 200 and value !~ '[\x01-\x1f\x7f]');

create table td.schema_info (
    single boolean primary key default true check (single),
    product text not null default 'ticketdesk',
    version integer not null,
    min_client integer not null,
    max_client integer not null,
    upgraded_at timestamptz not null default now()
);

create table td.office (
    single boolean primary key default true check (single),
    name td.line not null default '',
    login_salt bytea not null check (octet_length(login_salt) >= 16),
    hidden_by_default boolean not null default false
);

create table td.customer_group (
    id integer generated always as identity primary key,
    name td.line not null unique check (name <> ''),
    hidden_by_default boolean not null default false,
    active boolean not null default true
);

create table td.person (
    id integer generated always as identity primary key,
    login name unique,
    class smallint not null check (class between 0 and 5),
    active boolean not null default true,
    customer_group_id integer references td.customer_group,
    directly_addressable boolean not null default false,
    language text not null default 'de' check (language in ('de', 'en')),
    source smallint not null default 0,
    external_ref td.line not null default '',
    created_at td.moment not null default now(),
    check (login is null or class > 0)
);
create unique index person_external on td.person (source, external_ref) where external_ref <> '';

create table td.person_detail (
    person_id integer primary key references td.person,
    name td.line not null default '',
    user_name td.line not null default '',
    phone td.line not null default '',
    email td.line not null default '',
    company td.line not null default '',
    department td.line not null default ''
);

create table td.work_group (
    id integer generated always as identity primary key,
    name td.line not null unique check (name <> ''),
    active boolean not null default true,
    directly_addressable boolean not null default false,
    source smallint not null default 0
);

create table td.group_member (
    group_id integer not null references td.work_group,
    person_id integer not null references td.person,
    since td.moment not null default now(),
    primary key (person_id, group_id)
);
create index group_member_group on td.group_member (group_id);

create table td.category (
    id integer generated always as identity primary key,
    parent_id integer references td.category check (parent_id <> id),
    name_de td.line not null check (name_de <> ''),
    name_en td.line not null check (name_en <> ''),
    hidden_by_default boolean not null default false,
    active boolean not null default true
);

-- Filled by current/20_who/words.sql from the table in domain/states.py.
create table td.transition (
    before smallint not null,
    after smallint not null,
    way smallint not null check (way in (0, 1)),
    primary key (before, after, way)
);

create table td.ticket (
    id bigint generated always as identity (start with 10001) primary key,
    kind smallint not null check (kind between 1 and 3),
    subject text not null check (length(subject) <= 300 and subject !~ '[\x01-\x1f\x7f]'),
    state smallint not null check (state between 1 and 11),
    came_from smallint check (came_from between 1 and 11),
    way smallint not null default 0 check (way in (0, 1)),
    priority smallint not null default 2 check (priority between 1 and 4),
    hidden boolean not null default false,
    customer_group_id integer not null references td.customer_group,
    category_id integer references td.category,
    document_ref td.line not null default '',
    requester_id integer references td.person,
    requester_name td.line not null default '',
    requester_phone td.line not null default '',
    requester_email td.line not null default '',
    requester_company td.line not null default '',
    requester_department td.line not null default '',
    recorded_by integer not null references td.person,
    channel smallint not null default 0 check (channel between 0 and 5),
    coordinator_id integer references td.person,
    group_id integer references td.work_group,
    handler_id integer references td.person,
    participants integer[] not null default '{}',
    wished_at td.moment,
    target_at td.moment,
    due_at timestamptz generated always as (coalesce(target_at, wished_at, '9999-12-31 00:00:00+00'::timestamptz)) stored,
    waiting_reason smallint check (waiting_reason between 1 and 4),
    waiting_until td.moment,
    recorded_at td.moment not null default now(),
    updated_at td.moment not null default now(),
    answered_at td.moment,
    closed_at td.moment,
    reopened integer not null default 0,
    source smallint not null default 0 check (source in (0, 1)),
    external_ref td.line not null default '',
    version integer not null default 1,
    seq integer not null default 0,
    head bytea not null,
    is_open boolean generated always as (state <= 7) stored
);
create index ticket_open_updated on td.ticket (updated_at desc, id desc) where is_open;
create index ticket_open_recorded on td.ticket (recorded_at desc, id desc) where is_open;
create index ticket_open_due on td.ticket (due_at, id) where is_open;
create index ticket_open_priority on td.ticket (priority desc, id desc) where is_open;
create index ticket_group on td.ticket (group_id, is_open, updated_at desc, id desc);
create index ticket_handler on td.ticket (handler_id, updated_at desc, id desc) where is_open and handler_id is not null;
create index ticket_state on td.ticket (state, updated_at desc, id desc);
create index ticket_finished on td.ticket (updated_at desc, id desc) where state in (9, 10, 11);
create index ticket_participants on td.ticket using gin (participants);
create index ticket_requester on td.ticket (requester_id, id);
create unique index ticket_external on td.ticket (source, external_ref) where external_ref <> '';

-- What the requester reads; only public steps touch it, so that not even its version tells of a hidden one.
create table td.ticket_public (
    ticket_id bigint primary key references td.ticket,
    requester_id integer not null references td.person,
    kind smallint not null,
    subject text not null,
    state smallint not null check (state between 1 and 7),
    priority smallint not null,
    category_id integer,
    document_ref td.line not null default '',
    requester_name td.line not null default '',
    requester_phone td.line not null default '',
    requester_email td.line not null default '',
    requester_company td.line not null default '',
    requester_department td.line not null default '',
    owner_label td.line not null default '',
    channel smallint not null default 0,
    wished_at td.moment,
    due_at timestamptz generated always as (coalesce(wished_at, '9999-12-31 00:00:00+00'::timestamptz)) stored,
    recorded_at td.moment not null,
    updated_at td.moment not null,
    version integer not null default 1,
    ordinal integer not null default 0
);
create index ticket_public_mine on td.ticket_public (requester_id, updated_at desc, ticket_id desc);

-- The log: append-only, hash-chained per case, nothing in it that could name or quote a person.
create table td.log (
    ticket_id bigint not null references td.ticket,
    seq integer not null check (seq > 0),
    at td.moment not null,
    actor_id integer references td.person,
    on_behalf_id integer references td.person,
    cause smallint not null check (cause between 1 and 5),
    what text not null check (what ~ '^[a-z_]{3,40}$'),
    audience smallint not null check (audience in (0, 1)),
    data jsonb not null default '{}',
    commitment bytea,
    prev bytea not null check (octet_length(prev) = 32),
    hash bytea not null check (octet_length(hash) = 32),
    primary key (ticket_id, seq)
);

-- The texts that belong to steps of the log; erasable.
create table td.entry (
    ticket_id bigint not null,
    seq integer not null,
    kind smallint not null check (kind between 1 and 8),
    audience smallint not null check (audience in (0, 1)),
    channel smallint not null default 0 check (channel between 0 and 5),
    happened_at td.moment,
    body text not null default '' check (length(body) <= 200000),
    detail jsonb not null default '{}',
    salt bytea,
    primary key (ticket_id, seq),
    foreign key (ticket_id, seq) references td.log
);

-- What the requester reads of the log and the entries; seq is not granted to him, the ordinal is.
create table td.entry_public (
    ticket_id bigint not null references td.ticket_public,
    ordinal integer not null check (ordinal > 0),
    seq integer not null,
    requester_id integer not null,
    at td.moment not null,
    what text not null,
    author_label td.line not null default '',
    by_requester boolean not null default false,
    kind smallint,
    channel smallint not null default 0,
    body text not null default '',
    detail jsonb not null default '{}',
    data jsonb not null default '{}',
    primary key (ticket_id, ordinal),
    foreign key (ticket_id, seq) references td.log
);

create table td.event (
    id bigint generated always as identity primary key,
    xid xid8 not null default pg_current_xact_id(),
    ticket_id bigint not null,
    seq integer not null,
    what text not null,
    audience smallint not null,
    hidden boolean not null,
    requester_id integer,
    group_ids integer[] not null default '{}',
    person_ids integer[] not null default '{}',
    at td.moment not null default now()
);
create index event_xid on td.event (xid);

create table td.notice (
    id bigint generated always as identity primary key,
    person_id integer not null references td.person,
    ticket_id bigint not null references td.ticket,
    own boolean not null,
    kind smallint not null check (kind between 1 and 10),
    at td.moment not null,
    actor_id integer,
    event_id bigint not null,
    seen_at td.moment
);
create index notice_unseen on td.notice (person_id, id) where seen_at is null;
create index notice_event on td.notice (person_id, event_id);

create type td.outcome as (ticket_id bigint, seq integer, version integer, detail jsonb);

create table td.request (
    id uuid primary key,
    person_id integer not null,
    at td.moment not null default now(),
    verb text not null,
    outcome td.outcome not null
);

create table td.access (
    id bigint generated always as identity primary key,
    person_id integer not null,
    ticket_id bigint not null,
    at td.moment not null default now()
);
create index access_opened on td.access (ticket_id, person_id, at);
