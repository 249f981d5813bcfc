-- as td_api
create or replace function td.do_create_customer_group(
    p_actor td.person, p_request_id uuid, p_name text, p_hidden boolean) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'create_customer_group');
    v_id integer;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    perform td.refuse_unless(p_actor, false);
    insert into td.customer_group (name, hidden_by_default, changed_by, changed_at)
    values (td.checked_free_name('customer_group', null, p_name), coalesce(p_hidden, false), p_actor.id, now())
    returning id into v_id;
    return td.set_up(p_request_id, 1, 'customer_group', v_id);
end
$$;
comment on function td.do_create_customer_group(td.person, uuid, text, boolean) is 'Makes a customer group.';

create or replace function api.create_customer_group(request_id uuid, name text, hidden_by_default boolean) returns td.outcome
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$ select td.do_create_customer_group(td.actor(), $1, $2, $3) $$;
comment on function api.create_customer_group(uuid, text, boolean) is 'Make a customer group (CreateCustomerGroup).';
grant execute on function api.create_customer_group(uuid, text, boolean) to td_admin;
