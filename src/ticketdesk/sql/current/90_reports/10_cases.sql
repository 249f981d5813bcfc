-- as td_api
-- What reports count: cases as they stood at the end of a period, so that a period's figures stay what they were whatever happens later.
-- Whole cases only. Whoever reported a hidden case himself does not even count it: its clarification is kept from him.

create or replace function td.report_moment(p_field text, p_day date) returns timestamptz
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    if p_day is null then
        perform td.refuse_input(p_field, 'empty');
    end if;
    if p_day not between '1990-01-01' and '2199-12-31' then
        perform td.refuse_input(p_field, 'out_of_range');
    end if;
    return p_day::timestamp at time zone td.board_zone();
end
$$;
comment on function td.report_moment(text, date) is 'The beginning of a day in the office, or TD422.';

create or replace function td.report_kept_from(p_actor td.person) returns integer
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    if p_actor.class not in (3, 5) then
        raise exception 'not for this class' using errcode = 'TD403';
    end if;
    return case when p_actor.class = 3 then p_actor.id end;
end
$$;
comment on function td.report_kept_from(td.person) is 'Reports are for coordination and audit; whose own hidden cases are left out, nobody''s for the audit.';

create or replace function td.report_counts(p_ticket td.ticket, p_customers integer[], p_me integer) returns boolean
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select p_ticket.way <> 2 and (p_customers is null or p_ticket.customer_group_id = any (p_customers))
       and (p_me is null or not p_ticket.hidden or coalesce(p_ticket.requester_id, p_ticket.kept_from) is distinct from p_me)
$$;
comment on function td.report_counts(td.ticket, integer[], integer) is 'Whether a case counts: a whole one, of these customer groups, and not kept from whoever asks.';

create or replace function td.report_cases(p_since timestamptz, p_until timestamptz)
    returns table (ticket_id bigint, state smallint, received_at timestamptz, answered_at timestamptz, ended_at timestamptz, reopened bigint,
        solved boolean, clock_s bigint, business_s bigint, waiting_clock_s bigint)
language sql stable set search_path = pg_catalog, pg_temp
as $$
    with again as (
        -- Opened again at some time, and touched since the period began: their state at its end stands in their log alone.
        select c.ticket_id from td.case_time as c join td.ticket as t on t.id = c.ticket_id
        where c.reopened > 0 and c.received_at < p_until and t.updated_at >= p_since
    ), step as materialized (
        select s.* from td.stretches((select array_agg(a.ticket_id) from again as a)) as s where s.at < p_until
    ), stood as (
        select s.ticket_id, (array_agg(s.state order by s.seq desc))[1] as state, min(s.at) as received_at,
            max(s.at) filter (where s.state >= 8 and coalesce(s.before, 1) < 8) as answered_at,
            max(s.at) filter (where s.state >= 9 and coalesce(s.before, 1) < 9) as ended_at,
            -- With an answer since it was last open; of imported history an end is an answer.
            max(s.seq) filter (where s.state = 8 or s.imported and s.state >= 8)
                >= max(s.seq) filter (where s.state >= 8 and coalesce(s.before, 1) < 8) as answered,
            count(*) filter (where s.at >= p_since and (s.what = 'reopened' or s.imported and s.before >= 8 and s.state < 8)) as reopened,
            coalesce(sum(s.clock_us) filter (where s.state < 8 and s.state <> 6), 0)::bigint / 1000000 as clock_s,
            case when bool_and(s.business_us is not null) filter (where s.state < 8)
                then coalesce(sum(s.business_us) filter (where s.state < 8 and s.state <> 6), 0)::bigint / 1000000 end as business_s,
            coalesce(sum(s.clock_us) filter (where s.state = 6), 0)::bigint / 1000000 as waiting_clock_s
        from step as s group by s.ticket_id
    )
    select c.ticket_id, case when c.ended_at < p_until then c.state when c.answered_at < p_until then 8::smallint end, c.received_at,
        case when c.answered_at < p_until then c.answered_at end, case when c.ended_at < p_until then c.ended_at end, 0,
        c.answered_at < p_until and t.answered_at is not null and (c.state in (8, 9) or c.ended_at >= p_until), c.clock_s, c.business_s, c.waiting_clock_s
    from td.case_time as c join td.ticket as t on t.id = c.ticket_id
    where c.reopened = 0 and c.received_at < p_until
      and (c.received_at >= p_since or c.answered_at >= p_since or c.ended_at >= p_since)
    union all
    select s.ticket_id, case when s.state >= 8 then s.state end, s.received_at, case when s.state >= 8 then s.answered_at end,
        case when s.state >= 9 then s.ended_at end, s.reopened,
        s.state in (8, 9) and coalesce(s.answered, false), s.clock_s, s.business_s, s.waiting_clock_s
    from stood as s
