-- as td_api
-- Business time as domain/calendar.py counts it: the same spans, the same whole microseconds. A calendar of null is every hour of every day.
create or replace function td.micros(p_at timestamptz) returns bigint
language sql immutable set search_path = pg_catalog, pg_temp
as $$ select (extract(epoch from p_at) * 1000000)::bigint $$;
comment on function td.micros(timestamptz) is 'Microseconds since 1970-01-01T00:00Z.';

create or replace function td.moment_of(p_us bigint) returns timestamptz
language sql immutable set search_path = pg_catalog, pg_temp
-- Microseconds alone: such an interval has no days, which the session's zone would stretch.
as $$ select 'epoch'::timestamptz + p_us * interval '1 microsecond' $$;
comment on function td.moment_of(bigint) is 'The moment of a number of microseconds since 1970.';

create or replace function td.business_elapsed(p_calendar_id integer, p_us bigint) returns bigint
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_span td.business_span;
begin
    if p_calendar_id is null then
        return p_us;
    end if;
    if not exists (select from td.calendar as c where c.id = p_calendar_id and c.laid_version > 0 and p_us between c.laid_since and c.laid_until) then
        perform td.refuse_input('calendar', 'outside_calendar');
    end if;
    select s.* into v_span from td.business_span as s
    where s.calendar_id = p_calendar_id and s.start_us <= p_us order by s.start_us desc limit 1;
    return coalesce(v_span.before_us + least(p_us, v_span.end_us) - v_span.start_us, 0);
end
$$;
comment on function td.business_elapsed(integer, bigint) is 'Working microseconds before a moment since the calendar begins; TD422 outside of what is laid out.';

create or replace function td.worked(p_calendar_id integer, p_since timestamptz, p_until timestamptz) returns bigint
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_since bigint := td.micros(p_since);
    v_until bigint := td.micros(p_until);
    v_first td.business_span;
    v_last td.business_span;
begin
    if not exists (
        select from td.calendar as c
        where c.id = p_calendar_id and c.laid_version > 0 and v_since >= c.laid_since and v_until <= c.laid_until)
    then
        return null;
    end if;
    select s.* into v_last from td.business_span as s
    where s.calendar_id = p_calendar_id and s.start_us <= v_until order by s.start_us desc limit 1;
    if v_since >= v_until or v_last.start_us is null then
        return 0;
    end if;
    v_first := v_last;
    if v_last.start_us > v_since then
        select s.* into v_first from td.business_span as s
        where s.calendar_id = p_calendar_id and s.start_us <= v_since order by s.start_us desc limit 1;
    end if;
    return v_last.before_us + least(v_until, v_last.end_us) - v_last.start_us
        - coalesce(v_first.before_us + least(v_since, v_first.end_us) - v_first.start_us, 0);
end
$$;
comment on function td.worked(integer, timestamptz, timestamptz)
    is 'Working microseconds from one moment to another, none when the second is not later; null where nothing is laid out: a duration may be unknown.';

create or replace function td.business_between(p_calendar_id integer, p_since timestamptz, p_until timestamptz) returns bigint
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_us bigint := case when p_until <= p_since then 0 when p_calendar_id is null then td.micros(p_until) - td.micros(p_since)
                        else td.worked(p_calendar_id, p_since, p_until) end;
begin
    if v_us is null then
        perform td.refuse_input('calendar', 'outside_calendar');
    end if;
    return v_us;
end
$$;
comment on function td.business_between(integer, timestamptz, timestamptz)
    is 'Working microseconds from one moment to another; TD422 outside of what is laid out.';

create or replace function td.business_add(p_calendar_id integer, p_at timestamptz, p_amount_us bigint) returns timestamptz
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_total bigint;
    v_at bigint;
    v_end bigint;
begin
    if p_amount_us < 0 then
        perform td.refuse_input('calendar', 'bad_amount');
    end if;
    v_total := td.business_elapsed(p_calendar_id, td.micros(p_at)) + p_amount_us;
    if p_amount_us = 0 then
        return p_at;
    end if;
    if p_calendar_id is null then
        return td.moment_of(v_total);
    end if;
    -- The span in which the sum is reached; what ends with a day is due then and not on the next morning.
    select s.start_us + v_total - s.before_us, s.end_us into v_at, v_end from td.business_span as s
    where s.calendar_id = p_calendar_id and s.before_us < v_total order by s.before_us desc limit 1;
    if v_at is null or v_at > v_end then
        perform td.refuse_input('calendar', 'outside_calendar');
    end if;
    return td.moment_of(v_at);
end
$$;
comment on function td.business_add(integer, timestamptz, bigint) is 'The moment by which working microseconds have passed; TD422 outside of what is laid out.';

create or replace function td.business_subtract(p_calendar_id integer, p_until timestamptz, p_amount_us bigint) returns timestamptz
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_total bigint;
    v_at bigint;
begin
    if p_amount_us < 0 then
        perform td.refuse_input('calendar', 'bad_amount');
    end if;
    v_total := td.business_elapsed(p_calendar_id, td.micros(p_until)) - p_amount_us;
    if p_amount_us = 0 then
        return p_until;
    end if;
    if p_calendar_id is null then
        return td.moment_of(v_total);
    end if;
    select s.start_us + v_total - s.before_us into v_at from td.business_span as s
    where s.calendar_id = p_calendar_id and s.before_us <= v_total order by s.before_us desc limit 1;
    if v_at is null then
        perform td.refuse_input('calendar', 'outside_calendar');
    end if;
    return td.moment_of(v_at);
end
$$;
comment on function td.business_subtract(integer, timestamptz, bigint) is 'The latest moment from which working microseconds are left until another one.';

create or replace function td.next_open(p_calendar_id integer, p_at timestamptz) returns timestamptz
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_us bigint := td.micros(p_at);
    v_start bigint;
begin
    if p_calendar_id is null then
        return p_at;
    end if;
    select s.start_us into v_start from td.business_span as s
    where s.calendar_id = p_calendar_id and s.end_us > v_us and s.start_us > v_us - 172800000000 order by s.start_us limit 1;
    return case when v_start is null then p_at else td.moment_of(greatest(v_start, v_us)) end;
end
$$;
comment on function td.next_open(integer, timestamptz) is 'The moment itself when somebody works then, else the next opening.';
