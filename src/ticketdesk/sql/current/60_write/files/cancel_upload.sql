-- as td_api
create or replace function td.do_cancel_upload(p_actor td.person, p_upload_id uuid) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_upload td.upload := td.own_upload(p_actor.id, p_upload_id);
begin
    delete from td.upload as u where u.id = v_upload.id;
    perform td.dropped_content(v_upload.content_id);
    return true;
end
$$;
comment on function td.do_cancel_upload(td.person, uuid) is 'Forgets a file that shall not be sent after all.';

create or replace function api.cancel_upload(upload_id uuid) returns boolean
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_cancel_upload(td.actor(), $1) $$;
comment on function api.cancel_upload(uuid) is 'Forget a file that was being uploaded.';
grant execute on function api.cancel_upload(uuid) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