$$;
comment on function td.report_cases(timestamptz, timestamptz)
    is 'Cases to which something happened in a period, as they stood at its end; state null: open; solved: answered, or closed with an answer. Durations hold for those answered by then.';

create or replace function td.report_promises(p_since timestamptz, p_until timestamptz)
    returns table (clock_id bigint, ticket_id bigint, measure smallint, started_at timestamptz, due_at timestamptz, ended_at timestamptz, kept boolean)
language sql stable set search_path = pg_catalog, pg_temp
as $$
    -- Decided in the period.
    select k.id, k.ticket_id, k.measure, k.started_at::timestamptz, k.due_at::timestamptz, k.ended_at::timestamptz, k.kept
    from td.clock as k
    where k.group_id is null and not k.void and k.kept is not null and k.ended_at >= p_since and k.ended_at < p_until
    union all
    -- Solved in the period, and opened again after it: what came later moves no due moment that had passed, and a kept one only to later.
    select k.id, k.ticket_id, k.measure, k.started_at, k.due_at, p.since, p.since <= k.due_at
    from td.pause as p join td.clock as k on k.ticket_id = p.ticket_id
    where p.reason = 5 and p.since >= p_since and p.since < p_until and p.until >= p_until
      and k.group_id is null and not k.void and k.measure = 3 and k.started_at <= p.since and (k.ended_at is null or k.ended_at >= p_until)
    union all
    -- Overdue and still owed when the period ended.
    select k.id, k.ticket_id, k.measure, k.started_at, k.due_at, null, null
    from td.clock as k
    where k.group_id is null and not k.void and k.due_at < least(p_until, now()) and k.started_at < p_until and k.stopped_at is null
      and (k.ended_at is null or k.ended_at >= p_until and not k.kept)
      and not exists (
          select from td.pause as p
          where p.ticket_id = k.ticket_id and p.reason = 5 and p.since < p_until and coalesce(p.until, 'infinity') >= p_until)
$$;
comment on function td.report_promises(timestamptz, timestamptz)
    is 'Promises to customers that were decided in a period, kept or not, and those overdue at its end (kept null).';

create or replace function td.report_customers(p_customers integer[], p_public boolean) returns integer[]
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    -- No customer reads of another one.
    if p_public and coalesce(cardinality(p_customers), 0) <> 1 then
        perform td.refuse_input('customer_groups', 'one_customer');
    end if;
    return case when cardinality(p_customers) > 0 then p_customers end;
end
$$;
comment on function td.report_customers(integer[], boolean) is 'The customer groups asked for, null for all; one alone where a customer is to read it, or TD422.';

create or replace function td.report_since(p_since date, p_until date) returns timestamptz
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_since timestamptz := td.report_moment('since', p_since);
    v_until timestamptz := td.report_moment('until', p_until);
begin
    if v_until <= v_since or p_until - p_since > 3660 then
        perform td.refuse_input('until', 'out_of_range');
    end if;
    return v_since;
end
$$;
comment on function td.report_since(date, date) is 'When a period begins: one day to ten years, or TD422.';

create or replace function td.period_before(p_since date, p_until date) returns date
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_months integer := (extract(year from p_until) * 12 + extract(month from p_until) - extract(year from p_since) * 12 - extract(month from p_since))::integer;
begin
    -- Months before months, days before days.
    if extract(day from p_since) = 1 and extract(day from p_until) = 1 then
        return (p_since - make_interval(months => v_months))::date;
    end if;
    return p_since - (p_until - p_since);
end
$$;
comment on function td.period_before(date, date) is 'When the period before began: as many months, or as many days, as this one has.';
