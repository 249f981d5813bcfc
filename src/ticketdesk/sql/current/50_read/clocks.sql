-- as td_api
-- The promises of a case with everything that explains their dates: what was promised, since when, and when it stood still.
create or replace function api.clocks(ticket_id bigint) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if not td.reads_desk(td.actor(), clocks.ticket_id) then
        raise exception 'no such case' using errcode = 'TD404';
    end if;
    return (
        select coalesce(jsonb_agg(jsonb_build_object(
            'id', k.id, 'commitment', k.commitment_id, 'name', c.name, 'measure', k.measure, 'group', k.group_id, 'calendar', k.calendar_id,
            'started_at', k.started_at, 'amount_minutes', c.amount_minutes, 'due_at', k.due_at, 'stopped_at', k.stopped_at, 'ended_at', k.ended_at,
            'kept', k.kept, 'void', k.void, 'laid', k.laid_version,
            -- When those at work were warned, if they were.
            'warned_at', (select min(n.at) from td.notice as n where n.ticket_id = k.ticket_id and n.kind = 52 and n.data ->> 'clock' = k.id::text),
            'pauses', (
                select coalesce(jsonb_agg(jsonb_build_array(p.since, p.until, p.reason) order by p.since), '[]')
                from td.pause as p
                where p.ticket_id = k.ticket_id and (p.reason = 5 or p.reason = any (c.stops)) and coalesce(p.until, 'infinity') > k.started_at)
            ) order by k.ended_at is not null, k.due_at, k.id), '[]')
        from td.clock as k join td.commitment as c on c.id = k.commitment_id
        where k.ticket_id = clocks.ticket_id);
end
$$;
comment on function api.clocks(bigint) is 'The promises of a case that this person may see: running ones first, each with its pauses.';
grant execute on function api.clocks(bigint) to td_handler, td_coordinator, td_auditor;
