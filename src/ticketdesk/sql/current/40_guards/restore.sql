-- as td_owner
-- A restore writes what nobody else may write: cases that begin in any state, steps of the past. It does so on a server that holds no case,
-- in transactions that only its own functions mark, and while it lasts nobody else writes (td.repeated) and nothing happens by itself.
create or replace function td.restoring() returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return exists (select from td.restore as r where r.ended_at is null);
end
$$;
comment on function td.restoring() is 'Whether this server is being filled with an export.';

create or replace function td.restores_now() returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return exists (select from td.restore as r where r.ended_at is null and r.xid = pg_current_xact_id_if_assigned());
end
$$;
comment on function td.restores_now() is 'Whether this very transaction is a piece of a restore.';
grant execute on function td.restoring(), td.restores_now() to td_api;

create or replace function td.tg_person__settled() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if current_user = 'td_api' and (new.login is distinct from old.login or new.class <> old.class or new.source <> old.source)
       and not td.restores_now() then
        raise exception 'a log-in and its class are not changed by the program' using errcode = 'TD403';
    end if;
    return new;
end
$$;
comment on function td.tg_person__settled() is 'Refuses another log-in or class for a person; only an empty server that is being filled makes room.';
drop trigger if exists person__settled on td.person;
create trigger person__settled before update of login, class, source on td.person for each row execute function td.tg_person__settled();

create or replace function td.tg_restore__kept() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op <> 'UPDATE' or old.ended_at is not null then
        raise exception 'what came by a restore is said for ever' using errcode = 'TD403';
    end if;
    return null;
end
$$;
comment on function td.tg_restore__kept() is 'Refuses to forget a restore, or to go on with one that has ended.';
drop trigger if exists restore__kept on td.restore;
create trigger restore__kept after update or delete on td.restore for each row execute function td.tg_restore__kept();
drop trigger if exists restore__emptied on td.restore;
create trigger restore__emptied before truncate on td.restore for each statement execute function td.tg_log__append_only();
