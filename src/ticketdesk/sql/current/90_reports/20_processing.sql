-- as td_api
-- How long work took. Figures of a group of people are shown only where at least five did the work, and never so that subtracting one answer from
-- another leaves fewer (docs/decisions/0006-reports.md):
--   * whole months alone, and only those that are over: two periods that differ by a day, or the same month asked again tomorrow, would tell of a day;
--   * a figure for several months needs five in each of them;
--   * by group for all customers, or for some customers without groups: never both at once;
--   * what is left over (all less the shown) is shown or shown to be nobody's: where fewer than five did it, a shown one is held back too.
create or replace function td.report_months(p_since date, p_until date) returns integer
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    perform td.report_since(p_since, p_until);
    if extract(day from p_since) <> 1 or extract(day from p_until) <> 1 then
        perform td.refuse_input('since', 'not_a_month');
    end if;
    if p_until > (now() at time zone td.board_zone())::date then
        perform td.refuse_input('until', 'not_over');
    end if;
    return 5;
end
$$;
comment on function td.report_months(date, date) is 'How many must have done the work; TD422 for anything but whole months that are over.';

create or replace function td.report_work(p_since date, p_until date, p_customers integer[], p_me integer)
    returns table (ticket_id bigint, month date, customer_group_id integer, handler_id integer, clock_s bigint, business_s bigint,
        waiting_clock_s bigint, whole_s bigint)
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select c.ticket_id, date_trunc('month', c.answered_at at time zone td.board_zone())::date, t.customer_group_id, t.handler_id,
        c.clock_s, c.business_s, c.waiting_clock_s, extract(epoch from c.answered_at - c.received_at)::bigint
    from td.report_cases(td.report_moment('since', p_since), td.report_moment('until', p_until)) as c join td.ticket as t on t.id = c.ticket_id
    where c.solved and c.answered_at >= td.report_moment('since', p_since)
      and td.report_counts(t, p_customers, p_me)
$$;
comment on function td.report_work(date, date, integer[], integer) is 'The cases answered within months, with who had them last.';

create or replace function td.report_group_work(p_since date, p_until date, p_me integer)
    returns table (ticket_id bigint, month date, group_id integer, handler_id integer, clock_s bigint, business_s bigint, waiting_clock_s bigint,
        stretches integer)
language sql stable set search_path = pg_catalog, pg_temp
as $$
    -- With a group: what of an answered case lay with it. Who did it: whoever has it last, as far as he is of that group.
    select w.ticket_id, w.month, g.group_id,
        case when t.group_id = g.group_id or exists (
            select from td.group_member as m where m.group_id = g.group_id and m.person_id = w.handler_id) then w.handler_id end,
        g.clock_s, g.business_s, g.waiting_clock_s, g.stretches
    from td.report_work(p_since, p_until, null, p_me) as w join td.group_time as g on g.ticket_id = w.ticket_id
    join td.ticket as t on t.id = w.ticket_id
$$;
comment on function td.report_group_work(date, date, integer) is 'What of the cases answered within months lay with which group.';

-- Which of some parts may be told: five in each month, and five in what is held back. Parts, months and persons come as arrays of one length.
-- Each month is looked at by itself, and a part that one of them holds back is held back for all: were another one sacrificed for the small
-- ones in each period, the sums of two months less those of one would tell what that one had kept.
create or replace function td.report_tellable(p_parts integer[], p_months date[], p_persons integer[], p_least integer, p_barred integer[])
    returns integer[]
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_parts integer[];
    v_persons integer[];
    v_told integer[];
    v_held integer[] := '{}';
    v_next integer;
begin
    for v_parts, v_persons in
        select array_agg(u.part), array_agg(u.person) from unnest(p_parts, p_months, p_persons) as u (part, month, person) group by u.month
    loop
        select coalesce(array_agg(x.part), '{}') into v_told
        from (select u.part from unnest(v_parts, v_persons) as u (part, person)
              where not u.part = any (p_barred) group by u.part having count(distinct u.person) >= p_least) as x;
        -- The rest is all less what is told: it must be nobody's, or that of five as well.
        while cardinality(v_told) > 0 and exists (
            select from unnest(v_parts, v_persons) as u (part, person)
            where not u.part = any (v_told) having count(*) > 0 and count(distinct u.person) < p_least)
        loop
            -- The one with the least work goes along.
            select u.part into v_next from unnest(v_parts) as u (part) where u.part = any (v_told) group by u.part order by count(*), u.part limit 1;
            v_told := array_remove(v_told, v_next);
        end loop;
        v_held := v_held || array(select u.part from unnest(v_parts) as u (part) where not u.part = any (v_told));
    end loop;
    return array(select distinct u.part from unnest(p_parts) as u (part) where not u.part = any (v_held) order by u.part);
