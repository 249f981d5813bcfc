-- as td_api
-- Targets that groups keep towards each other. They tell how a group worked, so the rules of 20_processing.sql hold for them: whole months that
-- are over, all customers together, five people in each month, and five in what is left over. A customer never reads of them.
create or replace function td.report_targets_in(p_since timestamptz, p_until timestamptz, p_me integer)
    returns table (clock_id bigint, ticket_id bigint, measure smallint, group_id integer, from_group_id integer, started_at timestamptz,
        due_at timestamptz, ended_at timestamptz, kept boolean, person_id integer)
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select k.id, k.ticket_id, k.measure, k.group_id,
        (select h.from_group_id from td.hand_over as h
         where h.ticket_id = k.ticket_id and h.to_group_id = k.group_id and h.at = k.started_at limit 1),
        k.started_at, k.due_at, k.ended_at, k.kept,
        -- Whoever of the group did something with it last: others of other groups may have it by now.
        (select l.actor_id from td.log as l
         where l.ticket_id = k.ticket_id and l.at >= k.started_at and l.at <= k.ended_at
           and exists (select from td.group_member as m where m.group_id = k.group_id and m.person_id = l.actor_id)
         order by l.seq desc limit 1)
    from (
        select c.id, c.ticket_id, c.measure, c.group_id, c.started_at::timestamptz, c.due_at::timestamptz,
            -- Overdue and still owed when the period ended, whatever came later.
            case when c.ended_at < p_until then c.ended_at end::timestamptz as ended_at, case when c.ended_at < p_until then c.kept end as kept
        from td.clock as c
        where c.group_id is not null and not c.void
          and (c.kept is not null and c.ended_at >= p_since and c.ended_at < p_until
               or c.due_at < least(p_until, now()) and c.started_at < p_until and c.stopped_at is null
                  and (c.ended_at is null or c.ended_at >= p_until and not c.kept))) as k
    join td.ticket as t on t.id = k.ticket_id
    -- Parts count: what a group is given is mostly one. Of a hidden report its requester learns nothing by it.
    where p_me is null or not t.hidden or coalesce(t.requester_id, t.kept_from) is distinct from p_me
$$;
comment on function td.report_targets_in(timestamptz, timestamptz, integer)
    is 'Targets among groups that were decided in a period, and those overdue at its end (kept null): from which group they came, and who worked last.';

-- A part is what can be told or not: a group's one measure. Its number: the group's times four and the measure.
create or replace function td.report_target_sums(p_since date, p_until date, p_me integer, p_least integer) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_parts integer[];
    v_months date[];
    v_persons integer[];
    v_froms integer[];
    v_kept boolean[];
    v_told integer[];
    v_part integer;
    v_near integer[];
    v_pairs jsonb := '[]';
begin
    select array_agg(w.group_id * 4 + w.measure), array_agg(date_trunc('month', w.ended_at at time zone td.board_zone())::date),
        array_agg(w.person_id), array_agg(coalesce(w.from_group_id, 0)), array_agg(w.kept)
    into v_parts, v_months, v_persons, v_froms, v_kept
    from td.report_targets_in(td.report_moment('since', p_since), td.report_moment('until', p_until), p_me) as w;
    -- What is still owed is nobody's work yet.
    select td.report_tellable(array_agg(u.part), array_agg(u.month), array_agg(u.person), p_least,
        array(select g.id * 4 + m from td.work_group as g cross join generate_series(1, 3) as m
              where (select count(*) from td.group_member as x where x.group_id = g.id) < p_least))
    into v_told
    from unnest(v_parts, v_months, v_persons, v_kept) as u (part, month, person, kept) where u.kept is not null;
    foreach v_part in array coalesce(v_told, '{}') loop
        -- From whom: the same question again within what may be told.
        select td.report_tellable(array_agg(u.near), array_agg(u.month), array_agg(u.person), p_least, '{}') into v_near
        from unnest(v_parts, v_months, v_persons, v_froms, v_kept) as u (part, month, person, near, kept)
        where u.part = v_part and u.kept is not null;
        v_pairs := v_pairs || (
            select coalesce(jsonb_agg(jsonb_build_array(nullif(p.near, 0), v_part / 4, v_part % 4, p.kept, p.missed) order by p.near), '[]')
            from (select u.near, count(*) filter (where u.kept) as kept, count(*) filter (where not u.kept) as missed
                  from unnest(v_parts, v_froms, v_kept) as u (part, near, kept)
                  where u.part = v_part and u.kept is not null and u.near = any (v_near) group by u.near) as p);
    end loop;
    return jsonb_build_object(
        'told', to_jsonb(coalesce(v_told, '{}')), 'pairs', v_pairs,
        'held_back', (select count(distinct u.part / 4) from unnest(v_parts) as u (part) where not u.part = any (coalesce(v_told, '{}'))),
        'groups', (
            select coalesce(jsonb_agg(jsonb_build_array(g.part / 4, g.part % 4, g.kept, g.missed, g.owed) order by g.part), '[]')
            from (select u.part, count(*) filter (where u.kept) as kept, count(*) filter (where not u.kept) as missed,
                      count(*) filter (where u.kept is null) as owed
                  from unnest(v_parts, v_kept) as u (part, kept) where u.part = any (coalesce(v_told, '{}')) group by u.part) as g));
