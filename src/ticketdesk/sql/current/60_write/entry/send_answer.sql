-- as td_api
create or replace function td.answered_and_closed(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_old td.ticket, p_new td.ticket, p_step td.step) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_answered td.ticket;
    v_closed td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'closed', 1);
begin
    -- Two steps of the log in one commit. The first takes the files that lie under the request id along; a repeat finds the second's outcome.
    perform td.write_step(p_old, p_new, p_step, p_request_id);
    select t.* into v_answered from td.ticket as t where t.id = p_old.id;
    v_closed := td.finished(v_answered, 9, now());
    v_step.data := jsonb_build_object('from', 8, 'to', 9);
    v_step.tell_requester_kind := 0;
    return td.write_step(v_answered, v_closed, v_step, p_request_id);
end
$$;
comment on function td.answered_and_closed(td.person, smallint, uuid, td.ticket, td.ticket, td.step) is 'Answers and closes in one commit.';

create or replace function td.do_send_answer(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_body text, p_solution text, p_close boolean, p_parts_reason text) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp set timezone = 'UTC'
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'send_answer');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'answered', 1);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_staff(p_actor, p_ticket_id, td.given_version(p_version));
    if p_actor.class <> 3 and not (v_old.way = 1 and v_old.handler_id is not distinct from p_actor.id) then
        raise exception 'for coordination or the direct handler' using errcode = 'TD403';
    end if;
    -- What its handler has reported back lies with the coordination.
    if p_actor.class <> 3 and v_old.state not in (5, 6) then
        perform td.refuse_step(v_old, 8);
    end if;
    v_new := td.joined(td.moved(v_old, 8), p_actor.id);
    if v_old.parts_blocking > 0 and td.trimmed(p_parts_reason) = '' then
        perform td.refuse_open_parts(v_old);
    end if;
    v_new.answered_at := now();
    v_new.closes_at := case when not coalesce(p_close, false) then td.closes_at(now()) end;
    v_step.body := td.checked_text('body', p_body, true);
    perform td.refuse_open_places('body', v_step.body);
    perform td.refuse_open_places('solution', p_solution);
    if td.trimmed(p_solution) = '' then
        perform td.refuse_input('solution', 'no_solution');
    end if;
    -- That it closes by itself is announced with the answer.
    v_step.detail := jsonb_strip_nulls(jsonb_build_object('solution', td.checked_text('solution', p_solution, true), 'closes_at', v_new.closes_at))
        || case when v_old.parts_blocking > 0 then td.parts_reason(p_parts_reason) else '{}' end;
    v_step.entry_kind := 5;
    v_step.entry_audience := 1;
    v_step.data := jsonb_build_object('from', v_old.state, 'to', v_new.state);
    v_step.tell_requester_kind := 5;
    if p_close then
        return td.answered_and_closed(p_actor, p_cause, p_request_id, v_old, v_new, v_step);
    end if;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_send_answer(td.person, smallint, uuid, bigint, integer, text, text, boolean, text) is 'The final answer with the solution; the case is answered, and closed as well if so wished.';

create or replace function api.send_answer(request_id uuid, ticket_id bigint, version integer, body text, solution text, close boolean,
    parts_reason text default '') returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_send_answer(td.actor(), 1::smallint, $1, $2, $3, $4, $5, $6, $7) $$;
comment on function api.send_answer(uuid, bigint, integer, text, text, boolean, text) is 'Send the final answer (SendAnswer).';
grant execute on function api.send_answer(uuid, bigint, integer, text, text, boolean, text) to td_handler, td_coordinator;
