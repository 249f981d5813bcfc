-- Imports: who brought what in and when, and which cases came with it, so that a whole import can be undone while nothing rests on it.

-- State: 1 under way, 2 done, 3 broken off, 4 being undone, 5 undone. What was undone stays on record with a fingerprint of its logs.
create table td.import_run (
    id integer generated always as identity primary key,
    person_id integer not null references td.person,
    began_at td.moment not null default now(),
    ended_at td.moment,
    state smallint not null default 1 check (state between 1 and 5),
    file_name td.line not null default '',
    file_bytes bigint not null default 0 check (file_bytes >= 0),
    file_sha256 bytea check (octet_length(file_sha256) = 32),
    profile_name td.line not null default '',
    profile text not null default '' check (length(profile) <= 200000),
    lines integer not null default 0 check (lines >= 0),
    imported integer not null default 0 check (imported >= 0),
    present integer not null default 0 check (present >= 0),
    refused integer not null default 0 check (refused >= 0),
    removed integer not null default 0 check (removed >= 0),
    groups integer[] not null default '{}',
    persons integer[] not null default '{}',
    undone_at td.moment,
    undone_by integer references td.person,
    fingerprint bytea check (octet_length(fingerprint) = 32),
    check ((state >= 4) = (undone_at is not null and undone_by is not null))
);

-- As it stood when it came: with another step since, something rests on it.
create table td.import_case (
    ticket_id bigint primary key references td.ticket on delete cascade,
    run_id integer not null references td.import_run,
    seq integer not null check (seq > 0)
);
create index import_case_run on td.import_case (run_id, ticket_id);

-- A case that goes asks these whether they still speak of it.
create index notice_ticket on td.notice (ticket_id);
create index part_entry_entry on td.part_entry (ticket_id, seq);
