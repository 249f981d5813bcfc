-- as td_api
create or replace function td.do_reject_ticket(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_reason text) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'reject_ticket');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'rejected', 1);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_coordination(p_actor, p_ticket_id, td.given_version(p_version));
    if v_old.way = 2 or v_old.state not in (1, 2, 3, 7) then
        perform td.refuse_step(v_old, 11);
    end if;
    v_new := td.joined(td.finished(v_old, 11, now()), p_actor.id);
    v_new.coordinator_id := coalesce(v_old.coordinator_id, p_actor.id);
    v_step := td.with_text(v_step, 'reason', p_reason, true, 8, 1::smallint);
    perform td.refuse_open_places('reason', v_step.body);
    v_step.data := jsonb_build_object('from', v_old.state, 'to', v_new.state);
    v_step.tell_requester_kind := 16;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_reject_ticket(td.person, smallint, uuid, bigint, integer, text)
    is 'Refuses a case; the requester reads the reason.';

create or replace function api.reject_ticket(request_id uuid, ticket_id bigint, version integer, reason text) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_reject_ticket(td.actor(), 1::smallint, $1, $2, $3, $4) $$;
comment on function api.reject_ticket(uuid, bigint, integer, text) is 'Reject a case (RejectTicket).';
grant execute on function api.reject_ticket(uuid, bigint, integer, text) to td_coordinator;
