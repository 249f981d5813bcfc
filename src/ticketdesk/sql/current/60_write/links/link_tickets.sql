-- as td_api
create or replace function td.do_link_tickets(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_other_id bigint, p_kind smallint) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'link_tickets');
    v_ticket td.ticket;
    v_other td.ticket;
    v_link_id bigint;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    perform td.lock_both(p_actor, p_ticket_id, p_other_id);
    v_ticket := td.locked_for_staff(p_actor, p_ticket_id, null);
    v_other := td.locked_for_staff(p_actor, p_other_id, null);
    if p_kind is null or p_kind not between 1 and 4 then
        perform td.refuse_input('kind', 'out_of_range');
    end if;
    if v_ticket.id = v_other.id then
        perform td.refuse_input('other_id', 'itself');
    end if;
    if exists (
        select from td.link as l where l.from_id = v_other.id and l.to_id = v_ticket.id and l.kind = p_kind and l.undone_at is null
    ) then
        perform td.refuse_input('other_id', 'linked');
    end if;
    v_link_id := td.make_link(p_actor.id, v_ticket.id, v_other.id, p_kind, 0::smallint);
    if v_link_id is null then
        return row(v_ticket.id, v_ticket.seq, v_ticket.version, '{"unchanged": true}')::td.outcome;
    end if;
    perform td.write_link_step(p_actor, p_cause, null, v_other, 'linked', v_link_id, p_kind, false);
    return td.write_link_step(p_actor, p_cause, p_request_id, v_ticket, 'linked', v_link_id, p_kind, true);
end
$$;
comment on function td.do_link_tickets(td.person, smallint, uuid, bigint, bigint, smallint)
    is 'Links a case with another, by somebody who may see both; both logs say so, and no requester is told.';

create or replace function api.link_tickets(request_id uuid, ticket_id bigint, other_id bigint, kind smallint) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_link_tickets(td.actor(), 1::smallint, $1, $2, $3, $4) $$;
comment on function api.link_tickets(uuid, bigint, bigint, smallint) is 'Link a case with another (LinkTickets).';
grant execute on function api.link_tickets(uuid, bigint, bigint, smallint) to td_handler, td_coordinator;
