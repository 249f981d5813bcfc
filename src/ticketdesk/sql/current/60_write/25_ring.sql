-- as td_api
-- Whoever notifies commits alone: PostgreSQL holds a lock of the whole database from then until his commit is on the disk. So the relay is
-- rung only where it may be asleep: not within 0.2 s after an event. After the last event that it saw it stays awake for longer, and until
-- everybody has ended who was writing then (server/relay.py; why nothing is lost stands in docs/decisions/0004).

create or replace function td.ring(p_event_id bigint) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    -- A step of this very transaction counts as well: what it decided holds for all.
    v_at timestamptz := (select e.at from td.event as e where e.id < p_event_id order by e.id desc limit 1);
    v_now timestamptz := clock_timestamp();
begin
    if v_at > v_now - interval '200 milliseconds' and v_at <= v_now then
        return;
    end if;
    -- Heard by the relay alone; clients listen in the bell database.
    perform pg_notify('td_in', '');
end
$$;
comment on function td.ring(bigint) is 'Wakes the relay for an event, unless one so short before says that it is awake.';
