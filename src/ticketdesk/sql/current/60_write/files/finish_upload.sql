-- as td_api
create or replace function td.do_finish_upload(p_actor td.person, p_upload_id uuid) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_upload td.upload := td.own_upload(p_actor.id, p_upload_id);
    v_sum bytea;
    v_same bigint;
begin
    if v_upload.complete then
        return jsonb_build_object('complete', true, 'next', td.next_chunk(v_upload));
    end if;
    if td.next_chunk(v_upload) < td.chunks(v_upload.size) then
        return jsonb_build_object('complete', false, 'next', td.next_chunk(v_upload));
    end if;
    select sha256(string_agg(k.body, E''::bytea order by k.place)) into v_sum from td.content_chunk as k where k.content_id = v_upload.content_id;
    if v_sum <> v_upload.sha256 then
        -- Not what was announced: from the beginning.
        delete from td.content_chunk as k where k.content_id = v_upload.content_id;
        return jsonb_build_object('complete', false, 'next', 0);
    end if;
    select c.id into v_same from td.content as c where c.sha256 = v_sum;
    if v_same is null then
        begin
            update td.content as c set sha256 = v_sum where c.id = v_upload.content_id;
        exception when unique_violation then
            select c.id into v_same from td.content as c where c.sha256 = v_sum;
        end;
    end if;
    update td.upload as u set complete = true, touched_at = now(), content_id = coalesce(v_same, u.content_id) where u.id = v_upload.id;
    if v_same is not null then
        perform td.dropped_content(v_upload.content_id);
    end if;
    return jsonb_build_object('complete', true, 'next', td.chunks(v_upload.size));
end
$$;
comment on function td.do_finish_upload(td.person, uuid)
    is 'Proves the sum of a file whose pieces have all arrived; the same file twice is kept once, and nobody learns that it was there.';

create or replace function api.finish_upload(upload_id uuid) returns jsonb
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_finish_upload(td.actor(), $1) $$;
comment on function api.finish_upload(uuid) is 'Have an uploaded file proved.';
grant execute on function api.finish_upload(uuid) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
