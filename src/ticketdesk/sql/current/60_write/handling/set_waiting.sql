-- as td_api
create or replace function td.checked_waiting(p_actor td.person, p_ticket td.ticket, p_reason smallint, p_until timestamptz) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
begin
    -- Waiting for parts is nobody's wish: it begins and ends with them.
    if p_reason is null or p_reason not in (1, 2, 4) then
        perform td.refuse_input('reason', 'out_of_range');
    end if;
    if p_reason = 4 and p_until is null then
        perform td.refuse_input('until', 'empty');
    end if;
    perform td.refuse_past('until', td.checked_moment('until', p_until));
    if p_reason = 1 and p_ticket.way = 2 then
        perform td.refuse_input('reason', 'no_requester');
    end if;
    -- In a hidden case the requester knows the coordination alone.
    if p_reason = 1 and p_actor.class <> 3 and p_ticket.hidden and p_ticket.way = 0 then
        perform td.refuse_input('reason', 'through_coordination');
    end if;
end
$$;
comment on function td.checked_waiting(td.person, td.ticket, smallint, timestamptz) is 'Reason and moment of waiting, or TD422.';

create or replace function td.do_set_waiting(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_reason smallint, p_until timestamptz, p_body text) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp set timezone = 'UTC'
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'set_waiting');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'waiting_set', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_staff(p_actor, p_ticket_id, td.given_version(p_version));
    if p_actor.class <> 3 and v_old.handler_id is distinct from p_actor.id then
        raise exception 'not in charge' using errcode = 'TD403';
    end if;
    if v_old.state not in (2, 3, 4, 5, 6, 7) or p_actor.class <> 3 and v_old.state not in (4, 5, 6) then
        perform td.refuse_step(v_old, 6);
    end if;
    perform td.checked_waiting(p_actor, v_old, p_reason, p_until);
    -- Given once more while it waits: another reason or moment; where it came from stays.
    v_new := td.joined(case when v_old.state = 6 then v_old else td.moved(v_old, 6) end, p_actor.id);
    v_new.waiting_reason := p_reason;
    v_new.waiting_until := p_until;
    v_step.audience := case when p_reason = 1 then 1 else td.mode_audience(v_new) end;
    v_step := td.with_text(v_step, 'body', p_body, p_reason = 1, case when p_reason = 1 then 9 else 8 end, v_step.audience);
    perform td.refuse_open_places('body', v_step.body);
    v_step.data := jsonb_strip_nulls(jsonb_build_object('from', v_old.state, 'to', v_new.state, 'reason', p_reason, 'until', p_until));
    if p_reason = 1 then
        v_step.tell_requester_kind := 11;
    end if;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_set_waiting(td.person, smallint, uuid, bigint, integer, smallint, timestamptz, text)
    is 'A case waits, with a reason; for the requester with a question, which goes out to him.';

create or replace function api.set_waiting(request_id uuid, ticket_id bigint, version integer, reason smallint, until timestamptz default null, body text default '') returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_set_waiting(td.actor(), 1::smallint, $1, $2, $3, $4, $5, $6) $$;
comment on function api.set_waiting(uuid, bigint, integer, smallint, timestamptz, text) is 'Let a case wait (SetWaiting).';
grant execute on function api.set_waiting(uuid, bigint, integer, smallint, timestamptz, text) to td_handler, td_coordinator;
