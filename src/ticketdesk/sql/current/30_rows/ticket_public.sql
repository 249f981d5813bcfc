-- as td_owner
-- The requester's face of a case; staff report too, so every class has it for its own cases. By column: xmin would tell of other steps.
create policy own on td.ticket_public for select to td_requester, td_handler, td_coordinator, td_admin, td_auditor
    using (requester_id = (select td.me()));
grant select (ticket_id, requester_id, kind, subject, state, priority, category_id, document_ref, requester_name, requester_phone,
    requester_email, requester_company, requester_department, owner_label, channel, wished_at, due_at, recorded_at, updated_at, version, ordinal,
    reopen_until)
    on td.ticket_public to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
