-- as td_api
create or replace function td.do_set_calendar(p_actor td.person, p_request_id uuid, p_calendar_id integer, p_group_id integer, p_customer_group_id integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'set_calendar');
    v_outcome td.outcome := row(0, 0, 0, '{}')::td.outcome;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    if p_actor.class <> 4 then
        raise exception 'not for this class' using errcode = 'TD403';
    end if;
    if p_calendar_id is not null and not exists (select from td.calendar as c where c.id = p_calendar_id and c.active) then
        perform td.refuse_input('calendar_id', 'unknown');
    end if;
    if num_nonnulls(p_group_id, p_customer_group_id) > 1 then
        perform td.refuse_input('group_id', 'out_of_range');
    end if;
    if p_group_id is not null then
        update td.work_group as g set calendar_id = p_calendar_id where g.id = p_group_id;
    elsif p_customer_group_id is not null then
        update td.customer_group as g set calendar_id = p_calendar_id where g.id = p_customer_group_id;
    else
        update td.office as o set calendar_id = p_calendar_id;
    end if;
    if not found then
        perform td.refuse_input(case when p_group_id is not null then 'group_id' else 'customer_group_id' end, 'unknown');
    end if;
    update td.request as r set outcome = v_outcome where r.id = p_request_id;
    return v_outcome;
end
$$;
comment on function td.do_set_calendar(td.person, uuid, integer, integer, integer) is 'By which hours a group, a customer group or (with neither) the office works.';

create or replace function api.set_calendar(request_id uuid, calendar_id integer, group_id integer default null, customer_group_id integer default null) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_set_calendar(td.actor(), $1, $2, $3, $4) $$;
comment on function api.set_calendar(uuid, integer, integer, integer) is 'Say by which calendar a group, a customer group or the office works (SetCalendar).';
grant execute on function api.set_calendar(uuid, integer, integer, integer) to td_admin;
