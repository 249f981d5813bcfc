-- Roles of the whole cluster (SECURITY: persons are members of exactly one class; owners never log in).
do $$
declare
    v_role text;
begin
    foreach v_role in array array[
        'td_owner', 'td_api', 'td_preview', 'td_install',
        'td_requester', 'td_handler', 'td_coordinator', 'td_admin', 'td_auditor', 'td_mail'
    ] loop
        if not exists (select from pg_catalog.pg_roles where rolname = v_role) then
            execute format('create role %I nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls', v_role);
        end if;
    end loop;
    if not exists (select from pg_catalog.pg_roles where rolname = 'td_prov') then
        create role td_prov nologin nosuperuser nocreatedb createrole noreplication nobypassrls;
    end if;
    -- Log-ins of the server's own processes; without a password they can come through the local socket only.
    foreach v_role in array array['td_relay', 'td_worker', 'td_reaper'] loop
        if not exists (select from pg_catalog.pg_roles where rolname = v_role) then
            execute format('create role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls', v_role);
        end if;
    end loop;
    if not exists (select from pg_catalog.pg_roles where rolname = 'td_backup') then
        create role td_backup login nosuperuser nocreatedb nocreaterole noreplication bypassrls;
    end if;
end
$$;

grant td_owner, td_api, td_preview to td_install;
grant pg_signal_backend to td_reaper;
