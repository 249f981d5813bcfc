-- as td_owner
-- What a case has is never taken away from it, and no content changes once its sum is known.
create or replace function td.tg_content__kept() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_content_id bigint;
begin
    if tg_table_name = 'content' then
        v_content_id := old.id;
    else
        v_content_id := old.content_id;
    end if;
    if exists (select from td.attachment as a where a.content_id = v_content_id) then
        raise exception 'a file of a case stays' using errcode = 'TD403';
    end if;
    return old;
end
$$;
comment on function td.tg_content__kept() is 'Refuses to forget a file that a case has, and each piece of it.';
drop trigger if exists content__kept on td.content;
create trigger content__kept before delete on td.content for each row execute function td.tg_content__kept();
drop trigger if exists content_chunk__kept on td.content_chunk;
create trigger content_chunk__kept before delete on td.content_chunk for each row execute function td.tg_content__kept();

create or replace function td.tg_content_chunk__settled() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (select from td.content as c where c.id = new.content_id and c.sha256 is not null) then
        raise exception 'a whole file is not added to' using errcode = 'TD403';
    end if;
    return new;
end
$$;
comment on function td.tg_content_chunk__settled() is 'Refuses further pieces for a file whose sum was proved.';
drop trigger if exists content_chunk__settled on td.content_chunk;
create trigger content_chunk__settled before insert or update on td.content_chunk
    for each row execute function td.tg_content_chunk__settled();
