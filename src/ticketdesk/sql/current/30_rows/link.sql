-- as td_owner
-- Links come through api.links and api.own_links, which leave out what the reader may not know of the other case.
create policy auditor on td.link for select to td_auditor using (true);
grant select (id, from_id, to_id, kind, audience, made_by, made_at, undone_at, merged_seq, state_before) on td.link to td_auditor;
grant select, insert on td.link to td_api;
grant update (undone_at) on td.link to td_api;
