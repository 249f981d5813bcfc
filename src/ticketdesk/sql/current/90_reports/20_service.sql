-- as td_api
-- The service report: what was promised to customers and what became of it. Nothing here names a person or a group of ours; what groups owe
-- each other stands beside it, for ourselves alone (30_targets.sql).
create or replace function td.report_period(p_since timestamptz, p_until timestamptz, p_customers integer[], p_me integer, p_public boolean) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return (
        -- Each looked at once: everything below is counted from these two.
        with counted as materialized (
            -- What a customer reads is filed as he knows it.
            select c.*, case when p_public then f.category_id else t.category_id end as category, t.customer_group_id as customer,
                case when p_public then f.priority else t.priority end::integer as priority,
                c.received_at >= p_since as came, coalesce(c.solved and c.answered_at >= p_since, false) as done
            from td.report_cases(p_since, p_until) as c join td.ticket as t on t.id = c.ticket_id
            left join td.ticket_public as f on p_public and f.ticket_id = c.ticket_id
            where td.report_counts(t, p_customers, p_me)
        ), promised as materialized (
            select p.*, case when p_public then f.category_id else t.category_id end as category, t.customer_group_id as customer,
                case when p_public then f.priority else t.priority end::integer as priority
            from td.report_promises(p_since, p_until) as p join td.ticket as t on t.id = p.ticket_id
            left join td.ticket_public as f on p_public and f.ticket_id = p.ticket_id
            where td.report_counts(t, p_customers, p_me)
        ), filed as (
            select k.what, case k.what when 1 then c.category when 2 then c.priority else c.customer end as part,
                c.came::integer as received, c.done::integer as answered, 0 as kept, 0 as missed
            from counted as c cross join generate_series(1, 3) as k (what)
            union all
            select k.what, case k.what when 1 then p.category when 2 then p.priority else p.customer end, 0, 0,
                coalesce(p.kept, false)::integer, coalesce(not p.kept, false)::integer
            from promised as p cross join generate_series(1, 3) as k (what)
        ), part as (
            select f.what, f.part, sum(f.received) as received, sum(f.answered) as answered, sum(f.kept) as kept, sum(f.missed) as missed
            from filed as f group by f.what, f.part having sum(f.received + f.answered + f.kept + f.missed) > 0
        ), parts as (
            select p.what, jsonb_agg(jsonb_build_array(p.part, p.received, p.answered, p.kept, p.missed) order by p.part nulls last) as rows
            from part as p group by p.what
        ), span as (
            select extract(epoch from c.answered_at - c.received_at)::bigint as s from counted as c where c.done
        )
        select jsonb_build_object(
            'totals', jsonb_build_object(
                'received', (select count(*) from counted as c where c.came), 'answered', (select count(*) from counted as c where c.done),
                'closed', (select count(*) from counted as c where c.state = 9 and c.ended_at >= p_since),
                'withdrawn', (select count(*) from counted as c where c.state = 10 and c.ended_at >= p_since),
                'rejected', (select count(*) from counted as c where c.state = 11 and c.ended_at >= p_since),
                'reopened', (select coalesce(sum(c.reopened), 0) from counted as c),
                'whole', (select jsonb_build_array(percentile_cont(0.5) within group (order by s.s), percentile_cont(0.9) within group (order by s.s))
                          from span as s),
                'promises', (
                    select coalesce(jsonb_agg(jsonb_build_array(m.measure, m.kept, m.missed, m.owed) order by m.measure), '[]')
                    from (select p.measure, count(*) filter (where p.kept) as kept, count(*) filter (where not p.kept) as missed,
                              count(*) filter (where p.kept is null) as owed
                          from promised as p group by p.measure) as m)),
            'categories', coalesce((select p.rows from parts as p where p.what = 1), '[]'),
            'priorities', coalesce((select p.rows from parts as p where p.what = 2), '[]'),
            'customers', coalesce((select p.rows from parts as p where p.what = 3 and not p_public), '[]')));
end
$$;
comment on function td.report_period(timestamptz, timestamptz, integer[], integer, boolean)
    is 'The figures of a period: cases, time from report to answer (median, 90 %), promises; and the same by category, priority and customer group.';

create or replace function td.report_misses(p_since timestamptz, p_until timestamptz, p_customers integer[], p_me integer, p_public boolean, p_most integer)
    returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return (
        with missed as materialized (
            select p.*, k.calendar_id, k.commitment_id, coalesce(p.ended_at, least(p_until, now())) as over_at
            from td.report_promises(p_since, p_until) as p join td.clock as k on k.id = p.clock_id join td.ticket as t on t.id = p.ticket_id
            where p.kept is distinct from true and td.report_counts(t, p_customers, p_me)
        ), worst as materialized (
            select m.*, coalesce(td.worked(m.calendar_id, m.due_at, m.over_at), td.micros(m.over_at) - td.micros(m.due_at)) / 1000000 as over_s
            from missed as m order by m.over_at - m.due_at desc, m.clock_id limit p_most
        ), step as materialized (
            select s.ticket_id, s.seq, s.at, s.until, s.state, s.before, s.what, s.imported
            from td.time_steps((select array_agg(distinct w.ticket_id) from worst as w)) as s
        )
        select jsonb_build_object('all', (select count(*) from missed), 'rows', coalesce(jsonb_agg(jsonb_build_object(
            'id', w.ticket_id, 'measure', w.measure, 'due_at', w.due_at, 'ended_at', w.ended_at, 'over_s', w.over_s, 'business', w.calendar_id is not null,
            -- The requester's own words for it, where a customer is to read it.
            'subject', case when p_public then coalesce(f.subject, '') else t.subject end,
            'customer_group', t.customer_group_id, 'priority', case when p_public then coalesce(f.priority, t.priority) else t.priority end,
            'promise', case when not p_public then c.name end,
            'why', td.report_why(w.measure, w.started_at, w.due_at, w.ended_at, p_public, c.stops,
                (select jsonb_agg(jsonb_build_array(s.at, s.until, s.state, s.before) order by s.seq) from step as s where s.ticket_id = w.ticket_id),
                w.ticket_id)) order by w.over_at - w.due_at desc, w.clock_id), '[]'))
        from worst as w join td.ticket as t on t.id = w.ticket_id join td.commitment as c on c.id = w.commitment_id
        left join td.ticket_public as f on f.ticket_id = t.id);
