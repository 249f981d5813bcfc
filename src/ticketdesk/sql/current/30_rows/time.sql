-- as td_owner
-- When an office works is no secret of the desk's; spans are for the functions alone.
create policy staff on td.calendar for select to td_handler, td_coordinator, td_admin, td_auditor using ((select td.me()) is not null);
grant select (id, name, zone, region, active, version, laid_version) on td.calendar to td_handler, td_coordinator, td_admin, td_auditor;
create policy staff on td.calendar_hours for select to td_handler, td_coordinator, td_admin, td_auditor using ((select td.me()) is not null);
grant select (calendar_id, weekday, opens, closes) on td.calendar_hours to td_handler, td_coordinator, td_admin, td_auditor;
create policy staff on td.calendar_day for select to td_handler, td_coordinator, td_admin, td_auditor using ((select td.me()) is not null);
grant select (calendar_id, on_day, public, name_de, name_en, opens, closes) on td.calendar_day to td_handler, td_coordinator, td_admin, td_auditor;

create policy staff on td.commitment for select to td_handler, td_coordinator, td_admin, td_auditor using ((select td.me()) is not null);
grant select (id, family_id, name, measure, group_id, customer_group_id, category_id, kind, priority, amount_minutes, business, calendar_id, stops,
    warn_percent, warn_minutes, raise_priority, hand_to_group_id, valid_from, valid_until, version)
    on td.commitment to td_handler, td_coordinator, td_admin, td_auditor;

grant select, insert, update on td.calendar, td.commitment, td.clock, td.pause to td_api;
grant usage on sequence td.commitment_id_seq to td_api;
grant update (calendar_id) on td.office to td_api;
grant select, insert, delete on td.calendar_hours, td.calendar_day, td.business_span to td_api;

-- What cases took: read by functions alone, each of which asks who may know it.
grant select, insert, update on td.case_time, td.group_time to td_api;
grant select, insert on td.hand_over to td_api;
grant select, insert, delete on td.time_due to td_api;
grant select, update on td.time_state to td_api;
grant select, insert on td.work_time to td_api;
grant update (time_booking) on td.office to td_api;
