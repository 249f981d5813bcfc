-- as td_owner
-- The log is only ever added to. One thing alone may go: what an import brought, while nothing rests on it, and when its import is being undone.
create or replace function td.tg_import__goes() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (
        select from td.import_case as i join td.import_run as r on r.id = i.run_id
        where i.ticket_id = (to_jsonb(old) ->> case tg_table_name when 'ticket' then 'id' else 'ticket_id' end)::bigint and r.state = 4
    ) then
        raise exception 'only cases of an import that is being undone go' using errcode = 'TD403';
    end if;
    return old;
end
$$;
comment on function td.tg_import__goes() is 'Refuses to delete anything of a case but of one whose import is being undone.';
drop trigger if exists log__goes on td.log;
create trigger log__goes before delete on td.log for each row execute function td.tg_import__goes();
drop trigger if exists entry__goes on td.entry;
create trigger entry__goes before delete on td.entry for each row execute function td.tg_import__goes();
drop trigger if exists ticket__goes on td.ticket;
create trigger ticket__goes before delete on td.ticket for each row execute function td.tg_import__goes();

-- Nobody works on a case that is about to go.
create or replace function td.tg_ticket__goes_soon() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (select from td.import_case as i join td.import_run as r on r.id = i.run_id where i.ticket_id = old.id and r.state = 4) then
        raise exception 'its import is being undone' using errcode = 'TD404';
    end if;
    return new;
end
$$;
comment on function td.tg_ticket__goes_soon() is 'Refuses steps of a case whose import is being undone.';
drop trigger if exists ticket__goes_soon on td.ticket;
create trigger ticket__goes_soon before update on td.ticket for each row when (old.source = 1) execute function td.tg_ticket__goes_soon();
