-- as td_api
create or replace function td.do_recall_ticket(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_reason text) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'recall_ticket');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'recalled', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_coordination(p_actor, p_ticket_id, td.given_version(p_version));
    if v_old.way = 2 or v_old.state not in (4, 5, 6) then
        perform td.refuse_step(v_old, 3);
    end if;
    v_new := td.returned_to_pool(v_old, case when v_old.way = 0 or v_old.state = 6 then 3 else 1 end);
    if v_new.state = 3 then
        v_new.coordinator_id := p_actor.id;
    end if;
    v_new := td.joined(v_new, p_actor.id);
    v_step.audience := td.mode_audience(v_new);
    v_step := td.with_text(v_step, 'reason', p_reason, false, 8, 0::smallint);
    v_step.data := jsonb_strip_nulls(jsonb_build_object('from', v_old.state, 'to', v_new.state, 'was_handler', v_old.handler_id,
        'was_group', v_old.group_id));
    v_step.tell := case when v_old.handler_id is null and v_old.group_id is null then '{}' else td.those_asked(v_old) end;
    v_step.tell_kind := 14;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_recall_ticket(td.person, smallint, uuid, bigint, integer, text)
    is 'Assigned, in progress or waiting -> clarifying; a direct case that somebody has -> new.';

create or replace function api.recall_ticket(request_id uuid, ticket_id bigint, version integer, reason text default '') returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_recall_ticket(td.actor(), 1::smallint, $1, $2, $3, $4) $$;
comment on function api.recall_ticket(uuid, bigint, integer, text) is 'Take a case back from those who have it (RecallTicket).';
grant execute on function api.recall_ticket(uuid, bigint, integer, text) to td_coordinator;
