-- as td_api
-- Laying calendars out: Python makes the spans (domain/calendar.py), the worker brings them here, one calendar in one transaction.
create or replace function td.calendars_to_lay(p_until_us bigint)
    returns table (id integer, version integer, zone text, region text, week jsonb, days jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    return query
    select c.id, c.version, c.zone::text, c.region,
        (select jsonb_agg(coalesce((select jsonb_agg(jsonb_build_array(h.opens, h.closes) order by h.opens)
                                    from td.calendar_hours as h where h.calendar_id = c.id and h.weekday = d), '[]') order by d)
         from generate_series(0, 6) as d),
        (select coalesce(jsonb_agg(jsonb_build_object('on', o.on_day, 'name_de', o.name_de, 'name_en', o.name_en, 'opens', o.opens, 'closes', o.closes)), '[]')
         from td.calendar_day as o where o.calendar_id = c.id and not o.public)
    from td.calendar as c
    where c.laid_version <> c.version or c.laid_until < p_until_us
    order by c.id;
end
$$;
comment on function td.calendars_to_lay(bigint) is 'Calendars that were changed since they were laid out, or whose end comes near; with hours and the office''s own days.';
grant execute on function td.calendars_to_lay(bigint) to td_worker;

create or replace function td.lay_calendar(
    p_calendar_id integer, p_version integer, p_since_us bigint, p_until_us bigint, p_starts bigint[], p_ends bigint[], p_befores bigint[], p_holidays jsonb)
    returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    -- Changed again while it was being computed: the next look lays that.
    perform from td.calendar as c where c.id = p_calendar_id and c.version = p_version for update;
    if not found then
        return false;
    end if;
    delete from td.business_span as s where s.calendar_id = p_calendar_id;
    insert into td.business_span (calendar_id, start_us, end_us, before_us)
    select p_calendar_id, s.start_us, s.end_us, s.before_us from unnest(p_starts, p_ends, p_befores) as s (start_us, end_us, before_us);
    delete from td.calendar_day as d where d.calendar_id = p_calendar_id and d.public;
    insert into td.calendar_day (calendar_id, on_day, public, name_de, name_en)
    select p_calendar_id, (h ->> 'on')::date, true, left(h ->> 'name_de', 200), left(h ->> 'name_en', 200) from jsonb_array_elements(p_holidays) as h;
    update td.calendar as c set laid_version = p_version, laid_since = p_since_us, laid_until = p_until_us where c.id = p_calendar_id;
    return true;
end
$$;
comment on function td.lay_calendar(integer, integer, bigint, bigint, bigint[], bigint[], bigint[], jsonb)
    is 'Keeps the spans and public holidays of a calendar; false when it was changed in the meantime.';
grant execute on function td.lay_calendar(integer, integer, bigint, bigint, bigint[], bigint[], bigint[], jsonb) to td_worker;