end
$$;
comment on function td.report_target_sums(date, date, integer, integer)
    is 'Targets of groups within months, kept, missed and owed, and from which group they came; only what may be told.';

create or replace function td.report_target_misses(p_since timestamptz, p_until timestamptz, p_me integer, p_told integer[], p_most integer) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return (
        with missed as materialized (
            select w.*, k.calendar_id, k.commitment_id, coalesce(w.ended_at, least(p_until, now())) as over_at
            from td.report_targets_in(p_since, p_until, p_me) as w join td.clock as k on k.id = w.clock_id
            where w.kept is distinct from true and w.group_id * 4 + w.measure = any (p_told)
        ), worst as materialized (
            select m.*, coalesce(td.worked(m.calendar_id, m.due_at, m.over_at), td.micros(m.over_at) - td.micros(m.due_at)) / 1000000 as over_s
            from missed as m order by m.over_at - m.due_at desc, m.clock_id limit p_most
        ), step as materialized (
            select s.ticket_id, s.seq, s.at, s.until, s.state, s.before
            from td.time_steps((select array_agg(distinct w.ticket_id) from worst as w)) as s
        )
        select jsonb_build_object('all', (select count(*) from missed), 'rows', coalesce(jsonb_agg(jsonb_build_object(
            'id', w.ticket_id, 'root', t.root_id, 'mark', t.mark, 'subject', t.subject, 'measure', w.measure, 'group', w.group_id,
            'from', w.from_group_id, 'due_at', w.due_at, 'ended_at', w.ended_at, 'over_s', w.over_s,
            'why', td.report_why(w.measure, w.started_at, w.due_at, w.ended_at, false, c.stops,
                (select jsonb_agg(jsonb_build_array(s.at, s.until, s.state, s.before) order by s.seq) from step as s where s.ticket_id = w.ticket_id),
                w.ticket_id)) order by w.over_at - w.due_at desc, w.clock_id), '[]'))
        from worst as w join td.ticket as t on t.id = w.ticket_id join td.commitment as c on c.id = w.commitment_id);
end
$$;
comment on function td.report_target_misses(timestamptz, timestamptz, integer, integer[], integer)
    is 'The targets that groups missed in a period and those overdue at its end, the worst first, as far as they may be told; nobody''s name.';

create or replace function td.report_targets(p_since date, p_until date, p_customers integer[], p_me integer) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_least integer;
    v_why text;
    v_now jsonb;
    v_before jsonb;
begin
    if not exists (select from td.commitment as c where c.group_id is not null) then
        return null;
    end if;
    if p_customers is not null then
        return jsonb_build_object('withheld', 'customers');
    end if;
    begin
        v_least := td.report_months(p_since, p_until);
    exception when sqlstate 'TD422' then
        get stacked diagnostics v_why = pg_exception_detail;
        return jsonb_build_object('withheld', v_why::jsonb ->> 'why');
    end;
    v_least := case when td.persons_evaluated() then 0 else v_least end;
    v_now := td.report_target_sums(p_since, p_until, p_me, v_least);
    v_before := td.report_target_sums(td.period_before(p_since, p_until), p_since, p_me, v_least);
    return v_now - 'told' || jsonb_build_object(
        'withheld', null, 'least', v_least, 'before', v_before -> 'groups',
        'misses', td.report_target_misses(td.report_moment('since', p_since), td.report_moment('until', p_until), p_me,
            array(select e::integer from jsonb_array_elements_text(v_now -> 'told') as e), 500));
end
$$;
comment on function td.report_targets(date, date, integer[], integer)
    is 'What groups had promised each other and what became of it; null where nothing is, with a reason (withheld) where it may not be told.';
