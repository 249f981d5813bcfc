-- as td_api
-- The dashboard's counts: brought up to a batch of cases by the differences, right after what those took was counted; or made from nothing.

create or replace function td.board_zone() returns text
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select coalesce((select c.zone::text from td.office as o join td.calendar as c on c.id = o.calendar_id), 'Europe/Berlin')
$$;
comment on function td.board_zone() is 'By whose midnight the dashboard tells days apart: the zone of the office''s calendar.';

create or replace function td.board_facts(p_ids bigint[], p_zone text) returns setof td.board_fact
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select t.id, t.customer_group_id, coalesce(t.group_id, 0), t.kind, t.state,
        case when t.hidden then coalesce(t.requester_id, t.kept_from) end,
        (t.recorded_at at time zone p_zone)::date,
        case when t.state >= 8 then (coalesce(t.answered_at, t.closed_at, t.updated_at) at time zone p_zone)::date end,
        case when t.state <= 7 and t.due_at < '2200-01-01' then (t.due_at at time zone p_zone)::date end,
        t.state >= 8 and t.reopened > 0,
        -- Up to 30 seconds each second is a stretch of its own; from there on a stretch is a twentieth longer than the one before.
        s.clock_s, coalesce(case when s.clock_s < 30 then s.clock_s else 30 + floor(20 * ln(s.clock_s / 30.0::double precision)) end, 0)::smallint,
        s.business_s,
        coalesce(case when s.business_s < 30 then s.business_s else 30 + floor(20 * ln(s.business_s / 30.0::double precision)) end, 0)::smallint,
        coalesce(p.days, '{}'), coalesce(p.parts, '{}'),
        coalesce(m.days, '{}'), coalesce(m.sources, '{}'), coalesce(m.targets, '{}'), coalesce(m.backs, '{}')
    from td.ticket as t
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
    where t.id = any (p_ids) and t.way <> 2
$$;
comment on function td.board_facts(bigint[], text) is 'What whole cases count as on the dashboard, from what is known of them now. A part does not count.';

create or replace function td.board_counts(p_more td.board_fact[], p_less td.board_fact[])
    returns table (figure smallint, level smallint, customer_group_id integer, group_id integer, kind smallint, day date, part integer, n bigint)
language sql stable set search_path = pg_catalog, pg_temp
as $$
    with fact as materialized (
        select m.*, 1 as sign from unnest(p_more) as m union all select m.*, -1 from unnest(p_less) as m
    ), cell as (
        -- 1 open, by report and state. 2 reported. 3 finished, and whether opened again before. 4 open with a date, by report and date.
        -- 5 promises decided. 6 and 7 durations of what was solved, by stretch. 8 handed over, from its group to which; 9 the same, back to one
        -- that had had it before. 10 open with a date, by date.
        select 1 as figure, f.customer_group_id, f.group_id, f.kind, f.recorded_on::date as day, f.state::integer as part, f.sign from fact as f where f.state <= 7
        union all select 2, f.customer_group_id, f.group_id, f.kind, f.recorded_on, 0, f.sign from fact as f
        union all select 3, f.customer_group_id, f.group_id, f.kind, f.finished_on, f.reopened::integer, f.sign from fact as f where f.state >= 8
        union all select 4, f.customer_group_id, f.group_id, f.kind, f.recorded_on, f.due_on - '2000-01-01'::date, f.sign
            from fact as f where f.due_on is not null
        union all select 10, f.customer_group_id, f.group_id, f.kind, f.due_on, 0, f.sign from fact as f where f.due_on is not null
        union all select 5, f.customer_group_id, f.group_id, f.kind, c.day, c.part, f.sign
            from fact as f cross join unnest(f.promised, f.promises) as c (day, part)
        union all select 6, f.customer_group_id, f.group_id, f.kind, f.finished_on, f.clock_bucket, f.sign from fact as f where f.clock_s is not null
        union all select 7, f.customer_group_id, f.group_id, f.kind, f.finished_on, f.business_bucket, f.sign from fact as f where f.business_s is not null
        union all select w.figure, f.customer_group_id, m.source, f.kind, m.day, m.target, f.sign
            from fact as f cross join unnest(f.moved, f.moved_from, f.moved_to, f.moved_back) as m (day, source, target, back)
            cross join (values (8), (9)) as w (figure) where w.figure = 8 or m.back
    )
    select c.figure::smallint, l.level::smallint, case when l.level in (1, 4) then c.customer_group_id else 0 end,
        case when l.level in (2, 4) then c.group_id else 0 end, case when l.level in (3, 4) then c.kind else 0 end::smallint, c.day, c.part, sum(c.sign)
    from cell as c cross join generate_series(0, 4) as l (level)
    group by 1, 2, 3, 4, 5, 6, 7 having sum(c.sign) <> 0
