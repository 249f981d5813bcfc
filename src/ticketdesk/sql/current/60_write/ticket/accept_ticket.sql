-- as td_api
create or replace function td.do_accept_ticket(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'accept_ticket');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'accepted', 1);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_coordination(p_actor, p_ticket_id, null);
    -- Two coordinators share the pool: the second one is told who was first.
    if v_old.state = 2 and v_old.coordinator_id <> p_actor.id then
        perform td.refuse_taken(v_old.coordinator_id, v_old.updated_at);
    end if;
    if v_old.version <> td.given_version(p_version) then
        perform td.refuse_stale(v_old);
    end if;
    -- A waiting case goes back to accepted when it is waited for no more, which is another command.
    if v_old.state <> 1 then
        perform td.refuse_step(v_old, 2);
    end if;
    v_new := td.moved(v_old, 2);
    v_new.coordinator_id := p_actor.id;
    -- A direct case that came back to the pool is coordinated from here on.
    v_new.way := 0;
    v_new := td.joined(v_new, p_actor.id);
    v_step.data := jsonb_build_object('from', v_old.state, 'to', v_new.state);
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_accept_ticket(td.person, smallint, uuid, bigint, integer) is 'New -> accepted; the actor coordinates from now on.';

create or replace function api.accept_ticket(request_id uuid, ticket_id bigint, version integer) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_accept_ticket(td.actor(), 1::smallint, $1, $2, $3) $$;
comment on function api.accept_ticket(uuid, bigint, integer) is 'Take a new case into coordination (AcceptTicket).';
grant execute on function api.accept_ticket(uuid, bigint, integer) to td_coordinator;
