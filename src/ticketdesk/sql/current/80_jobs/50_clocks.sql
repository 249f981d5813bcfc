-- as td_api
-- Promises by the server's clock: a warning before, and what was agreed for the time after. Each once per clock and due moment, whoever
-- looks and however late; in the working hours of those who are told (warn_at and tell_at were laid there).
drop function if exists td.escalate(td.ticket, td.commitment);
create or replace function td.escalate(p_ticket td.ticket, p_commitment td.commitment) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_ticket td.ticket := p_ticket;
    v_new td.ticket;
    v_step td.step;
    v_done jsonb := '{}';
begin
    if p_commitment.raise_priority and v_ticket.priority < 4 then
        v_new := v_ticket;
        v_new.priority := v_ticket.priority + 1;
        v_step := td.new_step(null, 2::smallint, 'changed', case when v_ticket.hidden or v_ticket.way = 2 then 0 else 1 end);
        v_done := jsonb_build_object('priority', jsonb_build_array(v_ticket.priority, v_new.priority));
        v_step.data := jsonb_build_object('changes', v_done, 'commitment', p_commitment.id);
        perform td.write_step(v_ticket, v_new, v_step, null);
        select t.* into v_ticket from td.ticket as t where t.id = p_ticket.id;
    end if;
    if p_commitment.hand_to_group_id is distinct from v_ticket.group_id and v_ticket.state in (4, 5)
       and exists (select from td.work_group as g where g.id = p_commitment.hand_to_group_id and g.active)
    then
        v_new := td.moved(v_ticket, 4);
        v_new.handler_id := null;
        v_new.group_id := p_commitment.hand_to_group_id;
        v_step := td.new_step(null, 2::smallint, 'assigned', td.mode_audience(v_new));
        v_step.data := jsonb_strip_nulls(jsonb_build_object('from', v_ticket.state, 'to', v_new.state, 'group', v_new.group_id,
            'was_handler', v_ticket.handler_id, 'was_group', v_ticket.group_id, 'commitment', p_commitment.id));
        -- Those who had it learn that it was handed on from the word that the promise is broken.
        v_step.tell := array(select m.person_id from td.group_member as m where m.group_id = v_new.group_id);
        v_step.tell_kind := 3;
        perform td.write_step(v_ticket, v_new, v_step, null);
        v_done := v_done || jsonb_build_object('group', v_new.group_id);
    end if;
    return v_done;
end
$$;
comment on function td.escalate(td.ticket, td.commitment) is 'Does what was agreed for a broken promise, a higher priority, another group; returns what it did.';

create or replace function td.of_promise(p_clock td.clock, p_commitment td.commitment) returns jsonb
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    return jsonb_build_object('clock', p_clock.id, 'name', p_commitment.name, 'measure', p_clock.measure, 'internal', p_clock.group_id is not null,
        'due', floor(extract(epoch from p_clock.due_at))::bigint);
end
$$;
comment on function td.of_promise(td.clock, td.commitment) is 'Which promise it is, for those who are told of it.';

create or replace function td.ring_clock(p_clock_id bigint, p_warning boolean, p_moment timestamptz) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_clock td.clock;
    v_ticket td.ticket;
    v_now td.ticket;
    v_commitment td.commitment;
    v_done jsonb;
begin
    -- The case first, as every writer does; whoever holds it has changed what is due.
    select t.* into v_ticket from td.ticket as t
    where t.id = (select c.ticket_id from td.clock as c where c.id = p_clock_id) for update skip locked;
    if v_ticket.id is null then
        return false;
    end if;
    select c.* into v_clock from td.clock as c where c.id = p_clock_id for update;
    if v_clock.ended_at is not null or v_clock.stopped_at is not null
       or p_warning and (v_clock.warned_for is not null or v_clock.told_for is not null or v_clock.warn_at > p_moment)
       or not p_warning and (v_clock.told_for is not null or v_clock.tell_at > p_moment)
    then
        return false;
    end if;
    select c.* into v_commitment from td.commitment as c where c.id = v_clock.commitment_id;
    if p_warning then
        update td.clock as c set warned_for = c.due_at where c.id = p_clock_id;
        perform td.remind(v_ticket, 52, td.of_promise(v_clock, v_commitment));
    else
        -- After a night without a worker the warning would come with the breach: one word is enough.
        update td.clock as c set told_for = c.due_at, warned_for = c.due_at where c.id = p_clock_id;
        v_done := td.escalate(v_ticket, v_commitment);
        select t.* into v_now from td.ticket as t where t.id = v_ticket.id;
        perform td.remind(v_now, 53, td.of_promise(v_clock, v_commitment) || v_done, v_ticket);
    end if;
    return true;
end
$$;
comment on function td.ring_clock(bigint, boolean, timestamptz) is 'Warns of a promise, or tells that it is broken and does what was agreed; false when that is no longer so.';

create or replace function td.run_clocks(p_moment timestamptz default null, p_limit integer default 50) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_moment timestamptz := coalesce(p_moment, clock_timestamp());
    v_due record;
    v_done integer := 0;
