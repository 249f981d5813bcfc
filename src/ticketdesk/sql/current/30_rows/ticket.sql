-- as td_owner
-- One policy per class. Nobody reads the desk's face of a hidden case that he reported himself: he gets the requester's view.
-- A part has no requester; what is kept from him is kept by kept_from.
create policy coordinator on td.ticket for select to td_coordinator
    using ((select td.me()) is not null and (not hidden or coalesce(requester_id, kept_from) is distinct from (select td.me())));
create policy handler_by_group on td.ticket for select to td_handler
    using (group_id = any ((select td.my_groups())::integer[])
           and (not hidden or coalesce(requester_id, kept_from) is distinct from (select td.me())));
create policy handler_taking_part on td.ticket for select to td_handler
    using (participants @> array[(select td.me())]
           and (not hidden or coalesce(requester_id, kept_from) is distinct from (select td.me())));
create policy auditor on td.ticket for select to td_auditor using (true);

grant select (id, kind, subject, state, came_from, way, priority, hidden, customer_group_id, category_id, document_ref, requester_id,
    requester_name, requester_phone, requester_email, requester_company, requester_department, recorded_by, channel, coordinator_id, group_id,
    handler_id, participants, wished_at, target_at, due_at, waiting_reason, waiting_until, recorded_at, updated_at, answered_at, closed_at,
    reopened, source, external_ref, version, seq, head, is_open, parent_id, root_id, depth, letter, mark, commissioned_by, blocking,
    contact_label, parts_total, parts_open, parts_back, parts_blocking, promised_at, late_message_at, closes_at, reopen_until,
    state_since, promise_due_at, promise_stopped_at, promise_minutes, promise_calendar_id,
    promise_measure, promise_internal)
    on td.ticket to td_handler, td_coordinator, td_auditor;
