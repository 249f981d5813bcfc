-- as td_api
create or replace function td.do_return_ticket(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_order_text text) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'return_ticket');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'returned', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_coordination(p_actor, p_ticket_id, td.given_version(p_version));
    if v_old.way = 2 or v_old.state <> 7 or coalesce(v_old.handler_id, v_old.group_id) is null then
        perform td.refuse_step(v_old, 4);
    end if;
    -- To whoever answered; to the group if he is not there any more.
    v_new := td.moved(v_old, 4);
    if not exists (select from td.person as p where p.id = v_old.handler_id and p.active and p.login is not null) then
        v_new.handler_id := null;
        if v_old.group_id is null then
            perform td.refuse_input('handler_id', 'not_addressable');
        end if;
    end if;
    v_new.coordinator_id := coalesce(v_old.coordinator_id, p_actor.id);
    v_new := td.joined(v_new, p_actor.id);
    v_step.audience := td.mode_audience(v_new);
    v_step := td.with_text(v_step, 'order_text', p_order_text, true, 7, v_step.audience);
    perform td.refuse_open_places('order_text', v_step.body);
    v_step.data := jsonb_strip_nulls(jsonb_build_object('from', v_old.state, 'to', v_new.state, 'handler', v_new.handler_id, 'group', v_new.group_id));
    v_step.tell := td.those_asked(v_new);
    v_step.tell_kind := case when v_new.handler_id is not null then 2 else 3 end;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_return_ticket(td.person, smallint, uuid, bigint, integer, text)
    is 'Reported -> assigned: back to whoever answered, with what is missing.';

create or replace function api.return_ticket(request_id uuid, ticket_id bigint, version integer, order_text text) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_return_ticket(td.actor(), 1::smallint, $1, $2, $3, $4) $$;
comment on function api.return_ticket(uuid, bigint, integer, text) is 'Give an answered-back case back (ReturnTicket).';
grant execute on function api.return_ticket(uuid, bigint, integer, text) to td_coordinator;
