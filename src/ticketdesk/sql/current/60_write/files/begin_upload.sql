-- as td_api
create or replace function td.check_parcel(p_actor_id integer, p_parcel uuid, p_size bigint) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_office td.office;
    v_in_parcel bigint;
    v_files integer;
    v_waiting bigint;
begin
    select o.* into v_office from td.office as o;
    if coalesce(p_size, 0) <= 0 then
        perform td.refuse_input('attachments', 'empty_file');
    end if;
    if p_size > coalesce(v_office.file_limit, 52428800) then
        raise exception 'too large' using errcode = 'TD422', detail = jsonb_build_object(
            'field', 'attachments', 'why', 'too_large', 'limit', coalesce(v_office.file_limit, 52428800))::text;
    end if;
    select coalesce(sum(u.size) filter (where u.parcel = p_parcel), 0), count(*) filter (where u.parcel = p_parcel), coalesce(sum(u.size), 0)
    into v_in_parcel, v_files, v_waiting
    from td.upload as u where u.person_id = p_actor_id and not u.attached and u.content_id is not null;
    -- Nobody fills the server with what he never sends.
    if v_in_parcel + p_size > coalesce(v_office.parcel_limit, 209715200) or v_files >= 100
       or v_waiting + p_size > 4 * coalesce(v_office.parcel_limit, 209715200) then
        raise exception 'too much' using errcode = 'TD422', detail = jsonb_build_object(
            'field', 'attachments', 'why', 'too_many', 'limit', coalesce(v_office.parcel_limit, 209715200))::text;
    end if;
end
$$;
comment on function td.check_parcel(integer, uuid, bigint) is 'TD422 for a file that is empty or too large, alone or with what lies beside it.';

create or replace function td.do_begin_upload(
    p_actor td.person, p_parcel uuid, p_place integer, p_name text, p_size bigint, p_sha256 bytea) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_upload td.upload;
    v_name text := td.checked_file_name(p_name);
begin
    if p_parcel is null then
        perform td.refuse_input('parcel', 'empty');
    end if;
    if p_place is null or p_place not between 1 and 200 or p_sha256 is null or octet_length(p_sha256) <> 32 then
        perform td.refuse_input('attachments', 'out_of_range');
    end if;
    select u.* into v_upload from td.upload as u
    where u.person_id = p_actor.id and u.parcel = p_parcel and u.place = p_place for update;
    -- Begun before: goes on where it broke off, unless the file is another one by now.
    if v_upload.id is not null and not v_upload.attached
       and (v_upload.sha256 <> p_sha256 or v_upload.size <> p_size or v_upload.name <> v_name or v_upload.content_id is null) then
        delete from td.upload as u where u.id = v_upload.id;
        perform td.dropped_content(v_upload.content_id);
        v_upload := null;
    end if;
    if v_upload.id is null then
        perform td.check_parcel(p_actor.id, p_parcel, p_size);
        with made as (insert into td.content (size) values (p_size) returning id)
        insert into td.upload (person_id, parcel, place, name, sha256, size, content_id)
        select p_actor.id, p_parcel, p_place, v_name, p_sha256, p_size, m.id from made as m
        returning * into v_upload;
    end if;
    return jsonb_build_object('id', v_upload.id, 'next', td.next_chunk(v_upload), 'complete', v_upload.complete, 'attached', v_upload.attached);
end
$$;
comment on function td.do_begin_upload(td.person, uuid, integer, text, bigint, bytea)
    is 'Begins the upload of a file for a coming wish, or goes on with it; every byte is sent, whether the office has the same file or not.';

create or replace function api.begin_upload(parcel uuid, place integer, name text, size bigint, sha256 bytea) returns jsonb
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_begin_upload(td.actor(), $1, $2, $3, $4, $5) $$;
comment on function api.begin_upload(uuid, integer, text, bigint, bytea) is 'Begin or resume uploading a file for the wish with this request id.';
grant execute on function api.begin_upload(uuid, integer, text, bigint, bytea) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
