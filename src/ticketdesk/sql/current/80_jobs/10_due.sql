-- as td_api
-- What happens by the server's clock and by nobody's hand. Each due thing is claimed with its case's row and noted in td.due_done, so that
-- it happens once per case, rule and moment: with several workers at once, after a night of absence, whatever is asked how often.
create or replace function td.due(p_moment timestamptz, p_limit integer) returns table (rule smallint, ticket_id bigint, due_at timestamptz)
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    return query
    select d.rule, d.ticket_id, d.due_at from (
        (select 1::smallint as rule, t.id as ticket_id, t.waiting_until::timestamptz as due_at
         from td.ticket as t where t.state = 6 and t.waiting_until <= p_moment order by t.waiting_until limit p_limit)
        union all
        (select 2::smallint, t.id, t.promised_at::timestamptz
         from td.ticket as t where t.promised_at <= p_moment and t.is_open
           and not exists (select from td.due_done as n where n.ticket_id = t.id and n.rule = 2 and n.due_at = t.promised_at)
         order by t.promised_at limit p_limit)
        union all
        (select 3::smallint, t.id, t.closes_at::timestamptz
         from td.ticket as t where t.state = 8 and t.closes_at <= p_moment order by t.closes_at limit p_limit)
        union all
        (select 4::smallint, t.id, t.due_at
         from td.ticket as t where t.is_open and t.due_at <= p_moment and t.due_at > (select o.noticed_since from td.office as o)
           and not exists (select from td.due_done as n where n.ticket_id = t.id and n.rule = 4 and n.due_at = t.due_at)
         order by t.due_at limit p_limit)
    ) as d
    where not exists (
        select from td.due_done as n where n.ticket_id = d.ticket_id and n.rule = d.rule and n.due_at = d.due_at and n.fault <> '')
    order by d.due_at limit p_limit;
end
$$;
comment on function td.due(timestamptz, integer) is 'What is due by a moment, longest first: 1 back from waiting, 2 a promise, 3 closing by itself, 4 a date that passed.';

drop function if exists td.remind(td.ticket, integer);
create or replace function td.remind(p_ticket td.ticket, p_kind integer, p_data jsonb default '{}', p_was td.ticket default null) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_step td.step := td.new_step(null, 5::smallint, 'reminded', 0);
    v_event_id bigint;
begin
    -- Nothing of the case has changed: no step and no new version, which would only stop whoever is writing at this moment.
    v_step.tell := td.those_at_work(case when p_was.id is null then p_ticket else p_was end);
    v_step.tell_kind := p_kind;
    v_step.tell_data := p_data;
    insert into td.event (ticket_id, seq, what, audience, hidden, requester_id, group_ids, person_ids)
    values (p_ticket.id, p_ticket.seq, v_step.what, 0, p_ticket.hidden, p_ticket.requester_id,
        array_remove(array[p_was.group_id, p_ticket.group_id], null), p_ticket.participants)
    returning id into v_event_id;
    perform td.tell(p_ticket, p_ticket, v_step, v_event_id, clock_timestamp());
    perform td.ring(v_event_id);
end
$$;
comment on function td.remind(td.ticket, integer, jsonb, td.ticket)
    is 'Tells those at work on a case (or on it as it was just before) that a moment has passed, and what more there is to say.';

create or replace function td.come_back(p_ticket td.ticket) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_new td.ticket := td.back_from_waiting(p_ticket);
    v_step td.step := td.new_step(null, 5::smallint, 'waiting_ended', td.mode_audience(p_ticket));
begin
    v_step.data := jsonb_build_object('from', p_ticket.state, 'to', v_new.state);
    v_step.tell := td.those_at_work(v_new);
    v_step.tell_kind := 12;
    perform td.write_step(p_ticket, v_new, v_step, null);
end
$$;
comment on function td.come_back(td.ticket) is 'A waiting case returns to where it came from, at the moment that was set.';

create or replace function td.close_by_itself(p_ticket td.ticket) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_new td.ticket := td.finished(p_ticket, 9, now());
    v_step td.step := td.new_step(null, 5::smallint, 'closed', 1);
begin
    v_step.data := jsonb_build_object('from', p_ticket.state, 'to', v_new.state);
    v_step.tell_requester_kind := 50;
    perform td.write_step(p_ticket, v_new, v_step, null);
