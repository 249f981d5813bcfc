-- as td_api
-- What happens to a part happens to its case too: counters, steps and notices of both, in one commit. The way down to a part is locked from
-- the root (td.lock_way_to), so that two who work in one tree follow each other.
create or replace function td.is_out(p_state integer) returns boolean
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    return p_state in (4, 5, 6);
end
$$;
comment on function td.is_out(integer) is 'Whether a part in this state is still to be answered (domain/parts.py: OUT).';

create or replace function td.counted(p_case td.ticket, p_before integer, p_after integer, p_blocking boolean) returns td.ticket
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_case td.ticket := p_case;
    v_out integer := case when td.is_out(p_after) then 1 else 0 end - case when td.is_out(p_before) then 1 else 0 end;
begin
    v_case.parts_total := v_case.parts_total + case when p_before is null then 1 else 0 end;
    v_case.parts_open := v_case.parts_open + v_out;
    v_case.parts_blocking := v_case.parts_blocking + case when p_blocking then v_out else 0 end;
    v_case.parts_back := v_case.parts_back + case when p_after in (7, 9) then 1 else 0 end
        - case when coalesce(p_before in (7, 9), false) then 1 else 0 end;
    return v_case;
end
$$;
comment on function td.counted(td.ticket, integer, integer, boolean) is 'The case with the counters as they are after one of its parts went from a state to another.';

create or replace function td.refuse_open_parts(p_case td.ticket) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception 'parts are open' using errcode = 'TD412', detail = jsonb_build_object('open', p_case.parts_blocking, 'parts', (
        select jsonb_agg(t.letter order by t.id) from td.ticket as t where t.parent_id = p_case.id and t.blocking and t.state in (4, 5, 6)))::text;
end
$$;
comment on function td.refuse_open_parts(td.ticket) is 'Raises TD412 with the letters of the parts that block.';

create or replace function td.parts_reason(p_reason text) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    -- «internal» is what the requester's copy of a text leaves out.
    return case when td.trimmed(p_reason) = '' then '{}'
                else jsonb_build_object('internal', jsonb_build_object('parts_reason', td.checked_text('parts_reason', p_reason, true))) end;
end
$$;
comment on function td.parts_reason(text) is 'Why an answer goes out before all parts are back, as the detail of its step.';

create or replace function td.locked_part(
    p_actor td.person, p_ticket_id bigint, p_version integer, p_state integer, p_commissioner boolean) returns td.ticket
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_part td.ticket := td.locked_for_staff(p_actor, p_ticket_id, p_version);
begin
    if p_commissioner and p_actor.class <> 3 and v_part.commissioned_by is distinct from p_actor.id then
        raise exception 'for whoever commissioned it' using errcode = 'TD403';
    end if;
    if v_part.way <> 2 then
        perform td.refuse_step(v_part, p_state);
    end if;
    return v_part;
end
$$;
comment on function td.locked_part(td.person, bigint, integer, integer, boolean)
    is 'Locks a part for whoever may act on it; TD403 for those who did not commission it, TD411 when it is a whole case.';

create or replace function td.those_gathering(p_part td.ticket, p_case td.ticket) returns integer[]
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_told integer[] := array[p_part.commissioned_by];
begin
    -- Of a part's parts only their commissioner hears; of a case's its coordinator too.
    if p_case.way <> 2 and p_case.coordinator_id is not null and p_case.coordinator_id <> p_part.commissioned_by then
        v_told := v_told || p_case.coordinator_id;
    end if;
    if not exists (select from td.person as p where p.id = any (v_told) and p.active) then
        v_told := td.coordinators();
    end if;
    return v_told;
end
$$;
comment on function td.those_gathering(td.ticket, td.ticket) is 'Who waits for a part: its commissioner, the case''s coordinator, or all who coordinate when both are gone.';

