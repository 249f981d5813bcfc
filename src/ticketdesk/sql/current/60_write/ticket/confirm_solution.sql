-- as td_api
create or replace function td.do_confirm_solution(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'confirm_solution');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'confirmed', 1);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_requester(p_actor, p_ticket_id, td.given_version(p_version));
    if v_old.state <> 8 then
        perform td.refuse_own_step(v_old, 5);
    end if;
    v_new := td.finished(v_old, 9, now());
    v_step.by_requester := true;
    v_step.data := jsonb_build_object('from', v_old.state, 'to', v_new.state);
    v_step.tell := td.in_charge(v_new);
    v_step.tell_kind := 8;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_confirm_solution(td.person, smallint, uuid, bigint, integer) is 'Answered -> closed, by the requester who is content.';

create or replace function api.confirm_solution(request_id uuid, ticket_id bigint, version integer) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_confirm_solution(td.actor(), 1::smallint, $1, $2, $3) $$;
comment on function api.confirm_solution(uuid, bigint, integer) is 'As the requester: this solves it (ConfirmSolution).';
grant execute on function api.confirm_solution(uuid, bigint, integer) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
