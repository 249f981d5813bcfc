-- as td_api
-- How a file comes to an entry: whoever writes uploads it beforehand, under the request id of the wish that will write the entry. The way of
-- every write (td.write_step) then takes along what lies under that id. So each verb that writes an entry can carry files, today's and
-- tomorrow's, without an argument of its own; a repeated wish finds its files attached already, and a refused one leaves them where they are.
create or replace function td.chunk_size() returns integer
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$ begin return 262144; end $$;
comment on function td.chunk_size() is 'Bytes of every piece of a file but its last (domain/attachment.py: CHUNK).';

create or replace function td.parcel_of(p_actor_id integer, p_request_id uuid) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_incomplete boolean;
    v_files jsonb;
begin
    if p_request_id is null or p_actor_id is null then
        return null;
    end if;
    perform from td.upload as u where u.person_id = p_actor_id and u.parcel = p_request_id and not u.attached for update;
    select bool_or(not u.complete), jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'size', u.size,
               'sha256', encode(u.sha256, 'hex')) order by u.place)
    into v_incomplete, v_files
    from td.upload as u where u.person_id = p_actor_id and u.parcel = p_request_id and not u.attached;
    if v_incomplete then
        perform td.refuse_input('attachments', 'incomplete');
    end if;
    return v_files;
end
$$;
comment on function td.parcel_of(integer, uuid) is 'The files that wait for a wish, as the entry''s detail lists them; null when there are none, TD422 when one has not arrived whole.';

create or replace function td.attach_files(p_ticket_id bigint, p_seq integer, p_files jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    insert into td.attachment (id, ticket_id, seq, content_id, name, size)
    select u.id, p_ticket_id, p_seq, u.content_id, u.name, u.size
    from jsonb_array_elements(p_files) as f (file) join td.upload as u on u.id = (f.file ->> 'id')::uuid;
    update td.upload as u set attached = true
    where u.id in (select (f.file ->> 'id')::uuid from jsonb_array_elements(p_files) as f (file));
end
$$;
comment on function td.attach_files(bigint, integer, jsonb) is 'Makes uploaded files attachments of an entry.';

create or replace function td.dropped_content(p_content_id bigint) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if p_content_id is not null
       and not exists (select from td.attachment as a where a.content_id = p_content_id)
       and not exists (select from td.upload as u where u.content_id = p_content_id and not u.attached) then
        delete from td.content_chunk as k where k.content_id = p_content_id;
        delete from td.content as c where c.id = p_content_id;
    end if;
end
$$;
comment on function td.dropped_content(bigint) is 'Forgets the bytes of a file that nothing needs any more.';

create or replace function td.own_upload(p_actor_id integer, p_upload_id uuid) returns td.upload
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_upload td.upload;
begin
    select u.* into v_upload from td.upload as u where u.id = p_upload_id and u.person_id = p_actor_id and not u.attached for update;
    if v_upload.id is null then
        raise exception 'no such upload' using errcode = 'TD404';
    end if;
    return v_upload;
end
$$;
comment on function td.own_upload(integer, uuid) is 'Locks an upload of somebody''s own that no entry has taken yet; TD404 for foreign and absent alike.';

create or replace function td.next_chunk(p_upload td.upload) returns integer
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return case when p_upload.complete then td.chunks(p_upload.size) else coalesce((
        select min(n.place) from generate_series(0, td.chunks(p_upload.size) - 1) as n (place)
        where not exists (select from td.content_chunk as k where k.content_id = p_upload.content_id and k.place = n.place)),
        td.chunks(p_upload.size)) end;
end
$$;
comment on function td.next_chunk(td.upload) is 'The first piece that has not arrived; as many as there are when all have.';

create or replace function td.chunks(p_size bigint) returns integer
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$ begin return ((p_size + td.chunk_size() - 1) / td.chunk_size())::integer; end $$;
comment on function td.chunks(bigint) is 'How many pieces a file of that size has.';

create or replace function td.checked_file_name(p_name text) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_name text := td.checked_line('name', p_name);
begin
    if v_name = '' then
        perform td.refuse_input('name', 'empty');
    end if;
    -- No way through folders, and no letters that turn the direction of reading, behind which an ending hides (domain/attachment.py).
    if v_name in ('.', '..') or v_name ~ E'[/\\\\\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]' then
        perform td.refuse_input('name', 'bad_name');
    end if;
    return v_name;
end
$$;
comment on function td.checked_file_name(text) is 'A file''s name without folders and tricks of direction, or TD422.';
