-- as td_api
create or replace function td.do_assign_ticket(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_handler_id integer, p_group_id integer, p_order_text text) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'assign_ticket');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'assigned', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_staff(p_actor, p_ticket_id, td.given_version(p_version));
    -- A handler may pass on only what lies with him; coordination everything that is open.
    if p_actor.class <> 3 and v_old.handler_id is distinct from p_actor.id then
        raise exception 'not in charge' using errcode = 'TD403';
    end if;
    if not v_old.is_open or p_actor.class <> 3 and v_old.state not in (4, 5) then
        perform td.refuse_step(v_old, 4);
    end if;
    if (p_handler_id is null) = (p_group_id is null) then
        perform td.refuse_input('handler_id', 'empty');
    end if;
    v_new := td.addressed(p_actor, td.moved(v_old, 4), p_handler_id, p_group_id);
    v_new.contact_label := '';
    if p_actor.class = 3 and v_old.way <> 2 and (v_new.coordinator_id is null or v_old.state = 1) then
        v_new.coordinator_id := p_actor.id;
        v_new.way := 0;
    end if;
    v_new := td.joined(v_new, p_actor.id);
    v_step.audience := td.mode_audience(v_new);
    v_step.body := td.checked_text('order_text', p_order_text, false);
    perform td.refuse_open_places('order_text', v_step.body);
    if td.trimmed(v_step.body) <> '' then
        v_step.entry_kind := 7;
        v_step.entry_audience := v_step.audience;
    else
        v_step.body := '';
    end if;
    v_step.data := jsonb_strip_nulls(jsonb_build_object('from', v_old.state, 'to', v_new.state, 'handler', p_handler_id, 'group', p_group_id,
        'was_handler', v_old.handler_id, 'was_group', v_old.group_id));
    v_step.tell := td.those_asked(v_new);
    v_step.tell_kind := case when p_handler_id is not null then 2 else 3 end;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_assign_ticket(td.person, smallint, uuid, bigint, integer, integer, integer, text) is 'Hands a case to a handler or a group, or passes it on; with the order if there is one.';

create or replace function api.assign_ticket(request_id uuid, ticket_id bigint, version integer, handler_id integer, group_id integer, order_text text) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_assign_ticket(td.actor(), 1::smallint, $1, $2, $3, $4, $5, $6) $$;
comment on function api.assign_ticket(uuid, bigint, integer, integer, integer, text) is 'Assign to a handler or group (AssignTicket).';
grant execute on function api.assign_ticket(uuid, bigint, integer, integer, integer, text) to td_handler, td_coordinator;
