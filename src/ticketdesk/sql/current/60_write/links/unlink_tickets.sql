-- as td_api
create or replace function td.do_unlink_tickets(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_other_id bigint, p_kind smallint) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'unlink_tickets');
    v_ticket td.ticket;
    v_other td.ticket;
    v_link td.link;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    perform td.lock_both(p_actor, p_ticket_id, p_other_id);
    v_ticket := td.locked_for_staff(p_actor, p_ticket_id, null);
    v_other := td.locked_for_staff(p_actor, p_other_id, null);
    select l.* into v_link from td.link as l
    where l.undone_at is null and l.kind = p_kind
      and (l.from_id, l.to_id) in ((v_ticket.id, v_other.id), (v_other.id, v_ticket.id));
    if v_link.id is null then
        return row(v_ticket.id, v_ticket.seq, v_ticket.version, '{"unchanged": true}')::td.outcome;
    end if;
    if v_link.merged_seq is not null and (select t.state from td.ticket as t where t.id = v_link.from_id) = 9 then
        perform td.refuse_input('other_id', 'merged');
    end if;
    update td.link as l set undone_at = now() where l.id = v_link.id;
    perform td.write_link_step(p_actor, p_cause, null, v_other, 'unlinked', v_link.id, p_kind, v_link.from_id = v_other.id);
    return td.write_link_step(p_actor, p_cause, p_request_id, v_ticket, 'unlinked', v_link.id, p_kind, v_link.from_id = v_ticket.id);
end
$$;
comment on function td.do_unlink_tickets(td.person, smallint, uuid, bigint, bigint, smallint)
    is 'Ends a link in whichever direction it was made; what was merged is undone by undo_merge alone.';

create or replace function api.unlink_tickets(request_id uuid, ticket_id bigint, other_id bigint, kind smallint) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_unlink_tickets(td.actor(), 1::smallint, $1, $2, $3, $4) $$;
comment on function api.unlink_tickets(uuid, bigint, bigint, smallint) is 'End a link between two cases (UnlinkTickets).';
grant execute on function api.unlink_tickets(uuid, bigint, bigint, smallint) to td_handler, td_coordinator;
