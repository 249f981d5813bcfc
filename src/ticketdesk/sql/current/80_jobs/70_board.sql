-- as td_api
-- The dashboard's counts: brought up to a batch of cases by the differences, right after what those took was counted; or made from nothing.

create or replace function td.board_zone() returns text
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select coalesce((select c.zone::text from td.office as o join td.calendar as c on c.id = o.calendar_id), 'Europe/Berlin')
$$;
comment on function td.board_zone() is 'By whose midnight the dashboard tells days apart: the zone of the office''s calendar.';

create or replace function td.board_facts(p_ids bigint[], p_zone text) returns setof td.board_fact
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    -- In this language for its plans, which are kept: planning took longer than counting one case.
    return query
        select t.id, t.customer_group_id, coalesce(t.group_id, 0), t.kind, t.state,
            case when t.hidden then coalesce(t.requester_id, t.kept_from) end,
            (t.recorded_at at time zone p_zone)::td.day,
            (case when t.state >= 8 then coalesce(t.answered_at, t.closed_at, t.updated_at) at time zone p_zone end)::td.day,
            (case when t.state <= 7 and x.at < '2200-01-01' then x.at at time zone p_zone end)::td.day,
            t.state >= 8 and t.reopened > 0,
            -- Up to 30 seconds each second is a stretch of its own; from there on a stretch is a twentieth longer than the one before.
            s.clock_s, coalesce(case when s.clock_s < 30 then s.clock_s else 30 + floor(20 * ln(s.clock_s / 30.0::double precision)) end, 0)::smallint,
            s.business_s,
            coalesce(case when s.business_s < 30 then s.business_s else 30 + floor(20 * ln(s.business_s / 30.0::double precision)) end, 0)::smallint,
            coalesce(p.days, '{}'), coalesce(p.parts, '{}'),
            coalesce(m.days, '{}'), coalesce(m.sources, '{}'), coalesce(m.targets, '{}'), coalesce(m.backs, '{}')
        from td.ticket as t
        cross join lateral (
            select least(t.due_at, t.promised_at, case when t.promise_stopped_at is null then t.promise_due_at end) as at) as x
        cross join lateral (select t.state in (8, 9) and t.answered_at is not null as solved) as o
        cross join lateral (
            select case when o.solved then greatest(floor(extract(epoch from t.answered_at - t.recorded_at)), 0)::bigint end as clock_s,
                case when o.solved then (select c.business_s from td.case_time as c where c.ticket_id = t.id and c.open_since is null) end as business_s
        ) as s
        left join lateral (
            select array_agg((k.ended_at at time zone p_zone)::date order by k.id) as days,
                array_agg((k.measure * 2 + k.kept::integer)::smallint order by k.id) as parts
            from td.clock as k where k.ticket_id = t.id and k.group_id is null and k.kept is not null and not k.void
        ) as p on true
        left join lateral (
            select array_agg((h.at at time zone p_zone)::date order by h.seq) as days, array_agg(h.from_group_id order by h.seq) as sources,
                array_agg(h.to_group_id order by h.seq) as targets, array_agg(h.back order by h.seq) as backs
            from td.hand_over as h where h.ticket_id = t.id
        ) as m on true
        where t.id = any (p_ids) and t.way <> 2;
end
$$;
comment on function td.board_facts(bigint[], text) is 'What whole cases count as on the dashboard, from what is known of them now. A part does not count.';

