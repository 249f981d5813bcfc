-- as td_api
-- The dashboard: every figure of one screen in one answer, and the list behind each of them.

create or replace function td.board_backlog(p_view td.board_view, p_now timestamptz, p_zone text) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_today date := (p_now at time zone p_zone)::date;
    v_due integer := v_today - '2000-01-01'::date;
    -- Today, yesterday, to three days, to a week, to two weeks, older: 0 to 5.
    v_ages integer[] := array[1, 2, 4, 8, 15];
    v_week date := v_today + 7 - extract(isodow from v_today)::integer;
begin
    return (
        with placed as materialized (
            select c.group_id, c.part, c.n from td.tallied(p_view, 11, '2000-01-01', '2000-01-01', p_by_group => true) as c
        ), dated as materialized (
            select c.day, c.n from td.tallied(p_view, 10, v_today, v_today + 7, p_by_day => true) as c
        ), passed as materialized (
            -- Of those due today, what the clock has passed.
            select coalesce(t.group_id, 0) as group_id, (t.recorded_at at time zone p_zone)::date as day, count(*) as n
            from td.ticket as t
            where t.is_open and t.way <> 2
              and least(t.due_at, t.promised_at, case when t.promise_stopped_at is null then t.promise_due_at end)
                  >= v_today::timestamp at time zone p_zone
              and least(t.due_at, t.promised_at, case when t.promise_stopped_at is null then t.promise_due_at end) < p_now
              and (not t.hidden or p_view.me is null or coalesce(t.requester_id, t.kept_from) is distinct from p_view.me)
              and (p_view.customer_group_id is null or t.customer_group_id = p_view.customer_group_id)
              and (p_view.group_id is null or t.group_id = p_view.group_id) and (p_view.kind is null or t.kind = p_view.kind)
            group by 1, 2
        ), late as materialized (
            select c.group_id, c.n from td.tallied(p_view, 10, '1990-01-01', v_today - 1, p_by_group => true) as c
            union all select p.group_id, p.n from passed as p
        ), total as materialized (
            select (select coalesce(sum(p.n), 0) from placed as p) as open, (select coalesce(sum(l.n), 0) from late as l) as late
        ), aged as materialized (
            -- Only the young ones day by day: what is left of all is older. Of what is late the days of both are kept, and few of the young are.
            select width_bucket(v_today - c.day, v_ages) as age, sum(c.open) as open, sum(c.late) as late
            from (select o.day, o.n as open, 0 as late from td.tallied(p_view, 1, v_today - 14, '2199-12-31', p_by_day => true) as o
                  union all
                  select c.day, 0, c.n from td.tallied(p_view, 4, v_today - 14, '2199-12-31', p_by_day => true) as c where c.part < v_due
                  union all
                  select p.day, 0, p.n from passed as p where p.day > v_today - 15) as c
            group by 1
        )
        select jsonb_build_object(
            'open', t.open, 'overdue', t.late,
            'due_today', (select coalesce(sum(d.n), 0) from dated as d where d.day = v_today),
            'due_week', (select coalesce(sum(d.n), 0) from dated as d where d.day between v_today and v_week),
            'states', (select coalesce(jsonb_agg(jsonb_build_array(s.part, s.n) order by s.part), '[]')
                       from (select p.part, sum(p.n) as n from placed as p group by p.part having sum(p.n) > 0) as s),
            'ages', (select jsonb_agg(jsonb_build_array(g.age, case when g.age < 5 then coalesce(a.open, 0) else t.open - y.open end,
                                                        case when g.age < 5 then coalesce(a.late, 0) else t.late - y.late end) order by g.age)
                     from generate_series(0, 5) as g (age) left join aged as a on a.age = g.age
                     cross join (select coalesce(sum(a.open), 0) as open, coalesce(sum(a.late), 0) as late from aged as a) as y),
            'groups', (select coalesce(jsonb_agg(jsonb_build_array(g.group_id, g.n, coalesce(l.n, 0)) order by g.group_id), '[]')
                       from (select p.group_id, sum(p.n) as n from placed as p group by p.group_id having sum(p.n) > 0) as g
                       left join (select l.group_id, sum(l.n) as n from late as l group by l.group_id) as l on l.group_id = g.group_id))
        from total as t);
end
$$;
comment on function td.board_backlog(td.board_view, timestamptz, text) is 'What is open now: by state, age and group; what is due and overdue.';

create or replace function td.board_flow(p_view td.board_view, p_by text) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_before bigint;
begin
    if p_view.group_id = any (td.small_groups()) then
        return '[]';
    end if;
    v_before := (select coalesce(sum(c.n), 0) from td.tallied(p_view, 2, '1990-01-01', p_view.since - 1) as c)
              - (select coalesce(sum(c.n), 0) from td.tallied(p_view, 3, '1990-01-01', p_view.since - 1) as c);
    return (
        select coalesce(jsonb_agg(jsonb_build_array(s.since, s.until, s.came, s.went, v_before + s.stays) order by s.since), '[]')
        from (
            select greatest(d.since, p_view.since) as since, least((d.since + ('1 ' || p_by)::interval)::date - 1, p_view.until) as until,
                coalesce(x.came, 0) as came, coalesce(x.went, 0) as went,
                sum(coalesce(x.came, 0) - coalesce(x.went, 0)) over (order by d.since) as stays
            from (select g::date as since
                  from generate_series(date_trunc(p_by, p_view.since::timestamp), p_view.until::timestamp, ('1 ' || p_by)::interval) as g) as d
            left join (
                select date_trunc(p_by, c.day::timestamp)::date as since, sum(c.n) filter (where c.new) as came,
                    sum(c.n) filter (where not c.new) as went
                from (select n.day, n.n, true as new from td.tallied(p_view, 2, p_view.since, p_view.until, p_by_day => true) as n
                      union all select f.day, f.n, false from td.tallied(p_view, 3, p_view.since, p_view.until, p_by_day => true) as f) as c
                group by 1) as x on x.since = d.since
        ) as s);