$$;
comment on function td.board_counts(td.board_fact[], td.board_fact[])
    is 'The difference that cases make to the counts: those of the first list more, those of the second less.';

create or replace function td.write_board(p_ids bigint[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_zone text := (select s.zone from td.board_state as s);
    v_before td.board_fact[];
    v_after td.board_fact[];
begin
    if v_zone = '' then
        -- The first case of all.
        v_zone := td.board_zone();
        update td.board_state as s set zone = v_zone;
    elsif v_zone <> td.board_zone() then
        perform td.rebuild_board();
        return;
    end if;
    v_before := array(select f from td.board_fact as f where f.ticket_id = any (p_ids));
    v_after := array(select f from td.board_facts(p_ids, v_zone) as f);
    -- Whatever counts as before makes no difference, and costs nothing further.
    select array(select a from unnest(v_after) as a left join unnest(v_before) as b on b.ticket_id = a.ticket_id
                 where b.ticket_id is null or b <> a),
           array(select b from unnest(v_before) as b left join unnest(v_after) as a on a.ticket_id = b.ticket_id
                 where a.ticket_id is null or a <> b)
    into v_after, v_before;
    if v_after = '{}' and v_before = '{}' then
        return;
    end if;
    insert into td.board_tally as t (figure, level, customer_group_id, group_id, kind, day, part, n)
    select c.* from td.board_counts(v_after, v_before) as c
    on conflict (figure, level, customer_group_id, group_id, kind, day, part) do update set n = t.n + excluded.n;
    if exists (select from td.board_tally as t where t.n < 0) then
        -- Cannot be, as long as nobody writes past this function.
        perform td.rebuild_board();
        return;
    end if;
    delete from td.board_tally as t where t.n < 1;
    delete from td.board_fact as f where f.ticket_id in (select b.ticket_id from unnest(v_before) as b);
    insert into td.board_fact select a.* from unnest(v_after) as a;
end
$$;
comment on function td.write_board(bigint[]) is 'Brings the dashboard''s counts up to these cases.';

create or replace function td.rebuild_board() returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_zone text := td.board_zone();
    v_last bigint := 0;
    v_ids bigint[];
    v_facts td.board_fact[];
begin
    delete from td.board_tally;
    delete from td.board_fact;
    -- In pieces: of all at once the counts would not fit into memory.
    loop
        v_ids := array(select t.id from td.ticket as t where t.id > v_last order by t.id limit 20000);
        exit when v_ids = '{}';
        v_last := v_ids[cardinality(v_ids)];
        v_facts := array(select f from td.board_facts(v_ids, v_zone) as f);
        insert into td.board_fact select f.* from unnest(v_facts) as f;
        insert into td.board_tally as t (figure, level, customer_group_id, group_id, kind, day, part, n)
        select c.* from td.board_counts(v_facts, '{}') as c
        on conflict (figure, level, customer_group_id, group_id, kind, day, part) do update set n = t.n + excluded.n;
    end loop;
    update td.board_state as s set zone = v_zone;
end
$$;
comment on function td.rebuild_board() is 'Counts the dashboard''s figures from nothing: when days are told apart by another midnight, and to prove that the differences were right.';
