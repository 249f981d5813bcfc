-- as td_api
-- Durations (F13) from the log: what a case took, with which group, from whom to whom. Counted behind the writers' backs, in batches; the
-- same count from nothing gives the same rows, so that every figure can be retraced.

create or replace function td.time_steps(p_ids bigint[])
    returns table (ticket_id bigint, seq integer, at timestamptz, until timestamptz, imported boolean, what text, before smallint,
        state smallint, named integer, holder_id integer)
language sql stable set search_path = pg_catalog, pg_temp
as $$
    with step as (
        -- Only steps that say where the case stands. Of imported history each step says who had it then, of ours those that hand it over.
        select l.ticket_id, l.seq, l.at::timestamptz as at, l.cause = 4 as imported, l.what,
            case when l.cause = 4 then l.data ->> 'state' else l.data ->> 'to' end::smallint as given,
            l.cause = 4 or l.what in ('recorded', 'assigned', 'forwarded', 'commissioned', 'given_back', 'returned') as names,
            (l.data ->> 'group')::integer as group_id
        from td.log as l
        where l.ticket_id = any (p_ids) and (l.cause = 4 or l.data ? 'to')
    ), numbered as (
        select s.*, count(s.given) over w as state_nr, count(*) filter (where s.names) over w as name_nr
        from step as s window w as (partition by s.ticket_id order by s.seq)
    ), stood as (
        select n.*, max(n.given) over (partition by n.ticket_id, n.state_nr) as state,
            max(case when n.names then n.group_id end) over (partition by n.ticket_id, n.name_nr) as row_group
        from numbered as n
    ), worked as (
        select s.*, count(*) filter (where s.state < 8 and s.state <> 6) over (partition by s.ticket_id order by s.seq) as work_nr from stood as s
    )
    select w.ticket_id, w.seq, w.at, lead(w.at) over o, w.imported, w.what, lag(w.state) over o, w.state,
        case when w.names then w.group_id end,
        case when w.state >= 8 then null
             when w.imported then w.row_group
             -- Who waits has it still: whoever had it before.
             when w.state = 6 then max(case when w.state in (4, 5) then w.row_group end) over (partition by w.ticket_id, w.work_nr)
             when w.state in (4, 5) then w.row_group end
    from worked as w window o as (partition by w.ticket_id order by w.seq)
$$;
comment on function td.time_steps(bigint[])
    is 'The steps of cases that say where they stand: from when until when, in which state, and which group had them.';

create or replace function td.time_calendar(p_ticket_id bigint, p_customer_group_id integer) returns integer
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select coalesce(
        (select k.calendar_id from td.clock as k
         where k.ticket_id = p_ticket_id and k.group_id is null and k.calendar_id is not null and not k.void
         order by k.measure desc, k.id desc limit 1),
        (select c.calendar_id from td.customer_group as c where c.id = p_customer_group_id),
        (select o.calendar_id from td.office as o))
$$;
comment on function td.time_calendar(bigint, integer)
    is 'By whose hours a case is counted: its promise''s (the solution''s first), else its customer group''s, else the office''s.';

create or replace function td.stretches(p_ids bigint[])
    returns table (ticket_id bigint, seq integer, at timestamptz, until timestamptz, imported boolean, what text, before smallint,
        state smallint, named integer, holder_id integer, calendar_id integer, clock_us bigint, business_us bigint, holder_us bigint)
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select s.ticket_id, s.seq, s.at, s.until, s.imported, s.what, s.before, s.state, s.named, s.holder_id, c.calendar_id,
        greatest(td.micros(s.until) - td.micros(s.at), 0), b.us,
        case when s.holder_id is null then null when h.calendar_id is not distinct from c.calendar_id then b.us
             else td.worked(h.calendar_id, s.at, s.until) end
    from td.time_steps(p_ids) as s
    join (select t.id, td.time_calendar(t.id, t.customer_group_id) as calendar_id
          from td.ticket as t where t.id = any (p_ids) offset 0) as c on c.id = s.ticket_id
    left join (select g.id, coalesce(g.calendar_id, (select o.calendar_id from td.office as o)) as calendar_id from td.work_group as g) as h
        on h.id = s.holder_id
    cross join lateral (
        select case when s.state < 8 and s.until is not null then td.worked(c.calendar_id, s.at, s.until) end as us offset 0) as b
