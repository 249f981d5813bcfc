-- The set-up of the office as people keep it.

-- A category that says nothing of its own takes it from the one above. Until now each said no where it had nothing to say.
alter table td.category alter column hidden_by_default drop not null, alter column hidden_by_default drop default;
alter table td.category no force row level security;
update td.category set hidden_by_default = null where not hidden_by_default;
alter table td.category force row level security;

-- A version for each row, so that nobody overwrites what he has not seen.
alter table td.category
    add column version integer not null default 1 check (version > 0),
    add column changed_by integer references td.person,
    add column changed_at td.moment;
alter table td.work_group
    add column version integer not null default 1 check (version > 0),
    add column changed_by integer references td.person,
    add column changed_at td.moment;
alter table td.customer_group
    add column version integer not null default 1 check (version > 0),
    add column changed_by integer references td.person,
    add column changed_at td.moment;
alter table td.person_detail
    add column version integer not null default 1 check (version > 0),
    add column changed_by integer references td.person,
    add column changed_at td.moment;
alter table td.office
    add column version integer not null default 1 check (version > 0),
    add column changed_by integer references td.person,
    add column changed_at td.moment;

-- What the worker saw of the machine when it last looked: only the server's own process can know it.
alter table td.worker
    add column measured_at td.moment,
    add column disk_free bigint check (disk_free >= 0),
    add column disk_total bigint check (disk_total > 0),
    add column log_bytes bigint check (log_bytes >= 0),
    add column program td.line not null default '';