end
$$;
comment on function td.report_tellable(integer[], date[], integer[], integer, integer[]) is 'The parts whose figures may be told: neither they nor what is left over may be the work of fewer than so many.';

create or replace function td.report_spans(p_whole bigint[], p_clock bigint[], p_business bigint[], p_waiting bigint[]) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select jsonb_build_object(
        'n', count(*),
        'whole', jsonb_build_array(percentile_cont(0.5) within group (order by u.whole), percentile_cont(0.9) within group (order by u.whole)),
        'clock', jsonb_build_array(percentile_cont(0.5) within group (order by u.clock), percentile_cont(0.9) within group (order by u.clock)),
        'business', jsonb_build_array(percentile_cont(0.5) within group (order by u.business), percentile_cont(0.9) within group (order by u.business)),
        'waiting', jsonb_build_array(percentile_cont(0.5) within group (order by u.waiting) filter (where u.waiting > 0),
                                     percentile_cont(0.9) within group (order by u.waiting) filter (where u.waiting > 0)),
        'waited', count(*) filter (where u.waiting > 0))
    from unnest(p_whole, p_clock, p_business, p_waiting) as u (whole, clock, business, waiting)
$$;
comment on function td.report_spans(bigint[], bigint[], bigint[], bigint[]) is 'How many, and median and 90 % of durations in seconds; of waiting among those that waited.';

create or replace function td.report_whole(p_since date, p_until date, p_customers integer[], p_me integer, p_least integer) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_told integer[];
    v_enough boolean;
    v_spans jsonb;
    v_people integer[];
    v_months date[];
    v_parts integer[];
begin
    select array_agg(w.handler_id), array_agg(w.month), array_agg(w.customer_group_id) into v_people, v_months, v_parts
    from td.report_work(p_since, p_until, null, p_me) as w;
    v_enough := not exists (
        select from unnest(v_months, v_people) as u (month, person) group by u.month having count(distinct u.person) < p_least);
    if p_customers is not null and v_enough then
        v_told := td.report_tellable(v_parts, v_months, v_people, p_least, '{}');
        v_enough := p_customers <@ (v_told || array(select c.id from td.customer_group as c where not c.id = any (v_parts)));
    end if;
    select td.report_spans(array_agg(w.whole_s), array_agg(w.clock_s), array_agg(w.business_s), array_agg(w.waiting_clock_s)) into v_spans
    from td.report_work(p_since, p_until, p_customers, p_me) as w;
    return case when v_enough or (v_spans ->> 'n')::integer = 0 and p_customers is null then v_spans end;
end
$$;
comment on function td.report_whole(date, date, integer[], integer, integer) is 'Durations of all cases answered within months, or of some customers'' if that may be told; null if it may not.';

create or replace function api.report_processing(since date, until date, customer_groups integer[]) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_me integer := td.report_kept_from(td.actor());
    v_persons boolean := td.persons_evaluated();
    v_least integer := case when td.persons_evaluated() then 0 else td.report_months(since, until) end;
    v_customers integer[] := td.report_customers(customer_groups, false);
    v_before date := td.period_before(since, until);
    v_told integer[];
