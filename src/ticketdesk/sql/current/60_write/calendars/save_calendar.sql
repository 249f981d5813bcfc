-- as td_api
create or replace function td.checked_week(p_week jsonb) returns table (weekday smallint, opens smallint, closes smallint)
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    if jsonb_typeof(p_week) is distinct from 'array' or jsonb_array_length(p_week) <> 7 then
        perform td.refuse_input('week', 'no_working_hours');
    end if;
    return query
    select (d.n - 1)::smallint, (s.span ->> 0)::smallint, (s.span ->> 1)::smallint
    from jsonb_array_elements(p_week) with ordinality as d (day, n), jsonb_array_elements(d.day) as s (span)
    order by 1, 2;
    if not found then
        perform td.refuse_input('week', 'no_working_hours');
    end if;
exception when data_exception then
    perform td.refuse_input('week', 'bad_hours');
end
$$;
comment on function td.checked_week(jsonb) is 'Seven days, Monday first, each a list of [opens, closes] in minutes; TD422 when no hour is in them.';

create or replace function td.refuse_overlap(p_field text, p_opens smallint[], p_closes smallint[]) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    if cardinality(p_opens) > 10 or exists (
        select from unnest(p_opens, p_closes) as s (opens, closes)
        where s.opens is null or s.closes is null or s.opens < 0 or s.closes > 1440 or s.opens >= s.closes)
    then
        perform td.refuse_input(p_field, 'bad_hours');
    end if;
    if exists (
        select from (select s.opens, lag(s.closes) over (order by s.opens, s.closes) as before from unnest(p_opens, p_closes) as s (opens, closes)) as o
        where o.opens < o.before)
    then
        perform td.refuse_input(p_field, 'overlapping_hours');
    end if;
end
$$;
comment on function td.refuse_overlap(text, smallint[], smallint[]) is 'TD422 when the hours of one day are none or overlap.';

