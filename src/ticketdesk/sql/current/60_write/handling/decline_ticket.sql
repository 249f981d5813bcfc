-- as td_api
create or replace function td.do_decline_ticket(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_reason text) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'decline_ticket');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'declined', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_staff(p_actor, p_ticket_id, td.given_version(p_version));
    if v_old.handler_id is distinct from p_actor.id and (
        v_old.handler_id is not null
        or not exists (select from td.group_member as m where m.group_id = v_old.group_id and m.person_id = p_actor.id)
    ) then
        raise exception 'not for this person' using errcode = 'TD403';
    end if;
    -- Whoever took a part over may find out only then that it is not for him; a case he hands on or back.
    if v_old.state <> 4 and not (v_old.way = 2 and v_old.state = 5 and v_old.handler_id is not distinct from p_actor.id) then
        perform td.refuse_step(v_old, case v_old.way when 0 then 3 when 1 then 1 else 11 end);
    end if;
    -- A part ends with that, and its answer is missing; a case goes back to where it can be handed on from.
    v_new := td.joined(case v_old.way
        when 0 then td.returned_to_pool(v_old, 3) when 1 then td.returned_to_pool(v_old, 1) else td.finished(v_old, 11, now()) end, p_actor.id);
    v_step.audience := td.mode_audience(v_new);
    v_step := td.with_text(v_step, 'reason', p_reason, true, 8, 0::smallint);
    v_step.data := jsonb_strip_nulls(jsonb_build_object('from', v_old.state, 'to', v_new.state, 'was_handler', v_old.handler_id,
        'was_group', v_old.group_id));
    -- Of a part the step that this one leaves in the case tells whoever waits for it.
    v_step.tell := case when v_old.way = 2 then '{}' when v_new.coordinator_id is null then td.coordinators() else array[v_new.coordinator_id] end;
    v_step.tell_kind := 13;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_decline_ticket(td.person, smallint, uuid, bigint, integer, text)
    is 'Assigned -> clarifying, or new for a direct case: it is not for those it was handed to. A part ends with it, also once taken over.';

create or replace function api.decline_ticket(request_id uuid, ticket_id bigint, version integer, reason text) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_decline_ticket(td.actor(), 1::smallint, $1, $2, $3, $4) $$;
comment on function api.decline_ticket(uuid, bigint, integer, text) is 'Decline an assigned case (DeclineTicket).';
grant execute on function api.decline_ticket(uuid, bigint, integer, text) to td_handler, td_coordinator;
