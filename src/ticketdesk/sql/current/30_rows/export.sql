-- as td_owner
-- Who took what out of the office is the auditor's and the administration's to know; what a server was filled with as well.
create policy keeper on td.export for select to td_admin, td_auditor using ((select td.me()) is not null);
grant select (id, person_id, begun_at, ended_at, scope, format, cases) on td.export to td_admin, td_auditor;
create policy keeper on td.restore for select to td_admin, td_auditor using ((select td.me()) is not null);
grant select (id, person_id, begun_at, ended_at, manifest, source, exported_at, cases, steps) on td.restore to td_admin, td_auditor;

grant select, insert on td.export, td.restore to td_api;
grant update (ended_at, cases) on td.export to td_api;
grant update (person_id, ended_at, place, cases, steps, xid) on td.restore to td_api;

-- What a restore alone does; 40_guards/restore.sql holds everybody else from it.
grant update (login, class, source, created_at) on td.person to td_api;
grant update (user_name) on td.person_detail to td_api;
grant update (file_limit, parcel_limit) on td.office to td_api;
grant update on sequence td.ticket_id_seq, td.person_id_seq, td.customer_group_id_seq, td.work_group_id_seq, td.category_id_seq,
    td.template_id_seq, td.calendar_id_seq, td.commitment_id_seq, td.link_id_seq, td.clock_id_seq to td_api;
