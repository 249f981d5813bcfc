-- as td_owner
create or replace function td.tg_link__audience() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if new.audience = 1 and not exists (
        select from td.ticket as a join td.ticket as b on b.requester_id = a.requester_id where a.id = new.from_id and b.id = new.to_id
    ) then
        raise exception 'only a link between two cases of one requester is shown to him' using errcode = 'TD403';
    end if;
    return new;
end
$$;
comment on function td.tg_link__audience() is 'No requester learns of a link to a case that is not his own.';
drop trigger if exists link__audience on td.link;
create trigger link__audience before insert or update on td.link for each row execute function td.tg_link__audience();
