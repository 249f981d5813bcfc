-- as td_api
create or replace function td.do_withdraw_ticket(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_reason text) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'withdraw_ticket');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'withdrawn', 1);
    v_own boolean;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_from_either_side(p_actor, p_ticket_id, p_version);
    v_own := v_old.requester_id is not distinct from p_actor.id;
    if v_old.way = 2 or not v_old.is_open then
        if v_own then
            perform td.refuse_own_step(v_old, 6);
        end if;
        perform td.refuse_step(v_old, 10);
    end if;
    v_step.tell := td.those_at_work(v_old);
    v_new := td.finished(v_old, 10, now());
    v_step := td.with_text(v_step, 'reason', p_reason, false, 8, 1::smallint);
    v_step.by_requester := v_own;
    v_step.on_behalf_id := case when not v_own then v_old.requester_id end;
    v_step.tell_kind := 15;
    v_step.data := jsonb_build_object('from', v_old.state, 'to', v_new.state);
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_withdraw_ticket(td.person, smallint, uuid, bigint, integer, text)
    is 'Every open state -> withdrawn, by the requester or recorded on his behalf.';

create or replace function api.withdraw_ticket(request_id uuid, ticket_id bigint, version integer, reason text default '') returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_withdraw_ticket(td.actor(), 1::smallint, $1, $2, $3, $4) $$;
comment on function api.withdraw_ticket(uuid, bigint, integer, text) is 'As the requester: withdraw; a coordinator on his behalf (WithdrawTicket).';
grant execute on function api.withdraw_ticket(uuid, bigint, integer, text) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
