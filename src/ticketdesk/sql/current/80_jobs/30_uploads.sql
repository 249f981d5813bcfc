-- as td_api
create or replace function td.expire_uploads(p_older_than interval default '7 days') returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_upload td.upload;
    v_count integer := 0;
begin
    for v_upload in
        select u.* from td.upload as u
        where not u.attached and u.content_id is not null and u.touched_at < now() - p_older_than
        for update skip locked
        limit 200
    loop
        -- The row stays, without bytes: a wish that still waits somewhere is refused instead of losing its files in silence.
        update td.upload as u set content_id = null, complete = false where u.id = v_upload.id;
        perform td.dropped_content(v_upload.content_id);
        v_count := v_count + 1;
    end loop;
    return v_count;
end
$$;
comment on function td.expire_uploads(interval) is 'The server''s job: forget the bytes of files that were uploaded and never sent; up to 200 at a time.';
revoke execute on function td.expire_uploads(interval) from public;
grant execute on function td.expire_uploads(interval) to td_worker;