create or replace function td.keep_week(p_calendar_id integer, p_week jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_day record;
begin
    for v_day in select w.weekday, array_agg(w.opens) as opens, array_agg(w.closes) as closes from td.checked_week(p_week) as w group by w.weekday loop
        perform td.refuse_overlap('week', v_day.opens, v_day.closes);
    end loop;
    delete from td.calendar_hours as h where h.calendar_id = p_calendar_id;
    insert into td.calendar_hours (calendar_id, weekday, opens, closes) select p_calendar_id, w.weekday, w.opens, w.closes from td.checked_week(p_week) as w;
end
$$;
comment on function td.keep_week(integer, jsonb) is 'The weekly hours of a calendar in place of the earlier ones.';

create or replace function td.keep_days(p_calendar_id integer, p_days jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_day jsonb;
    v_on date;
    v_opens smallint[];
    v_closes smallint[];
begin
    if jsonb_typeof(p_days) is distinct from 'array' or jsonb_array_length(p_days) > 2000 then
        perform td.refuse_input('days', 'too_many');
    end if;
    delete from td.calendar_day as d where d.calendar_id = p_calendar_id and not d.public;
    for v_day in select d from jsonb_array_elements(p_days) as d loop
        v_on := (v_day ->> 'on')::date;
        if v_on is null or v_on not between '1990-01-01' and '2199-12-31' then
            perform td.refuse_input('days', 'out_of_range');
        end if;
        select coalesce(array_agg((s ->> 0)::smallint), '{}'), coalesce(array_agg((s ->> 1)::smallint), '{}') into v_opens, v_closes
        from jsonb_array_elements(coalesce(v_day -> 'hours', '[]')) as s;
        perform td.refuse_overlap('days', v_opens, v_closes);
        insert into td.calendar_day (calendar_id, on_day, public, name_de, name_en, opens, closes)
        values (p_calendar_id, v_on, false, td.checked_line('days', v_day ->> 'name_de'), td.checked_line('days', v_day ->> 'name_en'), v_opens, v_closes)
        on conflict do nothing;
    end loop;
exception when data_exception then
    perform td.refuse_input('days', 'unknown');
end
$$;
comment on function td.keep_days(integer, jsonb) is 'The office''s own days of a calendar in place of the earlier ones: [{on, name_de, name_en, hours}].';

create or replace function td.keep_who_works_by(p_calendar_id integer, p_for_office boolean, p_group_ids integer[], p_customer_group_ids integer[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (select from unnest(p_group_ids) as n (id) where not exists (select from td.work_group as g where g.id = n.id)) then
        perform td.refuse_input('group_ids', 'unknown');
    end if;
    if exists (select from unnest(p_customer_group_ids) as n (id) where not exists (select from td.customer_group as g where g.id = n.id)) then
        perform td.refuse_input('customer_group_ids', 'unknown');
    end if;
    update td.office as o set calendar_id = case when p_for_office then p_calendar_id end
    where (o.calendar_id is not distinct from p_calendar_id) <> coalesce(p_for_office, false);
    update td.work_group as g set calendar_id = case when g.id = any (p_group_ids) then p_calendar_id end
    where (g.calendar_id is not distinct from p_calendar_id) <> (g.id = any (p_group_ids));
    update td.customer_group as g set calendar_id = case when g.id = any (p_customer_group_ids) then p_calendar_id end
    where (g.calendar_id is not distinct from p_calendar_id) <> (g.id = any (p_customer_group_ids));
end
$$;
comment on function td.keep_who_works_by(integer, boolean, integer[], integer[]) is 'The office, the groups and the customers that a calendar is for, and no others any more.';

create or replace function td.do_save_calendar(
    p_actor td.person, p_request_id uuid, p_given td.calendar, p_version integer, p_week jsonb, p_days jsonb, p_for_office boolean,
    p_group_ids integer[], p_customer_group_ids integer[]) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'save_calendar');
    v_old td.calendar;
    v_id integer := p_given.id;
    v_outcome td.outcome;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    if p_actor.class <> 4 then
        raise exception 'not for this class' using errcode = 'TD403';
    end if;
    if p_given.name = '' then
        perform td.refuse_input('name', 'empty');
    end if;
    if not exists (select from pg_timezone_names as z where z.name = p_given.zone) then
        perform td.refuse_input('zone', 'unknown_zone');
    end if;
    if p_given.region !~ '^([A-Z]{2}(-[A-Za-z0-9 ]+)?([+]catholic)?)?$' then
        perform td.refuse_input('region', 'unknown');
    end if;
    if v_id is not null then
        select c.* into v_old from td.calendar as c where c.id = v_id for update;
        if v_old.id is null then
            raise exception 'no such calendar' using errcode = 'TD404';
        end if;
        if td.given_version(p_version) <> v_old.version then
            raise exception 'changed meanwhile' using errcode = 'TD409', detail = jsonb_build_object(
                'version', v_old.version, 'by', v_old.changed_by, 'at', v_old.changed_at)::text;
        end if;
    end if;
    if exists (select from td.calendar as c where c.active and lower(c.name) = lower(p_given.name) and c.id is distinct from v_id) then
        perform td.refuse_input('name', 'name_taken');
    end if;
    if v_id is null then
        insert into td.calendar (name, zone, region, changed_by) values (p_given.name, p_given.zone, p_given.region, p_actor.id) returning id into v_id;
    else
        update td.calendar as c
        set name = p_given.name, zone = p_given.zone, region = p_given.region, active = true, version = c.version + 1,
            changed_by = p_actor.id, changed_at = now()
        where c.id = v_id;
    end if;
    perform td.keep_week(v_id, p_week);
    perform td.keep_days(v_id, p_days);
    perform td.keep_who_works_by(v_id, p_for_office, coalesce(p_group_ids, '{}'), coalesce(p_customer_group_ids, '{}'));
    -- The server's worker lays it out anew and then brings the running clocks up to it.
    v_outcome := row(0, 0, coalesce(v_old.version, 0) + 1, jsonb_build_object('calendar', v_id))::td.outcome;
    update td.request as r set outcome = v_outcome where r.id = p_request_id;
    return v_outcome;
end
$$;
comment on function td.do_save_calendar(td.person, uuid, td.calendar, integer, jsonb, jsonb, boolean, integer[], integer[])
    is 'Checks and keeps a calendar, a new one or a changed one.';

create or replace function api.save_calendar(
    request_id uuid, calendar_id integer, version integer, name text, zone text, region text, week jsonb, days jsonb,
    for_office boolean default false, group_ids integer[] default '{}', customer_group_ids integer[] default '{}') returns td.outcome
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_given td.calendar;
begin
    v_given.id := calendar_id;
    v_given.name := td.checked_line('name', name);
    v_given.zone := td.checked_line('zone', zone);
    v_given.region := left(td.checked_line('region', region), 40);
    return td.do_save_calendar(td.actor(), request_id, v_given, version, week, days, for_office, group_ids, customer_group_ids);
end
$$;
comment on function api.save_calendar(uuid, integer, integer, text, text, text, jsonb, jsonb, boolean, integer[], integer[]) is 'Keep a calendar (SaveCalendar).';
grant execute on function api.save_calendar(uuid, integer, integer, text, text, text, jsonb, jsonb, boolean, integer[], integer[]) to td_admin;