create or replace function td.board_counts(p_more td.board_fact[], p_less td.board_fact[])
    returns table (figure smallint, level smallint, customer_group_id integer, group_id integer, kind smallint, day date, part integer, n bigint)
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return query
        with fact as materialized (
            select m.*, 1 as sign from unnest(p_more) as m union all select m.*, -1 from unnest(p_less) as m
        ), cell as (
            -- 1 open, by report. 2 reported. 3 finished, and whether opened again before. 4 open with a date, by report and date. 5 promises decided.
            -- 6 and 7 durations of what was solved, by stretch. 8 handed over, from its group to which; 9 the same, back to one that had had it
            -- before. 10 open with a date, by date. 11 open, by state and not by day.
            select 1 as figure, f.customer_group_id, f.group_id, f.kind, f.recorded_on::date as day, 0 as part, f.sign from fact as f where f.state <= 7
            union all select 2, f.customer_group_id, f.group_id, f.kind, f.recorded_on, 0, f.sign from fact as f
            union all select 3, f.customer_group_id, f.group_id, f.kind, f.finished_on, f.reopened::integer, f.sign from fact as f where f.state >= 8
            union all select 4, f.customer_group_id, f.group_id, f.kind, f.recorded_on, f.due_on - '2000-01-01'::date, f.sign
                from fact as f where f.due_on is not null
            union all select 10, f.customer_group_id, f.group_id, f.kind, f.due_on, 0, f.sign from fact as f where f.due_on is not null
            union all select 11, f.customer_group_id, f.group_id, f.kind, '2000-01-01', f.state, f.sign from fact as f where f.state <= 7
            union all select 5, f.customer_group_id, f.group_id, f.kind, c.day, c.part, f.sign
                from fact as f cross join unnest(f.promised, f.promises) as c (day, part)
            union all select 6, f.customer_group_id, f.group_id, f.kind, f.finished_on, f.clock_bucket, f.sign from fact as f where f.clock_s is not null
            union all select 7, f.customer_group_id, f.group_id, f.kind, f.finished_on, f.business_bucket, f.sign from fact as f where f.business_s is not null
            union all select w.figure, f.customer_group_id, m.source, f.kind, m.day, m.target, f.sign
                from fact as f cross join unnest(f.moved, f.moved_from, f.moved_to, f.moved_back) as m (day, source, target, back)
                cross join (values (8), (9)) as w (figure) where w.figure = 8 or m.back
        ), finest as materialized (
            select c.figure, c.customer_group_id, c.group_id, c.kind, c.day, c.part, sum(c.sign) as n from cell as c
            group by 1, 2, 3, 4, 5, 6 having sum(c.sign) <> 0
        )
        select f.figure::smallint, l.level::smallint, case when l.level in (1, 4, 6, 9) then f.customer_group_id else 0 end,
            case when l.level in (2, 4, 7, 9) then f.group_id else 0 end, case when l.level in (3, 4, 8, 9) then f.kind else 0 end::smallint,
            case when l.level < 5 then f.day else date_trunc('month', f.day::timestamp)::date end, f.part, sum(f.n)::bigint
        from finest as f cross join generate_series(0, 9) as l (level)
        -- By month what long stretches of days hold much of, and nobody reads day by day.
        where l.level < 5 or f.figure between 5 and 9
        group by 1, 2, 3, 4, 5, 6, 7 having sum(f.n) <> 0;
end
$$;
comment on function td.board_counts(td.board_fact[], td.board_fact[])
    is 'The difference that cases make to the counts: those of the first list more, those of the second less.';

create or replace function td.count_board() returns void
language plpgsql set search_path = pg_catalog, pg_temp set work_mem = '64MB'
as $$
begin
    -- In pieces only so that memory holds each; that each count is written once is what makes it quick. Everything is counted before the first
    -- row is written: from then on desks read again, at each news, what was new since (services/feed.py).
    with counted as materialized (
        select c.figure, c.level, c.customer_group_id, c.group_id, c.kind, c.day, c.part, sum(c.n) as n
        from (select min(o.ticket_id) as first, max(o.ticket_id) as last
              from (select f.ticket_id, (row_number() over (order by f.ticket_id) - 1) / 20000 as nr from td.board_fact as f) as o
              group by o.nr) as p
        cross join lateral td.board_counts(
            array(select f from td.board_fact as f where f.ticket_id between p.first and p.last), '{}') as c
        group by 1, 2, 3, 4, 5, 6, 7
        order by 1, 2, 3, 4, 5, 6, 7
    ), gone as (
        delete from td.board_tally where (select count(*) from counted) >= 0 returning 1
    )
    insert into td.board_tally (figure, level, customer_group_id, group_id, kind, day, part, n)
    select c.* from (select count(*) as n from gone) as g cross join counted as c;
    update td.board_state as s set put_off = false;
