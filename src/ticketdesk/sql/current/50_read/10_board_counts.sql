-- as td_api
-- What the dashboard is asked for: a stretch of days and a choice of cases; counts of it, without those that the asking person must not know.

drop type if exists td.board_view cascade;
create type td.board_view as (
    since date, until date, customer_group_id integer, group_id integer, kind smallint, me integer
);

create or replace function td.small_groups() returns integer[]
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_group record;
    v_small integer[] := '{}';
    v_people integer[] := '{}';
begin
    for v_group in
        select g.id, array_agg(m.person_id) as people
        from td.work_group as g join td.group_member as m on m.group_id = g.id join td.person as p on p.id = m.person_id and p.active
        group by g.id order by count(*), g.id
    loop
        -- Few enough to know each by his figures; or what is left over when all the others are known would be that.
        exit when cardinality(v_group.people) >= 5
            and (v_small = '{}' or (select count(distinct p) from unnest(v_people) as p) >= 5);
        v_small := v_small || v_group.id::integer;
        v_people := v_people || v_group.people;
    end loop;
    return v_small;
end
$$;
comment on function td.small_groups()
    is 'Groups of whose work there are no figures: under five people, and the next larger one where these together are still under five.';

create or replace function td.board_view(
    p_since date, p_until date, p_customer_group_id integer, p_group_id integer, p_kind integer) returns td.board_view
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
begin
    if v_actor.class not in (3, 5) then
        raise exception 'for coordination and audit only' using errcode = 'TD403';
    end if;
    if p_since is null or p_since not between '1990-01-01' and '2199-12-31' then
        perform td.refuse_input('since', 'out_of_range');
    end if;
    if p_until is null or p_until < p_since or p_until > '2199-12-31' then
        perform td.refuse_input('until', 'out_of_range');
    end if;
    if p_kind not between 1 and 3 then
        perform td.refuse_input('kind', 'unknown');
    end if;
    return row(p_since, p_until, p_customer_group_id, p_group_id, p_kind::smallint, case when v_actor.class = 3 then v_actor.id end)::td.board_view;
end
$$;
comment on function td.board_view(date, date, integer, integer, integer)
    is 'Which cases somebody asks the dashboard for; TD403 unless he sees every case of the desk.';

create or replace function td.tallied(
    p_view td.board_view, p_figure integer, p_since date, p_until date, p_by_customer boolean default false, p_by_group boolean default false,
    p_by_day boolean default false)
    returns table (customer_group_id integer, group_id integer, day date, part integer, n bigint)
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_customer boolean := p_by_customer or p_view.customer_group_id is not null;
    v_group boolean := p_by_group or p_view.group_id is not null;
    v_kind boolean := p_view.kind is not null;
    -- The coarsest level that still tells apart what is asked for.
    v_level integer := case v_customer::integer + v_group::integer + v_kind::integer
        when 0 then 0 when 1 then case when v_customer then 1 when v_group then 2 else 3 end else 4 end;
    -- Each value by its name, so that the index leads to the days at once and nothing else is looked through.
    v_customers integer[] := case when v_level not in (1, 4) then array[0]
        when p_view.customer_group_id is not null then array[p_view.customer_group_id] else array(select c.id from td.customer_group as c) end;
    v_groups integer[] := case when v_level not in (2, 4) then array[0]
        when p_view.group_id is not null then array[p_view.group_id] else array(select g.id from td.work_group as g) || 0 end;
    v_kinds smallint[] := case when v_level not in (3, 4) then array[0] when p_view.kind is not null then array[p_view.kind] else array[1, 2, 3] end;
    v_levels smallint[] := array[v_level];
    v_from date[] := array[p_since];
    v_to date[] := array[p_until];
    v_first date := (date_trunc('month', (p_since - 1)::timestamp) + interval '1 month')::date;
    v_past date := date_trunc('month', (p_until + 1)::timestamp)::date;
begin
    if not p_by_day and p_figure between 5 and 9 and v_first < v_past then
        -- Counted by month as well: the days before the first whole month, the whole months, the days after the last one.
        v_levels := array[v_level, v_level + 5, v_level];
        v_from := array[p_since, v_first, v_past];
        v_to := array[v_first - 1, v_past - 1, p_until];
    end if;
    return query
        select case when p_by_customer then t.customer_group_id end, case when p_by_group then t.group_id end, case when p_by_day then t.day::date end,
            t.part, sum(t.n)
        from unnest(v_levels, v_from, v_to) as s (level, first, last)
        join td.board_tally as t on t.figure = p_figure and t.level = s.level and t.day between s.first and s.last
        where t.customer_group_id = any (v_customers) and t.group_id = any (v_groups) and t.kind = any (v_kinds)
        group by 1, 2, 3, 4;
    -- Nobody counts the hidden case that he reported himself.
    if exists (select from td.board_fact as f where f.kept_from = p_view.me) then
        return query
            select case when p_by_customer then c.customer_group_id end, case when p_by_group then c.group_id end, case when p_by_day then c.day end,
                c.part, -sum(c.n)::bigint
            from td.board_counts(array(select f from td.board_fact as f where f.kept_from = p_view.me), '{}') as c
            join unnest(v_levels, v_from, v_to) as s (level, first, last) on c.level = s.level and c.day between s.first and s.last
            where c.figure = p_figure
              and c.customer_group_id = any (v_customers) and c.group_id = any (v_groups) and c.kind = any (v_kinds)
            group by 1, 2, 3, 4;
    end if;
