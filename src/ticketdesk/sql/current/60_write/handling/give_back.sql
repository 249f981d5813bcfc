-- as td_api
create or replace function td.do_give_back(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'give_back');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'given_back', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_staff(p_actor, p_ticket_id, td.given_version(p_version));
    if v_old.handler_id is distinct from p_actor.id then
        raise exception 'not in charge' using errcode = 'TD403';
    end if;
    if v_old.group_id is null or v_old.state not in (4, 5) then
        perform td.refuse_step(v_old, 4);
    end if;
    v_new := td.moved(v_old, 4);
    v_new.handler_id := null;
    v_step.audience := td.mode_audience(v_new);
    v_step.data := jsonb_build_object('from', v_old.state, 'to', v_new.state, 'group', v_new.group_id);
    v_step.tell := td.those_asked(v_new);
    v_step.tell_kind := 3;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_give_back(td.person, smallint, uuid, bigint, integer) is 'Gives a case back to its group, for another member to take over.';

create or replace function api.give_back(request_id uuid, ticket_id bigint, version integer) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_give_back(td.actor(), 1::smallint, $1, $2, $3) $$;
comment on function api.give_back(uuid, bigint, integer) is 'Give back to the group (GiveBack).';
grant execute on function api.give_back(uuid, bigint, integer) to td_handler, td_coordinator;
