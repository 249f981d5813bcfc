-- as td_owner
create policy everybody on td.category for select to td_requester, td_handler, td_coordinator, td_admin, td_auditor
    using (active and (select td.me()) is not null);
grant select (id, parent_id, name_de, name_en, hidden_by_default, active)
    on td.category to td_requester, td_handler, td_coordinator, td_admin, td_auditor;

create policy staff on td.customer_group for select to td_handler, td_coordinator, td_admin, td_auditor using ((select td.me()) is not null);
grant select (id, name, active) on td.customer_group to td_handler, td_coordinator, td_admin, td_auditor;

create policy everybody on td.transition for select to td_handler, td_coordinator, td_admin, td_auditor using (true);
grant select (before, after, way) on td.transition to td_handler, td_coordinator, td_admin, td_auditor;

create policy everybody on td.schema_info for select to td_requester, td_handler, td_coordinator, td_admin, td_auditor using (true);
grant select (product, version, min_client, max_client, upgraded_at)
    on td.schema_info to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