end
$$;
comment on function td.count_board() is 'Makes the dashboard''s counts anew from what the cases count as.';

create or replace function td.begin_board(p_zone text) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    update td.board_state as s set zone = p_zone, put_off = true;
    update td.time_state as s set filled_to = 0;
end
$$;
comment on function td.begin_board(text) is 'Has the worker look at every case again for the dashboard, and make its counts anew when it is through.';

create or replace function td.write_board(p_ids bigint[], p_put_off boolean) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_state td.board_state := (select s from td.board_state as s);
    v_before td.board_fact[];
    v_after td.board_fact[];
    v_none td.board_tally[];
begin
    if v_state.zone = '' then
        -- The first case of all.
        v_state.zone := td.board_zone();
        update td.board_state as s set zone = v_state.zone;
    elsif v_state.zone <> td.board_zone() then
        -- Every day may be another one now.
        v_state.zone := td.board_zone();
        v_state.put_off := true;
        perform td.begin_board(v_state.zone);
    end if;
    v_before := array(select f from td.board_fact as f where f.ticket_id = any (p_ids));
    v_after := array(select f from td.board_facts(p_ids, v_state.zone) as f);
    -- Whatever counts as before makes no difference, and costs nothing further.
    select array(select a from unnest(v_after) as a left join unnest(v_before) as b on b.ticket_id = a.ticket_id
                 where b.ticket_id is null or b <> a),
           array(select b from unnest(v_before) as b left join unnest(v_after) as a on a.ticket_id = b.ticket_id
                 where a.ticket_id is null or a <> b)
    into v_after, v_before;
    if v_after = '{}' and v_before = '{}' then
        return;
    end if;
    delete from td.board_fact as f where f.ticket_id in (select b.ticket_id from unnest(v_before) as b);
    insert into td.board_fact select a.* from unnest(v_after) as a;
    if v_state.put_off then
        return;
    elsif p_put_off and cardinality(v_after) > cardinality(p_ids) / 2 then
        update td.board_state as s set put_off = true;
        return;
    end if;
    with changed as (
        insert into td.board_tally as t (figure, level, customer_group_id, group_id, kind, day, part, n)
        select c.* from td.board_counts(v_after, v_before) as c
        on conflict (figure, level, customer_group_id, group_id, kind, day, part) do update set n = t.n + excluded.n
        returning t.*
    )
    select array_agg(c) filter (where c.n < 1) into v_none from changed as c;
    if exists (select from unnest(v_none) as o where o.n < 0) then
        -- Cannot be, as long as nobody writes past this function.
        perform td.begin_board(v_state.zone);
        return;
    end if;
    delete from td.board_tally as t using unnest(v_none) as o
    where (t.figure, t.level, t.customer_group_id, t.group_id, t.kind, t.day, t.part)
        = (o.figure, o.level, o.customer_group_id, o.group_id, o.kind, o.day, o.part);
end
$$;
comment on function td.write_board(bigint[], boolean)
    is 'Brings the dashboard''s counts up to these cases; or, where most of them changed and many more are to come, only what each counts as.';

create or replace function td.rebuild_board() returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_zone text := td.board_zone();
    v_last bigint := 0;
    v_ids bigint[];
begin
    -- As td.follow_times, which may be on its way: whoever calls it by hand waits for that, and the worker comes again.
    perform pg_advisory_xact_lock(1952737652, 1);
    delete from td.board_fact;
    loop
        v_ids := array(select t.id from td.ticket as t where t.id > v_last order by t.id limit 20000);
        exit when v_ids = '{}';
        v_last := v_ids[cardinality(v_ids)];
        insert into td.board_fact select f.* from td.board_facts(v_ids, v_zone) as f;
    end loop;
    update td.board_state as s set zone = v_zone;
    perform td.count_board();
end
$$;
comment on function td.rebuild_board() is 'Counts the dashboard''s figures from nothing at once: to prove that the differences were right.';
