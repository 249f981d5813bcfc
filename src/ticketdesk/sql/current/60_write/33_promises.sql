-- as td_api
-- Which promises hold for a case, and what the clocks of a case do at each of its steps. Called where steps are written, with their moment.
create or replace function td.calendar_for(p_commitment td.commitment, p_ticket td.ticket) returns integer
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    if not p_commitment.business then
        return null;
    end if;
    -- As it was said, else by the group's hours for a target among ourselves, else the customer's, else the office's.
    return coalesce(p_commitment.calendar_id,
        (select g.calendar_id from td.work_group as g where g.id = p_commitment.group_id),
        (select c.calendar_id from td.customer_group as c where c.id = p_ticket.customer_group_id and p_commitment.group_id is null),
        (select o.calendar_id from td.office as o));
end
$$;
comment on function td.calendar_for(td.commitment, td.ticket) is 'The calendar that a promise counts with; null counts every hour.';

create or replace function td.category_chain(p_category_id integer) returns integer[]
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_chain integer[] := '{}';
    v_id integer := p_category_id;
begin
    while v_id is not null and cardinality(v_chain) < 20 loop
        v_chain := v_chain || v_id;
        v_id := (select c.parent_id from td.category as c where c.id = v_id);
    end loop;
    return v_chain;
end
$$;
comment on function td.category_chain(integer) is 'A category and those above it, the nearest first.';

create or replace function td.promised(p_ticket td.ticket, p_at timestamptz, p_group_id integer, p_measures smallint[]) returns setof td.commitment
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_chain integer[] := td.category_chain(p_ticket.category_id);
begin
    return query
    select distinct on (c.measure) c.*
    from td.commitment as c
    where c.measure = any (p_measures)
      and c.valid_from <= p_at and (c.valid_until is null or c.valid_until > p_at)
      and c.group_id is not distinct from p_group_id
      and (c.customer_group_id is null or c.customer_group_id = p_ticket.customer_group_id)
      and (c.kind is null or c.kind = p_ticket.kind)
      and (c.priority is null or c.priority = p_ticket.priority)
      and (c.category_id is null or c.category_id = any (v_chain))
    order by c.measure, (c.customer_group_id is not null) desc, array_position(v_chain, c.category_id) nulls last,
        (c.priority is not null) desc, (c.kind is not null) desc, c.id desc;
end
$$;
comment on function td.promised(td.ticket, timestamptz, integer, smallint[])
    is 'For each measure the promise that fits a case best: customer first, then the nearest category, priority, kind; the newest of equals.';

create or replace function td.pauses_of(p_ticket_id bigint) returns td.pause[]
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return array(select p from td.pause as p where p.ticket_id = p_ticket_id order by p.since);
end
$$;
comment on function td.pauses_of(bigint) is 'When a case stood still, in order.';

drop function if exists td.clock_read(td.clock, bigint, smallint[]);
create or replace function td.clock_read(p_clock td.clock, p_amount_us bigint, p_stops smallint[], p_pauses td.pause[]) returns td.clock
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_pause td.pause;
begin
    -- domain/due.py: due_at. A pause after the moment no longer moves it.
    p_clock.due_at := td.business_add(p_clock.calendar_id, p_clock.started_at, p_amount_us);
    p_clock.stopped_at := null;
    foreach v_pause in array p_pauses loop
        continue when v_pause.reason <> 5 and v_pause.reason <> all (p_stops) or v_pause.until <= p_clock.started_at;
        exit when v_pause.since >= p_clock.due_at;
        if v_pause.until is null then
            p_clock.stopped_at := greatest(v_pause.since, p_clock.started_at);
            exit;
        end if;
        p_clock.due_at := td.business_add(p_clock.calendar_id, p_clock.due_at,
            td.business_between(p_clock.calendar_id, greatest(v_pause.since, p_clock.started_at), v_pause.until));
    end loop;
    return p_clock;
end
$$;
comment on function td.clock_read(td.clock, bigint, smallint[], td.pause[]) is 'A clock with its due moment through all pauses of its case, or stopped.';

drop function if exists td.clock_set(td.clock, td.commitment, td.ticket);
create or replace function td.clock_set(p_clock td.clock, p_commitment td.commitment, p_ticket td.ticket, p_pauses td.pause[]) returns td.clock
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_clock td.clock := td.clock_read(p_clock, p_commitment.amount_minutes * 60000000::bigint, p_commitment.stops, p_pauses);
    v_left bigint := coalesce(p_commitment.warn_minutes,
        -- From 80 % on, if nothing else was said.
        p_commitment.amount_minutes * (100 - coalesce(p_commitment.warn_percent, 80)) / 100);
    v_hours integer := coalesce(
        (select g.calendar_id from td.work_group as g where g.id = p_ticket.group_id), (select o.calendar_id from td.office as o));
begin
    -- Nobody is woken: who works on it is told within his own hours.
    v_clock.warn_at := td.next_open(v_hours, greatest(v_clock.started_at,
        td.business_subtract(v_clock.calendar_id, v_clock.due_at, least(v_left, p_commitment.amount_minutes) * 60000000)));
    v_clock.tell_at := td.next_open(v_hours, v_clock.due_at);
    v_clock.laid_version := coalesce((select c.laid_version from td.calendar as c where c.id = v_clock.calendar_id), 0);
    return v_clock;
end
$$;
comment on function td.clock_set(td.clock, td.commitment, td.ticket, td.pause[]) is 'A clock with its due moment, and when those who work on the case are to be told.';

create or replace function td.started_clocks(
    p_ticket td.ticket, p_group_id integer, p_measures smallint[], p_started_at timestamptz, p_at timestamptz, p_pauses td.pause[])
    returns setof td.clock
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_commitment td.commitment;
    v_clock td.clock;
