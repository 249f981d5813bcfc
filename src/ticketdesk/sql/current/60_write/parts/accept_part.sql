-- as td_api
create or replace function td.do_accept_part(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'accept_part');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'part_accepted', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_part(p_actor, p_ticket_id, td.given_version(p_version), 9, true);
    v_new := td.moved(v_old, 9);
    v_new.closed_at := now();
    v_step.data := jsonb_build_object('from', v_old.state, 'to', v_new.state);
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_accept_part(td.person, smallint, uuid, bigint, integer) is 'Reported -> closed: the part is answered for.';

create or replace function api.accept_part(request_id uuid, ticket_id bigint, version integer) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_accept_part(td.actor(), 1::smallint, $1, $2, $3) $$;
comment on function api.accept_part(uuid, bigint, integer) is 'Accept the answer to a part (AcceptPart).';
grant execute on function api.accept_part(uuid, bigint, integer) to td_handler, td_coordinator;
