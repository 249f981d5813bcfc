-- as td_owner
-- Staff know everybody by name; a requester knows himself, and learns addressable names through api.addressees.
-- (select td.me()) is not null: who was deactivated reads nothing more, from the next statement on.
create policy staff on td.person for select to td_handler, td_coordinator, td_admin, td_auditor using ((select td.me()) is not null);
create policy own on td.person for select to td_requester using (id = (select td.me()));
grant select (id, class, active, customer_group_id, directly_addressable, language)
    on td.person to td_requester, td_handler, td_coordinator, td_admin, td_auditor;

create policy staff on td.person_detail for select to td_handler, td_coordinator, td_admin, td_auditor using ((select td.me()) is not null);
create policy own on td.person_detail for select to td_requester using (person_id = (select td.me()));
grant select (person_id, name, phone, email, company, department)
    on td.person_detail to td_requester, td_handler, td_coordinator, td_admin, td_auditor;

create policy staff on td.work_group for select to td_handler, td_coordinator, td_admin, td_auditor using ((select td.me()) is not null);
grant select (id, name, active, directly_addressable) on td.work_group to td_handler, td_coordinator, td_admin, td_auditor;

create policy staff on td.group_member for select to td_handler, td_coordinator, td_admin, td_auditor using ((select td.me()) is not null);
grant select (group_id, person_id) on td.group_member to td_handler, td_coordinator, td_admin, td_auditor;
