-- as td_owner
-- An event is seen by those who saw the case before the step or see it after it, so that a case that leaves a list can leave it.
create policy coordinator on td.event for select to td_coordinator
    using ((select td.me()) is not null and (not hidden or requester_id is distinct from (select td.me())));
create policy handler_by_group on td.event for select to td_handler
    using (group_ids && (select td.my_groups())::integer[]
           and (not hidden or requester_id is distinct from (select td.me())));
create policy handler_taking_part on td.event for select to td_handler
    using (person_ids @> array[(select td.me())]
           and (not hidden or requester_id is distinct from (select td.me())));
create policy auditor on td.event for select to td_auditor using (true);
create policy own on td.event for select to td_requester, td_handler, td_coordinator, td_admin, td_auditor
    using (requester_id = (select td.me()) and audience = 1);
-- The office was set up anew (0), or many clocks moved at once (-1): no case is told of, only that the names, or what is shown, are worth
-- reading again.
create policy set_up on td.event for select to td_requester, td_handler, td_coordinator, td_admin, td_auditor
    using (ticket_id <= 0 and (select td.me()) is not null);
grant select (id, xid, ticket_id) on td.event to td_requester, td_admin, td_handler, td_coordinator, td_auditor;
