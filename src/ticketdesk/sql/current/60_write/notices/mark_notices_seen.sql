-- as td_api
create or replace function api.mark_notices_seen(request_id uuid, notice_ids bigint[]) returns td.outcome
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
    v_count integer;
begin
    -- Seeing twice is seeing once, so the request id has nothing to guard here.
    if cardinality(notice_ids) > 1000 then
        perform td.refuse_input('notice_ids', 'too_long');
    end if;
    update td.notice as n set seen_at = now() where n.id = any (notice_ids) and n.person_id = v_actor.id and n.seen_at is null;
    get diagnostics v_count = row_count;
    return row(0, 0, 0, jsonb_build_object('seen', v_count))::td.outcome;
end
$$;
comment on function api.mark_notices_seen(uuid, bigint[]) is 'Note that one has seen what one was told (MarkNoticesSeen).';
grant execute on function api.mark_notices_seen(uuid, bigint[]) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
