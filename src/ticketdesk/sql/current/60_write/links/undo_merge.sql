-- as td_api
create or replace function td.do_undo_merge(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'undo_merge');
    v_old td.ticket;
    v_new td.ticket;
    v_link td.link;
    v_outcome td.outcome;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'merge_undone', 1);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    -- Where it was merged into is locked as well, in the order of the numbers; its own rights are not asked, it only learns that it is alone.
    select l.* into v_link from td.link as l where l.from_id = p_ticket_id and l.merged_seq is not null and l.undone_at is null;
    if v_link.to_id < p_ticket_id then
        perform from td.ticket as t where t.id = v_link.to_id for update;
    end if;
    v_old := td.locked_for_coordination(p_actor, p_ticket_id, td.given_version(p_version));
    select l.* into v_link from td.link as l
    where l.from_id = v_old.id and l.undone_at is null and v_old.state = 9
      -- The last step of the case but for what the merge did to its parts; ended with it, they can do nothing more.
      and not exists (
          select from td.log as g where g.ticket_id = v_old.id and g.seq > l.merged_seq and g.what <> 'part_moved');
    if v_link.id is null then
        perform td.refuse_step(v_old, v_old.state);
    end if;
    v_new := v_old;
    v_new.state := v_link.state_before;
    v_new.closed_at := null;
    v_step.data := jsonb_build_object('from', 9, 'to', v_new.state, 'link', v_link.id);
    v_step.tell := array_remove(array[v_new.coordinator_id, v_new.handler_id], null);
    v_step.tell_kind := 31;
    v_step.tell_requester_kind := 31;
    -- The row first: the guard of states lets the case go back while the link says that it was merged.
    v_outcome := td.write_step(v_old, v_new, v_step, p_request_id);
    update td.link as l set undone_at = now() where l.id = v_link.id;
    perform td.write_link_step(p_actor, p_cause, null, t, 'merge_undone', v_link.id, 1::smallint, false)
    from td.ticket as t where t.id = v_link.to_id;
    -- The parts stay recalled: those who had them were told and went on. A case that waited for them waits for nothing any more.
    if v_new.state = 6 and v_new.waiting_reason = 3 and v_new.parts_blocking = 0 then
        perform td.parts_came_back(v_old.id, 10, v_step.tell);
        select t.id, t.seq, t.version, v_outcome.detail into v_outcome from td.ticket as t where t.id = v_old.id;
        update td.request as r set outcome = v_outcome where r.id = p_request_id;
    end if;
    return v_outcome;
end
$$;
comment on function td.do_undo_merge(td.person, smallint, uuid, bigint, integer)
    is 'Takes a merge back while nobody has acted since: state as before, link ended, requester told; parts stay recalled.';

create or replace function api.undo_merge(request_id uuid, ticket_id bigint, version integer) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_undo_merge(td.actor(), 1::smallint, $1, $2, $3) $$;
comment on function api.undo_merge(uuid, bigint, integer) is 'Take a merge back (UndoMerge).';
grant execute on function api.undo_merge(uuid, bigint, integer) to td_coordinator;
