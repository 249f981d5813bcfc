-- as td_api
-- What is open on a day, by age: open work, which is nobody's performance.
create or replace function td.report_age(p_days integer) returns integer
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select case when p_days < 2 then 0 when p_days < 4 then 1 when p_days < 8 then 2 when p_days < 15 then 3 when p_days < 31 then 4
                when p_days < 91 then 5 else 6 end
$$;
comment on function td.report_age(integer) is 'Up to yesterday, 3, 7, 14, 30, 90 days, older: 0 to 6. The dashboard''s stretches, and two more.';

create or replace function td.report_open(p_at timestamptz) returns table (ticket_id bigint, received_at timestamptz)
language sql stable set search_path = pg_catalog, pg_temp
as $$
    with again as (
        select c.ticket_id from td.case_time as c join td.ticket as t on t.id = c.ticket_id
        where c.reopened > 0 and c.received_at < p_at and t.updated_at >= p_at
    )
    select c.ticket_id, c.received_at::timestamptz from td.case_time as c
    where c.received_at < p_at and (c.answered_at is null or c.answered_at >= p_at)
      and not exists (select from again as a where a.ticket_id = c.ticket_id)
    union all
    select s.ticket_id, s.received_at
    from (select x.ticket_id, min(x.at) as received_at, (array_agg(x.state order by x.seq desc))[1] as state
          from td.time_steps((select array_agg(a.ticket_id) from again as a)) as x where x.at < p_at group by x.ticket_id) as s
    where s.state < 8
$$;
comment on function td.report_open(timestamptz) is 'The cases and parts that were open at a moment.';

create or replace function api.report_stock(on_day date, customer_groups integer[], group_ids integer[], for_customer boolean) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_me integer := td.report_kept_from(td.actor());
    v_public boolean := coalesce(for_customer, false);
    v_customers integer[] := td.report_customers(customer_groups, v_public);
    -- The end of the day; of today, and of days to come, this moment.
    v_at timestamptz := least(td.report_moment('on_day', on_day + 1), now());
    v_today date := (v_at at time zone td.board_zone())::date;
    v_live boolean := v_at = now();
begin
    if v_public and cardinality(group_ids) > 0 then
        perform td.refuse_input('group_ids', 'unknown');
    end if;
    return (
        with open as materialized (
            select o.ticket_id, o.received_at, v_today - (o.received_at at time zone td.board_zone())::date as days, t.group_id,
                least(t.due_at, t.promised_at, case when t.promise_stopped_at is null then t.promise_due_at end) as next_at,
                t.customer_group_id, t.subject, t.updated_at, t.state, t.priority
            from td.report_open(v_at) as o join td.ticket as t on t.id = o.ticket_id
            where td.report_counts(t, v_customers, v_me) and (coalesce(cardinality(group_ids), 0) = 0 or t.group_id = any (group_ids))
        ), oldest as (
            select o.*, f.subject as public_subject, f.updated_at as public_updated_at
            from open as o left join td.ticket_public as f on f.ticket_id = o.ticket_id order by o.received_at, o.ticket_id limit 300
        )
        select jsonb_build_object('at', v_at, 'live', v_live, 'zone', td.board_zone(),
            'open', (select count(*) from open),
            'overdue', case when v_live and not v_public then (select count(*) from open as o where o.next_at < v_at) end,
            'waiting', case when v_live and not v_public then (select count(*) from open as o where o.state = 6) end,
            'ages', (select jsonb_agg(jsonb_build_array(a.age, coalesce(o.n, 0)) order by a.age) from generate_series(0, 6) as a (age)
                     left join (select td.report_age(o.days) as age, count(*) as n from open as o group by 1) as o on o.age = a.age),
            'groups', case when v_live and not v_public then (
                select coalesce(jsonb_agg(jsonb_build_array(g.group_id, g.n, g.old, g.oldest) order by g.group_id nulls last), '[]')
                from (select o.group_id, count(*) as n, count(*) filter (where o.days >= 31) as old, max(o.days) as oldest
                      from open as o group by o.group_id) as g) else '[]' end,
            'customers', case when v_public then '[]' else (
                select coalesce(jsonb_agg(jsonb_build_array(g.customer_group_id, g.n, g.old, g.oldest) order by g.customer_group_id), '[]')
                from (select o.customer_group_id, count(*) as n, count(*) filter (where o.days >= 31) as old, max(o.days) as oldest
                      from open as o group by o.customer_group_id) as g) end,
            'rows', (select coalesce(jsonb_agg(jsonb_build_object(
                    'id', o.ticket_id, 'subject', case when v_public then coalesce(o.public_subject, '') else o.subject end,
                    'customer_group', o.customer_group_id, 'received_at', o.received_at, 'days', o.days,
                    'group', case when v_live and not v_public then o.group_id end, 'state', case when v_live and not v_public then o.state end,
                    'moved_at', case when not v_live and (v_public or o.updated_at >= v_at) then
                                         case when not v_public then (select max(l.at) from td.log as l where l.ticket_id = o.ticket_id and l.at < v_at) end
                                     when v_public then o.public_updated_at else o.updated_at end)
                order by o.received_at, o.ticket_id), '[]') from oldest as o)));
end
$$;
comment on function api.report_stock(date, integer[], integer[], boolean)
    is 'What was open at the end of a day (today: now) by age, and the oldest of it with their last movement; for coordination and audit.';
grant execute on function api.report_stock(date, integer[], integer[], boolean) to td_coordinator, td_auditor;
