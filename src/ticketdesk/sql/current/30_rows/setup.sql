-- as td_owner
-- What is out of use stays readable at the desk: past cases are filed under it. A requester knows it from his own cases alone.
create policy staff on td.category for select to td_handler, td_coordinator, td_admin, td_auditor using ((select td.me()) is not null);
create policy in_use on td.category for select to td_requester
    using ((select td.me()) is not null and (active or exists (
        select from td.ticket_public as p where p.category_id = category.id and p.requester_id = (select td.me()))));
grant select (id, parent_id, name_de, name_en, hidden_by_default, active)
    on td.category to td_requester, td_handler, td_coordinator, td_admin, td_auditor;

create policy staff on td.customer_group for select to td_handler, td_coordinator, td_admin, td_auditor using ((select td.me()) is not null);
grant select (id, name, active) on td.customer_group to td_handler, td_coordinator, td_admin, td_auditor;

create policy everybody on td.transition for select to td_handler, td_coordinator, td_admin, td_auditor using (true);
grant select (before, after, way) on td.transition to td_handler, td_coordinator, td_admin, td_auditor;

create policy everybody on td.schema_info for select to td_requester, td_handler, td_coordinator, td_admin, td_auditor using (true);
grant select (product, version, min_client, max_client, upgraded_at)
    on td.schema_info to td_requester, td_handler, td_coordinator, td_admin, td_auditor;
