-- as td_api
-- Rules that several verbs share.
create or replace function td.locked_for_coordination(p_actor td.person, p_ticket_id bigint, p_version integer) returns td.ticket
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if p_actor.class <> 3 then
        raise exception 'for coordination only' using errcode = 'TD403';
    end if;
    return td.locked_for_staff(p_actor, p_ticket_id, p_version);
end
$$;
comment on function td.locked_for_coordination(td.person, bigint, integer) is 'Locks a case for a coordinator; TD403 for every other class.';

create or replace function td.locked_from_either_side(p_actor td.person, p_ticket_id bigint, p_version integer) returns td.ticket
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    -- Whoever reported it acts as its requester, also if he coordinates; each by the version of his own face of the case.
    if exists (select from td.ticket as t where t.id = p_ticket_id and t.requester_id = p_actor.id) then
        return td.locked_for_requester(p_actor, p_ticket_id, td.given_version(p_version));
    elsif p_actor.class = 3 then
        return td.locked_for_coordination(p_actor, p_ticket_id, td.given_version(p_version));
    end if;
    raise exception 'no such case' using errcode = 'TD404';
end
$$;
comment on function td.locked_from_either_side(td.person, bigint, integer)
    is 'Locks a case for its requester or for a coordinator, for what both may do; to everybody else it does not exist.';

create or replace function td.possible(p_actor td.person, p_ticket td.ticket) returns smallint[]
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_coordinates boolean := p_actor.class = 3;
    v_in_charge boolean := coalesce(p_ticket.handler_id = p_actor.id, false);
    v_direct boolean := v_in_charge and p_ticket.way = 1;
    v_free boolean := p_ticket.handler_id is null and exists (
        select from td.group_member as m where m.group_id = p_ticket.group_id and m.person_id = p_actor.id);
    v_requester boolean := coalesce(p_ticket.requester_id = p_actor.id, false);
    v_reopened smallint := case when p_ticket.way = 0 then 3 when p_ticket.handler_id is not null or p_ticket.group_id is not null then 4 else 1 end;
begin
    return (
        select coalesce(array_agg(t.after order by t.after), '{}')
        from td.transition as t
        where t.before = p_ticket.state and t.way = p_ticket.way and case
            -- A part: for whoever commissioned it, or for whoever is to answer it.
            when p_ticket.way = 2 and (t.after in (9, 10) or p_ticket.state = 7) then v_coordinates or coalesce(p_ticket.commissioned_by = p_actor.id, false)
            when p_ticket.way = 2 and t.after = 11 and p_ticket.state = 5 then v_in_charge
            when p_ticket.way = 2 and t.after in (5, 11) then (v_in_charge or v_free) and p_ticket.state = 4
            when t.after = 10 then v_coordinates or v_requester
            when p_ticket.state >= 8 and t.after <> 9 then (v_coordinates or v_requester) and t.after = v_reopened
            when p_ticket.state = 8 then v_coordinates or v_direct or v_requester
            when p_ticket.state = 4 and t.after = 5 then v_in_charge or v_free
            when p_ticket.state = 4 and t.after in (1, 3) then v_coordinates or v_in_charge or v_free
            when p_ticket.state = 5 and t.after in (3, 7) then case t.after when 3 then v_coordinates else v_in_charge end
            when p_ticket.state = 5 and t.after in (1, 8) then v_coordinates or v_direct
            when p_ticket.state in (4, 5) then v_coordinates or v_in_charge
            when p_ticket.state = 6 and t.after = 9 then (v_coordinates or v_direct) and coalesce(p_ticket.waiting_reason = 1, false)
            when p_ticket.state = 6 and t.after = 8 then v_coordinates or v_direct
            when p_ticket.state = 6 then v_coordinates and t.after in (3, 4) or (v_coordinates or v_in_charge) and t.after is not distinct from p_ticket.came_from
            else v_coordinates end);
end
$$;
comment on function td.possible(td.person, td.ticket) is 'The states that somebody could bring a case into now, as one who works on it (domain/possible.py).';

create or replace function td.refuse_step(p_ticket td.ticket, p_to integer) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_actor td.person;
begin
    select p.* into v_actor from td.person as p where p.login = session_user;
    raise exception 'no such transition' using errcode = 'TD411', detail = jsonb_build_object(
        'from', p_ticket.state, 'to', p_to, 'possible', td.possible(v_actor, p_ticket))::text;
end
$$;
comment on function td.refuse_step(td.ticket, integer) is 'Raises TD411 with both states, and with those that this person could bring the case into instead.';

create or replace function td.refuse_own_step(p_ticket td.ticket, p_to integer, p_why text default null) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    -- In his own words: the inner state is not the requester's to learn.
    raise exception 'no such transition' using errcode = 'TD411', detail = jsonb_strip_nulls(jsonb_build_object(
        'from', td.public_state(p_ticket), 'to', p_to, 'why', p_why,
        'possible', case when p_ticket.is_open then '[6]' when p_ticket.state = 8 then '[2, 5]' when p_why = 'window_over' then '[]' else '[2]' end::jsonb))::text;
