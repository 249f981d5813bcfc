-- as td_api
create or replace function td.do_change_contact(
    p_actor td.person, p_request_id uuid, p_version integer, p_given td.person_detail, p_customer_group_id integer) returns td.outcome
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    v_done td.outcome := td.repeated(p_request_id, p_actor.id, 'change_contact');
    v_person td.person;
    v_old td.person_detail;
begin
    if v_done.ticket_id is not null then
        return v_done;
    end if;
    perform td.refuse_unless(p_actor, true);
    v_person := td.contact_of(p_given.person_id);
    select d.* into v_old from td.person_detail as d where d.person_id = v_person.id for update;
    perform td.refuse_old(p_version, v_old.version, v_old.changed_by, v_old.changed_at);
    if p_given.name = '' then
        perform td.refuse_input('name', 'empty');
    end if;
    if p_customer_group_id is distinct from v_person.customer_group_id then
        -- Whom somebody with a log-in may address hangs on it.
        if v_person.class <> 0 then
            perform td.refuse_unless(p_actor, false);
        end if;
        if not exists (select from td.customer_group as g where g.id = p_customer_group_id and g.active) then
            perform td.refuse_input('customer_group_id', 'unknown');
        end if;
        update td.person as p set customer_group_id = p_customer_group_id where p.id = v_person.id;
    end if;
    -- Cases keep what they were recorded with: they hold these words themselves.
    update td.person_detail as d
    set name = p_given.name, phone = p_given.phone, email = p_given.email, company = p_given.company, department = p_given.department,
        version = d.version + 1, changed_by = p_actor.id, changed_at = now()
    where d.person_id = v_person.id;
    return td.set_up(p_request_id, v_old.version + 1, 'contact', v_person.id);
end
$$;
comment on function td.do_change_contact(td.person, uuid, integer, td.person_detail, integer)
    is 'Changes what is known of somebody for whom cases are recorded; cases keep the data of their day.';

create or replace function api.change_contact(
    request_id uuid, person_id integer, version integer, name text, phone text, email text, company text, department text,
    customer_group_id integer) returns td.outcome
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_given td.person_detail;
begin
    v_given.person_id := person_id;
    v_given.name := td.checked_line('name', name);
    v_given.phone := td.checked_line('phone', phone);
    v_given.email := td.checked_line('email', email);
    v_given.company := td.checked_line('company', company);
    v_given.department := td.checked_line('department', department);
    return td.do_change_contact(td.actor(), request_id, version, v_given, customer_group_id);
end
$$;
comment on function api.change_contact(uuid, integer, integer, text, text, text, text, text, integer) is 'Change a contact (ChangeContact).';
grant execute on function api.change_contact(uuid, integer, integer, text, text, text, text, text, integer) to td_coordinator, td_admin;
