-- as td_owner
-- Row security does not stop TRUNCATE, and an owner has every right; so the log says no by itself.
create or replace function td.tg_log__append_only() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception 'the log is only ever added to' using errcode = 'TD403';
end
$$;
comment on function td.tg_log__append_only() is 'Refuses every change and every emptying of the log; what may go says 40_guards/import.sql.';
drop trigger if exists log__append_only on td.log;
create trigger log__append_only before update or truncate on td.log
    for each statement execute function td.tg_log__append_only();
drop trigger if exists entry_public__append_only on td.entry_public;
create trigger entry_public__append_only before truncate on td.entry_public
    for each statement execute function td.tg_log__append_only();
drop trigger if exists evaluation_log__append_only on td.evaluation_log;
create trigger evaluation_log__append_only before update or delete or truncate on td.evaluation_log
    for each statement execute function td.tg_log__append_only();
