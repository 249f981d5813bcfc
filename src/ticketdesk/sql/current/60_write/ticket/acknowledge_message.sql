-- as td_api
create or replace function td.do_acknowledge_message(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'acknowledge_message');
    v_old td.ticket;
    v_new td.ticket;
    v_step td.step := td.new_step(p_actor.id, p_cause, 'message_acknowledged', 0);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_old := td.locked_for_staff(p_actor, p_ticket_id, td.given_version(p_version));
    if p_actor.class <> 3 and not coalesce(v_old.way = 1 and v_old.handler_id = p_actor.id, false) then
        raise exception 'for coordination or the direct handler' using errcode = 'TD403';
    end if;
    if v_old.way = 2 or v_old.late_message_at is null or v_old.state not in (8, 9) then
        perform td.refuse_step(v_old, v_old.state);
    end if;
    v_new := v_old;
    v_new.late_message_at := null;
    if v_old.state = 8 then
        v_new.closes_at := td.closes_at(now());
    end if;
    return td.write_step(v_old, v_new, v_step, p_request_id);
end
$$;
comment on function td.do_acknowledge_message(td.person, smallint, uuid, bigint, integer)
    is 'Takes note of what the requester wrote after the case was finished; it stays as it is.';

create or replace function api.acknowledge_message(request_id uuid, ticket_id bigint, version integer) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_acknowledge_message(td.actor(), 1::smallint, $1, $2, $3) $$;
comment on function api.acknowledge_message(uuid, bigint, integer) is 'Take note of a message after the end (AcknowledgeMessage).';
grant execute on function api.acknowledge_message(uuid, bigint, integer) to td_handler, td_coordinator;