end
$$;
comment on function td.close_by_itself(td.ticket) is 'An answered case closes, as was announced with its answer.';

create or replace function td.do_due(p_rule smallint, p_ticket_id bigint, p_due_at timestamptz) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_ticket td.ticket;
begin
    -- Whoever holds the case does this or changes it; the next look finds what is left of it.
    select t.* into v_ticket from td.ticket as t where t.id = p_ticket_id for update skip locked;
    if v_ticket.id is null or not (case p_rule
        when 1 then v_ticket.state = 6 and v_ticket.waiting_until is not distinct from p_due_at
        when 2 then v_ticket.promised_at is not distinct from p_due_at
        when 3 then v_ticket.state = 8 and v_ticket.closes_at is not distinct from p_due_at
        else v_ticket.is_open and v_ticket.due_at = p_due_at end)
    then
        return false;
    end if;
    insert into td.due_done (ticket_id, rule, due_at) values (p_ticket_id, p_rule, p_due_at) on conflict do nothing;
    if not found then
        return false;
    end if;
    case p_rule
        when 1 then perform td.come_back(v_ticket);
        when 2 then perform td.remind(v_ticket, 18);
        when 3 then perform td.close_by_itself(v_ticket);
        else perform td.remind(v_ticket, 17);
    end case;
    return true;
end
$$;
comment on function td.do_due(smallint, bigint, timestamptz) is 'Carries one due thing out, unless it is no longer due, done already, or somebody holds the case.';

create or replace function td.run_due(p_moment timestamptz default null, p_limit integer default 50) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_moment timestamptz := coalesce(p_moment, clock_timestamp());
    v_due record;
    v_done integer := 0;
    v_faults integer := 0;
begin
    -- A server that is being filled with an export is nobody's yet.
    if td.restoring() then
        return 0;
    end if;
    for v_due in select * from td.due(v_moment, p_limit) loop
        begin
            v_done := v_done + td.do_due(v_due.rule, v_due.ticket_id, v_due.due_at)::integer;
        exception when others then
            -- In somebody's hands for a moment: the next look takes it.
            if sqlstate in ('40P01', '55P03', '40001') then
                continue;
            end if;
            -- One case that cannot be brought on must not hold up the others, nor be tried again for ever.
            insert into td.due_done (ticket_id, rule, due_at, fault) values (v_due.ticket_id, v_due.rule, v_due.due_at, left(sqlstate, 200))
            on conflict do nothing;
            v_faults := v_faults + 1;
        end;
    end loop;
    insert into td.worker as w (single, looked_at, done, faults) values (true, clock_timestamp(), v_done, v_faults)
    on conflict (single) do update set looked_at = excluded.looked_at, done = w.done + excluded.done, faults = w.faults + excluded.faults;
    return v_done;
end
$$;
comment on function td.run_due(timestamptz, integer) is 'Does what is due by a moment (now), up to a number of things; returns how many. For the worker, which asks again until it is none.';
grant execute on function td.run_due(timestamptz, integer) to td_worker;

create or replace function td.prune(p_moment timestamptz default null) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_moment timestamptz := coalesce(p_moment, clock_timestamp());
    v_events integer;
    v_requests integer;
begin
    -- A client that was away for longer reads everything anew; one that sends a wish again does so within days. In pieces: no long locks.
    -- Numbers and times go together: where the oldest are not old none is, and no others are looked at.
    delete from td.event as e where e.id = any (array(
        select o.id from (select f.id, f.at from td.event as f order by f.id limit 5000) as o where o.at < v_moment - interval '30 days'));
    get diagnostics v_events = row_count;
    delete from td.request as r where r.id in (
        select o.id from td.request as o where o.at < v_moment - interval '90 days' limit 5000);
    get diagnostics v_requests = row_count;
    insert into td.worker as w (single, pruned_at) values (true, clock_timestamp())
    on conflict (single) do update set pruned_at = excluded.pruned_at;
    return v_events + v_requests;
end
$$;
comment on function td.prune(timestamptz) is 'Deletes what was told more than 30 days ago and the ids of requests older than 90 days; returns how many rows; in pieces, until it is none.';
grant execute on function td.prune(timestamptz) to td_worker;
