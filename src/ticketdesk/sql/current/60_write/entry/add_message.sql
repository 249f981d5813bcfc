-- as td_api
create or replace function td.do_add_message(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_body text) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'add_message');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'message_added', 1);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_requester(p_actor, p_ticket_id, null);
    if v_old.state in (10, 11) then
        perform td.refuse_own_step(v_old, td.public_state(v_old));
    end if;
    v_new := v_old;
    -- What was asked of the requester is answered: back to where the case came from.
    if v_old.state = 6 and v_old.waiting_reason = 1 and v_old.came_from is not null then
        v_new := td.moved(v_old, v_old.came_from);
        v_step.data := jsonb_build_object('from', v_old.state, 'to', v_new.state);
    end if;
    -- After the end: never a silent reopening, but a task; and nothing closes by itself while nobody has read it.
    if v_old.state in (8, 9) then
        v_new.late_message_at := now();
        v_new.closes_at := null;
    end if;
    v_step.by_requester := true;
    v_step.body := td.checked_text('body', p_body, true);
    v_step.entry_kind := 6;
    v_step.entry_audience := 1;
    v_step.tell := td.those_at_work(v_new);
    v_step.tell_kind := case when v_new.late_message_at is not null then 19 else 6 end;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_add_message(td.person, smallint, uuid, bigint, text) is 'Something the requester adds to his report; wakes those in charge and ends waiting for him.';

create or replace function api.add_message(request_id uuid, ticket_id bigint, body text) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_add_message(td.actor(), 1::smallint, $1, $2, $3) $$;
comment on function api.add_message(uuid, bigint, text) is 'As the requester: add something (AddMessage).';
grant execute on function api.add_message(uuid, bigint, text) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
