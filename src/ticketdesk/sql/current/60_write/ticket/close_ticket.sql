-- as td_api
create or replace function td.do_close_ticket(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_reason text) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'close_ticket');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'closed', 1);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_staff(p_actor, p_ticket_id, td.given_version(p_version));
    if p_actor.class <> 3 and not (v_old.way = 1 and v_old.handler_id is not distinct from p_actor.id) then
        raise exception 'for coordination or the direct handler' using errcode = 'TD403';
    end if;
    if v_old.state <> 8 and not (v_old.state = 6 and coalesce(v_old.waiting_reason = 1, false)) then
        perform td.refuse_step(v_old, 9);
    end if;
    v_new := td.finished(v_old, 9, now());
    -- Without an answer the requester learns why: he did not give his.
    v_step := td.with_text(v_step, 'reason', p_reason, v_old.state = 6, 8, 1::smallint);
    perform td.refuse_open_places('reason', v_step.body);
    v_step.tell_requester_kind := 50;
    v_step.data := jsonb_build_object('from', v_old.state, 'to', v_new.state);
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_close_ticket(td.person, smallint, uuid, bigint, integer, text)
    is 'Answered, or waiting for the requester in vain -> closed, by coordination or the direct handler.';

create or replace function api.close_ticket(request_id uuid, ticket_id bigint, version integer, reason text default '') returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_close_ticket(td.actor(), 1::smallint, $1, $2, $3, $4) $$;
comment on function api.close_ticket(uuid, bigint, integer, text) is 'Close an answered case (CloseTicket).';
grant execute on function api.close_ticket(uuid, bigint, integer, text) to td_handler, td_coordinator;
