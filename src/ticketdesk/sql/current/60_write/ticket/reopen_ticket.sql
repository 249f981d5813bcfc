-- as td_api
create or replace function td.reopened(p_old td.ticket) returns td.ticket
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_new td.ticket;
    v_reachable boolean := p_old.group_id is not null
        or exists (select from td.person as p where p.id = p_old.handler_id and p.active and p.login is not null);
begin
    -- Coordinated: back to clarifying. Direct: back to the handler or group, or to the pool when nobody is left there.
    v_new := td.moved(p_old, case when p_old.way = 0 then 3 when v_reachable then 4 else 1 end);
    if v_new.state <> 4 then
        v_new.handler_id := null;
        v_new.group_id := null;
    end if;
    if v_new.state = 1 then
        v_new.coordinator_id := null;
    end if;
    v_new.answered_at := null;
    v_new.closed_at := null;
    v_new.reopened := p_old.reopened + 1;
    return v_new;
end
$$;
comment on function td.reopened(td.ticket) is 'A finished case as it stands after reopening.';

create or replace function td.why_reopened(p_old td.ticket, p_own boolean) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return case
        when p_old.state = 10 then 'withdrawn'
        when p_old.state = 11 then 'rejected'
        when p_old.state = 9 and exists (
            select from td.link as l where l.from_id = p_old.id and l.merged_seq is not null and l.undone_at is null
              and not exists (select from td.log as g where g.ticket_id = p_old.id and g.seq > l.merged_seq and g.what = 'reopened')) then 'merged'
        when p_own then 'not_solved'
        else 'again' end;
end
$$;
comment on function td.why_reopened(td.ticket, boolean) is 'What opening a finished case again means: not solved only when its requester says so of an answer.';

create or replace function td.do_reopen_ticket(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_reason text) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'reopen_ticket');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'reopened', 1);
    v_own boolean;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_from_either_side(p_actor, p_ticket_id, p_version);
    v_own := v_old.requester_id is not distinct from p_actor.id;
    if v_old.is_open then
        if v_own then
            perform td.refuse_own_step(v_old, 2);
        end if;
        perform td.refuse_step(v_old, 3);
    end if;
    -- Afterwards he reports anew, with a link to this one; the coordination may still open it.
    if v_own and v_old.reopen_until < now() then
        perform td.refuse_own_step(v_old, 2, 'window_over');
    end if;
    v_step.body := td.checked_text('reason', p_reason, true);
    v_new := td.reopened(v_old);
    v_step.by_requester := v_own;
    v_step.entry_kind := 8;
    v_step.entry_audience := case when v_own then 1 else td.mode_audience(v_new) end;
    v_step.data := jsonb_build_object('from', v_old.state, 'to', v_new.state, 'why', td.why_reopened(v_old, v_own));
    v_step.tell := td.in_charge(v_new);
    v_step.tell_kind := case when v_step.data ->> 'why' = 'not_solved' then 7 else 29 end;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_reopen_ticket(td.person, smallint, uuid, bigint, integer, text) is 'Opens a finished case again, with a reason, and counts it.';

create or replace function api.reopen_ticket(request_id uuid, ticket_id bigint, version integer, reason text) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_reopen_ticket(td.actor(), 1::smallint, $1, $2, $3, $4) $$;
comment on function api.reopen_ticket(uuid, bigint, integer, text) is 'Open a finished case again; as the requester: not solved (ReopenTicket).';
grant execute on function api.reopen_ticket(uuid, bigint, integer, text) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
