-- as td_api
create or replace function td.do_clarify_ticket(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'clarify_ticket');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'clarified', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_coordination(p_actor, p_ticket_id, td.given_version(p_version));
    if v_old.state not in (2, 7) then
        perform td.refuse_step(v_old, 3);
    end if;
    v_new := td.joined(td.moved(v_old, 3), p_actor.id);
    v_new.coordinator_id := p_actor.id;
    v_new.handler_id := null;
    v_step.audience := td.mode_audience(v_new);
    v_step.data := jsonb_build_object('from', v_old.state, 'to', v_new.state);
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_clarify_ticket(td.person, smallint, uuid, bigint, integer) is 'Accepted or reported -> clarifying.';

create or replace function api.clarify_ticket(request_id uuid, ticket_id bigint, version integer) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_clarify_ticket(td.actor(), 1::smallint, $1, $2, $3) $$;
comment on function api.clarify_ticket(uuid, bigint, integer) is 'Begin pre-clarification (ClarifyTicket).';
grant execute on function api.clarify_ticket(uuid, bigint, integer) to td_coordinator;
