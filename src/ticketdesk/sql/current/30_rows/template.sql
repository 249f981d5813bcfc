-- as td_owner
-- Texts in advance: one's own, one's groups' and the office's for those who work here; forms for requesters only where they are marked so.
create policy staff on td.template for select to td_handler, td_coordinator
    using (active and (select td.me()) is not null
           and (scope = 3 or scope = 1 and owner_id = (select td.me()) or scope = 2 and group_id = any ((select td.my_groups())::integer[])));
create policy admin on td.template for select to td_admin using (active and scope = 3 and (select td.me()) is not null);
create policy reporting on td.template for select to td_requester, td_auditor
    using (active and scope = 3 and purpose = 1 and for_requesters and (select td.me()) is not null);
grant select (id, purpose, scope, owner_id, group_id, for_requesters, name_de, name_en, subject_de, subject_en, body_de, body_en, questions_de,
    questions_en, kind, priority, category_id, version)
    on td.template to td_requester, td_handler, td_coordinator, td_admin, td_auditor;

create policy staff on td.addressable_by for select to td_handler, td_coordinator, td_admin, td_auditor using ((select td.me()) is not null);
grant select (id, customer_group_id, person_id, group_id) on td.addressable_by to td_handler, td_coordinator, td_admin, td_auditor;

grant select, insert, update on td.template to td_api;
grant select, insert, delete on td.addressable_by to td_api;
