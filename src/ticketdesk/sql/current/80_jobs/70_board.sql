-- as td_api
-- The dashboard's counts: brought up to a batch of cases by the differences, right after what those took was counted; or made from nothing.

create or replace function td.board_zone() returns text
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select coalesce((select c.zone::text from td.office as o join td.calendar as c on c.id = o.calendar_id), 'Europe/Berlin')
$$;
comment on function td.board_zone() is 'By whose midnight the dashboard tells days apart: the zone of the office''s calendar.';

create or replace function td.span_bucket(p_seconds bigint) returns smallint
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    -- Up to 30 seconds each second is one of its own; from there on a stretch is a twentieth longer than the one before.
    select case when p_seconds is null then 0
                when p_seconds < 30 then p_seconds
                else 30 + floor(20 * ln(p_seconds / 30.0::double precision)) end::smallint
$$;
comment on function td.span_bucket(bigint) is 'The stretch of durations that one belongs to; longer ones never belong to an earlier stretch.';

create or replace function td.board_facts(p_ids bigint[], p_zone text) returns setof td.board_fact
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select t.id, t.customer_group_id, coalesce(t.group_id, 0), t.kind, t.state,
        case when t.hidden then coalesce(t.requester_id, t.kept_from) end,
        (t.recorded_at at time zone p_zone)::date,
        case when t.state >= 8 then (coalesce(t.answered_at, t.closed_at, t.updated_at) at time zone p_zone)::date end,
        case when t.state <= 7 and t.due_at < '2200-01-01' then (t.due_at at time zone p_zone)::date end,
        t.state >= 8 and t.reopened > 0,
        s.clock_s, td.span_bucket(s.clock_s), s.business_s, td.span_bucket(s.business_s),
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

create or replace function td.board_cells(p_fact td.board_fact) returns table (figure smallint, day date, part integer, group_id integer)
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    -- 1 open, by report and state. 2 reported. 3 finished, by state. 4 open with a date, by report and date. 5 promises decided. 6 and 7
    -- durations of what was solved. 8 handed over, from its group to which; 9 the same, back to a group that had had it before.
    select 1::smallint, p_fact.recorded_on::date, p_fact.state::integer, p_fact.group_id where p_fact.state <= 7
    union all select 2::smallint, p_fact.recorded_on::date, 0, p_fact.group_id
    union all select 3::smallint, p_fact.finished_on::date, case when p_fact.reopened then 1 else 0 end, p_fact.group_id where p_fact.state >= 8
    union all select 4::smallint, p_fact.recorded_on::date, p_fact.due_on::date - '2000-01-01'::date, p_fact.group_id where p_fact.due_on is not null
    union all select 5::smallint, c.day, c.part::integer, p_fact.group_id from unnest(p_fact.promised, p_fact.promises) as c (day, part)
    union all select 6::smallint, p_fact.finished_on::date, p_fact.clock_bucket::integer, p_fact.group_id where p_fact.clock_s is not null
    union all select 7::smallint, p_fact.finished_on::date, p_fact.business_bucket::integer, p_fact.group_id where p_fact.business_s is not null
    union all select 8::smallint, m.day, m.target, m.source from unnest(p_fact.moved, p_fact.moved_from, p_fact.moved_to) as m (day, source, target)
    union all select 9::smallint, m.day, m.target, m.source
        from unnest(p_fact.moved, p_fact.moved_from, p_fact.moved_to, p_fact.moved_back) as m (day, source, target, back) where m.back
$$;
comment on function td.board_cells(td.board_fact) is 'What a case adds to the counts: figure, day, what is told apart within it, and the group it is counted for.';

create or replace function td.board_counts(p_more td.board_fact[], p_less td.board_fact[])
    returns table (figure smallint, level smallint, customer_group_id integer, group_id integer, kind smallint, day date, part integer, n bigint)
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select c.figure, l.level, l.customer_group_id, l.group_id, l.kind, c.day, c.part, sum(f.sign)
    from (select m as fact, 1 as sign from unnest(p_more) as m union all select m, -1 from unnest(p_less) as m) as f
    cross join lateral td.board_cells(f.fact) as c
    cross join lateral (values
        (0::smallint, 0, 0, 0::smallint), (1::smallint, (f.fact).customer_group_id, 0, 0::smallint), (2::smallint, 0, c.group_id, 0::smallint),
        (3::smallint, 0, 0, (f.fact).kind), (4::smallint, (f.fact).customer_group_id, c.group_id, (f.fact).kind)
    ) as l (level, customer_group_id, group_id, kind)
    group by 1, 2, 3, 4, 5, 6, 7 having sum(f.sign) <> 0
$$;
comment on function td.board_counts(td.board_fact[], td.board_fact[]) is 'The difference that cases make to the counts: those of the first list more, those of the second less.';

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
begin
    delete from td.board_tally;
    delete from td.board_fact;
    insert into td.board_fact select f.* from td.board_facts(array(select t.id from td.ticket as t), v_zone) as f;
    insert into td.board_tally (figure, level, customer_group_id, group_id, kind, day, part, n)
    select c.figure, l.level, l.customer_group_id, l.group_id, l.kind, c.day, c.part, count(*)
    from td.board_fact as f
    cross join lateral td.board_cells(f) as c
    cross join lateral (values
        (0::smallint, 0, 0, 0::smallint), (1::smallint, f.customer_group_id, 0, 0::smallint), (2::smallint, 0, c.group_id, 0::smallint),
        (3::smallint, 0, 0, f.kind), (4::smallint, f.customer_group_id, c.group_id, f.kind)
    ) as l (level, customer_group_id, group_id, kind)
    group by 1, 2, 3, 4, 5, 6, 7;
    update td.board_state as s set zone = v_zone;
end
$$;
comment on function td.rebuild_board() is 'Counts the dashboard''s figures from nothing: when days are told apart by another midnight, and to prove that the differences were right.';