begin
    -- A server that is being filled with an export is nobody's yet.
    if td.restoring() then
        return 0;
    end if;
    for v_due in
        (select c.id, false as warning from td.clock as c
         where c.ended_at is null and c.stopped_at is null and c.told_for is null and c.tell_at <= v_moment order by c.tell_at limit p_limit)
        union all
        (select c.id, true from td.clock as c
         where c.ended_at is null and c.stopped_at is null and c.warn_at is not null and c.warned_for is null
           and c.warn_at <= v_moment and c.tell_at > v_moment order by c.warn_at limit p_limit)
    loop
        begin
            v_done := v_done + td.ring_clock(v_due.id, v_due.warning, v_moment)::integer;
        exception when others then
            -- In somebody's hands for a moment: the next look takes it.
            if sqlstate in ('40P01', '55P03', '40001') then
                continue;
            end if;
            -- One that cannot be carried out must not hold up the others, nor be tried for ever.
            update td.clock as c set told_for = c.due_at, warned_for = c.due_at where c.id = v_due.id;
            insert into td.worker as w (single, looked_at, faults) values (true, clock_timestamp(), 1)
            on conflict (single) do update set faults = w.faults + 1;
        end;
    end loop;
    return v_done;
end
$$;
comment on function td.run_clocks(timestamptz, integer) is 'Warnings and escalations that are due by a moment (now); returns how many. For the worker, which asks again until it is none.';
grant execute on function td.run_clocks(timestamptz, integer) to td_worker;

create or replace function td.tell_moved(p_ids bigint[], p_all boolean) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_worker td.worker;
begin
    select w.* into v_worker from td.worker as w;
    if p_ids = '{}' and not (p_all and coalesce(v_worker.clocks_untold, false)) then
        return;
    end if;
    if p_all and cardinality(p_ids) <= 50 and not coalesce(v_worker.clocks_untold, false) then
        insert into td.event (ticket_id, seq, what, audience, hidden, requester_id, group_ids, person_ids)
        select t.id, t.seq, 'clocks_moved', 0, t.hidden, coalesce(t.requester_id, t.kept_from), array_remove(array[t.group_id], null), t.participants
        from td.ticket as t where t.id = any (p_ids) order by t.id;
    elsif p_all or coalesce(v_worker.clocks_told_at, '-infinity') < clock_timestamp() - interval '10 seconds' then
        insert into td.event (ticket_id, seq, what, audience, hidden) values (-1, 0, 'clocks_moved', 0, false);
        insert into td.worker as w (single, clocks_told_at) values (true, clock_timestamp())
        on conflict (single) do update set clocks_untold = false, clocks_told_at = excluded.clocks_told_at;
    elsif not coalesce(v_worker.clocks_untold, false) then
        insert into td.worker as w (single, clocks_untold) values (true, true) on conflict (single) do update set clocks_untold = true;
        return;
    else
        return;
    end if;
    perform pg_notify('td_in', '');
end
$$;
comment on function td.tell_moved(bigint[], boolean)
    is 'Tells open desks of clocks that moved by themselves: of a few cases one by one, of many once in a while and at the end, to read anew.';

