-- as td_api
create or replace function td.do_change_customer_group(
    p_actor td.person, p_request_id uuid, p_customer_group_id integer, p_version integer, p_name text, p_hidden boolean,
    p_active boolean) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'change_customer_group');
    v_old td.customer_group;
    v_name text;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    perform td.refuse_unless(p_actor, false);
    select g.* into v_old from td.customer_group as g where g.id = p_customer_group_id for update;
    if v_old.id is null then
        raise exception 'no such customer group' using errcode = 'TD404';
    end if;
    perform td.refuse_old(p_version, v_old.version, v_old.changed_by, v_old.changed_at);
    v_name := td.checked_free_name('customer_group', v_old.id, p_name);
    -- A person of a group that is gone could report under none.
    if v_old.active and not coalesce(p_active, true) and exists (
        select from td.person as p where p.customer_group_id = v_old.id and p.active and p.login is not null
    ) then
        perform td.refuse_input('active', 'has_persons');
    end if;
    update td.customer_group as g
    set name = v_name, hidden_by_default = coalesce(p_hidden, false), active = coalesce(p_active, true), version = g.version + 1,
        changed_by = p_actor.id, changed_at = now()
    where g.id = v_old.id;
    return td.set_up(p_request_id, v_old.version + 1, 'customer_group', v_old.id);
end
$$;
comment on function td.do_change_customer_group(td.person, uuid, integer, integer, text, boolean, boolean)
    is 'Changes a customer group, takes it out of use or back into it; cases keep the mode that they were recorded with.';

create or replace function api.change_customer_group(
    request_id uuid, customer_group_id integer, version integer, name text, hidden_by_default boolean, active boolean) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_change_customer_group(td.actor(), $1, $2, $3, $4, $5, $6) $$;
comment on function api.change_customer_group(uuid, integer, integer, text, boolean, boolean)
    is 'Change a customer group, or take it out of use (ChangeCustomerGroup).';
grant execute on function api.change_customer_group(uuid, integer, integer, text, boolean, boolean) to td_admin;
