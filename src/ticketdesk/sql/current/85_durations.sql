-- as td_api
-- What a case took, step by step, for those who read it; who had it only for its parties (no evaluation of persons, SECURITY 1.5).
create or replace function td.is_party(p_actor td.person, p_ticket_id bigint) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return exists (
        select from td.ticket as t
        where t.id = p_ticket_id
          and (p_actor.id = any (t.participants) or t.coordinator_id = p_actor.id
               or t.group_id in (select m.group_id from td.group_member as m where m.person_id = p_actor.id)));
end
$$;
comment on function td.is_party(td.person, bigint) is 'Whether somebody takes part in a case, coordinates it, or belongs to the group that has it.';

create or replace function api.durations(ticket_id bigint) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
    v_party boolean;
    v_now timestamptz := clock_timestamp();
    v_step record;
    v_handler integer;
    v_at_work boolean := false;
    v_group_calendar integer;
    v_rows jsonb := '[]';
begin
    if not td.reads_desk(v_actor, durations.ticket_id) then
        raise exception 'no such case' using errcode = 'TD404';
    end if;
    v_party := td.is_party(v_actor, durations.ticket_id);
    for v_step in
        select s.*, l.data from td.stretches(array[durations.ticket_id]) as s
        join td.log as l on l.ticket_id = s.ticket_id and l.seq = s.seq order by s.seq
    loop
        if v_step.what in ('recorded', 'assigned', 'forwarded', 'commissioned', 'given_back', 'returned', 'taken_over') then
            v_handler := (v_step.data ->> 'handler')::integer;
        end if;
        -- Who waits has it still.
        v_at_work := v_step.state in (4, 5) or v_step.state = 6 and v_at_work;
        if v_step.until is null and v_step.state < 8 then
            v_step.clock_us := td.micros(v_now) - td.micros(v_step.at);
            v_step.business_us := td.worked(v_step.calendar_id, v_step.at, v_now);
            v_group_calendar := coalesce((select g.calendar_id from td.work_group as g where g.id = v_step.holder_id),
                                         (select o.calendar_id from td.office as o));
            v_step.holder_us := case when v_step.holder_id is not null then td.worked(v_group_calendar, v_step.at, v_now) end;
        end if;
        v_rows := v_rows || jsonb_build_object(
            'seq', v_step.seq, 'at', v_step.at, 'until', v_step.until, 'state', v_step.state, 'group', v_step.holder_id,
            'handler', case when v_party and v_at_work and not v_step.imported then v_handler end,
            'clock_s', case when v_step.state < 8 then v_step.clock_us / 1000000 end, 'business_s', v_step.business_us / 1000000,
            'group_business_s', v_step.holder_us / 1000000);
    end loop;
    return jsonb_build_object('books', (select o.time_booking from td.office as o),
        -- What counts: of each booking its last word.
        'booked', case when v_party then (
            select coalesce(jsonb_agg(jsonb_build_object('seq', b.seq, 'person', b.person_id, 'minutes', b.minutes, 'on', b.on_day, 'note', b.note,
                'corrected', b.corrects is not null) order by b.on_day, b.seq), '[]')
            from (select distinct on (coalesce(w.corrects, w.seq)) w.* from td.work_time as w where w.ticket_id = durations.ticket_id
                  order by coalesce(w.corrects, w.seq), w.seq desc) as b
            where b.minutes > 0) end,
        'party', v_party, 'calendar', v_step.calendar_id, 'stretches', v_rows);
end
$$;
comment on function api.durations(bigint) is 'What a case took, in clock and working time, stretch by stretch; with the handlers'' names for its parties alone.';
grant execute on function api.durations(bigint) to td_handler, td_coordinator, td_auditor;