create or replace function td.parts_came_back(p_case_id bigint, p_after integer, p_told integer[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(null, 5::smallint, 'parts_back', 0);
begin
    select t.* into v_old from td.ticket as t where t.id = p_case_id;
    -- Whoever has the case in hand goes on with it; else the coordination has to act, unless the parts were only recalled.
    v_new := td.moved(v_old, case
        when v_old.came_from in (4, 5) then v_old.came_from
        when v_old.parts_back > 0 or p_after = 11 then 7
        else coalesce(v_old.came_from, 3) end);
    v_step.audience := td.mode_audience(v_new);
    v_step.data := jsonb_build_object('from', v_old.state, 'to', v_new.state, 'back', v_new.parts_back);
    if v_old.parts_back > 0 then
        v_step.tell := p_told;
        v_step.tell_kind := 23;
    end if;
    perform td.write_step(v_old, v_new, v_step, null);
end
$$;
comment on function td.parts_came_back(bigint, integer, integer[]) is 'A case that waited for its parts goes on: the last one is back or ended.';

create or replace function td.part_moved(p_old td.ticket, p_new td.ticket, p_step td.step) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_case td.ticket;
    v_after td.ticket;
    v_step td.step := td.new_step(p_step.actor_id, p_step.cause, 'part_moved', 0);
    v_told integer[];
    v_last boolean;
    v_goes_on boolean;
begin
    select t.* into v_case from td.ticket as t where t.id = p_new.parent_id for update;
    v_after := td.counted(v_case, p_old.state, p_new.state, p_new.blocking);
    v_told := td.those_gathering(p_new, v_case);
    v_last := v_case.parts_blocking > 0 and v_after.parts_blocking = 0;
    v_goes_on := v_last and v_case.state = 6 and v_case.waiting_reason = 3;
    v_step.data := jsonb_strip_nulls(jsonb_build_object('part', p_new.id, 'letter', p_new.letter, 'did', p_step.what,
        'part_from', p_old.state, 'part_to', p_new.state, 'handler', p_new.handler_id, 'group', p_new.group_id));
    if p_new.state = 7 and p_old.state <> 7 then
        v_step.what := 'part_reported';
        v_step.audience := td.mode_audience(v_case);
        -- The requester reads it and is not rung up for each of many parts; that all are back is told to him.
        v_step.tell_requester_kind := 0;
        -- Told once: when the case goes on by itself, that step tells.
        v_step.tell := case when v_goes_on then '{}' else v_told end;
        v_step.tell_kind := case when v_last then 23 else 22 end;
    elsif p_new.state = 11 then
        v_step.what := 'part_declined';
        v_step.tell := v_told;
        v_step.tell_kind := 25;
    end if;
    perform td.write_step(v_case, v_after, v_step, null);
    if v_goes_on then
        perform td.parts_came_back(v_case.id, p_new.state, v_told);
    end if;
end
$$;
comment on function td.part_moved(td.ticket, td.ticket, td.step) is 'Brings a case up to a step of one of its parts: counters, log, notices, and out of waiting after the last one.';

create or replace function td.recall(p_part td.ticket, p_actor_id integer, p_cause smallint, p_reason text, p_request_id uuid) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_new td.ticket := td.moved(p_part, 10);
    v_step td.step := td.new_step(p_actor_id, p_cause, 'part_recalled', 0);
begin
    v_new.closed_at := now();
    v_step.data := jsonb_build_object('from', p_part.state, 'to', v_new.state);
    v_step.body := td.checked_text('reason', p_reason, false);
    if td.trimmed(v_step.body) <> '' then
        v_step.entry_kind := 8;
    else
        v_step.body := '';
    end if;
    v_step.tell := td.those_asked(p_part);
    v_step.tell_kind := 24;
    return td.write_step(p_part, v_new, v_step, p_request_id);
end
$$;
comment on function td.recall(td.ticket, integer, smallint, text, uuid) is 'Recalls a locked part, with the reason if there is one; tells those it was asked of.';

create or replace function td.settle_parts(p_case td.ticket, p_step td.step) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_part td.ticket;
    v_new td.ticket;
    v_step td.step;
    v_reason text := coalesce(p_step.detail #>> '{internal,parts_reason}', '');
begin
    -- One by one in the order of their numbers; each may have parts of its own, which its own step settles.
    for v_part in select t.* from td.ticket as t where t.parent_id = p_case.id and t.is_open order by t.id for update loop
        if v_part.state = 7 then
            v_new := td.moved(v_part, 9);
            v_new.closed_at := now();
            v_step := td.new_step(p_step.actor_id, p_step.cause, 'part_accepted', 0);
            v_step.data := jsonb_build_object('from', v_part.state, 'to', v_new.state);
            perform td.write_step(v_part, v_new, v_step, null);
        elsif v_part.blocking or p_case.state in (9, 10, 11) then
            perform td.recall(v_part, p_step.actor_id, p_step.cause, v_reason, null);
        end if;
    end loop;
end
$$;
comment on function td.settle_parts(td.ticket, td.step)
    is 'An answered or ended case: what is back is answered for, what blocks is recalled; when it has ended, information too.';

create or replace function td.follow_in_parts(p_old td.ticket, p_new td.ticket, p_step td.step) returns integer
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if p_old.state <> p_new.state and p_new.parts_total > 0 and (p_new.state in (8, 9, 10, 11) or p_new.way = 2 and p_new.state = 7) then
        perform td.settle_parts(p_new, p_step);
    end if;
    if p_new.parent_id is not null and (p_old.state <> p_new.state or p_old.handler_id is distinct from p_new.handler_id
                                        or p_old.group_id is distinct from p_new.group_id) then
        perform td.part_moved(p_old, p_new, p_step);
    end if;
    return (select t.version from td.ticket as t where t.id = p_new.id);
end
$$;
comment on function td.follow_in_parts(td.ticket, td.ticket, td.step) is 'What a step of a case does to its parts, and a step of a part to its case; returns the version afterwards.';
