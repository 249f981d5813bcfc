-- as td_api
-- What the relay asks while it is awake. It learns that something was told, and nothing of what.

create or replace function td.news_since(p_seen pg_snapshot) returns table (news boolean, seen pg_snapshot)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
    -- Stable, so that both are of the statement's one snapshot: what is not seen now is news the next time.
    return query select
        -- In the index's order: the planner does not know how few are as young, and would read the whole relation.
        (select e.id from td.event as e where e.xid >= pg_snapshot_xmin(p_seen) and not pg_visible_in_snapshot(e.xid, p_seen)
         order by e.xid desc limit 1) is not null,
        pg_current_snapshot();
end
$$;
comment on function td.news_since(pg_snapshot) is 'Whether an event has become visible since a snapshot, and the snapshot of now; for the relay.';
grant execute on function td.news_since(pg_snapshot) to td_relay;
