-- as td_api
create or replace function td.do_change_office(
    p_actor td.person, p_request_id uuid, p_version integer, p_name text, p_hidden boolean, p_reopen_days integer,
    p_close_days integer, p_time_booking boolean) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'change_office');
    v_old td.office;
    v_name text := td.checked_line('name', p_name);
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    perform td.refuse_unless(p_actor, false);
    select o.* into v_old from td.office as o for update;
    perform td.refuse_old(p_version, v_old.version, v_old.changed_by, v_old.changed_at);
    if p_reopen_days is null then
        perform td.refuse_input('reopen_days', 'empty');
    end if;
    -- What is running keeps its moments: each case was told them when it was answered or closed.
    update td.office as o
    set name = v_name, hidden_by_default = coalesce(p_hidden, false), reopen_days = td.checked_days('reopen_days', p_reopen_days, 0),
        close_days = td.checked_days('close_days', p_close_days, 1), time_booking = coalesce(p_time_booking, false),
        version = o.version + 1, changed_by = p_actor.id, changed_at = now();
    return td.set_up(p_request_id, v_old.version + 1, 'office', 1);
end
$$;
comment on function td.do_change_office(td.person, uuid, integer, text, boolean, integer, integer, boolean)
    is 'Changes what holds for the whole office, from now on.';

create or replace function api.change_office(
    request_id uuid, version integer, name text, hidden_by_default boolean, reopen_days integer, close_days integer,
    time_booking boolean) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_change_office(td.actor(), $1, $2, $3, $4, $5, $6, $7) $$;
comment on function api.change_office(uuid, integer, text, boolean, integer, integer, boolean) is 'Change the office''s settings (ChangeOffice).';
grant execute on function api.change_office(uuid, integer, text, boolean, integer, integer, boolean) to td_admin;