create or replace function td.move_many(p_ids bigint[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    -- td.clock_set for many at once: those that never stood still, within the years that are laid out. What is left is moved one by one.
    -- Spelled out what td.micros, td.moment_of and td.next_open do: called for each clock they were two thirds of the work.
    with running as materialized (
        select k.id, k.calendar_id, s.start_us, k.due_at::timestamptz as was_due, m.amount_minutes * 60000000::bigint as amount_us, l.laid_version,
            least(coalesce(m.warn_minutes, m.amount_minutes * (100 - coalesce(m.warn_percent, 80)) / 100), m.amount_minutes) * 60000000::bigint as left_us,
            coalesce(g.calendar_id, o.calendar_id) as hours_id
        from td.clock as k
        cross join lateral (select (extract(epoch from k.started_at) * 1000000)::bigint as start_us) as s
        join td.commitment as m on m.id = k.commitment_id
        join td.calendar as l on l.id = k.calendar_id and s.start_us between l.laid_since and l.laid_until
        join td.ticket as t on t.id = k.ticket_id
        left join td.work_group as g on g.id = t.group_id
        cross join td.office as o
        where k.ticket_id = any (p_ids) and k.ended_at is null and k.laid_version < l.laid_version
          and not exists (select from td.pause as p where p.ticket_id = k.ticket_id and coalesce(p.until, 'infinity') > k.started_at)
    ), counted as (
        select r.*, e.elapsed + r.amount_us as total
        from running as r cross join lateral (
            select coalesce((select s.before_us + least(r.start_us, s.end_us) - s.start_us from td.business_span as s
                             where s.calendar_id = r.calendar_id and s.start_us <= r.start_us order by s.start_us desc limit 1), 0) as elapsed) as e
    ), due as (
        select c.*, d.at_us as due_us,
            greatest(c.start_us, case when c.left_us = 0 then d.at_us else w.at_us end) as warn_us
        from counted as c
        cross join lateral (
            select s.start_us + c.total - s.before_us as at_us, s.end_us from td.business_span as s
            where s.calendar_id = c.calendar_id and s.before_us < c.total order by s.before_us desc limit 1) as d
        cross join lateral (
            select s.start_us + c.total - c.left_us - s.before_us as at_us from td.business_span as s
            where s.calendar_id = c.calendar_id and s.before_us <= c.total - c.left_us order by s.before_us desc limit 1) as w
        where d.at_us <= d.end_us
    ), told as (
        -- Within somebody's hours: the next opening, or the moment itself when there is none near.
        select d.*, 'epoch'::timestamptz + d.due_us * interval '1 microsecond' as due,
            greatest(d.due_us, (select s.start_us from td.business_span as s
                                where s.calendar_id = d.hours_id and s.end_us > d.due_us and s.start_us > d.due_us - 172800000000
                                order by s.start_us limit 1)) as tell_us,
            greatest(d.warn_us, (select s.start_us from td.business_span as s
                                 where s.calendar_id = d.hours_id and s.end_us > d.warn_us and s.start_us > d.warn_us - 172800000000
                                 order by s.start_us limit 1)) as early_us
        from due as d
    )
    update td.clock as k
    set due_at = d.due, stopped_at = null, warn_at = 'epoch'::timestamptz + d.early_us * interval '1 microsecond',
        tell_at = 'epoch'::timestamptz + d.tell_us * interval '1 microsecond', laid_version = d.laid_version,
        -- Told once for each moment; another moment is told of again.
        warned_for = case when d.was_due = d.due then k.warned_for end, told_for = case when d.was_due = d.due then k.told_for end
    from told as d where k.id = d.id;
end
$$;
comment on function td.move_many(bigint[]) is 'Brings the clocks of many cases up to calendars that were laid out anew, as td.move_clocks does one by one; leaves those that have stood still.';

create or replace function td.show_promises(p_ids bigint[]) returns bigint[]
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_moved bigint[];
begin
    with next as (
        select distinct on (i.id) i.id, c.due_at, c.stopped_at, m.amount_minutes, c.calendar_id, c.measure, c.group_id is not null as internal
        from unnest(p_ids) as i (id) left join td.clock as c on c.ticket_id = i.id and c.ended_at is null
        left join td.commitment as m on m.id = c.commitment_id
        order by i.id, c.stopped_at is not null, c.due_at, c.id
    ), shown as (
        update td.ticket as t
        set promise_due_at = n.due_at, promise_stopped_at = n.stopped_at, promise_minutes = n.amount_minutes,
            promise_calendar_id = n.calendar_id, promise_measure = n.measure, promise_internal = n.internal
        from next as n
        where t.id = n.id and (t.promise_due_at, t.promise_stopped_at, t.promise_minutes, t.promise_calendar_id, t.promise_measure, t.promise_internal)
              is distinct from (n.due_at, n.stopped_at, n.amount_minutes, n.calendar_id, n.measure, n.internal)
        returning t.id
    )
    select coalesce(array_agg(s.id), '{}') into v_moved from shown as s;
    -- The dashboard counts by what is due next. In order, as td.follow_times does: neither waits for the other in a circle.
    insert into td.time_due (ticket_id) select i from unnest(v_moved) as i order by i on conflict do nothing;
    return v_moved;
end
$$;
comment on function td.show_promises(bigint[]) is 'Brings what lists show of the promises of cases up to their clocks, without a step of them; returns those that changed.';

create or replace function td.recount_clocks(p_limit integer default 200) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_behind bigint[];
    v_ids bigint[];
    v_ticket td.ticket;
begin
    -- A server that is being filled with an export is nobody's yet.
    if td.restoring() then
        return 0;
    end if;
    v_behind := array(
        select c.ticket_id from td.calendar as k join td.clock as c on c.calendar_id = k.id and c.laid_version < k.laid_version
        where c.ended_at is null limit p_limit);
    -- Few at a time: whoever writes to one of these cases waits for milliseconds; who holds one is left for the next look.
    v_ids := array(select t.id from td.ticket as t where t.id = any (v_behind) for update skip locked);
    perform td.move_many(v_ids);
    for v_ticket in
        select t.* from td.ticket as t
        where t.id in (
            select c.ticket_id from td.clock as c join td.calendar as k on k.id = c.calendar_id
            where c.ticket_id = any (v_ids) and c.ended_at is null and c.laid_version < k.laid_version)
    loop
        begin
            perform td.move_clocks(v_ticket);
        exception when sqlstate 'TD422' then
            -- Beyond the years that are laid out: it keeps the date it had, and must not hold up the others.
            update td.clock as c set laid_version = k.laid_version from td.calendar as k
            where c.ticket_id = v_ticket.id and c.ended_at is null and k.id = c.calendar_id;
        end;
    end loop;
    perform td.tell_moved(td.show_promises(v_ids), cardinality(v_behind) < p_limit);
    return cardinality(v_ids);
end
$$;
comment on function td.recount_clocks(integer)
    is 'Brings clocks up to a calendar that was laid out anew, and tells open desks; returns how many cases. For the worker, which asks again until it is none.';
grant execute on function td.recount_clocks(integer) to td_worker;
