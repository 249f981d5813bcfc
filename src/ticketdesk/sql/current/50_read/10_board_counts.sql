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
    p_view td.board_view, p_figure integer, p_since date, p_until date, p_by_customer boolean default false, p_by_group boolean default false)
    returns table (customer_group_id integer, group_id integer, day date, part integer, n bigint)
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_customer boolean := p_by_customer or p_view.customer_group_id is not null;
    v_group boolean := p_by_group or p_view.group_id is not null;
    v_kind boolean := p_view.kind is not null;
    -- The coarsest level that still tells apart what is asked for.
    v_level smallint := case v_customer::integer + v_group::integer + v_kind::integer
        when 0 then 0 when 1 then case when v_customer then 1 when v_group then 2 else 3 end else 4 end;
    v_customers int4range := case when v_level not in (1, 4) then '[0,0]'
        when p_view.customer_group_id is not null then int4range(p_view.customer_group_id, p_view.customer_group_id, '[]') else '[0,2147483646]' end;
    v_groups int4range := case when v_level not in (2, 4) then '[0,0]'
        when p_view.group_id is not null then int4range(p_view.group_id, p_view.group_id, '[]') else '[0,2147483646]' end;
    v_kinds int4range := case when v_level not in (3, 4) then '[0,0]'
        when p_view.kind is not null then int4range(p_view.kind, p_view.kind, '[]') else '[1,3]' end;
begin
    return query
        select t.customer_group_id, t.group_id, t.day::date, t.part, t.n::bigint
        from td.board_tally as t
        where t.figure = p_figure and t.level = v_level and t.day between p_since and p_until
          and t.customer_group_id >= lower(v_customers) and t.customer_group_id < upper(v_customers)
          and t.group_id >= lower(v_groups) and t.group_id < upper(v_groups) and t.kind >= lower(v_kinds) and t.kind < upper(v_kinds);
    -- Nobody counts the hidden case that he reported himself.
    if exists (select from td.board_fact as f where f.kept_from = p_view.me) then
        return query
            select c.customer_group_id, c.group_id, c.day, c.part, -c.n
            from td.board_counts(array(select f from td.board_fact as f where f.kept_from = p_view.me), '{}') as c
            where c.figure = p_figure and c.level = v_level and c.day between p_since and p_until
              and c.customer_group_id <@ v_customers and c.group_id <@ v_groups and c.kind::integer <@ v_kinds;
    end if;
end
$$;
comment on function td.tallied(td.board_view, integer, date, date, boolean, boolean)
    is 'Counts of a figure for a choice of cases between two days, told apart by customer group and group where that is asked for.';

create or replace function td.board_value(p_view td.board_view, p_business boolean, p_bucket integer, p_rank bigint) returns bigint
language sql stable set search_path = pg_catalog, pg_temp
as $$
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
    ) as v order by v.seconds offset p_rank limit 1
$$;
comment on function td.board_value(td.board_view, boolean, integer, bigint) is 'The so-many-eth shortest duration of one stretch, exactly.';

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
        v_values := '{}';
        foreach v_rank in array array[floor(v_place)::bigint, ceil(v_place)::bigint] loop
            v_at := (select min(i) from generate_subscripts(v_ends, 1) as i where v_ends[i] > v_rank);
            v_values := v_values || case
                -- Short ones have a stretch each.
                when v_buckets[v_at] < 30 then v_buckets[v_at]::bigint
                else td.board_value(p_view, p_business, v_buckets[v_at], v_rank - coalesce(v_ends[v_at - 1], 0)) end;
            exit when floor(v_place) = v_place;
        end loop;
        v_found := v_found || (v_values[1] + coalesce(v_values[2] - v_values[1], 0) * (v_place - floor(v_place)));
    end loop;
    return jsonb_build_object('n', v_n, 'median', v_found[1], 'p90', v_found[2], 'p95', v_found[3]);
end
$$;
comment on function td.board_quantiles(td.board_view, boolean)
    is 'Median, 90 % and 95 % of durations in seconds: from the counts the stretch that holds each, from that stretch alone the value.';
