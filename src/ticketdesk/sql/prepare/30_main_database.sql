-- Runs in the main database only.
do $$
begin
    execute format(
        'grant connect on database %I to td_requester, td_handler, td_coordinator, td_admin, td_auditor, td_mail, '
        'td_relay, td_worker, td_reaper, td_backup, td_install', current_database());
    execute format('grant create on database %I to td_owner', current_database());
end
$$;
grant usage on language plpgsql, sql to td_owner, td_api, td_prov, td_preview;
grant execute on function pg_catalog.pg_notify(text, text) to td_api;
alter default privileges for role td_owner revoke execute on functions from public;
alter default privileges for role td_api revoke execute on functions from public;
alter default privileges for role td_preview revoke execute on functions from public;
alter default privileges for role td_prov revoke execute on functions from public;
