-- Runs in the bell database only: it is empty for ever; clients listen there and the relay rings.
do $$
begin
    execute format(
        'grant connect on database %I to td_requester, td_handler, td_coordinator, td_admin, td_auditor, td_mail, '
        'td_relay, td_worker', current_database());
end
$$;