end
$$;
comment on function td.board_flow(td.board_view, text) is 'Per day, week or month: what was reported, what was finished, what was open at its end; of a small group nothing.';

create or replace function td.board_work(p_view td.board_view) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_finished bigint;
    v_reopened bigint;
begin
    if p_view.group_id = any (td.small_groups()) then
        return jsonb_build_object('small', true);
    end if;
    select coalesce(sum(c.n), 0), coalesce(sum(c.n) filter (where c.part = 1), 0) into v_finished, v_reopened
    from td.tallied(p_view, 3, p_view.since, p_view.until) as c;
    return jsonb_build_object(
        'small', false,
        'finished', v_finished, 'reopened', v_reopened,
        'promises', (
            select coalesce(jsonb_agg(jsonb_build_array(s.customer_group_id, s.measure, s.kept, s.missed) order by s.customer_group_id, s.measure), '[]')
            from (select c.customer_group_id, c.part / 2 as measure, coalesce(sum(c.n) filter (where c.part % 2 = 1), 0) as kept,
                      coalesce(sum(c.n) filter (where c.part % 2 = 0), 0) as missed
                  from td.tallied(p_view, 5, p_view.since, p_view.until, p_by_customer => true) as c group by 1, 2 having sum(c.n) > 0) as s),
        'clock', td.board_quantiles(p_view, false), 'business', td.board_quantiles(p_view, true));
end
$$;
comment on function td.board_work(td.board_view)
    is 'What was finished in the time: how much, how long it took, whether promises were kept; of a small group nothing.';

create or replace function td.board_hand_overs(p_view td.board_view) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_all td.board_view := p_view;
begin
    -- Of a single group, both what it gave and what it got.
    v_all.group_id := null;
    return (
        select coalesce(jsonb_agg(jsonb_build_array(s.source, s.target, s.n, s.back) order by s.source, s.target), '[]')
        from (select c.group_id as source, c.part as target, coalesce(sum(c.n) filter (where not c.again), 0) as n,
                  coalesce(sum(c.n) filter (where c.again), 0) as back
              from (select m.*, false as again from td.tallied(v_all, 8, p_view.since, p_view.until, p_by_group => true) as m
                    union all select b.*, true from td.tallied(v_all, 9, p_view.since, p_view.until, p_by_group => true) as b) as c
              where p_view.group_id is null or p_view.group_id in (c.group_id, c.part)
              group by 1, 2 having sum(c.n) filter (where not c.again) > 0) as s);
end
$$;
comment on function td.board_hand_overs(td.board_view) is 'From which group to which, how often, and how often of these back to one that had had the case.';

create or replace function td.board_is_behind() returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_seen pg_snapshot := (select s.seen from td.time_state as s);
begin
    return v_seen is null or exists (select from td.time_due)
        -- In the index's order, as the relay asks: the planner does not know how few are as young.
        or (select e.id from td.event as e
            where e.xid >= pg_snapshot_xmin(v_seen) and not pg_visible_in_snapshot(e.xid, v_seen) order by e.xid desc limit 1) is not null;
end
$$;
comment on function td.board_is_behind() is 'Whether something happened that is not counted yet.';

create or replace function api.board(
    since date, until date, by text default 'day', customer_group_id integer default null, group_id integer default null, kind integer default null)
    returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_view td.board_view := td.board_view(since, until, customer_group_id, group_id, kind);
    v_now timestamptz := statement_timestamp();
    v_zone text := td.board_zone();
begin
    if by is null or by not in ('day', 'week', 'month') then
        perform td.refuse_input('by', 'unknown');
    end if;
    if until - since > (case by when 'day' then 400 when 'week' then 2000 else 40000 end) then
        perform td.refuse_input('until', 'out_of_range');
    end if;
    return jsonb_build_object(
        'now', v_now, 'zone', v_zone, 'today', (v_now at time zone v_zone)::date, 'behind', td.board_is_behind(),
        'counting', (select s.put_off from td.board_state as s),
        'small_groups', to_jsonb(td.small_groups()),
        'backlog', td.board_backlog(v_view, v_now, v_zone), 'flow', td.board_flow(v_view, by),
        'work', td.board_work(v_view), 'hand_overs', td.board_hand_overs(v_view));
end
$$;
comment on function api.board(date, date, text, integer, integer, integer)
    is 'The dashboard''s figures for a stretch of days and a choice of cases; for those who see every case of the desk.';
grant execute on function api.board(date, date, text, integer, integer, integer) to td_coordinator, td_auditor;