end
$$;
comment on function td.refuse_own_step(td.ticket, integer, text) is 'Raises TD411 for a requester, in his own words for states.';

create or replace function td.refuse_taken(p_by integer, p_at timestamptz) returns void
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception 'taken already' using errcode = 'TD410', detail = jsonb_build_object('by', p_by, 'at', p_at)::text;
end
$$;
comment on function td.refuse_taken(integer, timestamptz) is 'Raises TD410: somebody else was first, and who.';

create or replace function td.moved(p_ticket td.ticket, p_state integer) returns td.ticket
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_ticket td.ticket := p_ticket;
begin
    if not exists (
        select from td.transition as t where t.before = p_ticket.state and t.after = p_state and t.way = p_ticket.way
    ) then
        perform td.refuse_step(p_ticket, p_state);
    end if;
    v_ticket.came_from := case when p_state = 6 then p_ticket.state end;
    v_ticket.waiting_reason := null;
    v_ticket.waiting_until := null;
    v_ticket.state := p_state;
    if p_state >= 8 then
        v_ticket.promised_at := null;
    else
        v_ticket.closes_at := null;
        v_ticket.reopen_until := null;
        v_ticket.late_message_at := null;
    end if;
    return v_ticket;
end
$$;
comment on function td.moved(td.ticket, integer) is 'The case in another state, if the table of transitions knows the step; else TD411.';

create or replace function td.joined(p_ticket td.ticket, p_person_id integer) returns td.ticket
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_ticket td.ticket := p_ticket;
begin
    if not p_person_id = any (v_ticket.participants) then
        v_ticket.participants := v_ticket.participants || p_person_id;
    end if;
    return v_ticket;
end
$$;
comment on function td.joined(td.ticket, integer) is 'The case with somebody more who takes part in it.';

create or replace function td.addressed(
    p_actor td.person, p_ticket td.ticket, p_handler_id integer, p_group_id integer) returns td.ticket
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_ticket td.ticket := p_ticket;
begin
    if p_handler_id is not null and p_group_id is not null then
        perform td.refuse_input('handler_id', 'unknown');
    end if;
    if p_handler_id is not null and not exists (
        select from td.person as p
        where p.id = p_handler_id and p.active and p.login is not null and p.class in (2, 3) and td.may_address(p_actor, p.id, null)
          -- Nobody could work on a hidden case of his own: he does not see the desk's face of it.
          and (not p_ticket.hidden or p.id is distinct from coalesce(p_ticket.requester_id, p_ticket.kept_from))
    ) then
        -- The same answer for absent, inactive and not addressable: outsiders must not learn who works here.
        perform td.refuse_input('handler_id', 'not_addressable');
    end if;
    if p_group_id is not null then
        -- Held until the case lies with it: a group that is being given up at this moment either is not found, or finds the case.
        perform from td.work_group as g
        where g.id = p_group_id and g.active and g.source = 0 and td.may_address(p_actor, null, g.id) for share;
        if not found then
            perform td.refuse_input('group_id', 'not_addressable');
        end if;
    end if;
    v_ticket.handler_id := p_handler_id;
    v_ticket.group_id := p_group_id;
    if p_handler_id is not null and not p_handler_id = any (v_ticket.participants) then
        v_ticket.participants := v_ticket.participants || p_handler_id;
    end if;
    return v_ticket;
end
$$;
comment on function td.addressed(td.person, td.ticket, integer, integer)
    is 'The case handed to a handler or a group; TD422 not_addressable for whom this person may not address.';

create or replace function td.coordinators() returns integer[]
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return (select coalesce(array_agg(p.id), '{}') from td.person as p where p.class = 3 and p.active);
end
$$;
comment on function td.coordinators() is 'Everybody who coordinates.';

create or replace function td.those_asked(p_ticket td.ticket) returns integer[]
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return case when p_ticket.handler_id is not null then array[p_ticket.handler_id]
                else (select coalesce(array_agg(m.person_id), '{}') from td.group_member as m where m.group_id = p_ticket.group_id) end;
end
$$;
comment on function td.those_asked(td.ticket) is 'The handler, or the members of the group that may take the case over.';

create or replace function td.in_charge(p_ticket td.ticket) returns integer[]
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return case
        when p_ticket.coordinator_id is not null then array[p_ticket.coordinator_id]
        when p_ticket.way = 1 then td.those_asked(p_ticket)
        else td.coordinators() end;
end
$$;
comment on function td.in_charge(td.ticket) is 'Who has to know what the requester says: the coordinator, a direct case''s handler or group, or all who coordinate.';

create or replace function td.mode_audience(p_ticket td.ticket) returns smallint
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    return (case when p_ticket.hidden or p_ticket.way = 2 then 0 else 1 end)::smallint;
end
$$;
comment on function td.mode_audience(td.ticket) is 'Audience of a step of clarification: the requester''s too in a transparent case, never in a part.';
