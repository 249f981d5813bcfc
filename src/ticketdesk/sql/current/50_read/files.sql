-- as td_api
create or replace function td.shown_file(p_person_id integer, p_attachment td.attachment) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    -- What his own timeline lists, and nothing else: released or not, hidden or transparent, the two can never differ.
    return exists (
        select from td.entry_public as e
        where e.ticket_id = p_attachment.ticket_id and e.requester_id = p_person_id
          -- With the entry it was sent with, or with a release, which names that entry in the log and has a place of its own.
          and (e.seq = p_attachment.seq or exists (
              select from td.log as l
              where l.ticket_id = e.ticket_id and l.seq = e.seq and l.what = 'released' and (l.data ->> 'entry')::integer = p_attachment.seq))
          and e.detail -> 'files' @> jsonb_build_array(jsonb_build_object('id', p_attachment.id)));
end
$$;
comment on function td.shown_file(integer, td.attachment) is 'Whether a file belongs to an entry that its case''s requester reads, with the file.';

create or replace function td.sees_file(p_actor td.person, p_attachment td.attachment) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return td.shown_file(p_actor.id, p_attachment)
        or exists (select from td.ticket as t where t.id = p_attachment.ticket_id and td.sees_desk(p_actor, t))
        -- What goes along with a part goes with its files.
        or exists (
            select from td.part_entry as p join td.ticket as t on t.id = p.part_id
            where p.ticket_id = p_attachment.ticket_id and p.seq = p_attachment.seq and td.sees_desk(p_actor, t));
end
$$;
comment on function td.sees_file(td.person, td.attachment) is 'Whether somebody may read a file: at the desk of its case, or as the requester of an entry that shows it.';

create or replace function api.attachment_chunk(attachment_id uuid, place integer) returns table (
    name text, size bigint, sha256 bytea, chunks integer, body bytea)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
    v_file td.attachment;
begin
    select a.* into v_file from td.attachment as a where a.id = attachment_chunk.attachment_id;
    if v_file.id is null or not td.sees_file(v_actor, v_file) then
        raise exception 'no such file' using errcode = 'TD404';
    end if;
    if coalesce(attachment_chunk.place, 0) = 0 then
        perform td.note_access(v_actor.id, v_file.ticket_id);
    end if;
    return query
        select v_file.name, v_file.size, c.sha256, td.chunks(v_file.size), k.body
        from td.content as c left join td.content_chunk as k on k.content_id = c.id and k.place = coalesce(attachment_chunk.place, 0)
        where c.id = v_file.content_id;
end
$$;
comment on function api.attachment_chunk(uuid, integer) is 'One piece of a file that one may read; the first one is noted as an access to its case.';
grant execute on function api.attachment_chunk(uuid, integer) to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