begin
    if p_measures = '{}' then
        return;
    end if;
    for v_commitment in select c.* from td.promised(p_ticket, p_at, p_group_id, p_measures) as c loop
        v_clock := null;
        v_clock.ticket_id := p_ticket.id;
        v_clock.commitment_id := v_commitment.id;
        v_clock.measure := v_commitment.measure;
        v_clock.group_id := v_commitment.group_id;
        v_clock.started_at := p_started_at;
        v_clock.void := false;
        v_clock.calendar_id := td.calendar_for(v_commitment, p_ticket);
        -- A promise in working hours needs hours; until they are laid out it cannot run.
        continue when v_commitment.business
            and not exists (select from td.calendar as k where k.id = v_clock.calendar_id and k.laid_version > 0);
        return next td.clock_set(v_clock, v_commitment, p_ticket, p_pauses);
    end loop;
end
$$;
comment on function td.started_clocks(td.ticket, integer, smallint[], timestamptz, timestamptz, td.pause[])
    is 'The clocks of the promises that hold for a case at a moment, as they start.';

create or replace function td.start_clocks(p_ticket td.ticket, p_group_id integer, p_measures smallint[], p_started_at timestamptz, p_at timestamptz) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    insert into td.clock (ticket_id, commitment_id, measure, group_id, calendar_id, laid_version, started_at, due_at, stopped_at, warn_at, tell_at)
    select c.ticket_id, c.commitment_id, c.measure, c.group_id, c.calendar_id, c.laid_version, c.started_at, c.due_at, c.stopped_at, c.warn_at,
        c.tell_at
    from td.started_clocks(p_ticket, p_group_id, p_measures, p_started_at, p_at, td.pauses_of(p_ticket.id)) as c;
end
$$;
comment on function td.start_clocks(td.ticket, integer, smallint[], timestamptz, timestamptz) is 'Starts the clocks of the promises that hold for a case at a moment.';

create or replace function td.end_clocks(p_ticket_id bigint, p_internal boolean, p_measures smallint[], p_at timestamptz, p_void boolean) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    update td.clock as c
    set ended_at = greatest(p_at, c.started_at), void = p_void,
        -- One that stood still in time was kept, however long it stood.
        kept = case when not p_void then c.stopped_at is not null or p_at <= c.due_at end
    where c.ticket_id = p_ticket_id and c.ended_at is null and (c.group_id is not null) = p_internal and c.measure = any (p_measures);
end
$$;
comment on function td.end_clocks(bigint, boolean, smallint[], timestamptz, boolean) is 'Ends running clocks of a case: kept or not, or void.';

create or replace function td.move_clocks(p_ticket td.ticket) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_clock td.clock;
    v_commitment td.commitment;
begin
    for v_clock in select c.* from td.clock as c where c.ticket_id = p_ticket.id and c.ended_at is null order by c.id for update loop
        select c.* into v_commitment from td.commitment as c where c.id = v_clock.commitment_id;
        v_clock := td.clock_set(v_clock, v_commitment, p_ticket, td.pauses_of(p_ticket.id));
        update td.clock as c
        set due_at = v_clock.due_at, stopped_at = v_clock.stopped_at, warn_at = v_clock.warn_at, tell_at = v_clock.tell_at,
            laid_version = v_clock.laid_version,
            -- Told once for each moment; another moment is told of again.
            warned_for = case when c.due_at = v_clock.due_at then c.warned_for end,
            told_for = case when c.due_at = v_clock.due_at then c.told_for end
        where c.id = v_clock.id;
    end loop;
end
$$;
comment on function td.move_clocks(td.ticket) is 'Brings the running clocks of a case up to its pauses, its calendar and its group.';

create or replace function td.with_promise(p_ticket td.ticket) returns td.ticket
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_ticket td.ticket := p_ticket;
    v_next record;
begin
    if not exists (select from td.commitment) then
        return v_ticket;
    end if;
    -- Those that stand still press nobody; of them the one that would come first.
    select c.due_at, c.stopped_at, m.amount_minutes, c.calendar_id, c.measure, c.group_id is not null as internal into v_next
    from td.clock as c join td.commitment as m on m.id = c.commitment_id
    where c.ticket_id = p_ticket.id and c.ended_at is null
    order by c.stopped_at is not null, c.due_at, c.id limit 1;
    v_ticket.promise_due_at := v_next.due_at;
    v_ticket.promise_stopped_at := v_next.stopped_at;
    v_ticket.promise_minutes := v_next.amount_minutes;
    v_ticket.promise_calendar_id := v_next.calendar_id;
    v_ticket.promise_measure := v_next.measure;
    v_ticket.promise_internal := coalesce(v_next.internal, false);
    return v_ticket;
end
$$;
comment on function td.with_promise(td.ticket) is 'The case with the promise that lists show of it: the next one that runs.';

create or replace function td.show_promise(p_ticket_id bigint) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_old td.ticket;
    v_new td.ticket;
begin
    select t.* into v_old from td.ticket as t where t.id = p_ticket_id;
    v_new := td.with_promise(v_old);
    if v_new is not distinct from v_old then
        return false;
    end if;
    update td.ticket as t
    set promise_due_at = v_new.promise_due_at, promise_stopped_at = v_new.promise_stopped_at, promise_minutes = v_new.promise_minutes,
        promise_calendar_id = v_new.promise_calendar_id, promise_measure = v_new.promise_measure, promise_internal = v_new.promise_internal
    where t.id = p_ticket_id;
    insert into td.time_due (ticket_id) values (p_ticket_id) on conflict do nothing;
    return true;
end
$$;
comment on function td.show_promise(bigint) is 'Brings what lists show of a case''s promises up to its clocks, without a step of it; whether that changed.';