begin
    perform td.report_months(since, until);
    if v_customers is null then
        select case when v_persons then array_agg(distinct w.group_id)
                    else td.report_tellable(array_agg(w.group_id), array_agg(w.month), array_agg(w.handler_id), v_least,
                        -- Imported groups have no members; of ours, each with fewer than five.
                        array(select g.id from td.work_group as g where g.source = 0
                              and (select count(*) from td.group_member as m where m.group_id = g.id) < v_least)) end
        into v_told from td.report_group_work(since, until, v_me) as w;
    end if;
    v_told := coalesce(v_told, '{}');
    return jsonb_build_object(
        'zone', td.board_zone(), 'now', now(), 'persons', v_persons, 'least', v_least,
        'whole', td.report_whole(since, until, v_customers, v_me, v_least),
        'before', td.report_whole(v_before, since, v_customers, v_me, v_least),
        'groups', (
            select coalesce(jsonb_agg(jsonb_build_array(g.group_id, g.spans, g.twice) order by g.group_id), '[]')
            from (select w.group_id, count(*) filter (where w.stretches > 1) as twice,
                      td.report_spans(array_agg(w.clock_s + w.waiting_clock_s), array_agg(w.clock_s), array_agg(w.business_s), array_agg(w.waiting_clock_s)) as spans
                  from td.report_group_work(since, until, v_me) as w where w.group_id = any (v_told) group by w.group_id) as g),
        'held_back', case when v_customers is null then (
            select count(distinct w.group_id) from td.report_group_work(since, until, v_me) as w where not w.group_id = any (v_told)) end,
        'hand_overs', case when v_customers is null then (
            select coalesce(jsonb_agg(jsonb_build_array(h.from_group_id, h.to_group_id, h.n, h.back) order by h.n desc, h.from_group_id, h.to_group_id), '[]')
            from (select h.from_group_id, h.to_group_id, count(*) as n, count(*) filter (where h.back) as back
                  from td.hand_over as h join td.ticket as t on t.id = h.ticket_id
                  where h.at >= td.report_moment('since', since) and h.at < td.report_moment('until', until)
                    and h.from_group_id = any (v_told) and h.to_group_id = any (v_told) and td.report_counts(t, null, v_me)
                  group by h.from_group_id, h.to_group_id) as h) else '[]' end,
        'moves', (
            select count(*) from td.hand_over as h join td.ticket as t on t.id = h.ticket_id
            where h.at >= td.report_moment('since', since) and h.at < td.report_moment('until', until) and td.report_counts(t, v_customers, v_me)));
end
$$;
comment on function api.report_processing(date, date, integer[])
    is 'How long cases took that were answered within whole months, by group where at least five did the work; for coordination and audit.';
grant execute on function api.report_processing(date, date, integer[]) to td_coordinator, td_auditor;

create or replace function api.report_persons(since date, until date) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
    v_me integer := td.report_kept_from(v_actor);
begin
    if not td.persons_evaluated() then
        raise exception 'persons are not evaluated' using errcode = 'TD414';
    end if;
    perform td.report_months(since, until);
    -- Noted first, and told by another transaction: what one takes back leaves no trace, so nobody is told in the one that notes it.
    if not exists (
        select from td.evaluation_log as l cross join td.evaluation as e
        where l.person_id = v_actor.id and l.what = 3 and l.since_on = report_persons.since and l.until_on = report_persons.until
          and l.at < now() and l.at > greatest(e.changed_at, now() - interval '1 minute'))
    then
        insert into td.evaluation_log (person_id, what, since_on, until_on) values (v_actor.id, 3, since, until);
        return null;
    end if;
    return (
        select coalesce(jsonb_agg(jsonb_build_array(p.handler_id, p.spans) order by p.handler_id), '[]')
        from (select w.handler_id,
                  td.report_spans(array_agg(w.whole_s), array_agg(w.clock_s), array_agg(w.business_s), array_agg(w.waiting_clock_s)) as spans
              from td.report_work(since, until, null, v_me) as w where w.handler_id is not null group by w.handler_id) as p);
end
$$;
comment on function api.report_persons(date, date)
    is 'The same by who had the cases last. Only while both keys are turned (TD414). Null: the reading is noted now, ask again. In no order of merit.';
grant execute on function api.report_persons(date, date) to td_coordinator, td_auditor;

create or replace function api.evaluation() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
begin
    if v_actor.class not in (2, 3, 4, 5) then
        raise exception 'not for this class' using errcode = 'TD403';
    end if;
    return (
        select jsonb_build_object('on', td.persons_evaluated(), 'version', e.version, 'admin', e.admin_id, 'admin_at', e.admin_at,
            'auditor', e.auditor_id, 'auditor_at', e.auditor_at,
            -- Whose work it is about learns that it is evaluated, and by whom it was switched on; who read it, those who answer for it.
            'log', case when v_actor.class in (4, 5) then (
                select coalesce(jsonb_agg(jsonb_build_array(l.at, l.person_id, l.what, l.since_on, l.until_on) order by l.id desc), '[]')
                from (select * from td.evaluation_log as x order by x.id desc limit 200) as l) else '[]' end)
        from td.evaluation as e);
end
$$;
comment on function api.evaluation() is 'Whether single persons are evaluated and who turned the keys; for administration and audit also who did what with it.';
grant execute on function api.evaluation() to td_handler, td_coordinator, td_admin, td_auditor;