end
$$;
comment on function td.tallied(td.board_view, integer, date, date, boolean, boolean, boolean)
    is 'Counts of a figure for a choice of cases between two days, told apart by customer group, group and day where that is asked for; whatever is not is null.';

create or replace function td.board_values(p_view td.board_view, p_business boolean, p_bucket integer, p_rank bigint, p_many integer) returns bigint[]
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select array(
        select v.seconds from (
            select f.clock_s as seconds from td.board_fact as f
            where not p_business and f.clock_s is not null and f.clock_bucket = p_bucket and f.finished_on between p_view.since and p_view.until
              and (p_view.customer_group_id is null or f.customer_group_id = p_view.customer_group_id)
              and (p_view.group_id is null or f.group_id = p_view.group_id) and (p_view.kind is null or f.kind = p_view.kind)
              and (f.kept_from is null or f.kept_from is distinct from p_view.me)
            union all
            select f.business_s from td.board_fact as f
            where p_business and f.business_s is not null and f.business_bucket = p_bucket and f.finished_on between p_view.since and p_view.until
              and (p_view.customer_group_id is null or f.customer_group_id = p_view.customer_group_id)
              and (p_view.group_id is null or f.group_id = p_view.group_id) and (p_view.kind is null or f.kind = p_view.kind)
              and (f.kept_from is null or f.kept_from is distinct from p_view.me)
        ) as v order by v.seconds offset p_rank limit p_many)
$$;
comment on function td.board_values(td.board_view, boolean, integer, bigint, integer) is 'Durations of one stretch, exactly: some from the so-many-eth shortest on.';

create or replace function td.board_quantiles(p_view td.board_view, p_business boolean) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_buckets integer[];
    v_ends bigint[];
    v_n bigint;
    v_share double precision;
    v_place double precision;
    v_values bigint[];
    v_rank bigint;
    v_many integer;
    v_at integer;
    v_found double precision[] := '{}';
begin
    select array_agg(s.part order by s.part), array_agg(s.ends order by s.part) into v_buckets, v_ends
    from (select c.part, sum(sum(c.n)) over (order by c.part)::bigint as ends
          from td.tallied(p_view, case when p_business then 7 else 6 end, p_view.since, p_view.until) as c
          group by c.part having sum(c.n) > 0) as s;
    v_n := coalesce(v_ends[cardinality(v_ends)], 0);
    if v_n = 0 then
        return jsonb_build_object('n', 0);
    end if;
    -- The median, and what nine tenths and nineteen twentieths do not exceed: between two values as percentile_cont has it.
    foreach v_share in array array[0.5, 0.9, 0.95] loop
        v_place := v_share * (v_n - 1);
        v_rank := floor(v_place)::bigint;
        v_at := (select min(i) from generate_subscripts(v_ends, 1) as i where v_ends[i] > v_rank);
        v_many := 1 + (v_place > v_rank)::integer;
        -- The second one may be the shortest of the next stretch. Short ones have a stretch each.
        v_values := case when v_buckets[v_at] < 30 then array_fill(v_buckets[v_at]::bigint, array[least(v_many, v_ends[v_at] - v_rank)::integer])
            else td.board_values(p_view, p_business, v_buckets[v_at], v_rank - coalesce(v_ends[v_at - 1], 0), v_many) end;
        if cardinality(v_values) < v_many then
            v_values := v_values || case when v_buckets[v_at + 1] < 30 then array[v_buckets[v_at + 1]::bigint]
                else td.board_values(p_view, p_business, v_buckets[v_at + 1], 0, 1) end;
        end if;
        v_found := v_found || (v_values[1] + coalesce(v_values[2] - v_values[1], 0) * (v_place - v_rank));
    end loop;
    return jsonb_build_object('n', v_n, 'median', v_found[1], 'p90', v_found[2], 'p95', v_found[3]);
end
$$;
comment on function td.board_quantiles(td.board_view, boolean)
    is 'Median, 90 % and 95 % of durations in seconds: from the counts the stretch that holds each, from that stretch alone the value.';
