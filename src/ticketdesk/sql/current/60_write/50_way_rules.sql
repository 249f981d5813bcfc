-- as td_api
-- Rules of the way of a case that verbs, the worker and seeded history share.
create or replace function td.reopen_until(p_ticket td.ticket, p_at timestamptz) returns timestamptz
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return p_at + make_interval(days => coalesce(td.category_reopen_days(p_ticket.category_id), 30));
end
$$;
comment on function td.reopen_until(td.ticket, timestamptz) is 'Until when the requester may open a case again that ends now: by its category, else as the office has it.';

create or replace function td.closes_at(p_at timestamptz) returns timestamptz
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return p_at + (select make_interval(days => o.close_days) from td.office as o);
end
$$;
comment on function td.closes_at(timestamptz) is 'When a case answered now closes by itself; null when the office has switched that off.';

create or replace function td.finished(p_ticket td.ticket, p_state integer, p_at timestamptz) returns td.ticket
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_new td.ticket := td.moved(p_ticket, p_state);
begin
    v_new.closed_at := p_at;
    v_new.closes_at := null;
    v_new.reopen_until := td.reopen_until(p_ticket, p_at);
    return v_new;
end
$$;
comment on function td.finished(td.ticket, integer, timestamptz) is 'A case that ends: closed, withdrawn or rejected.';

create or replace function td.back_from_waiting(p_ticket td.ticket) returns td.ticket
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    if p_ticket.state <> 6 or p_ticket.came_from is null then
        perform td.refuse_step(p_ticket, coalesce(p_ticket.came_from, p_ticket.state));
    end if;
    return td.moved(p_ticket, p_ticket.came_from);
end
$$;
comment on function td.back_from_waiting(td.ticket) is 'A waiting case where it came from; TD411 for one that does not wait.';

create or replace function td.those_at_work(p_ticket td.ticket) returns integer[]
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return (
        select coalesce(array_agg(distinct i), '{}')
        from unnest(td.in_charge(p_ticket) || case when p_ticket.state in (4, 5) and p_ticket.handler_id is not null then array[p_ticket.handler_id] else '{}' end) as i);
end
$$;
comment on function td.those_at_work(td.ticket) is 'Those in charge, and the handler who has the case in hand.';

create or replace function td.returned_to_pool(p_ticket td.ticket, p_state integer) returns td.ticket
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_new td.ticket := td.moved(p_ticket, p_state);
begin
    v_new.handler_id := null;
    v_new.group_id := null;
    -- From here on it goes through the coordination, also when it had been handed over directly.
    v_new.way := 0;
    if p_state = 1 then
        v_new.coordinator_id := null;
    end if;
    return v_new;
end
$$;
comment on function td.returned_to_pool(td.ticket, integer) is 'A case taken from handler and group: back with its coordinator, or new in the pool of all who coordinate.';

create or replace function td.with_text(p_step td.step, p_field text, p_text text, p_required boolean, p_kind integer, p_audience smallint) returns td.step
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    v_step td.step := p_step;
begin
    v_step.body := td.checked_text(p_field, p_text, p_required);
    if td.trimmed(v_step.body) = '' then
        v_step.body := '';
    else
        v_step.entry_kind := p_kind;
        v_step.entry_audience := p_audience;
    end if;
    return v_step;
end
$$;
comment on function td.with_text(td.step, text, text, boolean, integer, smallint) is 'A step with its text; without one it has no entry.';

create or replace function td.refuse_past(p_field text, p_at timestamptz, p_leeway interval default '0') returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
begin
    if p_at <= clock_timestamp() - p_leeway then
        perform td.refuse_input(p_field, 'past');
    end if;
end
$$;
comment on function td.refuse_past(text, timestamptz, interval) is 'TD422 for a moment that is over by the server''s clock.';
