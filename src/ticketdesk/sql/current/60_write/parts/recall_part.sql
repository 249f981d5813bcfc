-- as td_api
create or replace function td.do_recall_part(
    p_actor td.person, p_cause smallint, p_request_id uuid, p_ticket_id bigint, p_version integer, p_reason text) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'recall_part');
    v_part td.ticket;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    v_part := td.locked_part(p_actor, p_ticket_id, td.given_version(p_version), 10, true);
    return td.recall(v_part, p_actor.id, p_cause, p_reason, p_request_id);
end
$$;
comment on function td.do_recall_part(td.person, smallint, uuid, bigint, integer, text) is 'Recalls a part in any open state; its own open parts with it.';

create or replace function api.recall_part(request_id uuid, ticket_id bigint, version integer, reason text) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_recall_part(td.actor(), 1::smallint, $1, $2, $3, $4) $$;
comment on function api.recall_part(uuid, bigint, integer, text) is 'Recall a part (RecallPart).';
grant execute on function api.recall_part(uuid, bigint, integer, text) to td_handler, td_coordinator;
