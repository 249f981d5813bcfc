-- as td_api
create or replace function td.do_end_waiting(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'end_waiting');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'waiting_ended', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_staff(p_actor, p_ticket_id, td.given_version(p_version));
    if p_actor.class <> 3 and v_old.handler_id is distinct from p_actor.id then
        raise exception 'not in charge' using errcode = 'TD403';
    end if;
    v_new := td.joined(td.back_from_waiting(v_old), p_actor.id);
    v_step.audience := td.mode_audience(v_new);
    v_step.data := jsonb_build_object('from', v_old.state, 'to', v_new.state);
    v_step.tell := td.those_at_work(v_new);
    v_step.tell_kind := 12;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_end_waiting(td.person, smallint, uuid, bigint, integer)
    is 'A waiting case goes on by hand, where it came from.';

create or replace function api.end_waiting(request_id uuid, ticket_id bigint, version integer) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_end_waiting(td.actor(), 1::smallint, $1, $2, $3) $$;
comment on function api.end_waiting(uuid, bigint, integer) is 'Go on with a waiting case (EndWaiting).';
grant execute on function api.end_waiting(uuid, bigint, integer) to td_handler, td_coordinator;
