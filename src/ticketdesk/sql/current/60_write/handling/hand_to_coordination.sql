-- as td_api
create or replace function td.do_hand_to_coordination(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_reason text) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'hand_to_coordination');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'handed_to_coordination', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_staff(p_actor, p_ticket_id, td.given_version(p_version));
    if not coalesce(v_old.way = 1 and v_old.handler_id = p_actor.id, false) then
        raise exception 'for the direct handler' using errcode = 'TD403';
    end if;
    if v_old.state not in (4, 5) then
        perform td.refuse_step(v_old, 1);
    end if;
    v_new := td.joined(td.returned_to_pool(v_old, 1), p_actor.id);
    v_step.audience := td.mode_audience(v_new);
    v_step := td.with_text(v_step, 'reason', p_reason, false, 8, 0::smallint);
    v_step.data := jsonb_build_object('from', v_old.state, 'to', v_new.state, 'was_handler', v_old.handler_id);
    v_step.tell := td.coordinators();
    v_step.tell_kind := 1;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_hand_to_coordination(td.person, smallint, uuid, bigint, integer, text)
    is 'A direct case goes to the pool of the coordination and is coordinated from here on.';

create or replace function api.hand_to_coordination(request_id uuid, ticket_id bigint, version integer, reason text default '') returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_hand_to_coordination(td.actor(), 1::smallint, $1, $2, $3, $4) $$;
comment on function api.hand_to_coordination(uuid, bigint, integer, text) is 'Let the coordination take a direct case on (HandToCoordination).';
grant execute on function api.hand_to_coordination(uuid, bigint, integer, text) to td_handler, td_coordinator;
