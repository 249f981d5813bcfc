-- as td_owner
-- Timelines come through api.timeline and api.own_timeline, which keep the access log; only the auditor reads the log itself.
create policy auditor on td.log for select to td_auditor using (true);
grant select on td.log to td_auditor;
create policy auditor on td.access for select to td_auditor using (true);
grant select on td.access to td_auditor;