end
$$;
comment on function td.report_misses(timestamptz, timestamptz, integer[], integer, boolean, integer)
    is 'The promises missed in a period and those overdue at its end, the worst first, each with what it spent its time on; nobody''s name.';

create or replace function td.report_why(
    p_measure smallint, p_started timestamptz, p_due timestamptz, p_ended timestamptz, p_public boolean, p_stops smallint[], p_steps jsonb, p_ticket_id bigint)
    returns text
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_span double precision := greatest(extract(epoch from p_due - p_started), 1);
    v_new double precision;
    v_waited double precision;
    v_unclaimed double precision;
    v_back boolean;
    v_hands integer;
begin
    select coalesce(sum(extract(epoch from least(coalesce(s.until, 'infinity'), p_due) - greatest(s.at, p_started))) filter (where s.state = 1), 0),
        coalesce(sum(extract(epoch from least(coalesce(s.until, 'infinity'), p_due) - greatest(s.at, p_started))) filter (where s.state = 6), 0),
        coalesce(sum(extract(epoch from least(coalesce(s.until, 'infinity'), p_due) - greatest(s.at, p_started))) filter (where s.state = 4), 0)
    into v_new, v_waited, v_unclaimed
    from (select (e ->> 0)::timestamptz as at, (e ->> 1)::timestamptz as until, (e ->> 2)::smallint as state from jsonb_array_elements(p_steps) as e) as s
    where s.at < p_due and coalesce(s.until, 'infinity') > p_started;
    -- Waiting that the promise stops for is not what it was missed by.
    v_waited := v_waited - coalesce((
        select sum(extract(epoch from least(coalesce(p.until, 'infinity'), p_due) - greatest(p.since, p_started)))
        from td.pause as p
        where p.ticket_id = p_ticket_id and p.reason <> 5 and p.reason = any (p_stops) and p.since < p_due and coalesce(p.until, 'infinity') > p_started), 0);
    select exists (
        select from jsonb_array_elements(p_steps) as e
        where (e ->> 3)::smallint >= 8 and (e ->> 2)::smallint < 8 and (e ->> 0)::timestamptz < coalesce(p_ended, 'infinity')) into v_back;
    if p_measure = 3 and v_back then
        return 'reopened';
    end if;
    if p_public then
        return '';
    end if;
    v_hands := (select count(*) from td.hand_over as h where h.ticket_id = p_ticket_id and h.at < p_due and h.at >= p_started);
    return case when v_new >= v_span / 2 then 'not_accepted' when v_waited >= v_span / 2 then 'waited'
                when v_unclaimed >= v_span / 2 then 'not_taken_over' when v_hands >= 2 then 'handed_over' else 'worked' end;
end
$$;
comment on function td.report_why(smallint, timestamptz, timestamptz, timestamptz, boolean, smallint[], jsonb, bigint)
    is 'On what a missed promise spent most of its time before it was due; to a customer only what he knows himself.';

create or replace function td.report_waits(p_since timestamptz, p_until timestamptz, p_customers integer[], p_me integer, p_public boolean) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return (
        select coalesce(jsonb_agg(jsonb_build_array(w.reason, w.cases, w.seconds) order by w.reason), '[]')
        from (
            select p.reason, count(distinct p.ticket_id) as cases,
                sum(extract(epoch from least(coalesce(p.until, 'infinity'), p_until, now()) - greatest(p.since, p_since)))::bigint as seconds
            from td.pause as p join td.ticket as t on t.id = p.ticket_id
            -- To a customer: what we waited for from him.
            where p.reason <> 5 and (not p_public or p.reason = 1) and p.since < p_until and coalesce(p.until, 'infinity') > p_since
              and td.report_counts(t, p_customers, p_me)
            group by p.reason) as w);
end
$$;
comment on function td.report_waits(timestamptz, timestamptz, integer[], integer, boolean) is 'For what cases waited within a period: reason, cases, seconds.';

create or replace function api.report_service(since date, until date, customer_groups integer[], for_customer boolean) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_me integer := td.report_kept_from(td.actor());
    v_public boolean := coalesce(for_customer, false);
    v_customers integer[] := td.report_customers(customer_groups, v_public);
    v_since timestamptz := td.report_since(since, until);
    v_until timestamptz := td.report_moment('until', until);
    v_before timestamptz := td.report_moment('since', td.period_before(since, until));
begin
    return td.report_period(v_since, v_until, v_customers, v_me, v_public) || jsonb_build_object(
        'zone', td.board_zone(), 'now', now(),
        'before', td.report_period(v_before, v_since, v_customers, v_me, v_public) -> 'totals',
        'waits', td.report_waits(v_since, v_until, v_customers, v_me, v_public),
        'misses', td.report_misses(v_since, v_until, v_customers, v_me, v_public, 500),
        'targets', case when not v_public then td.report_targets(since, until, v_customers, v_me) end);
end
$$;
comment on function api.report_service(date, date, integer[], boolean)
    is 'What was promised to customers and what became of it, from a day up to another, beside the period before; for coordination and audit.';
grant execute on function api.report_service(date, date, integer[], boolean) to td_coordinator, td_auditor;
