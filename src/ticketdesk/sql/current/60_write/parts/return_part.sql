-- as td_api
create or replace function td.do_return_part(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_reason text) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'return_part');
    v_old td.ticket;
    v_new td.ticket;
    v_case td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'part_returned', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_part(p_actor, p_ticket_id, td.given_version(p_version), 4, true);
    select t.* into v_case from td.ticket as t where t.id = v_old.parent_id;
    if v_old.state <> 7 or not v_case.is_open then
        perform td.refuse_step(v_old, 4);
    end if;
    v_new := td.moved(v_old, 4);
    v_step.body := td.checked_text('reason', p_reason, true);
    perform td.refuse_open_places('reason', v_step.body);
    v_step.entry_kind := 7;
    v_step.data := jsonb_build_object('from', v_old.state, 'to', v_new.state);
    v_step.tell := td.those_asked(v_new);
    v_step.tell_kind := 27;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_return_part(td.person, smallint, uuid, bigint, integer, text) is 'Reported -> assigned: the answer does not do, and what is missing.';

create or replace function api.return_part(request_id uuid, ticket_id bigint, version integer, reason text) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_return_part(td.actor(), 1::smallint, $1, $2, $3, $4) $$;
comment on function api.return_part(uuid, bigint, integer, text) is 'Give an answered part back to be completed (ReturnPart).';
grant execute on function api.return_part(uuid, bigint, integer, text) to td_handler, td_coordinator;
