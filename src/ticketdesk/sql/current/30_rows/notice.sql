-- as td_owner
create policy own on td.notice for select to td_requester, td_handler, td_coordinator, td_admin, td_auditor
    using (person_id = (select td.me()));
grant select (id, person_id, ticket_id, own, kind, at, actor_id, event_id, seen_at, data)
    on td.notice to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
