-- as td_api
-- How the server is: what the database knows of itself, and what the worker saw of the machine.
create or replace function td.note_machine(p_program text, p_disk_free bigint, p_disk_total bigint, p_log_bytes bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    insert into td.worker as w (single, measured_at, program, disk_free, disk_total, log_bytes)
    values (true, clock_timestamp(), left(p_program, 200), p_disk_free, p_disk_total, p_log_bytes)
    on conflict (single) do update
    set measured_at = excluded.measured_at, program = excluded.program, disk_free = excluded.disk_free, disk_total = excluded.disk_total,
        log_bytes = excluded.log_bytes;
end
$$;
comment on function td.note_machine(text, bigint, bigint, bigint)
    is 'The worker notes its program''s version, the room on the disk and the size of the write-ahead log.';
grant execute on function td.note_machine(text, bigint, bigint, bigint) to td_worker;

create or replace function td.machine() returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return (
        select jsonb_build_object(
            'measured_at', w.measured_at, 'program', w.program, 'disk_free', w.disk_free, 'disk_total', w.disk_total,
            'log_bytes', w.log_bytes, 'pruned_at', w.pruned_at, 'worker_looked_at', w.looked_at,
            'worker_seconds', floor(extract(epoch from clock_timestamp() - w.looked_at)), 'done', coalesce(w.done, 0),
            'faults', coalesce(w.faults, 0))
        -- One row also before the worker has ever looked.
        from (select 1) as one left join td.worker as w on true);
end
$$;
comment on function td.machine() is 'What the worker has noted: when it looked, what it did, how much room there is.';

create or replace function api.health() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person := td.actor();
begin
    if v_actor.class not in (3, 4) then
        raise exception 'for coordination and administration only' using errcode = 'TD403';
    end if;
    return td.machine() || jsonb_build_object(
        'now', clock_timestamp(), 'schema', (select i.version from td.schema_info as i),
        'upgraded_at', (select i.upgraded_at from td.schema_info as i), 'postgres', current_setting('server_version'),
        'since', pg_postmaster_start_time(), 'due', (select count(*) from td.due(clock_timestamp(), 1000)),
        'given_up', (select count(*) from td.due_done as d where d.fault <> '' and d.done_at > now() - interval '7 days'),
        -- Whether the bell rings: the relay holds its connection here for as long as it lives.
        'relay', exists (select from pg_stat_activity as a where a.usename = 'td_relay' and a.datname = current_database()),
        -- How many are signed in, never who.
        'signed_in', (select count(distinct a.usename) from pg_stat_activity as a join td.person as p on p.login = a.usename),
        'stored_bytes', (select sum(pg_total_relation_size(c.oid)) from pg_class as c
                         where c.relnamespace = 'td'::regnamespace and c.relkind = 'r'));
end
$$;
comment on function api.health()
    is 'The state of the server: versions, the relay, the worker and what is due, room on the disk; for coordination and administration.';
grant execute on function api.health() to td_coordinator, td_admin;
