-- as td_api
create or replace function td.pause_reason(p_ticket td.ticket) returns smallint
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    return case when p_ticket.state = 6 then coalesce(p_ticket.waiting_reason, 4) when p_ticket.state >= 8 then 5 end;
end
$$;
comment on function td.pause_reason(td.ticket) is 'Why a case stands still: 1 to 4 as it waits, 5 answered or finished; null while it is worked on.';

create or replace function td.follow_pauses(p_old td.ticket, p_new td.ticket, p_at timestamptz) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_before smallint := case when p_old.id is not null then td.pause_reason(p_old) end;
    v_after smallint := td.pause_reason(p_new);
begin
    if v_before is not distinct from v_after then
        return false;
    end if;
    update td.pause as p set until = greatest(p_at, p.since) where p.ticket_id = p_new.id and p.until is null;
    if v_after is not null then
        insert into td.pause (ticket_id, since, reason) values (p_new.id, p_at, v_after)
        on conflict (ticket_id, since) do update set until = null, reason = excluded.reason;
    end if;
    return true;
end
$$;
comment on function td.follow_pauses(td.ticket, td.ticket, timestamptz) is 'Keeps when and why a case stands still; whether that changed.';

create or replace function td.is_message(p_old td.ticket, p_step td.step) returns boolean
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    return p_old.id is not null and p_step.entry_kind is not null and p_step.entry_audience = 1 and not p_step.by_requester;
end
$$;
comment on function td.is_message(td.ticket, td.step) is 'Whether the requester hears of us by a step.';

create or replace function td.follow_promises(p_old td.ticket, p_new td.ticket, p_step td.step, p_at timestamptz) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_open smallint[];
begin
    if p_old.id is null then
        perform td.start_clocks(p_new, null, array[1, 2, 3]::smallint[], p_at, p_at);
        if p_new.state >= 8 then
            -- Recorded when it was done already, as other systems have it: the promise was kept at once.
            perform td.end_clocks(p_new.id, false, array[1, 2, 3]::smallint[], p_at, p_new.state = 10);
        end if;
        return;
    end if;
    -- A rule that raises the priority because a promise was broken must not replace that promise by the next one.
    if p_step.cause <> 2 and (p_old.priority, p_old.category_id, p_old.kind, p_old.customer_group_id)
       is distinct from (p_new.priority, p_new.category_id, p_new.kind, p_new.customer_group_id)
    then
        -- Another promise: it began with the case, and what was deducted by then stays deducted. Those kept already are not asked again.
        select coalesce(array_agg(c.measure), '{}') into v_open
        from td.clock as c where c.ticket_id = p_new.id and c.ended_at is null and c.group_id is null;
        v_open := v_open || array(
            select m from unnest(array[1, 2, 3]::smallint[]) as m
            where not exists (select from td.clock as c where c.ticket_id = p_new.id and c.measure = m and c.group_id is null)
              -- Whoever has heard of us has had his response.
              and (m <> 1 or not exists (
                  select from td.entry as e join td.log as l using (ticket_id, seq)
                  where e.ticket_id = p_new.id and e.audience = 1 and e.seq > 1 and l.actor_id is distinct from p_new.requester_id)));
        perform td.end_clocks(p_new.id, false, v_open, p_at, true);
        perform td.start_clocks(p_new, null, array_remove(v_open, 2::smallint), p_new.recorded_at, p_new.recorded_at);
        perform td.start_clocks(p_new, null, array(select m from unnest(v_open) as m where m = 2),
            coalesce((select max(c.started_at) from td.clock as c where c.ticket_id = p_new.id and c.measure = 2), p_new.recorded_at), p_new.recorded_at);
    end if;
    if td.is_message(p_old, p_step) then
        -- The requester has heard of us; the next message is owed from here on.
        perform td.end_clocks(p_new.id, false, array[1, 2]::smallint[], p_at, false);
        if p_new.state < 8 then
            perform td.start_clocks(p_new, null, array[2]::smallint[], p_at, p_new.recorded_at);
        end if;
    end if;
    if p_new.state >= 8 and p_old.state < 8 then
        -- Answered or rejected is an answer; withdrawn, nothing is owed any more.
        perform td.end_clocks(p_new.id, false, array[1, 2, 3]::smallint[], p_at, p_new.state = 10);
    elsif p_new.state < 8 and p_old.state >= 8 then
        -- Opened again: the same promise goes on, without the time it lay answered.
        update td.clock as c set ended_at = null, kept = null
        where c.id = (select l.id from td.clock as l where l.ticket_id = p_new.id and l.measure = 3 and l.group_id is null and not l.void
                      order by l.id desc limit 1);
        perform td.start_clocks(p_new, null, array[2]::smallint[], p_at, p_new.recorded_at);
    end if;
end
$$;
comment on function td.follow_promises(td.ticket, td.ticket, td.step, timestamptz) is 'Starts and ends the clocks of what was promised to a requester.';

create or replace function td.follow_targets(p_old td.ticket, p_new td.ticket, p_at timestamptz) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_was integer := case when p_old.state in (4, 5, 6) then p_old.group_id end;
    v_is integer := case when p_new.state in (4, 5, 6) then p_new.group_id end;
begin
    if v_was is distinct from v_is then
        perform td.end_clocks(p_new.id, true, array[1, 2, 3]::smallint[], p_at, false);
        if v_is is not null then
            perform td.start_clocks(p_new, v_is, array[1, 3]::smallint[], p_at, p_at);
        end if;
    elsif v_is is not null and p_old.handler_id is null and p_new.handler_id is not null then
        perform td.end_clocks(p_new.id, true, array[1]::smallint[], p_at, false);
    end if;
end
$$;
comment on function td.follow_targets(td.ticket, td.ticket, timestamptz) is 'Starts and ends the clocks of what groups owe each other.';

create or replace function td.follow_clocks(p_old td.ticket, p_new td.ticket, p_step td.step, p_at timestamptz) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_paused boolean;
begin
    v_paused := td.follow_pauses(p_old, p_new, p_at);
    -- An office that has promised nothing pays nothing for it.
    if not exists (select from td.commitment as c where c.valid_from <= p_at) then
        return;
    end if;
    if p_new.way <> 2 then
        perform td.follow_promises(p_old, p_new, p_step, p_at);
    end if;
    perform td.follow_targets(p_old, p_new, p_at);
    if p_old.id is not null and (v_paused or p_old.group_id is distinct from p_new.group_id) then
        perform td.move_clocks(p_new);
    end if;
end
$$;
comment on function td.follow_clocks(td.ticket, td.ticket, td.step, timestamptz) is 'What the clocks of a case do at a step of it.';
