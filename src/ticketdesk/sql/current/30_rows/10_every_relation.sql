-- as td_owner
-- Every relation: row security on, also for its owner; functions (td_api) see all rows, everybody else only by the policies beside this file.
do $$
declare
    v_table regclass;
    v_policy record;
begin
    for v_policy in
        select p.polname, p.polrelid::regclass as rel
        from pg_catalog.pg_policy as p join pg_catalog.pg_class as c on c.oid = p.polrelid
        where c.relnamespace = 'td'::regnamespace
    loop
        execute format('drop policy %I on %s', v_policy.polname, v_policy.rel);
    end loop;
    for v_table in
        select c.oid::regclass from pg_catalog.pg_class as c
        where c.relnamespace = 'td'::regnamespace and c.relkind in ('r', 'p')
    loop
        execute format('alter table %s enable row level security', v_table);
        execute format('alter table %s force row level security', v_table);
        execute format('revoke all on %s from public, td_api, td_preview, td_requester, td_handler, td_coordinator, td_admin, '
                       'td_auditor, td_mail, td_worker, td_relay, td_reaper', v_table);
        execute format('create policy functions on %s to td_api using (true) with check (true)', v_table);
    end loop;
end
$$;
grant usage on schema td to td_requester, td_handler, td_coordinator, td_admin, td_auditor, td_mail, td_api, td_worker, td_relay;

-- What the functions may do; the log is theirs to add to, never to change.
grant select, insert on td.log, td.entry_public, td.event, td.access, td.request, td.due_done to td_api;
-- What has been told long ago; the log stays.
grant delete on td.event, td.request to td_api;
grant select, insert, update on td.worker to td_api;
grant select, insert on td.ticket, td.ticket_public, td.entry, td.notice, td.person, td.person_detail to td_api;
grant select, insert, delete on td.group_member to td_api;
grant select, insert, update on td.work_group, td.category, td.customer_group to td_api;
grant select on td.transition, td.schema_info, td.office to td_api;
grant update (name, hidden_by_default, reopen_days, close_days, version, changed_by, changed_at) on td.office to td_api;
grant update (subject, state, came_from, way, priority, hidden, category_id, document_ref, coordinator_id, group_id, handler_id, participants,
    wished_at, target_at, contact_label, parts_total, parts_open, parts_back, parts_blocking, waiting_reason, waiting_until, updated_at, answered_at, closed_at, reopened, version, seq, head,
    promised_at, late_message_at, closes_at, reopen_until, state_since, promise_due_at, promise_stopped_at, promise_minutes, promise_calendar_id,
    promise_measure, promise_internal)
    on td.ticket to td_api;
grant update (subject, state, priority, category_id, document_ref, owner_label, wished_at, reopen_until, updated_at, version, ordinal)
    on td.ticket_public to td_api;
grant select, insert on td.part_entry to td_api;
grant update (seen_at) on td.notice to td_api;
grant update (outcome) on td.request to td_api;
grant update (active, directly_addressable, language, customer_group_id) on td.person to td_api;
grant update (name, phone, email, company, department, version, changed_by, changed_at) on td.person_detail to td_api;
grant usage on sequence td.ticket_id_seq to td_api;
