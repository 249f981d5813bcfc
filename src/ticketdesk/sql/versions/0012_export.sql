-- Exports and restores: who took how much out of the office, and what an empty server was filled with.

-- Scope: 1 all that somebody may see, 2 chosen cases. Format: 1 JSON lines, 2 CSV. Without an end it was broken off, or still runs.
create table td.export (
    id uuid primary key,
    person_id integer not null references td.person,
    begun_at td.moment not null default now(),
    ended_at td.moment,
    scope smallint not null check (scope in (1, 2)),
    format smallint not null check (format in (1, 2)),
    -- Cases that are younger than the export are not in it.
    until_id bigint not null,
    cases integer not null default 0 check (cases >= 0)
);
create index export_begun on td.export (begun_at desc);

-- An empty server is filled once with what another one's export holds. What it says stays, and is told to whoever proves the log.
create table td.restore (
    id integer generated always as identity primary key,
    person_id integer not null references td.person,
    begun_at td.moment not null default now(),
    ended_at td.moment,
    -- The sum of the export's manifest, and what it says of itself.
    manifest bytea not null check (octet_length(manifest) = 32),
    source td.line not null default '',
    exported_at td.moment not null,
    place integer not null default 0 check (place >= 0),
    cases integer not null default 0 check (cases >= 0),
    steps integer not null default 0 check (steps >= 0),
    -- The transaction that restores just now: what the guards let pass is let pass in it alone.
    xid xid8
);
create unique index restore_open on td.restore ((ended_at is null)) where ended_at is null;
