-- as td_api
-- Promises that were in force then: the clocks of an imported case as its steps would have left them (34_clocks.sql), without a word to
-- anybody. They live in memory until the case has ended, since what lies between is read by nobody; a test drives both and compares.
create or replace function td.imported_clocks(p_ticket td.ticket, p_points td.import_step[], p_group_id integer, p_targets boolean) returns td.clock[]
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_point td.import_step;
    v_old td.ticket;
    v_new td.ticket := p_ticket;
    v_pauses td.pause[] := '{}';
    v_clocks td.clock[] := '{}';
    v_moved boolean := true;
    v_place integer;
    v_was integer;
    v_is integer;
begin
    foreach v_point in array p_points loop
        v_new.state := v_point.state;
        v_new.waiting_reason := v_point.reason;
        v_new.group_id := v_point.group_id;
        v_new.updated_at := v_point.at;
        -- Clocks follow pauses only before something ends them, and at last.
        if not v_moved and (p_targets or (v_old.state >= 8) <> (v_new.state >= 8)) then
            v_clocks := td.moved_clocks(v_clocks, v_pauses, v_old);
            v_moved := true;
        end if;
        if v_point.rests then
            v_pauses := td.paused(v_pauses, p_ticket.id, v_point.at, nullif(v_point.rest, 0::smallint));
        end if;
        v_moved := v_moved and not v_point.rests and v_old.group_id is not distinct from v_new.group_id;
        if v_old.id is null then
            v_clocks := array(select c from td.started_clocks(v_new, null, array[1, 2, 3]::smallint[], v_point.at, v_point.at, v_pauses) as c);
        elsif v_new.state < 8 and v_old.state >= 8 then
            -- Opened again: the same promise goes on, without the time it lay answered.
            v_place := (select max(c.ordinality) from unnest(v_clocks) with ordinality as c where c.measure = 3 and c.group_id is null and not c.void);
            if v_place is not null then
                v_clocks[v_place].ended_at := null;
                v_clocks[v_place].kept := null;
            end if;
            v_clocks := v_clocks || array(
                select c from td.started_clocks(v_new, null, array[2]::smallint[], v_point.at, p_ticket.recorded_at, v_pauses) as c);
        end if;
        if v_new.state >= 8 and (v_old.id is null or v_old.state < 8) then
            v_clocks := td.ended_clocks(v_clocks, false, v_point.at, v_new.state = 10);
        end if;
        v_was := case when v_old.state in (4, 5, 6) then v_old.group_id end;
        v_is := case when v_new.state in (4, 5, 6) then v_new.group_id end;
        if p_targets and v_was is distinct from v_is then
            v_clocks := td.ended_clocks(v_clocks, true, v_point.at, false);
            if v_is is not null then
                v_clocks := v_clocks || array(
                    select c from td.started_clocks(v_new, v_is, array[1, 3]::smallint[], v_point.at, v_point.at, v_pauses) as c);
            end if;
        end if;
        v_old := v_new;
    end loop;
    -- The group it went to without standing still: told within its hours.
    if not v_moved or v_old.group_id is distinct from p_group_id then
        v_old.group_id := p_group_id;
        v_clocks := td.moved_clocks(v_clocks, v_pauses, v_old);
    end if;
    return v_clocks;
end
$$;
comment on function td.imported_clocks(td.ticket, td.import_step[], integer, boolean)
    is 'All clocks of an imported case, from the points of its history where one has anything to do.';

create or replace function td.paused(p_pauses td.pause[], p_ticket_id bigint, p_at timestamptz, p_reason smallint) returns td.pause[]
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_count integer := cardinality(p_pauses);
begin
    if v_count > 0 and p_pauses[v_count].until is null then
        p_pauses[v_count].until := p_at;
    end if;
    if p_reason is not null then
        -- One that lasted no moment makes way for the next.
        p_pauses[v_count + case when v_count > 0 and p_pauses[v_count].since = p_at then 0 else 1 end]
            := row(p_ticket_id, p_at, null, p_reason)::td.pause;
    end if;
    return p_pauses;
end
$$;
comment on function td.paused(td.pause[], bigint, timestamptz, smallint) is 'The pauses of a case with one ended and another begun at a moment, as td.follow_pauses keeps them.';

create or replace function td.moved_clocks(p_clocks td.clock[], p_pauses td.pause[], p_ticket td.ticket) returns td.clock[]
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_commitment td.commitment;
begin
    for v_place in 1 .. cardinality(p_clocks) loop
        continue when p_clocks[v_place].ended_at is not null;
        select c.* into v_commitment from td.commitment as c where c.id = p_clocks[v_place].commitment_id;
        p_clocks[v_place] := td.clock_set(p_clocks[v_place], v_commitment, p_ticket, p_pauses);
    end loop;
    return p_clocks;
end
$$;
comment on function td.moved_clocks(td.clock[], td.pause[], td.ticket) is 'Clocks in memory as td.move_clocks leaves those of a case.';

create or replace function td.ended_clocks(p_clocks td.clock[], p_internal boolean, p_at timestamptz, p_void boolean) returns td.clock[]
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    for v_place in 1 .. cardinality(p_clocks) loop
        continue when p_clocks[v_place].ended_at is not null or (p_clocks[v_place].group_id is not null) <> p_internal;
        p_clocks[v_place].ended_at := greatest(p_at, p_clocks[v_place].started_at);
        p_clocks[v_place].void := p_void;
        if not p_void then
            p_clocks[v_place].kept := p_clocks[v_place].stopped_at is not null or p_at <= p_clocks[v_place].due_at;
        end if;
    end loop;
    return p_clocks;
end
$$;
comment on function td.ended_clocks(td.clock[], boolean, timestamptz, boolean) is 'Clocks in memory as td.end_clocks leaves those of a case.';
