-- as td_api
create or replace function td.do_merge_tickets(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_into_id bigint) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'merge_tickets');
    v_old td.ticket;
    v_new td.ticket;
    v_into td.ticket;
    v_link_id bigint;
    v_own boolean;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'merged', 1);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    if p_actor.class <> 3 then
        raise exception 'for coordination only' using errcode = 'TD403';
    end if;
    perform td.lock_both(p_actor, p_ticket_id, p_into_id);
    v_old := td.locked_for_coordination(p_actor, p_ticket_id, td.given_version(p_version));
    v_into := td.locked_for_coordination(p_actor, p_into_id, null);
    if v_old.state > 8 or v_old.way not in (0, 1) then
        perform td.refuse_step(v_old, 9);
    end if;
    if v_old.id = v_into.id then
        perform td.refuse_input('into_id', 'itself');
    end if;
    if v_into.state > 8 or v_into.way not in (0, 1) then
        perform td.refuse_input('into_id', 'finished');
    end if;
    v_own := v_old.requester_id = v_into.requester_id;
    -- Both were linked by hand before, or merged and reopened since: the merge's own link takes their place.
    update td.link as l set undone_at = now()
    where l.undone_at is null and l.kind = 1
      and (l.from_id, l.to_id) in ((v_old.id, v_into.id), (v_into.id, v_old.id));
    insert into td.link (from_id, to_id, kind, audience, made_by, merged_seq, state_before)
    values (v_old.id, v_into.id, 1, case when v_own then 1 else 0 end, p_actor.id, v_old.seq + 1, v_old.state)
    returning id into v_link_id;
    v_new := v_old;
    v_new.state := 9;
    v_new.closed_at := now();
    v_step.data := jsonb_build_object('from', v_old.state, 'to', 9, 'link', v_link_id);
    v_step.tell := array_remove(array[v_old.coordinator_id, v_old.handler_id], null);
    v_step.tell_kind := 30;
    v_step.tell_requester_kind := 30;
    perform td.write_link_step(p_actor, p_cause, null, v_into, 'merged_in', v_link_id, 1::smallint, false);
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_merge_tickets(td.person, smallint, uuid, bigint, integer, bigint)
    is 'Closes a case because it is the same as another, and links it there; nothing of it is moved, and the other''s requester learns nothing.';

create or replace function api.merge_tickets(request_id uuid, ticket_id bigint, version integer, into_id bigint) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_merge_tickets(td.actor(), 1::smallint, $1, $2, $3, $4) $$;
comment on function api.merge_tickets(uuid, bigint, integer, bigint) is 'Merge a case into another one (MergeTickets).';
grant execute on function api.merge_tickets(uuid, bigint, integer, bigint) to td_coordinator;