$$;
comment on function td.stretches(bigint[]) is 'The stretches of cases with what each took, in microseconds: clock time, the case''s and its group''s working time.';

create or replace function td.write_times(p_ids bigint[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    with stretch as materialized (
        select * from td.stretches(p_ids)
    ), ended as (
        select s.*, s.state = 6 as waits from stretch as s where s.state < 8 and s.until is not null
    ), last as (
        select distinct on (s.ticket_id) s.* from stretch as s order by s.ticket_id, s.seq desc
    ), whole as (
        select s.ticket_id, min(s.at) as received_at,
            -- Into and out of the answered and ended states, and into the ended ones: the last time counts.
            max(s.at) filter (where s.state >= 8 and coalesce(s.before, 1) < 8) as answered_at,
            max(s.at) filter (where s.state >= 9 and coalesce(s.before, 1) < 9) as ended_at,
            max(s.at) filter (where s.state is distinct from s.before) as state_since,
            count(*) filter (where s.what = 'reopened' or s.imported and s.before >= 8 and s.state < 8) as reopened,
            max(s.calendar_id) as calendar_id
        from stretch as s group by s.ticket_id
    ), taken as (
        select e.ticket_id, sum(e.clock_us) filter (where not e.waits) as clock_us, sum(e.clock_us) filter (where e.waits) as waiting_us,
            sum(e.business_us) filter (where not e.waits) as business_us, sum(e.business_us) filter (where e.waits) as waiting_business_us,
            bool_or(e.business_us is null) as unknown
        from ended as e group by e.ticket_id
    ), by_state as (
        select e.ticket_id, array_agg(e.clock_s order by e.state) as clock_s, array_agg(e.business_s order by e.state) as business_s
        from (select w.ticket_id, n.state, coalesce(sum(e.clock_us), 0)::bigint / 1000000 as clock_s,
                  coalesce(sum(e.business_us), 0)::bigint / 1000000 as business_s
              from whole as w cross join generate_series(1, 7) as n (state)
              left join ended as e on e.ticket_id = w.ticket_id and e.state = n.state group by w.ticket_id, n.state) as e
        group by e.ticket_id
    ), came as (
        select s.ticket_id, s.seq, s.at, s.named, lag(s.named) over o as before,
            row_number() over (partition by s.ticket_id, s.named order by s.seq) > 1 as again
        from stretch as s where s.named is not null window o as (partition by s.ticket_id order by s.seq)
    ), moved as (
        select c.ticket_id, c.seq, c.at, c.before, c.named, c.again from came as c where c.named <> c.before
    ), kept_moves as (
        insert into td.hand_over (ticket_id, seq, at, from_group_id, to_group_id, back)
        select m.ticket_id, m.seq, m.at, m.before, m.named, m.again from moved as m
        on conflict (ticket_id, seq) do nothing
    ), per_case as (
        select s.ticket_id, count(*) as moves, count(*) filter (where s.again) as back from moved as s group by s.ticket_id
    ), per_group as (
        select s.ticket_id, s.holder_id, count(*) filter (where s.comes) as stretches, min(s.at) as first_at,
            case when bool_or(s.until is null) then null else max(s.until) end as last_until,
            coalesce(sum(s.clock_us) filter (where s.state <> 6), 0)::bigint / 1000000 as clock_s,
            coalesce(sum(s.holder_us) filter (where s.state <> 6), 0)::bigint / 1000000 as business_s,
            coalesce(sum(s.clock_us) filter (where s.state = 6), 0)::bigint / 1000000 as waiting_clock_s,
            coalesce(sum(s.holder_us) filter (where s.state = 6), 0)::bigint / 1000000 as waiting_business_s,
            bool_or(s.until is not null and s.holder_us is null) as unknown
        from (select x.*, x.holder_id is distinct from lag(x.holder_id) over (partition by x.ticket_id order by x.seq) as comes from stretch as x) as s
        where s.holder_id is not null group by s.ticket_id, s.holder_id
    ), kept_groups as (
        insert into td.group_time as g (ticket_id, group_id, stretches, first_at, last_until, clock_s, business_s, waiting_clock_s, waiting_business_s)
        select p.ticket_id, p.holder_id, p.stretches, p.first_at, p.last_until, p.clock_s, case when not p.unknown then p.business_s end,
            p.waiting_clock_s, case when not p.unknown then p.waiting_business_s end
        from per_group as p
        on conflict (ticket_id, group_id) do update
        set stretches = excluded.stretches, first_at = excluded.first_at, last_until = excluded.last_until, clock_s = excluded.clock_s,
            business_s = excluded.business_s, waiting_clock_s = excluded.waiting_clock_s, waiting_business_s = excluded.waiting_business_s
        where g is distinct from excluded
    )
    insert into td.case_time as c (ticket_id, state, state_since, open_since, holder_id, calendar_id, received_at, answered_at, ended_at,
        clock_s, business_s, waiting_clock_s, waiting_business_s, states_clock_s, states_business_s, hand_overs, handed_back, reopened)
    select w.ticket_id, l.state, w.state_since, case when l.state < 8 then l.at end, l.holder_id, w.calendar_id, w.received_at,
        case when l.state >= 8 then w.answered_at end, case when l.state >= 9 then w.ended_at end,
        coalesce(t.clock_us, 0)::bigint / 1000000, case when k.known then coalesce(t.business_us, 0)::bigint / 1000000 end,
        coalesce(t.waiting_us, 0)::bigint / 1000000, case when k.known then coalesce(t.waiting_business_us, 0)::bigint / 1000000 end,
        b.clock_s, case when k.known then b.business_s end, coalesce(m.moves, 0), coalesce(m.back, 0), w.reopened
    from whole as w join last as l using (ticket_id) left join taken as t using (ticket_id) join by_state as b using (ticket_id)
    left join per_case as m using (ticket_id)
    cross join lateral (select w.calendar_id is not null and not coalesce(t.unknown, false) as known) as k
    order by w.ticket_id
    on conflict (ticket_id) do update
    set state = excluded.state, state_since = excluded.state_since, open_since = excluded.open_since, holder_id = excluded.holder_id,
        calendar_id = excluded.calendar_id, answered_at = excluded.answered_at, ended_at = excluded.ended_at, clock_s = excluded.clock_s,
        business_s = excluded.business_s, waiting_clock_s = excluded.waiting_clock_s, waiting_business_s = excluded.waiting_business_s,
        states_clock_s = excluded.states_clock_s, states_business_s = excluded.states_business_s, hand_overs = excluded.hand_overs,
        handed_back = excluded.handed_back, reopened = excluded.reopened
    where c is distinct from excluded;
end
$$;
comment on function td.write_times(bigint[]) is 'Counts cases from their logs and keeps what they took; rows that are right already are not written.';

create or replace function td.time_rules() returns text
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select md5(concat_ws('|', (select o.calendar_id from td.office as o),
        (select string_agg(c.id || ':' || c.calendar_id, ',' order by c.id) from td.customer_group as c where c.calendar_id is not null),
        (select string_agg(g.id || ':' || g.calendar_id, ',' order by g.id) from td.work_group as g where g.calendar_id is not null),
        (select string_agg(k.id || ':' || k.laid_version, ',' order by k.id) from td.calendar as k)))
$$;
comment on function td.time_rules() is 'A fingerprint of whose hours count and which they are: when it changes, every case is counted anew.';

create or replace function td.changed_since(p_seen pg_snapshot) returns setof bigint
language plpgsql stable set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
begin
    -- Planned with the snapshot at hand each time: without it the planner takes a third of all events for new ones, and reads them all.
    -- What changes no duration counts as seen all the same: the dashboard would be behind until something else happens.
    return query select distinct case when e.what in ('reminded', 'clocks_moved') then 0 else e.ticket_id end from td.event as e
        where e.xid >= pg_snapshot_xmin(p_seen) and not pg_visible_in_snapshot(e.xid, p_seen);
end
$$;
comment on function td.changed_since(pg_snapshot)
    is 'The cases that something was told of since a snapshot; 0 and below for what changes no case''s durations. For the worker''s count.';

create or replace function td.follow_times(p_limit integer default 500) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_state td.time_state;
    v_rules text := td.time_rules();
    v_now pg_snapshot := pg_current_snapshot();
    v_ids bigint[];
    v_more bigint[];
    v_changed bigint[];
    v_room integer;
    v_through boolean;
begin
    -- One worker counts; a lock of this kind writes nothing.
    if not pg_try_advisory_xact_lock(1952737652, 1) then
        return 0;
    end if;
    select s.* into v_state from td.time_state as s;
    -- Through all cases, or nearly: what was put off comes now, before anything else is written.
    if (select s.put_off from td.board_state as s)
       and (select count(*) from (select from td.ticket as t where t.id > v_state.filled_to limit p_limit) as m) < p_limit then
        perform td.count_board();
    end if;
    -- Other hours; away for so long that what happened may have been cleared away; or a database brought back, whose transactions are counted anew.
    if v_state.rules <> v_rules or v_state.seen is null or v_state.looked_at < clock_timestamp() - interval '25 days'
       or pg_snapshot_xmax(v_state.seen) > pg_snapshot_xmax(v_now) then
        update td.time_state as s set rules = v_rules, seen = v_now, filled_to = 0, looked_at = clock_timestamp();
        v_state.filled_to := 0;
    else
        v_changed := array(select c from td.changed_since(v_state.seen) as c);
        if v_changed <> '{}' or v_state.looked_at < clock_timestamp() - interval '1 day' then
            insert into td.time_due (ticket_id) select c from unnest(v_changed) as c where c > 0 order by c on conflict do nothing;
            update td.time_state as s set seen = v_now, looked_at = clock_timestamp();
        end if;
    end if;
    -- What somebody changed just now goes before what was there; both in one batch, so that a busy office does not keep the old ones waiting.
    with taken as (
        delete from td.time_due as d where d.ticket_id in (select n.ticket_id from td.time_due as n order by n.ticket_id limit p_limit)
        returning d.ticket_id)
    select coalesce(array_agg(t.ticket_id), '{}') into v_ids from taken as t;
    v_room := p_limit - cardinality(v_ids);
    v_more := array(select t.id from td.ticket as t where t.id > v_state.filled_to order by t.id limit v_room);
    v_through := cardinality(v_more) < v_room;
    if v_more <> '{}' then
        update td.time_state as s set filled_to = (select max(i) from unnest(v_more) as i);
        v_ids := array(select distinct i from unnest(v_ids || v_more) as i order by i);
    end if;
    if v_ids <> '{}' then
        perform td.write_times(v_ids);
        -- At least as many to come as are behind.
        perform td.write_board(v_ids, not v_through and (
            select max(t.id) - v_state.filled_to > v_state.filled_to - min(t.id) from td.ticket as t));
    end if;
    return cardinality(v_ids);
end
$$;
comment on function td.follow_times(integer)
    is 'Counts what cases took, and the dashboard after it: those changed since the last look, then those never counted; returns how many. For the worker, which asks again until it is none.';
grant execute on function td.follow_times(integer) to td_worker;

create or replace function td.recount_times() returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    update td.time_state as s set filled_to = 0;
end
$$;
comment on function td.recount_times() is 'Has every case counted anew from its log by the worker; what was right stays untouched.';
