-- as td_api
create or replace function td.do_take_over(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'take_over');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'taken_over', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_staff(p_actor, p_ticket_id, null);
    -- Two at once: the row lock lets one through, and the other learns who it was before anything is said of versions.
    if v_old.state = 5 and v_old.handler_id is distinct from p_actor.id then
        perform td.refuse_taken(v_old.handler_id, v_old.updated_at);
    end if;
    if v_old.version <> td.given_version(p_version) then
        perform td.refuse_stale(v_old);
    end if;
    if v_old.handler_id is distinct from p_actor.id and (
        v_old.handler_id is not null
        or not exists (select from td.group_member as m where m.group_id = v_old.group_id and m.person_id = p_actor.id)
    ) then
        raise exception 'not for this person' using errcode = 'TD403';
    end if;
    if v_old.state <> 4 then
        perform td.refuse_step(v_old, 5);
    end if;
    v_new := td.joined(td.moved(v_old, 5), p_actor.id);
    v_new.handler_id := p_actor.id;
    v_step.audience := td.mode_audience(v_new);
    v_step.data := jsonb_build_object('from', v_old.state, 'to', v_new.state, 'handler', p_actor.id);
    v_step.tell := array_remove(array[v_new.coordinator_id], null);
    v_step.tell_kind := 9;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_take_over(td.person, smallint, uuid, bigint, integer) is 'Assigned -> in progress, by the handler it was given to or by a member of the group.';

create or replace function api.take_over(request_id uuid, ticket_id bigint, version integer) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_take_over(td.actor(), 1::smallint, $1, $2, $3) $$;
comment on function api.take_over(uuid, bigint, integer) is 'Take over what lies with oneself or with the group (TakeOver).';
grant execute on function api.take_over(uuid, bigint, integer) to td_handler, td_coordinator;
