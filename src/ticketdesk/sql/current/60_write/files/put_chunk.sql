-- as td_api
create or replace function td.do_put_chunk(p_actor td.person, p_upload_id uuid, p_place integer, p_body bytea) returns integer
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_upload td.upload := td.own_upload(p_actor.id, p_upload_id);
    v_chunks integer := td.chunks(v_upload.size);
begin
    -- A crash may lose the last pieces; the next attempt is told so and sends them again, and only a proved sum makes them a file.
    perform set_config('synchronous_commit', 'off', true);
    if v_upload.complete then
        return v_chunks;
    end if;
    if v_upload.content_id is null or p_place is null or p_place not between 0 and v_chunks - 1
       or octet_length(coalesce(p_body, E'')) <> (case when p_place < v_chunks - 1 then td.chunk_size()
                                                       else v_upload.size - (v_chunks - 1)::bigint * td.chunk_size() end) then
        perform td.refuse_input('attachments', 'damaged');
    end if;
    insert into td.content_chunk (content_id, place, body) values (v_upload.content_id, p_place, p_body)
    on conflict (content_id, place) do nothing;
    update td.upload as u set touched_at = now() where u.id = v_upload.id;
    return p_place + 1;
end
$$;
comment on function td.do_put_chunk(td.person, uuid, integer, bytea) is 'Takes one piece of a file that somebody uploads; sent twice it is stored once.';

create or replace function api.put_chunk(upload_id uuid, place integer, body bytea) returns integer
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_put_chunk(td.actor(), $1, $2, $3) $$;
comment on function api.put_chunk(uuid, integer, bytea) is 'Send one piece of a file being uploaded.';
grant execute on function api.put_chunk(uuid, integer, bytea) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
