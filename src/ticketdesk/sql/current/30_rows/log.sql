-- as td_owner
-- Timelines come through api.timeline and api.own_timeline, which keep the access log; only the auditor reads the log itself.
create policy auditor on td.log for select to td_auditor using (true);
grant select (ticket_id, seq, at, actor_id, on_behalf_id, cause, what, audience, data, commitment, prev, hash) on td.log to td_auditor;
create policy auditor on td.access for select to td_auditor using (true);
grant select (id, person_id, ticket_id, at) on td.access to td_auditor;
