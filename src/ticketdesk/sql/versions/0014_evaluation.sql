-- Two keys for the evaluation of single persons: an administrator's and an auditor's. Off until both are turned.
create table td.evaluation (
    single boolean primary key default true check (single),
    admin_id integer references td.person,
    admin_at td.moment,
    auditor_id integer references td.person,
    auditor_at td.moment,
    version integer not null default 1 check (version > 0),
    changed_by integer references td.person,
    changed_at td.moment,
    check ((admin_id is null) = (admin_at is null)),
    check ((auditor_id is null) = (auditor_at is null)),
    check (admin_id <> auditor_id)
);
insert into td.evaluation default values;
comment on table td.evaluation is 'Whose keys are turned: single persons are evaluated only while both are (td.persons_evaluated).';

-- Who turned or drew a key, and who read an evaluation of persons, for which months.
create table td.evaluation_log (
    id bigint generated always as identity primary key,
    at td.moment not null default clock_timestamp(),
    person_id integer not null references td.person,
    what smallint not null check (what between 1 and 3),
    since_on td.day,
    until_on td.day,
    check ((what = 3) = (since_on is not null and until_on is not null)),
    check (since_on < until_on)
);
comment on table td.evaluation_log is 'Only ever added to. What: 1 a key was turned, 2 the keys were drawn, 3 persons were evaluated.';
