-- as td_owner
create policy everybody on td.category for select to td_requester, td_handler, td_coordinator, td_admin, td_auditor using (active);
grant select (id, parent_id, name_de, name_en, hidden_by_default, active)
    on td.category to td_requester, td_handler, td_coordinator, td_admin, td_auditor;

create policy staff on td.customer_group for select to td_handler, td_coordinator, td_admin, td_auditor using (true);
grant select (id, name, active) on td.customer_group to td_handler, td_coordinator, td_admin, td_auditor;

create policy everybody on td.transition for select to td_handler, td_coordinator, td_admin, td_auditor using (true);
grant select on td.transition to td_handler, td_coordinator, td_admin, td_auditor;

create policy everybody on td.schema_info for select to td_requester, td_handler, td_coordinator, td_admin, td_auditor using (true);
grant select on td.schema_info to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
