-- Calendars and what they lay out, promises in time and the clocks that run by them.

-- Hours and days are kept as people say them; spans are what Python made of them once, for both to count with (domain/calendar.py).
create domain td.day as date check (value between '1990-01-01' and '2199-12-31');

create table td.calendar (
    id integer generated always as identity primary key,
    name td.line not null check (name <> ''),
    zone td.line not null check (zone <> ''),
    -- Whose public holidays: a country, or one of its parts, of the library that knows them; none when empty.
    region text not null default '' check (length(region) <= 40 and region ~ '^([A-Z]{2}(-[A-Za-z0-9 ]+)?(\+catholic)?)?$'),
    active boolean not null default true,
    version integer not null default 1 check (version > 0),
    changed_by integer references td.person,
    changed_at td.moment not null default now(),
    laid_version integer not null default 0,
    laid_since bigint not null default 0,
    laid_until bigint not null default 0
);
create unique index calendar_name on td.calendar (lower(name)) where active;

create table td.calendar_hours (
    calendar_id integer not null references td.calendar,
    weekday smallint not null check (weekday between 0 and 6),
    opens smallint not null check (opens >= 0),
    closes smallint not null check (closes <= 1440),
    primary key (calendar_id, weekday, opens),
    check (opens < closes)
);

-- Days with hours of their own, or with none: public holidays (laid by the server) and what the office decided.
create table td.calendar_day (
    calendar_id integer not null references td.calendar,
    on_day td.day not null,
    public boolean not null,
    name_de td.line not null default '',
    name_en td.line not null default '',
    opens smallint[] not null default '{}' check (cardinality(opens) <= 10),
    closes smallint[] not null default '{}',
    primary key (calendar_id, on_day, public),
    check (cardinality(opens) = cardinality(closes)),
    check (not public or cardinality(opens) = 0)
);

-- Working time in microseconds since 1970, and the sum of it before each span: adding and measuring are two look-ups.
create table td.business_span (
    calendar_id integer not null references td.calendar,
    start_us bigint not null,
    end_us bigint not null,
    before_us bigint not null check (before_us >= 0),
    primary key (calendar_id, start_us),
    check (start_us < end_us)
);
create index business_span_before on td.business_span (calendar_id, before_us);

-- By whose hours a group works, and the office where nobody says otherwise.
alter table td.office add column calendar_id integer references td.calendar;
alter table td.work_group add column calendar_id integer references td.calendar;
alter table td.customer_group add column calendar_id integer references td.calendar;

-- What was promised, for which cases. Measure: 1 response, 2 update, 3 resolution. A change is a new row of the same family, so that a
-- running case keeps what was promised when it began; with a group it is a target among ourselves, not a promise to a customer.
create table td.commitment (
    id integer generated always as identity primary key,
    family_id integer not null,
    name td.line not null check (name <> ''),
    measure smallint not null check (measure between 1 and 3),
    group_id integer references td.work_group,
    customer_group_id integer references td.customer_group,
    category_id integer references td.category,
    kind smallint check (kind between 1 and 3),
    priority smallint check (priority between 1 and 4),
    -- Longer than five years is a slip of the key, and would leave the years that calendars are laid out for.
    amount_minutes integer not null check (amount_minutes between 1 and 2629440),
    business boolean not null,
    calendar_id integer references td.calendar,
    stops smallint[] not null default '{}' check (stops <@ array[1, 2, 3, 4]::smallint[]),
    warn_percent smallint check (warn_percent between 1 and 99),
    warn_minutes integer check (warn_minutes between 1 and 2629440),
    raise_priority boolean not null default false,
    hand_to_group_id integer references td.work_group,
    valid_from td.moment not null,
    valid_until td.moment,
    version integer not null default 1 check (version > 0),
    changed_by integer references td.person,
    changed_at td.moment not null default now(),
    check (business or calendar_id is null),
    check (valid_from < valid_until)
);
create index commitment_family on td.commitment (family_id, valid_from);

-- When a case stood still: 1 to 4 as it waited, 5 answered and not yet opened again. What clocks deduct, kept from the log's steps.
create table td.pause (
    ticket_id bigint not null references td.ticket,
    since td.moment not null,
    until td.moment,
    reason smallint not null check (reason between 1 and 5),
    primary key (ticket_id, since),
    check (since <= until)
);

-- A promise that runs for a case. Two promises are two clocks; one that another took the place of is void.
create table td.clock (
    id bigint generated always as identity primary key,
    ticket_id bigint not null references td.ticket,
    commitment_id integer not null references td.commitment,
    measure smallint not null check (measure between 1 and 3),
    group_id integer references td.work_group,
    calendar_id integer references td.calendar,
    laid_version integer not null default 0,
    started_at td.moment not null,
    due_at td.moment not null,
    stopped_at td.moment,
    warn_at td.moment,
    tell_at td.moment not null,
    warned_for td.moment,
    told_for td.moment,
    ended_at td.moment,
    kept boolean,
    void boolean not null default false,
    check ((ended_at is null) = (kept is null and not void))
);
create index clock_ticket on td.clock (ticket_id);
create index clock_warn on td.clock (warn_at) where ended_at is null and stopped_at is null and warn_at is not null and warned_for is null;
create index clock_tell on td.clock (tell_at) where ended_at is null and stopped_at is null and told_for is null;
create index clock_calendar on td.clock (calendar_id, laid_version) where ended_at is null;
