-- Runs in every database of the cluster: nobody may come in, create or use side channels unless granted below.
do $$
begin
    execute format('revoke all on database %I from public', current_database());
end
$$;
revoke all on schema public from public;
revoke usage on language plpgsql from public;
revoke usage on language sql from public;
revoke execute on function pg_catalog.pg_notify(text, text) from public;
do $$
declare
    v_function regprocedure;
begin
    -- What any role could write without a grant: large objects, messages of any length in the write-ahead log, files of snapshots.
    for v_function in
        select p.oid::regprocedure
        from pg_catalog.pg_proc as p
        where p.pronamespace = 'pg_catalog'::regnamespace
          and (p.proname like 'lo\_%' or p.proname in ('loread', 'lowrite', 'pg_logical_emit_message', 'pg_export_snapshot'))
    loop
        execute format('revoke execute on function %s from public', v_function);
    end loop;
end
$$;
